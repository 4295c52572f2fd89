package org.tierscope.ir;

/** What a {@link VirtualObject} is when it is allocated, and what its fields are. */
public enum VirtualKind {
    /** From {@link Operator#NewObject}: the words in the object from {@code Layout.OBJECT_FIELDS} on. */
    OBJECT,
    /** From {@link Operator#NewArray}: the elements, all there is. */
    ARRAY,
    /** From {@link Operator#NewContext}: the parent, then the slots. */
    CONTEXT,
    /** From {@link Operator#NewClosure}: the context. */
    CLOSURE
}
