package org.tierscope.views.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.tierscope.views.control.JavaScriptHighlighter;

/**
 * What can be folded in a text: braces that span lines, and comments. Lines count from 0.
 *
 * @param ends the last line that is hidden, by the line that stays
 */
record SourceFolds(Map<Integer, Integer> ends) {
    static final SourceFolds NONE = new SourceFolds(Map.of());
    /** Comments of fewer lines are not worth folding. */
    private static final int LEAST_COMMENT = 3;

    static SourceFolds of(String text) {
        Map<Integer, Integer> ends = new TreeMap<>();
        LineIndex lines = new LineIndex(text);
        Deque<Integer> open = new ArrayDeque<>();
        int at = 0;
        int commentFirst = -1;
        int commentLast = -2;
        for (JavaScriptHighlighter.Token token : JavaScriptHighlighter.tokens(text)) {
            braces(text, at, token.start(), lines, open, ends);
            at = token.end();
            if (token.style().equals("code-comment")) {
                int first = lines.lineOf(token.start());
                int last = lines.lineOf(Math.max(token.start(), token.end() - 1));
                if (first != commentLast + 1) {
                    endComment(commentFirst, commentLast, ends);
                    commentFirst = first;
                }
                commentLast = last;
            }
        }
        endComment(commentFirst, commentLast, ends);
        braces(text, at, text.length(), lines, open, ends);
        return new SourceFolds(Map.copyOf(ends));
    }

    private static void endComment(int first, int last, Map<Integer, Integer> ends) {
        if (first >= 0 && last - first + 1 >= LEAST_COMMENT) {
            ends.putIfAbsent(first, last);
        }
    }

    /** Looks at the text between two tokens: nothing in strings and comments counts. The line of the closing brace stays. */
    private static void braces(String text, int start, int end, LineIndex lines, Deque<Integer> open,
            Map<Integer, Integer> ends) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '{') {
                open.push(lines.lineOf(i));
            } else if (c == '}' && !open.isEmpty()) {
                int first = open.pop();
                int last = lines.lineOf(i) - 1;
                if (last > first) {
                    ends.merge(first, last, Math::max);
                }
            }
        }
    }

    boolean begins(int line) {
        return ends.containsKey(line);
    }
}
