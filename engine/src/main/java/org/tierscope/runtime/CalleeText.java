package org.tierscope.runtime;

import java.util.Set;

/**
 * The callee of a call as error messages show it: {@code a.b.c}, {@code f(...).g}, {@code a[0]}, {@code (intermediate value)}.
 * Works on source text: a call's position begins at the callee's last property or at the call itself.
 */
final class CalleeText {
    private static final String QUOTES = "\"'`";
    /** Words that may stand before a bracket without being what it is applied to. */
    private static final Set<String> KEYWORDS = Set.of(
            "return", "typeof", "void", "delete", "in", "of", "instanceof", "new", "throw", "case", "do", "else", "await",
            "yield");

    private CalleeText() {}

    /** The callee's text for a call whose position is [start, end); empty where it cannot be told. */
    static String of(String source, int start, int end) {
        int callee = calleeEnd(source, start, end);
        int begin = chainStart(source, start);
        return simplify(source.substring(begin, callee));
    }

    /** End of the callee: before the argument list that ends the range. */
    private static int calleeEnd(String source, int start, int end) {
        if (end > start && source.charAt(end - 1) == ')') {
            int open = matchBackwards(source, end - 1);
            if (open > start) {
                return trimEnd(source, start, open);
            }
        }
        return trimEnd(source, start, end);
    }

    private static int trimEnd(String source, int start, int end) {
        while (end > start && (Character.isWhitespace(source.charAt(end - 1))
                || source.charAt(end - 1) == '.' || source.charAt(end - 1) == '?')) {
            end--;
        }
        return end;
    }

    private static int skipSpaceBackwards(String source, int i) {
        while (i > 0 && Character.isWhitespace(source.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** Start of the member chain that {@code start} stands in the middle of. */
    private static int chainStart(String source, int start) {
        int at = start;
        for (;;) {
            int i = skipSpaceBackwards(source, at);
            boolean dot = i > 0 && source.charAt(i - 1) == '.' && !(i > 1 && source.charAt(i - 2) == '.');
            boolean bracket = at < source.length() && source.charAt(at) == '[';
            if (!dot && !bracket) {
                return at;
            }
            if (dot) {
                i = skipSpaceBackwards(source, i - 1);
                if (i > 0 && source.charAt(i - 1) == '?') {
                    i--;
                }
            }
            int primary = primaryStart(source, skipSpaceBackwards(source, i));
            if (primary == i) {
                return at;
            }
            at = primary;
        }
    }

    /** Start of the identifier, literal or bracketed group that ends at {@code end}, with what it is applied to. */
    private static int primaryStart(String source, int end) {
        int i = end;
        while (i > 0 && (source.charAt(i - 1) == ')' || source.charAt(i - 1) == ']')) {
            int open = matchBackwards(source, i - 1);
            if (open < 0) {
                return end;
            }
            i = skipSpaceBackwards(source, open);
        }
        int identifier = i;
        while (identifier > 0 && isIdentifier(source.charAt(identifier - 1))) {
            identifier--;
        }
        if (identifier < i && !KEYWORDS.contains(source.substring(identifier, i))) {
            return identifier;
        }
        if (i == end && i > 0 && QUOTES.indexOf(source.charAt(i - 1)) >= 0) {
            int open = source.lastIndexOf(source.charAt(i - 1), i - 2);
            return open < 0 ? end : open;
        }
        return i < end ? openAt(source, i) : end;
    }

    private static int openAt(String source, int i) {
        while (i < source.length() && Character.isWhitespace(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isIdentifier(char c) {
        return Character.isJavaIdentifierPart(c) || c == '#';
    }

    /** The bracket that the closing one at {@code close} belongs to, or −1. Brackets in strings can mislead it. */
    private static int matchBackwards(String source, int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            switch (source.charAt(i)) {
                case ')', ']', '}' -> depth++;
                case '(', '[', '{' -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {
                    // part of an argument
                }
            }
        }
        return -1;
    }

    /** Whether the text is a plain name or member chain. */
    static boolean isSimple(String text) {
        return text.chars().allMatch(c -> isIdentifier((char) c) || c == '.' || c == '[' || c == ']')
                && !text.isEmpty() && !Character.isDigit(text.charAt(0));
    }

    /** Argument lists become {@code (...)}, functions and literals {@code (intermediate value)}. */
    static String simplify(String text) {
        var result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                continue;
            }
            if (c != '(' && c != '{' && !(c == '[' && result.isEmpty())) {
                result.append(c);
                continue;
            }
            int close = matchForwards(text, i);
            if (close < 0) {
                return "";
            }
            result.append(c == '(' && !result.isEmpty() ? "(...)" : "(intermediate value)");
            i = close;
        }
        String shown = result.toString();
        if (shown.startsWith("new") && text.startsWith("new ") || shown.contains("=>") || shown.startsWith("function")) {
            return "(intermediate value)";
        }
        return shown;
    }

    private static int matchForwards(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {
                    // inside
                }
            }
        }
        return -1;
    }
}
