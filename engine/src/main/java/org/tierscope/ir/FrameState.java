package org.tierscope.ir;

import java.util.Arrays;

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

    /** Has register {@code register} hold {@code node} instead: the same value in another form. */
    public void replaceValue(int register, Node node) {
        setValue(register, node);
    }

    void setValue(int register, Node node) {
        values[register - FIRST_REGISTER] = node;
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

    /** A copy of this frame alone, with the same caller, whose values can be changed. */
    public FrameState copy() {
        return new FrameState(function, pc, caller, window, argumentCount, construct, handled, values.clone());
    }

    /** Whether both stand for the same place with the same values. */
    public boolean sameAs(FrameState that) {
        return this == that
                || function == that.function && pc == that.pc && window == that.window
                        && Arrays.equals(values, that.values)
                        && (caller == null ? that.caller == null : that.caller != null && caller.sameAs(that.caller));
    }

    @Override
    public String toString() {
        return "f" + function + "@" + pc + (caller == null ? "" : " in " + caller);
    }
}
