package org.tierscope.tier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.deopt.ExitTable;
import org.tierscope.deopt.ObjectMaker;
import org.tierscope.deopt.RemovedObject;
import org.tierscope.deopt.Safepoint;
import org.tierscope.ir.Effects;
import org.tierscope.ir.FeedbackSlot;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Machine;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;
import org.tierscope.ir.RuntimeOperation;
import org.tierscope.ir.VirtualKind;
import org.tierscope.ir.VirtualObject;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/** The VM as the world around a graph that runs on a frame of optimized code: what that code would do, done from Java. */
final class GraphMachine implements Machine {
    /** Nodes after which a loop goes on in the interpreter, from which its next entry comes back. */
    private static final long STEPS = 1_000;

    private final Vm vm;
    private final MachineRuntime machine;
    private final ExitTable exits;
    private final ObjectMaker maker;
    private final Map<Node, Integer> safepoints = new IdentityHashMap<>();
    private final long fp;
    private final long window;

    GraphMachine(Vm vm, MachineRuntime machine, ExitTable exits, long fp) {
        this.vm = vm;
        this.machine = machine;
        this.exits = exits;
        this.maker = new ObjectMaker(vm);
        this.fp = fp;
        this.window = Frame.top(fp) + 8L * Frame.HEADER;
    }

    @Override
    public long load(long address, int bytes) {
        return switch (bytes) {
            case 1 -> Mem.getUnsignedByte(address);
            case 4 -> Integer.toUnsignedLong(Mem.getInt(address));
            default -> Mem.getLong(address);
        };
    }

    @Override
    public void store(long address, int bytes, long value) {
        if (bytes == 4) {
            Mem.putInt(address, (int) value);
        } else {
            Mem.putLong(address, value);
        }
    }

    @Override
    public long register(int register) {
        return Frame.get(fp, register);
    }

    @Override
    public boolean isInterrupted(long steps) {
        return steps > STEPS || Mem.getInt(vm.state() + VmState.INTERRUPT) != 0;
    }

    @Override
    public Long attempt(Node node, long[] operands) {
        long result = perform(node, operands);
        return node.is(Operator.LoadAnyElement) && result == Value.EMPTY ? null : Long.valueOf(result);
    }

    @Override
    public long perform(Node node, long[] operands) {
        if (node.effects().has(Effects.CALLS)) {
            Frame.setPc(fp, safepoints.computeIfAbsent(node, this::safepoint));
        }
        try {
            return switch (node.operator()) {
                case Call -> call(node, operands);
                case CallDirect -> call(node, boxed(node, operands));
                case Construct -> construct(operands);
                case CallRuntime -> runtime(node, operands);
                case ExecuteBytecode -> execute(node, operands, RuntimeFunction.EXECUTE_IN_OPTIMIZED);
                case ExecuteJump -> execute(node, operands, RuntimeFunction.TAKES_JUMP_IN_OPTIMIZED) & 1;
                default -> access(node, operands);
            };
        } catch (GuestException thrown) {
            throw new Thrown(thrown.value());
        }
    }

    private int safepoint(Node node) {
        var places = new ArrayList<Safepoint.Place>();
        for (FrameState state = node.state(); state != null; state = state.caller()) {
            places.add(new Safepoint.Place(state.function(), state.pc()));
        }
        return exits.addSafepoint(places).id();
    }

    // ---- calls ----

    private long call(Node node, long[] operands) {
        fillWindow(operands, 3, operands[0], operands[2]);
        Frame.set(window, Frame.THIS_REGISTER, operands[1]);
        int id = node.intParameter(0);
        boolean known = id >= 0 && !(vm.function(id).isClassConstructor() && operands[2] == Value.UNDEFINED);
        return enter(known ? vm.function(id).cell() : resolve());
    }

    private static long[] boxed(Node node, long[] operands) {
        long[] words = operands.clone();
        for (int i = 0; i < words.length; i++) {
            words[i] = switch (node.input(i).representation()) {
                case INT32 -> Value.ofInt((int) operands[i]);
                case FLOAT64 -> Value.ofDouble(Double.longBitsToDouble(operands[i]));
                default -> operands[i];
            };
        }
        return words;
    }

    private long construct(long[] operands) {
        fillWindow(operands, 2, operands[0], operands[1]);
        long result = enter(resolve());
        return Layout.isObject(result) ? result : Frame.get(window, Frame.THIS_REGISTER);
    }

    private void fillWindow(long[] operands, int first, long callee, long newTarget) {
        for (int i = first; i < operands.length; i++) {
            Frame.set(window, i - first, operands[i]);
        }
        Frame.set(window, Frame.CALLEE_REGISTER, callee);
        Frame.set(window, Frame.NEW_TARGET_REGISTER, newTarget);
        Mem.putInt(window + Frame.ARGUMENT_COUNT, operands.length - first);
        Mem.putLong(window + Frame.CALLER_FP, fp);
    }

    private long resolve() {
        return runtime(RuntimeFunction.RESOLVE_CALL, window);
    }

    private long enter(long cell) {
        long result = machine.enter(Mem.getLong(cell + FunctionCell.ENTRY), window);
        vm.setCurrentFp(fp);
        if (result == Value.EXITED) {
            return runtime(RuntimeFunction.FINISH_EXIT, 0);
        }
        if (result == Value.EXCEPTION) {
            throw new GuestException(Mem.getLong(vm.state() + VmState.EXCEPTION));
        }
        return result;
    }

    // ---- the runtime ----

    private long runtime(RuntimeFunction function, long... arguments) {
        var all = Arrays.copyOf(arguments, 5);
        long result = machine.perform(function, fp, all[0], all[1], all[2], all[3], all[4]);
        vm.setCurrentFp(fp);
        return result;
    }

    private long runtime(Node node, long[] operands) {
        RuntimeOperation operation = node.runtimeOperation();
        long[] arguments = Arrays.copyOf(operands, operands.length + (operation.takesFeedback() ? 1 : 0));
        if (operation.takesFeedback()) {
            var slot = (FeedbackSlot) node.parameter(1);
            arguments[operands.length] =
                    slot.equals(FeedbackSlot.NONE) ? 0 : vm.function(slot.function()).feedback() + slot.offset();
        }
        long result = runtime(RuntimeFunction.valueOf(operation.name()), arguments);
        return node.representation() == Representation.BOOL ? result & 1 : result;
    }

    private long execute(Node node, long[] operands, RuntimeFunction function) {
        List<Integer> registers = node.listParameter(1);
        for (int i = 0; i < registers.size(); i++) {
            Frame.set(fp, registers.get(i), operands[i]);
        }
        return runtime(function, node.intParameter(0));
    }

    // ---- memory ----

    private long access(Node node, long[] o) {
        return switch (node.operator()) {
            case NewObject -> runtime(RuntimeFunction.NEW_OBJECT, node.intParameter(0));
            case NewArray -> newArray(node, o);
            case NewContext -> vm.literals().createContext(o[0], node.intParameter(0));
            case NewClosure -> vm.functions().createClosure(vm.function(node.intParameter(0)), o[0]);
            case ArrayPush -> {
                runtime(RuntimeFunction.ARRAY_APPEND, o[0], o[1]);
                yield Elements.arrayLength(o[0]);
            }
            case ArrayPop -> pop(o[0]);
            case LoadAnyElement -> Elements.get(o[0], (int) o[1]);
            case StoreAnyElement -> runtime(
                    RuntimeFunction.SET_ELEMENT, o[0], Value.ofInt((int) o[1]), o[2], node.boolParameter(0) ? 1 : 0, 0);
            case LoadTypedInt32 -> (int) Value.numberAsDouble(
                    TypedArrays.load((ElementsKind) node.parameter(0), o[0], (int) o[1]));
            case LoadTypedFloat64 -> Double.doubleToRawLongBits(
                    Value.numberAsDouble(TypedArrays.load((ElementsKind) node.parameter(0), o[0], (int) o[1])));
            case StoreTypedInt32 -> {
                TypedArrays.storeRaw((ElementsKind) node.parameter(0), o[0], (int) o[1], o[2]);
                yield 0;
            }
            case StoreTypedFloat64 -> {
                TypedArrays.store((ElementsKind) node.parameter(0), o[0], (int) o[1], Double.longBitsToDouble(o[2]));
                yield 0;
            }
            case StringCharCodeAt -> Strings.unitAt(vm.strings().flatten(o[0]), (int) o[1]);
            case StringOfUnit -> vm.strings().ofUnit((int) o[0]);
            case InternString -> vm.strings().findInterned(o[0]);
            case StringEqual -> runtime(RuntimeFunction.STRING_EQUAL, o[0], o[1]) & 1;
            case StringConcat -> runtime(RuntimeFunction.STRING_CONCAT, o[0], o[1]);
            case FindEntry -> HashTables.address(vm, o[0], o[1]);
            case LoadCollectionSize -> HashTables.size(o[0]);
            default -> throw new IllegalStateException("nobody knows how to run " + node);
        };
    }

    private long newArray(Node node, long[] elements) {
        var kind = (ElementsKind) node.parameter(1);
        long array = vm.literals().newArray(elements.length, kind);
        for (int i = 0; i < elements.length; i++) {
            long word = kind.isDouble() ? Value.bits(Double.longBitsToDouble(elements[i])) : elements[i];
            Mem.putLong(Mem.getLong(array + Layout.OBJECT_ELEMENTS) + Layout.ARRAY_DATA + 8L * i, word);
        }
        return array;
    }

    private static long pop(long array) {
        int length = Elements.arrayLength(array);
        if (length == 0) {
            return Value.UNDEFINED;
        }
        long last = Elements.get(array, length - 1);
        Mem.putInt(array + Layout.ARRAY_LENGTH, length - 1);
        return last == Value.EMPTY ? Value.UNDEFINED : last;
    }

    // ---- exits ----

    @Override
    public long make(VirtualObject object) {
        return maker.allocate(removed(object));
    }

    @Override
    public void setField(VirtualObject object, long address, int index, long word) {
        maker.setField(address, removed(object), index, word);
    }

    private static RemovedObject removed(VirtualObject object) {
        Node identity = object.identity();
        int length = object.fields().size() - (object.kind() == VirtualKind.CONTEXT ? 1 : 0);
        return new RemovedObject(
                identity.id(), object.kind(), identity.intParameter(1), object.shape(), (ElementsKind) identity.parameter(2),
                length, List.of());
    }
}
