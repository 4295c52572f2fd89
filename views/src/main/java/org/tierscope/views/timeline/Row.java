package org.tierscope.views.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tierscope.record.proto.GarbageCollected;
import org.tierscope.session.Lane;
import org.tierscope.session.Moment;
import org.tierscope.session.Timed;

/** A row of the timeline: a function's lane, or the heap's. */
sealed interface Row {

    String label();

    record OfFunction(Lane lane) implements Row {

        @Override
        public String label() {
            return lane.function().getName();
        }

        int functionId() {
            return lane.function().getFunctionId();
        }

        /** Whether anything but interpretation happened to the function. */
        boolean isEventful() {
            return !lane.marks().isEmpty() || !lane.compilations().isEmpty();
        }

        private long firstNanos() {
            return lane.marks().isEmpty() ? Long.MAX_VALUE : lane.marks().getFirst().nanos();
        }
    }

    record OfHeap(List<Timed<GarbageCollected>> collections) implements Row {

        @Override
        public String label() {
            return "heap";
        }
    }

    /**
     * The rows to show: functions in the order in which they got hot, the heap last.
     *
     * @param all also the functions that were never compiled (the engine's own stay out)
     */
    static List<Row> of(Moment moment, boolean all) {
        List<OfFunction> functions = moment.lanes().stream().map(OfFunction::new).toList();
        boolean anyEventful = functions.stream().anyMatch(OfFunction::isEventful);
        List<Row> rows = new ArrayList<>();
        functions.stream()
                .filter(row -> row.isEventful()
                        || (all || !anyEventful) && !row.lane().function().getInternal())
                .sorted(Comparator.comparingLong(OfFunction::firstNanos))
                .forEach(rows::add);
        List<Timed<GarbageCollected>> collections = moment.collections();
        if (!collections.isEmpty()) {
            rows.add(new OfHeap(collections));
        }
        return rows;
    }
}
