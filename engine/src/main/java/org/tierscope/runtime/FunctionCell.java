package org.tierscope.runtime;

/**
 * The off-heap record of one linked function, one per function id and shared by all closures of it: what a caller
 * in any tier needs. Constants are byte offsets.
 */
public final class FunctionCell {
    /** Machine address to call: compiled code, or a stub that enters the interpreter or a native function. */
    public static final int ENTRY = 0;
    /** u32: formal parameters before a rest parameter. */
    public static final int PARAMETER_COUNT = 8;
    /** u32: registers from fp upwards, parameters included. */
    public static final int REGISTER_COUNT = 12;
    /** u32. */
    public static final int FUNCTION_ID = 16;
    /** u32: see {@code FunctionInfo}. */
    public static final int FLAGS = 20;
    /** Address of the feedback vector, 0 before it is allocated. */
    public static final int FEEDBACK = 24;

    /** {@link Recipe} of its closures; their context is not part of it. */
    public static final int CLOSURE = 32;
    /** Recipe of the objects that {@code new} makes for a constructor of this shape whose "prototype" is this one: */
    public static final int INSTANCE = 48;
    /** u32; 0 for none. */
    public static final int CONSTRUCTOR_SHAPE = 64;
    /** u32: where such a constructor has its "prototype". */
    public static final int PROTOTYPE_OFFSET = 68;

    public static final int INSTANCE_PROTOTYPE = 72;

    /** Machine address of the unboxed entry, while SIGNATURE is not 0. */
    public static final int UNBOXED_ENTRY = 80;
    /** u32: how the unboxed entry takes its parameters, see {@code ir/Signature}; 0 for none. */
    public static final int SIGNATURE = 88;

    /** A power of two. */
    public static final int SIZE = 128;

    private FunctionCell() {}
}
