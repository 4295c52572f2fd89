package org.tierscope.views.source;

import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.tierscope.session.Selection;
import org.tierscope.views.control.JavaScriptHighlighter;

/** Turns tokens and selected ranges into the style spans of a code area. */
final class SourceStyles {
    private SourceStyles() {
    }

    static StyleSpans<Collection<String>> syntax(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int position = 0;
        for (JavaScriptHighlighter.Token token : JavaScriptHighlighter.tokens(text)) {
            spans.add(List.of(), token.start() - position);
            spans.add(List.of(token.style()), token.end() - token.start());
            position = token.end();
        }
        spans.add(List.of(), text.length() - position);
        return spans.create();
    }

    /** Adds a background behind ranges of the text. */
    static StyleSpans<Collection<String>> withLinks(StyleSpans<Collection<String>> syntax,
            Collection<Selection.SourceRange> ranges) {
        StyleSpans<Collection<String>> result = syntax;
        for (Selection.SourceRange range : ranges) {
            result = with(result, "source-linked", range.start(), range.end());
        }
        return result;
    }

    /** Underlines the word, or the character, at which a parser gave up; the last one if it was the end. */
    static StyleSpans<Collection<String>> withError(StyleSpans<Collection<String>> styles, String text, int offset) {
        int start = Math.clamp(offset, 0, Math.max(0, text.length() - 1));
        int end = start + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end - 1))
                && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return with(styles, "source-error", start, end);
    }

    private static StyleSpans<Collection<String>> with(StyleSpans<Collection<String>> styles, String style, int from,
            int to) {
        int length = styles.length();
        int start = Math.clamp(from, 0, length);
        int end = Math.clamp(to, start, length);
        if (end == start) {
            return styles;
        }
        StyleSpansBuilder<Collection<String>> overlay = new StyleSpansBuilder<>();
        overlay.add(List.of(), start);
        overlay.add(List.of(style), end - start);
        overlay.add(List.of(), length - end);
        return styles.overlay(overlay.create(), SourceStyles::both);
    }

    private static Collection<String> both(Collection<String> below, Collection<String> above) {
        if (above.isEmpty() || below.containsAll(above)) {
            return below;
        }
        return below.isEmpty() ? above
                : java.util.stream.Stream.concat(below.stream(), above.stream()).toList();
    }
}
