package org.tierscope.runtime;

import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.ResumeMode;
import org.tierscope.bytecode.SuspendKind;

/**
 * Calls that are suspended: generators, async generators and async functions (27.5.3, 27.6.3, 27.7.5). All three are an ordinary call
 * of an ordinary function whose frame moves into a heap cell at SUSPEND and back at the RESUME that is the function's first
 * instruction. To resume is to call the function again with its generator as new.target, so every tier can be entered and left
 * this way.
 *
 * <p>A generator cell has six fields: the function, the FRAME cell, its state, the value and the mode that it is resumed with, and
 * a result: the promise of an async function, the request queue of an async generator. The generator of an async function
 * is never seen by programs.
 */
public final class Generators {
    public static final int FUNCTION = 0;
    public static final int FRAME = 1;
    /** A {@link SuspendKind} ordinal, or one of the states below; an int. */
    public static final int STATE = 2;
    public static final int SENT = 3;
    /** A {@link ResumeMode} ordinal as an int. */
    public static final int MODE = 4;
    public static final int RESULT = 5;

    public static final int RUNNING = 4;
    public static final int COMPLETED = 5;
    /** Async generators only: completed, and waiting for the value of a return request. */
    public static final int AWAITING_RETURN = 6;

    private final Vm vm;
    private Shape asyncFunctionShape;

    Generators(Vm vm) {
        this.vm = vm;
    }

    public static int state(long generator) {
        return (int) Objects.field(generator, STATE);
    }

    public static void setState(long generator, int state) {
        Objects.setField(generator, STATE, Value.ofInt(state));
    }

    /** The generator of the call in frame {@code fp}. */
    public long create(long fp) {
        long function = Mem.getLong(fp + Frame.CALLEE);
        BytecodeFunction code = vm.functionOf(fp).bytecode();
        long generator;
        if (!code.is(Flag.GENERATOR)) {
            if (asyncFunctionShape == null) {
                asyncFunctionShape = vm.objects().rootShape(0, CellType.GENERATOR, 0);
            }
            generator = vm.objects().allocate(asyncFunctionShape, 0);
            Objects.setField(generator, RESULT, vm.promises().create());
        } else {
            boolean async = code.is(Flag.ASYNC);
            generator = vm.objects().allocate(instanceShape(function, async), 0);
            Objects.setField(generator, RESULT, Value.UNDEFINED);
        }
        Objects.setField(generator, FUNCTION, function);
        Objects.setField(generator, SENT, Value.UNDEFINED);
        Objects.setField(generator, MODE, Value.ZERO);
        setState(generator, RUNNING);
        return generator;
    }

    private Shape instanceShape(long function, boolean async) {
        Intrinsic otherwise = async ? Intrinsic.ASYNC_GENERATOR_PROTOTYPE : Intrinsic.GENERATOR_PROTOTYPE;
        CellType type = async ? CellType.ASYNC_GENERATOR : CellType.GENERATOR;
        FunctionInfo info = vm.functions().infoOf(function);
        Shape known = info.instanceShapeFor(function);
        if (known != null) {
            return known;
        }
        long prototype = vm.realm().prototypeFor(function, otherwise);
        Shape shape = vm.objects().rootShape(prototype, type, 0);
        Shape own = vm.shapes().of(function);
        int property = own.lookup(vm.names().prototype);
        if (property >= 0 && (property & Attributes.ACCESSOR) == 0
                && Objects.slot(function, own, Shape.slot(property)) == prototype) {
            info.setInstanceShape(prototype, shape);
            info.rememberConstructor(own, Shape.slot(property));
        }
        return shape;
    }

    // Leaving and entering.

    /**
     * Executes the SUSPEND at {@code pc} of frame {@code fp}.
     *
     * @return what the caller of the function gets
     * @throws GuestException where what is awaited cannot be
     */
    public long suspend(long fp, int pc) {
        int[] code = vm.functionOf(fp).code();
        long generator = Frame.get(fp, code[pc + 2]);
        long value = Frame.get(fp, code[pc + 3]);
        boolean await = code[pc + 4] == SuspendKind.AWAIT.ordinal();
        if (await) {
            vm.promises().await(generator, value);
        }
        save(generator, fp, pc);
        setState(generator, code[pc + 4]);
        return await ? Objects.field(generator, RESULT) : value;
    }

    private void save(long generator, long fp, int pc) {
        int registers = vm.functionOf(fp).bytecode().registerCount();
        long frame = Objects.field(generator, FRAME);
        if (frame == 0) {
            frame = vm.heap().allocate(Layout.ARRAY_DATA + 8 * (registers + 1), Heap.header(CellType.FRAME));
            Mem.putInt(frame + Layout.ARRAY_CAPACITY, registers + 1);
            Objects.setField(generator, FRAME, frame);
        }
        Mem.putInt(frame + Layout.FRAME_PC, pc);
        Mem.putLong(frame + Layout.ARRAY_DATA, Mem.getLong(fp + Frame.THIS));
        Mem.copy(fp, frame + Layout.ARRAY_DATA + 8, 8L * registers);
    }

    /**
     * Executes RESUME on frame {@code fp}, whose new.target is a generator: fills the frame, which then is where the generator left.
     *
     * @return the pc to go on at
     * @throws GuestException the value that was sent to be thrown; the frame's pc is at the SUSPEND
     */
    public int restore(long fp) {
        long generator = Mem.getLong(fp + Frame.NEW_TARGET);
        long frame = Objects.field(generator, FRAME);
        Mem.putLong(fp + Frame.NEW_TARGET, Value.UNDEFINED);
        Mem.putLong(fp + Frame.THIS, Mem.getLong(frame + Layout.ARRAY_DATA));
        Mem.copy(frame + Layout.ARRAY_DATA + 8, fp, 8L * (Mem.getInt(frame + Layout.ARRAY_CAPACITY) - 1));
        int[] code = vm.functionOf(fp).code();
        int pc = Mem.getInt(frame + Layout.FRAME_PC);
        Frame.setPc(fp, pc);
        long sent = Objects.field(generator, SENT);
        int mode = (int) Objects.field(generator, MODE);
        Objects.setField(generator, SENT, Value.UNDEFINED);
        if (mode == ResumeMode.THROW.ordinal() && code[pc + 4] != SuspendKind.DELEGATE.ordinal()) {
            throw new GuestException(sent);
        }
        Frame.set(fp, code[pc + 1], sent);
        Frame.set(fp, code[pc + 1] + 1, Value.ofInt(mode));
        int next = pc + Opcode.SUSPEND.length();
        Frame.setPc(fp, next);
        return next;
    }

    /**
     * Runs a suspended generator until it is suspended again, which {@link #state} tells, or has completed.
     *
     * @return what it left with
     * @throws GuestException what it throws; it is completed then
     */
    public long resume(long generator, long value, ResumeMode mode) {
        Objects.setField(generator, SENT, value);
        Objects.setField(generator, MODE, Value.ofInt(mode.ordinal()));
        setState(generator, RUNNING);
        boolean left = false;
        try {
            long result = vm.resume(Objects.field(generator, FUNCTION), generator);
            left = true;
            return result;
        } finally {
            if (!left || state(generator) == RUNNING) {
                complete(generator);
            }
        }
    }

    public static void complete(long generator) {
        setState(generator, COMPLETED);
        Objects.setField(generator, FRAME, 0);
    }

    // Generators that are not async.

    /** Whether a generator is an iterator helper (27.1.2.1): its function is one of the prelude's. */
    public boolean isHelper(long generator) {
        long function = Objects.field(generator, FUNCTION);
        return vm.functions().infoOf(function).bytecode().is(Flag.PRELUDE);
    }

    /**
     * GeneratorResume and GeneratorResumeAbrupt (27.5.3.3, 27.5.3.4) of a generator that is not async, up to the result object.
     *
     * @return the value; {@link #state} tells what it is: of DELEGATE a result object, of COMPLETED the returned value
     */
    public long step(long generator, long value, ResumeMode mode) {
        int state = state(generator);
        if (state == RUNNING) {
            throw vm.typeError("Generator is already running");
        }
        if (state == SuspendKind.START.ordinal() && mode != ResumeMode.NEXT) {
            complete(generator);
            state = COMPLETED;
        }
        if (state == COMPLETED) {
            return switch (mode) {
                case NEXT -> Value.UNDEFINED;
                case RETURN -> value;
                case THROW -> throw new GuestException(value);
            };
        }
        return resume(generator, value, mode);
    }

    /** The next value for a loop, or EMPTY at the end: the built-in next() without the result object. */
    public static long stepForLoop(Vm vm, long generator) {
        long value = vm.generators().step(generator, Value.UNDEFINED, ResumeMode.NEXT);
        int state = state(generator);
        if (state == SuspendKind.YIELD.ordinal()) {
            return value;
        }
        return state == COMPLETED ? Value.EMPTY : vm.iteration().valueOfResult(value);
    }

    // Generators that compiled code steps for a loop; it has their iterator record.

    /** A generator returned {@code value} to code that stepped it: the loop's next value, or EMPTY at the end. */
    long stepped(long generator, long value) {
        left(generator);
        int state = state(generator);
        if (state == SuspendKind.YIELD.ordinal()) {
            return value;
        }
        return state == COMPLETED ? Value.EMPTY : vm.iteration().valueOfResult(value);
    }

    /** A generator that still runs when its function has ended is completed. */
    void left(long generator) {
        if (state(generator) == RUNNING) {
            complete(generator);
        }
    }
}
