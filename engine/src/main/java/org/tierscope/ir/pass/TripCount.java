package org.tierscope.ir.pass;

import org.tierscope.ir.Block;
import org.tierscope.ir.Condition;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopCopy;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.runtime.Value;

/** How often a loop runs whose header compares a counter with what is known when compiling. */
final class TripCount {
    private TripCount() {}

    /**
     * Iterations of the loop, unless something else leaves it earlier.
     *
     * @return −1 where that is not known, or more than {@code most}
     */
    static int of(Graph graph, Block header, LoopCopy loop, int most) {
        Node branch = header.terminator();
        Block body = loop.bodyBehindTest();
        if (body == null || !branch.is(Operator.Branch) || !branch.input(0).is(Operator.CompareInt32)) {
            return -1;
        }
        Node comparison = branch.input(0);
        Condition stays = branch.targets()[0] == body ? comparison.condition() : comparison.condition().negated();
        Node left = unboxed(comparison.input(0));
        Node right = unboxed(comparison.input(1));
        if (isCounter(right, header)) {
            Node counter = right;
            right = left;
            left = counter;
            stays = stays.swapped();
        }
        if (!isCounter(left, header)) {
            return -1;
        }
        Integer start = constant(loop.first(left));
        Integer step = step(loop.next(left), left);
        Integer limit = limit(graph, right);
        return start == null || step == null || limit == null ? -1 : count(start, step, stays, limit, most);
    }

    private static int count(int start, int step, Condition stays, int limit, int most) {
        long at = start;
        for (int count = 0; count <= most; count++) {
            if (!stays.test((int) at, limit)) {
                return count;
            }
            at += step;
            if ((int) at != at) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isCounter(Node node, Block header) {
        return node.is(Operator.Phi) && node.block() == header;
    }

    /** The value itself, whatever form it has and whatever was checked of it. */
    private static Node unboxed(Node node) {
        Node at = node.base();
        while (at.is(Operator.CheckInt32) || at.is(Operator.UnboxInt32) || at.is(Operator.BoxInt32) || at.is(Operator.CheckIndex)) {
            at = at.input(0).base();
        }
        return at;
    }

    static Integer constant(Node node) {
        Node value = unboxed(node);
        if (value.is(Operator.ConstantInt32)) {
            return value.intParameter(0);
        }
        return value.is(Operator.Constant) && Value.isInt(value.wordParameter(0)) ? Value.asInt(value.wordParameter(0)) : null;
    }

    /** By how much {@code next} is more than the counter, or null. */
    private static Integer step(Node next, Node counter) {
        Node sum = unboxed(next);
        boolean adds = sum.is(Operator.AddInt32) || sum.is(Operator.AddInt32Checked);
        boolean subtracts = sum.is(Operator.SubInt32) || sum.is(Operator.SubInt32Checked);
        if (!adds && !subtracts || unboxed(sum.input(0)) != counter) {
            return null;
        }
        Integer by = constant(sum.input(1));
        return by == null || by == Integer.MIN_VALUE ? null : adds ? by : Integer.valueOf(-by);
    }

    private static Integer limit(Graph graph, Node node) {
        Node value = unboxed(node);
        if (value.is(Operator.LoadArrayLength) && value.input(0).base().is(Operator.NewArray)) {
            Node array = value.input(0).base();
            return keepsLength(graph, array) ? array.inputCount() : null;
        }
        return constant(value);
    }

    /** Whether all that the graph does with an array of its own is to look at it and to replace elements. */
    private static boolean keepsLength(Graph graph, Node array) {
        boolean[] keeps = {true};
        graph.forEachNode(node -> {
            for (int i = 0; i < node.inputCount(); i++) {
                if (node.input(i).base() == array) {
                    keeps[0] &= i == 0 && switch (node.operator()) {
                        case CheckShape, CheckElementsKind, CheckFlags, CheckObject, CheckNotEmpty, CheckValue, Refine, LoadElements,
                                LoadArrayLength, LoadAnyElement, StoreAnyElement, TestShape, TestType, Truthy -> true;
                        default -> false;
                    };
                }
            }
        });
        return keeps[0];
    }
}
