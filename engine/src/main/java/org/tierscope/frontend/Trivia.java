package org.tierscope.frontend;

/** White space and comments between tokens. */
final class Trivia {
    private Trivia() {}

    /** Where the first token at or behind {@code from} begins, closing parentheses left out. */
    static int skip(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("//", at)) {
                while (at < text.length() && !isLineEnd(text.charAt(at))) {
                    at++;
                }
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == ')' || c <= ' ' || c == '\u00A0' || c == '\uFEFF' || isLineEnd(c)
                    || Character.getType(c) == Character.SPACE_SEPARATOR) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
}
