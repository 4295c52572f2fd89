package org.tierscope.baseline;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.tierscope.asm.NativeCall;
import org.tierscope.asm.Symbols;
import org.tierscope.interp.Interpreter;
import org.tierscope.machine.CompiledCode;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.TestFunctions;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * Compiles bytecode with the baseline compiler and runs it, without heap or realm; runtime calls are the
 * test's.
 */
final class BaselineHarness {
    /** Stands in for the runtime's execution of an instruction. */
    interface SlowPath {
        /** Executes the instruction at {@code pc}; its result is stored as EXECUTE or TAKES_JUMP would. */
        long run(long fp, int pc);
    }

    private static final int FEEDBACK_SIZE = 512;
    private static final int FIRST_SLOT = 32;

    private final Arena arena = Arena.ofAuto();
    private final Vm vm = new Vm();
    private final long state = vm.state();
    private final long stack = arena.allocate(1 << 16, 16).address();
    private final MachineRuntime runtime;
    private final BaselineCompiler compiler;
    private SlowPath slowPath;
    /** How often code asked the runtime. */
    int slowCalls;

    BaselineHarness() {
        Mem.putLong(state + VmState.STACK_LIMIT, stack + (1 << 16));
        runtime = new MachineRuntime(vm, new Interpreter(vm));
        compiler = new BaselineCompiler(runtime);
        replace(RuntimeFunction.EXECUTE);
        replace(RuntimeFunction.TAKES_JUMP);
    }

    private void replace(RuntimeFunction function) {
        try {
            MethodHandle slow = MethodHandles.lookup().bind(this, "slow",
                    MethodType.methodType(long.class, long.class, long.class));
            MethodHandle target = MethodHandles.dropArguments(slow, 2, long.class, long.class, long.class, long.class);
            Mem.putLong(state + VmState.RUNTIME_TABLE + 8L * function.ordinal(), NativeCall.upcall(target, arena));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unused")
    private long slow(long fp, long pc) {
        slowCalls++;
        return slowPath.run(fp, (int) pc);
    }

    void onSlowPath(SlowPath path) {
        slowPath = path;
    }

    /** Registers 0 and 1 are parameters; feedback slots may begin at {@link #slot}. */
    FunctionInfo function(int... code) {
        return TestFunctions.of(arena, vm.realm(), 2, 8, FEEDBACK_SIZE, code);
    }

    /** Offset of the {@code n}th 16-byte piece of the feedback vector. */
    static int slot(int n) {
        return FIRST_SLOT + 16 * n;
    }

    BaselineCode compile(FunctionInfo function, Symbols symbols) {
        return compiler.compile(function, symbols);
    }

    CompiledCode install(FunctionInfo function) {
        return BaselineCompiler.install(compile(function, null), function, 1, runtime.codeMemory());
    }

    /** A frame, or a window about to become one, with these registers. */
    long frame(long... registers) {
        long fp = stack + 8L * 32;
        Mem.putInt(fp + Frame.ARGUMENT_COUNT, registers.length);
        Mem.putLong(fp + Frame.THIS, Value.UNDEFINED);
        for (int i = 0; i < registers.length; i++) {
            Frame.set(fp, i, registers[i]);
        }
        return fp;
    }

    long call(CompiledCode code, long... arguments) {
        return enter(code.entry(), frame(arguments));
    }

    long enter(long entry, long fp) {
        return runtime.enter(entry, fp);
    }
}
