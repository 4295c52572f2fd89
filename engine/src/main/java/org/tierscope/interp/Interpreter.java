package org.tierscope.interp;

import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.Handler;
import org.tierscope.bytecode.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.CallFeedback;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Executor;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * The interpreter: one loop over the bytecode of the innermost guest frame, without Java recursion for guest calls.
 *
 * <p>{@link #loop} has the fast paths (int32 and double arithmetic, cached properties, calls and branches); all
 * else is {@link Instructions}. It enters compiled code by a downcall and goes on where that code exited. What must hold
 * at every call out of the loop: the frame's pc is stored, and {@link VmState#CURRENT_FP} is the frame.
 */
public final class Interpreter implements Executor {
    private static final int INT_INT_INT = TypeBits.INT32 | TypeBits.INT32 << 8 | TypeBits.INT32 << 16;
    private static final int INT_INT = TypeBits.INT32 | TypeBits.INT32 << 8;
    private static final int DOUBLE_RESULT = TypeBits.DOUBLE << 16;

    /** A pc that no handler covers: of a frame whose compiled code has let an exception through already. */
    private static final int UNHANDLED_PC = -1;

    private final Vm vm;
    private final long state;
    private final Instructions instructions;
    private Tiers tiers = Tiers.NONE;

    public Interpreter(Vm vm) {
        this.vm = vm;
        this.state = vm.state();
        this.instructions = new Instructions(vm);
    }

    public void setTiers(Tiers tiers) {
        this.tiers = tiers;
    }

    public Instructions instructions() {
        return instructions;
    }

    @Override
    public long execute(long fp) {
        FunctionInfo f = prepareWindow(fp);
        long result = enter(fp, f, Frame.callerFp(fp));
        return Mem.getLong(fp + Frame.NEW_TARGET) == Value.UNDEFINED ? result : constructed(result, fp);
    }

    @Override
    public long resume(long fp) {
        return enter(fp, vm.functions().infoOf(Mem.getLong(fp + Frame.CALLEE)), Frame.callerFp(fp));
    }

    /** Resolves the callee of the window at {@code fp} and prepares its this: for [[Construct]] where new.target is not undefined. */
    public FunctionInfo prepareWindow(long fp) {
        FunctionInfo f = callee(fp);
        prepareReceiver(fp, f, Mem.getLong(fp + Frame.NEW_TARGET) != Value.UNDEFINED);
        return f;
    }

    /** Compiled code calls a function that has no compiled code; the caller has checked the callee and prepared this. */
    public long enterFromCode(long fp) {
        return enter(fp, vm.function(Mem.getInt(Mem.getLong(fp + Frame.CALLEE) + Layout.FUNCTION_ID)), Frame.callerFp(fp));
    }

    private long enter(long fp, FunctionInfo f, long caller) {
        if (f.isNative()) {
            return callNative(f, fp, caller);
        }
        long entry = f.machineEntry() == 0 ? tiers.interpreterEntry() : f.machineEntry();
        return entry == 0 ? run(enterFrame(fp, f, Frame.ENTRY)) : finish(tiers.enter(entry, fp), caller);
    }

    /**
     * What a Java caller does with the result of compiled code: a value is returned, an exception thrown, and frames that
     * left compiled code are finished in the interpreter.
     */
    public long finish(long result, long caller) {
        if (Long.compareUnsigned(result, Value.MAX_SENTINEL) > 0) {
            vm.setCurrentFp(caller);
            return result;
        }
        if (result == Value.EXCEPTION) {
            vm.setCurrentFp(caller);
            throw new GuestException(Mem.getLong(state + VmState.EXCEPTION));
        }
        return resume();
    }

    /** Finishes the call whose frames an exit has rebuilt, until the outermost of them returns. */
    public long resume() {
        long outermost = Mem.getLong(state + VmState.EXITED_FP);
        Mem.putInt(outermost + Frame.EXTENT_AND_FLAGS, Mem.getInt(outermost + Frame.EXTENT_AND_FLAGS) | Frame.ENTRY);
        long fp = Mem.getLong(state + VmState.RESUME_FP);
        vm.setCurrentFp(fp);
        if (Mem.getInt(state + VmState.RESUME_MODE) == VmState.RESUME_THROW) {
            fp = unwind(new GuestException(Mem.getLong(state + VmState.EXCEPTION)));
        }
        return run(fp);
    }

    /** The plain function that the window at {@code fp} calls, bound functions unwrapped. */
    private FunctionInfo callee(long fp) {
        for (; ; ) {
            long callee = Mem.getLong(fp + Frame.CALLEE);
            if (Value.isCell(callee) && Layout.cellType(callee) == CellType.FUNCTION.ordinal()) {
                return vm.function(Mem.getInt(callee + Layout.FUNCTION_ID));
            }
            if (Mem.getLong(fp + Frame.NEW_TARGET) == Value.UNDEFINED) {
                vm.operations().prepareCall(fp);
            } else {
                vm.operations().prepareConstruct(fp);
            }
        }
    }

    private GuestException classConstructorCalled(FunctionInfo f) {
        return vm.realms().in(f.realm(), () ->
                vm.typeError("Class constructor " + f.name() + " cannot be invoked without 'new'"));
    }

    /** Runs frame {@code fp} and what it calls until a frame with the ENTRY flag returns. */
    private long run(long fp) {
        for (; ; ) {
            try {
                return tiers.interpreterEntry() == 0 ? loop(fp) : runInMachineCode(fp);
            } catch (GuestException e) {
                fp = unwind(e);
            }
        }
    }

    /** The same in machine code, which returns here when a frame returns, throws, or leaves compiled code that it has entered. */
    private long runInMachineCode(long fp) {
        for (; ; ) {
            long result = tiers.interpretFrame(fp);
            if (Long.compareUnsigned(result, Value.MAX_SENTINEL) > 0) {
                if (Frame.has(fp, Frame.ENTRY)) {
                    vm.setCurrentFp(Frame.callerFp(fp));
                    return result;
                }
                fp = finishInstruction(fp, result);
            } else {
                if (result == Value.EXCEPTION) {
                    Frame.setPc(fp, UNHANDLED_PC);
                }
                fp = leftCode(result, fp);
            }
        }
    }

    /**
     * Finds the handler for an exception thrown at the current frame's pc.
     *
     * @return the frame that handles it, its pc at the handler
     * @throws GuestException the same, where an ENTRY frame is left
     */
    private long unwind(GuestException exception) {
        long fp = vm.currentFp();
        for (; ; ) {
            if (!Frame.has(fp, Frame.NATIVE)) {
                Handler handler = vm.functionOf(fp).bytecode().handlerFor(Frame.pc(fp));
                if (handler != null) {
                    Mem.putLong(state + VmState.EXCEPTION, exception.value());
                    Frame.setPc(fp, handler.target());
                    vm.setCurrentFp(fp);
                    return fp;
                }
            }
            boolean entry = Frame.has(fp, Frame.ENTRY);
            fp = Frame.callerFp(fp);
            vm.setCurrentFp(fp);
            if (entry) {
                throw exception;
            }
        }
    }

    /** Makes the window at {@code fp} a frame of {@code f}; returns its fp, which differs where the frame moves up. */
    private long enterFrame(long fp, FunctionInfo f, int flags) {
        int argumentCount = Frame.argumentCount(fp);
        int parameterCount = f.parameterCount();
        long frame = f.needsArguments() ? fp + 8L * (argumentCount + Frame.HEADER) : fp;
        if (frame + 8L * f.registerCount() > Mem.getLong(state + VmState.STACK_LIMIT)) {
            throw vm.operations().error(ErrorKind.RANGE_ERROR, "Maximum call stack size exceeded");
        }
        if (frame != fp) {
            Mem.copy(fp - 8L * Frame.HEADER, frame - 8L * Frame.HEADER, 8L * Frame.HEADER);
            Mem.copy(fp, frame, 8L * Math.min(argumentCount, parameterCount));
        }
        for (int i = argumentCount; i < parameterCount; i++) {
            Frame.set(frame, i, Value.UNDEFINED);
        }
        Mem.putInt(frame + Frame.FUNCTION_ID, f.id());
        Frame.setPc(frame, 0);
        Frame.setExtentAndFlags(frame, f.registerCount(), flags);
        vm.setCurrentFp(frame);
        long feedback = f.feedback();
        Mem.putLong(feedback + FeedbackLayout.CALLS, Mem.getLong(feedback + FeedbackLayout.CALLS) + 1);
        int budget = Mem.getInt(feedback + FeedbackLayout.BUDGET) - 1;
        Mem.putInt(feedback + FeedbackLayout.BUDGET, budget);
        if (budget <= 0) {
            tiers.callBudgetSpent(f);
        }
        if (Mem.getInt(state + VmState.INTERRUPT) != 0) {
            vm.safepoint();
        }
        return frame;
    }

    /** Calls native function {@code f} on its window. */
    private long callNative(FunctionInfo f, long fp, long caller) {
        int argumentCount = Frame.argumentCount(fp);
        if (fp + 8L * argumentCount > Mem.getLong(state + VmState.STACK_LIMIT)) {
            throw vm.operations().error(ErrorKind.RANGE_ERROR, "Maximum call stack size exceeded");
        }
        Mem.putInt(fp + Frame.FUNCTION_ID, f.id());
        Frame.setPc(fp, 0);
        Frame.setExtentAndFlags(fp, argumentCount, Frame.NATIVE);
        vm.setCurrentFp(fp);
        long result = f.nativeFunction().call(vm, fp, argumentCount);
        assert Long.compareUnsigned(result, Value.MAX_SENTINEL) > 0 : f.name() + " returned no value";
        vm.setCurrentFp(caller);
        return result;
    }

    /**
     * The hot loop. Locals that mirror the current frame: {@code f}, {@code code}, {@code feedback}, {@code pc}; each
     * change of frame reloads them.
     */
    private long loop(long fp) {
        FunctionInfo f = vm.functionOf(fp);
        int[] code = f.code();
        long feedback = f.feedback();
        int pc = Frame.pc(fp);
        for (; ; ) {
            switch (code[pc]) {
                case Op.MOVE -> {
                    Frame.set(fp, code[pc + 1], Frame.get(fp, code[pc + 2]));
                    pc += 3;
                }
                case Op.LOAD_CONSTANT -> {
                    Frame.set(fp, code[pc + 1], f.constants()[code[pc + 2]]);
                    pc += 3;
                }
                case Op.LOAD_INT -> {
                    Frame.set(fp, code[pc + 1], Value.ofInt(code[pc + 2]));
                    pc += 3;
                }
                case Op.LOAD_UNDEFINED -> {
                    Frame.set(fp, code[pc + 1], Value.UNDEFINED);
                    pc += 2;
                }
                case Op.LOAD_NULL -> {
                    Frame.set(fp, code[pc + 1], Value.NULL);
                    pc += 2;
                }
                case Op.LOAD_TRUE -> {
                    Frame.set(fp, code[pc + 1], Value.TRUE);
                    pc += 2;
                }
                case Op.LOAD_FALSE -> {
                    Frame.set(fp, code[pc + 1], Value.FALSE);
                    pc += 2;
                }
                case Op.CHECK_INITIALIZED -> {
                    if (Frame.get(fp, code[pc + 1]) == Value.EMPTY) {
                        execute(fp, pc, f);
                    }
                    pc += 3;
                }
                case Op.ADD -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    long b = Frame.get(fp, code[pc + 3]);
                    int r = (int) a + (int) b;
                    if (Value.isInt(a) && Value.isInt(b) && (((int) a ^ r) & ((int) b ^ r)) >= 0) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt(r));
                    } else if (Value.isNumber(a) && Value.isNumber(b)) {
                        arithmetic(fp, code, pc, feedback, a, b, Value.numberAsDouble(a) + Value.numberAsDouble(b));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.SUB -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    long b = Frame.get(fp, code[pc + 3]);
                    int r = (int) a - (int) b;
                    if (Value.isInt(a) && Value.isInt(b) && (((int) a ^ (int) b) & ((int) a ^ r)) >= 0) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt(r));
                    } else if (Value.isNumber(a) && Value.isNumber(b)) {
                        arithmetic(fp, code, pc, feedback, a, b, Value.numberAsDouble(a) - Value.numberAsDouble(b));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.MUL -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    long b = Frame.get(fp, code[pc + 3]);
                    long r = (long) (int) a * (int) b;
                    if (Value.isInt(a) && Value.isInt(b) && r == (int) r && r != 0) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt((int) r));
                    } else if (Value.isNumber(a) && Value.isNumber(b)) {
                        arithmetic(fp, code, pc, feedback, a, b, Value.numberAsDouble(a) * Value.numberAsDouble(b));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.DIV -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    long b = Frame.get(fp, code[pc + 3]);
                    if (Value.isNumber(a) && Value.isNumber(b)) {
                        arithmetic(fp, code, pc, feedback, a, b, Value.numberAsDouble(a) / Value.numberAsDouble(b));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.MOD -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    long b = Frame.get(fp, code[pc + 3]);
                    if (Value.isInt(a) && Value.isInt(b) && (int) a >= 0 && (int) b > 0) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt((int) a % (int) b));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.ADD_INT -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    int b = code[pc + 3];
                    int r = (int) a + b;
                    if (Value.isInt(a) && (((int) a ^ r) & (b ^ r)) >= 0) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt(r));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.SUB_INT -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    int b = code[pc + 3];
                    int r = (int) a - b;
                    if (Value.isInt(a) && (((int) a ^ b) & ((int) a ^ r)) >= 0) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt(r));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.INC -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    if (Value.isInt(a) && (int) a != Integer.MAX_VALUE) {
                        note(feedback + code[pc + 3], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt((int) a + 1));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 4;
                }
                case Op.DEC -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    if (Value.isInt(a) && (int) a != Integer.MIN_VALUE) {
                        note(feedback + code[pc + 3], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt((int) a - 1));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 4;
                }
                case Op.BIT_AND, Op.BIT_OR, Op.BIT_XOR, Op.SHL, Op.SHR -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    long b = Frame.get(fp, code[pc + 3]);
                    if (Value.isInt(a) && Value.isInt(b)) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt(bitwise(code[pc], (int) a, (int) b)));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.BIT_AND_INT -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    if (Value.isInt(a)) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt((int) a & code[pc + 3]));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.BIT_OR_INT -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    if (Value.isInt(a)) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt((int) a | code[pc + 3]));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.SHL_INT -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    if (Value.isInt(a)) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt((int) a << code[pc + 3]));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.SHR_INT -> {
                    long a = Frame.get(fp, code[pc + 2]);
                    if (Value.isInt(a)) {
                        note(feedback + code[pc + 4], INT_INT_INT);
                        Frame.set(fp, code[pc + 1], Value.ofInt((int) a >> code[pc + 3]));
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.JUMP -> pc = code[pc + 1];
                case Op.JUMP_LOOP -> {
                    long slot = feedback + code[pc + 2];
                    Mem.putLong(slot, Mem.getLong(slot) + 1);
                    int budget = Mem.getInt(feedback + FeedbackLayout.BUDGET) - 1;
                    Mem.putInt(feedback + FeedbackLayout.BUDGET, budget);
                    pc = code[pc + 1];
                    if (budget <= 0 || Mem.getInt(state + VmState.INTERRUPT) != 0) {
                        Frame.setPc(fp, pc);
                        long entry = atLoopHeader(fp, f, budget, pc);
                        if (entry != 0) {
                            long result = tiers.enter(entry, fp);
                            if (Long.compareUnsigned(result, Value.MAX_SENTINEL) > 0) {
                                vm.setCurrentFp(fp);
                                if (Frame.has(fp, Frame.ENTRY)) {
                                    vm.setCurrentFp(Frame.callerFp(fp));
                                    return result;
                                }
                                fp = finishInstruction(fp, result);
                            } else {
                                if (result == Value.EXCEPTION) {
                                    Frame.setPc(fp, UNHANDLED_PC);
                                }
                                fp = leftCode(result, fp);
                            }
                            f = vm.functionOf(fp);
                            code = f.code();
                            feedback = f.feedback();
                            pc = Frame.pc(fp);
                        }
                    }
                }
                case Op.JUMP_IF_TRUE -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    boolean taken = a == Value.TRUE || a != Value.FALSE && vm.operations().truthy(a);
                    Branches.count(feedback + code[pc + 3], taken);
                    pc = taken ? code[pc + 2] : pc + 4;
                }
                case Op.JUMP_IF_FALSE -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    boolean taken = a == Value.FALSE || a != Value.TRUE && !vm.operations().truthy(a);
                    Branches.count(feedback + code[pc + 3], taken);
                    pc = taken ? code[pc + 2] : pc + 4;
                }
                case Op.JUMP_IF_LESS -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    long b = Frame.get(fp, code[pc + 2]);
                    pc = Value.isInt(a) && Value.isInt(b)
                            ? jump(code, pc, feedback, (int) a < (int) b)
                            : jumpSlow(fp, code, pc, f);
                }
                case Op.JUMP_IF_NOT_LESS -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    long b = Frame.get(fp, code[pc + 2]);
                    pc = Value.isInt(a) && Value.isInt(b)
                            ? jump(code, pc, feedback, (int) a >= (int) b)
                            : jumpSlow(fp, code, pc, f);
                }
                case Op.JUMP_IF_LESS_EQ -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    long b = Frame.get(fp, code[pc + 2]);
                    pc = Value.isInt(a) && Value.isInt(b)
                            ? jump(code, pc, feedback, (int) a <= (int) b)
                            : jumpSlow(fp, code, pc, f);
                }
                case Op.JUMP_IF_NOT_LESS_EQ -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    long b = Frame.get(fp, code[pc + 2]);
                    pc = Value.isInt(a) && Value.isInt(b)
                            ? jump(code, pc, feedback, (int) a > (int) b)
                            : jumpSlow(fp, code, pc, f);
                }
                case Op.JUMP_IF_GREATER -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    long b = Frame.get(fp, code[pc + 2]);
                    pc = Value.isInt(a) && Value.isInt(b)
                            ? jump(code, pc, feedback, (int) a > (int) b)
                            : jumpSlow(fp, code, pc, f);
                }
                case Op.JUMP_IF_NOT_GREATER -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    long b = Frame.get(fp, code[pc + 2]);
                    pc = Value.isInt(a) && Value.isInt(b)
                            ? jump(code, pc, feedback, (int) a <= (int) b)
                            : jumpSlow(fp, code, pc, f);
                }
                case Op.JUMP_IF_GREATER_EQ -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    long b = Frame.get(fp, code[pc + 2]);
                    pc = Value.isInt(a) && Value.isInt(b)
                            ? jump(code, pc, feedback, (int) a >= (int) b)
                            : jumpSlow(fp, code, pc, f);
                }
                case Op.JUMP_IF_NOT_GREATER_EQ -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    long b = Frame.get(fp, code[pc + 2]);
                    pc = Value.isInt(a) && Value.isInt(b)
                            ? jump(code, pc, feedback, (int) a < (int) b)
                            : jumpSlow(fp, code, pc, f);
                }
                case Op.JUMP_IF_STRICT_EQ -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    long b = Frame.get(fp, code[pc + 2]);
                    pc = Value.isInt(a) && Value.isInt(b)
                            ? jump(code, pc, feedback, a == b)
                            : jumpSlow(fp, code, pc, f);
                }
                case Op.JUMP_IF_NOT_STRICT_EQ -> {
                    long a = Frame.get(fp, code[pc + 1]);
                    long b = Frame.get(fp, code[pc + 2]);
                    pc = Value.isInt(a) && Value.isInt(b)
                            ? jump(code, pc, feedback, a != b)
                            : jumpSlow(fp, code, pc, f);
                }
                case Op.JUMP_IF_NULLISH, Op.JUMP_IF_NOT_NULLISH -> {
                    boolean taken = Value.isNullish(Frame.get(fp, code[pc + 1])) == (code[pc] == Op.JUMP_IF_NULLISH);
                    Branches.count(feedback + code[pc + 3], taken);
                    pc = taken ? code[pc + 2] : pc + 4;
                }
                case Op.JUMP_IF_UNDEFINED, Op.JUMP_IF_NOT_UNDEFINED -> {
                    boolean isUndefined = Frame.get(fp, code[pc + 1]) == Value.UNDEFINED;
                    boolean taken = isUndefined == (code[pc] == Op.JUMP_IF_UNDEFINED);
                    Branches.count(feedback + code[pc + 3], taken);
                    pc = taken ? code[pc + 2] : pc + 4;
                }
                case Op.JUMP_IF_OBJECT,
                        Op.JUMP_IF_ENGINE_ITERATES,
                        Op.JUMP_IF_EQ,
                        Op.JUMP_IF_NOT_EQ,
                        Op.ITERATOR_NEXT,
                        Op.FOR_IN_NEXT -> {
                    Frame.setPc(fp, pc);
                    Opcode opcode = Opcode.of(code[pc]);
                    pc = instructions.takesJump(fp, pc, f) ? code[pc + opcode.targetOperand()] : pc + opcode.length();
                }
                case Op.GET_FIELD -> {
                    long value = PropertyCache.load(Frame.get(fp, code[pc + 2]), feedback + code[pc + 4]);
                    if (value != Value.EXCEPTION) {
                        Frame.set(fp, code[pc + 1], value);
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.SET_FIELD -> {
                    if (!PropertyCache.store(
                            Frame.get(fp, code[pc + 1]), Frame.get(fp, code[pc + 3]), feedback + code[pc + 4])) {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.GET_ELEMENT -> {
                    long value =
                            ElementCache.load(Frame.get(fp, code[pc + 2]), Frame.get(fp, code[pc + 3]), feedback + code[pc + 4]);
                    if (value != Value.EXCEPTION) {
                        Frame.set(fp, code[pc + 1], value);
                    } else {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.SET_ELEMENT -> {
                    if (!ElementCache.store(
                            Frame.get(fp, code[pc + 1]),
                            Frame.get(fp, code[pc + 2]),
                            Frame.get(fp, code[pc + 3]),
                            feedback + code[pc + 4])) {
                        execute(fp, pc, f);
                    }
                    pc += 5;
                }
                case Op.GET_CALLEE_CONTEXT -> {
                    Frame.set(
                            fp, code[pc + 1], Mem.getLong(Mem.getLong(fp + Frame.CALLEE) + Layout.FUNCTION_CONTEXT));
                    pc += 2;
                }
                case Op.GET_CONTEXT -> {
                    Frame.set(
                            fp,
                            code[pc + 1],
                            Mem.getLong(
                                    Instructions.contextSlot(Frame.get(fp, code[pc + 2]), code[pc + 3], code[pc + 4])));
                    pc += 5;
                }
                case Op.SET_CONTEXT -> {
                    Mem.putLong(
                            Instructions.contextSlot(Frame.get(fp, code[pc + 1]), code[pc + 2], code[pc + 3]),
                            Frame.get(fp, code[pc + 4]));
                    pc += 5;
                }
                case Op.CALL -> {
                    Frame.setPc(fp, pc);
                    long window = fp + 8L * (code[pc + 2] + Frame.HEADER);
                    Mem.putInt(window + Frame.ARGUMENT_COUNT, code[pc + 3]);
                    Mem.putLong(window + Frame.CALLER_FP, fp);
                    Mem.putLong(window + Frame.NEW_TARGET, Value.UNDEFINED);
                    FunctionInfo target = prepareCall(window, Op.CALL, feedback + code[pc + 4]);
                    long entry = target.machineEntry();
                    long result;
                    if (target.isNative()) {
                        result = callNative(target, window, fp);
                    } else if (entry == 0) {
                        fp = enterFrame(window, target, 0);
                        f = target;
                        code = f.code();
                        feedback = f.feedback();
                        pc = 0;
                        continue;
                    } else {
                        result = tiers.enter(entry, window);
                        vm.setCurrentFp(fp);
                    }
                    if (Long.compareUnsigned(result, Value.MAX_SENTINEL) > 0) {
                        Frame.set(fp, code[pc + 1], result);
                        pc += 5;
                    } else {
                        fp = leftCode(result, fp);
                        f = vm.functionOf(fp);
                        code = f.code();
                        feedback = f.feedback();
                        pc = Frame.pc(fp);
                    }
                }
                case Op.CALL_SPREAD, Op.CONSTRUCT, Op.CONSTRUCT_SPREAD -> {
                    Frame.setPc(fp, pc);
                    long window = window(fp, code, pc);
                    FunctionInfo target = prepareCall(window, code[pc], feedback + code[pc + Opcode.of(code[pc]).feedbackOperand()]);
                    long entry = target.machineEntry();
                    long result;
                    if (target.isNative()) {
                        result = callNative(target, window, fp);
                    } else if (entry == 0) {
                        fp = enterFrame(window, target, 0);
                        f = target;
                        code = f.code();
                        feedback = f.feedback();
                        pc = 0;
                        continue;
                    } else {
                        result = tiers.enter(entry, window);
                        vm.setCurrentFp(fp);
                    }
                    if (Long.compareUnsigned(result, Value.MAX_SENTINEL) <= 0) {
                        fp = leftCode(result, fp);
                        f = vm.functionOf(fp);
                        code = f.code();
                        feedback = f.feedback();
                        pc = Frame.pc(fp);
                    } else {
                        Frame.set(fp, code[pc + 1], isConstruct(code[pc]) ? constructed(result, window) : result);
                        pc += Opcode.of(code[pc]).length();
                    }
                }
                case Op.RESUME -> {
                    if (Mem.getLong(fp + Frame.NEW_TARGET) == Value.UNDEFINED) {
                        pc++;
                    } else {
                        pc = vm.generators().restore(fp);
                    }
                }
                case Op.RETURN, Op.SUSPEND -> {
                    long value;
                    if (code[pc] == Op.RETURN) {
                        value = Frame.get(fp, code[pc + 1]);
                        assert Long.compareUnsigned(value, Value.MAX_SENTINEL) > 0 : f.name() + " returned no value";
                    } else {
                        Frame.setPc(fp, pc);
                        value = vm.generators().suspend(fp, pc);
                    }
                    if (Frame.has(fp, Frame.ENTRY)) {
                        vm.setCurrentFp(Frame.callerFp(fp));
                        return value;
                    }
                    long caller = Frame.callerFp(fp);
                    f = vm.functionOf(caller);
                    code = f.code();
                    feedback = f.feedback();
                    pc = Frame.pc(caller);
                    if (code[pc] == Op.CALL) {
                        Frame.set(caller, code[pc + 1], value);
                        vm.setCurrentFp(caller);
                        pc += 5;
                    } else {
                        finishInstruction(fp, value);
                        pc = Frame.pc(caller);
                    }
                    fp = caller;
                }
                default -> {
                    execute(fp, pc, f);
                    pc += Opcode.of(code[pc]).length();
                }
            }
        }
    }

    private void execute(long fp, int pc, FunctionInfo f) {
        Frame.setPc(fp, pc);
        instructions.execute(fp, pc, f);
    }

    /** Records operand and result types; {@code types} is three TypeBits, left lowest. */
    private static void note(long slot, int types) {
        int seen = Mem.getInt(slot);
        if ((seen & types) != types) {
            Mem.putInt(slot, seen | types);
        }
    }

    /** The result of an arithmetic instruction on two numbers that is computed in doubles. */
    private static void arithmetic(long fp, int[] code, int pc, long feedback, long a, long b, double result) {
        long value = Value.number(result);
        int types = (Value.isInt(a) ? TypeBits.INT32 : TypeBits.DOUBLE)
                | (Value.isInt(b) ? TypeBits.INT32 : TypeBits.DOUBLE) << 8
                | (Value.isInt(value) ? TypeBits.INT32 << 16 : DOUBLE_RESULT);
        note(feedback + code[pc + 4], types);
        Frame.set(fp, code[pc + 1], value);
    }

    private static int bitwise(int op, int a, int b) {
        return switch (op) {
            case Op.BIT_AND -> a & b;
            case Op.BIT_OR -> a | b;
            case Op.BIT_XOR -> a ^ b;
            case Op.SHL -> a << b;
            default -> a >> b;
        };
    }

    /** Where a comparison of two int32 goes on. */
    private static int jump(int[] code, int pc, long feedback, boolean taken) {
        long slot = feedback + code[pc + 4];
        note(slot, INT_INT);
        Branches.count(slot + FeedbackLayout.COMPARE_BRANCH_COUNTS, taken);
        return taken ? code[pc + 3] : pc + 5;
    }

    private int jumpSlow(long fp, int[] code, int pc, FunctionInfo f) {
        Frame.setPc(fp, pc);
        return instructions.takesJump(fp, pc, f) ? code[pc + 3] : pc + 5;
    }

    /** A spent budget or an interrupt at a back-edge; the frame's pc is the loop header. Returns an OSR entry or 0. */
    private long atLoopHeader(long fp, FunctionInfo f, int budget, int header) {
        if (Mem.getInt(state + VmState.INTERRUPT) != 0) {
            vm.safepoint();
        }
        return budget <= 0 ? tiers.loopBudgetSpent(f, fp, header) : 0;
    }

    /** The callee's view (its fp) of the window that a call instruction uses; spreads its arguments for the SPREAD forms. */
    private long window(long fp, int[] code, int pc) {
        int op = code[pc];
        if (op == Op.CALL || op == Op.CONSTRUCT) {
            long window = fp + 8L * (code[pc + 2] + Frame.HEADER);
            Mem.putInt(window + Frame.ARGUMENT_COUNT, code[pc + 3]);
            Mem.putLong(window + Frame.CALLER_FP, fp);
            if (op == Op.CALL) {
                Mem.putLong(window + Frame.NEW_TARGET, Value.UNDEFINED);
            }
            return window;
        }
        return SpreadCalls.window(vm, fp, code, pc);
    }

    /**
     * Does what precedes the callee's entry at a call instruction: spreads arguments, resolves and records the callee, makes this.
     *
     * @return the callee's fp
     */
    public long prepareCallInstruction(long fp, int pc, FunctionInfo f) {
        int[] code = f.code();
        long window = window(fp, code, pc);
        prepareCall(window, code[pc], f.feedback() + code[pc + Opcode.of(code[pc]).feedbackOperand()]);
        return window;
    }

    /**
     * Resolves the callee of the window of a call instruction, prepares its this, and records it: only a callee that may
     * be called this way, because baseline code calls a recorded one without asking.
     */
    private FunctionInfo prepareCall(long window, int op, long slot) {
        FunctionInfo target = callee(window);
        if (op != Op.CALL || target.isClassConstructor()) {
            prepareReceiver(window, target, isConstruct(op));
        }
        CallFeedback.record(slot, Mem.getLong(window + Frame.CALLEE), target.id());
        return target;
    }

    /** Checks that the callee may be called this way; for [[Construct]], makes the object it starts with. */
    private void prepareReceiver(long window, FunctionInfo target, boolean construct) {
        if (!construct) {
            if (target.isClassConstructor()) {
                throw classConstructorCalled(target);
            }
            return;
        }
        long callee = Mem.getLong(window + Frame.CALLEE);
        if (!Layout.hasFlag(callee, Layout.FLAG_CONSTRUCTOR)) {
            vm.operations().prepareConstruct(window);
        }
        boolean makesItsOwn = target.isNative() || target.isDerivedConstructor();
        Mem.putLong(
                window + Frame.THIS,
                makesItsOwn
                        ? Value.EMPTY
                        : createThis(window, callee));
    }

    /** Getting new.target's prototype may run guest code, whose frames must not lie on a window above the current frame. */
    private long createThis(long window, long callee) {
        long reserved = vm.reserveStack(window + 8L * Frame.argumentCount(window));
        try {
            return vm.operations().createThis(callee, Mem.getLong(window + Frame.NEW_TARGET));
        } finally {
            vm.reserveStack(reserved);
        }
    }

    private static boolean isConstruct(int op) {
        return op == Op.CONSTRUCT || op == Op.CONSTRUCT_SPREAD;
    }

    /** The value of [[Construct]] of a function that returned {@code value}; its frame header is at {@code callee}. */
    private static long constructed(long value, long callee) {
        return Layout.isObject(value) ? value : Mem.getLong(callee + Frame.THIS);
    }

    /**
     * Frame {@code fp} returned {@code value} into an interpreter frame: completes the instruction at that frame's pc with it.
     *
     * @return the caller's fp, its pc behind that instruction
     */
    private long finishInstruction(long fp, long value) {
        long caller = Frame.callerFp(fp);
        int[] code = vm.functionOf(caller).code();
        int pc = Frame.pc(caller);
        Opcode opcode = Opcode.of(code[pc]);
        if (opcode.resultOperand() != 0) {
            Frame.set(caller, code[pc + opcode.resultOperand()], isConstruct(code[pc]) ? constructed(value, fp) : value);
        }
        Frame.setPc(caller, pc + opcode.length());
        vm.setCurrentFp(caller);
        return caller;
    }

    /**
     * Compiled code returned a status word to frame {@code fp} of this loop.
     *
     * @return the frame to go on with
     * @throws GuestException where it threw
     */
    private long leftCode(long status, long fp) {
        boolean exited = status == Value.EXITED;
        long next = exited ? Mem.getLong(state + VmState.RESUME_FP) : fp;
        vm.setCurrentFp(next);
        if (!exited || Mem.getInt(state + VmState.RESUME_MODE) == VmState.RESUME_THROW) {
            throw new GuestException(Mem.getLong(state + VmState.EXCEPTION));
        }
        return next;
    }
}
