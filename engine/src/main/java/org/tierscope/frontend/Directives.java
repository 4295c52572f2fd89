package org.tierscope.frontend;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directive prologue (11.2.1) of a text, found before it is parsed. */
final class Directives {
    private static final Pattern SPACE =
            Pattern.compile("(?:[\\s\\u00A0\\uFEFF\\u2028\\u2029]++|//[^\\n\\r\\u2028\\u2029]*|(?s:/\\*.*?\\*/))*+");
    private static final Pattern DIRECTIVE =
            Pattern.compile("\"(?:[^\"\\\\\\n\\r]|\\\\.)*\"|'(?:[^'\\\\\\n\\r]|\\\\.)*'");
    /** What may follow a directive; other text makes its string a part of an expression. */
    private static final Pattern END = Pattern.compile(";|$|[\\w'\"}{]");

    private Directives() {}

    /** Whether the prologue has {@code "use strict"}. */
    static boolean isStrict(String text) {
        int at = skip(SPACE, text, 0);
        for (;;) {
            int end = skip(DIRECTIVE, text, at);
            if (end == at) {
                return false;
            }
            int next = skip(SPACE, text, end);
            if (skip(END, text, next) == next && next < text.length()) {
                return false;
            }
            if (text.substring(at + 1, end - 1).equals("use strict")) {
                return true;
            }
            boolean semicolon = next < text.length() && text.charAt(next) == ';';
            at = semicolon ? skip(SPACE, text, next + 1) : next;
        }
    }

    private static int skip(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text).region(from, text.length());
        return matcher.lookingAt() ? matcher.end() : from;
    }
}
