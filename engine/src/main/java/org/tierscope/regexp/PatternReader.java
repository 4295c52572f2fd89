package org.tierscope.regexp;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** The text of a pattern with a position in it, and the escapes that stand for one character, in and out of classes. */
final class PatternReader {
    /** What {@link #characterEscape} gives where there is none. */
    static final int NONE = -1;

    final String text;
    final boolean codePoints;
    /** Whether some group has a name; then {@code \k} is always a reference. */
    final boolean namedGroups;
    int at;

    PatternReader(String text, boolean codePoints, boolean namedGroups) {
        this.text = text;
        this.codePoints = codePoints;
        this.namedGroups = namedGroups;
    }

    RegExpSyntaxException error(String message, int offset) {
        return new RegExpSyntaxException(message, Math.min(offset, text.length()));
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The unit here, −1 at the end. */
    int peek() {
        return peek(0);
    }

    int peek(int distance) {
        return at + distance < text.length() ? text.charAt(at + distance) : -1;
    }

    boolean take(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    boolean take(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    /** One character as this pattern reads its text. */
    int next() {
        int c = codePoints ? text.codePointAt(at) : text.charAt(at);
        at += Character.charCount(c);
        return c;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /**
     * After the backslash: an escape of one character, and the text behind it. Where the letter means nothing of the kind,
     * nothing is read and {@link #NONE} returned.
     */
    int characterEscape(boolean inClass) {
        int start = at - 1;
        int c = peek();
        switch (c) {
            case 't' -> {
                return simple('\t');
            }
            case 'n' -> {
                return simple('\n');
            }
            case 'v' -> {
                return simple('\u000B');
            }
            case 'f' -> {
                return simple('\f');
            }
            case 'r' -> {
                return simple('\r');
            }
            case 'c' -> {
                return control(inClass);
            }
            case 'x' -> {
                at++;
                int value = hex(2);
                if (value < 0 && codePoints) {
                    throw error("Invalid escape", start);
                }
                return value < 0 ? 'x' : value;
            }
            case 'u' -> {
                at++;
                int value = unicode(codePoints);
                if (value < 0 && codePoints) {
                    throw error("Invalid Unicode escape", start);
                }
                return value < 0 ? 'u' : value;
            }
            default -> {
                return isDigit(c) ? digits(inClass, start) : NONE;
            }
        }
    }

    private int simple(int c) {
        at++;
        return c;
    }

    private int control(boolean inClass) {
        int letter = peek(1);
        if (isLetter(letter) || inClass && !codePoints && (isDigit(letter) || letter == '_')) {
            at += 2;
            return letter % 32;
        }
        if (codePoints) {
            throw error("Invalid Unicode escape", at - 1);
        }
        // The backslash stands for itself; the c is the next character.
        return '\\';
    }

    /** \0, and octal escapes where units are read. References are read elsewhere. */
    private int digits(boolean inClass, int start) {
        if (peek() == '0' && !isDigit(peek(1))) {
            at++;
            return 0;
        }
        if (codePoints) {
            throw error(inClass ? "Invalid class escape" : "Invalid decimal escape", start);
        }
        if (peek() >= '8') {
            return text.charAt(at++);
        }
        int value = 0;
        for (int i = 0; i < 3 && peek() >= '0' && peek() <= '7' && 8 * value + peek() - '0' <= 255; i++) {
            value = 8 * value + text.charAt(at++) - '0';
        }
        return value;
    }

    private int hex(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(peek(i), 16);
            if (digit < 0 || peek(i) > 127) {
                return NONE;
            }
            value = 16 * value + digit;
        }
        at += digits;
        return value;
    }

    /** After \\u: four digits, where {@code full} also two such escapes that are a pair, or a number in braces. */
    int unicode(boolean full) {
        if (full && peek() == '{') {
            int end = text.indexOf('}', at);
            int value = 0;
            for (int i = at + 1; i < end; i++) {
                int digit = text.charAt(i) > 127 ? -1 : Character.digit(text.charAt(i), 16);
                value = 16 * value + digit;
                if (digit < 0 || value > CharSet.MAX) {
                    return NONE;
                }
            }
            if (end <= at + 1) {
                return NONE;
            }
            at = end + 1;
            return value;
        }
        int first = hex(4);
        if (full && first >= 0 && Character.isHighSurrogate((char) first) && text.startsWith("\\u", at)) {
            int before = at;
            at += 2;
            int second = hex(4);
            if (second >= 0 && Character.isLowSurrogate((char) second)) {
                return Character.toCodePoint((char) first, (char) second);
            }
            at = before;
        }
        return first;
    }

    /** After the {@code <}: a name and its {@code >}; null where that is not what stands here. */
    String groupName() {
        var name = new StringBuilder();
        while (!atEnd()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '>') {
                return name.isEmpty() ? null : name.toString();
            }
            if (c == '\\') {
                if (!take('u')) {
                    return null;
                }
                c = unicode(true);
            }
            boolean allowed = c == '$' || c == '_'
                    || (name.isEmpty() ? isNamed(c, UProperty.ID_START) : c == 0x200C || c == 0x200D || isNamed(c, UProperty.ID_CONTINUE));
            if (!allowed) {
                return null;
            }
            name.appendCodePoint(c);
        }
        return null;
    }

    private static boolean isNamed(int c, int property) {
        if (c < 128) {
            return isLetter(c) || property == UProperty.ID_CONTINUE && isDigit(c);
        }
        return UCharacter.hasBinaryProperty(c, property);
    }
}
