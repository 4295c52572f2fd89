package org.tierscope.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.bytecode.Handler;
import org.tierscope.bytecode.SourceText;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.interp.Interpreter;
import org.tierscope.interp.Tiers;
import org.tierscope.machine.CodeEvents;
import org.tierscope.machine.CompiledCode;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * Whole programs in the interpreter alone, and with every function in baseline code from its second call or loop
 * iteration on; the expected output beside each program was written by another engine.
 */
@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class BaselineProgramsTest {
    private static final long NATIVE_STACK_BYTES = 512L << 20;

    /** Compiles at once, never optimizes. */
    private static final class EagerBaseline implements Tiers, CodeEvents {
        private final Vm vm;
        private final MachineRuntime machine;
        private final BaselineCompiler compiler;
        private final Map<Integer, CompiledCode> compiled = new HashMap<>();

        EagerBaseline(Vm vm, Interpreter interpreter) {
            this.vm = vm;
            machine = new MachineRuntime(vm, interpreter);
            compiler = new BaselineCompiler(machine);
            machine.setEvents(this);
            interpreter.setTiers(this);
        }

        private CompiledCode compile(FunctionInfo function) {
            Mem.putInt(function.feedback() + FeedbackLayout.BUDGET, Integer.MAX_VALUE);
            return compiled.computeIfAbsent(function.id(), id -> {
                CompiledCode code = BaselineCompiler.install(
                        compiler.compile(function, null), function, id + 1, machine.codeMemory());
                function.setMachineEntry(code.entry(), machine.stubs().interpreter());
                return code;
            });
        }

        @Override
        public void callBudgetSpent(FunctionInfo function) {
            compile(function);
        }

        @Override
        public long loopBudgetSpent(FunctionInfo function, long fp, int header) {
            return compile(function).osrEntries().get(header);
        }

        @Override
        public long enter(long entry, long fp) {
            return machine.enter(entry, fp);
        }

        @Override
        public long loopBudgetSpentInCode(FunctionInfo function, long fp, int header) {
            compile(function);
            return 0;
        }

        @Override
        public long handlerAddress(long fp) {
            FunctionInfo function = vm.functionOf(fp);
            Handler handler = function.bytecode().handlerFor(Frame.pc(fp));
            return handler == null ? 0 : landingAddress(fp, handler.target());
        }

        @Override
        public long landingAddress(long fp, int pc) {
            return compiled.get(vm.functionOf(fp).id()).landings().get(pc);
        }

        @Override
        public void makeHandler(int opcode) {
            throw new AssertionError("no handlers here");
        }

        @Override
        public long deoptimize(long fp, int exit) {
            throw new AssertionError("no optimized code here");
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = BaselineProgramsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the program prints with its global function {@code print}. */
    private static String run(String program, boolean baseline) throws IOException {
        StringBuilder out = new StringBuilder();
        try (Vm vm = new Vm()) {
            Interpreter interpreter = new Interpreter(vm);
            vm.setExecutor(interpreter);
            EagerBaseline tiers = baseline ? new EagerBaseline(vm, interpreter) : null;
            FunctionInfo print = vm.defineNative("print", 1, (_, fp, count) -> {
                for (int i = 0; i < count; i++) {
                    long text = vm.operations().toStringValue(Frame.get(fp, i));
                    out.append(i == 0 ? "" : " ").append(vm.strings().toJava(text));
                }
                out.append('\n');
                return Value.UNDEFINED;
            });
            vm.globals().set(vm.strings().intern("print"), vm.functions().createNative(print, false), false, 0);
            SourceText source = new SourceText(1, program, resource(program));
            FunctionInfo main = vm.link(Compiler.compile(source, CompileMode.SCRIPT));
            for (int id = 0; id < vm.functionCount(); id++) {
                FunctionInfo function = vm.function(id);
                if (baseline) {
                    Mem.putLong(function.cell() + FunctionCell.ENTRY, tiers.machine.stubs().interpreter());
                }
                if (!function.isNative()) {
                    int budget = baseline ? 1 : Integer.MAX_VALUE;
                    Mem.putInt(function.feedback() + FeedbackLayout.BUDGET, budget);
                }
            }
            vm.call(vm.functions().createClosure(main, 0), Value.UNDEFINED);
        }
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers", "calls", "exceptions", "objects", "elements", "iteration", "equality"})
    void baselineCodeDoesWhatTheInterpreterDoes(String program) throws Exception {
        String expected = resource(program + ".out");
        assertThat(onLargeStack(() -> run(program + ".js", false))).as("interpreter").isEqualTo(expected);
        assertThat(onLargeStack(() -> run(program + ".js", true))).as("baseline").isEqualTo(expected);
    }

    /** Compiled frames take native stack too; the guest's stack must be the one that ends first. */
    private static <T> T onLargeStack(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        new Thread(null, future, "guest", NATIVE_STACK_BYTES).start();
        return future.get();
    }
}
