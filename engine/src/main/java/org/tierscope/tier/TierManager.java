package org.tierscope.tier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.tierscope.asm.CodeBlock;
import org.tierscope.asm.CodeMemoryFullException;
import org.tierscope.asm.PerfMap;
import org.tierscope.asm.Symbols;
import org.tierscope.baseline.BaselineCode;
import org.tierscope.baseline.BaselineCompiler;
import org.tierscope.baseline.Handlers;
import org.tierscope.baseline.NativeEntries;
import org.tierscope.bytecode.Opcode;
import org.tierscope.deopt.Deoptimizer;
import org.tierscope.deopt.Exit;
import org.tierscope.deopt.ExitTable;
import org.tierscope.deopt.Safepoint;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.interp.Interpreter;
import org.tierscope.interp.Tiers;
import org.tierscope.ir.ExitReason;
import org.tierscope.ir.FeedbackSnapshot;
import org.tierscope.ir.Guess;
import org.tierscope.ir.Guesses;
import org.tierscope.ir.Signature;
import org.tierscope.machine.CodeEvents;
import org.tierscope.machine.CompiledCode;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.runtime.BytecodeImage;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FrameView;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * Decides which code runs a function: counts heat through budgets, has functions compiled, installs and throws code
 * away. Everything but the optimizing compilation itself happens on the guest's thread.
 *
 * <p>Deoptimization loops end. An exit that was taken {@link #EXITS_BEFORE_DISCARD} times says that its guess is wrong: no compilation
 * makes it again, and the code is discarded. (Code that leads to what had never run is discarded at once.) Each discarded version
 * doubles the heat that the next one takes; after {@link EngineOption#MAX_VERSIONS} of them the function gets <em>generic</em> code,
 * which makes no guess and is never discarded.
 */
public final class TierManager implements Tiers, CodeEvents {
    /** How often one exit may be taken before its code is discarded. */
    static final int EXITS_BEFORE_DISCARD = 8;
    /** Calls from which on a function is compiled for its calls even where its loops are what is hot. */
    private static final int CALLED_OFTEN = 10;
    /** Iterations or calls between looking whether something has been installed. */
    private static final int SHORT_BUDGET = 100;
    /** Baseline code made early knows little of what comes later in a function: it is looked at again at so many times the heat. */
    private static final int RENEWAL_FACTOR = 16;

    private static final long NEVER = Long.MAX_VALUE / 4;

    private final Vm vm;
    private EngineOptions options;
    private final MachineRuntime machine;
    private final BaselineCompiler baselineCompiler;
    private final OptimizingCompiler optimizer;
    /** Null where the Java interpreter runs what is not compiled. */
    private final Handlers handlers;
    private final ExitTable exits = new ExitTable();
    private final Deoptimizer deoptimizer;
    private final GraphRuns graphs;
    private final Snapshots snapshots;
    private final Map<Integer, TierState> states = new TreeMap<>();
    private final List<OptimizedCode> optimizedCode = new ArrayList<>();
    private final Map<Integer, OptimizedCode> codeByExit = new HashMap<>();
    private final ConcurrentLinkedQueue<Compilation> finished = new ConcurrentLinkedQueue<>();
    private TierListener listener = TierListener.NONE;
    private Symbols symbols;
    private int nextCompilation = 1;
    private int nextCode = 1;

    public TierManager(Vm vm, Interpreter interpreter, EngineOptions options) {
        this.vm = vm;
        this.options = options;
        this.machine = new MachineRuntime(vm, interpreter);
        if (options.get(EngineOption.PERF_MAP)) {
            machine.codeMemory().follow(PerfMap.ofThisProcess()::add);
        }
        this.baselineCompiler = new BaselineCompiler(machine);
        this.deoptimizer = new Deoptimizer(vm, options.get(EngineOption.POISON));
        this.graphs = new GraphRuns(vm, machine, exits, options.get(EngineOption.RUN_GRAPHS));
        this.snapshots = new Snapshots(vm, options.get(EngineOption.RANDOM_FEEDBACK));
        this.optimizer = new OptimizingCompiler(vm, machine, exits, options, this::compiled);
        machine.setEvents(this);
        interpreter.setTiers(this);
        this.handlers = options.get(EngineOption.JAVA_INTERPRETER) ? null : baselineCompiler.handlers();
        vm.setEntryStubs(interpreterStub(), machine.stubs().interpreter());
        setNativeEntries();
        vm.addRoots(this::forEachConstant);
        vm.stackWalker().setOptimizedFrames(this::walk);
        resetDeoptCountdown();
    }

    /** @param symbols names code addresses in listings; null for no listings */
    public void setListener(TierListener listener, Symbols symbols) {
        this.listener = listener;
        this.symbols = symbols;
        optimizer.setListener(listener, symbols != null);
    }

    public MachineRuntime machine() {
        return machine;
    }

    /** What machine code calls for a function with bytecode that has no compiled code. */
    private long interpreterStub() {
        return handlers == null ? machine.stubs().interpreter() : handlers.entry();
    }

    private void setNativeEntries() {
        var entries = new NativeEntries(machine);
        snapshots.intrinsics().forEach((id, intrinsic) -> {
            long entry = entries.install(intrinsic);
            if (entry != 0) {
                Mem.putLong(vm.function(id).cell() + FunctionCell.ENTRY, entry);
            }
        });
    }

    @Override
    public long interpreterEntry() {
        return handlers == null ? 0 : handlers.entry();
    }

    @Override
    public long interpretFrame(long fp) {
        BytecodeImage.ensure(vm, vm.functionOf(fp));
        return machine.enter(handlers.entryAtPc(), fp);
    }

    @Override
    public void makeHandler(int opcode) {
        handlers.make(Opcode.of(opcode));
    }

    // ---- budgets ----

    /**
     * Goes on with other options. Of those, {@link EngineOption#LIVE} may differ; they hold from the next decision on, which each
     * function comes to with its next call or iteration. Code that there is stays.
     */
    public void setOptions(EngineOptions newOptions) {
        options = newOptions;
        optimizer.setOptions(newOptions);
        states.forEach((id, state) -> {
            long budget = vm.function(id).feedback() + FeedbackLayout.BUDGET;
            int left = Math.max(0, Mem.getInt(budget));
            state.granted = Math.max(0, state.granted - left) + 1;
            Mem.putInt(budget, 1);
            if (state.discarded == 0) {
                state.optimizeAt = newOptions.optimizeThreshold();
            }
        });
    }

    @Override
    public void callBudgetSpent(FunctionInfo function) {
        TierState state = heat(function);
        if (options.maxTier() != Tier.INTERPRETER) {
            baselineIfHot(function, state);
            optimizeIfHot(function, state, 0, 0);
        }
        grant(function, state);
    }

    @Override
    public long loopBudgetSpent(FunctionInfo function, long fp, int header) {
        TierState state = heat(function);
        long entry = 0;
        if (options.maxTier() != Tier.INTERPRETER) {
            baselineIfHot(function, state);
            entry = optimizedLoop(function, state, fp, header);
            if (entry == 0 && state.baseline != null) {
                entry = state.baseline.osrEntries().getOrDefault(header, 0L);
                if (entry != 0) {
                    listener.osrEntered(function, state.baseline, header, fp);
                }
            }
        }
        grant(function, state);
        return entry;
    }

    @Override
    public long loopBudgetSpentInCode(FunctionInfo function, long fp, int header) {
        TierState state = heat(function);
        long entry = optimizedLoop(function, state, fp, header);
        grant(function, state);
        return entry;
    }

    /** Entry of optimized code for a loop, compiled first if the loop is hot enough and compilation is synchronous; else 0. */
    private long optimizedLoop(FunctionInfo function, TierState state, long fp, int header) {
        OptimizedCode code = state.loops.get(header);
        boolean forCalls = isCalledOften(function) && !options.osrAlways() && state.optimized == null;
        if (forCalls) {
            // Its next calls gain more than this one, whose loop may be short.
            optimizeIfHot(function, state, 0, 0);
        } else if (code == null) {
            optimizeIfHot(function, state, header, fp);
            code = state.loops.get(header);
        }
        if (code == null) {
            return 0;
        }
        listener.osrEntered(function, code.code(), header, fp);
        return graphs.areDone(code) ? code.code().block().address() : code.code().osrEntries().get(header);
    }

    private static boolean isCalledOften(FunctionInfo function) {
        return Mem.getLong(function.feedback() + FeedbackLayout.CALLS) >= CALLED_OFTEN;
    }

    private TierState heat(FunctionInfo function) {
        TierState state = state(function);
        state.heat += state.granted;
        return state;
    }

    private TierState state(FunctionInfo function) {
        return states.computeIfAbsent(function.id(), id -> {
            var state = new TierState();
            state.optimizeAt = options.optimizeThreshold();
            return state;
        });
    }

    /** Gives the function a budget that lasts to the next decision. */
    private void grant(FunctionInfo function, TierState state) {
        long next;
        if (options.osrAlways() && options.maxTier() != Tier.INTERPRETER) {
            next = 1;
        } else if (state.baseline == null && options.maxTier() != Tier.INTERPRETER) {
            next = options.baselineThreshold() - state.heat;
        } else if (options.maxTier() == Tier.OPTIMIZING && state.refusal == null) {
            next = state.heat < state.optimizeAt ? state.optimizeAt - state.heat : SHORT_BUDGET;
        } else {
            next = NEVER;
        }
        if (state.baseline != null) {
            next = Math.min(next, Math.max(state.renewBaselineAt - state.heat, 1));
        }
        state.granted = Math.clamp(next, 1, Integer.MAX_VALUE / 2);
        Mem.putInt(function.feedback() + FeedbackLayout.BUDGET, state.granted);
    }

    // ---- baseline ----

    private void baselineIfHot(FunctionInfo function, TierState state) {
        if (state.baseline == null) {
            if (state.heat >= options.baselineThreshold() || options.osrAlways()) {
                compileBaseline(function, state);
            }
        } else if (state.heat >= state.renewBaselineAt) {
            if (state.baselineCode.isOutdated()) {
                compileBaseline(function, state);
            }
            state.renewBaselineAt *= RENEWAL_FACTOR;
        }
    }

    /** Frames that run older baseline code go on with it, or with the new one from their next loop or exception on. */
    private void compileBaseline(FunctionInfo function, TierState state) {
        long start = System.nanoTime();
        Tier from = state.baseline == null ? Tier.INTERPRETER : Tier.BASELINE;
        listener.tierUpRequested(function, from, Tier.BASELINE, "hot: " + state.heat, 0);
        BaselineCode code = baselineCompiler.compile(function, symbols);
        try {
            state.baseline = BaselineCompiler.install(code, function, nextCode++, machine.codeMemory());
        } catch (CodeMemoryFullException e) {
            state.refusal = e.getMessage();
            return;
        }
        if (state.baselineCode == null) {
            state.renewBaselineAt = (long) options.baselineThreshold() * RENEWAL_FACTOR;
        }
        state.baselineCode = code;
        if (state.optimized == null) {
            function.setMachineEntry(state.baseline.entry(), interpreterStub());
        }
        listener.baselineInstalled(function, state.baseline, code, nextCompilation++, System.nanoTime() - start);
    }

    @Override
    public long handlerAddress(long fp) {
        FunctionInfo function = vm.functionOf(fp);
        var handler = function.bytecode().handlerFor(Frame.pc(fp));
        return handler == null ? 0 : landingAddress(fp, handler.target());
    }

    @Override
    public long landingAddress(long fp, int pc) {
        return state(vm.functionOf(fp)).baseline.landings().get(pc);
    }

    // ---- optimized code ----

    private void optimizeIfHot(FunctionInfo function, TierState state, int header, long fp) {
        boolean wanted = options.maxTier() == Tier.OPTIMIZING
                && state.refusal == null
                && !state.queued
                && (state.heat >= state.optimizeAt || options.osrAlways() && state.baseline != null)
                && (header == 0 ? state.optimized == null : !state.loops.containsKey(header));
        if (!wanted) {
            return;
        }
        state.queued = true;
        listener.tierUpRequested(
                function, Tier.BASELINE, Tier.OPTIMIZING, (header == 0 ? "calls: " : "loop: ") + state.heat, header);
        Guesses guesses = state.discarded >= options.maxVersions() ? Guesses.NONE : snapshots.guesses();
        FeedbackSnapshot snapshot = header == 0
                ? FeedbackSnapshot.take(snapshots, function.id(), guesses)
                : FeedbackSnapshot.takeAtLoop(snapshots, function.id(), guesses, header, fp);
        var compilation = new Compilation(nextCompilation++, function, snapshot);
        if (graphs.areWanted()) {
            compilation.keepGraphs();
        }
        if (options.syncCompile()) {
            optimizer.compile(compilation);
            install(compilation);
        } else {
            optimizer.enqueue(compilation);
        }
    }

    /** A background compilation has ended: asks the guest to come to a safepoint. Compiler's thread. */
    private void compiled(Compilation compilation) {
        finished.add(compilation);
        vm.requestInterrupt();
    }

    /** Installs what the compiler's thread has finished. The VM calls this at safepoints. */
    public void installFinished() {
        for (Compilation done = finished.poll(); done != null; done = finished.poll()) {
            install(done);
        }
    }

    private void install(Compilation compilation) {
        FunctionInfo function = compilation.function();
        TierState state = state(function);
        state.queued = false;
        if (compilation.result() == null) {
            state.refusal = compilation.refusal();
            listener.refused(compilation);
            return;
        }
        CodeBlock block;
        long entry;
        try {
            block = machine.codeMemory().install(compilation.result().code(), function + " optimized");
            entry = compilation.graphs() == null ? block.address() : installGraphs(compilation);
        } catch (CodeMemoryFullException e) {
            compilation.refused(e.getMessage(), compilation.nanos());
            state.refusal = compilation.refusal();
            listener.refused(compilation);
            return;
        }
        int header = compilation.entryPc();
        var compiled = new CompiledCode(
                nextCode++,
                function,
                Tier.OPTIMIZING,
                block,
                header == 0 ? entry : 0,
                header == 0 ? Map.of() : Map.of(header, entry),
                Map.of(),
                compilation.result().code().listing());
        var code = new OptimizedCode(compiled, compilation.result().exits(), compilation.result().constants(), header);
        optimizedCode.add(code);
        if (compilation.graphs() != null) {
            graphs.add(compilation.id(), compilation.graphs(), code);
        }
        for (Exit exit : code.exits()) {
            codeByExit.put(exit.id(), code);
        }
        if (header == 0) {
            state.optimized = code;
            function.setMachineEntry(entry, interpreterStub());
            if (entry == block.address()) {
                function.setUnboxedEntry(
                        entry + compilation.result().unboxedEntry(), compilation.result().signature());
            }
        } else {
            state.loops.put(header, code);
            Mem.putInt(function.feedback() + FeedbackLayout.BUDGET, 1);
        }
        listener.optimizedInstalled(code, compilation);
    }

    private long installGraphs(Compilation compilation) {
        FunctionInfo function = compilation.function();
        var code = graphs.entry(compilation.id(), function, compilation.entryPc() != 0, compilation.result().frameSlots());
        return machine.codeMemory().install(code, function + " graphs").address();
    }

    @Override
    public long runGraph(long fp, int compilation) {
        OptimizedCode code = graphs.code(compilation);
        long result = graphs.run(compilation, fp, exit -> leave(fp, exit, code));
        FunctionInfo function = code.code().function();
        if (graphs.areDone(code) && state(function).optimized == code) {
            function.setMachineEntry(code.code().block().address(), interpreterStub());
        }
        return result;
    }

    /** What graphs ran in place of code, with {@code --run-graphs}. */
    public GraphRuns.Summary graphRuns() {
        return graphs.summary();
    }

    // ---- leaving optimized code ----

    @Override
    public long deoptimize(long fp, int exitId) {
        return leave(fp, exits.exit(exitId), codeByExit.get(exitId));
    }

    private long leave(long fp, Exit exit, OptimizedCode code) {
        Deoptimizer.Rebuilt rebuilt = deoptimizer.rebuild(fp, exit);
        if (exit.throwing()) {
            return Value.EXITED;
        }
        boolean stress = options.deoptEvery() > 0 && Mem.getInt(vm.state() + VmState.DEOPT_COUNTDOWN) <= 0;
        resetDeoptCountdown();
        FunctionInfo function = code.code().function();
        TierState state = state(function);
        if (exit.reason() == ExitReason.INTERRUPT) {
            return Value.EXITED;
        }
        int count = code.count(exit);
        listener.deoptimized(code, exit, count, stress, rebuilt);
        if (!stress && exit.reason().isMisspeculation()) {
            boolean cold = exit.reason() == ExitReason.INSUFFICIENT_FEEDBACK;
            if (code.isValid() && (cold || count >= EXITS_BEFORE_DISCARD)) {
                if (!cold) {
                    snapshots.refute(new Guess(exit.origin().function(), exit.origin().pc(), exit.reason()));
                }
                discard(code, state, exit.reason().meaning());
            }
        }
        return Value.EXITED;
    }

    private void resetDeoptCountdown() {
        if (options.deoptEvery() > 0) {
            int every = (int) Math.min(options.deoptEvery(), Integer.MAX_VALUE);
            Mem.putInt(vm.state() + VmState.DEOPT_COUNTDOWN, every);
        }
    }

    /** Unlinks code whose guesses were wrong. Frames that run it go on: its guards still hold. */
    private void discard(OptimizedCode code, TierState state, String why) {
        code.invalidate();
        FunctionInfo function = code.code().function();
        if (state.optimized == code) {
            state.optimized = null;
            function.setUnboxedEntry(0, Signature.NONE);
            function.setMachineEntry(state.baseline == null ? 0 : state.baseline.entry(), interpreterStub());
        }
        state.loops.values().removeIf(loop -> loop == code);
        state.discarded++;
        // Generic code will not be wrong: there is nothing to wait for.
        int doublings = state.discarded >= options.maxVersions() ? 0 : Math.min(state.discarded, 20);
        state.optimizeAt = state.heat + ((long) options.optimizeThreshold() << doublings);
        listener.invalidated(code, why);
        grant(function, state);
    }

    @Override
    public long enter(long entry, long fp) {
        return machine.enter(entry, fp);
    }

    /** Heap words in optimized code that may still run, for the collector. */
    private void forEachConstant(LongConsumer mark) {
        for (OptimizedCode code : optimizedCode) {
            for (long word : code.constants()) {
                mark.accept(word);
            }
        }
    }

    private boolean walk(long fp, int safepoint, Predicate<FrameView> visitor) {
        List<Safepoint.Place> places = exits.safepoint(safepoint).places();
        for (int i = 0; i < places.size(); i++) {
            Safepoint.Place place = places.get(i);
            boolean outermost = i == places.size() - 1;
            var view = new FrameView(
                    vm.function(place.function()),
                    place.pc(),
                    outermost ? Frame.get(fp, Frame.THIS_REGISTER) : Value.UNDEFINED,
                    outermost ? Frame.get(fp, Frame.CALLEE_REGISTER) : Value.UNDEFINED,
                    outermost && Frame.get(fp, Frame.NEW_TARGET_REGISTER) != Value.UNDEFINED);
            if (!visitor.test(view)) {
                return false;
            }
        }
        return true;
    }

    /** Stops the compiler's thread and frees code memory; nothing may run afterwards. */
    public void close() {
        optimizer.close();
        machine.close();
    }
}
