package org.tierscope.ir.pass;

import java.util.List;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphRewriter;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Type;

/**
 * Type and range analysis: finds the types and int32 ranges that values can have, widening around loops and
 * narrowing behind comparisons, and drops the checks that cannot fail: of overflow, −0, sign and array
 * bounds.
 */
public final class RangeAnalysis implements Pass {
    @Override
    public String name() {
        return "range-analysis";
    }

    @Override
    public String purpose() {
        return "Finds ranges of integers and drops overflow, minus-zero and bounds checks that cannot fail.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        var dominators = new DominatorTree(graph);
        var inference = new TypeInference(graph, dominators, new LoopTree(graph, dominators));
        inference.run();
        new Sweep(graph, inference, notes).run();
    }

    private static final class Sweep extends GraphRewriter {
        private final TypeInference types;
        private final PassNotes notes;

        Sweep(Graph graph, TypeInference types, PassNotes notes) {
            super(graph);
            this.types = types;
            this.notes = notes;
        }

        private Type at(Node node) {
            return types.narrowed(node, block());
        }

        @Override
        protected Node rewrite(Node node) {
            Node result = switch (node.operator()) {
                case AddInt32Checked -> fits(node, (long) a(node).min() + b(node).min(), (long) a(node).max() + b(node).max())
                        ? unchecked(node, Operator.AddInt32)
                        : node;
                case SubInt32Checked -> fits(node, (long) a(node).min() - b(node).max(), (long) a(node).max() - b(node).min())
                        ? unchecked(node, Operator.SubInt32)
                        : node;
                case MulInt32Checked -> multiply(node);
                case ModInt32Checked -> remainder(node);
                case NegInt32Checked -> isKnown(a(node)) && a(node).min() > Integer.MIN_VALUE && excludesZero(a(node))
                        ? typed(emit(Operator.SubInt32, int32(0), node.input(0)), node)
                        : node;
                case AbsInt32Checked -> a(node).min() >= 0 && isKnown(a(node)) ? refined(node) : node;
                case CheckNotNegative -> a(node).min() >= 0 && isKnown(a(node)) ? refined(node) : node;
                case CheckBounds -> isInBounds(node) ? refined(node) : node;
                case CompareInt32 -> {
                    Boolean known = Ranges.compare(node.condition(), a(node), b(node));
                    yield known == null ? node : bool(known);
                }
                default -> node;
            };
            if (result != node) {
                notes.did(node, node.operator() + " cannot fail: becomes v" + result.id());
            }
            return result;
        }

        private Type a(Node node) {
            return at(node.input(0));
        }

        private Type b(Node node) {
            return at(node.input(1));
        }

        private static boolean isKnown(Type type) {
            return type.isInt32();
        }

        private boolean fits(Node node, long min, long max) {
            return isKnown(a(node)) && isKnown(b(node)) && Ranges.fits(min, max);
        }

        private Node unchecked(Node node, Operator operator) {
            return typed(emit(operator, node.input(0), node.input(1)), node);
        }

        private static Node typed(Node node, Node from) {
            node.setType(from.type().meet(node.type()));
            return node;
        }

        /**
         * The operand itself, known to be in the checked range because of branches above: it must stay below
         * them.
         */
        private Node refined(Node node) {
            return refine(node.input(0), node.type().meet(at(node.input(0))));
        }

        private Node multiply(Node node) {
            Type a = a(node);
            Type b = b(node);
            if (!isKnown(a) || !isKnown(b)) {
                return node;
            }
            boolean minusZero = node.boolParameter(0) && !(a.min() >= 0 && b.min() >= 0)
                    && !(excludesZero(a) && excludesZero(b));
            boolean overflow = Ranges.multiply(a, b).equals(Type.INT32);
            if (!minusZero && !overflow) {
                return unchecked(node, Operator.MulInt32);
            }
            return !minusZero && node.boolParameter(0)
                    ? typed(emit(Operator.MulInt32Checked, List.of(false), node.input(0), node.input(1)), node)
                    : node;
        }

        private Node remainder(Node node) {
            Type a = a(node);
            Type b = b(node);
            if (!isKnown(a) || !isKnown(b) || a.min() < 0 && node.boolParameter(0)) {
                return node;
            }
            if (excludesZero(b)) {
                return unchecked(node, Operator.ModInt32);
            }
            return node.boolParameter(0)
                    ? typed(emit(Operator.ModInt32Checked, List.of(false), node.input(0), node.input(1)), node)
                    : node;
        }

        private static boolean excludesZero(Type type) {
            return type.min() > 0 || type.max() < 0;
        }

        /** By its range, or because a branch above has compared it with the very same length. */
        private boolean isInBounds(Node node) {
            Type index = a(node);
            Type length = b(node);
            if (!isKnown(index) || index.min() < 0) {
                return false;
            }
            return isKnown(length) && index.max() < length.min()
                    || types.isBelow(node.input(0), node.input(1), block());
        }
    }
}
