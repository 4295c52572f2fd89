package org.tierscope.ir;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One interpreter frame as it is before a bytecode, and through {@link #caller} the frames it was inlined
 * into: what an exit rebuilds. Guards of one bytecode share a state.
 *
 * <p>The innermost frame goes on before the bytecode at {@link #pc}, or throws there if the node that left
 * has thrown. Each caller waits in the middle of the call at its pc: when the inner frame returns, the
 * interpreter puts the result where that instruction says.
 *
 * <p>An inlined frame's fp is {@code 8 * (window + Frame.HEADER)} bytes above its caller's fp, just where the
 * interpreter would have put it.
 *
 * <p>A register may hold an object that was never allocated: a {@link Operator#VirtualObject}, which {@link
 * #objects} of the innermost state describes.
 */
public final class FrameState {
    /** Registers from −3 (new.target) to −1 (this) precede register 0 in {@link #value(int)}. */
    public static final int FIRST_REGISTER = -3;

    private final int function;
    private final int pc;
    private final FrameState caller;
    private final int window;
    private final int argumentCount;
    private final boolean construct;
    private final boolean handled;
    private final Node[] values;
    private List<VirtualObject> objects = List.of();
    private ArgumentsObject argumentsObject;
    private int lastSweep;

    /**
     * Registers of an inlined frame that hold its arguments object, which was not made: an exit executes the instruction that makes it, on the frame
     * that it has rebuilt.
     *
     * @param pc of that instruction
     */
    public record ArgumentsObject(int pc, List<Integer> registers) {
        public ArgumentsObject {
            registers = List.copyOf(registers);
        }
    }

    /**
     * @param function id
     * @param pc of the bytecode to go on with
     * @param caller the frame it was inlined into, or null
     * @param window the caller's register where this frame's header begins; 0 in the outermost frame
     * @param argumentCount passed by the inlined call; 0 in the outermost frame, whose header is in place
     * @param construct whether it was inlined as a constructor call
     * @param handled whether an exception handler of this function covers pc
     * @param values by register from {@link #FIRST_REGISTER} on; null: dead, the interpreter never reads
     *     it before writing it
     */
    public FrameState(
            int function, int pc, FrameState caller, int window, int argumentCount, boolean construct, boolean handled,
            Node[] values) {
        this.function = function;
        this.pc = pc;
        this.caller = caller;
        this.window = window;
        this.argumentCount = argumentCount;
        this.construct = construct;
        this.handled = handled;
        this.values = values;
    }

    public int function() {
        return function;
    }

    public int pc() {
        return pc;
    }

    public FrameState caller() {
        return caller;
    }

    public int window() {
        return window;
    }

    public int argumentCount() {
        return argumentCount;
    }

    public boolean construct() {
        return construct;
    }

    public boolean handled() {
        return handled;
    }

    /** Whether a handler in this frame or one of its callers would catch an exception thrown here. */
    public boolean catchesAnywhere() {
        return handled || caller != null && caller.catchesAnywhere();
    }

    /** Registers of this frame from 0 up; those below are the header's three. */
    public int registerCount() {
        return values.length + FIRST_REGISTER;
    }

    /** The node whose value register {@code register} has, or null where it is dead. */
    public Node value(int register) {
        return values[register - FIRST_REGISTER];
    }

    void setValue(int register, Node node) {
        values[register - FIRST_REGISTER] = node;
    }

    /**
     * What the virtual objects that registers of this frame and its callers hold look like here, and those that they hold in
     * turn; empty in callers.
     */
    public List<VirtualObject> objects() {
        return objects;
    }

    public FrameState withObjects(List<VirtualObject> described) {
        objects = List.copyOf(described);
        return this;
    }

    /** Of this frame; null where none is needed, or where it is a value like any other. */
    public ArgumentsObject argumentsObject() {
        return argumentsObject;
    }

    FrameState withArgumentsObject(ArgumentsObject described) {
        argumentsObject = described;
        return this;
    }

    /** Everything that this frame, its callers and virtual objects in them hold. */
    public void forEachValue(Consumer<Node> action) {
        for (FrameState frame = this; frame != null; frame = frame.caller) {
            for (Node value : frame.values) {
                if (value != null) {
                    action.accept(value);
                }
            }
        }
        for (VirtualObject object : objects) {
            object.forEachValue(action);
        }
    }

    /** Whether any of what {@link #forEachValue} goes over passes a test. */
    public boolean anyValue(Predicate<Node> test) {
        for (FrameState frame = this; frame != null; frame = frame.caller) {
            for (Node value : frame.values) {
                if (value != null && test.test(value)) {
                    return true;
                }
            }
        }
        for (VirtualObject object : objects) {
            if (object.anyValue(test)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this sweep over the graph, numbered upwards, comes here for the first time: many nodes share a state. */
    boolean isFirstIn(int sweep) {
        boolean first = lastSweep != sweep;
        lastSweep = sweep;
        return first;
    }

    /** Has this frame, without its callers, and its objects hold what {@code replacement} gives for each value. */
    public void replaceValues(UnaryOperator<Node> replacement) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                values[i] = replacement.apply(values[i]);
            }
        }
        for (VirtualObject object : objects) {
            object.replaceValues(replacement);
        }
    }

    /** Slot, counted from the outermost fp, of this frame's register 0. */
    public int baseSlot() {
        return caller == null ? 0 : caller.baseSlot() + window + org.tierscope.runtime.Frame.HEADER;
    }

    public int depth() {
        return caller == null ? 0 : 1 + caller.depth();
    }

    public FrameState outermost() {
        return caller == null ? this : caller.outermost();
    }

    /** A copy of this frame alone, in another caller, whose values can be changed. */
    public FrameState copyIn(FrameState newCaller) {
        return new FrameState(function, pc, newCaller, window, argumentCount, construct, handled, values.clone())
                .withArgumentsObject(argumentsObject);
    }

    /** A copy of this frame, its callers and the objects in it, which hold what {@code mapping} gives for each value. */
    FrameState mapped(UnaryOperator<Node> mapping) {
        var mapped = new Node[values.length];
        for (int i = 0; i < values.length; i++) {
            mapped[i] = values[i] == null ? null : mapping.apply(values[i]);
        }
        var copy = new FrameState(
                function, pc, caller == null ? null : caller.mapped(mapping), window, argumentCount, construct, handled, mapped);
        copy.argumentsObject = argumentsObject;
        copy.objects = objects.stream().map(object -> object.mapped(mapping)).toList();
        return copy;
    }

    /** The same place with nothing in any register: for calls, of which nobody sees registers. */
    public FrameState bare() {
        return new FrameState(
                function, pc, caller == null ? null : caller.bare(), window, argumentCount, construct, handled,
                new Node[values.length]);
    }

    /** Whether both stand for the same place with the same values. */
    public boolean sameAs(FrameState that) {
        return this == that
                || function == that.function && pc == that.pc && window == that.window
                        && Arrays.equals(values, that.values)
                        && objects.isEmpty() && that.objects.isEmpty()
                        && Objects.equals(argumentsObject, that.argumentsObject)
                        && (caller == null ? that.caller == null : that.caller != null && caller.sameAs(that.caller));
    }

    @Override
    public String toString() {
        return "f" + function + "@" + pc + (caller == null ? "" : " in " + caller);
    }
}
