package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** ArrayBuffer (25.1) and DataView (25.3). */
final class BufferBuiltins {
    private static final String VIEW = "DataView";

    private BufferBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.ARRAY_BUFFER_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("ArrayBuffer")
                .getter("byteLength", (v, fp, argc) -> Value.number(Buffers.byteLength(buffer(v, fp, "byteLength"))))
                .getter("maxByteLength", (v, fp, argc) -> Value.number(Buffers.byteLength(buffer(v, fp, "maxByteLength"))))
                .getter("resizable", (v, fp, argc) -> Value.FALSE)
                .method("slice", 2, BufferBuiltins::slice);
        ObjectBuilder.constructor(vm, "ArrayBuffer", 1, BufferBuiltins::construct, Intrinsic.ARRAY_BUFFER_PROTOTYPE)
                .species()
                .method("isView", 1, (v, fp, argc) -> Value.ofBoolean(isView(argument(fp, argc, 0))));
        ObjectBuilder views = ObjectBuilder.intrinsic(vm, Intrinsic.DATA_VIEW_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag(VIEW)
                .getter("buffer", (v, fp, argc) -> Buffers.bufferOf(view(v, fp, "buffer")))
                .getter("byteLength", (v, fp, argc) -> Value.number(Buffers.viewLength(view(v, fp, "byteLength"))))
                .getter("byteOffset", (v, fp, argc) -> Value.number(Buffers.viewOffset(view(v, fp, "byteOffset"))));
        accessors(views, "Int8", ElementsKind.INT8);
        accessors(views, "Uint8", ElementsKind.UINT8);
        accessors(views, "Int16", ElementsKind.INT16);
        accessors(views, "Uint16", ElementsKind.UINT16);
        accessors(views, "Int32", ElementsKind.INT32);
        accessors(views, "Uint32", ElementsKind.UINT32);
        accessors(views, "Float32", ElementsKind.FLOAT32);
        accessors(views, "Float64", ElementsKind.FLOAT64);
        ObjectBuilder.constructor(vm, VIEW, 1, BufferBuiltins::constructView, Intrinsic.DATA_VIEW_PROTOTYPE);
    }

    private static boolean isView(long value) {
        return Layout.isObject(value)
                && (CellType.at(value) == CellType.TYPED_ARRAY || CellType.at(value) == CellType.DATA_VIEW);
    }

    private static long buffer(Vm vm, long fp, String method) {
        return CollectionBuiltins.receiver(vm, fp, CellType.ARRAY_BUFFER, "ArrayBuffer", method);
    }

    private static long view(Vm vm, long fp, String method) {
        return CollectionBuiltins.receiver(vm, fp, CellType.DATA_VIEW, VIEW, method);
    }

    private static long construct(Vm vm, long fp, int argc) {
        long newTarget = FunctionBuiltins.requireNew(vm, fp, "ArrayBuffer");
        long length = vm.conversions().toIndex(argument(fp, argc, 0), "array buffer length");
        return vm.buffers().newBuffer(length, vm.realm().prototypeFor(newTarget, Intrinsic.ARRAY_BUFFER_PROTOTYPE));
    }

    private static long slice(Vm vm, long fp, int argc) {
        long buffer = buffer(vm, fp, "slice");
        long length = Buffers.byteLength(buffer);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 1), length, length);
        long copy = vm.buffers().newBuffer(Math.max(0, to - from));
        Mem.copy(Buffers.data(buffer) + from, Buffers.data(copy), Math.max(0, to - from));
        return copy;
    }

    private static long constructView(Vm vm, long fp, int argc) {
        long newTarget = FunctionBuiltins.requireNew(vm, fp, VIEW);
        long buffer = argument(fp, argc, 0);
        if (!Layout.isObject(buffer) || CellType.at(buffer) != CellType.ARRAY_BUFFER) {
            throw vm.typeError("First argument to DataView constructor must be an ArrayBuffer");
        }
        long offset = vm.conversions().toIndex(argument(fp, argc, 1), "offset");
        long available = Buffers.byteLength(buffer);
        if (offset > available) {
            throw vm.rangeError("Start offset " + offset + " is outside the bounds of the buffer");
        }
        long length = argument(fp, argc, 2) == Value.UNDEFINED
                ? available - offset
                : vm.conversions().toIndex(argument(fp, argc, 2), "DataView length");
        if (offset + length > available) {
            throw vm.rangeError("Invalid DataView length " + length);
        }
        long prototype = vm.realm().prototypeFor(newTarget, Intrinsic.DATA_VIEW_PROTOTYPE);
        return vm.buffers().newView(buffer, offset, length, ElementsKind.EMPTY, prototype);
    }

    private static void accessors(ObjectBuilder views, String name, ElementsKind kind) {
        views.method("get" + name, 1, (vm, fp, argc) -> {
            long view = view(vm, fp, "get" + name);
            long address = address(vm, view, argument(fp, argc, 0), kind);
            long raw = read(address, kind, Conversions.truthy(argument(fp, argc, 1)));
            return value(raw, kind);
        });
        views.method("set" + name, 2, (vm, fp, argc) -> {
            long view = view(vm, fp, "set" + name);
            long offset = Value.number(vm.conversions().toIndex(argument(fp, argc, 0), "offset"));
            double number = vm.conversions().toDouble(argument(fp, argc, 1));
            write(address(vm, view, offset, kind), number, kind, Conversions.truthy(argument(fp, argc, 2)));
            return Value.UNDEFINED;
        });
    }

    private static long address(Vm vm, long view, long offsetValue, ElementsKind kind) {
        long offset = vm.conversions().toIndex(offsetValue, "offset");
        if (offset + TypedArrays.elementSize(kind) > Buffers.viewLength(view)) {
            throw vm.rangeError("Offset is outside the bounds of the DataView");
        }
        return Buffers.viewData(view) + offset;
    }

    private static long read(long address, ElementsKind kind, boolean littleEndian) {
        return switch (TypedArrays.elementSize(kind)) {
            case 1 -> Mem.getByte(address);
            case 2 -> littleEndian ? Mem.getShort(address) : Short.reverseBytes(Mem.getShort(address));
            case 4 -> littleEndian ? Mem.getInt(address) : Integer.reverseBytes(Mem.getInt(address));
            default -> littleEndian ? Mem.getLong(address) : Long.reverseBytes(Mem.getLong(address));
        };
    }

    private static long value(long raw, ElementsKind kind) {
        return switch (kind) {
            case UINT8 -> Value.ofInt((int) raw & 0xFF);
            case UINT16 -> Value.ofInt((int) raw & 0xFFFF);
            case UINT32 -> Value.number(raw & 0xFFFF_FFFFL);
            case FLOAT32 -> Value.number((double) Float.intBitsToFloat((int) raw));
            case FLOAT64 -> Value.number(Double.longBitsToDouble(raw));
            default -> Value.ofInt((int) raw);
        };
    }

    private static void write(long address, double number, ElementsKind kind, boolean littleEndian) {
        TypedArrays.store(kind, address, 0, number);
        if (!littleEndian) {
            switch (TypedArrays.elementSize(kind)) {
                case 2 -> Mem.putShort(address, Short.reverseBytes(Mem.getShort(address)));
                case 4 -> Mem.putInt(address, Integer.reverseBytes(Mem.getInt(address)));
                case 8 -> Mem.putLong(address, Long.reverseBytes(Mem.getLong(address)));
                default -> {
                    // one byte has no order
                }
            }
        }
    }
}
