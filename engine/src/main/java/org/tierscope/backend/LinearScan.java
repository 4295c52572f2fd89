package org.tierscope.backend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.tierscope.ir.Block;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Operator;
import org.tierscope.ir.pass.PassNotes;
import org.tierscope.machine.Location;

/**
 * Linear-scan register allocation on SSA form with interval splitting (Wimmer and Mössenböck, "Optimized Interval Splitting in a Linear Scan
 * Register Allocator", VEE 2005; Wimmer and Franz, CGO 2010).
 *
 * <p>No use demands a register: the code generator reads operands from frame slots too. A value that is spilled
 * anywhere has one slot and is stored there once, at its definition, so a split never needs a store.
 */
final class LinearScan {
    static final int NO_SLOT = Integer.MIN_VALUE;

    private final Graph graph;
    private final Lifetimes lifetimes;
    private final Registers[] classes;
    private final int[] slotOf;
    private final boolean[] homeIsSafe;
    private final int[] blockDepthAt;
    private final List<Block> order;
    private final PassNotes notes = new PassNotes();
    private int nextSlot;

    /** State of the scan for one register class. */
    private Registers registers;

    private PriorityQueue<Interval> unhandled;
    private final List<Interval> active = new ArrayList<>();
    private final List<Interval> inactive = new ArrayList<>();

    /**
     * @param homeIsSafe by register: nothing but the entry writes that frame slot, so a parameter may stay in it
     */
    LinearScan(Graph graph, Lifetimes lifetimes, Registers general, Registers floating, int[] loopDepth, boolean[] homeIsSafe) {
        this.graph = graph;
        this.lifetimes = lifetimes;
        this.classes = new Registers[] {general, floating};
        this.homeIsSafe = homeIsSafe;
        this.order = graph.blocks();
        this.blockDepthAt = loopDepth;
        this.slotOf = new int[graph.nodeIds()];
        Arrays.fill(slotOf, NO_SLOT);
        this.nextSlot = graph.frameSlots();
    }

    /** Which values have no register for all of their lives, and why. */
    PassNotes notes() {
        return notes;
    }

    Allocation run() {
        for (Registers set : classes) {
            boolean floating = set == classes[1];
            registers = set;
            active.clear();
            inactive.clear();
            unhandled = new PriorityQueue<>(Comparator.comparingInt(Interval::start).thenComparingInt(i -> i.node.id()));
            for (Interval interval : lifetimes.all()) {
                if (Registers.isFloating(interval.node.representation()) == floating) {
                    unhandled.add(interval);
                }
            }
            scan();
        }
        return new Allocation(graph, lifetimes, slotOf, nextSlot);
    }

    private void scan() {
        while (!unhandled.isEmpty()) {
            Interval current = unhandled.poll();
            int position = current.start();
            retire(position);
            if (firstCall(current) < current.nextUse(position)) {
                spill(current, "calls destroy all registers before it is needed");
            } else if (!tryFreeRegister(current)) {
                blockedRegister(current);
            }
            if (!(current.location instanceof Location.InSlot)) {
                active.add(current);
            }
        }
    }

    private void retire(int position) {
        for (int i = active.size() - 1; i >= 0; i--) {
            Interval interval = active.get(i);
            if (interval.end() <= position) {
                active.remove(i);
            } else if (!interval.covers(position)) {
                inactive.add(active.remove(i));
            }
        }
        for (int i = inactive.size() - 1; i >= 0; i--) {
            Interval interval = inactive.get(i);
            if (interval.end() <= position) {
                inactive.remove(i);
            } else if (interval.covers(position)) {
                active.add(inactive.remove(i));
            }
        }
    }

    private boolean tryFreeRegister(Interval current) {
        int[] freeUntil = new int[registers.count()];
        Arrays.fill(freeUntil, firstCall(current));
        for (Interval interval : active) {
            freeUntil[registers.indexOf(interval.location)] = 0;
        }
        for (Interval interval : inactive) {
            int index = registers.indexOf(interval.location);
            freeUntil[index] = Math.min(freeUntil[index], interval.intersection(current));
        }
        int best = bestOf(freeUntil, current);
        int limit = freeUntil[best];
        if (limit <= current.start() + 1) {
            return false;
        }
        if (limit < current.end()) {
            int split = splitPosition(current.start(), limit);
            if (split <= current.start()) {
                return false;
            }
            unhandled.add(current.split(split));
        }
        current.location = registers.locations().get(best);
        return true;
    }

    private int bestOf(int[] freeUntil, Interval current) {
        int hinted = hint(current);
        if (hinted >= 0 && freeUntil[hinted] >= current.end()) {
            return hinted;
        }
        int best = 0;
        for (int i = 1; i < freeUntil.length; i++) {
            // The smallest hole that is large enough leaves larger ones to others.
            boolean fits = freeUntil[i] >= current.end();
            boolean bestFits = freeUntil[best] >= current.end();
            if (fits == bestFits ? !fits && freeUntil[i] > freeUntil[best] : fits) {
                best = i;
            }
        }
        return hinted >= 0 && freeUntil[hinted] == freeUntil[best] ? hinted : best;
    }

    private int hint(Interval current) {
        Interval other = current.hint;
        if (other == null || other.location == null || other.location instanceof Location.InSlot) {
            return -1;
        }
        return registers.indexOf(other.location);
    }

    /** No register is free for all of it: the value whose next use is farthest goes to its slot. */
    private void blockedRegister(Interval current) {
        int use = current.nextUse(current.start());
        Interval victim = null;
        int farthest = use;
        for (Interval interval : active) {
            int next = interval.nextUse(current.start());
            boolean splittable = interval.start() < floor(current.start());
            if (splittable && next > farthest && !blocksOthers(interval, current)) {
                farthest = next;
                victim = interval;
            }
        }
        if (victim == null || firstCall(current) <= current.start() + 1) {
            spill(current, "all registers are taken by what is needed sooner");
            return;
        }
        current.location = victim.location;
        active.remove(victim);
        Interval rest = victim.split(leavingPosition(victim, floor(current.start())));
        limitToCall(current);
        for (Interval interval : List.copyOf(inactive)) {
            if (interval.location.equals(current.location)) {
                int meet = interval.intersection(current);
                if (meet != Integer.MAX_VALUE && floor(meet) > current.start()) {
                    unhandled.add(current.split(floor(meet)));
                }
            }
        }
        spill(rest, "v" + current.node.id() + ", which is needed sooner, takes its register");
    }

    /**
     * Where a value leaves its register that another needs from {@code needed} on: in front of a loop in which it is not used
     * before that, so that it need not be loaded again each time round.
     */
    private int leavingPosition(Interval victim, int needed) {
        int position = splitPosition(Math.max(victim.start() + Lifetimes.STEP, victim.lastUse(needed)), needed);
        return position > victim.start() && position < needed ? position : needed;
    }

    /** Taking this one's register would still leave the current interval without one. */
    private boolean blocksOthers(Interval candidate, Interval current) {
        for (Interval interval : inactive) {
            if (interval.location.equals(candidate.location) && floor(interval.intersection(current)) <= current.start()) {
                return true;
            }
        }
        return false;
    }

    private void limitToCall(Interval current) {
        int call = firstCall(current);
        if (call < current.end()) {
            int split = splitPosition(current.start(), call);
            if (split > current.start()) {
                unhandled.add(current.split(split));
            }
        }
    }

    /** To its slot, until shortly before the next use behind the start that would profit from a register. */
    private void spill(Interval current, String why) {
        current.location = new Location.InSlot(slotFor(current));
        notes.did(current.node, "v" + current.node.id() + " is in " + current.location + " for a while: " + why);
        int next = current.nextUse(current.start() + 1);
        if (next == Integer.MAX_VALUE) {
            return;
        }
        int split = splitPosition(Math.max(current.start(), lastCallBefore(next)), next);
        if (split > current.start() && split < current.end()) {
            unhandled.add(current.split(split));
        }
    }

    private int slotFor(Interval interval) {
        int id = interval.node.id();
        if (slotOf[id] == NO_SLOT) {
            boolean stays = interval.node.is(Operator.Parameter)
                    && (interval.node.intParameter(0) < 0 || homeIsSafe[interval.node.intParameter(0)]);
            slotOf[id] = stays ? interval.node.intParameter(0) : nextSlot++;
        }
        return slotOf[id];
    }

    /** The first position at which {@code current} lives across a call. */
    private int firstCall(Interval current) {
        List<Integer> calls = lifetimes.callPositions();
        int index = Collections.binarySearch(calls, current.start());
        for (int i = index < 0 ? -index - 1 : index; i < calls.size() && calls.get(i) < current.end(); i++) {
            if (current.covers(calls.get(i))) {
                return calls.get(i);
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The last position before {@code limit} at which registers are destroyed, or −1. */
    private int lastCallBefore(int limit) {
        List<Integer> calls = lifetimes.callPositions();
        int index = Collections.binarySearch(calls, limit);
        int before = (index < 0 ? -index - 1 : index) - 1;
        return before < 0 ? -1 : calls.get(before);
    }

    private static int floor(int position) {
        return position == Integer.MAX_VALUE ? position : position & -Lifetimes.STEP;
    }

    /**
     * The best place to split in {@code (start, limit]}: as late as possible, but at the beginning of a block in
     * fewer loops if there is one in between.
     */
    private int splitPosition(int start, int limit) {
        int latest = floor(limit);
        int best = latest;
        int bestDepth = Integer.MAX_VALUE;
        for (int i = blockIndexAt(latest); i >= 0; i--) {
            Block block = order.get(i);
            int depth = blockDepthAt[block.id()];
            if (lifetimes.blockEnd(block) <= start + 1) {
                break;
            }
            int candidate = i == blockIndexAt(latest) ? latest : lifetimes.blockEnd(block);
            if (candidate > start && depth < bestDepth) {
                bestDepth = depth;
                best = candidate;
            }
        }
        return best;
    }

    private int blockIndexAt(int position) {
        int low = 0;
        int high = order.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lifetimes.blockStart(order.get(middle)) <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
