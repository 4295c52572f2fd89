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
    /** By block: values that operations in it have as operands. */
    private final BitSet[] usedIn;
    private final int[] position;
    private final Node[] nodes;
    private final Interval[] intervals;
    private final List<Integer> callPositions = new ArrayList<>();
    private final Graph graph;
    private final Fusion fusion;
    private final StateValues states;
    /** By node: whose place it has, see {@link #home}. */
    private final Node[] homes;

    Lifetimes(Graph graph, Fusion fusion, StateValues states) {
        this.graph = graph;
        this.fusion = fusion;
        this.states = states;
        homes = new Node[graph.nodeIds()];
        findHomes();
        blockStart = new int[graph.blockIds()];
        blockEnd = new int[graph.blockIds()];
        liveIn = new BitSet[graph.blockIds()];
        usedIn = new BitSet[graph.blockIds()];
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
        return intervals[home(node).id()];
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

    /**
     * The node whose place {@code node} has: guards hand on the very word they have checked, so that they and what they checked
     * are one value with one lifetime.
     */
    Node home(Node node) {
        Node home = homes[node.id()];
        return home == null ? node : home;
    }

    boolean isAlias(Node node) {
        return homes[node.id()] != null;
    }

    private void findHomes() {
        for (Block block : graph.blocks()) {
            for (Node node : block.nodes()) {
                if (handsOn(node) && needsLocation(node) && needsLocation(node.input(0))
                        && node.representation() == node.input(0).representation()) {
                    homes[node.id()] = home(node.input(0));
                }
            }
        }
    }

    private static boolean handsOn(Node node) {
        return switch (node.operator()) {
            case Refine, CheckNotNegative, CheckString, CheckObject, CheckShape, CheckFunction, CheckValue, CheckElementsKind,
                    CheckFlags, CheckBounds, CheckNotEmpty, CheckNotHoleFloat64 -> true;
            default -> false;
        };
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
                action.accept(home(input));
            }
        }
    }

    private void forEachStateValue(Node node, Consumer<Node> action) {
        states.forEach(node, value -> {
            if (needsLocation(value)) {
                action.accept(home(value));
            }
        });
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
            var operands = new BitSet();
            for (Node node : block.nodes()) {
                forEachInput(node, note);
                forEachInput(node, value -> operands.set(value.id()));
                forEachStateValue(node, note);
                def.set(node.id());
            }
            forEachInput(block.terminator(), note);
            forEachStateValue(block.terminator(), note);
            forEachInput(block.terminator(), value -> operands.set(value.id()));
            usedIn[block.id()] = operands;
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
                    live.set(home(input).id());
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
            usesOfNextIteration(block);
            uses(terminator, from);
            for (Node node : block.nodes().reversed()) {
                if (needsLocation(node) && !isAlias(node)) {
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
                    Interval other = interval(input);
                    if (other != null && other.node != phi) {
                        Interval mine = intervals[phi.id()];
                        mine.hint = mine.hint == null ? other : mine.hint;
                        other.hint = other.hint == null ? mine : other.hint;
                    }
                }
            }
        }
    }

    /** Arithmetic overwrites its first operand, and likes to stay in its register. */
    private void hintFirstOperand(Node node) {
        Interval mine = intervals[node.id()];
        if (mine == null || mine.hint != null || node.inputCount() == 0) {
            return;
        }
        Interval first = interval(node.input(0));
        boolean sameClass = first != null
                && Registers.isFloating(node.representation()) == Registers.isFloating(node.input(0).representation());
        if (sameClass) {
            mine.hint = first;
        }
    }

    /**
     * What a loop uses somewhere, and what is alive where it begins, is used at its end too: by the next iteration. Without that,
     * a value that only the loop's test reads would seem to be of no use any more behind it.
     */
    private void usesOfNextIteration(Block latch) {
        for (Block header : latch.successors()) {
            if (blockStart[header.id()] > blockStart[latch.id()]) {
                continue;
            }
            BitSet used = new BitSet();
            for (Block block : graph.blocks()) {
                boolean between = blockStart[block.id()] >= blockStart[header.id()]
                        && blockStart[block.id()] <= blockStart[latch.id()];
                if (between) {
                    used.or(usedIn[block.id()]);
                }
            }
            used.and(liveIn[header.id()]);
            int end = position[latch.terminator().id()];
            for (int id = used.nextSetBit(0); id >= 0; id = used.nextSetBit(id + 1)) {
                intervalOf(nodes[id]).addUse(end);
            }
        }
    }

    private void uses(Node node, int blockFrom) {
        int at = position[node.id()];
        forEachStateValue(node, value -> intervalOf(value).addRange(blockFrom, at + AFTER));
        for (Node input : node.inputs()) {
            if (fusion.isFused(input)) {
                // The result must not overwrite what a memory operand is found with.
                forEachInput(input, value -> use(value, blockFrom, at, AFTER));
            } else if (needsLocation(input)) {
                use(home(input), blockFrom, at, 1);
            }
        }
    }

    private void use(Node value, int blockFrom, int at, int until) {
        intervalOf(value).addRange(blockFrom, at + until);
        intervalOf(value).addUse(at);
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
