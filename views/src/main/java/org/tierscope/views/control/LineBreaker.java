package org.tierscope.views.control;

import java.util.ArrayList;
import java.util.List;

/** Breaks a line of code into lines that fit, between words, and keeps the colours. */
final class LineBreaker {
    private static final String INDENT = "    ";

    /** Tells a piece from the line's first one, which has the line's own key. */
    private record PieceKey(Object line, int piece) {
    }

    private LineBreaker() {
    }

    static List<CodeLine> breakUp(CodeLine line, int columns) {
        String text = line.text();
        if (text.length() <= columns) {
            return List.of(line);
        }
        List<CodeLine> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            String indent = pieces.isEmpty() ? "" : INDENT;
            int end = end(text, start, columns - indent.length());
            List<CodeSpan> spans = new ArrayList<>();
            if (!indent.isEmpty()) {
                spans.add(new CodeSpan(indent, ""));
            }
            spans.addAll(part(line.spans(), start, end));
            Object key = pieces.isEmpty() ? line.key() : new PieceKey(line.key(), pieces.size());
            pieces.add(new CodeLine(key, spans, pieces.isEmpty() ? line.mark() : java.util.Optional.empty(),
                    line.heat(), line.styles(), line.target(), line.tooltip()));
            start = end;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
        }
        return pieces;
    }

    /** Where to break: behind the last word that fits or, if a word is longer than the line, within it. */
    private static int end(String text, int start, int room) {
        if (text.length() - start <= room) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', start + room);
        return space > start + 1 ? space : start + Math.max(1, room);
    }

    private static List<CodeSpan> part(List<CodeSpan> spans, int start, int end) {
        List<CodeSpan> part = new ArrayList<>();
        int at = 0;
        for (CodeSpan span : spans) {
            int from = Math.max(start, at);
            int to = Math.min(end, at + span.text().length());
            if (from < to) {
                part.add(new CodeSpan(span.text().substring(from - at, to - at), span.style()));
            }
            at += span.text().length();
        }
        return part;
    }
}
