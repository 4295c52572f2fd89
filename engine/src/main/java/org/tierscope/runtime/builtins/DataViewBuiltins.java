package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** DataView (25.3). */
final class DataViewBuiltins {
    private static final String VIEW = "DataView";

    private DataViewBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder views = ObjectBuilder.intrinsic(vm, Intrinsic.DATA_VIEW_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag(VIEW)
                .getter("buffer", (v, fp, argc) -> Buffers.bufferOf(view(v, fp, "buffer")))
                .getter("byteLength", (v, fp, argc) -> Value.number(v.buffers().viewLength(inBounds(v, view(v, fp, "byteLength")))))
                .getter("byteOffset", (v, fp, argc) -> Value.number(Buffers.viewOffset(inBounds(v, view(v, fp, "byteOffset")))));
        for (ElementsKind kind : ElementsKind.values()) {
            if (kind.isTypedArray() && kind != ElementsKind.UINT8_CLAMPED) {
                accessors(views, TypedArrayBuiltins.name(kind).replace("Array", ""), kind);
            }
        }
        ObjectBuilder.constructor(vm, VIEW, 1, DataViewBuiltins::construct, Intrinsic.DATA_VIEW_PROTOTYPE);
    }

    private static long view(Vm vm, long fp, String method) {
        return CollectionBuiltins.receiver(vm, fp, CellType.DATA_VIEW, VIEW, method);
    }

    private static long inBounds(Vm vm, long view) {
        if (vm.buffers().isOutOfBounds(view)) {
            throw vm.typeError("Cannot perform DataView.prototype method on a detached or out-of-bounds ArrayBuffer");
        }
        return view;
    }

    private static long construct(Vm vm, long fp, int argc) {
        long newTarget = FunctionBuiltins.requireNew(vm, fp, VIEW);
        long buffer = argument(fp, argc, 0);
        if (!BufferBuiltins.isBuffer(buffer)) {
            throw vm.typeError("First argument to DataView constructor must be an ArrayBuffer");
        }
        long offset = vm.conversions().toIndex(argument(fp, argc, 1), "offset");
        BufferBuiltins.requireAttached(vm, buffer, VIEW);
        requireOffset(vm, buffer, offset);
        long lengthValue = argument(fp, argc, 2);
        boolean whole = lengthValue == Value.UNDEFINED;
        long length = whole
                ? Buffers.isResizable(buffer) ? -1 : vm.buffers().byteLength(buffer) - offset
                : vm.conversions().toIndex(lengthValue, "DataView length");
        requireLength(vm, buffer, offset, length);
        long prototype = vm.realm().prototypeFor(newTarget, Intrinsic.DATA_VIEW_PROTOTYPE);
        BufferBuiltins.requireAttached(vm, buffer, VIEW);
        requireOffset(vm, buffer, offset);
        if (!whole) {
            requireLength(vm, buffer, offset, length);
        }
        return vm.buffers().newView(buffer, offset, length, ElementsKind.EMPTY, prototype);
    }

    private static void requireOffset(Vm vm, long buffer, long offset) {
        if (offset > vm.buffers().byteLength(buffer)) {
            throw vm.rangeError("Start offset " + offset + " is outside the bounds of the buffer");
        }
    }

    private static void requireLength(Vm vm, long buffer, long offset, long length) {
        if (length > vm.buffers().byteLength(buffer) - offset) {
            throw vm.rangeError("Invalid DataView length " + length);
        }
    }

    private static void accessors(ObjectBuilder views, String name, ElementsKind kind) {
        views.method("get" + name, 1, (vm, fp, argc) -> {
            long view = view(vm, fp, "get" + name);
            long offset = vm.conversions().toIndex(argument(fp, argc, 0), "offset");
            boolean little = Conversions.truthy(argument(fp, argc, 1));
            long raw = TypedArrays.loadRaw(kind, address(vm, view, offset, kind), 0);
            return vm.typedElements().valueOf(kind, little ? raw : TypedArrays.reversed(kind, raw));
        });
        views.method("set" + name, 2, (vm, fp, argc) -> {
            long view = view(vm, fp, "set" + name);
            TypedArrayCreation.requireMutable(vm, view);
            long offset = vm.conversions().toIndex(argument(fp, argc, 0), "offset");
            long numeric = vm.typedElements().toNumeric(kind, argument(fp, argc, 1));
            boolean little = Conversions.truthy(argument(fp, argc, 2));
            long raw = vm.typedElements().rawOf(kind, numeric);
            long address = address(vm, view, offset, kind);
            TypedArrays.storeRaw(kind, address, 0, little ? raw : TypedArrays.reversed(kind, raw));
            return Value.UNDEFINED;
        });
    }

    private static long address(Vm vm, long view, long offset, ElementsKind kind) {
        inBounds(vm, view);
        if (offset + TypedArrays.elementSize(kind) > vm.buffers().viewLength(view)) {
            throw vm.rangeError("Offset is outside the bounds of the DataView");
        }
        return Buffers.viewData(view) + offset;
    }
}
