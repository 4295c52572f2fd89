package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tierscope.ir.Block;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.TrivialPhis;

/** What one sweep of escape analysis would change: collected first, since the sweep may have to be done again. */
final class EscapeEdits {
    /** A place among a block's nodes where new ones can be put. */
    record Place(Block block, List<Node> nodes, int[] at) {
        void add(Node node) {
            nodes.add(at[0]++, node);
        }
    }

    private final Graph graph;
    /** What stands for values of the graph, by their ids: the identity of a virtual object, or another value; null: themselves. */
    private Node[] aliases;
    /** Those among them that are virtual objects. */
    private final Map<Node, Node> objects = new LinkedHashMap<>();
    private final Map<Block, List<Node>> nodes = new LinkedHashMap<>();
    private final Map<Block, List<Node>> phis = new HashMap<>();
    private final Map<Node, Node[]> inputs = new IdentityHashMap<>();
    private final Map<Node, FrameState> states = new IdentityHashMap<>();
    private final Map<Block, Integer> folded = new LinkedHashMap<>();

    EscapeEdits(Graph graph) {
        this.graph = graph;
        this.aliases = new Node[graph.nodeIds()];
    }

    /** Has every use of {@code node} see {@code value}, which must be resolved. */
    void alias(Node node, Node value) {
        if (node.id() >= aliases.length) {
            aliases = Arrays.copyOf(aliases, Math.max(node.id() + 1, graph.nodeIds()));
        }
        aliases[node.id()] = value;
        if (value.is(Operator.VirtualObject)) {
            objects.put(node, value);
        }
    }

    void forEachObject(BiConsumer<Node, Node> action) {
        objects.forEach(action);
    }

    boolean isAliased(Node node) {
        return node.id() < aliases.length && aliases[node.id()] != null;
    }

    /** What {@code node} is where {@code heap} holds: the identity of an object only as long as that is virtual. */
    Node resolve(Node node, VirtualHeap heap) {
        return heap.resolve(aliasOf(node));
    }

    /** What stands for {@code node}, whether or not that object has been allocated by now. */
    Node aliasOf(Node node) {
        return isAliased(node) ? aliases[node.id()] : node;
    }

    List<Node> begin(Block block) {
        var list = new ArrayList<Node>();
        nodes.put(block, list);
        return list;
    }

    Place here(Block block) {
        List<Node> list = nodes.get(block);
        return new Place(block, list, new int[] {list.size()});
    }

    /** Behind all that a finished block computes: in front of the place for guards, where it ends in one. */
    Place atEnd(Block block) {
        List<Node> list = nodes.get(block);
        return new Place(block, list, new int[] {list.size() - (endsInCheckpoint(block) ? 1 : 0)});
    }

    boolean endsInCheckpoint(Block block) {
        List<Node> list = nodes.get(block);
        return !list.isEmpty() && list.getLast().is(Operator.Checkpoint);
    }

    Node lastOf(Block block) {
        return nodes.get(block).getLast();
    }

    void setPhis(Block block, List<Node> kept) {
        phis.put(block, kept);
    }

    void setInputs(Node node, Node[] values) {
        inputs.put(node, values);
    }

    void setState(Node node, FrameState state) {
        states.put(node, state);
    }

    void fold(Block block, int target) {
        folded.put(block, target);
    }

    /** Changes the graph. */
    void commit(PassNotes notes) {
        for (Block block : nodes.keySet()) {
            block.nodes().forEach(node -> node.moveTo(null));
            block.phis().forEach(phi -> phi.moveTo(null));
        }
        nodes.forEach((block, list) -> {
            block.nodes().clear();
            block.phis().clear();
            phis.getOrDefault(block, List.of()).forEach(block::append);
            list.forEach(block::append);
        });
        inputs.forEach((node, values) -> {
            for (int i = 0; i < values.length; i++) {
                node.setInput(i, values[i]);
            }
        });
        states.forEach(Node::setState);
        folded.forEach((block, target) -> {
            Node branch = block.terminator();
            Node jump = graph.newNode(Operator.Jump);
            jump.setOrigin(branch.origin());
            graph.replaceTerminator(block, jump, branch.targets()[target]);
            notes.did(branch, "always goes to " + jump.targets()[0]);
        });
        graph.pruneAndOrder();
        TrivialPhis.remove(graph);
    }
}
