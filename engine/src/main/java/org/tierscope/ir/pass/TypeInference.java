package org.tierscope.ir.pass;

import org.tierscope.ir.Block;
import org.tierscope.ir.Condition;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;
import org.tierscope.ir.Type;

/**
 * The narrowest types that a forward analysis finds. Begins optimistic, so that what only circulates in a
 * loop does not hold itself up; phis of loops whose ranges keep growing are widened, and two more sweeps take
 * back what widening gave away.
 */
final class TypeInference {
    /** Sweeps before ranges of loop phis are widened. */
    private static final int SWEEPS_BEFORE_WIDENING = 2;

    /**
     * Ranges grow at most a few times before they are widened; more sweeps than this mean many nested loops.
     */
    private static final int MAX_SWEEPS = 40;

    private static final int NARROWING_SWEEPS = 2;
    /** Branches above a block that are looked at for each value. */
    private static final int MAX_BRANCHES = 16;

    private final Graph graph;
    private final DominatorTree dominators;
    private final LoopTree loops;
    private final Type[] types;
    private int sweep;
    private boolean changed;

    TypeInference(Graph graph, DominatorTree dominators, LoopTree loops) {
        this.graph = graph;
        this.dominators = dominators;
        this.loops = loops;
        this.types = new Type[graph.nodeIds()];
    }

    /** Gives every node the type found. */
    void run() {
        do {
            changed = false;
            sweep(false);
            sweep++;
        } while (changed && sweep < MAX_SWEEPS);
        if (changed) {
            // Not at a fixed point: what was found so far may be too narrow.
            graph.forEachNode(node -> types[node.id()] = node.type());
            return;
        }
        for (int i = 0; i < NARROWING_SWEEPS; i++) {
            sweep(true);
        }
        graph.forEachNode(node -> {
            Type found = node.type().meet(type(node));
            if (!found.isNone()) {
                node.setType(found);
            }
        });
    }

    private void sweep(boolean narrowing) {
        for (Block block : graph.blocks()) {
            for (Node phi : block.phis()) {
                update(phi, phi(phi, block, narrowing));
            }
            for (Node node : block.nodes()) {
                update(node, transfer(node, block));
            }
        }
    }

    private void update(Node node, Type type) {
        if (!type.equals(types[node.id()])) {
            types[node.id()] = type;
            changed = true;
        }
    }

    /** What is known so far; nothing of nodes not yet visited. */
    Type type(Node node) {
        if (node.id() >= types.length) {
            return node.type();
        }
        Type type = types[node.id()];
        return type == null ? Type.NONE : type;
    }

    private Type phi(Node phi, Block block, boolean narrowing) {
        Type joined = Type.NONE;
        for (int i = 0; i < phi.inputCount(); i++) {
            joined = joined.join(narrowed(phi.input(i), block.predecessors().get(i)));
        }
        Type old = type(phi);
        if (!narrowing && sweep >= SWEEPS_BEFORE_WIDENING && loops.isHeader(block)) {
            joined = widen(old, joined.join(old));
        }
        return joined.meet(phi.type());
    }

    private static Type widen(Type old, Type grown) {
        if ((old.bits() & Type.INT32_BIT) == 0 || (grown.bits() & Type.INT32_BIT) == 0) {
            return grown;
        }
        int min = grown.min() >= old.min() ? old.min() : grown.min() >= 0 ? 0 : Integer.MIN_VALUE;
        int max = grown.max() <= old.max() ? old.max() : Integer.MAX_VALUE;
        return new Type(grown.bits(), min, max);
    }

    /** The type that {@code node} has in {@code block}, where branches on the way there have compared it. */
    Type narrowed(Node node, Block block) {
        Type type = type(node);
        if (!type.isInt32() || node.representation() != Representation.INT32) {
            return type;
        }
        Node base = node.base();
        int branches = 0;
        for (Block at = block; at != null && branches < MAX_BRANCHES; at = dominators.immediateDominator(at)) {
            Node comparison = comparisonInto(at);
            if (comparison == null) {
                continue;
            }
            branches++;
            Condition condition = conditionInto(at, comparison);
            if (comparison.input(0).base() == base) {
                type = Ranges.narrow(type, condition, type(comparison.input(1)));
            } else if (comparison.input(1).base() == base) {
                type = Ranges.narrow(type, condition.swapped(), type(comparison.input(0)));
            }
        }
        return type;
    }

    /** Whether branches on the way to {@code block} have found {@code node} to be less than {@code limit}. */
    boolean isBelow(Node node, Node limit, Block block) {
        Node base = node.base();
        Node limitBase = limit.base();
        int branches = 0;
        for (Block at = block; at != null && branches < MAX_BRANCHES; at = dominators.immediateDominator(at)) {
            Node comparison = comparisonInto(at);
            if (comparison == null) {
                continue;
            }
            branches++;
            Condition condition = conditionInto(at, comparison);
            Node left = comparison.input(0).base();
            Node right = comparison.input(1).base();
            if (left == base && right == limitBase && condition == Condition.LT
                    || left == limitBase && right == base && condition == Condition.GT) {
                return true;
            }
        }
        return false;
    }

    /** The int32 comparison whose branch leads to {@code block} and nowhere else, or null. */
    private static Node comparisonInto(Block block) {
        if (block.predecessors().size() != 1) {
            return null;
        }
        Node branch = block.predecessors().getFirst().terminator();
        return branch.is(Operator.Branch) && branch.input(0).is(Operator.CompareInt32) ? branch.input(0) : null;
    }

    private static Condition conditionInto(Block block, Node comparison) {
        Node branch = block.predecessors().getFirst().terminator();
        return branch.targets()[0] == block ? comparison.condition() : comparison.condition().negated();
    }

    private Type transfer(Node node, Block block) {
        Type declared = node.type();
        if (node.inputCount() == 0) {
            return declared;
        }
        Type a = narrowed(node.input(0), block);
        Type b = node.inputCount() > 1 ? narrowed(node.input(1), block) : Type.NONE;
        return switch (node.operator()) {
            case BoxInt32, UnboxInt32, CheckInt32, CheckIndex -> a.isNone() ? a : passed(a, declared);
            case CheckNotNegative, CheckBounds, CheckString, CheckObject, Refine -> a.meet(upperBound(node, b, declared));
            case CheckNotEmpty -> a.without(Type.EMPTY).meet(declared);
            case AddInt32Checked, AddInt32, SubInt32Checked, SubInt32, MulInt32Checked, MulInt32, AndInt32, OrInt32,
                    XorInt32, ShlInt32, ShrInt32, UshrInt32, MinInt32, MaxInt32, ModInt32Checked, ModInt32,
                    DivInt32Checked -> a.isNone() || b.isNone()
                            ? Type.NONE
                            : a.isInt32() && b.isInt32() ? arithmetic(node, a, b).meet(declared) : declared;
            case NegInt32Checked -> a.isInt32()
                    ? Type.clampedRange(-(long) a.max(), -(long) a.min()).meet(declared)
                    : a.isNone() ? a : declared;
            default -> declared;
        };
    }

    private static Type passed(Type a, Type declared) {
        Type result = a.meet(Type.INT32).meet(declared);
        return result.isNone() ? declared : result;
    }

    private static Type upperBound(Node node, Type length, Type declared) {
        return node.is(Operator.CheckBounds) && length.isInt32()
                ? declared.meet(Type.clampedRange(0, (long) length.max() - 1))
                : declared;
    }

    private static Type arithmetic(Node node, Type a, Type b) {
        long sumMin = (long) a.min() + b.min();
        long sumMax = (long) a.max() + b.max();
        long differenceMin = (long) a.min() - b.max();
        long differenceMax = (long) a.max() - b.min();
        return switch (node.operator()) {
            case AddInt32Checked -> Type.clampedRange(sumMin, sumMax);
            case AddInt32 -> Ranges.wrapped(sumMin, sumMax);
            case SubInt32Checked -> Type.clampedRange(differenceMin, differenceMax);
            case SubInt32 -> Ranges.wrapped(differenceMin, differenceMax);
            case MulInt32Checked, MulInt32 -> Ranges.multiply(a, b);
            case AndInt32 -> Ranges.and(a, b);
            case OrInt32 -> Ranges.or(a, b);
            case XorInt32 -> Ranges.xor(a, b);
            case ShlInt32 -> Ranges.shiftLeft(a, b);
            case ShrInt32 -> Ranges.shiftRight(a, b);
            case UshrInt32 -> Ranges.shiftRightUnsigned(a, b);
            case MinInt32 -> Type.range(Math.min(a.min(), b.min()), Math.min(a.max(), b.max()));
            case MaxInt32 -> Type.range(Math.max(a.min(), b.min()), Math.max(a.max(), b.max()));
            case ModInt32Checked, ModInt32 -> Ranges.remainder(a, b);
            default -> Type.INT32;
        };
    }
}
