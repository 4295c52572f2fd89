package org.tierscope.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierscope.asm.CpuFeatures;
import org.tierscope.asm.Label;
import org.tierscope.backend.CodeGenerator;
import org.tierscope.backend.FixedInput;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.SourceText;
import org.tierscope.deopt.Deoptimizer;
import org.tierscope.deopt.ExitTable;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.interp.Interpreter;
import org.tierscope.ir.pass.Pass;
import org.tierscope.ir.pass.PassRunner;
import org.tierscope.ir.pass.Passes;
import org.tierscope.machine.CodeEvents;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * Machine code of random graphs does what the programs do that the graphs are made of: it returns and stores the same, and where it leaves,
 * the frame that the deoptimizer rebuilds leads the program to the same end. More of them: {@code -Drandom.graphs=100000}.
 */
class RandomMachineCodeTest {
    private static final int PROGRAMS = Integer.getInteger("random.graphs", 400) / 2;
    private static final int STACK_BYTES = 1 << 16;
    private static final int FIRST_SLOT = 64;

    private final Arena arena = Arena.ofShared();
    private final Vm vm = new Vm();
    private final long stack = arena.allocate(STACK_BYTES, 16).address();
    private final ExitTable exits = new ExitTable();
    private final MachineRuntime machine = new MachineRuntime(vm, new Interpreter(vm));
    private final FunctionInfo function = functionOfEightParameters();
    private long seed;

    RandomMachineCodeTest() {
        Mem.putLong(vm.state() + VmState.STACK_LIMIT, stack + STACK_BYTES);
        machine.setEvents(new Leaving());
    }

    private FunctionInfo functionOfEightParameters() {
        BytecodeFunction top = Compiler.compile(
                new SourceText(1, "f.js", "function f(a, b, c, d, e, f, g, h) { return a; }"), CompileMode.COMMONJS);
        FunctionInfo program = vm.link(top);
        for (int i = 0; i < top.constants().size(); i++) {
            if (program.nested(i) != null) {
                return program.nested(i);
            }
        }
        throw new AssertionError("no function");
    }

    @AfterEach
    void freeMemory() {
        machine.close();
        vm.close();
        arena.close();
    }

    private static void reset() {
        for (long object : RandomProgram.OBJECTS) {
            Mem.putInt(object + Layout.SHAPE, RandomProgram.SHAPE);
            Mem.putByte(object + Layout.CELL_TYPE, (byte) CellType.OBJECT.code());
            for (int field : RandomProgram.FIELDS) {
                Mem.putLong(object + field, Value.ofInt(field));
            }
        }
    }

    /** What is in memory now. */
    private static RandomGraph.Cells memory(long[] arguments) {
        var cells = new RandomGraph.Cells(arguments);
        for (long object : RandomProgram.OBJECTS) {
            cells.memory.put(object + Layout.SHAPE, (long) Mem.getInt(object + Layout.SHAPE));
            for (int field : RandomProgram.FIELDS) {
                cells.memory.put(object + field, Mem.getLong(object + field));
            }
        }
        return cells;
    }

    private RandomGraphsTest.End actual(RandomProgram program, long entry, long[] arguments) {
        reset();
        long fp = stack + 8 * FIRST_SLOT;
        Mem.putInt(fp + Frame.ARGUMENT_COUNT, arguments.length);
        Mem.putLong(fp + Frame.CALLER_FP, 0);
        Mem.putLong(fp + Frame.THIS, Value.UNDEFINED);
        for (int i = 0; i < arguments.length; i++) {
            Frame.set(fp, i, arguments[i]);
        }
        long result = machine.enter(entry, fp);
        RandomGraph.Cells cells = memory(arguments);
        if (result == Value.EXITED) {
            var registers = new long[RandomProgram.REGISTERS];
            for (int i = 0; i < registers.length; i++) {
                registers[i] = Frame.get(fp, i);
            }
            result = program.run(Frame.pc(fp), registers, cells);
        }
        return RandomGraphsTest.End.of(result, cells);
    }

    private void check(List<Pass> passes, long from, long registerSeed) {
        seed = registerSeed;
        for (long at = from; at < from + PROGRAMS; at++) {
            var program = new RandomProgram(at);
            Graph graph = RandomGraph.of(program, function.id());
            new PassRunner(passes, Set.of(), false, (_, _) -> {}).run(graph);
            CodeGenerator.Result made = new CodeGenerator(new Input(), graph, exits).generate();
            long entry = machine.codeMemory().install(made.code(), "random").address();
            for (int run = 0; run < 3; run++) {
                long[] arguments = program.arguments();
                assertThat(actual(program, entry, arguments))
                        .as("seed %d, run %d%n%s%n%s", at, run, program, GraphPrinter.print(graph))
                        .isEqualTo(RandomGraphsTest.expected(program, arguments));
            }
        }
    }

    @Test
    void ofGraphsAsBuilt() {
        check(List.of(), 0, 0);
    }

    @Test
    void afterAllPasses() {
        check(Passes.all(), 0, 0);
    }

    @Test
    void withRandomRegisters() {
        check(Passes.all(), 50_000, 11);
    }

    /** Rebuilds the frame of what leaves. */
    private final class Leaving implements CodeEvents {
        private final Deoptimizer deoptimizer = new Deoptimizer(vm, false);

        @Override
        public long deoptimize(long fp, int exit) {
            deoptimizer.rebuild(fp, exits.exit(exit));
            return Value.EXITED;
        }

        @Override
        public long handlerAddress(long fp) {
            throw new AssertionError("nothing throws here");
        }

        @Override
        public long landingAddress(long fp, int pc) {
            throw new AssertionError("no baseline code here");
        }

        @Override
        public void callBudgetSpent(FunctionInfo called) {}

        @Override
        public long loopBudgetSpentInCode(FunctionInfo looping, long fp, int header) {
            return 0;
        }

        @Override
        public long loopBudgetSpent(FunctionInfo looping, long fp, int header) {
            return 0;
        }

        @Override
        public void makeHandler(int opcode) {
            throw new AssertionError("no handlers here");
        }
    }

    private final class Input extends FixedInput {
        @Override
        public CpuFeatures cpuFeatures() {
            return machine.cpuFeatures();
        }

        @Override
        public FunctionInfo function(int id) {
            return vm.function(id);
        }

        @Override
        public void link(RuntimeFunction needed) {
            machine.link(needed);
        }

        @Override
        public Label exitStub(FunctionInfo owner) {
            return Label.external("exit", machine.stubs().exit());
        }

        @Override
        public Label findEntryStub() {
            return Label.external("find entry", machine.stubs().findEntry());
        }

        @Override
        public Label preservingStub(RuntimeFunction called) {
            return Label.external(called.name(), machine.stubs().preserving().get(called));
        }

        @Override
        public int objectSize(int shape) {
            return 64;
        }

        @Override
        public long registerSeed() {
            return seed;
        }

        @Override
        public boolean lists() {
            return false;
        }
    }
}
