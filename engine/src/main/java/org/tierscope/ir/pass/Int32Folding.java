package org.tierscope.ir.pass;

import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/**
 * Folding of int32 arithmetic. A checked operation whose constants would exit is left alone: it must exit.
 */
final class Int32Folding {
    private Int32Folding() {}

    static Node fold(Node node, ConstantFolding.Maker maker) {
        if (node.inputCount() == 0 || node.effects().reads() != 0 || node.is(Operator.Phi)) {
            return node;
        }
        Node a = node.input(0);
        if (node.inputCount() == 1) {
            Long value = a.is(Operator.ConstantInt32) ? unary(node, a.intParameter(0)) : null;
            return value == null || value != (int) (long) value ? node : maker.newInt32((int) (long) value);
        }
        if (node.inputCount() != 2) {
            return node;
        }
        Node b = node.input(1);
        if (node.operator().isCommutative() && a.is(Operator.ConstantInt32) && !b.is(Operator.ConstantInt32)) {
            node.setInput(0, b);
            node.setInput(1, a);
            return fold(node, maker);
        }
        if (a.is(Operator.ConstantInt32) && b.is(Operator.ConstantInt32)) {
            Integer value = binary(node, a.intParameter(0), b.intParameter(0));
            return value == null ? node : maker.newInt32(value);
        }
        return b.is(Operator.ConstantInt32) ? identity(node, a, b.intParameter(0), maker) : sameOperands(node, a, b, maker);
    }

    /** Null where it has no value. */
    private static Long unary(Node node, int a) {
        return switch (node.operator()) {
            case NegInt32Checked -> a == 0 ? null : Long.valueOf(-(long) a);
            case AbsInt32Checked -> Math.abs((long) a);
            case CountLeadingZerosInt32 -> (long) Integer.numberOfLeadingZeros(a);
            default -> null;
        };
    }

    /** Null where it would exit, or is not folded. */
    private static Integer binary(Node node, int a, int b) {
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
            case AddInt32Checked -> exact((long) a + b);
            case SubInt32Checked -> exact((long) a - b);
            case MulInt32Checked -> (long) a * b == 0 && (a < 0 || b < 0) && node.boolParameter(0)
                    ? null
                    : exact((long) a * b);
            case DivInt32Checked -> b == 0 || a % b != 0 || a == 0 && b < 0 ? null : exact((long) a / b);
            case ModInt32Checked -> b == 0 || a < 0 && a % b == 0 && node.boolParameter(0) ? null : Integer.valueOf(a % b);
            default -> null;
        };
    }

    private static Integer exact(long value) {
        return value == (int) value ? Integer.valueOf((int) value) : null;
    }

    private static Node identity(Node node, Node a, int b, ConstantFolding.Maker maker) {
        return switch (node.operator()) {
            case AddInt32, SubInt32, AddInt32Checked, SubInt32Checked, XorInt32 -> b == 0 ? a : node;
            case OrInt32 -> b == 0 && !TruncationUses.isChecked(a) ? a : b == -1 ? maker.newInt32(-1) : node;
            case ShlInt32, ShrInt32, UshrInt32 -> (b & 31) == 0 ? a : node;
            case MulInt32 -> b == 1 ? a : b == 0 ? maker.newInt32(0) : node;
            case MulInt32Checked -> b == 1 ? a : b == 0 && a.type().min() >= 0 ? maker.newInt32(0) : node;
            case DivInt32, DivInt32Checked -> b == 1 ? a : node;
            case AndInt32 -> b == -1 || isWithinMask(a, b) ? a : b == 0 ? maker.newInt32(0) : node;
            default -> node;
        };
    }

    /** Whether every value of {@code a} has only bits of a mask of low bits. */
    private static boolean isWithinMask(Node a, int mask) {
        return mask > 0 && (mask & mask + 1) == 0 && a.type().min() >= 0 && a.type().max() <= mask;
    }

    private static Node sameOperands(Node node, Node a, Node b, ConstantFolding.Maker maker) {
        if (a != b) {
            return node;
        }
        return switch (node.operator()) {
            case AndInt32, OrInt32, MinInt32, MaxInt32 -> a;
            case SubInt32, SubInt32Checked, XorInt32 -> maker.newInt32(0);
            default -> node;
        };
    }
}
