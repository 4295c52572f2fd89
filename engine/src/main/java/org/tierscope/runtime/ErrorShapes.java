package org.tierscope.runtime;

import java.util.HashMap;
import java.util.Map;

/** The shape that errors with a given prototype begin with: "stack", made when first asked for. */
final class ErrorShapes {
    private final Vm vm;
    private final Map<Long, Shape> shapes = new HashMap<>();

    ErrorShapes(Vm vm) {
        this.vm = vm;
    }

    Shape get(long prototype) {
        Shape shape = shapes.get(prototype);
        if (shape == null) {
            vm.objects().becomePrototype(prototype);
            shape = vm.shapes().lazyRoot(
                    prototype, CellType.ERROR, 4, new long[] {vm.names().stack}, new int[] {Attributes.HIDDEN});
            shapes.put(prototype, shape);
        }
        return shape;
    }

    /** After marking. */
    void sweep(Heap heap) {
        shapes.keySet().removeIf(prototype -> !heap.isMarked(prototype));
    }
}
