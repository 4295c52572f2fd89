package org.tierscope.ir.pass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.ir.Block;
import org.tierscope.ir.Condition;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphRewriter;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Type;

/**
 * Strength reduction: int32 quotients and remainders by constants become products with the divisor's reciprocal (Granlund and
 * Montgomery, "Division by Invariant Integers using Multiplication", PLDI 1994), those by powers of two shifts and masks; double
 * quotients of int32 that are truncated or rounded down become int32 quotients first.
 */
public final class StrengthReduction implements Pass {
    @Override
    public String name() {
        return "strength-reduction";
    }

    @Override
    public String purpose() {
        return "Replaces divisions by constants by multiplications, shifts and masks.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        new Sweep(graph, notes).run();
    }

    /**
     * What a quotient by a divisor is computed with: the high half of the product with {@code factor}, shifted.
     *
     * @param factor the reciprocal times 2^(32 + shift), modulo 2^32
     */
    private record Reciprocal(int factor, int shift) {
        /** Of a divisor of at least 2 in size that is no power of two: the smallest shift that is exact for every int32. */
        static Reciprocal of(int divisor) {
            long size = Math.abs((long) divisor);
            // The largest dividend of this sign whose remainder is size − 1.
            long limit = 0x8000_0000L + (divisor < 0 ? 1 : 0);
            long largest = limit - 1 - limit % size;
            int power = 31;
            long quotientOfLargest;
            long delta;
            do {
                power++;
                // 2^power and its quotients need up to 63 bits.
                quotientOfLargest = (1L << power) / largest;
                delta = size - Math.floorMod(1L << power, size);
            } while (quotientOfLargest < delta || quotientOfLargest == delta && (1L << power) % largest == 0);
            long factor = ((1L << power) + delta) / size;
            return new Reciprocal((int) (divisor < 0 ? -factor : factor), power - 32);
        }
    }

    private static final class Sweep extends GraphRewriter {
        private record Quotient(Node dividend, int divisor) {}

        private final PassNotes notes;
        private final Map<Quotient, Node> quotients = new HashMap<>();

        Sweep(Graph graph, PassNotes notes) {
            super(graph);
            this.notes = notes;
        }

        @Override
        protected void enter(Block block) {
            quotients.clear();
        }

        @Override
        protected Node rewrite(Node node) {
            Node result = switch (node.operator()) {
                case DivInt32 -> divisor(node.input(1)) == 0 ? node : quotient(node.input(0), divisor(node.input(1)));
                case ModInt32 -> divisor(node.input(1)) == 0 ? node : remainder(node, divisor(node.input(1)));
                case ModInt32Checked -> divisor(node.input(1)) == 0 ? node : checkedRemainder(node, divisor(node.input(1)));
                case TruncateFloat64 -> truncated(node);
                case CheckFloat64IsInt32 -> roundedDown(node);
                default -> node;
            };
            if (result != node) {
                if (!node.type().meet(result.type()).isNone()) {
                    result.setType(node.type().meet(result.type()));
                }
                notes.did(node, node.operator() + " by a constant becomes v" + result.id());
            }
            return result;
        }

        /** A constant other than −1, 0 and 1, whose quotients are those; else 0. */
        private static int divisor(Node node) {
            int value = node.is(Operator.ConstantInt32) ? node.intParameter(0) : 0;
            return Math.abs((long) value) < 2 || value == Integer.MIN_VALUE ? 0 : value;
        }

        private Node quotient(Node a, int divisor) {
            return quotients.computeIfAbsent(new Quotient(a, divisor), _ -> makeQuotient(a, divisor));
        }

        private Node makeQuotient(Node a, int divisor) {
            boolean positive = a.type().isInt32() && a.type().min() >= 0;
            Node result;
            if (isPowerOfTwo(Math.abs(divisor))) {
                int shift = Integer.numberOfTrailingZeros(divisor);
                Node size = emit(Operator.ShrInt32, positive ? a : towardsZero(a, shift), int32(shift));
                result = divisor > 0 ? size : emit(Operator.SubInt32, int32(0), size);
            } else {
                result = product(a, divisor, positive);
            }
            if (a.type().isInt32()) {
                int p = a.type().min() / divisor;
                int q = a.type().max() / divisor;
                result.setType(Type.range(Math.min(Math.min(p, q), 0), Math.max(Math.max(p, q), 0)));
            }
            return result;
        }

        /** Negative dividends get size − 1 more, so that a shift rounds them towards zero. */
        private Node towardsZero(Node a, int shift) {
            Node bias = emit(Operator.UshrInt32, emit(Operator.ShrInt32, a, int32(31)), int32(32 - shift));
            return emit(Operator.AddInt32, a, bias);
        }

        private Node product(Node a, int divisor, boolean positive) {
            Reciprocal reciprocal = Reciprocal.of(divisor);
            Node high = emit(Operator.MulHighInt32, a, int32(reciprocal.factor));
            if (divisor > 0 && reciprocal.factor < 0) {
                high = emit(Operator.AddInt32, high, a);
            } else if (divisor < 0 && reciprocal.factor > 0) {
                high = emit(Operator.SubInt32, high, a);
            }
            Node shifted = reciprocal.shift == 0 ? high : emit(Operator.ShrInt32, high, int32(reciprocal.shift));
            return positive && divisor > 0
                    ? shifted
                    : emit(Operator.AddInt32, shifted, emit(Operator.UshrInt32, shifted, int32(31)));
        }

        private static boolean isPowerOfTwo(int value) {
            return Integer.bitCount(value) == 1;
        }

        private Node remainder(Node node, int divisor) {
            Node a = node.input(0);
            if (isPowerOfTwo(Math.abs(divisor))) {
                int mask = Math.abs(divisor) - 1;
                boolean positive = a.type().isInt32() && a.type().min() >= 0;
                return positive ? emit(Operator.AndInt32, a, int32(mask)) : remainderByPowerOfTwo(a, mask);
            }
            return emit(Operator.SubInt32, a, emit(Operator.MulInt32, quotient(a, divisor), int32(divisor)));
        }

        private Node remainderByPowerOfTwo(Node a, int mask) {
            Node biased = towardsZero(a, Integer.bitCount(mask));
            return emit(Operator.SubInt32, a, emit(Operator.AndInt32, biased, int32(~mask)));
        }

        /** The back end masks for powers of two itself. */
        private Node checkedRemainder(Node node, int divisor) {
            Node a = node.input(0);
            if (isPowerOfTwo(Math.abs(divisor))) {
                return node;
            }
            Node result = remainder(node, divisor);
            boolean positive = a.type().isInt32() && a.type().min() >= 0;
            if (node.boolParameter(0) && !positive) {
                // −0 is the remainder of a negative dividend that is a multiple. Of result | −result, only zero has no sign.
                Node sign = emit(Operator.OrInt32, result, emit(Operator.SubInt32, int32(0), result));
                Node both = emit(Operator.AndInt32, a, emit(Operator.XorInt32, sign, int32(-1)));
                emit(Operator.CheckTrue, emit(Operator.CompareInt32, List.of(Condition.GE), both, int32(0)));
            }
            return result;
        }

        /** The int32 that a quotient's dividend is a conversion of, where the divisor is a constant int32; else null. */
        private static Node int32Dividend(Node quotient) {
            return quotient.is(Operator.DivFloat64) && quotient.input(0).is(Operator.Int32ToFloat64) && divisorOf(quotient) != 0
                    ? quotient.input(0).input(0)
                    : null;
        }

        private static int divisorOf(Node quotient) {
            Node divisor = quotient.input(1);
            double value = divisor.is(Operator.ConstantFloat64) ? divisor.doubleParameter(0) : 0;
            return (int) value == value && Math.abs(value) >= 2 && value != Integer.MIN_VALUE ? (int) value : 0;
        }

        /** The quotient of two int32, rounded to a double, has the same whole part as the exact one. */
        private Node truncated(Node node) {
            Node dividend = int32Dividend(node.input(0));
            return dividend == null ? node : quotient(dividend, divisorOf(node.input(0)));
        }

        /** Of a dividend that is not negative and a positive divisor, which give no −0. */
        private Node roundedDown(Node node) {
            Node rounded = node.input(0);
            if (!rounded.is(Operator.FloorFloat64) && !rounded.is(Operator.TruncFloat64)) {
                return node;
            }
            Node dividend = int32Dividend(rounded.input(0));
            return dividend != null && dividend.type().isInt32() && dividend.type().min() >= 0 && divisorOf(rounded.input(0)) > 0
                    ? quotient(dividend, divisorOf(rounded.input(0)))
                    : node;
        }
    }
}
