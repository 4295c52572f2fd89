package org.tierscope.backend;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.ir.Node;
import org.tierscope.machine.Location;

/**
 * The lifetime of a value, or after splitting a part of it, with holes: ascending half-open ranges of positions, and the positions
 * of uses that profit from a register. See {@link Lifetimes} for what positions mean.
 */
final class Interval {
    record Range(int start, int end) {}

    final Node node;
    private final List<Range> ranges;
    private final List<Integer> uses;
    /** Assigned by the allocator. */
    Location location;
    /** The same value's part that follows, or null. */
    Interval next;
    /** A value that would like to share the register: the other end of a move. */
    Interval hint;

    Interval(Node node) {
        this(node, new ArrayList<>(), new ArrayList<>());
    }

    private Interval(Node node, List<Range> ranges, List<Integer> uses) {
        this.node = node;
        this.ranges = ranges;
        this.uses = uses;
    }

    /** Adds a range in front; ranges come in descending order while lifetimes are built. */
    void addRange(int start, int end) {
        if (!ranges.isEmpty() && ranges.getLast().start <= end) {
            Range first = ranges.removeLast();
            ranges.add(new Range(Math.min(start, first.start), Math.max(end, first.end)));
        } else {
            ranges.add(new Range(start, end));
        }
    }

    /** The definition is at {@code start}: the first range begins there. */
    void define(int start) {
        if (ranges.isEmpty()) {
            ranges.add(new Range(start, start + 1));
        } else {
            Range first = ranges.removeLast();
            ranges.add(new Range(start, Math.max(first.end, start + 1)));
        }
    }

    void addUse(int position) {
        if (uses.isEmpty() || uses.getLast() != position) {
            uses.add(position);
        }
    }

    /** Building is over: puts ranges and uses in ascending order. */
    void finish() {
        java.util.Collections.reverse(ranges);
        java.util.Collections.reverse(uses);
    }

    List<Range> ranges() {
        return ranges;
    }

    int start() {
        return ranges.getFirst().start;
    }

    int end() {
        return ranges.getLast().end;
    }

    boolean covers(int position) {
        for (Range range : ranges) {
            if (position < range.start) {
                return false;
            }
            if (position < range.end) {
                return true;
            }
        }
        return false;
    }

    /** The first use at or behind {@code position}, or {@link Integer#MAX_VALUE}. */
    int nextUse(int position) {
        for (int use : uses) {
            if (use >= position) {
                return use;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The first position that both cover, or {@link Integer#MAX_VALUE}. */
    int intersection(Interval that) {
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < that.ranges.size()) {
            Range a = ranges.get(i);
            Range b = that.ranges.get(j);
            if (a.end <= b.start) {
                i++;
            } else if (b.end <= a.start) {
                j++;
            } else {
                return Math.max(a.start, b.start);
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Cuts off and returns the part from {@code position} on, which lies strictly inside. */
    Interval split(int position) {
        assert position > start() && position < end() : "split of " + this + " at " + position;
        var lateRanges = new ArrayList<Range>();
        var earlyRanges = new ArrayList<Range>();
        for (Range range : ranges) {
            if (range.end <= position) {
                earlyRanges.add(range);
            } else if (range.start >= position) {
                lateRanges.add(range);
            } else {
                earlyRanges.add(new Range(range.start, position));
                lateRanges.add(new Range(position, range.end));
            }
        }
        var lateUses = new ArrayList<Integer>();
        for (int use : uses) {
            if (use >= position) {
                lateUses.add(use);
            }
        }
        uses.removeIf(use -> use >= position);
        ranges.clear();
        ranges.addAll(earlyRanges);
        var late = new Interval(node, lateRanges, lateUses);
        late.hint = hint == null ? this : hint;
        late.next = next;
        next = late;
        return late;
    }

    @Override
    public String toString() {
        return "v" + node.id() + ranges + (location == null ? "" : " in " + location);
    }
}
