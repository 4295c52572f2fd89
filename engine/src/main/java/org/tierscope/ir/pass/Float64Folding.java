package org.tierscope.ir.pass;

import org.tierscope.ir.MathFunction;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/** Folding of double arithmetic. Identities hold for NaN, infinities and −0. */
final class Float64Folding {
    private Float64Folding() {}

    static Node fold(Node node, ConstantFolding.Maker maker) {
        if (node.inputCount() == 0 || node.effects().reads() != 0 || node.is(Operator.Phi)) {
            return node;
        }
        Node a = node.input(0);
        if (node.inputCount() == 1) {
            Double value = a.is(Operator.ConstantFloat64) ? unary(node, a.doubleParameter(0)) : null;
            return value != null ? maker.newFloat64(value) : simplified(node, a);
        }
        Node b = node.input(1);
        if (a.is(Operator.ConstantFloat64) && b.is(Operator.ConstantFloat64)) {
            Double value = binary(node, a.doubleParameter(0), b.doubleParameter(0));
            return value == null ? node : maker.newFloat64(value);
        }
        if (node.operator().isCommutative() && a.is(Operator.ConstantFloat64)) {
            node.setInput(0, b);
            node.setInput(1, a);
            return fold(node, maker);
        }
        return b.is(Operator.ConstantFloat64) ? identity(node, a, b.doubleParameter(0)) : node;
    }

    private static Double unary(Node node, double a) {
        return switch (node.operator()) {
            case NegFloat64 -> -a;
            case AbsFloat64 -> Math.abs(a);
            case SqrtFloat64 -> Math.sqrt(a);
            case FloorFloat64 -> Math.floor(a);
            case CeilFloat64 -> Math.ceil(a);
            case TruncFloat64 -> a < 0 ? Math.ceil(a) : Math.floor(a);
            default -> null;
        };
    }

    private static Node simplified(Node node, Node a) {
        return switch (node.operator()) {
            case NegFloat64 -> a.is(Operator.NegFloat64) ? a.input(0) : node;
            case AbsFloat64, FloorFloat64, CeilFloat64, TruncFloat64, RoundFloat64 -> a.is(node.operator()) ? a : node;
            default -> node;
        };
    }

    private static Double binary(Node node, double a, double b) {
        return switch (node.operator()) {
            case AddFloat64 -> a + b;
            case SubFloat64 -> a - b;
            case MulFloat64 -> a * b;
            case DivFloat64 -> a / b;
            case MinFloat64 -> Math.min(a, b);
            case MaxFloat64 -> Math.max(a, b);
            case MathFloat64 -> node.parameter(0) == MathFunction.MOD ? Double.valueOf(a % b) : null;
            default -> null;
        };
    }

    private static Node identity(Node node, Node a, double b) {
        boolean minusZero = b == 0 && 1 / b < 0;
        boolean plusZero = b == 0 && 1 / b > 0;
        return switch (node.operator()) {
            case AddFloat64 -> minusZero ? a : node;
            case SubFloat64 -> plusZero ? a : node;
            case MulFloat64, DivFloat64 -> b == 1 ? a : node;
            default -> node;
        };
    }

    /** ToInt32 (7.1.6). */
    static int toInt32(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return 0;
        }
        double truncated = value < 0 ? Math.ceil(value) : Math.floor(value);
        return (int) (long) (truncated % 0x1p32);
    }
}
