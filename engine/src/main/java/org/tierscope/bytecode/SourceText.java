package org.tierscope.bytecode;

import java.util.Arrays;

/** A source file's text and the map from offsets to lines and columns (1-based, columns in UTF-16 units). */
public final class SourceText {
    private final int id;
    private final String path;
    private final String text;
    private final String referrer;
    private final int[] lineStarts;

    public SourceText(int id, String path, String text) {
        this(id, path, text, path);
    }

    /** @param referrer path of the file in whose name the text imports modules */
    public SourceText(int id, String path, String text, String referrer) {
        this.referrer = referrer;
        this.id = id;
        this.path = path;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        var starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (!crLf && (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029')) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public int id() {
        return id;
    }

    public String path() {
        return path;
    }

    /** The file relative to which it names modules: itself, or what code made at run time was made in. */
    public String referrer() {
        return referrer;
    }

    public String text() {
        return text;
    }

    public int line(int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    public int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }

    /** The text of a line, without its terminator. */
    public String lineText(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        return text.substring(start, end).replaceAll("[\\r\\n\\u2028\\u2029]+$", "");
    }
}
