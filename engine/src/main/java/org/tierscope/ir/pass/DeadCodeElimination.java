package org.tierscope.ir.pass;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.tierscope.ir.Block;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/**
 * Drops nodes whose values nothing needs. What frame states hold is needed, but for calls that no handler is around; guards stay whether their results
 * are used or not, because what comes after them relies on them.
 */
public final class DeadCodeElimination implements Pass {
    private final boolean last;

    /**
     * @param last whether no pass after this one puts guards anywhere or moves loads: then places for
     *     guards, and refinements, which keep loads behind tests, go too
     */
    public DeadCodeElimination(boolean last) {
        this.last = last;
    }

    @Override
    public String name() {
        return "dead-code-elimination";
    }

    @Override
    public String purpose() {
        return "Drops nodes whose values nothing needs.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        var live = new boolean[graph.nodeIds()];
        var work = new ArrayDeque<Node>();
        Set<FrameState> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        if (last) {
            graph.blocks().forEach(block -> block.nodes().removeIf(DeadCodeElimination::isCheckpoint));
            graph.forEachNode(node -> {
                if (node.is(Operator.Refine)) {
                    node.replaceBy(node.input(0));
                }
            });
            graph.applyReplacements();
        }
        graph.forEachNode(DeadCodeElimination::emptyState);
        graph.forEachNode(node -> {
            if (isRoot(node)) {
                mark(node, live, work);
            }
        });
        while (!work.isEmpty()) {
            Node node = work.poll();
            node.inputs().forEach(input -> mark(input, live, work));
            if (node.state() != null && seen.add(node.state())) {
                node.state().forEachValue(value -> mark(value, live, work));
            }
        }
        for (Block block : graph.blocks()) {
            block.phis().removeIf(node -> isDead(node, live, notes));
            block.nodes().removeIf(node -> isDead(node, live, notes));
        }
    }

    /** Of a call under no handler, nobody ever reads registers. */
    private static void emptyState(Node node) {
        if (EscapeFacts.isUnseen(node)) {
            node.setState(node.state().bare());
        }
    }

    private static boolean isCheckpoint(Node node) {
        if (node.is(Operator.Checkpoint)) {
            node.moveTo(null);
            return true;
        }
        return false;
    }

    /**
     * Pinned values are kept for what they are, but may be dropped: only checkpoints and effects are needed
     * unused.
     */
    private static boolean isRoot(Node node) {
        return switch (node.operator()) {
            case Phi, Parameter, LoadRegister, Refine, VirtualObject -> false;
            default -> !node.effects().isRemovable();
        };
    }

    private static void mark(Node node, boolean[] live, ArrayDeque<Node> work) {
        if (!live[node.id()]) {
            live[node.id()] = true;
            work.add(node);
        }
    }

    private static boolean isDead(Node node, boolean[] live, PassNotes notes) {
        if (live[node.id()]) {
            return false;
        }
        node.moveTo(null);
        notes.did(node, "nothing needs v" + node.id());
        return true;
    }
}
