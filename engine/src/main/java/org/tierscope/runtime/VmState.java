package org.tierscope.runtime;

/**
 * The off-heap record that one VM shares with its machine code, addressed through a pinned register. Constants
 * are byte offsets.
 */
public final class VmState {
    /** A frame whose {@code fp + 8 * extent} exceeds this overflows the guest stack. */
    public static final int STACK_LIMIT = 0;
    /** u32; non-zero asks the guest to call the runtime at the next loop back-edge or function entry. */
    public static final int INTERRUPT = 8;
    /** The thrown value, valid while {@link Value#EXCEPTION} travels. */
    public static final int EXCEPTION = 16;
    /** The innermost frame to resume in the interpreter, valid while {@link Value#EXITED} travels. */
    public static final int RESUME_FP = 24;
    /** The frame that called the runtime last: what a stack walk or a call from Java starts from. */
    public static final int CURRENT_FP = 32;
    /** u32: the number of the exit being taken. */
    public static final int EXIT_ID = 40;
    /** u32: {@code --deopt-every=N}: counts down in optimized code's guards when that option is on. */
    public static final int DEOPT_COUNTDOWN = 44;
    /** The outermost of the frames that an exit rebuilt, valid while {@link Value#EXITED} travels. */
    public static final int EXITED_FP = 56;
    /** u32, valid while {@link Value#EXITED} travels: {@link #RESUME_CONTINUE} or {@link #RESUME_THROW}. */
    public static final int RESUME_MODE = 64;
    /** Go on with the instruction at the innermost frame's pc. */
    public static final int RESUME_CONTINUE = 0;
    /** Throw the value in {@link #EXCEPTION} at the innermost frame's pc. */
    public static final int RESUME_THROW = 1;
    /** u32: the number of the runtime function that machine code is about to call. */
    public static final int RUNTIME_NUMBER = 72;
    /** Where machine code calls Java. */
    public static final int RUNTIME_UPCALL = 80;
    /** Address of the words of the {@link InternTable}. */
    public static final int INTERN_TABLE = 88;
    /** u32: their number less one. */
    public static final int INTERN_MASK = 96;
    /** Number.prototype while there is one realm only, else 0. */
    public static final int NUMBER_PROTOTYPE = 104;
    /** Address of the table of function cells, indexed by function id. */
    public static final int FUNCTION_TABLE = 48;

    /** Bump allocation: per size class a cursor and a limit, 16 bytes each. */
    public static final int ALLOCATION = 128;

    public static final int ALLOCATION_STRIDE = 16;

    /** Register save area of an exit: 16 general registers in encoding order, then 16 xmm registers (low 8 bytes). */
    public static final int EXIT_GPR = 1024;

    public static final int EXIT_XMM = EXIT_GPR + 16 * 8;

    /** Addresses of the runtime functions that machine code calls, by their number. */
    public static final int RUNTIME_TABLE = 2048;

    /** The 256 strings of one Latin-1 character. */
    public static final int SINGLE_STRINGS = RUNTIME_TABLE + 512 * 8;

    /** Addresses of the interpreter's handlers, by opcode. */
    public static final int HANDLERS = SINGLE_STRINGS + 256 * 8;

    /** Contexts and elements with at most this many words have recipes here. */
    public static final int MAX_WORDS = 16;
    /** Recipes of contexts, by their number of slots. */
    public static final int CONTEXTS = HANDLERS + 256 * 8;
    /** Recipes of elements, by the number that they must have room for. */
    public static final int ELEMENTS = CONTEXTS + (MAX_WORDS + 1) * Recipe.SIZE;

    public static final int SIZE = ELEMENTS + (MAX_WORDS + 1) * Recipe.SIZE;

    private VmState() {}
}
