package org.tierscope.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.backend.CodeGenerator;
import org.tierscope.baseline.BaselineCode;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.SourceText;
import org.tierscope.deopt.Deoptimizer;
import org.tierscope.deopt.Exit;
import org.tierscope.deopt.ExitFrame;
import org.tierscope.deopt.ValueSource;
import org.tierscope.ir.ExitReason;
import org.tierscope.ir.Graph;
import org.tierscope.ir.pass.PassNotes;
import org.tierscope.ir.pass.PassRunner;
import org.tierscope.machine.CompiledCode;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.record.Recorder;
import org.tierscope.record.proto.CodeInvalidated;
import org.tierscope.record.proto.CompilationFinished;
import org.tierscope.record.proto.CompilationRefused;
import org.tierscope.record.proto.CompilationStarted;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.EvalResult;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.FeedbackSample;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.GarbageCollected;
import org.tierscope.record.proto.GuestError;
import org.tierscope.record.proto.HeapCensus;
import org.tierscope.record.proto.Log;
import org.tierscope.record.proto.MovedValue;
import org.tierscope.record.proto.OsrEntered;
import org.tierscope.record.proto.PassFinished;
import org.tierscope.record.proto.PassNote;
import org.tierscope.record.proto.RebuiltField;
import org.tierscope.record.proto.RebuiltFrame;
import org.tierscope.record.proto.RebuiltObject;
import org.tierscope.record.proto.Representation;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.record.proto.RunPaused;
import org.tierscope.record.proto.RunResumed;
import org.tierscope.record.proto.RunStarted;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.record.proto.StackFrame;
import org.tierscope.record.proto.StateSnapshot;
import org.tierscope.record.proto.TierUpRequested;
import org.tierscope.runtime.CellCounts;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Collector;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Vm;
import org.tierscope.tier.Compilation;
import org.tierscope.tier.OptimizedCode;
import org.tierscope.tier.TierListener;
import org.tierscope.tier.TierManager;

/**
 * Turns what happens in an engine into the events of its recording. Costs nothing while the recorder is off: then nobody
 * is told to call it.
 */
public final class Publisher implements TierListener, AutoCloseable {
    /** The first so many entries and exits at one place are recorded with all values; later ones now and then. */
    private static final int DETAILED = 3;
    /** Least time between later recorded ones at one place. */
    private static final long DETAIL_INTERVAL_NANOS = 50_000_000;

    /** Of a stack; who recurses deeper is told so by the first ones. */
    private static final int MOST_FRAMES = 500;

    private final Recorder recorder;
    private final boolean all;
    private final Vm vm;
    private final TierManager tiers;
    private final EngineOptions options;
    private final Names names;
    private final ValueDisplay display;
    private final FeedbackEvents feedback;
    private final CodeEvents code;
    private final Counters counters;
    private final Sampler sampler;
    private final Map<Integer, Long> lastDetail = new HashMap<>();
    private final Map<Integer, Long> osrCounts = new HashMap<>();
    /** By exit: the last deoptimization, where it was left out; it carries the exit's total. */
    private final Map<Integer, Deoptimized.Builder> unposted = new LinkedHashMap<>();
    private int describedFunctions;
    private boolean collectionAsked;

    /** @param tiers null where there is only the interpreter */
    public Publisher(Recorder recorder, Detail detail, Vm vm, TierManager tiers, EngineOptions options) {
        this.recorder = recorder;
        this.all = detail == Detail.ALL;
        this.vm = vm;
        this.tiers = tiers;
        this.options = options;
        this.names = new Names(vm);
        this.display = new ValueDisplay(vm);
        this.feedback = new FeedbackEvents(vm);
        this.code = tiers == null ? null : new CodeEvents(vm, names, tiers.machine().codeMemory());
        this.counters = new Counters();
        this.sampler = new Sampler(recorder, vm, counters, feedback, options.sampleInterval(), this::describeFunctions);
    }

    /** The run begins: {@code main} is linked already. */
    public void start(SourceText source) {
        if (!recorder.isOn()) {
            return;
        }
        var started = RunStarted.newBuilder()
                .setProgramPath(source.path())
                .setArchitecture(System.getProperty("os.arch").equals("amd64") ? "x86-64" : System.getProperty("os.arch"))
                .setEngineVersion(String.valueOf(Publisher.class.getPackage().getImplementationVersion()))
                .setDeterministic(options.syncCompile())
                .setWallClockMillis(options.syncCompile() ? 0 : System.currentTimeMillis());
        options.chosen().keySet().forEach(option -> started.addOptions(org.tierscope.record.proto.Option.newBuilder()
                .setName(option.name())
                .setValue(String.valueOf(options.get(option)))));
        for (Tier tier : Tier.values()) {
            if (tier.ordinal() <= options.maxTier().ordinal() && (tiers != null || tier == Tier.INTERPRETER)) {
                started.addTiers(tier(tier));
            }
        }
        recorder.post(Event.newBuilder().setRunStarted(started));
        describeSource(source);
        vm.onCollection(this::collected);
        if (tiers != null) {
            tiers.setListener(this, all ? _ -> null : null);
        }
        if (all) {
            vm.shapes().onCreate(new ShapeEvents(vm, recorder, this::describeFunctions)::created);
            vm.countCells();
            sampler.start();
        }
    }

    /** The program waits. */
    public void paused() {
        if (recorder.isOn()) {
            recorder.post(Event.newBuilder().setRunPaused(RunPaused.newBuilder().setWhy("asked by the user")));
            recorder.post(Event.newBuilder().setStateSnapshot(stack().setPaused(true)));
        }
    }

    /** The stack of the program, which is at a safepoint. */
    private StateSnapshot.Builder stack() {
        describeFunctions();
        var snapshot = StateSnapshot.newBuilder();
        vm.stackWalker().walk(frame -> {
            int function = frame.function().id();
            snapshot.addFrames(StackFrame.newBuilder()
                    .setFunctionId(frame.function().isNative() ? 0 : function)
                    .setFunctionName(Names.displayName(frame.function()))
                    .setPc(Math.max(0, frame.pc()))
                    .setPosition(names.position(function, frame.pc())));
            return snapshot.getFramesCount() < MOST_FRAMES;
        });
        return snapshot;
    }

    /**
     * Something that was asked while the program ran has an answer.
     *
     * @param value what it is; null where it threw
     * @param shown the value as the console shows it
     * @param error what was thrown; empty otherwise
     */
    public void evaluated(int request, String text, Long value, String shown, String error) {
        if (recorder.isOn()) {
            var result = EvalResult.newBuilder().setRequestId(request).setText(text).setError(error);
            if (value != null) {
                result.setValue(display.of(value).toBuilder().setDisplay(shown));
            }
            recorder.post(Event.newBuilder().setEvalResult(result));
        }
    }

    /** Something that a person should know, but nothing that ends the program. */
    public void warn(String text) {
        recorder.post(Event.newBuilder().setLog(Log.newBuilder().setLevel(Log.Level.WARNING).setText(text)));
    }

    /** The program goes on. */
    public void resumed() {
        if (recorder.isOn()) {
            recorder.post(Event.newBuilder().setRunResumed(RunResumed.getDefaultInstance()));
        }
    }

    /** The run has ended. */
    public void end(RunEnded.Status status, String detail, long wallMillis, int exitCode) {
        if (!recorder.isOn()) {
            return;
        }
        sampler.sampleLast();
        if (all) {
            census();
        }
        unposted.values().forEach(event -> recorder.post(Event.newBuilder().setDeoptimized(event)));
        if (status == RunEnded.Status.FAILED) {
            recorder.post(Event.newBuilder().setGuestError(GuestError.newBuilder().setMessage(detail)));
        }
        recorder.post(Event.newBuilder()
                .setRunEnded(RunEnded.newBuilder()
                        .setStatus(status)
                        .setDetail(detail)
                        .setWallMillis(wallMillis)
                        .setExitCode(exitCode)));
    }

    /** Stops reading the guest's memory, which is about to be freed. */
    @Override
    public void close() {
        sampler.stop();
    }

    /** A stream whose text becomes console events, besides going to {@code out}. */
    public OutputStream console(OutputStream out, ConsoleOutput.Stream stream) {
        return !recorder.isOn() ? out : new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
                recorder.post(Event.newBuilder()
                        .setConsoleOutput(ConsoleOutput.newBuilder().setStream(stream).setText(text)));
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }

    // ---- functions ----

    private void describeSource(SourceText source) {
        if (!names.isKnown(source)) {
            boolean internal = source.path().startsWith("prelude");
            recorder.post(Event.newBuilder()
                    .setSourceLoaded(SourceLoaded.newBuilder()
                            .setSourceId(names.sourceId(source))
                            .setPath(source.path())
                            .setText(source.text())
                            .setInternal(internal)));
            if (!internal && all) {
                SyntaxEvents.of(source, names.sourceId(source))
                        .ifPresent(tree -> recorder.post(Event.newBuilder().setSyntaxTree(tree)));
            }
        }
    }

    /** Posts every function linked since the last time. Any thread. */
    private synchronized void describeFunctions() {
        for (; describedFunctions < vm.functionCount(); describedFunctions++) {
            FunctionInfo function = vm.function(describedFunctions);
            if (!function.isNative()) {
                describeSource(function.bytecode().source());
                counters.add(function);
                recorder.post(Event.newBuilder()
                        .setFunctionLoaded(FunctionEvents.loaded(
                                function, names.sourceId(function.bytecode().source()), parentOf(function))));
            }
        }
    }

    /** The innermost function linked before whose text encloses this one's. */
    private int parentOf(FunctionInfo function) {
        for (int id = function.id() - 1; id >= 0; id--) {
            FunctionInfo other = vm.function(id);
            boolean encloses = !other.isNative()
                    && other.bytecode().source() == function.bytecode().source()
                    && other.bytecode().start() <= function.bytecode().start()
                    && function.bytecode().end() <= other.bytecode().end();
            if (encloses) {
                return id;
            }
        }
        return 0;
    }

    // ---- compilations and code ----

    @Override
    public void tierUpRequested(FunctionInfo function, Tier from, Tier to, String why, int osrPc) {
        describeFunctions();
        recorder.post(Event.newBuilder()
                .setTierUpRequested(TierUpRequested.newBuilder()
                        .setFunctionId(function.id())
                        .setFrom(tier(from))
                        .setTo(tier(to))
                        .setWhy(why)
                        .setOsrPc(osrPc == 0 ? -1 : osrPc)));
    }

    @Override
    public void baselineInstalled(
            FunctionInfo function, CompiledCode compiled, BaselineCode baseline, int id, long nanos) {
        recorder.post(Event.newBuilder()
                .setCompilationStarted(CompilationStarted.newBuilder()
                        .setCompilationId(id)
                        .setFunctionId(function.id())
                        .setTier(org.tierscope.record.proto.Tier.BASELINE)
                        .setOsrPc(-1)));
        recorder.post(Event.newBuilder()
                .setCompilationFinished(CompilationFinished.newBuilder()
                        .setCompilationId(id)
                        .setMicros(nanos / 1000)
                        .setCodeId(compiled.id())));
        recorder.post(Event.newBuilder().setCodeInstalled(code.baseline(compiled, id)));
        counters.baseline(function, compiled.block().size(), nanos);
    }

    @Override
    public void compilationStarted(Compilation compilation) {
        if (all) {
            postFeedback(compilation.function());
        }
        recorder.post(Event.newBuilder()
                .setCompilationStarted(CompilationStarted.newBuilder()
                        .setCompilationId(compilation.id())
                        .setFunctionId(compilation.function().id())
                        .setTier(org.tierscope.record.proto.Tier.OPTIMIZING)
                        .setOsrPc(compilation.entryPc() == 0 ? -1 : compilation.entryPc())
                        .setBackground(!options.syncCompile())));
    }

    private void postFeedback(FunctionInfo function) {
        var sample = FeedbackSample.newBuilder().setFunctionId(function.id());
        int[] bytecode = function.code();
        for (int pc = 0; pc < bytecode.length; pc += Opcode.of(bytecode[pc]).length()) {
            if (Opcode.of(bytecode[pc]).feedbackOperand() != 0) {
                FeedbackSlot slot = feedback.slot(function, pc);
                if (slot != null) {
                    sample.addSlots(slot);
                }
            }
        }
        recorder.post(Event.newBuilder().setFeedbackSample(sample));
    }

    @Override
    public void graphBuilt(Compilation compilation, Graph graph, long nanos) {
        if (!all) {
            return;
        }
        recorder.post(Event.newBuilder()
                .setPassFinished(PassFinished.newBuilder()
                        .setCompilationId(compilation.id())
                        .setIndex(0)
                        .setName("build")
                        .setDescription("Makes the graph from bytecode and feedback.")
                        .setMicros(nanos / 1000)
                        .setNodesAfter(graph.nodeCount())
                        .setGraph(GraphEvents.of(graph))));
    }

    @Override
    public void passFinished(Compilation compilation, PassRunner.Report pass, Graph graph) {
        if (!all) {
            return;
        }
        var event = PassFinished.newBuilder()
                .setCompilationId(compilation.id())
                .setIndex(pass.index() + 1)
                .setName(pass.pass().name())
                .setDescription(pass.pass().purpose())
                .setMicros(pass.nanos() / 1000)
                .setNodesBefore(pass.nodesBefore())
                .setNodesAfter(pass.nodesAfter());
        addNotes(pass.notes(), event);
        if (pass.notes().changes() > 0 || pass.nodesBefore() != pass.nodesAfter()) {
            event.setGraph(GraphEvents.of(graph));
        }
        recorder.post(Event.newBuilder().setPassFinished(event));
    }

    private static void addNotes(PassNotes notes, PassFinished.Builder event) {
        for (PassNotes.Note note : notes.notes()) {
            event.addNotes(PassNote.newBuilder()
                    .setActed(note.acted())
                    .setText(GraphEvents.renumbered(note.text()))
                    .setNodeId(note.node() + 1));
        }
    }

    @Override
    public void codeGenerated(
            Compilation compilation, Graph graph, CodeGenerator.Result result, int passes, long nanos) {
        if (!all) {
            return;
        }
        var event = PassFinished.newBuilder()
                .setCompilationId(compilation.id())
                .setIndex(passes + 1)
                .setName("register-allocation")
                .setDescription("Gives every value a register or a slot of the frame for each part of its life; then emits code.")
                .setMicros(nanos / 1000)
                .setNodesBefore(graph.nodeCount())
                .setNodesAfter(graph.nodeCount())
                .setGraph(GraphEvents.allocated(graph, result.lifetimes(), vm.function(graph.function())));
        addNotes(result.allocationNotes(), event);
        recorder.post(Event.newBuilder().setPassFinished(event));
    }

    @Override
    public void optimizedInstalled(OptimizedCode optimized, Compilation compilation) {
        recorder.post(Event.newBuilder()
                .setCompilationFinished(CompilationFinished.newBuilder()
                        .setCompilationId(compilation.id())
                        .setMicros(compilation.nanos() / 1000)
                        .setCodeId(optimized.code().id())));
        recorder.post(Event.newBuilder().setCodeInstalled(code.optimized(optimized, compilation)));
        counters.optimized(optimized, compilation.nanos());
    }

    @Override
    public void refused(Compilation compilation) {
        recorder.post(Event.newBuilder()
                .setCompilationRefused(CompilationRefused.newBuilder()
                        .setCompilationId(compilation.id())
                        .setFunctionId(compilation.function().id())
                        .setReason(compilation.refusal())
                        .setPc(-1)
                        .setMicros(compilation.nanos() / 1000)
                        .setPermanent(true)));
    }

    @Override
    public void invalidated(OptimizedCode optimized, String why) {
        counters.invalidated(optimized);
        recorder.post(Event.newBuilder()
                .setCodeInvalidated(
                        CodeInvalidated.newBuilder().setCodeId(optimized.code().id()).setDependency(why)));
    }

    // ---- transitions ----

    @Override
    public void osrEntered(FunctionInfo function, CompiledCode compiled, int header, long fp) {
        counters.osrEntered(function);
        long count = osrCounts.merge(compiled.id(), 1L, Long::sum);
        if (!isDue(-compiled.id(), count)) {
            return;
        }
        var event = OsrEntered.newBuilder()
                .setCodeId(compiled.id())
                .setFunctionId(function.id())
                .setPc(header)
                .setCount(count)
                .setFrom(
                        compiled.tier() == Tier.BASELINE
                                ? org.tierscope.record.proto.Tier.INTERPRETER
                                : org.tierscope.record.proto.Tier.BASELINE)
                .setPosition(names.position(function.id(), header));
        for (int register = Frame.THIS_REGISTER; register < function.bytecode().registerCount(); register++) {
            String name = Names.variable(function.bytecode(), register, header);
            if (!name.isEmpty()) {
                event.addValues(MovedValue.newBuilder()
                        .setRegister(register)
                        .setName(name)
                        .setValue(display.of(Frame.get(fp, register)))
                        .setLocation(org.tierscope.record.proto.Location.newBuilder().setInterpreterRegister(register))
                        .setRepresentation(Representation.TAGGED));
            }
        }
        recorder.post(Event.newBuilder().setOsrEntered(event));
    }

    /** Whether this occurrence of what happens at {@code place} is recorded. */
    private boolean isDue(int place, long count) {
        long now = System.nanoTime();
        Long last = lastDetail.get(place);
        boolean due = all && (count <= DETAILED || last == null || now - last >= DETAIL_INTERVAL_NANOS);
        if (due) {
            lastDetail.put(place, now);
        }
        return due;
    }

    @Override
    public void deoptimized(
            OptimizedCode optimized, Exit exit, int count, boolean forced, Deoptimizer.Rebuilt rebuilt) {
        counters.deoptimized(optimized.code().function());
        boolean due = isDue(exit.id(), count);
        ExitFrame innermost = exit.frames().getLast();
        int registers = vm.function(exit.frames().getFirst().function()).bytecode().registerCount();
        var event = Deoptimized.newBuilder()
                .setCodeId(optimized.code().id())
                .setExitId(CodeEvents.exitId(exit))
                .setFunctionId(optimized.code().function().id())
                .setReason(CodeEvents.reason(exit))
                .setAtFunctionId(innermost.function())
                .setAtPc(innermost.pc())
                .setPosition(names.position(innermost.function(), innermost.pc()))
                .setCount(count)
                .setForced(forced || exit.reason() == ExitReason.STRESS)
                .setExpected(exit.reason().meaning())
                .setTo(org.tierscope.record.proto.Tier.INTERPRETER);
        if (!due) {
            unposted.put(exit.id(), event);
            return;
        }
        unposted.remove(exit.id());
        for (int i = 0; i < exit.frames().size(); i++) {
            event.addFrames(frame(exit.frames().get(i), i, rebuilt.values(), registers));
        }
        rebuilt.objects().forEach(made -> event.addObjects(object(made, registers)));
        recorder.post(Event.newBuilder().setDeoptimized(event));
    }

    private RebuiltObject object(Deoptimizer.Made made, int registers) {
        var object = RebuiltObject.newBuilder().setValue(display.of(made.address()));
        for (Deoptimizer.Filled filled : made.fields()) {
            var value = display.of(filled.value());
            object.addFields(RebuiltField.newBuilder()
                    .setKey(RemovedObjects.key(vm, made.removed().kind(), made.removed().shape(), filled.index()))
                    .setValue(value)
                    .setLocation(CodeEvents.location(filled.source(), value.getDisplay(), registers)));
        }
        return object.build();
    }

    private RebuiltFrame frame(ExitFrame frame, int index, List<Deoptimizer.Moved> values, int registers) {
        var function = vm.function(frame.function()).bytecode();
        var rebuilt = RebuiltFrame.newBuilder()
                .setFunctionId(frame.function())
                .setPc(frame.pc())
                .setPosition(names.position(frame.function(), frame.pc()));
        for (Deoptimizer.Moved moved : values) {
            if (moved.frame() == index) {
                var value = display.of(moved.value());
                var description = MovedValue.newBuilder()
                        .setRegister(moved.register())
                        .setName(Names.variable(function, moved.register(), frame.pc()))
                        .setValue(value)
                        .setLocation(CodeEvents.location(moved.source(), value.getDisplay(), registers));
                if (moved.source() instanceof ValueSource.Held held) {
                    description.setRepresentation(GraphEvents.representation(held.representation()));
                }
                rebuilt.addValues(description);
            }
        }
        return rebuilt.build();
    }

    // ---- heap ----

    /** What stands on the heap now, garbage included. The guest's thread only. */
    private void census() {
        var cells = new CellCounts();
        vm.heap().forEachCell(cell -> cells.add(CellType.at(cell), vm.heap().cellSize(cell)));
        recorder.post(Event.newBuilder().setHeapCensus(HeapCensus.newBuilder().addAllKinds(HeapKinds.of(cells))));
    }

    private void collected(Collector.Statistics statistics) {
        counters.collected();
        recorder.post(Event.newBuilder()
                .setGarbageCollected(GarbageCollected.newBuilder()
                        .setReason(reason())
                        .addAllKinds(HeapKinds.of(statistics.live()))
                        .setObjectsAfter(statistics.live().total())
                        .setMicros(statistics.micros())
                        .setBytesBefore(statistics.usedBefore())
                        .setBytesAfter(statistics.usedAfter())));
    }

    private String reason() {
        if (collectionAsked) {
            return "asked by the user";
        }
        return options.gcEvery() > 0 ? "stress" : "allocation limit";
    }

    /** Collects because somebody wants to see what is left. At a safepoint. */
    public void collectGarbage() {
        collectionAsked = true;
        vm.collectGarbage();
        collectionAsked = false;
    }

    static org.tierscope.record.proto.Tier tier(Tier tier) {
        return switch (tier) {
            case INTERPRETER -> org.tierscope.record.proto.Tier.INTERPRETER;
            case BASELINE -> org.tierscope.record.proto.Tier.BASELINE;
            case OPTIMIZING -> org.tierscope.record.proto.Tier.OPTIMIZING;
        };
    }
}
