package org.tierscope.feedback;

/** How a PROPERTY entry reaches its property; the low byte of {@link FeedbackLayout#PROPERTY_ACCESS}. */
public enum AccessKind {
    /** Own data property in the object, at a byte offset. */
    INLINE,
    /** Own data property in the slots cell, at a byte offset into that cell. */
    OUT_OF_LINE,
    /** Data property in PROPERTY_HOLDER, at a byte offset; needs the validity cell. */
    HOLDER_INLINE,
    /** Data property in the slots cell of PROPERTY_HOLDER; needs the validity cell. */
    HOLDER_OUT_OF_LINE,
    /** Accessor property: PROPERTY_HOLDER is the ACCESSOR cell; needs the validity cell if that is not 0. */
    ACCESSOR,
    /** Absent along the whole chain: undefined; needs the validity cell. */
    ABSENT,
    /** Store that adds the property in the object and sets PROPERTY_NEW_SHAPE; needs the validity cell if that is not 0. */
    ADD_INLINE,
    /** Store that adds the property in the slots cell if its capacity reaches so far, else takes the slow path. */
    ADD_OUT_OF_LINE,
    /** "length" of an array. */
    ARRAY_LENGTH,
    /** "length" of a string. */
    STRING_LENGTH;

    private static final AccessKind[] BY_CODE = values();

    public static AccessKind of(int access) {
        return BY_CODE[access & 0xFF];
    }

    /** The byte offset in a PROPERTY_ACCESS word. */
    public static int offset(int access) {
        return access >>> 8;
    }

    public int encode(int offset) {
        return offset << 8 | ordinal();
    }
}
