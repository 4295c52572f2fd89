package org.tierscope.runtime;

/** Arithmetic and bitwise operators (13.15.3, 6.1.6.1). Each records the types it saw in its TYPE slot, or none for slot 0. */
public final class Arithmetic {
    private final Vm vm;

    Arithmetic(Vm vm) {
        this.vm = vm;
    }

    public long add(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        if (Value.isNumber(a) && Value.isNumber(b)) {
            return TypeFeedback.result(slot, addNumbers(a, b));
        }
        return TypeFeedback.result(slot, addSlow(a, b));
    }

    private static long addNumbers(long a, long b) {
        if (Value.isInt(a) && Value.isInt(b)) {
            return Value.number((long) (int) a + (int) b);
        }
        return Value.number(Value.numberAsDouble(a) + Value.numberAsDouble(b));
    }

    private long addSlow(long a, long b) {
        if (Layout.isString(a) && Layout.isString(b)) {
            return vm.strings().concat(a, b);
        }
        Conversions conversions = vm.conversions();
        long left = conversions.toPrimitive(a, Conversions.Hint.DEFAULT);
        long right = conversions.toPrimitive(b, Conversions.Hint.DEFAULT);
        if (Layout.isString(left) || Layout.isString(right)) {
            long leftText = conversions.toStringValue(left);
            return vm.strings().concat(leftText, conversions.toStringValue(right));
        }
        rejectBigInt(left, right);
        return Value.number(conversions.toDouble(left) + conversions.toDouble(right));
    }

    private void rejectBigInt(long a, long b) {
        if (Conversions.isBigInt(a) || Conversions.isBigInt(b)) {
            throw vm.typeError("Cannot mix BigInt and other types, use explicit conversions");
        }
    }

    /** ToNumeric of one operand; the left one is converted before the right one. */
    private double numeric(long v) {
        if (Value.isNumber(v)) {
            return Value.numberAsDouble(v);
        }
        long primitive = vm.conversions().toPrimitive(v, Conversions.Hint.NUMBER);
        rejectBigInt(primitive, Value.UNDEFINED);
        return vm.conversions().toDouble(primitive);
    }

    public long sub(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        if (Value.isInt(a) && Value.isInt(b)) {
            return TypeFeedback.result(slot, Value.number((long) (int) a - (int) b));
        }
        double left = numeric(a);
        return TypeFeedback.result(slot, Value.number(left - numeric(b)));
    }

    public long mul(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        double left = numeric(a);
        return TypeFeedback.result(slot, Value.number(left * numeric(b)));
    }

    public long div(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        double left = numeric(a);
        return TypeFeedback.result(slot, Value.number(left / numeric(b)));
    }

    public long mod(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        if (Value.isInt(a) && Value.isInt(b) && (int) a >= 0 && (int) b > 0) {
            return TypeFeedback.result(slot, Value.ofInt((int) a % (int) b));
        }
        double left = numeric(a);
        return TypeFeedback.result(slot, Value.number(left % numeric(b)));
    }

    public long exp(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        double left = numeric(a);
        return TypeFeedback.result(slot, Value.number(NumberMath.pow(left, numeric(b))));
    }

    private int int32(long v) {
        return Value.isInt(v) ? (int) v : Conversions.toInt32(numeric(v));
    }

    public long bitAnd(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        int left = int32(a);
        return TypeFeedback.result(slot, Value.ofInt(left & int32(b)));
    }

    public long bitOr(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        int left = int32(a);
        return TypeFeedback.result(slot, Value.ofInt(left | int32(b)));
    }

    public long bitXor(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        int left = int32(a);
        return TypeFeedback.result(slot, Value.ofInt(left ^ int32(b)));
    }

    public long shl(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        int left = int32(a);
        return TypeFeedback.result(slot, Value.ofInt(left << int32(b)));
    }

    public long shr(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        int left = int32(a);
        return TypeFeedback.result(slot, Value.ofInt(left >> int32(b)));
    }

    public long ushr(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        int left = int32(a);
        return TypeFeedback.result(slot, Value.number(left >>> int32(b) & 0xFFFF_FFFFL));
    }

    public long neg(long a, long slot) {
        TypeFeedback.operand(slot, a);
        if (Value.isInt(a) && (int) a != 0) {
            return TypeFeedback.result(slot, Value.number(-(long) (int) a));
        }
        return TypeFeedback.result(slot, Value.number(-numeric(a)));
    }

    public long bitNot(long a, long slot) {
        TypeFeedback.operand(slot, a);
        return TypeFeedback.result(slot, Value.ofInt(~int32(a)));
    }

    public long inc(long a, long slot) {
        TypeFeedback.operand(slot, a);
        return TypeFeedback.result(slot, Value.number(numeric(a) + 1));
    }

    public long dec(long a, long slot) {
        TypeFeedback.operand(slot, a);
        return TypeFeedback.result(slot, Value.number(numeric(a) - 1));
    }

    public long toNumber(long a, long slot) {
        TypeFeedback.operand(slot, a);
        return TypeFeedback.result(slot, vm.conversions().toNumber(a));
    }

    public long toNumeric(long a, long slot) {
        TypeFeedback.operand(slot, a);
        return TypeFeedback.result(slot, vm.conversions().toNumeric(a));
    }
}
