package org.tierscope.publish;

import org.tierscope.ir.VirtualKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Shape;
import org.tierscope.runtime.Vm;

/** Names of the fields of objects that optimized code does not allocate. */
final class RemovedObjects {
    private RemovedObjects() {}

    /** With the names of properties; on the guest's thread. */
    static String key(Vm vm, VirtualKind kind, int shape, int index) {
        return kind == VirtualKind.OBJECT ? property(vm, vm.shapes().get(shape), index) : key(kind, index);
    }

    static String key(VirtualKind kind, int index) {
        return switch (kind) {
            case OBJECT -> "field " + index;
            case ARRAY -> "[" + index + "]";
            case CONTEXT -> index == 0 ? "parent" : "slot " + (index - 1);
            case CLOSURE -> "context";
        };
    }

    private static String property(Vm vm, Shape shape, int index) {
        for (int entry = 0; entry < shape.count(); entry++) {
            int slot = Shape.slot(shape.infoAt(entry));
            if (shape.isInObject(slot) && shape.offset(slot) == Layout.OBJECT_FIELDS + 8 * index) {
                long key = shape.keyAt(entry);
                return Layout.isString(key) ? vm.strings().toJava(key) : "[symbol]";
            }
        }
        return key(VirtualKind.OBJECT, index);
    }
}
