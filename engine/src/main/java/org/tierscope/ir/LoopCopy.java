package org.tierscope.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies of a loop's body in front of the loop, each for one of its first iterations. What the loop computes and code behind it uses
 * comes out of several places then, and phis bring it together.
 *
 * <p>Loops that can be copied have one preheader, one way back, which ends by asking for interrupts, and nothing that cannot be
 * brought together behind them: raw addresses and objects that were removed.
 */
public final class LoopCopy {
    private final Graph graph;
    private final List<Block> blocks;
    private final Set<Block> inside;
    private final Block header;
    private final Block preheader;
    private final Block latch;
    private final Map<Integer, Integer> copyNumbers = new HashMap<>();
    private final LoopExits exits;
    private final List<LoopExits.Copy> copies = new ArrayList<>();

    private LoopCopy(Graph graph, LoopTree loops, LoopTree.Loop loop) {
        this.graph = graph;
        this.blocks = List.copyOf(loop.blocks());
        this.inside = new LinkedHashSet<>(blocks);
        this.header = loop.header();
        this.preheader = loops.preheader(loop);
        Block back = null;
        for (Block predecessor : header.predecessors()) {
            if (inside.contains(predecessor)) {
                back = back == null ? predecessor : header;
            }
        }
        this.latch = back;
        this.exits = new LoopExits(graph, inside);
    }

    /** The loop, or null where it is not of a form that can be copied. */
    public static LoopCopy of(Graph graph, LoopTree loops, LoopTree.Loop loop) {
        var copy = new LoopCopy(graph, loops, loop);
        return copy.preheader != null && copy.latch != null && copy.latch != copy.header && copy.lastState() != null
                && copy.preheader.terminator().is(Operator.Jump) && copy.latch.terminator().is(Operator.Jump)
                ? copy : null;
    }

    /** Whether phis can stand for all that the loop computes and code behind it uses: looks through the whole graph. */
    public boolean canBeCopied() {
        return exits.canBeBroughtTogether();
    }

    /** Nodes of the loop's body. */
    public int size() {
        int size = 0;
        for (Block block : blocks) {
            size += block.phis().size() + block.nodes().size() + 1;
        }
        return size;
    }

    /** The value that a phi of the header has in the first iteration. */
    public Node first(Node phi) {
        return phi.input(header.predecessors().indexOf(preheader));
    }

    /** The value that a phi of the header has in the next iteration. */
    public Node next(Node phi) {
        return phi.input(header.predecessors().indexOf(latch));
    }

    /** Where the loop goes on in the header, which ends in a branch out of it; null where it does not. */
    public Block bodyBehindTest() {
        Block[] targets = header.successors();
        return targets.length == 2 && inside.contains(targets[0]) != inside.contains(targets[1])
                ? inside.contains(targets[0]) ? targets[0] : targets[1]
                : null;
    }

    public boolean contains(Block block) {
        return inside.contains(block);
    }

    /**
     * The state that the last iteration's end has; null where nothing there says what the interpreter would go on with, or where
     * something happens behind it.
     */
    private FrameState lastState() {
        FrameState state = null;
        for (Node node : latch.nodes()) {
            if (node.is(Operator.CheckInterrupt)) {
                state = node.state();
            } else if (node.effects().hasSideEffect() || node.effects().throwsException()) {
                state = null;
            }
        }
        return state;
    }

    /**
     * Puts the first {@code count} iterations in front of the loop.
     *
     * @param entersBody whether the header's test is known to stay in the loop in each of them
     */
    public void peel(int count, boolean entersBody) {
        Block from = preheader;
        LoopExits.Copy last = null;
        for (int i = 0; i < count; i++) {
            last = copyBlocks(last, entersBody);
            copies.add(last);
            redirect(from, header, last.blocks().get(header));
            last.blocks().get(header).predecessors().add(from);
            from = last.blocks().get(latch);
            if (entersBody) {
                dropInterruptCheck(from);
            }
        }
        addCheckpoint(from, last);
        int entry = header.predecessors().indexOf(preheader);
        header.predecessors().set(entry, from);
        for (Node phi : header.phis()) {
            phi.setInput(entry, last.of(next(phi)));
        }
        exits.bringTogether(copies);
        graph.pruneAndOrder();
        TrivialPhis.remove(graph);
    }

    private static void dropInterruptCheck(Block block) {
        for (Node node : List.copyOf(block.nodes())) {
            if (node.is(Operator.CheckInterrupt)) {
                node.setBlock(null);
                block.nodes().remove(node);
            }
        }
    }

    /** Drops what the header's branch does not lead to: the loop is known to be left from here, with what its phis hold. */
    public void leaveAtHeader() {
        Block body = bodyBehindTest();
        Block exit = header.successors()[0] == body ? header.successors()[1] : header.successors()[0];
        Node jump = graph.newNode(Operator.Jump);
        jump.setOrigin(header.terminator().origin());
        graph.replaceTerminator(header, jump, exit);
        graph.pruneAndOrder();
        TrivialPhis.remove(graph);
    }

    private static Node mapped(Map<Node, Node> map, Node node) {
        return map.getOrDefault(node, node);
    }

    /** One more copy of the loop's blocks, whose header takes what the iteration {@code before} it (null: the entry) leaves. */
    private LoopExits.Copy copyBlocks(LoopExits.Copy before, boolean entersBody) {
        var map = new IdentityHashMap<Node, Node>();
        var blockMap = new HashMap<Block, Block>();
        copyNumbers.clear();
        for (Node phi : header.phis()) {
            map.put(phi, before == null ? first(phi) : before.of(next(phi)));
        }
        for (Block block : blocks) {
            Block copy = graph.newBlock();
            graph.blocks().add(copy);
            copy.setFrequency(block.frequency());
            blockMap.put(block, copy);
            if (block != header) {
                block.phis().forEach(phi -> map.put(phi, copyOf(phi)));
            }
            block.nodes().forEach(node -> map.put(node, copyOf(node)));
        }
        var states = new IdentityHashMap<FrameState, FrameState>();
        for (Block block : blocks) {
            Block copy = blockMap.get(block);
            if (block != header) {
                block.phis().forEach(phi -> complete(phi, map, states, copy));
            }
            block.nodes().forEach(node -> complete(node, map, states, copy));
            terminate(block, copy, map, states, blockMap, entersBody && block == header);
        }
        for (Block block : blocks) {
            if (block != header) {
                block.predecessors().forEach(predecessor -> blockMap.get(block).predecessors().add(blockMap.get(predecessor)));
            }
        }
        return new LoopExits.Copy(blockMap, map);
    }

    private Node copyOf(Node node) {
        Node copy = graph.newNode(
                graph.nodeIds(), node.operator(), node.representation(), List.of(node.parameters()),
                node.inputs().toArray(Node[]::new));
        copy.setType(node.type());
        copy.setOrigin(inCopy(node.origin())).setReason(node.reason()).setNote(node.note());
        return copy;
    }

    private Origin inCopy(Origin origin) {
        return origin == null ? null : origin.inCopy(copyNumbers.computeIfAbsent(origin.copy(), key -> graph.nextLoopCopy()));
    }

    private void complete(Node node, Map<Node, Node> map, Map<FrameState, FrameState> states, Block block) {
        Node copy = map.get(node);
        takeOver(node, copy, map, states);
        block.append(copy);
    }

    private static void takeOver(Node node, Node copy, Map<Node, Node> map, Map<FrameState, FrameState> states) {
        for (int i = 0; i < copy.inputCount(); i++) {
            copy.setInput(i, mapped(map, copy.input(i)));
        }
        if (node.state() != null) {
            copy.setState(states.computeIfAbsent(node.state(), state -> state.mapped(value -> mapped(map, value))));
        }
    }

    private void terminate(
            Block block, Block copy, Map<Node, Node> map, Map<FrameState, FrameState> states, Map<Block, Block> blockMap,
            boolean entersBody) {
        Node original = block.terminator();
        if (entersBody) {
            Node jump = graph.newNode(Operator.Jump);
            jump.setOrigin(original.origin());
            copy.setTerminator(jump);
            jump.setTargets(blockMap.get(bodyBehindTest()));
            return;
        }
        Node terminator = copyOf(original);
        takeOver(original, terminator, map, states);
        copy.setTerminator(terminator);
        Block[] targets = original.targets().clone();
        for (int i = 0; i < targets.length; i++) {
            // The way back is led on by who asked for the copy; ways out of the loop get their blocks in the end.
            targets[i] = blockMap.getOrDefault(targets[i], targets[i]);
        }
        if (block == latch) {
            targets[0] = header;
        }
        terminator.setTargets(targets);
    }

    static void redirect(Block from, Block old, Block target) {
        Block[] targets = from.terminator().targets();
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] == old) {
                targets[i] = target;
            }
        }
    }

    private void addCheckpoint(Block block, LoopExits.Copy copy) {
        Node checkpoint = graph.newNode(Operator.Checkpoint);
        checkpoint.setOrigin(block.terminator().origin());
        checkpoint.setState(lastState().mapped(copy::of));
        block.append(checkpoint);
    }
}
