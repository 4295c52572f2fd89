package org.tierscope.ir.pass;

import org.tierscope.ir.Condition;
import org.tierscope.ir.Type;

/** Arithmetic on ranges of int32 values. All are exact bounds of what the operation can give. */
final class Ranges {
    private Ranges() {}

    /** What a comparison gives whatever the values in these ranges are, or null where it depends on them. */
    static Boolean compare(Condition condition, Type a, Type b) {
        if (!a.isInt32() || !b.isInt32()) {
            return null;
        }
        return switch (condition) {
            case LT -> a.max() < b.min() ? Boolean.TRUE : a.min() >= b.max() ? Boolean.FALSE : null;
            case LE -> a.max() <= b.min() ? Boolean.TRUE : a.min() > b.max() ? Boolean.FALSE : null;
            case GT -> compare(Condition.LT, b, a);
            case GE -> compare(Condition.LE, b, a);
            case EQ -> a.max() < b.min() || a.min() > b.max()
                    ? Boolean.FALSE
                    : a.min() == a.max() && a.equals(b) ? Boolean.TRUE : null;
            case NE -> {
                Boolean equal = compare(Condition.EQ, a, b);
                yield equal == null ? null : Boolean.valueOf(!equal);
            }
        };
    }

    /** Values of {@code a} for which {@code a condition b} can be true. */
    static Type narrow(Type a, Condition condition, Type b) {
        if (!a.isInt32() || !b.isInt32()) {
            return a;
        }
        return switch (condition) {
            case LT -> a.meet(Type.clampedRange(Integer.MIN_VALUE, (long) b.max() - 1));
            case LE -> a.meet(Type.range(Integer.MIN_VALUE, b.max()));
            case GT -> a.meet(Type.clampedRange((long) b.min() + 1, Integer.MAX_VALUE));
            case GE -> a.meet(Type.range(b.min(), Integer.MAX_VALUE));
            case EQ -> a.meet(b);
            case NE -> a;
        };
    }

    static Type multiply(Type a, Type b) {
        long p = (long) a.min() * b.min();
        long q = (long) a.min() * b.max();
        long r = (long) a.max() * b.min();
        long s = (long) a.max() * b.max();
        return wrapped(Math.min(Math.min(p, q), Math.min(r, s)), Math.max(Math.max(p, q), Math.max(r, s)));
    }

    /** The range if nothing in it overflows, else every int32. */
    static Type wrapped(long min, long max) {
        return fits(min, max) ? Type.range((int) min, (int) max) : Type.INT32;
    }

    static boolean fits(long min, long max) {
        return min >= Integer.MIN_VALUE && max <= Integer.MAX_VALUE;
    }

    static Type and(Type a, Type b) {
        if (a.min() >= 0 || b.min() >= 0) {
            int max = a.min() >= 0 && b.min() >= 0
                    ? Math.min(a.max(), b.max())
                    : a.min() >= 0 ? a.max() : b.max();
            return Type.range(0, max);
        }
        return Type.INT32;
    }

    static Type or(Type a, Type b) {
        if (a.min() >= 0 && b.min() >= 0) {
            return Type.range(Math.max(a.min(), b.min()), below(a.max() | b.max()));
        }
        return a.max() < 0 || b.max() < 0 ? Type.range(Integer.MIN_VALUE, -1) : Type.INT32;
    }

    static Type xor(Type a, Type b) {
        return a.min() >= 0 && b.min() >= 0 ? Type.range(0, below(a.max() | b.max())) : Type.INT32;
    }

    /** All bits up to the highest one set. */
    private static int below(int value) {
        return value == 0 ? 0 : (Integer.highestOneBit(value) << 1) - 1 & Integer.MAX_VALUE;
    }

    static Type shiftRight(Type a, Type count) {
        if (count.min() == count.max()) {
            return Type.range(a.min() >> count.min(), a.max() >> count.min());
        }
        return Type.range(Math.min(a.min(), 0), Math.max(a.max(), 0)).join(a);
    }

    static Type shiftRightUnsigned(Type a, Type count) {
        if (count.min() != count.max()) {
            return a.min() >= 0 ? Type.range(0, a.max()) : Type.INT32;
        }
        int n = count.min() & 31;
        if (a.min() >= 0) {
            return Type.range(a.min() >>> n, a.max() >>> n);
        }
        return n == 0 ? Type.INT32 : Type.range(0, -1 >>> n);
    }

    static Type shiftLeft(Type a, Type count) {
        if (count.min() != count.max()) {
            return Type.INT32;
        }
        int n = count.min() & 31;
        return wrapped((long) a.min() << n, (long) a.max() << n);
    }

    /** Of a remainder by a divisor in {@code b}: its size is below the divisor's, its sign the dividend's. */
    static Type remainder(Type a, Type b) {
        long size = Math.max(Math.abs((long) b.min()), Math.abs((long) b.max())) - 1;
        long max = a.max() <= 0 ? 0 : Math.min(a.max(), Math.max(size, 0));
        long min = a.min() >= 0 ? 0 : Math.max(a.min(), -Math.max(size, 0));
        return Type.clampedRange(min, max);
    }
}
