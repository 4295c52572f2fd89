package org.tierscope.feedback;

/**
 * Where things are in a feedback vector: the off-heap record beside each function that interpreter and baseline
 * code write and the optimizer reads a snapshot of. Constants are byte offsets; slots are 8-byte aligned.
 */
public final class FeedbackLayout {
    // In front of the vector: what the interpreter's handlers need to know of the function, written before they run it first.
    public static final int PREFIX_SIZE = 32;
    /** Address of the bytecode's image ({@code runtime/BytecodeImage}), 0 before it is made. */
    public static final int IMAGE = -8;
    /** u32: as in the function's cell. */
    public static final int FLAGS = -16;
    /** The realm's global object. */
    public static final int GLOBAL_OBJECT = -24;
    /** The realm's recipes for literals. */
    public static final int LITERALS = -32;

    // The vector's header.
    /** i32: counts down with calls and loop iterations; at or below zero the tiering policy is asked. */
    public static final int BUDGET = 0;
    /** u64: calls in tiers that watch, interpreter and baseline; the counts in slots are to be compared with these. */
    public static final int CALLS = 8;
    /** u64: iterations of all loops. */
    public static final int ITERATIONS = 16;
    /** u64: calls of optimized code. */
    public static final int OPTIMIZED_CALLS = 24;
    public static final int HEADER_SIZE = 32;

    // TYPE: three bytes of TypeBits.
    public static final int TYPE_LEFT = 0;
    public static final int TYPE_RIGHT = 1;
    public static final int TYPE_RESULT = 2;

    // BRANCH: two u32.
    public static final int BRANCH_TAKEN = 0;
    public static final int BRANCH_NOT_TAKEN = 4;
    /** Offset of the BRANCH part in a COMPARE_BRANCH slot. */
    public static final int COMPARE_BRANCH_COUNTS = 8;

    // PROPERTY: header, then up to four entries.
    /** u8: number of entries, or {@link #MEGAMORPHIC}; the same place in PROPERTY, ELEMENT and CALL slots. */
    public static final int CACHE_STATE = 0;

    public static final int MEGAMORPHIC = 5;
    /** u32: misses, the same place in PROPERTY, ELEMENT and CALL slots. */
    public static final int CACHE_MISSES = 4;

    public static final int PROPERTY_ENTRIES = 8;
    public static final int PROPERTY_ENTRY_SIZE = 32;
    /** u32: shape of the receiver. */
    public static final int PROPERTY_SHAPE = 0;
    /** u32: {@code AccessKind} ordinal in the low byte, byte offset of the slot (in the holder or its slot array) above. */
    public static final int PROPERTY_ACCESS = 4;
    /** u64: the holder for accesses on a prototype; 0 for the receiver itself. */
    public static final int PROPERTY_HOLDER = 8;
    /** u64: address of a u32 validity cell (1 = valid), 0 if none is needed. */
    public static final int PROPERTY_VALIDITY = 16;
    /** u32: shape after a store that adds the property. */
    public static final int PROPERTY_NEW_SHAPE = 24;
    /** u32: how often this entry hit (interpreter and baseline may sample). */
    public static final int PROPERTY_HITS = 28;

    // ELEMENT: header, then up to four entries.
    /** u8: TypeBits of the keys seen (INT32, DOUBLE, STRING, SYMBOL, …). */
    public static final int ELEMENT_KEYS = 1;
    /** u8: ELEMENT_* flags. */
    public static final int ELEMENT_FLAGS = 2;

    public static final int ELEMENT_OUT_OF_BOUNDS = 1;
    public static final int ELEMENT_HOLE = 2;
    /** A store at index == length. */
    public static final int ELEMENT_APPEND = 4;
    /** Copy, transition or any other slow path was taken. */
    public static final int ELEMENT_SLOW = 8;

    public static final int ELEMENT_ENTRIES = 8;
    public static final int ELEMENT_ENTRY_SIZE = 8;
    /** u32. */
    public static final int ELEMENT_SHAPE = 0;
    /** u8: {@code CellType} code of the receiver. */
    public static final int ELEMENT_CELL_TYPE = 4;
    /** u8: {@code ElementsKind} ordinal of the receiver, at the time of the last access. */
    public static final int ELEMENT_ELEMENTS_KIND = 5;

    // CALL: header, then up to four entries.
    public static final int CALL_ENTRIES = 8;
    public static final int CALL_ENTRY_SIZE = 16;
    /** u64: the callee, or 0 once several closures of one function were seen. */
    public static final int CALL_TARGET = 0;
    /** u32: function id of the callee. */
    public static final int CALL_FUNCTION_ID = 8;
    /** u32. */
    public static final int CALL_HITS = 12;

    // ALLOCATION.
    /** u8: most general ElementsKind that arrays made here came to have. */
    public static final int ALLOCATION_ELEMENTS_KIND = 0;
    /** u32: largest number of named properties or elements seen. */
    public static final int ALLOCATION_CAPACITY = 4;
    /** u32: objects made. */
    public static final int ALLOCATION_COUNT = 8;

    // LOOP.
    /** u64. */
    public static final int LOOP_ITERATIONS = 0;

    private FeedbackLayout() {}
}
