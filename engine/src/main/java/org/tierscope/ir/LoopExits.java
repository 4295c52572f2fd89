package org.tierscope.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings together what a loop and copies of it compute, for the code behind them: ways out that led from the loop alone lead from its
 * copies too, and everything behind them takes phis of what was one value before.
 */
final class LoopExits {
    /** A way out of the loop. */
    record Exit(Block from, Block to) {}

    /** What became of the loop's blocks and nodes in one copy. */
    record Copy(Map<Block, Block> blocks, Map<Node, Node> nodes) {
        Node of(Node node) {
            return nodes.getOrDefault(node, node);
        }
    }

    private interface Use {
        void accept(Node user, Node value);
    }

    private final Graph graph;
    private final Set<Block> inside;
    private final List<Exit> exits = new ArrayList<>();
    private final Map<Block, Map<Node, Node>> valueAt = new HashMap<>();
    private List<Copy> copies = List.of();

    LoopExits(Graph graph, Set<Block> blocks) {
        this.graph = graph;
        this.inside = blocks;
        for (Block block : blocks) {
            for (Block target : block.successors()) {
                if (!inside.contains(target)) {
                    exits.add(new Exit(block, target));
                }
            }
        }
    }

    /** Whether phis can stand for all that the loop computes and code behind it uses. */
    boolean canBeBroughtTogether() {
        for (Exit exit : exits) {
            if (exit.to.predecessors().size() != 1) {
                return false;
            }
        }
        boolean[] possible = {true};
        forEachUseBehind((user, value) -> {
            Representation held = value.representation();
            possible[0] &= held != Representation.RAW && held != Representation.NONE && !value.is(Operator.VirtualObject);
        });
        return possible[0];
    }

    private void forEachUseBehind(Use use) {
        for (Block block : graph.blocks()) {
            if (inside.contains(block)) {
                continue;
            }
            block.phis().forEach(phi -> forEachUse(phi, use));
            block.nodes().forEach(node -> forEachUse(node, use));
            forEachUse(block.terminator(), use);
        }
    }

    private void forEachUse(Node node, Use use) {
        for (Node input : node.inputs()) {
            if (inside.contains(input.block())) {
                use.accept(node, input);
            }
        }
        if (node.state() != null) {
            node.state().forEachValue(value -> {
                if (inside.contains(value.block())) {
                    use.accept(node, value);
                }
            });
        }
    }

    /** Joins the ways out of the loop and its copies, whose blocks are in the graph. */
    void bringTogether(List<Copy> made) {
        copies = made;
        var outside = new ArrayList<Block>();
        var known = new HashSet<>(inside);
        copies.forEach(copy -> known.addAll(copy.blocks.values()));
        graph.blocks().stream().filter(block -> !known.contains(block)).forEach(outside::add);
        for (Exit exit : exits) {
            for (Node phi : exit.to.phis()) {
                phi.replaceBy(phi.input(0));
            }
        }
        graph.applyReplacements();
        for (Exit exit : exits) {
            join(exit);
        }
        var states = new IdentityHashMap<FrameState, Map<Block, FrameState>>();
        for (Block block : outside) {
            for (Node phi : List.copyOf(block.phis())) {
                for (int i = 0; i < phi.inputCount(); i++) {
                    if (inside.contains(phi.input(i).block()) && !isJoin(phi, block)) {
                        phi.setInput(i, valueAt(phi.input(i), block.predecessors().get(i)));
                    }
                }
            }
            for (Node node : block.nodes()) {
                useTogether(node, block, states);
            }
            useTogether(block.terminator(), block, states);
        }
    }

    private boolean isJoin(Node phi, Block block) {
        Map<Node, Node> there = valueAt.get(block);
        return there != null && there.containsValue(phi);
    }

    private void useTogether(Node node, Block block, Map<FrameState, Map<Block, FrameState>> states) {
        for (int i = 0; i < node.inputCount(); i++) {
            if (inside.contains(node.input(i).block())) {
                node.setInput(i, valueAt(node.input(i), block));
            }
        }
        FrameState state = node.state();
        if (state != null) {
            boolean[] needed = {false};
            state.forEachValue(value -> needed[0] |= inside.contains(value.block()));
            if (needed[0]) {
                node.setState(states.computeIfAbsent(state, key -> new HashMap<>()).computeIfAbsent(
                        block,
                        key -> state.mapped(value -> inside.contains(value.block()) ? valueAt(value, block) : value)));
            }
        }
    }

    /** Leads an exit of the loop, and those of its copies, through blocks of their own to where it led. */
    private void join(Exit exit) {
        var froms = new ArrayList<Block>();
        froms.add(exit.from);
        for (Copy copy : copies) {
            Block from = copy.blocks.get(exit.from);
            if (List.of(from.successors()).contains(exit.to)) {
                froms.add(from);
            }
        }
        if (froms.size() == 1) {
            return;
        }
        exit.to.predecessors().clear();
        for (Block from : froms) {
            Block between = graph.newBlock();
            graph.blocks().add(between);
            LoopCopy.redirect(from, exit.to, between);
            between.predecessors().add(from);
            Node jump = graph.newNode(Operator.Jump);
            jump.setOrigin(from.terminator().origin());
            graph.terminate(between, jump, exit.to);
        }
    }

    /** What a value of the loop is at the end of a block behind it. */
    private Node valueAt(Node value, Block block) {
        if (inside.contains(block)) {
            return value;
        }
        Map<Node, Node> there = valueAt.computeIfAbsent(block, key -> new IdentityHashMap<>());
        Node known = there.get(value);
        if (known != null) {
            return known;
        }
        Exit exit = exitTo(block);
        int count = block.predecessors().size();
        if (count == 1) {
            Node only = exit != null ? value : valueAt(value, block.predecessors().getFirst());
            there.put(value, only);
            return only;
        }
        Node phi = graph.newPhi(value.representation(), new Node[count]);
        phi.setType(value.type());
        phi.setOrigin(value.origin());
        block.append(phi);
        there.put(value, phi);
        for (int i = 0; i < count; i++) {
            phi.setInput(i, exit == null
                    ? valueAt(value, block.predecessors().get(i))
                    : valueIn(value, block.predecessors().get(i).predecessors().getFirst()));
        }
        return phi;
    }

    private Exit exitTo(Block block) {
        for (Exit exit : exits) {
            if (exit.to == block) {
                return exit;
            }
        }
        return null;
    }

    /** What a value of the loop is in the loop or one of its copies. */
    private Node valueIn(Node value, Block block) {
        for (Copy copy : copies) {
            if (copy.blocks.containsValue(block)) {
                return copy.of(value);
            }
        }
        return value;
    }
}
