package org.tierscope.views.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tierscope.session.Selection;

/**
 * One line of a {@link CodeList}.
 *
 * @param key tells the line from others and stays the same when its content changes
 * @param spans the text, piece by piece
 * @param mark drawn in front of the line
 * @param heat how much of the work happens here, 0 to 1, drawn as a bar; negative for no bar
 * @param styles style classes of the whole line
 * @param target what a click on the line selects
 * @param tooltip empty for none
 */
public record CodeLine(Object key, List<CodeSpan> spans, Optional<EventMark> mark, double heat, List<String> styles,
        Optional<Selection> target, String tooltip) {

    public CodeLine {
        spans = List.copyOf(spans);
        styles = List.copyOf(styles);
    }

    /** The text without its colours. */
    public String text() {
        return spans.stream().map(CodeSpan::text).collect(Collectors.joining());
    }

    /** The same lines with those that are longer than {@code columns} broken between words; what is broken off is indented. */
    public static List<CodeLine> wrapped(List<CodeLine> lines, int columns) {
        return lines.stream().flatMap(line -> LineBreaker.breakUp(line, columns).stream()).toList();
    }

    public static Builder of(Object key) {
        return new Builder(key);
    }

    /** Puts a line together from left to right. */
    public static final class Builder {
        private final Object key;
        private final List<CodeSpan> spans = new ArrayList<>();
        private final List<String> styles = new ArrayList<>();
        private EventMark mark;
        private double heat = -1;
        private Selection target;
        private String tooltip = "";
        private int length;

        private Builder(Object key) {
            this.key = key;
        }

        /** Adds text in a style such as {@code code-keyword}; an empty style is plain text. */
        public Builder add(String text, String style) {
            if (!text.isEmpty()) {
                spans.add(new CodeSpan(text, style));
                length += text.length();
            }
            return this;
        }

        public Builder add(String text) {
            return add(text, "");
        }

        public Builder addAll(List<CodeSpan> more) {
            more.forEach(span -> add(span.text(), span.style()));
            return this;
        }

        /** Adds spaces up to a column, at least one if anything stands before. */
        public Builder column(int column) {
            return add(" ".repeat(Math.max(length == 0 ? 0 : 1, column - length)));
        }

        public Builder mark(EventMark newMark) {
            mark = newMark;
            return this;
        }

        public Builder heat(double newHeat) {
            heat = newHeat;
            return this;
        }

        public Builder style(String style) {
            styles.add(style);
            return this;
        }

        public Builder target(Selection selection) {
            target = selection;
            return this;
        }

        public Builder tooltip(String text) {
            tooltip = text;
            return this;
        }

        public CodeLine build() {
            return new CodeLine(key, spans, Optional.ofNullable(mark), heat, styles, Optional.ofNullable(target),
                    tooltip);
        }
    }
}
