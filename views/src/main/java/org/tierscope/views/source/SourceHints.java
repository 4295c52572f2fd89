package org.tierscope.views.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tierscope.record.proto.CacheState;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.InliningDecision;
import org.tierscope.record.proto.OperandFeedback;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.CompilationState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;
import org.tierscope.session.text.Words;

/** What stands behind the lines of a source: types seen, the worst inline cache, what was inlined. Lines count from 0. */
record SourceHints(Map<Integer, Hint> lines) {

    /** @param bad whether it costs speed */
    record Hint(String text, boolean bad) {
    }

    static final SourceHints NONE = new SourceHints(Map.of());
    private static final int INT = org.tierscope.record.proto.ValueType.TYPE_INT32_VALUE;

    static SourceHints of(Moment moment, SourceLoaded source) {
        Map<Integer, Line> lines = new TreeMap<>();
        LineIndex index = new LineIndex(source.getText());
        for (FunctionState function : moment.functions()) {
            if (function.function().getSourceId() == source.getSourceId()) {
                moment.bytecode(function.id()).ifPresent(bytecode -> addFeedback(bytecode, index, lines));
                addInlined(moment, function, index, lines);
            }
        }
        Map<Integer, Hint> hints = new HashMap<>();
        lines.forEach((line, what) -> {
            Hint hint = what.hint();
            if (!hint.text().isEmpty()) {
                hints.put(line, hint);
            }
        });
        return new SourceHints(Map.copyOf(hints));
    }

    private static void addFeedback(BytecodeState bytecode, LineIndex index, Map<Integer, Line> lines) {
        for (BytecodeState.Line line : bytecode.lines()) {
            if (line.instruction().getSourceEnd() > line.instruction().getSourceStart()) {
                Line at = lines.computeIfAbsent(index.lineOf(line.instruction().getSourceStart()), l -> new Line());
                line.feedback().forEach(at::add);
            }
        }
    }

    /** From the latest compilation that knows of calls. */
    private static void addInlined(Moment moment, FunctionState function, LineIndex index, Map<Integer, Line> lines) {
        List<CompilationState> compilations = moment.compilationsOf(function.id());
        compilations.reversed().stream().flatMap(compilation -> compilation.passes().stream().map(Pass::graph)
                .max(Comparator.comparingInt(Graph::getInliningsCount)).stream())
                .filter(graph -> graph.getInliningsCount() > 0).findFirst()
                .ifPresent(graph -> graph.getInliningsList().stream()
                        .filter(decision -> decision.getParentId() == 0 && decision.getInlined())
                        .forEach(decision -> addCall(moment, function, decision, index, lines)));
    }

    private static void addCall(Moment moment, FunctionState caller, InliningDecision decision, LineIndex index,
            Map<Integer, Line> lines) {
        caller.function().getInstructionsList().stream().filter(i -> i.getPc() == decision.getCallPc()).findFirst()
                .ifPresent(i -> lines.computeIfAbsent(index.lineOf(i.getSourceStart()), l -> new Line())
                        .inlined.add(Words.function(moment, decision.getFunctionId())));
    }

    /** What one line has. */
    private static final class Line {
        private int types;
        private boolean overflowed;
        private CacheState worst = CacheState.UNINITIALISED;
        private int entries;
        private final Set<String> inlined = new LinkedHashSet<>();

        void add(FeedbackSlot slot) {
            switch (slot.getStateCase()) {
                case OPERANDS -> {
                    OperandFeedback operands = slot.getOperands();
                    types |= operands.getLeftTypes() | operands.getRightTypes();
                    overflowed |= operands.getOverflowed();
                }
                case CACHE -> cache(slot.getCache().getState(), slot.getCache().getEntriesCount());
                case CALL -> cache(slot.getCall().getState(), slot.getCall().getTargetsCount());
                case ELEMENTS -> cache(slot.getElements().getState(), slot.getElements().getKindsCount());
                case BRANCH, ALLOCATION, STATE_NOT_SET -> { }
            }
        }

        private void cache(CacheState state, int count) {
            if (state.getNumber() > worst.getNumber()) {
                worst = state;
                entries = count;
            } else if (state == worst) {
                entries = Math.max(entries, count);
            }
        }

        /** Only ints and caches with one entry are what everybody hopes for: they are said in few words. */
        Hint hint() {
            List<String> words = new ArrayList<>();
            if (types != 0) {
                words.add(Words.types(types) + (overflowed ? ", overflowed" : ""));
            }
            switch (worst) {
                case MONOMORPHIC -> words.add("mono");
                case POLYMORPHIC -> words.add("poly ×" + entries);
                case MEGAMORPHIC -> words.add("megamorphic");
                case UNINITIALISED, UNRECOGNIZED -> { }
            }
            if (!inlined.isEmpty()) {
                words.add("inlined " + String.join(", ", inlined));
            }
            boolean mixed = Integer.bitCount(types) > 1 && types != (INT | org.tierscope.record.proto.ValueType.TYPE_DOUBLE_VALUE);
            return new Hint(String.join(" · ", words), mixed || overflowed || worst == CacheState.MEGAMORPHIC);
        }
    }
}
