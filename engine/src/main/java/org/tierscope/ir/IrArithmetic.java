package org.tierscope.ir;

import org.tierscope.runtime.NumberMath;

/** What arithmetic operations compute: the definition that {@link GraphInterpreter} runs. */
final class IrArithmetic {
    private IrArithmetic() {}

    /** ToInt32 (7.1.6). */
    static int toInt32(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return 0;
        }
        double truncated = value < 0 ? Math.ceil(value) : Math.floor(value);
        return (int) (long) (truncated % 0x1p32);
    }

    static int clamp(double value) {
        return value > 0 ? (int) Math.rint(Math.min(value, 255)) : 0;
    }

    /** Of the unchecked operations. */
    static int int32(Node node, int a, int b) {
        return switch (node.operator()) {
            case AddInt32 -> a + b;
            case SubInt32 -> a - b;
            case MulInt32 -> a * b;
            case MulHighInt32 -> (int) ((long) a * b >> 32);
            case AndInt32 -> a & b;
            case OrInt32 -> a | b;
            case XorInt32 -> a ^ b;
            case ShlInt32 -> a << b;
            case ShrInt32 -> a >> b;
            case UshrInt32 -> a >>> b;
            case MinInt32 -> Math.min(a, b);
            case MaxInt32 -> Math.max(a, b);
            case DivInt32 -> b == 0 ? 0 : a / b;
            case ModInt32 -> b == 0 ? 0 : a % b;
            case CountLeadingZerosInt32 -> Integer.numberOfLeadingZeros(a);
            default -> throw new IllegalArgumentException("no int32 arithmetic: " + node);
        };
    }

    /** Of the checked operations; null where they exit. */
    static Long checked(Node node, int a, int b) {
        return switch (node.operator()) {
            case AddInt32Checked -> fit((long) a + b);
            case SubInt32Checked -> fit((long) a - b);
            case MulInt32Checked -> (long) a * b == 0 && (a < 0 || b < 0) && node.boolParameter(0)
                    ? null
                    : fit((long) a * b);
            case DivInt32Checked -> b == 0 || a % b != 0 || a == 0 && b < 0 ? null : fit((long) a / b);
            case ModInt32Checked -> b == 0 || a < 0 && a % b == 0 && node.boolParameter(0) ? null : fit(a % b);
            case NegInt32Checked -> a == 0 ? null : fit(-(long) a);
            case AbsInt32Checked -> fit(Math.abs((long) a));
            default -> throw new IllegalArgumentException("no checked arithmetic: " + node);
        };
    }

    private static Long fit(long value) {
        return value == (int) value ? Long.valueOf(value) : null;
    }

    static double float64(Node node, double a, double b) {
        return switch (node.operator()) {
            case AddFloat64 -> a + b;
            case SubFloat64 -> a - b;
            case MulFloat64 -> a * b;
            case DivFloat64 -> a / b;
            case NegFloat64 -> -a;
            case AbsFloat64 -> Math.abs(a);
            case SqrtFloat64 -> Math.sqrt(a);
            case FloorFloat64 -> Math.floor(a);
            case CeilFloat64 -> Math.ceil(a);
            case TruncFloat64 -> a < 0 ? Math.ceil(a) : Math.floor(a);
            case RoundFloat64 -> Math.copySign(Math.floor(a) + (a - Math.floor(a) >= 0.5 ? 1 : 0), a);
            case MinFloat64 -> Math.min(a, b);
            case MaxFloat64 -> Math.max(a, b);
            case MathFloat64 -> math((MathFunction) node.parameter(0), a, b);
            default -> throw new IllegalArgumentException("no double arithmetic: " + node);
        };
    }

    private static double math(MathFunction function, double a, double b) {
        return switch (function) {
            case MOD -> a % b;
            case POW -> NumberMath.pow(a, b);
            case ATAN2 -> NumberMath.atan2(a, b);
            case HYPOT -> NumberMath.hypot(a, b);
            case SIN -> NumberMath.sin(a);
            case COS -> NumberMath.cos(a);
            case TAN -> NumberMath.tan(a);
            case ASIN -> NumberMath.asin(a);
            case ACOS -> NumberMath.acos(a);
            case ATAN -> NumberMath.atan(a);
            case SINH -> NumberMath.sinh(a);
            case COSH -> NumberMath.cosh(a);
            case TANH -> NumberMath.tanh(a);
            case EXP -> NumberMath.exp(a);
            case EXPM1 -> NumberMath.expm1(a);
            case LOG -> NumberMath.log(a);
            case LOG2 -> NumberMath.log2(a);
            case LOG10 -> NumberMath.log10(a);
            case LOG1P -> NumberMath.log1p(a);
            case CBRT -> NumberMath.cbrt(a);
            case SIGN -> Math.signum(a);
            case FROUND -> (float) a;
        };
    }
}
