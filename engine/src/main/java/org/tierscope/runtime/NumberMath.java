package org.tierscope.runtime;

/**
 * The functions of Math on doubles (21.3.2): one definition for interpreter, compiled code and constant folding, so that a
 * program prints the same digits in every tier. {@link StrictMath} is the library that V8's results come from too.
 */
public final class NumberMath {
    private static final double LOG2E = 1.4426950408889634;
    /** What {@link #LOG2E} lacks of the logarithm of e to the base 2. */
    private static final double LOG2E_LOW = 2.0355273740931033e-17;

    private NumberMath() {}

    /** Number::exponentiate (6.1.6.1.3): unlike C's pow, 1 to a NaN or infinite power is NaN. */
    public static double pow(double base, double exponent) {
        if (Double.isNaN(exponent) || Math.abs(base) == 1 && Double.isInfinite(exponent)) {
            return Double.NaN;
        }
        return StrictMath.pow(base, exponent);
    }

    /** As V8 has it: exact at 1, where the algorithm would miss the last bit. */
    public static double exp(double d) {
        return d == 1 ? Math.E : StrictMath.exp(d);
    }

    public static double atan2(double y, double x) {
        return StrictMath.atan2(y, x);
    }

    public static double sin(double d) {
        return StrictMath.sin(d);
    }

    public static double cos(double d) {
        return StrictMath.cos(d);
    }

    public static double tan(double d) {
        return StrictMath.tan(d);
    }

    public static double asin(double d) {
        return StrictMath.asin(d);
    }

    public static double acos(double d) {
        return StrictMath.acos(d);
    }

    public static double atan(double d) {
        return StrictMath.atan(d);
    }

    public static double sinh(double d) {
        return StrictMath.sinh(d);
    }

    public static double cosh(double d) {
        return StrictMath.cosh(d);
    }

    public static double tanh(double d) {
        return StrictMath.tanh(d);
    }

    public static double expm1(double d) {
        return StrictMath.expm1(d);
    }

    public static double log(double d) {
        return StrictMath.log(d);
    }

    public static double log10(double d) {
        return StrictMath.log10(d);
    }

    public static double log1p(double d) {
        return StrictMath.log1p(d);
    }

    public static double cbrt(double d) {
        return StrictMath.cbrt(d);
    }

    /** Half-way cases go up; −0 and what rounds to it from below stay negative. */
    public static double round(double d) {
        if (!(Math.abs(d) < 0x1p52)) {
            return d;
        }
        double floor = Math.floor(d);
        double rounded = d - floor >= 0.5 ? floor + 1 : floor;
        return rounded == 0 && (d < 0 || 1 / d < 0) ? -0.0 : rounded;
    }

    /** Exponent and mantissa apart, so that powers of two are exact and others lose no digits. */
    public static double log2(double d) {
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

    public static double atanh(double d) {
        double a = Math.abs(d);
        double t = a + a;
        double result = a < 0.5 ? 0.5 * StrictMath.log1p(t + t * a / (1 - a)) : 0.5 * StrictMath.log1p(t / (1 - a));
        return a < 0x1p-28 ? d : Math.copySign(result, d);
    }

    public static double asinh(double d) {
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

    public static double acosh(double d) {
        if (d > 0x1p28) {
            return StrictMath.log(d) + 0.6931471805599453;
        }
        double t = d - 1;
        return d > 2 ? StrictMath.log(2 * d - 1 / (d + Math.sqrt(d * d - 1))) : StrictMath.log1p(t + Math.sqrt(2 * t + t * t));
    }

    /** The root of the sum of squares, without overflow on the way; summed as V8 does it, with Kahan's correction. */
    public static double hypot(double... numbers) {
        double largest = 0;
        boolean nan = false;
        for (double number : numbers) {
            nan |= Double.isNaN(number);
            largest = Double.isNaN(number) ? largest : Math.max(largest, Math.abs(number));
        }
        if (Double.isInfinite(largest) || nan || largest == 0) {
            return Double.isInfinite(largest) ? largest : nan ? Double.NaN : 0;
        }
        double sum = 0;
        double compensation = 0;
        for (double number : numbers) {
            double n = Math.abs(number) / largest;
            double summand = n * n - compensation;
            double preliminary = sum + summand;
            compensation = preliminary - sum - summand;
            sum = preliminary;
        }
        return Math.sqrt(sum) * largest;
    }
}
