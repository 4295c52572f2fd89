package org.tierscope.backend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tierscope.ir.Block;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.machine.Location;

/** Where every value is at every position, and the moves that keep that true. */
final class Allocation {
    /** One value copied between locations; a constant has no source location. */
    record Move(Node value, Location from, Location to) {}

    private final Lifetimes lifetimes;
    private final int[] slotOf;
    private final int frameSlots;
    private final BitSet blockStarts = new BitSet();

    Allocation(Graph graph, Lifetimes lifetimes, int[] slotOf, int frameSlots) {
        this.lifetimes = lifetimes;
        this.slotOf = slotOf;
        this.frameSlots = frameSlots;
        for (Block block : graph.blocks()) {
            blockStarts.set(lifetimes.blockStart(block));
        }
    }

    /** Slots from fp on that the frame needs, spill slots included. */
    int frameSlots() {
        return frameSlots;
    }

    Lifetimes lifetimes() {
        return lifetimes;
    }

    /** The part of a value's lifetime that holds at {@code position}, or null. */
    Interval partAt(Node node, int position) {
        for (Interval part = lifetimes.interval(node); part != null; part = part.next) {
            if (part.covers(position)) {
                return part;
            }
        }
        return null;
    }

    /** Where a value with a location is read at {@code position}. */
    Location at(Node node, int position) {
        Interval part = partAt(node, position);
        if (part == null) {
            throw new IllegalStateException("v" + node.id() + " is not alive at " + position);
        }
        return part.location;
    }

    /** Where the instruction that computes {@code node}, which is no alias, leaves it. */
    Location defined(Node node) {
        return lifetimes.interval(node).location;
    }

    /** The slot that a value is stored to at its definition because it is spilled somewhere, or {@link LinearScan#NO_SLOT}. */
    int spillSlot(Node node) {
        return slotOf[lifetimes.home(node).id()];
    }

    /** Moves in front of the instruction at each position where a value changes its place within a block; by position / STEP. */
    List<Move>[] movesWithinBlocks(int end) {
        @SuppressWarnings("unchecked")
        List<Move>[] moves = (List<Move>[]) new List<?>[end / Lifetimes.STEP + 1];
        for (Interval first : lifetimes.all()) {
            for (Interval part = first; part.next != null; part = part.next) {
                Interval next = part.next;
                int position = next.start();
                boolean adjacent = part.end() == position && part.location != null;
                if (adjacent && !blockStarts.get(position) && needsMove(part.location, next.location)) {
                    int index = position / Lifetimes.STEP;
                    if (moves[index] == null) {
                        moves[index] = new ArrayList<>();
                    }
                    moves[index].add(new Move(part.node, part.location, next.location));
                }
            }
        }
        return moves;
    }

    /** Every value's ranges with their places, in the order of values, for people. */
    List<LiveRange> liveRanges() {
        var list = new ArrayList<LiveRange>();
        for (Interval first : lifetimes.all()) {
            for (Interval part = first; part != null; part = part.next) {
                for (Interval.Range range : part.ranges()) {
                    list.add(new LiveRange(part.node.id(), halves(range.start()), halves(range.end()), part.location));
                }
            }
        }
        return list;
    }

    /** Positions rounded up to halves of instructions. */
    private static int halves(int position) {
        return (position + 1) / (Lifetimes.STEP / 2);
    }

    /** Moves on the edge from {@code from} to {@code to}: values that change place, and phi operands. */
    List<Move> movesOnEdge(Block from, Block to) {
        var moves = new ArrayList<Move>();
        int end = lifetimes.blockEnd(from) - 1;
        int start = lifetimes.blockStart(to);
        BitSet live = lifetimes.liveIn(to);
        for (int id = live.nextSetBit(0); id >= 0; id = live.nextSetBit(id + 1)) {
            Node value = lifetimes.interval(id).node;
            Location source = at(value, end);
            Location target = at(value, start);
            if (needsMove(source, target)) {
                moves.add(new Move(value, source, target));
            }
        }
        int index = to.predecessors().indexOf(from);
        for (Node phi : to.phis()) {
            Node input = phi.input(index);
            Location target = defined(phi);
            Location source = input.operator().isConstant() ? null : at(input, end);
            if (!target.equals(source)) {
                moves.add(new Move(input, source, target));
            }
        }
        return moves;
    }

    /** A value's slot is written at its definition, so only moves to registers remain. */
    private static boolean needsMove(Location from, Location to) {
        return !from.equals(to) && !(to instanceof Location.InSlot);
    }
}
