package org.tierscope.tier;

import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;
import org.tierscope.asm.AssembledCode;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.deopt.Exit;
import org.tierscope.deopt.ExitFrame;
import org.tierscope.deopt.ExitTable;
import org.tierscope.deopt.ValueSource;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphInterpreter;
import org.tierscope.ir.GraphParser;
import org.tierscope.ir.GraphPrinter;
import org.tierscope.ir.Node;
import org.tierscope.machine.FunctionEntry;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * {@code --run-graphs}: optimized functions are run by the interpreter of their graphs in place of their code, each entry by the
 * graph after another pass. So all a program does, its exits and the heap it leaves behind say whether every pass keeps what
 * graphs mean.
 *
 * <p>A graph is kept as text, and read again when its turn comes.
 */
public final class GraphRuns {
    /** More than any entry needs: {@link GraphMachine} has loops leave long before. */
    private static final long FUEL = 500_000_000;

    /**
     * What ran.
     *
     * @param compilations that there were
     * @param compilationsRun whose graphs ran
     * @param stages different graphs of all compilations: as built, and after each pass that changed something
     * @param stagesRun of which so many ran
     * @param entries of functions and loops
     * @param exits of these that left to the interpreter
     * @param nodes run
     */
    public record Summary(
            int compilations, int compilationsRun, int stages, int stagesRun, int entries, int exits, long nodes) {}

    /** The graphs of one compilation, and what they stand for. */
    private static final class Stages {
        final List<String> texts;
        final Map<Integer, Graph> parsed = new HashMap<>();
        OptimizedCode code;
        int next;
        int entries;

        Stages(List<String> texts, int first) {
            this.texts = texts;
            this.next = first;
        }
    }

    private final Vm vm;
    private final MachineRuntime machine;
    private final ExitTable exits;
    private final int limit;
    private final Map<Integer, Stages> compilations = new HashMap<>();
    private final Map<OptimizedCode, Stages> byCode = new IdentityHashMap<>();
    private final Deque<GraphInterpreter> running = new ArrayDeque<>();
    private int stages;
    private int stagesRun;
    private int entries;
    private int exitsTaken;
    private long nodes;

    /** @param limit entries of a compilation that graphs run */
    GraphRuns(Vm vm, MachineRuntime machine, ExitTable exits, long limit) {
        this.vm = vm;
        this.machine = machine;
        this.exits = exits;
        this.limit = (int) limit;
        vm.addRoots(this::forEachWord);
    }

    private void forEachWord(LongConsumer mark) {
        running.forEach(graph -> graph.forEachWord(mark));
    }

    boolean areWanted() {
        return limit > 0;
    }

    /** The graphs of one compilation as it goes on; any thread. */
    static final class Recorder {
        private final SequencedSet<String> texts = new LinkedHashSet<>();

        void add(Graph graph) {
            texts.add(GraphPrinter.printWithOrigins(graph));
        }
    }

    /** The graphs to be run by entries of {@code code}. */
    void add(int compilation, Recorder recorder, OptimizedCode code) {
        // Each compilation begins elsewhere, since many are not entered as often as there are graphs.
        var made = new Stages(List.copyOf(recorder.texts), compilation * 5 % recorder.texts.size());
        made.code = code;
        stages += made.texts.size();
        compilations.put(compilation, made);
        byCode.put(code, made);
    }

    /** What is installed in place of the code: makes the frame as that would, and has a graph run on it. */
    AssembledCode entry(int compilation, FunctionInfo function, boolean osr, int extent) {
        Assembler asm = Assembler.plain(machine.cpuFeatures());
        Label unwind = asm.label("unwind");
        if (osr) {
            FunctionEntry.osr(asm, extent, Frame.OPTIMIZED, unwind, machine::link);
        } else {
            FunctionEntry.call(asm, function, extent, Frame.OPTIMIZED, unwind, machine::link);
        }
        machine.link(RuntimeFunction.RUN_GRAPH);
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.d(Op.MOV, Reg.RSI, compilation);
        asm.op(Op.CALL, runtime(RuntimeFunction.RUN_GRAPH));
        FunctionEntry.leave(asm, function.needsArguments());
        asm.bind(unwind);
        asm.d(Op.MOV, Reg.RAX, Value.EXCEPTION);
        FunctionEntry.leave(asm, function.needsArguments());
        return asm.finish();
    }

    OptimizedCode code(int compilation) {
        return compilations.get(compilation).code;
    }

    /** Whether graphs have run as often as is wanted, or there are none, and the code is to go on. */
    boolean areDone(OptimizedCode code) {
        Stages of = byCode.get(code);
        return of == null || of.entries >= limit;
    }

    /**
     * Runs the next graph on a frame.
     *
     * @param left takes the exit where it leaves, whose frames are to be rebuilt
     * @return its value, EXCEPTION with the exception in the VM state, or what {@code left} returns
     */
    long run(int compilation, long fp, ToLongFunction<Exit> left) {
        Stages of = compilations.get(compilation);
        int stage = of.next;
        of.next = (stage + 1) % of.texts.size();
        of.entries++;
        entries++;
        Graph graph = of.parsed.computeIfAbsent(stage, number -> {
            stagesRun++;
            return GraphParser.parse(of.texts.get(number));
        });
        var interpreter = new GraphInterpreter(graph, new GraphMachine(vm, machine, exits, fp), FUEL);
        running.push(interpreter);
        try {
            return switch (interpreter.run()) {
                case GraphInterpreter.Returned returned -> returned.value();
                case GraphInterpreter.Threw threw -> {
                    Mem.putLong(vm.state() + VmState.EXCEPTION, threw.value());
                    yield Value.EXCEPTION;
                }
                case GraphInterpreter.Left leaves -> {
                    exitsTaken++;
                    if (leaves.reason() == null) {
                        Mem.putLong(vm.state() + VmState.EXCEPTION, interpreter.thrown());
                    }
                    yield left.applyAsLong(exit(leaves, interpreter.leaving(), of.code));
                }
            };
        } catch (IllegalStateException | IndexOutOfBoundsException | NullPointerException e) {
            throw new IllegalStateException("running stage " + stage + " of " + graph.name() + ":\n" + of.texts.get(stage), e);
        } finally {
            running.pop();
            nodes += interpreter.steps();
        }
    }

    /** As the code's own exit of the same guard, where it has one, so that both count as one. */
    private static Exit exit(GraphInterpreter.Left left, Node node, OptimizedCode code) {
        int id = code.exits().stream()
                .filter(exit -> exit.node() == node.id() && exit.reason() == left.reason())
                .mapToInt(Exit::id).findFirst().orElse(-1 - node.id());
        List<ExitFrame> frames = new ArrayList<>();
        for (GraphInterpreter.LeftFrame frame : left.frames()) {
            var values = new ArrayList<ExitFrame.RegisterValue>();
            frame.registers().forEach((register, word) ->
                    values.add(new ExitFrame.RegisterValue(register, new ValueSource.Constant(node.id(), word))));
            frames.add(new ExitFrame(frame.function(), frame.pc(), frame.base(), frame.argumentCount(), values, frame.argumentsObject()));
        }
        return new Exit(id, node.id(), left.reason(), node.origin(), frames, List.of());
    }

    Summary summary() {
        int run = (int) compilations.values().stream().filter(of -> of.entries > 0).count();
        return new Summary(compilations.size(), run, stages, stagesRun, entries, exitsTaken, nodes);
    }
}
