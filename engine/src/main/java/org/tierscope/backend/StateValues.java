package org.tierscope.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/**
 * What exits read for the values of their frame states: behind a check that unboxed a word, the unboxed value instead of the
 * word, so that the word need not be kept for exits alone. An exit boxes it again; it is the same value.
 */
final class StateValues {
    private final Map<Node, Map<Node, Node>> replaced = new HashMap<>();

    /** Where the walk over the dominator tree is: what stands for which word. */
    private final Map<Node, Node> unboxed = new HashMap<>();

    private StateValues() {}

    static StateValues of(Graph graph, DominatorTree dominators) {
        var values = new StateValues();
        boolean[] onlyUnboxed = onlyUnboxed(graph);
        if (onlyUnboxed != null) {
            values.walk(graph.entry(), dominators, onlyUnboxed);
        }
        return values;
    }

    /** By node: whether it is a word that operations use for nothing but to unbox it; null if there are none. */
    private static boolean[] onlyUnboxed(Graph graph) {
        boolean[] some = new boolean[graph.nodeIds()];
        boolean[] others = new boolean[graph.nodeIds()];
        graph.forEachNode(node -> {
            if (unboxes(node)) {
                some[node.input(0).id()] = true;
            } else {
                node.inputs().forEach(input -> others[input.id()] = true);
            }
        });
        boolean any = false;
        for (int i = 0; i < some.length; i++) {
            some[i] &= !others[i];
            any |= some[i];
        }
        return any ? some : null;
    }

    private static boolean unboxes(Node node) {
        return switch (node.operator()) {
            case CheckInt32, CheckNumber, CheckBoolean, UnboxInt32, UnboxNumber, UnboxBool -> true;
            default -> false;
        };
    }

    private void walk(Block block, DominatorTree dominators, boolean[] onlyUnboxed) {
        List<Node> added = new ArrayList<>();
        for (Node node : block.nodes()) {
            visit(node);
            if (unboxes(node) && onlyUnboxed[node.input(0).id()] && unboxed.putIfAbsent(node.input(0), node) == null) {
                added.add(node.input(0));
            }
        }
        visit(block.terminator());
        for (Block child : dominators.children(block)) {
            walk(child, dominators, onlyUnboxed);
        }
        added.forEach(unboxed::remove);
    }

    private void visit(Node node) {
        if (unboxed.isEmpty() || !exits(node)) {
            return;
        }
        node.state().forEachValue(value -> {
            Node instead = unboxed.get(value);
            if (instead != null) {
                replaced.computeIfAbsent(node, n -> new HashMap<>()).put(value, instead);
            }
        });
    }

    /** Whether code for {@code node} reads its state; a checkpoint has one for passes only. */
    static boolean exits(Node node) {
        return node.state() != null && !node.is(Operator.Checkpoint);
    }

    /** What an exit of {@code user} reads for {@code value} of its state. */
    Node of(Node user, Node value) {
        Map<Node, Node> mine = replaced.get(user);
        return mine == null ? value : mine.getOrDefault(value, value);
    }

    /** All that exits of {@code user} read; nothing where it has none. */
    void forEach(Node user, Consumer<Node> action) {
        if (!exits(user)) {
            return;
        }
        Map<Node, Node> mine = replaced.get(user);
        if (mine == null) {
            user.state().forEachValue(action);
        } else {
            user.state().forEachValue(value -> action.accept(mine.getOrDefault(value, value)));
        }
    }
}
