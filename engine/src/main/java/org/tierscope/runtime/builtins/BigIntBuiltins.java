package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.BigInts;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** BigInt (21.2). */
final class BigIntBuiltins {
    private BigIntBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.BIGINT_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("BigInt")
                .method("toString", 0, BigIntBuiltins::toText)
                .method("toLocaleString", 0, BigIntBuiltins::toLocaleText)
                .method("valueOf", 0, (v, fp, argc) -> thisBigInt(v, fp, "valueOf"));
        ObjectBuilder.constructor(vm, "BigInt", 1, BigIntBuiltins::construct, Intrinsic.BIGINT_PROTOTYPE)
                .as(Intrinsic.BIGINT)
                .method("asIntN", 2, (v, fp, argc) -> wrap(v, fp, argc, true))
                .method("asUintN", 2, (v, fp, argc) -> wrap(v, fp, argc, false));
    }

    private static long construct(Vm vm, long fp, int argc) {
        if (FunctionBuiltins.isConstructCall(fp)) {
            throw vm.typeError("BigInt is not a constructor");
        }
        long primitive = vm.conversions().toPrimitive(argument(fp, argc, 0), Conversions.Hint.NUMBER);
        return Value.isNumber(primitive)
                ? vm.bigInts().ofNumber(Value.numberAsDouble(primitive))
                : vm.bigInts().toBigInt(primitive);
    }

    private static long wrap(Vm vm, long fp, int argc, boolean signed) {
        long width = vm.conversions().toIndex(argument(fp, argc, 0), "value: not (convertible to) a safe integer");
        return vm.bigInts().wrap(vm.bigInts().toBigInt(argument(fp, argc, 1)), width, signed);
    }

    private static long thisBigInt(Vm vm, long fp, String method) {
        long value = thisValue(fp);
        if (Conversions.isBigInt(value)) {
            return value;
        }
        if (Layout.isObject(value) && CellType.at(value) == CellType.BIGINT_OBJECT) {
            return Objects.field(value, 0);
        }
        throw vm.typeError("BigInt.prototype." + method + " requires that 'this' be a BigInt");
    }

    private static long toText(Vm vm, long fp, int argc) {
        long value = thisBigInt(vm, fp, "toString");
        long radix = argument(fp, argc, 0);
        double base = radix == Value.UNDEFINED ? 10 : vm.conversions().toInteger(radix);
        if (base < 2 || base > 36) {
            throw vm.rangeError("toString() radix argument must be between 2 and 36");
        }
        return vm.strings().of(vm.bigInts().toText(value, (int) base));
    }

    /** With commas between groups of three digits, as in English. */
    private static long toLocaleText(Vm vm, long fp, int argc) {
        var digits = new StringBuilder(vm.bigInts().toText(thisBigInt(vm, fp, "toLocaleString"), 10));
        int first = digits.charAt(0) == '-' ? 1 : 0;
        for (int i = digits.length() - 3; i > first; i -= 3) {
            digits.insert(i, ',');
        }
        return vm.strings().of(digits.toString());
    }

    /** What Number makes of a value: a BigInt becomes the nearest number. */
    static long toNumber(Vm vm, long value) {
        long numeric = vm.conversions().toNumeric(value);
        return Conversions.isBigInt(numeric) ? Value.number(BigInts.toDouble(numeric)) : numeric;
    }
}
