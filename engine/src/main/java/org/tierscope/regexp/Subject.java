package org.tierscope.regexp;

import org.tierscope.runtime.Mem;

/**
 * The text that is searched: bytes, or UTF-16 units where {@code wide}, in native memory. Positions and the length count units.
 */
record Subject(long data, int length, boolean wide) {
    int unit(int at) {
        return wide ? Mem.getChar(data + 2L * at) : Mem.getUnsignedByte(data + at);
    }

    int codePoint(int at) {
        int unit = unit(at);
        if (Character.isHighSurrogate((char) unit) && at + 1 < length) {
            int low = unit(at + 1);
            if (Character.isLowSurrogate((char) low)) {
                return Character.toCodePoint((char) unit, (char) low);
            }
        }
        return unit;
    }

    int codePointBefore(int at) {
        int unit = unit(at - 1);
        if (Character.isLowSurrogate((char) unit) && at >= 2) {
            int high = unit(at - 2);
            if (Character.isHighSurrogate((char) high)) {
                return Character.toCodePoint((char) high, (char) unit);
            }
        }
        return unit;
    }

    /** Where a text begins first at or after a position; −1 for nowhere. */
    int find(char[] text, int from) {
        return wide ? findWide(text, from) : findNarrow(text, from);
    }

    /** Where a unit of the set is first at or after a position; −1 for nowhere. */
    int find(CharSet set, int from) {
        return wide ? findWide(set, from) : findNarrow(set, from);
    }

    /** Whether a position lies between the two halves of a character. */
    boolean isInsidePair(int at) {
        return wide && at > 0 && at < length && Character.isLowSurrogate((char) unit(at))
                && Character.isHighSurrogate((char) unit(at - 1));
    }

    /** Units of the character at a position; 1 at the end. */
    int width(int at) {
        return wide && at + 1 < length && Character.isHighSurrogate((char) unit(at))
                        && Character.isLowSurrogate((char) unit(at + 1))
                ? 2
                : 1;
    }

    private int findNarrow(char[] prefix, int from) {
        char head = prefix[0];
        if (head > 0xFF) {
            return -1;
        }
        int last = length - prefix.length;
        for (int at = from; at <= last; at++) {
            if (Mem.getByte(data + at) == (byte) head && hasRestAt(prefix, at)) {
                return at;
            }
        }
        return -1;
    }

    private int findWide(char[] prefix, int from) {
        char head = prefix[0];
        int last = length - prefix.length;
        for (int at = from; at <= last; at++) {
            if (Mem.getChar(data + 2L * at) == head && hasRestAt(prefix, at)) {
                return at;
            }
        }
        return -1;
    }

    /** But for the first unit, which is known to be there. */
    private boolean hasRestAt(char[] text, int at) {
        for (int i = 1; i < text.length; i++) {
            if (unit(at + i) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private int findNarrow(CharSet first, int from) {
        for (int at = from; at < length; at++) {
            if (first.contains(Mem.getUnsignedByte(data + at))) {
                return at;
            }
        }
        return -1;
    }

    private int findWide(CharSet first, int from) {
        for (int at = from; at < length; at++) {
            if (first.contains(Mem.getChar(data + 2L * at))) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the units from {@code from} on in {@code code}, {@code count} of them, are at a position. */
    boolean hasAt(int[] code, int from, int count, int at) {
        for (int i = 0; i < count; i++) {
            if (unit(at + i) != code[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** How far the units of the set go, of which there may be {@code max}. */
    int run(CharSet set, int from, int max) {
        int limit = max < length - from ? from + max : length;
        int at = from;
        if (wide) {
            while (at < limit && set.contains(Mem.getChar(data + 2L * at))) {
                at++;
            }
        } else {
            while (at < limit && set.contains(Mem.getUnsignedByte(data + at))) {
                at++;
            }
        }
        return at;
    }
}
