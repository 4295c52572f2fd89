package org.tierscope.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.FunctionCounters;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Tier;

/** All that is recorded about one function, by time. Guarded by the session's lock. */
final class FunctionIndex {

    final FunctionLoaded function;
    final long loadedNanos;
    final TimeList<FunctionCounters> counters = new TimeList<>();
    final Map<Integer, LongSeries> counts = new TreeMap<>();
    final Map<Integer, TimeList<FeedbackSlot>> feedback = new TreeMap<>();
    final TimeList<Tier> tiers = new TimeList<>();
    final TimeList<Lane.Mark> marks = new TimeList<>();
    final List<CompilationIndex> compilations = new ArrayList<>();
    final Map<Integer, CodeIndex> codes = new LinkedHashMap<>();

    FunctionIndex(FunctionLoaded function, long nanos) {
        this.function = function;
        this.loadedNanos = nanos;
        tiers.add(nanos, Tier.INTERPRETER);
    }

    void addCounters(long nanos, FunctionCounters sample) {
        counters.add(nanos, sample.toBuilder().clearCountPcs().clearCounts().build());
        int counted = Math.min(sample.getCountPcsCount(), sample.getCountsCount());
        for (int i = 0; i < counted; i++) {
            counts.computeIfAbsent(sample.getCountPcs(i), pc -> new LongSeries()).add(nanos, sample.getCounts(i));
        }
    }

    void addFeedback(long nanos, FeedbackSlot slot) {
        feedback.computeIfAbsent(slot.getSlot(), s -> new TimeList<>()).add(nanos, slot);
    }

    /** To be called when code has been installed, invalidated or freed. */
    void tierMayHaveChanged(long nanos) {
        Tier now = Tier.INTERPRETER;
        for (CodeIndex code : codes.values()) {
            Tier tier = code.installed.getTier();
            if (code.isValidAt(nanos) && tier.getNumber() > now.getNumber()) {
                now = tier;
            }
        }
        if (tiers.last(Long.MAX_VALUE).orElseThrow().value() != now) {
            tiers.add(nanos, now);
        }
    }
}
