package org.tierscope.ir;

import org.tierscope.runtime.CellType;

/**
 * What a compilation knows of a shape; true of it for ever.
 *
 * @param id as in object headers; ids below {@code Layout.FIRST_SHAPE_ID} stand for the cell type itself
 * @param cellType of every cell with it
 * @param prototype address of the prototype object, 0 for null
 * @param shared whether several objects may have it, and no prototype or global object ever has
 */
public record ShapeDescription(int id, CellType cellType, long prototype, boolean shared) {
    /** The type of a value that a check for this shape lets through. */
    public Type type() {
        return typeOf(cellType);
    }

    static Type typeOf(CellType cellType) {
        if (cellType.isString()) {
            return Type.STRING;
        }
        return switch (cellType) {
            case SYMBOL -> Type.SYMBOL;
            case BIGINT -> Type.BIGINT;
            case ARRAY -> Type.ARRAY;
            case FUNCTION, BOUND_FUNCTION -> Type.FUNCTION;
            default -> cellType.isObject() ? Type.of(Type.OTHER_OBJECT_BIT) : Type.INTERNAL;
        };
    }
}
