package org.tierscope.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import org.tierscope.asm.CodeMemory;
import org.tierscope.asm.CpuFeatures;
import org.tierscope.asm.Label;
import org.tierscope.asm.NativeCall;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.Handler;
import org.tierscope.interp.Interpreter;
import org.tierscope.runtime.BytecodeImage;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * The border between Java and machine code: enters compiled code, and is what compiled code calls.
 *
 * <p>Nothing thrown leaves an upcall. A {@link GuestException} becomes {@link Value#EXCEPTION}; anything else (a stop
 * request, an internal error) is kept in {@link #unwinding} while the same status unwinds the compiled frames without
 * running handlers, and is thrown again by {@link #enter}.
 */
public final class MachineRuntime {
    private static final MethodHandle CALL_RUNTIME = callRuntime();
    private static final RuntimeFunction[] FUNCTIONS = RuntimeFunction.values();

    private final Vm vm;
    private final long state;
    private final Interpreter interpreter;
    private final CodeMemory codeMemory;
    private final CpuFeatures cpuFeatures;
    private final Stubs stubs;
    private final MemorySegment enterStub;
    /** Of the upcall stub, which holds on to this VM: closed with it. */
    private final Arena upcalls = Arena.ofShared();
    private final boolean[] linked = new boolean[FUNCTIONS.length];
    private CodeEvents events;
    private Throwable unwinding;

    /** @throws UnsupportedOperationException where the platform has no machine code */
    public MachineRuntime(Vm vm, Interpreter interpreter) {
        this.vm = vm;
        this.state = vm.state();
        this.interpreter = interpreter;
        this.codeMemory = CodeMemory.reserve();
        this.cpuFeatures = CpuFeatures.probe(codeMemory);
        Mem.putLong(state + VmState.RUNTIME_UPCALL, NativeCall.upcall(CALL_RUNTIME.bindTo(this), upcalls));
        link(RuntimeFunction.ENTER_INTERPRETER);
        link(RuntimeFunction.DEOPTIMIZE);
        Stubs.PRESERVING.forEach(this::link);
        this.stubs = Stubs.install(codeMemory, cpuFeatures);
        this.enterStub = NativeCall.code(stubs.enter());
    }

    private static MethodHandle callRuntime() {
        try {
            var type = MethodType.methodType(
                    long.class, Collections.nCopies(NativeCall.MAX_ARGUMENTS, long.class));
            return MethodHandles.lookup().findVirtual(MachineRuntime.class, "call", type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    public void setEvents(CodeEvents events) {
        this.events = events;
    }

    public Vm vm() {
        return vm;
    }

    public CodeMemory codeMemory() {
        return codeMemory;
    }

    public CpuFeatures cpuFeatures() {
        return cpuFeatures;
    }

    public Stubs stubs() {
        return stubs;
    }

    /**
     * Makes a runtime function callable through the VM state's table; a compiler does that for each it uses. Any thread.
     *
     * <p>A table entry is code that tries what takes no Java ({@link FastPaths}), then notes the function's number and goes on to the
     * one upcall stub: the JVM takes about a millisecond for each.
     */
    public synchronized void link(RuntimeFunction function) {
        if (!linked[function.ordinal()]) {
            FastPaths.calledBy(function).forEach(this::link);
            long address = Stubs.install(codeMemory, cpuFeatures, "stub: " + function.name(), asm -> {
                Label slow = asm.label("slow");
                FastPaths.emit(asm, function, vm, slow);
                asm.bind(slow);
                asm.q(Op.MOV, Reg.RDI, MachineConvention.FP);
                asm.d(Op.MOV, MachineConvention.state(VmState.RUNTIME_NUMBER), function.ordinal());
                asm.op(Op.JMP, MachineConvention.state(VmState.RUNTIME_UPCALL));
            });
            Mem.putLong(state + VmState.RUNTIME_TABLE + 8L * function.ordinal(), address);
            linked[function.ordinal()] = true;
        }
    }

    /** Frees code memory and stubs; no compiled code may run, and no compiler work, any more. */
    public void close() {
        codeMemory.close();
        upcalls.close();
    }

    /** Runs compiled code on frame {@code fp}: a value or status word. */
    public long enter(long code, long fp) {
        long result = NativeCall.call(enterStub, code, fp, state, 0, 0, 0);
        if (unwinding != null) {
            Throwable reason = unwinding;
            unwinding = null;
            throw NativeCall.unexpected(reason);
        }
        return result;
    }

    private long call(long fp, long a, long b, long c, long d, long e) {
        RuntimeFunction function = FUNCTIONS[Mem.getInt(state + VmState.RUNTIME_NUMBER)];
        if (unwinding != null) {
            return function == RuntimeFunction.HANDLER ? 0 : Value.EXCEPTION;
        }
        vm.setCurrentFp(fp);
        try {
            return function.body().run(this, fp, a, b, c, d, e);
        } catch (GuestException thrown) {
            Mem.putLong(state + VmState.EXCEPTION, thrown.value());
            return Value.EXCEPTION;
        } catch (StackOverflowError overflow) {
            return throwStackOverflow();
        } catch (Throwable other) {
            unwinding = other;
            return Value.EXCEPTION;
        }
    }

    private long throwStackOverflow() {
        Mem.putLong(state + VmState.EXCEPTION, tooDeep().value());
        return Value.EXCEPTION;
    }

    private GuestException tooDeep() {
        return vm.operations().error(ErrorKind.RANGE_ERROR, "Maximum call stack size exceeded");
    }

    long execute(long fp, int pc) {
        Frame.setPc(fp, pc);
        interpreter.instructions().execute(fp, pc, vm.functionOf(fp));
        return Value.UNDEFINED;
    }

    long takesJump(long fp, int pc) {
        Frame.setPc(fp, pc);
        return Value.ofBoolean(interpreter.instructions().takesJump(fp, pc, vm.functionOf(fp)));
    }

    long prepareCall(long fp, int pc) {
        Frame.setPc(fp, pc);
        return interpreter.prepareCallInstruction(fp, pc, vm.functionOf(fp));
    }

    long resolveCall(long window) {
        return interpreter.prepareWindow(window).cell();
    }

    long executeInOptimized(long fp, int pc) {
        interpreter.instructions().execute(fp, pc, vm.functionOf(fp));
        return Value.UNDEFINED;
    }

    long takesJumpInOptimized(long fp, int pc) {
        return Value.ofBoolean(interpreter.instructions().takesJump(fp, pc, vm.functionOf(fp)));
    }

    long newObject(int shape) {
        return vm.objects().allocate(vm.shapes().get(shape), 0);
    }

    long newArray(long elements, int count, ElementsKind kind) {
        long array = vm.literals().newArray(count, kind);
        if (count > 0) {
            Mem.copy(elements, Mem.getLong(array + Layout.OBJECT_ELEMENTS) + Layout.ARRAY_DATA, 8L * count);
        }
        return array;
    }

    long suspend(long fp, int pc) {
        Frame.setPc(fp, pc);
        return vm.generators().suspend(fp, pc);
    }

    long resumeGenerator(long fp) {
        return events.landingAddress(fp, vm.generators().restore(fp));
    }

    long iteratorLeft(long fp, long record, long result) {
        if (result == Value.EXCEPTION) {
            throw vm.iteration().failed(record, new GuestException(Mem.getLong(state + VmState.EXCEPTION)));
        }
        try {
            return vm.iteration().stepped(record, result == Value.EXITED ? finishExit(fp) : result);
        } catch (GuestException e) {
            throw vm.iteration().failed(record, e);
        }
    }

    long handler(long fp) {
        return events.handlerAddress(fp);
    }

    long makeImage(long fp) {
        BytecodeImage.ensure(vm, vm.functionOf(fp));
        return Value.UNDEFINED;
    }

    long makeHandler(int opcode) {
        events.makeHandler(opcode);
        return Value.UNDEFINED;
    }

    long findHandler(long fp) {
        Handler handler = vm.functionOf(fp).bytecode().handlerFor(Frame.pc(fp));
        if (handler == null) {
            return 0;
        }
        Frame.setPc(fp, handler.target());
        return Value.TRUE;
    }

    long resumeFrame(long fp) {
        Frame.setPc(fp, vm.generators().restore(fp));
        return Value.UNDEFINED;
    }

    long enterInterpreter(long fp) {
        long caller = Frame.callerFp(fp);
        vm.setCurrentFp(caller);
        return interpreter.enterFromCode(fp);
    }

    long finishExit(long fp) {
        long result = interpreter.resume();
        vm.setCurrentFp(fp);
        return result;
    }

    long interrupt(long fp) {
        vm.safepoint();
        return Value.UNDEFINED;
    }

    long stackOverflow(long fp) {
        vm.setCurrentFp(Frame.callerFp(fp));
        throw tooDeep();
    }

    long callBudgetSpent(long fp) {
        events.callBudgetSpent(vm.functionOf(fp));
        return Value.UNDEFINED;
    }

    long loopBudgetSpent(long fp, int header) {
        FunctionInfo function = vm.functionOf(fp);
        return Frame.has(fp, Frame.BASELINE)
                ? events.loopBudgetSpentInCode(function, fp, header)
                : events.loopBudgetSpent(function, fp, header);
    }

    /**
     * Does what machine code has done by the runtime, for Java code that runs in place of it.
     *
     * @throws GuestException what it throws
     */
    public long perform(RuntimeFunction function, long fp, long a, long b, long c, long d, long e) {
        return function.body().run(this, fp, a, b, c, d, e);
    }

    long runGraph(long fp, int compilation) {
        return events.runGraph(fp, compilation);
    }

    long deoptimize(long fp) {
        return events.deoptimize(fp, Mem.getInt(state + VmState.EXIT_ID));
    }
}
