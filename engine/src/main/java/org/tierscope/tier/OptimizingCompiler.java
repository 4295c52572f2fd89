package org.tierscope.tier;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tierscope.asm.CpuFeatures;
import org.tierscope.asm.Label;
import org.tierscope.backend.CodeGenerator;
import org.tierscope.backend.CompileInput;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.deopt.ExitTable;
import org.tierscope.ir.BuildLimits;
import org.tierscope.ir.BuilderStep;
import org.tierscope.ir.FeedbackSlot;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphBuilder;
import org.tierscope.ir.RefusedException;
import org.tierscope.ir.pass.PassRunner;
import org.tierscope.ir.pass.Passes;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.options.EngineOptions;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Functions;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Vm;

/** Runs compilations: graph, passes, code; on the caller's thread or on one in the background. */
final class OptimizingCompiler implements CompileInput {
    private final Vm vm;
    private final MachineRuntime machine;
    private final ExitTable exits;
    private volatile EngineOptions options;
    private final ExecutorService thread;
    private final Consumer<Compilation> done;
    private volatile TierListener listener = TierListener.NONE;
    private volatile boolean lists;

    OptimizingCompiler(
            Vm vm, MachineRuntime machine, ExitTable exits, EngineOptions options, Consumer<Compilation> done) {
        this.vm = vm;
        this.machine = machine;
        this.exits = exits;
        this.options = options;
        this.done = done;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            var worker = new Thread(task, "optimizing compiler");
            worker.setDaemon(true);
            return worker;
        });
    }

    void setListener(TierListener listener, boolean lists) {
        this.listener = listener;
        this.lists = lists;
    }

    /** Of the options, which passes are left out may change while programs run. */
    void setOptions(EngineOptions newOptions) {
        options = newOptions;
    }

    void enqueue(Compilation compilation) {
        thread.execute(() -> {
            compile(compilation);
            done.accept(compilation);
        });
    }

    void compile(Compilation compilation) {
        long start = System.nanoTime();
        listener.compilationStarted(compilation);
        try {
            Graph graph = GraphBuilder.build(
                    compilation.snapshot(), BuildLimits.DEFAULTS, BuilderStep.among(options.disabledPasses()));
            listener.graphBuilt(compilation, graph, System.nanoTime() - start);
            keep(compilation, graph);
            int passes = new PassRunner(
                            Passes.all(),
                            options.disabledPasses(),
                            options.verify(),
                            (report, after) -> {
                                listener.passFinished(compilation, report, after);
                                keep(compilation, after);
                            })
                    .run(graph);
            long generating = System.nanoTime();
            CodeGenerator.Result result = new CodeGenerator(this, graph, exits).generate();
            listener.codeGenerated(compilation, graph, result, passes, System.nanoTime() - generating);
            compilation.succeeded(result, System.nanoTime() - start);
        } catch (RefusedException refused) {
            compilation.refused(refused.getMessage(), System.nanoTime() - start);
        } catch (RuntimeException | AssertionError | StackOverflowError bug) {
            if (options.verify()) {
                throw bug;
            }
            compilation.refused("compiler error: " + bug, System.nanoTime() - start);
        }
    }

    private static void keep(Compilation compilation, Graph graph) {
        if (compilation.graphs() != null) {
            compilation.graphs().add(graph);
        }
    }

    /** Drops what waits and lets what is being compiled end: it reads and writes memory that is freed next. */
    void close() {
        thread.shutdownNow();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public CpuFeatures cpuFeatures() {
        return machine.cpuFeatures();
    }

    @Override
    public FunctionInfo function(int id) {
        return vm.function(id);
    }

    @Override
    public void link(RuntimeFunction function) {
        machine.link(function);
    }

    @Override
    public Label exitStub(FunctionInfo function) {
        long stub = function.needsArguments() ? machine.stubs().exitMoved() : machine.stubs().exit();
        return Label.external("exit", stub);
    }

    @Override
    public Label findEntryStub() {
        return Label.external("find entry", machine.stubs().findEntry());
    }

    @Override
    public Label preservingStub(RuntimeFunction function) {
        return Label.external(function.name(), machine.stubs().preserving().get(function));
    }

    @Override
    public long address(FeedbackSlot slot) {
        return slot.equals(FeedbackSlot.NONE) ? 0 : vm.function(slot.function()).feedback() + slot.offset();
    }

    @Override
    public int objectSize(int shape) {
        return vm.shapes().get(shape).objectSize();
    }

    @Override
    public long objectHeader(int shape) {
        return Heap.header(shape, vm.shapes().get(shape).type(), 0);
    }

    @Override
    public long closureHeader(FunctionInfo function) {
        boolean suspends = function.bytecode().is(Flag.GENERATOR) || function.bytecode().is(Flag.ASYNC);
        return suspends ? 0 : Heap.header(
                vm.functions().initialShape(function).id(), CellType.FUNCTION, Functions.initialFlags(function));
    }

    @Override
    public boolean countsGuards() {
        return options.deoptEvery() > 0;
    }

    @Override
    public long registerSeed() {
        return options.randomRegisters();
    }

    @Override
    public boolean leavesOut(String step) {
        return options.disabledPasses().contains(step);
    }

    @Override
    public boolean verify() {
        return options.verify();
    }

    @Override
    public boolean lists() {
        return lists;
    }
}
