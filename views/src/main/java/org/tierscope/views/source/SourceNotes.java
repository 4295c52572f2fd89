package org.tierscope.views.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Position;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Transition;
import org.tierscope.views.control.Counts;

/** What the margin says about each line of a source at a moment. Lines count from 0. */
record SourceNotes(List<Line> lines) {

    /**
     * @param tier of the function that the line belongs to; empty outside of functions
     * @param functionStart whether that function begins here
     * @param heat how often the line ran, compared with the hottest, 0 to 1
     * @param count how often the line ran
     * @param osrEntries, deopts so far on this line
     * @param deoptReason of the last one
     */
    record Line(Optional<Tier> tier, boolean functionStart, double heat, long count, long osrEntries, long deopts,
            String deoptReason) {
        static final Line NONE = new Line(Optional.empty(), false, 0, 0, 0, 0, "");
    }

    static final SourceNotes NONE = new SourceNotes(List.of());

    Line line(int line) {
        return line >= 0 && line < lines.size() ? lines.get(line) : Line.NONE;
    }

    static SourceNotes of(Moment moment, SourceLoaded source) {
        return new Collector(source).collect(moment);
    }

    private static final class Collector {
        private final SourceLoaded source;
        private final LineIndex index;
        private final Tier[] tiers;
        private final boolean[] starts;
        private final long[] counts;
        private final long[] osrEntries;
        private final long[] deopts;
        private final String[] reasons;

        Collector(SourceLoaded source) {
            this.source = source;
            this.index = new LineIndex(source.getText());
            this.tiers = new Tier[index.count()];
            this.starts = new boolean[index.count()];
            this.counts = new long[index.count()];
            this.osrEntries = new long[index.count()];
            this.deopts = new long[index.count()];
            this.reasons = new String[index.count()];
        }

        SourceNotes collect(Moment moment) {
            List<FunctionState> functions = moment.functions().stream()
                    .filter(function -> function.function().getSourceId() == source.getSourceId())
                    .sorted(Comparator.comparingInt(function -> function.function().getStart() - function.function().getEnd()))
                    .toList();
            for (FunctionState function : functions) {
                addTier(function);
                moment.bytecode(function.id()).ifPresent(this::addCounts);
            }
            moment.transitions().forEach(this::addTransition);
            long most = 0;
            for (long count : counts) {
                most = Math.max(most, count);
            }
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < tiers.length; i++) {
                lines.add(new Line(Optional.ofNullable(tiers[i]), starts[i], Counts.heat(counts[i], most), counts[i],
                        osrEntries[i], deopts[i], reasons[i] == null ? "" : reasons[i]));
            }
            return new SourceNotes(List.copyOf(lines));
        }

        /** Outer functions come first, so that inner ones overwrite them. */
        private void addTier(FunctionState state) {
            FunctionLoaded function = state.function();
            if (function.getParentFunctionId() == 0) {
                return;
            }
            int first = index.lineOf(function.getStart());
            int last = index.lineOf(Math.max(function.getStart(), function.getEnd() - 1));
            for (int line = first; line <= last; line++) {
                tiers[line] = state.tier();
            }
            starts[first] = true;
        }

        private void addCounts(BytecodeState bytecode) {
            if (bytecode.counted()) {
                for (BytecodeState.Line line : bytecode.lines()) {
                    if (line.instruction().getSourceEnd() > line.instruction().getSourceStart()) {
                        int at = index.lineOf(line.instruction().getSourceStart());
                        counts[at] = Math.max(counts[at], line.count());
                    }
                }
            }
        }

        private void addTransition(Transition transition) {
            switch (transition) {
                case Transition.Osr osr -> at(osr.event().getPosition()).ifPresent(line ->
                        osrEntries[line] = Math.max(osrEntries[line] + 1, osr.event().getCount()));
                case Transition.Deopt deopt -> at(deopt.event().getPosition()).ifPresent(line -> {
                    deopts[line] = Math.max(deopts[line] + 1, deopt.event().getCount());
                    reasons[line] = deopt.event().getReason();
                });
            }
        }

        private Optional<Integer> at(Position position) {
            boolean here = position.getSourceId() == source.getSourceId() && position.getLine() >= 1
                    && position.getLine() <= index.count();
            return here ? Optional.of(position.getLine() - 1) : Optional.empty();
        }
    }
}
