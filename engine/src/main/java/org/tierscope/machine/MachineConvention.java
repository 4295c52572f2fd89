package org.tierscope.machine;

import org.tierscope.asm.Address;
import org.tierscope.asm.Reg;
import org.tierscope.runtime.VmState;

/**
 * The registers that have a fixed meaning in all code the engine makes. Every other register is free, and none survives a
 * call. A compiled function's native frame is its return address and eight bytes of padding, nothing else, so that
 * {@code rsp} is 16-byte aligned in its body and every exit can leave it the same way.
 */
public final class MachineConvention {
    /** Frame pointer of the guest frame. A callee returns with it as it was. */
    public static final Reg FP = Reg.RBX;
    /** Address of the VM state. */
    public static final Reg STATE = Reg.R13;
    /** {@link org.tierscope.runtime.Value#INT_TAG}. */
    public static final Reg INT_TAG = Reg.R14;
    /** {@link org.tierscope.runtime.Value#NOT_CELL_MASK}. */
    public static final Reg NOT_CELL_MASK = Reg.R15;
    /** Where results, values and status words alike, are returned. */
    public static final Reg RESULT = Reg.RAX;

    /** Bytes below the return address in a compiled function's native frame. */
    public static final int NATIVE_PADDING = 8;

    private MachineConvention() {}

    /** A field of the VM state. */
    public static Address state(int offset) {
        return Address.at(STATE, offset);
    }

    /** A bytecode register, a header slot or a spill slot of the current frame. */
    public static Address slot(int register) {
        return Address.at(FP, 8L * register);
    }

    /** The table entry of a runtime function. */
    public static Address runtime(RuntimeFunction function) {
        return Address.at(STATE, VmState.RUNTIME_TABLE + 8L * function.ordinal());
    }
}
