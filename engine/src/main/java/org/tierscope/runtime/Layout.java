package org.tierscope.runtime;

/**
 * Where things are in heap cells. Byte offsets from the cell's address; the numbers are part of the machine-code contract.
 *
 * <p>Every cell begins with
 *
 * <pre>
 *   0  u32  shape id        real for objects; for other cells the cell type's code (ids below 256 are reserved for that),
 *                           so one compare tests any receiver
 *   4  u8   cell type       {@link CellType}
 *   5  u8   flags           FLAG_*
 *   6  u8   elements kind   {@link ElementsKind}, objects only
 *   7  u8   unused, zero
 * </pre>
 */
public final class Layout {
    public static final int SHAPE = 0;
    public static final int CELL_TYPE = 4;
    public static final int FLAGS = 5;
    public static final int ELEMENTS_KIND = 6;
    public static final int HEADER_SIZE = 8;

    /** Shape ids from here on belong to real shapes. */
    public static final int FIRST_SHAPE_ID = 256;

    /** Strings and symbols: interned; equal content means equal address, so it can be a property key. */
    public static final int FLAG_INTERNED = 1;
    /** Objects: is some object's prototype; changing its shape must break validity cells. */
    public static final int FLAG_PROTOTYPE = 2;
    /** Objects: not extensible. */
    public static final int FLAG_NON_EXTENSIBLE = 4;
    /** Functions: has [[Construct]]. */
    public static final int FLAG_CONSTRUCTOR = 8;
    /** Objects: has [[Call]]. */
    public static final int FLAG_CALLABLE = 16;
    /** Symbols: a private name. */
    public static final int FLAG_PRIVATE = 32;
    /** Objects: "length" of this array is not writable, or elements carry attributes (frozen, sealed, of an immutable buffer): stores take the slow path. */
    public static final int FLAG_RESTRICTED_ELEMENTS = 64;
    /** Undetectable by typeof and loose equality (document.all; test262's IsHTMLDDA); of BigInts: zero, which is as false. */
    public static final int FLAG_UNDETECTABLE = 128;

    // Objects.
    /** Address of a SLOTS cell, or 0. */
    public static final int OBJECT_SLOTS = 8;
    /** Address of an ELEMENTS or ELEMENTS_DOUBLE cell, or 0. */
    public static final int OBJECT_ELEMENTS = 16;
    /** The type's fixed fields, then in-object properties. */
    public static final int OBJECT_FIELDS = 24;

    /** Arrays: u32 length, raw. In every kind but DICTIONARY, length is at most the capacity of the elements cell. */
    public static final int ARRAY_LENGTH = 24;

    // Functions.
    /** u32. */
    public static final int FUNCTION_ID = 24;
    /** The context it closed over, or 0. */
    public static final int FUNCTION_CONTEXT = 32;
    /** Address of its {@link FunctionCell}. */
    public static final int FUNCTION_CELL = 40;
    /** Home object for super, or 0. */
    public static final int FUNCTION_HOME = 48;
    /** Constructors: field initializer function, or 0. */
    public static final int FUNCTION_FIELDS = 56;

    /** ELEMENTS, ELEMENTS_DOUBLE, SLOTS, VALUES, FRAME: u32 capacity in words. */
    public static final int ARRAY_CAPACITY = 8;
    /** FRAME: u32 pc of the SUSPEND. */
    public static final int FRAME_PC = 12;
    /** Their first word. */
    public static final int ARRAY_DATA = 16;
    /** The double bits of a hole in HOLEY_DOUBLE elements: a NaN that is never produced otherwise. */
    public static final long HOLE_BITS = 0x7FF4_DEAD_0000_0000L;

    /** CONTEXT: u32 slot count, parent (0 at the end), first slot. */
    public static final int CONTEXT_SLOT_COUNT = 8;

    public static final int CONTEXT_PARENT = 16;
    public static final int CONTEXT_SLOTS = 24;

    /** BIGINT: u32 count of limbs, u32 sign (1: negative), u64 limbs of the magnitude from the least significant on. */
    public static final int BIGINT_LENGTH = 8;
    public static final int BIGINT_SIGN = 12;
    public static final int BIGINT_LIMBS = 16;

    // Strings.
    /** u32, UTF-16 units. */
    public static final int STRING_LENGTH = 8;
    /** u32; 0: not computed. */
    public static final int STRING_HASH = 12;
    /** Flat strings: the first character. */
    public static final int STRING_DATA = 16;
    /** Ropes; left is the flat string once flattened. */
    public static final int ROPE_LEFT = 16;
    /** Ropes; 0 once flattened. */
    public static final int ROPE_RIGHT = 24;

    public static final int ACCESSOR_GETTER = 8;
    public static final int ACCESSOR_SETTER = 16;

    /** SYMBOL: description (string or undefined). */
    public static final int SYMBOL_DESCRIPTION = 8;

    // Typed arrays.
    /** The ArrayBuffer object. */
    public static final int TYPED_BUFFER = 24;
    /** u64: address of the first element; 0 when detached or out of bounds. */
    public static final int TYPED_DATA = 32;
    /** u64: length in elements; 0 when detached or out of bounds. */
    public static final int TYPED_LENGTH = 40;
    /** u64: byte offset, bit 63 set when it tracks the buffer's length. */
    public static final int TYPED_BYTE_OFFSET = 48;

    /** u64: length in elements of one that does not track; what it has while it is in bounds. */
    public static final int TYPED_FIXED_LENGTH = 56;

    private Layout() {}

    public static int shapeId(long cell) {
        return Mem.getInt(cell + SHAPE);
    }

    public static int cellType(long cell) {
        return Mem.getUnsignedByte(cell + CELL_TYPE);
    }

    public static boolean hasFlag(long cell, int flag) {
        return (Mem.getByte(cell + FLAGS) & flag) != 0;
    }

    /** Whether a value is an object (functions included). */
    public static boolean isObject(long value) {
        return Value.isCell(value) && cellType(value) >= CellType.OBJECT.ordinal();
    }

    public static boolean isString(long value) {
        return Value.isCell(value) && CellType.at(value).isString();
    }

    public static boolean isSymbol(long value) {
        return Value.isCell(value) && cellType(value) == CellType.SYMBOL.ordinal();
    }

    public static boolean isCallable(long value) {
        return isObject(value) && hasFlag(value, FLAG_CALLABLE);
    }
}
