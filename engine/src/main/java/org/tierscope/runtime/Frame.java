package org.tierscope.runtime;

/**
 * The guest frame: one layout on the VM stack for every tier, addressed from one frame pointer {@code fp}.
 *
 * <pre>
 *   fp[-6]  u32 pc | u32 extent &lt;&lt; 8 | flags     where this frame is; how many slots it owns from fp upwards
 *   fp[-5]  caller's fp
 *   fp[-4]  u32 function id | u32 argument count
 *   fp[-3]  new.target, undefined for a call
 *   fp[-2]  callee (a function object)
 *   fp[-1]  this
 *   fp[0…]  parameters, then the function's other registers, then (compiled code) spill slots
 * </pre>
 *
 * <p>Register {@code r} of the bytecode is {@code fp[r]}; −1, −2 and −3 are registers too. A call's window is a
 * run of the caller's own registers laid out as the callee's header and arguments, so passing arguments copies
 * nothing: the callee's fp is {@code callerFp + 8 * (window + HEADER)}. Where fewer arguments are passed than
 * the callee has parameters, the callee's entry sequence fills with undefined; surplus arguments are overwritten by its
 * registers, unless it needs them ({@code BytecodeFunction.needsArguments()}): then the frame is moved up behind its
 * arguments and argument i stays at {@code fp[i - HEADER - argumentCount]}.
 *
 * <p>{@code pc} is brought up to date before anything that can throw, allocate, call or walk the stack. In a
 * frame with {@link #OPTIMIZED} set it is not a bytecode pc but the number of a safepoint, which knows the
 * inlined frames and their pcs.
 */
public final class Frame {
    public static final int HEADER = 6;

    /** Byte offsets from fp. */
    public static final int PC = -48;

    public static final int EXTENT_AND_FLAGS = -44;
    public static final int CALLER_FP = -40;
    public static final int FUNCTION_ID = -32;
    public static final int ARGUMENT_COUNT = -28;
    public static final int NEW_TARGET = -24;
    public static final int CALLEE = -16;
    public static final int THIS = -8;

    /** Registers that are header slots. */
    public static final int THIS_REGISTER = -1;

    public static final int CALLEE_REGISTER = -2;
    public static final int NEW_TARGET_REGISTER = -3;

    /** Positions within a call window, counted in registers from its first. */
    public static final int WINDOW_NEW_TARGET = 3;

    public static final int WINDOW_CALLEE = 4;
    public static final int WINDOW_THIS = 5;
    public static final int WINDOW_ARGUMENTS = 6;

    /** Flag: when this frame returns, the interpreter activation that runs it returns to its Java caller. */
    public static final int ENTRY = 1;
    /** Flag: called as a constructor. */
    public static final int CONSTRUCT = 2;
    /** Flag: {@code pc} is a safepoint number of optimized code. */
    public static final int OPTIMIZED = 4;
    /** Flag: runs baseline code ({@code pc} is a bytecode pc). */
    public static final int BASELINE = 8;
    /** Flag: a native (Java) function's frame; it has no registers beyond its arguments. */
    public static final int NATIVE = 16;

    public static final int EXTENT_SHIFT = 8;

    private Frame() {}

    public static long get(long fp, int register) {
        return Mem.getLong(fp + 8L * register);
    }

    public static void set(long fp, int register, long value) {
        Mem.putLong(fp + 8L * register, value);
    }

    public static int pc(long fp) {
        return Mem.getInt(fp + PC);
    }

    public static void setPc(long fp, int pc) {
        Mem.putInt(fp + PC, pc);
    }

    public static int flags(long fp) {
        return Mem.getInt(fp + EXTENT_AND_FLAGS) & 0xFF;
    }

    public static boolean has(long fp, int flag) {
        return (Mem.getInt(fp + EXTENT_AND_FLAGS) & flag) != 0;
    }

    /** Slots from fp upwards that belong to the frame: the first free address is {@code fp + 8 * extent}. */
    public static int extent(long fp) {
        return Mem.getInt(fp + EXTENT_AND_FLAGS) >>> EXTENT_SHIFT;
    }

    public static void setExtentAndFlags(long fp, int extent, int flags) {
        Mem.putInt(fp + EXTENT_AND_FLAGS, extent << EXTENT_SHIFT | flags);
    }

    public static long top(long fp) {
        return fp + 8L * extent(fp);
    }

    public static long callerFp(long fp) {
        return Mem.getLong(fp + CALLER_FP);
    }

    public static int functionId(long fp) {
        return Mem.getInt(fp + FUNCTION_ID);
    }

    public static int argumentCount(long fp) {
        return Mem.getInt(fp + ARGUMENT_COUNT);
    }

    /** Argument {@code i} of a frame that needs its arguments and was therefore moved up behind them. */
    public static long movedArgument(long fp, int i) {
        return Mem.getLong(fp + 8L * (i - HEADER - argumentCount(fp)));
    }
}
