package org.tierscope.regexp;

/** A pattern, or its flags, are not a regular expression. */
public final class RegExpSyntaxException extends RuntimeException {
    private final int offset;

    /** @param offset in UTF-16 units from the beginning of the pattern */
    RegExpSyntaxException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
