package org.tierscope.views.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tierscope.record.proto.GarbageCollected;
import org.tierscope.session.Lane;
import org.tierscope.session.Moment;
import org.tierscope.session.Timed;

/** A row of the timeline: a function's lane, or the heap's. */
sealed interface Row {

    String label();

    /** @param nameIsShared there are others of this name, so the line is needed to tell them apart */
    record OfFunction(Lane lane, boolean nameIsShared) implements Row {

        @Override
        public String label() {
            String name = lane.function().getName();
            return nameIsShared ? name + " :" + lane.function().getLine() : name;
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
        List<Lane> lanes = moment.lanes();
        Map<String, Long> named = lanes.stream()
                .collect(Collectors.groupingBy(lane -> lane.function().getName(), Collectors.counting()));
        List<OfFunction> functions = lanes.stream()
                .map(lane -> new OfFunction(lane, named.get(lane.function().getName()) > 1)).toList();
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
