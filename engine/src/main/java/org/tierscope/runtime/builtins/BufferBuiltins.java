package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** ArrayBuffer (25.1) and SharedArrayBuffer (25.2). */
final class BufferBuiltins {
    private static final String BUFFER = "ArrayBuffer";
    private static final String SHARED = "SharedArrayBuffer";

    private BufferBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.ARRAY_BUFFER_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag(BUFFER)
                .getter("byteLength", (v, fp, argc) -> Value.number(v.buffers().byteLength(buffer(v, fp, "byteLength"))))
                .getter("detached", (v, fp, argc) -> Value.ofBoolean(Buffers.isDetached(buffer(v, fp, "detached"))))
                .getter("maxByteLength", (v, fp, argc) -> Value.number(v.buffers().maxByteLength(buffer(v, fp, "maxByteLength"))))
                .getter("resizable", (v, fp, argc) -> Value.ofBoolean(Buffers.isResizable(buffer(v, fp, "resizable"))))
                .getter("immutable", (v, fp, argc) -> Value.ofBoolean(Buffers.isImmutable(buffer(v, fp, "immutable"))))
                .method("resize", 1, BufferBuiltins::resize)
                .method("slice", 2, (v, fp, argc) -> slice(v, fp, argc, buffer(v, fp, "slice"), Intrinsic.ARRAY_BUFFER))
                .method("transfer", 0, (v, fp, argc) -> transfer(v, fp, argc, "transfer", true))
                .method("transferToFixedLength", 0, (v, fp, argc) -> transfer(v, fp, argc, "transferToFixedLength", false))
                .method("transferToImmutable", 0, BufferBuiltins::transferToImmutable)
                .method("sliceToImmutable", 2, BufferBuiltins::sliceToImmutable);
        ObjectBuilder.constructor(vm, BUFFER, 1, BufferBuiltins::construct, Intrinsic.ARRAY_BUFFER_PROTOTYPE)
                .as(Intrinsic.ARRAY_BUFFER)
                .species()
                .method("isView", 1, (v, fp, argc) -> Value.ofBoolean(isView(argument(fp, argc, 0))));
        ObjectBuilder.intrinsic(vm, Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag(SHARED)
                .getter("byteLength", (v, fp, argc) -> Value.number(v.buffers().byteLength(shared(v, fp, "byteLength"))))
                .getter("growable", (v, fp, argc) -> Value.ofBoolean(Buffers.isResizable(shared(v, fp, "growable"))))
                .getter("maxByteLength", (v, fp, argc) -> Value.number(v.buffers().maxByteLength(shared(v, fp, "maxByteLength"))))
                .method("grow", 1, BufferBuiltins::grow)
                .method("slice", 2, (v, fp, argc) -> slice(v, fp, argc, shared(v, fp, "slice"), Intrinsic.SHARED_ARRAY_BUFFER));
        ObjectBuilder.constructor(vm, SHARED, 1, BufferBuiltins::constructShared, Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE)
                .as(Intrinsic.SHARED_ARRAY_BUFFER)
                .species();
    }

    private static boolean isView(long value) {
        return Layout.isObject(value)
                && (CellType.at(value) == CellType.TYPED_ARRAY || CellType.at(value) == CellType.DATA_VIEW);
    }

    /** Whether a value is an ArrayBuffer or SharedArrayBuffer. */
    static boolean isBuffer(long value) {
        return Layout.isObject(value)
                && (CellType.at(value) == CellType.ARRAY_BUFFER || CellType.at(value) == CellType.SHARED_ARRAY_BUFFER);
    }

    private static long buffer(Vm vm, long fp, String method) {
        return CollectionBuiltins.receiver(vm, fp, CellType.ARRAY_BUFFER, BUFFER, method);
    }

    private static long shared(Vm vm, long fp, String method) {
        return CollectionBuiltins.receiver(vm, fp, CellType.SHARED_ARRAY_BUFFER, SHARED, method);
    }

    static void requireAttached(Vm vm, long buffer, String what) {
        if (Buffers.isDetached(buffer)) {
            throw vm.typeError("Cannot perform " + what + " on a detached ArrayBuffer");
        }
    }

    /** GetArrayBufferMaxByteLengthOption; −1 for none. */
    private static long maxByteLength(Vm vm, long options) {
        if (!Layout.isObject(options)) {
            return -1;
        }
        long max = vm.properties().get(options, "maxByteLength");
        return max == Value.UNDEFINED ? -1 : vm.conversions().toIndex(max, "array buffer max length");
    }

    private static long construct(Vm vm, long fp, int argc) {
        long newTarget = FunctionBuiltins.requireNew(vm, fp, BUFFER);
        long length = vm.conversions().toIndex(argument(fp, argc, 0), "array buffer length");
        long max = maxByteLength(vm, argument(fp, argc, 1));
        requireWithin(vm, length, max);
        return vm.buffers().newBuffer(length, max, vm.realm().prototypeFor(newTarget, Intrinsic.ARRAY_BUFFER_PROTOTYPE));
    }

    private static long constructShared(Vm vm, long fp, int argc) {
        long newTarget = FunctionBuiltins.requireNew(vm, fp, SHARED);
        long length = vm.conversions().toIndex(argument(fp, argc, 0), "array buffer length");
        long max = maxByteLength(vm, argument(fp, argc, 1));
        requireWithin(vm, length, max);
        long prototype = vm.realm().prototypeFor(newTarget, Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE);
        return vm.buffers().newShared(length, max, prototype);
    }

    private static void requireWithin(Vm vm, long length, long max) {
        if (max >= 0 && length > max) {
            throw vm.rangeError("Invalid array buffer max length");
        }
    }

    private static long resize(Vm vm, long fp, int argc) {
        long buffer = buffer(vm, fp, "resize");
        requireResizable(vm, buffer, "ArrayBuffer.prototype.resize");
        long length = vm.conversions().toIndex(argument(fp, argc, 0), "array buffer length");
        requireAttached(vm, buffer, "ArrayBuffer.prototype.resize");
        if (length > vm.buffers().maxByteLength(buffer)) {
            throw vm.rangeError("ArrayBuffer.prototype.resize: Invalid length parameter");
        }
        vm.buffers().resize(buffer, length);
        return Value.UNDEFINED;
    }

    private static void requireResizable(Vm vm, long buffer, String method) {
        if (!Buffers.isResizable(buffer)) {
            throw vm.typeError("Method " + method + " called on incompatible receiver " + vm.errors().render(buffer));
        }
    }

    private static long grow(Vm vm, long fp, int argc) {
        long buffer = shared(vm, fp, "grow");
        requireResizable(vm, buffer, "SharedArrayBuffer.prototype.grow");
        long length = vm.conversions().toIndex(argument(fp, argc, 0), "array buffer length");
        if (!vm.buffers().grow(buffer, length)) {
            throw vm.rangeError("SharedArrayBuffer.prototype.grow: Invalid length parameter");
        }
        return Value.UNDEFINED;
    }

    private static long transfer(Vm vm, long fp, int argc, String name, boolean keepResizable) {
        long buffer = buffer(vm, fp, name);
        long wanted = argument(fp, argc, 0);
        long length = wanted == Value.UNDEFINED
                ? vm.buffers().byteLength(buffer)
                : vm.conversions().toIndex(wanted, "array buffer length");
        requireAttached(vm, buffer, "ArrayBuffer.prototype." + name);
        requireMutable(vm, buffer);
        long max = keepResizable && Buffers.isResizable(buffer) ? vm.buffers().maxByteLength(buffer) : -1;
        requireWithin(vm, length, max);
        return vm.buffers().transfer(buffer, length, max);
    }

    private static long transferToImmutable(Vm vm, long fp, int argc) {
        long moved = transfer(vm, fp, argc, "transferToImmutable", false);
        Buffers.makeImmutable(moved);
        return moved;
    }

    private static long sliceToImmutable(Vm vm, long fp, int argc) {
        String name = "ArrayBuffer.prototype.sliceToImmutable";
        long buffer = buffer(vm, fp, "sliceToImmutable");
        requireAttached(vm, buffer, name);
        long length = vm.buffers().byteLength(buffer);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 1), length, length);
        long size = Math.max(0, to - from);
        requireAttached(vm, buffer, name);
        if (to > vm.buffers().byteLength(buffer)) {
            throw vm.rangeError(name + ": the buffer has become too short");
        }
        long copy = vm.buffers().newBuffer(size);
        Mem.copy(Buffers.data(buffer) + from, Buffers.data(copy), size);
        Buffers.makeImmutable(copy);
        return copy;
    }

    static void requireMutable(Vm vm, long buffer) {
        if (Buffers.isImmutable(buffer)) {
            throw vm.typeError("The bytes of an immutable ArrayBuffer cannot be changed");
        }
    }

    private static long slice(Vm vm, long fp, int argc, long buffer, Intrinsic constructor) {
        boolean shared = Buffers.isShared(buffer);
        String name = (shared ? SHARED : BUFFER) + ".prototype.slice";
        requireAttached(vm, buffer, name);
        long length = vm.buffers().byteLength(buffer);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 1), length, length);
        long size = Math.max(0, to - from);
        long species = TypedArrayCreation.speciesConstructor(vm, buffer, vm.realm().get(constructor));
        long copy = vm.construct(species, species, Value.number(size));
        if (!isBuffer(copy) || Buffers.isShared(copy) != shared) {
            throw vm.typeError("Method " + name + " called on incompatible receiver " + vm.errors().render(copy));
        }
        requireAttached(vm, copy, name);
        requireMutable(vm, copy);
        if (copy == thisValue(fp) || shared && Buffers.data(copy) == Buffers.data(buffer)) {
            throw vm.typeError("ArrayBuffer subclass returned this from species constructor");
        }
        if (vm.buffers().byteLength(copy) < size) {
            throw vm.typeError("Species constructor returned a too small ArrayBuffer");
        }
        requireAttached(vm, buffer, name);
        long available = vm.buffers().byteLength(buffer);
        if (from < available) {
            Mem.copy(Buffers.data(buffer) + from, Buffers.data(copy), Math.min(size, available - from));
        }
        return copy;
    }
}
