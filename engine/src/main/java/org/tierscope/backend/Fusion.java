package org.tierscope.backend;

import java.util.List;
import org.tierscope.ir.Block;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.runtime.ElementsKind;

/**
 * Decides which nodes are emitted as part of their only user and so take no register: comparisons and tests that a branch or a
 * CheckTrue directly behind them consumes become compare-and-jump, loads become memory operands, and doubles are boxed on their
 * way to memory.
 */
final class Fusion {
    private final StateValues states;
    private final int[] uses;
    private final int[] stateUses;
    private final boolean[] fused;

    Fusion(Graph graph, StateValues states) {
        this.states = states;
        this.uses = new int[graph.nodeIds()];
        this.stateUses = new int[graph.nodeIds()];
        this.fused = new boolean[graph.nodeIds()];
        countUses(graph);
        for (Block block : graph.blocks()) {
            Node previous = null;
            for (Node node : block.nodes()) {
                condition(node, previous);
                previous = node;
            }
            condition(block.terminator(), previous);
        }
        for (Block block : graph.blocks()) {
            List<Node> nodes = block.nodes();
            for (int i = 0; i < nodes.size(); i++) {
                if (!fused[nodes.get(i).id()]) {
                    fold(nodes, i);
                    box(nodes, i);
                }
            }
        }
    }

    boolean isFused(Node node) {
        return fused[node.id()];
    }

    /** Whether {@code value} of the state of {@code user} is the memory operand of {@code user}. */
    boolean isOwnOperand(Node user, Node value) {
        return fused[value.id()] && user.inputCount() > 0 && user.input(0) == value;
    }

    private void countUses(Graph graph) {
        graph.forEachNode(node -> {
            node.inputs().forEach(input -> uses[input.id()]++);
            states.forEach(node, value -> stateUses[value.id()]++);
        });
    }

    // ---- conditions ----

    private void condition(Node user, Node previous) {
        if (previous == null || !user.is(Operator.Branch) && !user.is(Operator.CheckTrue)) {
            return;
        }
        Node condition = user.input(0);
        if (condition == previous && uses[condition.id()] + stateUses[condition.id()] == 1 && isCondition(condition)) {
            fused[condition.id()] = true;
        }
    }

    private static boolean isCondition(Node node) {
        return switch (node.operator()) {
            case CompareInt32, CompareFloat64, SameWord, TestType, TestShape, TestFunction -> true;
            default -> false;
        };
    }

    // ---- memory operands ----

    private static boolean isLoad(Node node) {
        return switch (node.operator()) {
            case LoadField, LoadElement, LoadElementFloat64, LoadArrayLength, LoadStringLength -> true;
            case LoadTypedInt32 -> node.parameter(0) == ElementsKind.INT32 || node.parameter(0) == ElementsKind.UINT32;
            default -> false;
        };
    }

    /** Whether the code for {@code user} may read its operand {@code load} from memory. */
    private boolean takesMemory(Node user, Node load) {
        return switch (user.operator()) {
            case CheckNumber, UnboxNumber, UnboxInt32, SqrtFloat64, CheckValue -> true;
            case AddInt32, AndInt32, OrInt32, XorInt32, AddInt32Checked, AddFloat64, MulFloat64 -> {
                Node other = other(user, load);
                yield !other.operator().isConstant() && !fused[other.id()];
            }
            case CompareInt32, SameWord -> !fused[other(user, load).id()];
            case SubInt32, SubInt32Checked, SubFloat64, DivFloat64 -> load == user.input(1) && !fused[user.input(0).id()];
            case CheckBounds -> load == user.input(1);
            default -> false;
        };
    }

    private static Node other(Node user, Node input) {
        return user.input(user.input(0) == input ? 1 : 0);
    }

    /** Finds the user of the load at {@code index} and makes it the user's memory operand if nothing between them writes there. */
    private void fold(List<Node> nodes, int index) {
        Node load = nodes.get(index);
        if (!isLoad(load) || uses[load.id()] != 1) {
            return;
        }
        int reads = load.effects().reads();
        for (int i = index + 1; i < nodes.size(); i++) {
            Node user = nodes.get(i);
            if (user.inputs().contains(load)) {
                fused[load.id()] =
                        takesMemory(user, load) && (stateUses[load.id()] == 0 || mayLeaveWith(user, load));
                return;
            }
            if ((user.effects().writes() & reads) != 0 || Lifetimes.isCall(user)) {
                return;
            }
        }
    }

    /** Whether the load is in no state but that of its user, whose exit loads it again. */
    private boolean mayLeaveWith(Node user, Node load) {
        if (!user.is(Operator.CheckNumber)) {
            return false;
        }
        int[] count = new int[1];
        states.forEach(user, value -> count[0] += value == load ? 1 : 0);
        return count[0] == stateUses[load.id()];
    }

    /** A double that is boxed only to be stored is boxed where it is stored. */
    private void box(List<Node> nodes, int index) {
        Node store = nodes.get(index);
        if (!store.is(Operator.StoreField) && !store.is(Operator.StoreElement)) {
            return;
        }
        Node value = store.input(store.inputCount() - 1);
        if (value.is(Operator.BoxFloat64) && !value.input(0).operator().isConstant()
                && uses[value.id()] + stateUses[value.id()] == 1) {
            fused[value.id()] = true;
        }
    }
}
