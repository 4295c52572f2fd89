package org.tierscope.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tierscope.record.RawEvent;
import org.tierscope.record.Wire;
import org.tierscope.record.proto.CellKind;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.CountersSample;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.FeedbackSample;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.FunctionCounters;
import org.tierscope.record.proto.GarbageCollected;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GuestError;
import org.tierscope.record.proto.InliningDecision;
import org.tierscope.record.proto.Log;
import org.tierscope.record.proto.PassFinished;
import org.tierscope.record.proto.Position;
import org.tierscope.record.proto.RunStarted;
import org.tierscope.record.proto.ShapeCreated;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.record.proto.StateSnapshot;
import org.tierscope.record.proto.SyntaxTree;
import org.tierscope.record.proto.TierUpRequested;
import org.tierscope.record.proto.Totals;

/** The events of a session, sorted by what they are about and by time. Guarded by the session's lock. */
final class RecordingIndex {

    private final EventStore store;
    final EventList events;
    final Map<Integer, Timed<SourceLoaded>> sources = new LinkedHashMap<>();
    final Map<Integer, Timed<SyntaxTree>> syntaxTrees = new LinkedHashMap<>();
    final Map<Integer, FunctionIndex> functions = new LinkedHashMap<>();
    final Map<Integer, CompilationIndex> compilations = new LinkedHashMap<>();
    final Map<Integer, CodeIndex> codes = new LinkedHashMap<>();
    final Map<Integer, Timed<ShapeCreated>> shapes = new LinkedHashMap<>();
    final Map<Integer, Timed<String>> retiredShapes = new LinkedHashMap<>();
    final TimeList<Transition> transitions = new TimeList<>();
    final TimeList<Totals> totals = new TimeList<>();
    final TimeList<GarbageCollected> collections = new TimeList<>();
    /** What stood on the heap, whenever that was counted. */
    final TimeList<List<CellKind>> heapKinds = new TimeList<>();
    final TimeList<Answer> answers = new TimeList<>();
    final TimeList<Log> log = new TimeList<>();
    final TimeList<Problem> problems = new TimeList<>();
    final TimeList<StateSnapshot> stacks = new TimeList<>();
    final TimeList<RunState> runStates = new TimeList<>();
    final TimeList<ConsoleOutput> console = new TimeList<>();
    /** All console text, and how long it was after each output. */
    final StringBuilder consoleText = new StringBuilder();
    final TimeList<Integer> consoleLengths = new TimeList<>();

    /** Where transitions happen: an exit, or a loop that code is entered at. */
    private record Site(int codeId, int place, boolean osr) {
    }

    private static final Set<Integer> HEAVY_PARTS_OF_PASS = Set.of(PassFinished.GRAPH_FIELD_NUMBER,
            PassFinished.NOTES_FIELD_NUMBER, PassFinished.DESCRIPTION_FIELD_NUMBER);
    private static final Set<Integer> HEAVY_PARTS_OF_CODE = Set.of(CodeInstalled.INSTRUCTIONS_FIELD_NUMBER,
            CodeInstalled.EXITS_FIELD_NUMBER, CodeInstalled.INLININGS_FIELD_NUMBER);

    private final Map<Site, Long> transitionCounts = new HashMap<>();
    private final Map<Integer, TierUpRequested> openRequests = new LinkedHashMap<>();
    private Optional<RunStarted> started = Optional.empty();

    RecordingIndex(EventStore store) {
        this.store = store;
        this.events = new EventList(store);
    }

    /**
     * Adds an event that comes after those there are.
     *
     * @param place where its bytes are
     * @throws IOException if they are no event; then nothing has been added
     */
    void add(RawEvent raw, long place) throws IOException {
        long t = Math.max(raw.nanos(), events.endNanos());
        int index = events.size();
        switch (raw.kindCase()) {
            case COUNTERS_SAMPLE -> counters(t, raw, index);
            case FEEDBACK_SAMPLE -> feedback(raw, index);
            case PASS_FINISHED -> pass(t, raw, place);
            case CODE_INSTALLED -> installed(t, raw, place, index);
            default -> add(t, Event.parseFrom(raw.payload()), index);
        }
        events.add(t, place);
    }

    private void add(long t, Event event, int index) {
        switch (event.getKindCase()) {
            case RUN_STARTED -> {
                started = Optional.of(event.getRunStarted());
                run(t, RunState.Phase.RUNNING);
            }
            case SOURCE_LOADED -> {
                SourceLoaded source = event.getSourceLoaded();
                sources.put(source.getSourceId(), new Timed<>(t, source));
            }
            case SYNTAX_TREE -> syntaxTrees.put(event.getSyntaxTree().getSourceId(),
                    new Timed<>(t, event.getSyntaxTree()));
            case FUNCTION_LOADED -> functions.put(event.getFunctionLoaded().getFunctionId(),
                    new FunctionIndex(event.getFunctionLoaded(), t, events));
            case TIER_UP_REQUESTED -> {
                TierUpRequested request = event.getTierUpRequested();
                openRequests.put(request.getFunctionId(), request);
                mark(t, request.getFunctionId(), Lane.MarkKind.TIER_UP_REQUESTED, index);
            }
            case COMPILATION_STARTED, COMPILATION_FINISHED, COMPILATION_REFUSED ->
                compilation(t, event, index);
            case CODE_INVALIDATED, CODE_FREED -> code(t, event, index);
            case OSR_ENTERED -> {
                var osr = event.getOsrEntered();
                transitions.add(t, new Transition.Osr(t, index, osr));
                mark(t, osr.getFunctionId(), Lane.MarkKind.OSR, index,
                        weight(new Site(osr.getCodeId(), osr.getPc(), true), osr.getCount()));
            }
            case DEOPTIMIZED -> {
                var deopt = event.getDeoptimized();
                transitions.add(t, new Transition.Deopt(t, index, deopt));
                mark(t, deopt.getFunctionId(), Lane.MarkKind.DEOPT, index,
                        weight(new Site(deopt.getCodeId(), deopt.getExitId(), false), deopt.getCount()));
            }
            case SHAPE_CREATED -> shapes.put(event.getShapeCreated().getShapeId(),
                    new Timed<>(t, event.getShapeCreated()));
            case SHAPE_RETIRED -> retiredShapes.put(event.getShapeRetired().getShapeId(),
                    new Timed<>(t, event.getShapeRetired().getWhy()));
            case GARBAGE_COLLECTED -> {
                collections.add(t, event.getGarbageCollected());
                if (event.getGarbageCollected().getKindsCount() > 0) {
                    heapKinds.add(t, event.getGarbageCollected().getKindsList());
                }
            }
            case CONSOLE_OUTPUT -> {
                console.add(t, event.getConsoleOutput());
                consoleText.append(event.getConsoleOutput().getText());
                consoleLengths.add(t, consoleText.length());
            }
            case GUEST_ERROR -> problem(t, Problem.Severity.ERROR, event.getGuestError().getMessage(),
                    placeOf(event.getGuestError()));
            case STATE_SNAPSHOT -> stacks.add(t, event.getStateSnapshot());
            case LOG -> log(t, event.getLog());
            case RUN_PAUSED -> run(t, RunState.Phase.PAUSED);
            case RUN_RESUMED -> run(t, RunState.Phase.RUNNING);
            case RUN_ENDED -> ended(t, event);
            case EVAL_RESULT -> answers.add(t, new Answer(event.getEvalResult(), console.size()));
            case HEAP_CENSUS -> heapKinds.add(t, event.getHeapCensus().getKindsList());
            case COUNTERS_SAMPLE, FEEDBACK_SAMPLE, PASS_FINISHED, CODE_INSTALLED ->
                throw new IllegalArgumentException("read in parts: " + event.getKindCase());
            case DEPENDENCY_BROKEN, KIND_NOT_SET -> {
                // found through the list of events
            }
        }
    }

    void problem(long t, Problem.Severity severity, String text, Optional<Selection> where) {
        problems.add(t, new Problem(t, severity, text, where));
    }

    private void counters(long t, RawEvent raw, int index) throws IOException {
        Wire fields = raw.fields();
        while (fields.next()) {
            if (fields.number() == CountersSample.FUNCTIONS_FIELD_NUMBER) {
                FunctionIndex function = functions.get(fields.numberInside(FunctionCounters.FUNCTION_ID_FIELD_NUMBER));
                if (function != null) {
                    function.addCounters(index);
                }
            } else if (fields.number() == CountersSample.TOTALS_FIELD_NUMBER) {
                totals.add(t, Totals.parser().parseFrom(raw.payload(), fields.from(), fields.length()));
            }
        }
    }

    private void feedback(RawEvent raw, int index) throws IOException {
        FunctionIndex function = null;
        Wire fields = raw.fields();
        while (fields.next()) {
            if (fields.number() == FeedbackSample.FUNCTION_ID_FIELD_NUMBER) {
                function = functions.get((int) fields.value());
            } else if (fields.number() == FeedbackSample.SLOTS_FIELD_NUMBER && function != null) {
                function.addFeedback(fields.numberInside(FeedbackSlot.SLOT_FIELD_NUMBER), index);
            }
        }
    }

    private void pass(long t, RawEvent raw, long place) throws IOException {
        PassFinished summary = PassFinished.parseFrom(raw.without(HEAVY_PARTS_OF_PASS));
        CompilationIndex compilation = compilations.get(summary.getCompilationId());
        if (compilation == null) {
            return;
        }
        Set<Integer> inlined = new HashSet<>();
        boolean changed = false;
        Wire fields = raw.fields();
        while (fields.next()) {
            if (fields.number() == PassFinished.GRAPH_FIELD_NUMBER) {
                changed = true;
                inlined.addAll(inlined(fields.inside(), Graph.INLININGS_FIELD_NUMBER));
            }
        }
        Loaded<PassFinished> all = new Loaded<>(store, EventStore.part(place, raw.from(), raw.length()), PassFinished.parser());
        compilation.addPass(t, summary, all, changed, inlined);
    }

    private static Set<Integer> inlined(Wire fields, int decisions) throws IOException {
        Set<Integer> inlined = new HashSet<>();
        while (fields.next()) {
            if (fields.number() == decisions) {
                inlined.add(fields.numberInside(InliningDecision.FUNCTION_ID_FIELD_NUMBER));
            }
        }
        return inlined;
    }

    private void installed(long t, RawEvent raw, long place, int index) throws IOException {
        CodeInstalled summary = CodeInstalled.parseFrom(raw.without(HEAVY_PARTS_OF_CODE));
        Set<Integer> inlined = inlined(raw.fields(), CodeInstalled.INLININGS_FIELD_NUMBER);
        CodeIndex code = new CodeIndex(summary,
                new Loaded<>(store, EventStore.part(place, raw.from(), raw.length()), CodeInstalled.parser()), t, inlined);
        codes.put(summary.getCodeId(), code);
        FunctionIndex function = functions.get(summary.getFunctionId());
        if (function != null) {
            function.codes.put(summary.getCodeId(), code);
            function.tierMayHaveChanged(t);
        }
        mark(t, summary.getFunctionId(), Lane.MarkKind.INSTALLED, index);
    }

    private void compilation(long t, Event event, int index) {
        switch (event.getKindCase()) {
            case COMPILATION_STARTED -> {
                var start = event.getCompilationStarted();
                Optional<TierUpRequested> request = Optional.ofNullable(openRequests.remove(start.getFunctionId()));
                CompilationIndex compilation = new CompilationIndex(start, t, request);
                compilations.put(start.getCompilationId(), compilation);
                FunctionIndex function = functions.get(start.getFunctionId());
                if (function != null) {
                    function.compilations.add(compilation);
                }
            }
            case COMPILATION_FINISHED -> {
                CompilationIndex compilation = compilations.get(event.getCompilationFinished().getCompilationId());
                if (compilation != null) {
                    compilation.finish(t, event.getCompilationFinished());
                }
            }
            case COMPILATION_REFUSED -> {
                var refusal = event.getCompilationRefused();
                CompilationIndex compilation = compilations.get(refusal.getCompilationId());
                if (compilation != null) {
                    compilation.refuse(t, refusal);
                    mark(t, compilation.started.getFunctionId(), Lane.MarkKind.REFUSED, index);
                }
            }
            default -> throw new IllegalArgumentException("not about a compilation: " + event.getKindCase());
        }
    }

    private void code(long t, Event event, int index) {
        switch (event.getKindCase()) {
            case CODE_INVALIDATED -> {
                CodeIndex code = codes.get(event.getCodeInvalidated().getCodeId());
                if (code != null) {
                    code.invalidate(t, event.getCodeInvalidated());
                    tierMayHaveChanged(t, code);
                    mark(t, code.summary.getFunctionId(), Lane.MarkKind.INVALIDATED, index);
                }
            }
            case CODE_FREED -> {
                CodeIndex code = codes.get(event.getCodeFreed().getCodeId());
                if (code != null) {
                    code.free(t);
                    tierMayHaveChanged(t, code);
                }
            }
            default -> throw new IllegalArgumentException("not about code: " + event.getKindCase());
        }
    }

    private void tierMayHaveChanged(long t, CodeIndex code) {
        FunctionIndex function = functions.get(code.summary.getFunctionId());
        if (function != null) {
            function.tierMayHaveChanged(t);
        }
    }

    private void mark(long t, int functionId, Lane.MarkKind kind, int eventIndex) {
        mark(t, functionId, kind, eventIndex, 1);
    }

    private void mark(long t, int functionId, Lane.MarkKind kind, int eventIndex, long weight) {
        FunctionIndex function = functions.get(functionId);
        if (function != null) {
            function.marks.add(t, new Lane.Mark(kind, eventIndex, weight));
        }
    }

    /** How many transitions at a site an event stands for, given their number so far. */
    private long weight(Site site, long countSoFar) {
        Long before = transitionCounts.put(site, countSoFar);
        return Math.max(1, countSoFar - (before == null ? 0 : before));
    }

    private void log(long t, Log entry) {
        log.add(t, entry);
        switch (entry.getLevel()) {
            case WARNING -> problem(t, Problem.Severity.WARNING, entry.getText(), Optional.empty());
            case ERROR -> problem(t, Problem.Severity.ERROR, entry.getText(), Optional.empty());
            case INFO, UNRECOGNIZED -> {
                // not a problem
            }
        }
    }

    private void run(long t, RunState.Phase phase) {
        runStates.add(t, new RunState(phase, started, Optional.empty()));
    }

    private void ended(long t, Event event) {
        var end = event.getRunEnded();
        runStates.add(t, new RunState(RunState.Phase.ENDED, started, Optional.of(end)));
        switch (end.getStatus()) {
            case CRASHED -> problem(t, Problem.Severity.ERROR, withDetail("the engine crashed", end.getDetail()),
                    Optional.empty());
            case OUT_OF_MEMORY -> problem(t, Problem.Severity.ERROR,
                    withDetail("the program's heap is full", end.getDetail()), Optional.empty());
            case TIMED_OUT -> problem(t, Problem.Severity.WARNING,
                    withDetail("the program was stopped: its time was up", end.getDetail()), Optional.empty());
            case STATUS_UNSPECIFIED, COMPLETED, FAILED, STOPPED, UNRECOGNIZED -> {
                // said by other events, or wished for
            }
        }
    }

    private static String withDetail(String text, String detail) {
        return detail.isEmpty() ? text : text + ": " + detail;
    }

    private static Optional<Selection> placeOf(GuestError error) {
        Position position = error.hasPosition() || error.getFramesCount() == 0
                ? error.getPosition() : error.getFrames(0).getPosition();
        return position.getSourceId() == 0 ? Optional.empty() : Optional.of(new Selection.SourceRange(
                position.getSourceId(), position.getOffset(), position.getOffset() + 1));
    }
}
