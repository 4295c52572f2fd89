package org.tierscope.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.FunctionCounters;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Tier;

/** All that is recorded about one function, by time. Guarded by the session's lock. */
final class FunctionIndex {

    final FunctionLoaded function;
    final long loadedNanos;
    private final EventList events;
    /** Which events have counters of it. */
    private final IntSeries counters = new IntSeries();
    /** By feedback slot: which events have it. */
    private final Map<Integer, IntSeries> slots = new TreeMap<>();
    final TimeList<Tier> tiers = new TimeList<>();
    final TimeList<Lane.Mark> marks = new TimeList<>();
    final List<CompilationIndex> compilations = new ArrayList<>();
    final Map<Integer, CodeIndex> codes = new LinkedHashMap<>();

    FunctionIndex(FunctionLoaded function, long nanos, EventList events) {
        this.events = events;
        this.function = function;
        this.loadedNanos = nanos;
        tiers.add(nanos, Tier.INTERPRETER);
    }

    /** The event at {@code index} has counters of it. */
    void addCounters(int index) {
        counters.add(index);
    }

    /** The latest counters, with all counts. */
    FunctionCounters countersAt(long nanos) {
        int index = counters.lastUpTo(events.lastAt(nanos));
        return index < 0 ? FunctionCounters.getDefaultInstance()
                : events.event(index).getCountersSample().getFunctionsList().stream()
                        .filter(candidate -> candidate.getFunctionId() == function.getFunctionId()).findFirst().orElseThrow();
    }

    /** The event at {@code index} has feedback of a slot. */
    void addFeedback(int slot, int index) {
        slots.computeIfAbsent(slot, s -> new IntSeries()).add(index);
    }

    /** What a slot had seen. */
    Optional<FeedbackSlot> feedbackAt(int slot, long nanos) {
        IntSeries samples = slots.get(slot);
        int index = samples == null ? -1 : samples.lastUpTo(events.lastAt(nanos));
        return index < 0 ? Optional.empty() : events.event(index).getFeedbackSample().getSlotsList().stream()
                .filter(candidate -> candidate.getSlot() == slot).findFirst();
    }

    /** What all slots had seen, in order. */
    List<FeedbackSlot> allFeedbackAt(long nanos) {
        return slots.keySet().stream().flatMap(slot -> feedbackAt(slot, nanos).stream()).toList();
    }

    /** To be called when code has been installed, invalidated or freed. */
    void tierMayHaveChanged(long nanos) {
        Tier now = Tier.INTERPRETER;
        for (CodeIndex code : codes.values()) {
            Tier tier = code.summary.getTier();
            if (code.isValidAt(nanos) && tier.getNumber() > now.getNumber()) {
                now = tier;
            }
        }
        if (tiers.last(Long.MAX_VALUE).orElseThrow().value() != now) {
            tiers.add(nanos, now);
        }
    }
}
