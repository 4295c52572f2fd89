package org.tierscope.runtime;

/**
 * The 64-bit NaN-boxed word that every guest value is.
 *
 * <pre>
 *   cell     0000:PPPP:PPPP:PPPP   address of a heap cell, 16-byte aligned
 *   double   0002..FFFC:****       IEEE bits + 2^49 ({@link #DOUBLE_OFFSET}); NaN is always {@link #CANONICAL_NAN}
 *   int32    FFFE:0000:IIII:IIII   ({@link #INT_TAG})
 *   others   small constants with bit 1 set: null, undefined, false, true, empty
 * </pre>
 *
 * <p>A word is a number iff one of the bits of {@link #INT_TAG} is set, an int32 iff all are, and a cell iff
 * {@code (word & NOT_CELL_MASK) == 0}. A double that is a mathematical int32 (and not −0) may be held either
 * way; {@link #number(double)} prefers int32. Two words are the same value under SameValue if they are equal
 * bits, except that an int32 may equal a double in value.
 *
 * <p>{@link #EXCEPTION} and {@link #EXITED} are never values: they are what a call returns instead of one, so
 * that one unsigned compare with {@link #MAX_SENTINEL} tells a result from a status.
 */
public final class Value {
    /** Returned by a call that threw; the thrown value is in {@link VmState#EXCEPTION}. */
    public static final long EXCEPTION = 0;
    /** Returned by compiled code that left through an exit; the frame to resume is {@link VmState#RESUME_FP}. */
    public static final long EXITED = 1;
    /** The largest status word: {@code unsigned(result) <= MAX_SENTINEL} means no value was returned. */
    public static final long MAX_SENTINEL = 1;

    public static final long NULL = 0x02;
    public static final long FALSE = 0x06;
    public static final long TRUE = 0x07;
    public static final long UNDEFINED = 0x0A;
    /** A hole in an array, a binding in its temporal dead zone, an absent operand. Never seen by a guest. */
    public static final long EMPTY = 0x12;

    public static final long INT_TAG = 0xFFFE_0000_0000_0000L;
    public static final long DOUBLE_OFFSET = 1L << 49;
    public static final long NOT_CELL_MASK = INT_TAG | 0x02;
    /** The bits of the one NaN that may be boxed: the one that the processor makes, so that arithmetic need not look for others. */
    public static final long CANONICAL_NAN_BITS = 0xFFF8_0000_0000_0000L;

    public static final long NAN = CANONICAL_NAN_BITS + DOUBLE_OFFSET;
    public static final long ZERO = INT_TAG;
    public static final long ONE = INT_TAG | 1;
    public static final long NEGATIVE_ZERO = 0x8000_0000_0000_0000L + DOUBLE_OFFSET;

    private Value() {}

    public static boolean isInt(long v) {
        return Long.compareUnsigned(v, INT_TAG) >= 0;
    }

    public static boolean isNumber(long v) {
        return (v & INT_TAG) != 0;
    }

    public static boolean isDouble(long v) {
        return isNumber(v) && !isInt(v);
    }

    public static boolean isCell(long v) {
        return (v & NOT_CELL_MASK) == 0;
    }

    public static boolean isBoolean(long v) {
        return (v & ~1L) == FALSE;
    }

    /** True of undefined and null. */
    public static boolean isNullish(long v) {
        return (v & ~8L) == NULL;
    }

    public static int asInt(long v) {
        return (int) v;
    }

    /** The double in a word for which {@link #isDouble} holds. */
    public static double asDouble(long v) {
        return Double.longBitsToDouble(v - DOUBLE_OFFSET);
    }

    /** The numeric value of a word for which {@link #isNumber} holds. */
    public static double numberAsDouble(long v) {
        return isInt(v) ? (int) v : asDouble(v);
    }

    public static long ofInt(int i) {
        return INT_TAG | (i & 0xFFFF_FFFFL);
    }

    /** Boxes a double as a double, canonicalising NaN; never as an int32. */
    public static long ofDouble(double d) {
        return bits(d) + DOUBLE_OFFSET;
    }

    /** The bits of a double as words and arrays of doubles have them: with the one NaN. */
    public static long bits(double d) {
        return d == d ? Double.doubleToRawLongBits(d) : CANONICAL_NAN_BITS;
    }

    /** Boxes a number, as an int32 where it is one (and not −0), else as a double. */
    public static long number(double d) {
        int i = (int) d;
        return i == d && (i != 0 || Double.doubleToRawLongBits(d) == 0) ? ofInt(i) : ofDouble(d);
    }

    /** Boxes an integer that may exceed the int32 range (exact up to 2^53). */
    public static long number(long n) {
        return n == (int) n ? ofInt((int) n) : ofDouble(n);
    }

    public static long ofBoolean(boolean b) {
        return b ? TRUE : FALSE;
    }
}
