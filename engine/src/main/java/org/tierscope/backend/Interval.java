package org.tierscope.backend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tierscope.ir.Node;
import org.tierscope.machine.Location;

/**
 * The lifetime of a value, or after splitting a part of it, with holes: ascending half-open ranges of positions, and the positions
 * of uses that profit from a register. See {@link Lifetimes} for what positions mean.
 *
 * <p>While lifetimes are built, from the last instruction to the first, both grow towards lower positions; {@link #finish} turns them round.
 */
final class Interval {
    record Range(int start, int end) {}

    final Node node;
    /** Starts and ends of ranges in turns. */
    private int[] bounds;
    private int boundCount;
    private int[] uses;
    private int useCount;
    /** Assigned by the allocator. */
    Location location;
    /** The same value's part that follows, or null. */
    Interval next;
    /** A value that would like to share the register: the other end of a move. */
    Interval hint;

    Interval(Node node) {
        this(node, new int[4], 0, new int[4], 0);
    }

    private Interval(Node node, int[] bounds, int boundCount, int[] uses, int useCount) {
        this.node = node;
        this.bounds = bounds;
        this.boundCount = boundCount;
        this.uses = uses;
        this.useCount = useCount;
    }

    /** Adds a range in front; ranges come in descending order while lifetimes are built. */
    void addRange(int start, int end) {
        int last = boundCount - 2;
        if (last >= 0 && bounds[last] <= end) {
            bounds[last] = Math.min(start, bounds[last]);
            bounds[last + 1] = Math.max(end, bounds[last + 1]);
            return;
        }
        if (boundCount == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * boundCount);
        }
        bounds[boundCount++] = start;
        bounds[boundCount++] = end;
    }

    /** The definition is at {@code start}: the first range begins there. */
    void define(int start) {
        if (boundCount == 0) {
            addRange(start, start + 1);
        } else {
            bounds[boundCount - 2] = start;
            bounds[boundCount - 1] = Math.max(bounds[boundCount - 1], start + 1);
        }
    }

    void addUse(int position) {
        if (useCount > 0 && uses[useCount - 1] == position) {
            return;
        }
        if (useCount == uses.length) {
            uses = Arrays.copyOf(uses, 2 * useCount);
        }
        uses[useCount++] = position;
    }

    /** Building is over: puts ranges and uses in ascending order. */
    void finish() {
        int[] ascending = new int[boundCount];
        for (int i = 0; i < boundCount; i += 2) {
            ascending[boundCount - 2 - i] = bounds[i];
            ascending[boundCount - 1 - i] = bounds[i + 1];
        }
        bounds = ascending;
        int[] forward = new int[useCount];
        for (int i = 0; i < useCount; i++) {
            forward[useCount - 1 - i] = uses[i];
        }
        uses = forward;
    }

    List<Range> ranges() {
        var ranges = new ArrayList<Range>();
        for (int i = 0; i < boundCount; i += 2) {
            ranges.add(new Range(bounds[i], bounds[i + 1]));
        }
        return ranges;
    }

    int start() {
        return bounds[0];
    }

    int end() {
        return bounds[boundCount - 1];
    }

    boolean covers(int position) {
        int range = rangeBehind(position);
        return range < boundCount && bounds[range] <= position;
    }

    /** Index in {@link #bounds} of the first range that ends behind {@code position}. */
    private int rangeBehind(int position) {
        int low = 0;
        int high = boundCount / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[2 * middle + 1] > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return 2 * low;
    }

    /** The first use at or behind {@code position}, or {@link Integer#MAX_VALUE}. */
    /** The last use before a position, or the start. */
    int lastUse(int position) {
        int index = useFrom(position);
        return index > 0 ? uses[index - 1] : start();
    }

    int nextUse(int position) {
        int index = useFrom(position);
        return index < useCount ? uses[index] : Integer.MAX_VALUE;
    }

    /** Index of the first use at or behind {@code position}. */
    private int useFrom(int position) {
        int index = 0;
        while (index < useCount && uses[index] < position) {
            index++;
        }
        return index;
    }

    /** The first position that both cover, or {@link Integer#MAX_VALUE}. */
    int intersection(Interval that) {
        int i = rangeBehind(that.start());
        int j = that.rangeBehind(start());
        while (i < boundCount && j < that.boundCount) {
            if (bounds[i + 1] <= that.bounds[j]) {
                i += 2;
            } else if (that.bounds[j + 1] <= bounds[i]) {
                j += 2;
            } else {
                return Math.max(bounds[i], that.bounds[j]);
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Cuts off and returns the part from {@code position} on, which lies strictly inside. */
    Interval split(int position) {
        assert position > start() && position < end() : "split of " + this + " at " + position;
        int range = rangeBehind(position);
        int[] lateBounds = Arrays.copyOfRange(bounds, range, boundCount);
        boolean inside = bounds[range] < position;
        boundCount = inside ? range + 2 : range;
        if (inside) {
            bounds[range + 1] = position;
            lateBounds[0] = position;
        }
        int use = useFrom(position);
        int[] lateUses = Arrays.copyOfRange(uses, use, useCount);
        useCount = use;
        var late = new Interval(node, lateBounds, lateBounds.length, lateUses, lateUses.length);
        late.hint = hint == null ? this : hint;
        late.next = next;
        next = late;
        return late;
    }

    @Override
    public String toString() {
        return "v" + node.id() + ranges() + (location == null ? "" : " in " + location);
    }
}
