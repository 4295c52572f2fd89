package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NumberText;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Number (21.1) and the global number functions. */
final class NumberBuiltins {
    private static final double MAX_SAFE_INTEGER = 0x1FFFFFFFFFFFFFp0;

    private NumberBuiltins() {}

    static void install(Vm vm) {
        long prototype = vm.realm().wrap(
                Value.ZERO, CellType.NUMBER_OBJECT, vm.realm().get(Intrinsic.OBJECT_PROTOTYPE));
        vm.realm().set(Intrinsic.NUMBER_PROTOTYPE, prototype);
        ObjectBuilder.on(vm, Intrinsic.NUMBER_PROTOTYPE)
                .method("toExponential", 1, NumberBuiltins::toExponential)
                .method("toFixed", 1, NumberBuiltins::toFixed)
                .method("toLocaleString", 0, NumberBuiltins::toLocaleString)
                .method("toPrecision", 1, NumberBuiltins::toPrecision)
                .method("toString", 1, NumberBuiltins::text)
                .method("valueOf", 0, (v, fp, argc) -> thisNumber(v, fp, "valueOf"));
        ObjectBuilder.on(vm, vm.realm().globalObject())
                .method("parseFloat", 1, NumberBuiltins::parseFloat)
                .method("parseInt", 2, NumberBuiltins::parseInt)
                .method("isNaN", 1, (v, fp, argc) -> Value.ofBoolean(Double.isNaN(v.conversions().toDouble(argument(fp, argc, 0)))))
                .method("isFinite", 1, (v, fp, argc) -> Value.ofBoolean(Double.isFinite(v.conversions().toDouble(argument(fp, argc, 0)))));
        long global = vm.realm().globalObject();
        ObjectBuilder.constructor(vm, "Number", 1, NumberBuiltins::construct, Intrinsic.NUMBER_PROTOTYPE)
                .as(Intrinsic.NUMBER)
                .constant("EPSILON", Value.ofDouble(Math.ulp(1.0)))
                .constant("MAX_SAFE_INTEGER", Value.ofDouble(MAX_SAFE_INTEGER))
                .constant("MIN_SAFE_INTEGER", Value.ofDouble(-MAX_SAFE_INTEGER))
                .constant("MAX_VALUE", Value.ofDouble(Double.MAX_VALUE))
                .constant("MIN_VALUE", Value.ofDouble(Double.MIN_VALUE))
                .constant("NaN", Value.NAN)
                .constant("POSITIVE_INFINITY", Value.ofDouble(Double.POSITIVE_INFINITY))
                .constant("NEGATIVE_INFINITY", Value.ofDouble(Double.NEGATIVE_INFINITY))
                .value("parseFloat", vm.properties().get(global, "parseFloat"))
                .value("parseInt", vm.properties().get(global, "parseInt"))
                .method("isFinite", 1, (v, fp, argc) -> Value.ofBoolean(Double.isFinite(numberOrNaN(argument(fp, argc, 0)))))
                .method("isNaN", 1, (v, fp, argc) -> Value.ofBoolean(isNaN(argument(fp, argc, 0))))
                .method("isInteger", 1, (v, fp, argc) -> Value.ofBoolean(isInteger(numberOrNaN(argument(fp, argc, 0)))))
                .method("isSafeInteger", 1, (v, fp, argc) -> Value.ofBoolean(isSafe(numberOrNaN(argument(fp, argc, 0)))));
    }

    private static double numberOrNaN(long value) {
        return Value.isNumber(value) ? Value.numberAsDouble(value) : Double.NaN;
    }

    private static boolean isNaN(long value) {
        return Value.isNumber(value) && Double.isNaN(Value.numberAsDouble(value));
    }

    private static boolean isInteger(double d) {
        return Double.isFinite(d) && Math.rint(d) == d;
    }

    private static boolean isSafe(double d) {
        return isInteger(d) && Math.abs(d) <= MAX_SAFE_INTEGER;
    }

    private static long construct(Vm vm, long fp, int argc) {
        long value = argc == 0 ? Value.ZERO : BigIntBuiltins.toNumber(vm, argument(fp, argc, 0));
        if (!FunctionBuiltins.isConstructCall(fp)) {
            return value;
        }
        long newTarget = Frame.get(fp, Frame.NEW_TARGET_REGISTER);
        return vm.realm().wrap(
                value, CellType.NUMBER_OBJECT, vm.realm().prototypeFor(newTarget, Intrinsic.NUMBER_PROTOTYPE));
    }

    private static long thisNumber(Vm vm, long fp, String method) {
        long value = thisValue(fp);
        if (Value.isNumber(value)) {
            return value;
        }
        if (Layout.isObject(value) && CellType.at(value) == CellType.NUMBER_OBJECT) {
            return Objects.field(value, 0);
        }
        throw vm.typeError("Number.prototype." + method + " requires that 'this' be a Number");
    }

    private static long text(Vm vm, long fp, int argc) {
        long number = thisNumber(vm, fp, "toString");
        long radixValue = argument(fp, argc, 0);
        double radix = radixValue == Value.UNDEFINED ? 10 : vm.conversions().toInteger(radixValue);
        if (radix < 2 || radix > 36) {
            throw vm.rangeError("toString() radix argument must be between 2 and 36");
        }
        if (radix == 10) {
            return vm.conversions().toStringValue(number);
        }
        return vm.strings().of(NumberText.toString(Value.numberAsDouble(number), (int) radix));
    }

    /** The digits argument of a formatting method, checked. */
    private static int digits(Vm vm, long value, int low, String method) {
        double digits = vm.conversions().toInteger(value);
        if (digits < low || digits > 100) {
            String range = method.equals("toPrecision") ? " argument must be between 1 and 100" : method.equals("toFixed")
                    ? " digits argument must be between 0 and 100"
                    : " argument must be between 0 and 100";
            throw vm.rangeError(method + "()" + range);
        }
        return (int) digits;
    }

    private static long toFixed(Vm vm, long fp, int argc) {
        double d = Value.numberAsDouble(thisNumber(vm, fp, "toFixed"));
        int digits = digits(vm, argument(fp, argc, 0), 0, "toFixed");
        return vm.strings().of(
                Math.abs(d) >= 1e21 || !Double.isFinite(d) ? NumberText.toString(d) : NumberText.toFixed(d, digits));
    }

    private static long toPrecision(Vm vm, long fp, int argc) {
        double d = Value.numberAsDouble(thisNumber(vm, fp, "toPrecision"));
        long argument = argument(fp, argc, 0);
        if (argument == Value.UNDEFINED) {
            return vm.strings().of(NumberText.toString(d));
        }
        double wanted = vm.conversions().toInteger(argument);
        if (!Double.isFinite(d)) {
            return vm.strings().of(NumberText.toString(d));
        }
        return vm.strings().of(NumberText.toPrecision(d, digits(vm, Value.number(wanted), 1, "toPrecision")));
    }

    private static long toExponential(Vm vm, long fp, int argc) {
        double d = Value.numberAsDouble(thisNumber(vm, fp, "toExponential"));
        long argument = argument(fp, argc, 0);
        double wanted = vm.conversions().toInteger(argument);
        if (!Double.isFinite(d)) {
            return vm.strings().of(NumberText.toString(d));
        }
        int digits = digits(vm, Value.number(wanted), 0, "toExponential");
        return vm.strings().of(NumberText.toExponential(d, argument == Value.UNDEFINED ? -1 : digits));
    }

    /** In the en-US form that node prints by default: groups of three, at most three decimals. */
    private static long toLocaleString(Vm vm, long fp, int argc) {
        double d = Value.numberAsDouble(thisNumber(vm, fp, "toLocaleString"));
        if (!Double.isFinite(d)) {
            return vm.strings().of(Double.isNaN(d) ? "NaN" : d > 0 ? "∞" : "-∞");
        }
        var format = new java.text.DecimalFormat("#,##0.###", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.US));
        format.setRoundingMode(java.math.RoundingMode.HALF_EVEN);
        return vm.strings().of(format.format(d));
    }

    private static long parseFloat(Vm vm, long fp, int argc) {
        long value = argument(fp, argc, 0);
        return Value.isInt(value) ? value : Value.number(NumberText.parseFloat(vm.conversions().toJavaString(value)));
    }

    private static long parseInt(Vm vm, long fp, int argc) {
        long value = argument(fp, argc, 0);
        long radix = argument(fp, argc, 1);
        if (Value.isInt(value) && radix == Value.UNDEFINED) {
            return value;
        }
        String text = vm.conversions().toJavaString(value);
        return Value.number(NumberText.parseInt(text, vm.conversions().toInt32(radix)));
    }
}
