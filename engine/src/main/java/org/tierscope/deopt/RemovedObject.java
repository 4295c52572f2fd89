package org.tierscope.deopt;

import java.util.List;
import org.tierscope.ir.VirtualKind;
import org.tierscope.runtime.ElementsKind;

/**
 * An object that optimized code does not allocate and that an exit therefore makes.
 *
 * @param node the {@link org.tierscope.ir.Operator#VirtualObject} that stands for it
 * @param function id of what a closure is of
 * @param shape of an object or array
 * @param elements kind of an array's elements
 * @param length of an array; slots of a context
 * @param fields what was written of it, in the order that {@link VirtualKind} says
 */
public record RemovedObject(
        int node, VirtualKind kind, int function, int shape, ElementsKind elements, int length, List<FieldValue> fields) {
    /** A field, counted from 0, and its value. */
    public record FieldValue(int index, ValueSource source) {}

    public RemovedObject {
        fields = List.copyOf(fields);
    }
}
