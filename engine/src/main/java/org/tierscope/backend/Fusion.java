package org.tierscope.backend;

import org.tierscope.ir.Block;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/**
 * Decides which nodes are emitted as part of their only user: comparisons and tests that a branch or a CheckTrue directly behind
 * them consumes become compare-and-jump, with no boolean in a register.
 */
final class Fusion {
    private final boolean[] fused;

    Fusion(Graph graph) {
        fused = new boolean[graph.nodeIds()];
        int[] uses = countUses(graph);
        for (Block block : graph.blocks()) {
            Node previous = null;
            for (Node node : block.nodes()) {
                consider(node, previous, uses);
                previous = node;
            }
            consider(block.terminator(), previous, uses);
        }
    }

    boolean isFused(Node node) {
        return fused[node.id()];
    }

    private void consider(Node user, Node previous, int[] uses) {
        if (previous == null || !user.is(Operator.Branch) && !user.is(Operator.CheckTrue)) {
            return;
        }
        Node condition = user.input(0);
        boolean fusible = condition == previous && uses[condition.id()] == 1 && isCondition(condition);
        if (fusible) {
            fused[condition.id()] = true;
        }
    }

    private static boolean isCondition(Node node) {
        return switch (node.operator()) {
            case CompareInt32, CompareFloat64, SameWord, TestType, TestShape, TestFunction -> true;
            default -> false;
        };
    }

    private static int[] countUses(Graph graph) {
        int[] uses = new int[graph.nodeIds()];
        graph.forEachNode(node -> {
            node.inputs().forEach(input -> uses[input.id()]++);
            if (node.state() != null) {
                node.state().forEachValue(value -> uses[value.id()]++);
            }
        });
        return uses;
    }
}
