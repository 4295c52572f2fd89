package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.NumberMath;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Math (21.3). */
final class MathBuiltins {
    private MathBuiltins() {}

    static void install(Vm vm) {
        var random = new SplittableRandom(vm.options().seed());
        ObjectBuilder math = ObjectBuilder.plain(vm)
                .tag("Math")
                .constant("E", Value.ofDouble(Math.E))
                .constant("LN10", Value.ofDouble(2.302585092994046))
                .constant("LN2", Value.ofDouble(0.6931471805599453))
                .constant("LOG10E", Value.ofDouble(0.4342944819032518))
                .constant("LOG2E", Value.ofDouble(1.4426950408889634))
                .constant("PI", Value.ofDouble(Math.PI))
                .constant("SQRT1_2", Value.ofDouble(0.7071067811865476))
                .constant("SQRT2", Value.ofDouble(1.4142135623730951))
                .method("abs", 1, MathBuiltins::abs)
                .method("floor", 1, MathBuiltins::floor)
                .method("ceil", 1, unary(Math::ceil))
                .method("round", 1, unary(NumberMath::round))
                .method("trunc", 1, unary(d -> d < 0 ? Math.ceil(d) : Math.floor(d)))
                .method("sign", 1, unary(Math::signum))
                .method("sqrt", 1, unary(Math::sqrt))
                .method("cbrt", 1, unary(NumberMath::cbrt))
                .method("exp", 1, unary(NumberMath::exp))
                .method("expm1", 1, unary(NumberMath::expm1))
                .method("log", 1, unary(NumberMath::log))
                .method("log1p", 1, unary(NumberMath::log1p))
                .method("log2", 1, unary(NumberMath::log2))
                .method("log10", 1, unary(NumberMath::log10))
                .method("sin", 1, unary(NumberMath::sin))
                .method("cos", 1, unary(NumberMath::cos))
                .method("tan", 1, unary(NumberMath::tan))
                .method("asin", 1, unary(NumberMath::asin))
                .method("acos", 1, unary(NumberMath::acos))
                .method("atan", 1, unary(NumberMath::atan))
                .method("sinh", 1, unary(NumberMath::sinh))
                .method("cosh", 1, unary(NumberMath::cosh))
                .method("tanh", 1, unary(NumberMath::tanh))
                .method("asinh", 1, unary(NumberMath::asinh))
                .method("acosh", 1, unary(NumberMath::acosh))
                .method("atanh", 1, unary(NumberMath::atanh))
                .method("atan2", 2, binary(NumberMath::atan2))
                .method("pow", 2, binary(NumberMath::pow))
                .method("fround", 1, unary(d -> (float) d))
                .method("f16round", 1, unary(d -> Float.float16ToFloat(TypedArrays.toFloat16(d))))
                .method("sumPrecise", 1, MathBuiltins::sumPrecise)
                .method("clz32", 1, (v, fp, argc) -> Value.ofInt(Integer.numberOfLeadingZeros(v.conversions().toInt32(argument(fp, argc, 0)))))
                .method("imul", 2, MathBuiltins::imul)
                .method("max", 2, MathBuiltins::max)
                .method("min", 2, MathBuiltins::min)
                .method("hypot", 2, MathBuiltins::hypot)
                .method("random", 0, (v, fp, argc) -> Value.ofDouble(random.nextDouble()));
        ObjectBuilder.on(vm, vm.realm().globalObject()).value("Math", math.object());
    }

    /** Math.sumPrecise: the numbers' exact sum, rounded once. */
    private static long sumPrecise(Vm vm, long fp, int argc) {
        var sum = new Object() {
            BigDecimal exact = BigDecimal.ZERO;
            /** The sum of what is not finite; 0 where all is. */
            double special;
            boolean onlyMinusZero = true;
        };
        IteratorBuiltins.forEach(vm, argument(fp, argc, 0), value -> {
            if (!Value.isNumber(value)) {
                throw vm.typeError("Math.sumPrecise: " + vm.errors().render(value) + " is not a number");
            }
            double number = Value.numberAsDouble(value);
            sum.onlyMinusZero &= number == 0 && 1 / number < 0;
            if (Double.isFinite(number)) {
                sum.exact = sum.exact.add(new BigDecimal(number));
            } else {
                sum.special += number;
            }
        });
        double result = sum.special != 0 ? sum.special : sum.exact.doubleValue();
        return Value.number(sum.onlyMinusZero ? -0.0 : result);
    }

    private static NativeFunction unary(DoubleUnaryOperator operator) {
        return (v, fp, argc) -> Value.number(operator.applyAsDouble(v.conversions().toDouble(argument(fp, argc, 0))));
    }

    private static NativeFunction binary(DoubleBinaryOperator operator) {
        return (v, fp, argc) -> {
            double left = v.conversions().toDouble(argument(fp, argc, 0));
            return Value.number(operator.applyAsDouble(left, v.conversions().toDouble(argument(fp, argc, 1))));
        };
    }

    private static long abs(Vm vm, long fp, int argc) {
        long value = argument(fp, argc, 0);
        return Value.isInt(value)
                ? Value.number(Math.abs((long) Value.asInt(value)))
                : Value.number(Math.abs(vm.conversions().toDouble(value)));
    }

    private static long floor(Vm vm, long fp, int argc) {
        long value = argument(fp, argc, 0);
        return Value.isInt(value) ? value : Value.number(Math.floor(vm.conversions().toDouble(value)));
    }

    private static long imul(Vm vm, long fp, int argc) {
        int left = vm.conversions().toInt32(argument(fp, argc, 0));
        return Value.ofInt(left * vm.conversions().toInt32(argument(fp, argc, 1)));
    }

    private static long max(Vm vm, long fp, int argc) {
        if (argc == 2 && Value.isInt(Frame.get(fp, 0)) && Value.isInt(Frame.get(fp, 1))) {
            return Value.ofInt(Math.max(Value.asInt(Frame.get(fp, 0)), Value.asInt(Frame.get(fp, 1))));
        }
        double result = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < argc; i++) {
            result = Math.max(result, vm.conversions().toDouble(Frame.get(fp, i)));
        }
        return Value.number(result);
    }

    private static long min(Vm vm, long fp, int argc) {
        if (argc == 2 && Value.isInt(Frame.get(fp, 0)) && Value.isInt(Frame.get(fp, 1))) {
            return Value.ofInt(Math.min(Value.asInt(Frame.get(fp, 0)), Value.asInt(Frame.get(fp, 1))));
        }
        double result = Double.POSITIVE_INFINITY;
        for (int i = 0; i < argc; i++) {
            result = Math.min(result, vm.conversions().toDouble(Frame.get(fp, i)));
        }
        return Value.number(result);
    }

    private static long hypot(Vm vm, long fp, int argc) {
        var numbers = new double[argc];
        for (int i = 0; i < argc; i++) {
            numbers[i] = vm.conversions().toDouble(Frame.get(fp, i));
        }
        return Value.number(NumberMath.hypot(numbers));
    }
}
