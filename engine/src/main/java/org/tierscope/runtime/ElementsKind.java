package org.tierscope.runtime;

/**
 * How an object holds its integer-indexed elements: the byte at {@link Layout#ELEMENTS_KIND} of its header. Kinds only ever
 * move towards the end of each line of the lattice: EMPTY → INT → DOUBLE → TAGGED, packed → holey, any → DICTIONARY.
 */
public enum ElementsKind {
    /** No element storage yet. */
    EMPTY,
    /** Boxed words that are all int32. */
    INT,
    HOLEY_INT,
    /** Raw doubles, NaN canonical. */
    DOUBLE,
    /** Raw doubles; {@link Layout#HOLE_BITS} is a hole. */
    HOLEY_DOUBLE,
    /** Any boxed words. */
    TAGGED,
    HOLEY_TAGGED,
    /** Sparse or with attributes: a table kept by the runtime; machine code never touches it. */
    DICTIONARY,
    // Typed arrays; machine code knows those from Int8 to Float64.
    INT8,
    UINT8,
    UINT8_CLAMPED,
    INT16,
    UINT16,
    INT32,
    UINT32,
    FLOAT32,
    FLOAT64,
    FLOAT16,
    BIGINT64,
    BIGUINT64,
    /** Every element access goes through the object's own internal methods (string wrappers, mapped arguments, proxies). */
    EXOTIC;

    private static final ElementsKind[] BY_CODE = values();

    public static ElementsKind of(int code) {
        return BY_CODE[code];
    }

    /** The kind of the object at {@code address}. */
    public static ElementsKind at(long address) {
        return BY_CODE[Mem.getUnsignedByte(address + Layout.ELEMENTS_KIND)];
    }

    public boolean isTypedArray() {
        return ordinal() >= INT8.ordinal() && ordinal() <= BIGUINT64.ordinal();
    }

    public boolean isHoley() {
        return this == HOLEY_INT || this == HOLEY_DOUBLE || this == HOLEY_TAGGED;
    }

    public boolean isDouble() {
        return this == DOUBLE || this == HOLEY_DOUBLE;
    }

    /** Elements are boxed words in an ELEMENTS cell. */
    public boolean isBoxed() {
        return this == INT || this == HOLEY_INT || this == TAGGED || this == HOLEY_TAGGED;
    }

    public ElementsKind toHoley() {
        return switch (this) {
            case INT -> HOLEY_INT;
            case DOUBLE -> HOLEY_DOUBLE;
            case TAGGED -> HOLEY_TAGGED;
            default -> this;
        };
    }
}
