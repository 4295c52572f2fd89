package org.tierscope.deopt;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Opcode;
import org.tierscope.ir.Representation;
import org.tierscope.machine.Location;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * Turns the frame of optimized code that has left through an exit into interpreter frames: the outermost in place, inlined ones above
 * it just where the interpreter would have put them.
 */
public final class Deoptimizer {
    /** One register's value as it was rebuilt, for those who watch. */
    public record Moved(int frame, int register, ValueSource source, long value) {}

    /** A field of an object that was made. */
    public record Filled(int index, ValueSource source, long value) {}

    /** An object that was made. */
    public record Made(RemovedObject removed, long address, List<Filled> fields) {}

    /** All that was rebuilt. */
    public record Rebuilt(List<Moved> values, List<Made> objects) {}

    /** What {@code poison} puts into dead registers: a value like any other, so that reading it changes what a program does. */
    private static final long POISON = Value.ofInt(0xDEAD);

    private final Vm vm;
    private final boolean poison;
    private final long state;
    private final ObjectMaker maker;

    /** @param poison overwrites registers that exits take for dead, to show where one is not */
    public Deoptimizer(Vm vm, boolean poison) {
        this.vm = vm;
        this.poison = poison;
        this.state = vm.state();
        this.maker = new ObjectMaker(vm);
    }

    /**
     * Rebuilds the frames of {@code exit} from the frame at {@code fp} and the saved registers, and says in the VM state where the
     * interpreter goes on.
     */
    public Rebuilt rebuild(long fp, Exit exit) {
        List<Made> objects = make(fp, exit);
        // Everything is read before anything is written: a value's source may be another register's home.
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < exit.frames().size(); i++) {
            for (ExitFrame.RegisterValue value : exit.frames().get(i).values()) {
                moved.add(new Moved(i, value.register(), value.source(), read(value.source(), fp, objects)));
            }
        }
        if (poison) {
            poison(fp, exit);
        }
        for (Moved value : moved) {
            Frame.set(base(fp, exit.frames().get(value.frame)), value.register, value.value);
        }
        long caller = Frame.callerFp(fp);
        for (int i = 0; i < exit.frames().size(); i++) {
            ExitFrame frame = exit.frames().get(i);
            long base = base(fp, frame);
            FunctionInfo function = vm.function(frame.function());
            if (i > 0) {
                Mem.putLong(base + Frame.CALLER_FP, caller);
                Mem.putInt(base + Frame.ARGUMENT_COUNT, frame.argumentCount());
            }
            Mem.putInt(base + Frame.FUNCTION_ID, function.id());
            Frame.setPc(base, frame.pc());
            int entry = i == 0 ? Frame.flags(base) & Frame.ENTRY : 0;
            Frame.setExtentAndFlags(base, function.bytecode().registerCount(), entry);
            caller = base;
        }
        exit.frames().forEach(frame -> makeArguments(base(fp, frame), frame));
        Mem.putLong(state + VmState.EXITED_FP, fp);
        Mem.putLong(state + VmState.RESUME_FP, caller);
        Mem.putInt(
                state + VmState.RESUME_MODE,
                exit.throwing() ? VmState.RESUME_THROW : VmState.RESUME_CONTINUE);
        vm.setCurrentFp(caller);
        return new Rebuilt(moved, objects);
    }

    /** Header registers that no state names are in their places; all others that none names are dead. */
    private void poison(long fp, Exit exit) {
        for (ExitFrame frame : exit.frames()) {
            long base = base(fp, frame);
            int registers = vm.function(frame.function()).bytecode().registerCount();
            for (int register = 0; register < registers; register++) {
                Frame.set(base, register, POISON);
            }
        }
    }

    private void root(ValueSource source, long fp) {
        if (source instanceof ValueSource.Held held && held.representation() == Representation.TAGGED) {
            vm.temporaryRoots().push(bits(held.location(), fp));
        }
    }

    /**
     * Makes the objects that the exit's frames need: all are there before the first is filled, since one may refer to another in
     * a circle. A collection in between finds what the machine's registers held among the temporary roots.
     */
    private List<Made> make(long fp, Exit exit) {
        if (exit.objects().isEmpty()) {
            return List.of();
        }
        List<Made> objects = new ArrayList<>();
        int depth = vm.temporaryRoots().depth();
        try {
            exit.frames().forEach(frame -> frame.values().forEach(value -> root(value.source(), fp)));
            exit.objects().forEach(object -> object.fields().forEach(field -> root(field.source(), fp)));
            for (RemovedObject removed : exit.objects()) {
                Made made = new Made(removed, maker.allocate(removed), new ArrayList<>());
                vm.temporaryRoots().push(made.address);
                objects.add(made);
            }
        } finally {
            vm.temporaryRoots().reset(depth);
        }
        for (Made made : objects) {
            for (RemovedObject.FieldValue field : made.removed.fields()) {
                long value = read(field.source(), fp, objects);
                made.fields.add(new Filled(field.index(), field.source(), value));
                maker.setField(made.address, made.removed, field.index(), value);
            }
        }
        return objects;
    }


    /** Does what the instruction does that the code has left out, on the frame as it is now. */
    private void makeArguments(long base, ExitFrame frame) {
        if (frame.argumentsObject() == null) {
            return;
        }
        vm.setCurrentFp(base);
        BytecodeFunction bytecode = vm.function(frame.function()).bytecode();
        int[] code = bytecode.code();
        int pc = frame.argumentsObject().pc();
        long object = Opcode.of(code[pc]) == Opcode.CREATE_ARGUMENTS
                ? vm.literals().createArguments(base)
                : vm.literals().createMappedArguments(
                        base, Frame.get(base, code[pc + 2]), (int[]) bytecode.constants().get(code[pc + 3]));
        frame.argumentsObject().registers().forEach(register -> Frame.set(base, register, object));
    }

    private static long base(long fp, ExitFrame frame) {
        return fp + 8L * frame.base();
    }

    private long read(ValueSource source, long fp, List<Made> objects) {
        return switch (source) {
            case ValueSource.Removed removed -> objects.get(removed.index()).address;
            case ValueSource.Constant constant -> constant.word();
            case ValueSource.Held held -> {
                long bits = bits(held.location(), fp);
                yield switch (held.representation()) {
                    case TAGGED -> bits;
                    case INT32 -> Value.ofInt((int) bits);
                    case FLOAT64 -> Value.number(Double.longBitsToDouble(bits));
                    case BOOL -> Value.ofBoolean((int) bits != 0);
                    case NONE, RAW -> throw new IllegalStateException("a frame needs " + held);
                };
            }
        };
    }

    private long bits(Location location, long fp) {
        return switch (location) {
            case Location.InReg in -> Mem.getLong(state + VmState.EXIT_GPR + 8L * in.register().ordinal());
            case Location.InXmm in -> Mem.getLong(state + VmState.EXIT_XMM + 8L * in.register().ordinal());
            case Location.InSlot in -> Frame.get(fp, in.slot());
        };
    }
}
