package org.tierscope.runtime;

/** Equality and order (7.2). */
public final class Comparison {
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
        return a == b || Layout.isString(a) && Layout.isString(b) && vm.strings().equal(a, b);
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
        long left = primitive(a);
        long right = primitive(b);
        return Layout.isString(left) && Layout.isString(right)
                ? vm.strings().compare(left, right) < 0
                : number(left) < number(right);
    }

    public boolean lessEq(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        if (Value.isNumber(a) && Value.isNumber(b)) {
            return Value.numberAsDouble(a) <= Value.numberAsDouble(b);
        }
        long left = primitive(a);
        long right = primitive(b);
        return Layout.isString(left) && Layout.isString(right)
                ? vm.strings().compare(left, right) <= 0
                : number(left) <= number(right);
    }

    public boolean greater(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        if (Value.isNumber(a) && Value.isNumber(b)) {
            return Value.numberAsDouble(a) > Value.numberAsDouble(b);
        }
        long left = primitive(a);
        long right = primitive(b);
        return Layout.isString(left) && Layout.isString(right)
                ? vm.strings().compare(left, right) > 0
                : number(left) > number(right);
    }

    public boolean greaterEq(long a, long b, long slot) {
        TypeFeedback.operands(slot, a, b);
        if (Value.isNumber(a) && Value.isNumber(b)) {
            return Value.numberAsDouble(a) >= Value.numberAsDouble(b);
        }
        long left = primitive(a);
        long right = primitive(b);
        return Layout.isString(left) && Layout.isString(right)
                ? vm.strings().compare(left, right) >= 0
                : number(left) >= number(right);
    }

    private long primitive(long v) {
        return vm.conversions().toPrimitive(v, Conversions.Hint.NUMBER);
    }

    private double number(long v) {
        return vm.conversions().toDouble(v);
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
        return ordinaryHasInstance(target, value);
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
