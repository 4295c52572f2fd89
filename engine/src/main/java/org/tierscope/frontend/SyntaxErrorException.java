package org.tierscope.frontend;

import org.tierscope.bytecode.SourceText;

/** An early error: the source text is not a program. Lines and columns are 1-based, columns in UTF-16 units. */
public class SyntaxErrorException extends RuntimeException {
    private final transient SourceText source;
    private final int offset;

    /**
     * @param offset of the first character of the offending token
     */
    public SyntaxErrorException(SourceText source, int offset, String message) {
        super(message, null, false, false);
        this.source = source;
        this.offset = offset;
    }

    public SourceText source() {
        return source;
    }

    public String path() {
        return source.path();
    }

    public int offset() {
        return offset;
    }

    public int line() {
        return source.line(offset);
    }

    public int column() {
        return source.column(offset);
    }

    /** {@code PATH:LINE:COLUMN: SyntaxError: MESSAGE}. */
    public String headline() {
        return path() + ":" + line() + ":" + column() + ": SyntaxError: " + getMessage();
    }

    /** The source line, and under it a caret below the offending token; tabs stay tabs so that both line up. */
    public String excerpt() {
        String text = source.lineText(line());
        var pad = new StringBuilder();
        for (int i = 0; i < column() - 1; i++) {
            pad.append(i < text.length() && text.charAt(i) == '\t' ? '\t' : ' ');
        }
        return text + "\n" + pad + "^";
    }
}
