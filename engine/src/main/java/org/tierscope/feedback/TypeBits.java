package org.tierscope.feedback;

/** Sets of value types, a byte each, as TYPE and ELEMENT slots record them. */
public final class TypeBits {
    public static final int INT32 = 1;
    /** A double that is not held as int32 (−0, NaN and integral doubles held as doubles included). */
    public static final int DOUBLE = 2;

    public static final int STRING = 4;
    public static final int BOOLEAN = 8;
    /** undefined or null. */
    public static final int NULLISH = 16;

    public static final int OBJECT = 32;
    public static final int SYMBOL = 64;
    public static final int BIGINT = 128;
    public static final int NUMBER = INT32 | DOUBLE;

    private TypeBits() {}

    /** For display: {@code "int | string"}; empty set: {@code "none"}. */
    public static String format(int bits) {
        if (bits == 0) {
            return "none";
        }
        var names = new String[] {"int", "double", "string", "boolean", "nullish", "object", "symbol", "bigint"};
        var text = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            if ((bits & 1 << i) != 0) {
                text.append(text.isEmpty() ? "" : " | ").append(names[i]);
            }
        }
        return text.toString();
    }
}
