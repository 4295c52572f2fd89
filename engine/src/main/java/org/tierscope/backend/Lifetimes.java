package org.tierscope.backend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.tierscope.ir.Block;
import org.tierscope.ir.Effects;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;
import org.tierscope.machine.Location;

/**
 * Positions of instructions and lifetimes of values.
 *
 * <p>The instruction at position p (a multiple of 4) reads its operands at p and writes its result at p+2; a call destroys all
 * registers at p+1; what a frame state needs lives beyond p+2, so that an exit finds it after the result was written. An
 * instruction that writes its result before it has read all operands defines it at p. Splits, and the moves
 * they need, are in front of instructions, at multiples of 4. Phis are defined at their block's start.
 */
final class Lifetimes {
    static final int STEP = 4;
    private static final int CLOBBER = 1;
    private static final int RESULT = 2;
    private static final int AFTER = 3;

    /** The first position of a block; its first instruction is a step later. */
    private final int[] blockStart;
    /** One past the terminator's last position. */
    private final int[] blockEnd;
    private final BitSet[] liveIn;
    private final int[] position;
    private final Node[] nodes;
    private final Interval[] intervals;
    private final List<Integer> callPositions = new ArrayList<>();
    private final Graph graph;
    private final Fusion fusion;

    Lifetimes(Graph graph, Fusion fusion) {
        this.graph = graph;
        this.fusion = fusion;
        blockStart = new int[graph.blockIds()];
        blockEnd = new int[graph.blockIds()];
        liveIn = new BitSet[graph.blockIds()];
        position = new int[graph.nodeIds()];
        nodes = new Node[graph.nodeIds()];
        graph.forEachNode(node -> nodes[node.id()] = node);
        intervals = new Interval[graph.nodeIds()];
        number();
        computeLiveness();
        buildIntervals();
    }

    int blockStart(Block block) {
        return blockStart[block.id()];
    }

    int blockEnd(Block block) {
        return blockEnd[block.id()];
    }

    BitSet liveIn(Block block) {
        return liveIn[block.id()];
    }

    int position(Node node) {
        return position[node.id()];
    }

    /** Null for nodes that take no location: constants, stores, fused nodes. */
    Interval interval(Node node) {
        return intervals[node.id()];
    }

    Interval interval(int nodeId) {
        return intervals[nodeId];
    }

    /** Positions at which every register is destroyed, ascending. */
    List<Integer> callPositions() {
        return callPositions;
    }

    List<Interval> all() {
        var list = new ArrayList<Interval>();
        for (Interval interval : intervals) {
            if (interval != null) {
                list.add(interval);
            }
        }
        return list;
    }

    /** Whether a value of this node is kept somewhere between its definition and its uses. */
    boolean needsLocation(Node node) {
        return node.representation() != Representation.NONE && !node.operator().isConstant() && !node.is(Operator.VirtualObject)
                && !fusion.isFused(node);
    }

    private void number() {
        int next = 0;
        for (Block block : graph.blocks()) {
            blockStart[block.id()] = next;
            for (Node phi : block.phis()) {
                position[phi.id()] = next;
            }
            next += STEP;
            for (Node node : block.nodes()) {
                position[node.id()] = next;
                if (isCall(node)) {
                    callPositions.add(next + CLOBBER);
                }
                next += STEP;
            }
            position[block.terminator().id()] = next;
            if (isCall(block.terminator())) {
                callPositions.add(next + CLOBBER);
            }
            next += STEP;
            blockEnd[block.id()] = next;
        }
    }

    static boolean isCall(Node node) {
        return node.effects().has(Effects.CALLS | Effects.LEAF_CALL);
    }

    private void forEachInput(Node node, Consumer<Node> action) {
        for (Node input : node.inputs()) {
            if (fusion.isFused(input)) {
                forEachInput(input, action);
            } else if (needsLocation(input)) {
                action.accept(input);
            }
        }
    }

    private void forEachStateValue(Node node, Consumer<Node> action) {
        node.state().forEachValue(value -> {
            if (needsLocation(value)) {
                action.accept(value);
            }
        });
    }

    private boolean usesState(Node node) {
        return node.state() != null && !node.is(Operator.Checkpoint);
    }

    private void computeLiveness() {
        var upward = new BitSet[graph.blockIds()];
        var defined = new BitSet[graph.blockIds()];
        for (Block block : graph.blocks()) {
            var use = new BitSet();
            var def = new BitSet();
            block.phis().forEach(phi -> def.set(phi.id()));
            Consumer<Node> note = value -> {
                if (!def.get(value.id())) {
                    use.set(value.id());
                }
            };
            for (Node node : block.nodes()) {
                forEachInput(node, note);
                if (usesState(node)) {
                    forEachStateValue(node, note);
                }
                def.set(node.id());
            }
            forEachInput(block.terminator(), note);
            if (usesState(block.terminator())) {
                forEachStateValue(block.terminator(), note);
            }
            upward[block.id()] = use;
            defined[block.id()] = def;
            liveIn[block.id()] = (BitSet) use.clone();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : graph.blocks().reversed()) {
                BitSet live = liveOut(block);
                live.andNot(defined[block.id()]);
                live.or(upward[block.id()]);
                if (!live.equals(liveIn[block.id()])) {
                    liveIn[block.id()] = live;
                    changed = true;
                }
            }
        }
    }

    private BitSet liveOut(Block block) {
        var live = new BitSet();
        for (Block successor : block.successors()) {
            live.or(liveIn[successor.id()]);
            int index = successor.predecessors().indexOf(block);
            for (Node phi : successor.phis()) {
                Node input = phi.input(index);
                if (needsLocation(input)) {
                    live.set(input.id());
                }
            }
        }
        return live;
    }

    private void buildIntervals() {
        for (Block block : graph.blocks().reversed()) {
            int from = blockStart[block.id()];
            BitSet live = liveOut(block);
            for (int id = live.nextSetBit(0); id >= 0; id = live.nextSetBit(id + 1)) {
                intervalOf(nodes[id]).addRange(from, blockEnd[block.id()]);
            }
            Node terminator = block.terminator();
            uses(terminator, from);
            for (Node node : block.nodes().reversed()) {
                if (needsLocation(node)) {
                    intervalOf(node).define(position[node.id()] + (Emission.writesEarly(node) ? 0 : RESULT));
                }
                uses(node, from);
            }
            for (Node phi : block.phis()) {
                intervalOf(phi).define(from);
            }
        }
        for (Interval interval : intervals) {
            if (interval != null) {
                interval.finish();
            }
        }
        for (Block block : graph.blocks()) {
            block.nodes().forEach(this::hintFirstOperand);
            for (Node phi : block.phis()) {
                for (Node input : phi.inputs()) {
                    Interval other = intervals[input.id()];
                    if (other != null) {
                        Interval mine = intervals[phi.id()];
                        mine.hint = mine.hint == null ? other : mine.hint;
                        other.hint = other.hint == null ? mine : other.hint;
                    }
                }
            }
        }
    }

    /** Guards pass their operand on, and arithmetic overwrites its first one: both like to stay in its register. */
    private void hintFirstOperand(Node node) {
        Interval mine = intervals[node.id()];
        if (mine == null || mine.hint != null || node.inputCount() == 0) {
            return;
        }
        Interval first = intervals[node.input(0).id()];
        boolean sameClass = first != null
                && Registers.isFloating(node.representation()) == Registers.isFloating(node.input(0).representation());
        if (sameClass) {
            mine.hint = first;
        }
    }

    private void uses(Node node, int blockFrom) {
        int at = position[node.id()];
        if (usesState(node)) {
            forEachStateValue(node, value -> intervalOf(value).addRange(blockFrom, at + AFTER));
        }
        forEachInput(node, value -> {
            intervalOf(value).addRange(blockFrom, at + 1);
            intervalOf(value).addUse(at);
        });
    }

    private Interval intervalOf(Node node) {
        Interval interval = intervals[node.id()];
        if (interval == null) {
            interval = new Interval(node);
            intervals[node.id()] = interval;
        }
        return interval;
    }
}
