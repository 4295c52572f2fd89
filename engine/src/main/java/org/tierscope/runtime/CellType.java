package org.tierscope.runtime;

/**
 * What a heap cell is: the byte at {@link Layout#CELL_TYPE} of its header. Objects have ordinals from
 * {@link #OBJECT} on, so "is an object" is one compare.
 */
public enum CellType {
    /** Not a cell: free memory. Must stay 0. */
    FREE(0),
    /** Flat string of one-byte (Latin-1) characters. */
    STRING_LATIN1(0),
    /** Flat string of UTF-16 units, at least one above 0xFF. */
    STRING_UTF16(0),
    /** Concatenation of two strings; flattened on demand, then left is the flat string and right is 0. */
    STRING_ROPE(0),
    SYMBOL(0),
    BIGINT(0),
    /** Captured variables: parent, then slots. */
    CONTEXT(0),
    /** Out-of-line named property slots. */
    SLOTS(0),
    /** Array elements as boxed values. */
    ELEMENTS(0),
    /** Array elements as raw doubles. */
    ELEMENTS_DOUBLE(0),
    /** A getter and setter pair. */
    ACCESSOR(0),
    /** Bytes without pointers (ArrayBuffer data and the like). */
    BYTES(0),
    /** Boxed values whose count is in the cell: hash tables, iterator states, internal lists. */
    VALUES(0),
    /** Registers of a suspended call, unset ones included: scanned as a stack is. */
    FRAME(0),

    /** An ordinary object; the first of the object types. */
    OBJECT(0),
    ARRAY(1),
    /** A function with bytecode, or a native one. */
    FUNCTION(5),
    BOUND_FUNCTION(4),
    ERROR(1),
    /** Wrapper objects: the primitive is field 0. */
    BOOLEAN_OBJECT(1),
    NUMBER_OBJECT(1),
    STRING_OBJECT(1),
    SYMBOL_OBJECT(1),
    BIGINT_OBJECT(1),
    DATE(1),
    REGEXP(4),
    ARGUMENTS(1),
    /** Arguments object of a sloppy function whose elements alias context slots. */
    MAPPED_ARGUMENTS(3),
    MAP(2),
    SET(2),
    WEAK_MAP(2),
    WEAK_SET(2),
    WEAK_REF(1),
    FINALIZATION_REGISTRY(2),
    /** Iterators of arrays, maps, sets and strings made by the engine: target, position, kind. */
    ARRAY_ITERATOR(3),
    MAP_ITERATOR(3),
    SET_ITERATOR(3),
    STRING_ITERATOR(3),
    /** Regular expression, string, flags, whether it is done. */
    REGEXP_STRING_ITERATOR(4),
    FOR_IN_ENUMERATOR(4),
    ARRAY_BUFFER(5),
    SHARED_ARRAY_BUFFER(5),
    TYPED_ARRAY(5),
    DATA_VIEW(5),
    /** A generator, or the call of an async function: see Generators. */
    GENERATOR(6),
    ASYNC_GENERATOR(6),
    PROMISE(6),
    /** The state, an object of the prelude's. */
    DISPOSABLE_STACK(1),
    ASYNC_DISPOSABLE_STACK(1),
    PROXY(2),
    MODULE_NAMESPACE(2),
    /** The JSON of a primitive, which is its property "rawJSON". */
    RAW_JSON(0),
    /** The source object of a module. */
    MODULE_SOURCE(0),
    GLOBAL_OBJECT(1);

    private static final CellType[] BY_CODE = values();

    private final int fixedFields;

    CellType(int fixedFields) {
        this.fixedFields = fixedFields;
    }

    public static CellType of(int code) {
        return BY_CODE[code];
    }

    /** The type of the cell at {@code address}. */
    public static CellType at(long address) {
        return BY_CODE[Mem.getUnsignedByte(address + Layout.CELL_TYPE)];
    }

    public int code() {
        return ordinal();
    }

    /** 8-byte fields between the object header and the in-object properties. */
    public int fixedFields() {
        return fixedFields;
    }

    public boolean isObject() {
        return ordinal() >= OBJECT.ordinal();
    }

    /**
     * Whether named properties go through internal methods of the type's own, so that what its shape says of them must not be
     * cached.
     */
    public boolean interceptsNames() {
        return this == PROXY || this == MODULE_NAMESPACE;
    }

    public boolean isString() {
        return this == STRING_LATIN1 || this == STRING_UTF16 || this == STRING_ROPE;
    }
}
