package org.tierscope.runtime;

import java.math.BigInteger;

/** Equality and order (7.2). */
public final class Comparison {
    /** The order of NaN and anything. */
    private static final int UNORDERED = Integer.MAX_VALUE;

    private final Vm vm;

    Comparison(Vm vm) {
        this.vm = vm;
    }

    public boolean strictEquals(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        return strictEquals(a, b);
    }

    public boolean strictEquals(long a, long b) {
        if (Value.isNumber(a)) {
            return Value.isNumber(b) && Value.numberAsDouble(a) == Value.numberAsDouble(b);
        }
        if (a == b) {
            return true;
        }
        return Layout.isString(a) && Layout.isString(b) && vm.strings().equal(a, b)
                || Conversions.isBigInt(a) && Conversions.isBigInt(b) && BigInts.equal(a, b);
    }

    public boolean sameValue(long a, long b) {
        if (Value.isNumber(a) && Value.isNumber(b)) {
            return Double.doubleToLongBits(Value.numberAsDouble(a)) == Double.doubleToLongBits(Value.numberAsDouble(b));
        }
        return strictEquals(a, b);
    }

    /** SameValueZero: what Map, Set and includes use. */
    public boolean sameValueZero(long a, long b) {
        return strictEquals(a, b) || a == Value.NAN && b == Value.NAN;
    }

    public boolean looseEquals(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        return looseEquals(a, b);
    }

    public boolean looseEquals(long a, long b) {
        if (Value.isNumber(a) && Value.isNumber(b)) {
            return Value.numberAsDouble(a) == Value.numberAsDouble(b);
        }
        if (a == b) {
            return true;
        }
        if (isNullish(a) || isNullish(b)) {
            return isNullish(a) && isNullish(b);
        }
        boolean leftObject = Layout.isObject(a);
        boolean rightObject = Layout.isObject(b);
        if (leftObject && rightObject) {
            return false;
        }
        if (Layout.isString(a) && Layout.isString(b)) {
            return vm.strings().equal(a, b);
        }
        if (Value.isBoolean(a)) {
            return looseEquals(Value.ofInt(a == Value.TRUE ? 1 : 0), b);
        }
        if (Value.isBoolean(b)) {
            return looseEquals(a, Value.ofInt(b == Value.TRUE ? 1 : 0));
        }
        if (leftObject) {
            return looseEquals(vm.conversions().toPrimitive(a, Conversions.Hint.DEFAULT), b);
        }
        if (rightObject) {
            return looseEquals(a, vm.conversions().toPrimitive(b, Conversions.Hint.DEFAULT));
        }
        if (Layout.isSymbol(a) || Layout.isSymbol(b)) {
            return false;
        }
        if (Conversions.isBigInt(a) || Conversions.isBigInt(b)) {
            return order(a, b) == 0;
        }
        return vm.conversions().toDouble(a) == vm.conversions().toDouble(b);
    }

    private static boolean isNullish(long v) {
        return Value.isNullish(v) || Layout.isObject(v) && Layout.hasFlag(v, Layout.FLAG_UNDETECTABLE);
    }

    public boolean less(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        if (Value.isNumber(a) && Value.isNumber(b)) {
            return Value.numberAsDouble(a) < Value.numberAsDouble(b);
        }
        return primitivesOrder(a, b) < 0;
    }

    public boolean lessEq(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        if (Value.isNumber(a) && Value.isNumber(b)) {
            return Value.numberAsDouble(a) <= Value.numberAsDouble(b);
        }
        return primitivesOrder(a, b) <= 0;
    }

    public boolean greater(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        if (Value.isNumber(a) && Value.isNumber(b)) {
            return Value.numberAsDouble(a) > Value.numberAsDouble(b);
        }
        int order = primitivesOrder(a, b);
        return order > 0 && order != UNORDERED;
    }

    public boolean greaterEq(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        if (Value.isNumber(a) && Value.isNumber(b)) {
            return Value.numberAsDouble(a) >= Value.numberAsDouble(b);
        }
        int order = primitivesOrder(a, b);
        return order >= 0 && order != UNORDERED;
    }

    private int primitivesOrder(long a, long b) {
        long left = vm.conversions().toPrimitive(a, Conversions.Hint.NUMBER);
        long right = vm.conversions().toPrimitive(b, Conversions.Hint.NUMBER);
        return Layout.isString(left) && Layout.isString(right)
                ? Math.clamp(vm.strings().compare(left, right), -1, 1)
                : order(left, right);
    }

    /** The order of two primitives that are not both strings: negative, 0, positive, or {@link #UNORDERED}. */
    private int order(long a, long b) {
        boolean left = Conversions.isBigInt(a);
        boolean right = Conversions.isBigInt(b);
        if (left && right) {
            return BigInts.compare(a, b);
        }
        if (left) {
            return bigIntOrder(a, b);
        }
        if (right) {
            int order = bigIntOrder(b, a);
            return order == UNORDERED ? order : -order;
        }
        double x = vm.conversions().toDouble(a);
        double y = vm.conversions().toDouble(b);
        return x < y ? -1 : x > y ? 1 : x == y ? 0 : UNORDERED;
    }

    private int bigIntOrder(long bigInt, long other) {
        if (Layout.isString(other)) {
            BigInteger parsed = BigInts.parse(vm.strings().toJava(other));
            return parsed == null ? UNORDERED : BigInts.value(bigInt).compareTo(parsed);
        }
        double number = vm.conversions().toDouble(other);
        return Double.isNaN(number) ? UNORDERED : BigInts.compare(bigInt, number);
    }

    /** InstanceofOperator (13.10.2). */
    public boolean instanceOf(long value, long target) {
        if (!Layout.isObject(target)) {
            throw vm.typeError("Right-hand side of 'instanceof' is not an object");
        }
        long handler = vm.properties().getMethod(target, vm.names().symbolHasInstance);
        if (handler != Value.UNDEFINED && handler != vm.realm().ordinaryHasInstance()) {
            return Conversions.truthy(vm.call(handler, target, value));
        }
        if (!Layout.isCallable(target)) {
            throw vm.typeError("Right-hand side of 'instanceof' is not callable");
        }
        boolean result = ordinaryHasInstance(target, value);
        if (Layout.cellType(target) == CellType.FUNCTION.ordinal() && Layout.isObject(value)) {
            vm.fields().rememberInstance(target, value, result);
        }
        return result;
    }

    /** OrdinaryHasInstance (7.3.21). */
    public boolean ordinaryHasInstance(long target, long value) {
        if (!Layout.isCallable(target)) {
            return false;
        }
        if (Layout.cellType(target) == CellType.BOUND_FUNCTION.ordinal()) {
            return instanceOf(value, Functions.boundTarget(target));
        }
        if (!Layout.isObject(value)) {
            return false;
        }
        long prototype = vm.properties().get(target, vm.names().prototype);
        if (!Layout.isObject(prototype)) {
            throw vm.typeError("Function has non-object prototype '" + vm.errors().render(prototype) + "' in instanceof check");
        }
        for (long o = vm.inheritance().getPrototypeOf(value); o != 0; o = vm.inheritance().getPrototypeOf(o)) {
            if (o == prototype) {
                return true;
            }
        }
        return false;
    }
}
