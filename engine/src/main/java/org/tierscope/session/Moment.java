package org.tierscope.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tierscope.record.proto.CellKind;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.FunctionCounters;
import org.tierscope.record.proto.GarbageCollected;
import org.tierscope.record.proto.Log;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.record.proto.StateSnapshot;
import org.tierscope.record.proto.SyntaxTree;
import org.tierscope.record.proto.Tier;
import org.tierscope.record.proto.Totals;

/**
 * The state of a run at one time. What it answers never changes (except at the very end of a live recording, where
 * more may happen in the same nanosecond), so a view can keep answers and compare them. Ids that are not known at
 * this time give an empty answer.
 */
public final class Moment {

    private final Session session;
    private final long nanos;

    Moment(Session session, long nanos) {
        this.session = session;
        this.nanos = nanos;
    }

    /** Nanoseconds since the start of the run. */
    public long nanos() {
        return nanos;
    }

    public Session session() {
        return session;
    }

    public RunState run() {
        return session.query(index -> index.runStates.last(nanos).map(Timed::value)
                .orElse(new RunState(RunState.Phase.NOT_STARTED, Optional.empty(), Optional.empty())));
    }

    // ------------------------------------------------------------------------------------------- program

    public List<SourceLoaded> sources() {
        return session.query(index -> index.sources.values().stream()
                .filter(source -> source.nanos() <= nanos).map(Timed::value).toList());
    }

    public Optional<SourceLoaded> source(int sourceId) {
        return session.query(index -> Optional.ofNullable(index.sources.get(sourceId))
                .filter(source -> source.nanos() <= nanos).map(Timed::value));
    }

    /** What the parser made of a source, if that was recorded. */
    public Optional<SyntaxTree> syntaxTree(int sourceId) {
        return session.query(index -> Optional.ofNullable(index.syntaxTrees.get(sourceId))
                .filter(tree -> tree.nanos() <= nanos).map(Timed::value));
    }

    /** All functions loaded so far, the engine's own included, in order of loading. */
    public List<FunctionState> functions() {
        return session.query(index -> index.functions.values().stream()
                .filter(function -> function.loadedNanos <= nanos).map(this::stateOf).toList());
    }

    public Optional<FunctionState> function(int functionId) {
        return onFunction(functionId).map(f -> session.query(index -> stateOf(f)));
    }

    /** The bytecode of a function with its counts and feedback. */
    public Optional<BytecodeState> bytecode(int functionId) {
        return onFunction(functionId).map(f -> session.query(index -> BytecodeStates.of(f, nanos)));
    }

    /** What one feedback slot of a function has seen. */
    public Optional<FeedbackSlot> feedback(int functionId, int slot) {
        return onFunction(functionId).flatMap(f -> session.query(index -> f.feedbackAt(slot, nanos)));
    }

    // ------------------------------------------------------------------------------- compilations and code

    /** All compilations started so far, in order. */
    public List<CompilationState> compilations() {
        return session.query(index -> index.compilations.values().stream()
                .filter(compilation -> compilation.startNanos <= nanos).map(c -> c.at(nanos)).toList());
    }

    /** Those of one function. */
    public List<CompilationState> compilationsOf(int functionId) {
        return onFunction(functionId).map(f -> session.query(index -> f.compilations.stream()
                .filter(compilation -> compilation.startNanos <= nanos).map(c -> c.at(nanos)).toList()))
                .orElse(List.of());
    }

    public Optional<CompilationState> compilation(int compilationId) {
        return session.query(index -> Optional.ofNullable(index.compilations.get(compilationId))
                .filter(compilation -> compilation.startNanos <= nanos).map(c -> c.at(nanos)));
    }

    /** All code ever made of a function, in order. */
    public List<CodeState> codesOf(int functionId) {
        return onFunction(functionId).map(f -> session.query(index -> f.codes.values().stream()
                .filter(code -> code.installedNanos <= nanos).map(code -> code.at(nanos)).toList()))
                .orElse(List.of());
    }

    public Optional<CodeState> code(int codeId) {
        return session.query(index -> Optional.ofNullable(index.codes.get(codeId))
                .filter(code -> code.installedNanos <= nanos).map(code -> code.at(nanos)));
    }

    /** The valid code of the highest tier, the latest of those. */
    public Optional<CodeState> bestCodeOf(int functionId) {
        return codesOf(functionId).reversed().stream().filter(CodeState::isValid)
                .max(Comparator.comparing((CodeState code) -> code.tier().getNumber())
                        .thenComparing(CodeState::installedNanos));
    }

    /** OSR entries and deoptimizations so far. */
    public List<Transition> transitions() {
        return session.query(index -> index.transitions.valuesUntil(nanos));
    }

    // ---------------------------------------------------------------------------------------- time and heap

    /** One lane per function, in order of loading. */
    public List<Lane> lanes() {
        return session.query(index -> index.functions.values().stream()
                .filter(function -> function.loadedNanos <= nanos).map(this::laneOf).toList());
    }

    public List<Timed<GarbageCollected>> collections() {
        return session.query(index -> index.collections.until(nanos));
    }

    /** What stood on the heap when that was last counted, the kinds with most bytes first; empty if it never was. */
    public Optional<Timed<List<CellKind>>> heapKinds() {
        return session.query(index -> index.heapKinds.last(nanos));
    }

    /** Engine-wide counters, sample by sample. */
    public List<Timed<Totals>> totals() {
        return session.query(index -> index.totals.until(nanos));
    }

    /** The latest engine-wide counters. */
    public Optional<Totals> latestTotals() {
        return session.query(index -> index.totals.last(nanos).map(Timed::value));
    }

    /** All shapes created so far, in order; parents come before children. */
    public List<ShapeState> shapes() {
        return session.query(index -> index.shapes.values().stream()
                .filter(shape -> shape.nanos() <= nanos).map(shape -> shapeOf(index, shape)).toList());
    }

    public Optional<ShapeState> shape(int shapeId) {
        return session.query(index -> Optional.ofNullable(index.shapes.get(shapeId))
                .filter(shape -> shape.nanos() <= nanos).map(shape -> shapeOf(index, shape)));
    }

    // --------------------------------------------------------------------------------------------- the run

    /** What the program printed, piece by piece. */
    public List<Timed<ConsoleOutput>> console() {
        return session.query(index -> index.console.until(nanos));
    }

    /** Answers to what was asked at the prompt. */
    public List<Answer> answers() {
        return session.query(index -> index.answers.valuesUntil(nanos));
    }

    /** What the program printed, both streams in order. */
    public String consoleText() {
        return session.query(index -> index.consoleText.substring(0,
                index.consoleLengths.last(nanos).map(Timed::value).orElse(0)));
    }

    public List<Timed<Log>> log() {
        return session.query(index -> index.log.until(nanos));
    }

    public List<Problem> problems() {
        return session.query(index -> index.problems.valuesUntil(nanos));
    }

    /** The last known stack of the program. */
    public Optional<StateSnapshot> stack() {
        return session.query(index -> index.stacks.last(nanos).map(Timed::value));
    }

    // ------------------------------------------------------------------------------------------- assembling

    private Optional<FunctionIndex> onFunction(int functionId) {
        return session.query(index -> Optional.ofNullable(index.functions.get(functionId)))
                .filter(function -> function.loadedNanos <= nanos);
    }

    private FunctionState stateOf(FunctionIndex function) {
        FunctionCounters counters = function.countersAt(nanos);
        OptionalInt code = function.codes.values().stream().filter(c -> c.isValidAt(nanos))
                .max(Comparator.comparing((CodeIndex c) -> c.summary.getTier().getNumber())
                        .thenComparing(c -> c.installedNanos))
                .map(c -> OptionalInt.of(c.summary.getCodeId())).orElse(OptionalInt.empty());
        return new FunctionState(function.function, function.tiers.last(nanos).orElseThrow().value(),
                counters.getCalls(), counters.getLoopIterations(), counters.getDeopts(), counters.getOsrEntries(),
                code, function.compilations.stream().anyMatch(c -> c.isRunningAt(nanos)));
    }

    private Lane laneOf(FunctionIndex function) {
        List<Timed<Tier>> changes = function.tiers.until(nanos);
        List<Lane.TierSpan> spans = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            long end = i + 1 < changes.size() ? changes.get(i + 1).nanos() : nanos;
            spans.add(new Lane.TierSpan(changes.get(i).value(), changes.get(i).nanos(), end));
        }
        return new Lane(function.function, List.copyOf(spans),
                function.compilations.stream().filter(c -> c.startNanos <= nanos).map(c -> c.spanAt(nanos)).toList(),
                function.marks.until(nanos));
    }

    private ShapeState shapeOf(RecordingIndex index, Timed<org.tierscope.record.proto.ShapeCreated> shape) {
        Optional<String> retired = Optional.ofNullable(index.retiredShapes.get(shape.value().getShapeId()))
                .filter(why -> why.nanos() <= nanos).map(Timed::value);
        return new ShapeState(shape.value(), shape.nanos(), retired);
    }
}
