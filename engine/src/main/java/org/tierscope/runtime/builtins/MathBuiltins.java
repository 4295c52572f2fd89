package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.tierscope.runtime.Arithmetic;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Math (21.3). */
final class MathBuiltins {
    private static final double LOG2E = 1.4426950408889634;
    /** What {@link #LOG2E} lacks of the logarithm of e to the base 2. */
    private static final double LOG2E_LOW = 2.0355273740931033e-17;

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
                .method("round", 1, unary(MathBuiltins::round))
                .method("trunc", 1, unary(d -> d < 0 ? Math.ceil(d) : Math.floor(d)))
                .method("sign", 1, unary(Math::signum))
                .method("sqrt", 1, unary(Math::sqrt))
                .method("cbrt", 1, unary(StrictMath::cbrt))
                .method("exp", 1, unary(d -> d == 1 ? Math.E : StrictMath.exp(d)))
                .method("expm1", 1, unary(StrictMath::expm1))
                .method("log", 1, unary(StrictMath::log))
                .method("log1p", 1, unary(StrictMath::log1p))
                .method("log2", 1, unary(MathBuiltins::log2))
                .method("log10", 1, unary(StrictMath::log10))
                .method("sin", 1, unary(StrictMath::sin))
                .method("cos", 1, unary(StrictMath::cos))
                .method("tan", 1, unary(StrictMath::tan))
                .method("asin", 1, unary(StrictMath::asin))
                .method("acos", 1, unary(StrictMath::acos))
                .method("atan", 1, unary(StrictMath::atan))
                .method("sinh", 1, unary(StrictMath::sinh))
                .method("cosh", 1, unary(StrictMath::cosh))
                .method("tanh", 1, unary(StrictMath::tanh))
                .method("asinh", 1, unary(MathBuiltins::asinh))
                .method("acosh", 1, unary(MathBuiltins::acosh))
                .method("atanh", 1, unary(MathBuiltins::atanh))
                .method("atan2", 2, binary(StrictMath::atan2))
                .method("pow", 2, binary(Arithmetic::pow))
                .method("fround", 1, unary(d -> (float) d))
                .method("clz32", 1, (v, fp, argc) -> Value.ofInt(Integer.numberOfLeadingZeros(v.conversions().toInt32(argument(fp, argc, 0)))))
                .method("imul", 2, MathBuiltins::imul)
                .method("max", 2, MathBuiltins::max)
                .method("min", 2, MathBuiltins::min)
                .method("hypot", 2, MathBuiltins::hypot)
                .method("random", 0, (v, fp, argc) -> Value.ofDouble(random.nextDouble()));
        ObjectBuilder.on(vm, vm.realm().globalObject()).value("Math", math.object());
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

    /** Half-way cases go up; −0 and what rounds to it from below stay negative. */
    private static double round(double d) {
        if (!(Math.abs(d) < 0x1p52)) {
            return d;
        }
        double floor = Math.floor(d);
        double rounded = d - floor >= 0.5 ? floor + 1 : floor;
        return rounded == 0 && (d < 0 || 1 / d < 0) ? -0.0 : rounded;
    }

    /** Exponent and mantissa apart, so that powers of two are exact and others lose no digits. */
    private static double log2(double d) {
        if (!(d > 0) || Double.isInfinite(d)) {
            return StrictMath.log(d);
        }
        double scaled = d < Double.MIN_NORMAL ? d * 0x1p54 : d;
        int exponent = Math.getExponent(scaled);
        double mantissa = Math.scalb(scaled, -exponent);
        if (mantissa > 1.4142135623730951) {
            mantissa /= 2;
            exponent++;
        }
        double log = StrictMath.log(mantissa);
        double high = log * LOG2E;
        double low = Math.fma(log, LOG2E, -high) + log * LOG2E_LOW;
        double whole = scaled == d ? exponent : exponent - 54;
        double sum = whole + high;
        return sum + (high - (sum - whole) + low);
    }

    private static double atanh(double d) {
        double a = Math.abs(d);
        double t = a + a;
        double result = a < 0.5 ? 0.5 * StrictMath.log1p(t + t * a / (1 - a)) : 0.5 * StrictMath.log1p(t / (1 - a));
        return a < 0x1p-28 ? d : Math.copySign(result, d);
    }

    private static double asinh(double d) {
        if (d == 0 || !Double.isFinite(d)) {
            return d;
        }
        double a = Math.abs(d);
        double result = a > 0x1p28
                ? StrictMath.log(a) + 0.6931471805599453
                : a > 2
                        ? StrictMath.log(2 * a + 1 / (Math.sqrt(a * a + 1) + a))
                        : StrictMath.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
        return Math.copySign(result, d);
    }

    private static double acosh(double d) {
        if (d > 0x1p28) {
            return StrictMath.log(d) + 0.6931471805599453;
        }
        double t = d - 1;
        return d > 2 ? StrictMath.log(2 * d - 1 / (d + Math.sqrt(d * d - 1))) : StrictMath.log1p(t + Math.sqrt(2 * t + t * t));
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
        double largest = 0;
        boolean nan = false;
        for (int i = 0; i < argc; i++) {
            numbers[i] = Math.abs(vm.conversions().toDouble(Frame.get(fp, i)));
            nan |= Double.isNaN(numbers[i]);
            largest = Double.isNaN(numbers[i]) ? largest : Math.max(largest, numbers[i]);
        }
        if (Double.isInfinite(largest) || nan || largest == 0) {
            return Value.number(Double.isInfinite(largest) ? largest : nan ? Double.NaN : 0);
        }
        // Kahan's summation, as V8 does it.
        double sum = 0;
        double compensation = 0;
        for (double number : numbers) {
            double n = number / largest;
            double summand = n * n - compensation;
            double preliminary = sum + summand;
            compensation = preliminary - sum - summand;
            sum = preliminary;
        }
        return Value.number(Math.sqrt(sum) * largest);
    }
}
