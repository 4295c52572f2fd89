package org.tierscope.regexp;

/** The flags of a regular expression as a set of bits, in the order of {@link #LETTERS}. */
public record Flags(int bits) {
    /** In the order in which the {@code flags} property gives them. */
    public static final String LETTERS = "dgimsuvy";

    public static final int HAS_INDICES = 1;
    public static final int GLOBAL = 1 << 1;
    public static final int IGNORE_CASE = 1 << 2;
    public static final int MULTILINE = 1 << 3;
    public static final int DOT_ALL = 1 << 4;
    public static final int UNICODE = 1 << 5;
    public static final int UNICODE_SETS = 1 << 6;
    public static final int STICKY = 1 << 7;

    /** The flags that {@code text} names; null where one is unknown or twice, or u and v are both there. */
    public static Flags parse(String text) {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int letter = LETTERS.indexOf(text.charAt(i));
            if (letter < 0 || (bits & 1 << letter) != 0) {
                return null;
            }
            bits |= 1 << letter;
        }
        return (bits & UNICODE) != 0 && (bits & UNICODE_SETS) != 0 ? null : new Flags(bits);
    }

    public boolean has(int flag) {
        return (bits & flag) != 0;
    }

    /** Whether patterns and input are read as code points, not as UTF-16 units: u or v. */
    public boolean readsCodePoints() {
        return (bits & (UNICODE | UNICODE_SETS)) != 0;
    }

    /** The letters, sorted. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < LETTERS.length(); i++) {
            if ((bits & 1 << i) != 0) {
                text.append(LETTERS.charAt(i));
            }
        }
        return text.toString();
    }
}
