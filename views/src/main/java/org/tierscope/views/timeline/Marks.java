package org.tierscope.views.timeline;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.record.proto.GarbageCollected;
import org.tierscope.session.Lane;
import org.tierscope.session.Timed;
import org.tierscope.views.control.EventMark;

/**
 * Marks of a row as they are drawn. Marks of one kind that would cover each other are drawn as one that carries
 * their number; the number also counts transitions that were not recorded one by one.
 */
final class Marks {

    /** Width and height of a mark in pixels. */
    static final double SIZE = 13;

    /** Marks of one kind nearer than this many pixels become one. */
    private static final double NEAR = 9;

    /**
     * One drawn mark, for one event or several.
     *
     * @param x where it is drawn
     * @param eventIndex the first of its events; −1 for collections, which are not selected
     */
    record Drawn(EventMark mark, double x, long firstNanos, long lastNanos, int eventIndex, long count) {

        Drawn movedBy(double pixels) {
            return new Drawn(mark, x + pixels, firstNanos, lastNanos, eventIndex, count);
        }
    }

    /** Requests and finished compilations are told by the bars of the compilations. */
    private static final List<Lane.MarkKind> SHOWN = List.of(Lane.MarkKind.REFUSED, Lane.MarkKind.INVALIDATED,
            Lane.MarkKind.OSR, Lane.MarkKind.DEOPT);

    private Marks() {
    }

    /** Those in sight, in the order in which they are to be drawn: what matters most comes last, on top. */
    static List<Drawn> of(Row row, TimeScale scale) {
        return switch (row) {
            case Row.OfFunction function -> ofLane(function.lane(), scale);
            case Row.OfHeap heap -> ofHeap(heap.collections(), scale);
        };
    }

    private static List<Drawn> ofLane(Lane lane, TimeScale scale) {
        List<Drawn> drawn = new ArrayList<>();
        List<Timed<Lane.Mark>> marks = lane.marks();
        int first = firstAtOrAfter(marks, scale.nanos(scale.left() - NEAR));
        for (Lane.MarkKind kind : SHOWN) {
            Merger merger = new Merger(EventMark.of(kind), scale, drawn);
            for (int i = first; i < marks.size(); i++) {
                Timed<Lane.Mark> mark = marks.get(i);
                if (scale.x(mark.nanos()) > scale.right() + NEAR) {
                    break;
                }
                if (mark.value().kind() == kind) {
                    merger.add(mark.nanos(), mark.value().eventIndex(), mark.value().weight());
                }
            }
            merger.finish();
        }
        return besideDeopts(drawn);
    }

    /** Code is invalidated where it is left: the mark of that moves aside, or it would be hidden. */
    private static List<Drawn> besideDeopts(List<Drawn> drawn) {
        return drawn.stream().map(mark -> mark.mark() == EventMark.INVALIDATED && drawn.stream().anyMatch(other ->
                other.mark() == EventMark.DEOPT && Math.abs(other.x() - mark.x()) < SIZE)
                ? mark.movedBy(SIZE) : mark).toList();
    }

    private static List<Drawn> ofHeap(List<Timed<GarbageCollected>> collections, TimeScale scale) {
        List<Drawn> drawn = new ArrayList<>();
        Merger merger = new Merger(EventMark.COLLECTION, scale, drawn);
        for (Timed<GarbageCollected> collection : collections) {
            double x = scale.x(collection.nanos());
            if (x >= scale.left() - NEAR && x <= scale.right() + NEAR) {
                merger.add(collection.nanos(), -1, 1);
            }
        }
        merger.finish();
        return drawn;
    }

    /** Index of the first mark that is not before {@code nanos}. */
    private static int firstAtOrAfter(List<? extends Timed<?>> marks, double nanos) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).nanos() < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static final class Merger {
        private final EventMark mark;
        private final TimeScale scale;
        private final List<Drawn> drawn;
        private long first;
        private long last;
        private int eventIndex;
        private long count;

        Merger(EventMark mark, TimeScale scale, List<Drawn> drawn) {
            this.mark = mark;
            this.scale = scale;
            this.drawn = drawn;
        }

        void add(long nanos, int index, long weight) {
            if (count > 0 && scale.x(nanos) - scale.x(first) < NEAR) {
                last = nanos;
                count += weight;
                return;
            }
            finish();
            first = nanos;
            last = nanos;
            eventIndex = index;
            count = weight;
        }

        void finish() {
            if (count > 0) {
                drawn.add(new Drawn(mark, scale.x(first), first, last, eventIndex, count));
                count = 0;
            }
        }
    }
}
