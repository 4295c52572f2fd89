package org.tierscope.views.source;

import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.tierscope.session.Selection;

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
        int length = syntax.length();
        for (Selection.SourceRange range : ranges) {
            int start = Math.clamp(range.start(), 0, length);
            int end = Math.clamp(range.end(), start, length);
            if (end > start) {
                StyleSpansBuilder<Collection<String>> overlay = new StyleSpansBuilder<>();
                overlay.add(List.of(), start);
                overlay.add(List.of("source-linked"), end - start);
                overlay.add(List.of(), length - end);
                result = result.overlay(overlay.create(), SourceStyles::both);
            }
        }
        return result;
    }

    private static Collection<String> both(Collection<String> below, Collection<String> above) {
        if (above.isEmpty() || below.containsAll(above)) {
            return below;
        }
        return below.isEmpty() ? above
                : java.util.stream.Stream.concat(below.stream(), above.stream()).toList();
    }
}
