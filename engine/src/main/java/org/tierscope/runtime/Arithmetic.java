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
        left = conversions.toNumeric(left);
        right = conversions.toNumeric(right);
        return areBigInts(left, right)
                ? vm.bigInts().apply(BigInts.Operator.ADD, left, right)
                : Value.number(conversions.toDouble(left) + conversions.toDouble(right));
    }

    /** Whether both are BigInts. @throws GuestException a TypeError where one is */
    private boolean areBigInts(long a, long b) {
        boolean left = Conversions.isBigInt(a);
        if (left != Conversions.isBigInt(b)) {
            throw vm.typeError("Cannot mix BigInt and other types, use explicit conversions");
        }
        return left;
    }

    /** Any operator but + on operands of which one is no number. The left one is converted before the right one. */
    private long mixed(BigInts.Operator operator, long a, long b) {
        long left = vm.conversions().toNumeric(a);
        long right = vm.conversions().toNumeric(b);
        return areBigInts(left, right) ? vm.bigInts().apply(operator, left, right) : numbers(operator, left, right);
    }

    private static long numbers(BigInts.Operator operator, long a, long b) {
        double left = Value.numberAsDouble(a);
        double right = Value.numberAsDouble(b);
        return switch (operator) {
            case ADD -> Value.number(left + right);
            case SUB -> Value.number(left - right);
            case MUL -> Value.number(left * right);
            case DIV -> Value.number(left / right);
            case MOD -> Value.number(left % right);
            case EXP -> Value.number(NumberMath.pow(left, right));
            case AND -> Value.ofInt(int32(a) & int32(b));
            case OR -> Value.ofInt(int32(a) | int32(b));
            case XOR -> Value.ofInt(int32(a) ^ int32(b));
            case SHL -> Value.ofInt(int32(a) << int32(b));
            case SHR -> Value.ofInt(int32(a) >> int32(b));
        };
    }

    private long binary(BigInts.Operator operator, long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        return TypeFeedback.result(
                slot, Value.isNumber(a) && Value.isNumber(b) ? numbers(operator, a, b) : mixed(operator, a, b));
    }

    public long sub(long a, long b, long slot) {
        if (Value.isInt(a) && Value.isInt(b)) {
            TypeFeedback.operands(slot, a, b);
            return TypeFeedback.result(slot, Value.number((long) (int) a - (int) b));
        }
        return binary(BigInts.Operator.SUB, a, b, slot);
    }

    public long mul(long a, long b, long slot) {
        return binary(BigInts.Operator.MUL, a, b, slot);
    }

    public long div(long a, long b, long slot) {
        return binary(BigInts.Operator.DIV, a, b, slot);
    }

    public long mod(long a, long b, long slot) {
        if (Value.isInt(a) && Value.isInt(b) && (int) a >= 0 && (int) b > 0) {
            TypeFeedback.operands(slot, a, b);
            return TypeFeedback.result(slot, Value.ofInt((int) a % (int) b));
        }
        return binary(BigInts.Operator.MOD, a, b, slot);
    }

    public long exp(long a, long b, long slot) {
        return binary(BigInts.Operator.EXP, a, b, slot);
    }

    /** Of a number. */
    private static int int32(long v) {
        return Value.isInt(v) ? (int) v : Conversions.toInt32(Value.asDouble(v));
    }

    public long bitAnd(long a, long b, long slot) {
        return binary(BigInts.Operator.AND, a, b, slot);
    }

    public long bitOr(long a, long b, long slot) {
        return binary(BigInts.Operator.OR, a, b, slot);
    }

    public long bitXor(long a, long b, long slot) {
        return binary(BigInts.Operator.XOR, a, b, slot);
    }

    public long shl(long a, long b, long slot) {
        return binary(BigInts.Operator.SHL, a, b, slot);
    }

    public long shr(long a, long b, long slot) {
        return binary(BigInts.Operator.SHR, a, b, slot);
    }

    public long ushr(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        long left = vm.conversions().toNumeric(a);
        long right = vm.conversions().toNumeric(b);
        if (areBigInts(left, right)) {
            throw vm.typeError("BigInts have no unsigned right shift, use >> instead");
        }
        return TypeFeedback.result(slot, Value.number(int32(left) >>> int32(right) & 0xFFFF_FFFFL));
    }

    public long neg(long a, long slot) {
        TypeFeedback.operand(slot, a);
        if (Value.isInt(a) && (int) a != 0) {
            return TypeFeedback.result(slot, Value.number(-(long) (int) a));
        }
        long value = vm.conversions().toNumeric(a);
        return TypeFeedback.result(
                slot,
                Conversions.isBigInt(value)
                        ? vm.bigInts().negate(value)
                        : Value.number(-Value.numberAsDouble(value)));
    }

    public long bitNot(long a, long slot) {
        TypeFeedback.operand(slot, a);
        long value = vm.conversions().toNumeric(a);
        return TypeFeedback.result(
                slot, Conversions.isBigInt(value) ? vm.bigInts().not(value) : Value.ofInt(~int32(value)));
    }

    public long inc(long a, long slot) {
        return step(a, 1, slot);
    }

    public long dec(long a, long slot) {
        return step(a, -1, slot);
    }

    private long step(long a, int by, long slot) {
        TypeFeedback.operand(slot, a);
        long value = vm.conversions().toNumeric(a);
        return TypeFeedback.result(
                slot,
                Conversions.isBigInt(value)
                        ? vm.bigInts().increment(value, by)
                        : Value.number(Value.numberAsDouble(value) + by));
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
