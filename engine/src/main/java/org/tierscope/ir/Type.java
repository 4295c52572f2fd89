package org.tierscope.ir;

import java.util.StringJoiner;

/**
 * What is known of a node's value: a set of kinds and, for int32, a range. A lattice of finite height up to
 * ranges, which loops widen. For tagged nodes INT32 means boxed as int32 and DOUBLE boxed as a double,
 * whatever its value.
 *
 * @param bits kinds, the constants below
 * @param min least int32, meaningful if bits has INT32
 * @param max greatest int32
 */
public record Type(int bits, int min, int max) {
    public static final int INT32_BIT = 1;
    public static final int DOUBLE_BIT = 2;
    public static final int STRING_BIT = 4;
    public static final int BOOLEAN_BIT = 8;
    public static final int UNDEFINED_BIT = 16;
    public static final int NULL_BIT = 32;
    public static final int ARRAY_BIT = 64;
    public static final int FUNCTION_BIT = 128;
    public static final int OTHER_OBJECT_BIT = 256;
    public static final int SYMBOL_BIT = 512;
    public static final int BIGINT_BIT = 1024;
    public static final int EMPTY_BIT = 2048;
    /** Cells and addresses no guest sees, such as contexts. */
    public static final int INTERNAL_BIT = 4096;

    private static final int ALL_BITS = 8191;

    public static final Type NONE = of(0);
    public static final Type INT32 = of(INT32_BIT);
    public static final Type DOUBLE = of(DOUBLE_BIT);
    public static final Type NUMBER = of(INT32_BIT | DOUBLE_BIT);
    public static final Type STRING = of(STRING_BIT);
    public static final Type BOOLEAN = of(BOOLEAN_BIT);
    public static final Type UNDEFINED = of(UNDEFINED_BIT);
    public static final Type NULL = of(NULL_BIT);
    public static final Type NULLISH = of(UNDEFINED_BIT | NULL_BIT);
    public static final Type ARRAY = of(ARRAY_BIT);
    public static final Type FUNCTION = of(FUNCTION_BIT);
    public static final Type OBJECT = of(ARRAY_BIT | FUNCTION_BIT | OTHER_OBJECT_BIT);
    public static final Type SYMBOL = of(SYMBOL_BIT);
    public static final Type BIGINT = of(BIGINT_BIT);
    public static final Type EMPTY = of(EMPTY_BIT);
    public static final Type INTERNAL = of(INTERNAL_BIT);
    /** Any value that a guest can hold. */
    public static final Type VALUE = of(ALL_BITS & ~(EMPTY_BIT | INTERNAL_BIT));
    /** Anything that a register can hold. */
    public static final Type ANY = of(ALL_BITS);

    private static final String[] NAMES = {
        "Int32", "Double", "String", "Boolean", "Undefined", "Null", "Array", "Function", "OtherObject", "Symbol",
        "BigInt", "Empty", "Internal"
    };

    // Written down because passes compare types all the time, and what the JVM generates for records is slow until it is warm.
    @Override
    public boolean equals(Object other) {
        return other instanceof Type that && bits == that.bits && min == that.min && max == that.max;
    }

    @Override
    public int hashCode() {
        return (bits * 31 + min) * 31 + max;
    }

    public Type {
        if ((bits & INT32_BIT) == 0 || min > max) {
            bits &= ~INT32_BIT;
            min = 0;
            max = 0;
        }
    }

    public static Type of(int bits) {
        return new Type(bits, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** int32 values from {@code min} to {@code max}, both included. */
    public static Type range(int min, int max) {
        return new Type(INT32_BIT, min, max);
    }

    /**
     * The same clamped to the int32 range: what an operation that cannot overflow or exits on overflow may
     * give.
     */
    public static Type clampedRange(long min, long max) {
        return range((int) Math.max(min, Integer.MIN_VALUE), (int) Math.min(max, Integer.MAX_VALUE));
    }

    public boolean isNone() {
        return bits == 0;
    }

    /** Whether every value of this type is of that one. */
    public boolean isSubtypeOf(Type that) {
        return (bits & ~that.bits) == 0 && ((bits & INT32_BIT) == 0 || min >= that.min && max <= that.max);
    }

    public boolean mayBe(Type that) {
        return !meet(that).isNone();
    }

    /** Values of either. */
    public Type join(Type that) {
        if ((bits & INT32_BIT) == 0) {
            return new Type(bits | that.bits, that.min, that.max);
        }
        if ((that.bits & INT32_BIT) == 0) {
            return new Type(bits | that.bits, min, max);
        }
        return new Type(bits | that.bits, Math.min(min, that.min), Math.max(max, that.max));
    }

    /** Values of both. */
    public Type meet(Type that) {
        return new Type(bits & that.bits, Math.max(min, that.min), Math.min(max, that.max));
    }

    public Type without(Type that) {
        return new Type(bits & ~that.bits, min, max);
    }

    public boolean isInt32() {
        return bits == INT32_BIT;
    }

    public boolean isConstantInt32() {
        return isInt32() && min == max;
    }

    public boolean isCell() {
        int cells = OBJECT.bits | STRING_BIT | SYMBOL_BIT | BIGINT_BIT | INTERNAL_BIT;
        return bits != 0 && (bits & ~cells) == 0;
    }

    @Override
    public String toString() {
        if (bits == ANY.bits && isFullRange()) {
            return "Any";
        }
        if (bits == 0) {
            return "None";
        }
        int rest = bits;
        var text = new StringJoiner("|");
        if ((rest & VALUE.bits) == VALUE.bits && isFullRange()) {
            text.add("Value");
            rest &= ~VALUE.bits;
        }
        if ((rest & OBJECT.bits) == OBJECT.bits) {
            text.add("Object");
            rest &= ~OBJECT.bits;
        }
        for (int i = 0; i < NAMES.length; i++) {
            if ((rest & 1 << i) != 0) {
                text.add(i == 0 && !isFullRange() ? "Int32(" + min + ".." + max + ")" : NAMES[i]);
            }
        }
        return text.toString();
    }

    private boolean isFullRange() {
        return min == Integer.MIN_VALUE && max == Integer.MAX_VALUE;
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException where the text is no type
     */
    public static Type parse(String text) {
        Type type = NONE;
        for (String part : text.split("\\|")) {
            type = type.join(parsePart(part));
        }
        return type;
    }

    private static Type parsePart(String part) {
        switch (part) {
            case "Any":
                return ANY;
            case "None":
                return NONE;
            case "Value":
                return VALUE;
            case "Object":
                return OBJECT;
            case "Number":
                return NUMBER;
            default:
                break;
        }
        if (part.startsWith("Int32(") && part.endsWith(")")) {
            String[] ends = part.substring(6, part.length() - 1).split("\\.\\.");
            return range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(part)) {
                return of(1 << i);
            }
        }
        throw new IllegalArgumentException("expected a type, got '" + part + "'");
    }
}
