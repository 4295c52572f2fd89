package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.ClassOperations;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.TypedElements;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** %TypedArray% and its constructors (23.2). Methods that take callbacks are in {@code prelude/typed-array.js}. */
final class TypedArrayBuiltins {
    private static final String PRELUDE = "typed-array";

    private TypedArrayBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder prototype = ObjectBuilder.intrinsic(vm, Intrinsic.TYPED_ARRAY_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .getter("buffer", (v, fp, argc) -> Buffers.bufferOf(self(v, fp)))
                .getter("byteLength", (v, fp, argc) -> Value.number(byteLength(v, self(v, fp))))
                .getter("byteOffset", (v, fp, argc) -> Value.number(byteOffset(v, self(v, fp))))
                .getter("length", (v, fp, argc) -> Value.number(v.buffers().viewLength(self(v, fp))))
                .getter(vm.names().symbolToStringTag, "[Symbol.toStringTag]", TypedArrayBuiltins::tag)
                .method("keys", 0, (v, fp, argc) -> v.iteration().newArrayIterator(valid(v, fp), Iteration.KEYS))
                .method("entries", 0, (v, fp, argc) -> v.iteration().newArrayIterator(valid(v, fp), Iteration.ENTRIES))
                .method("values", 0, (v, fp, argc) -> v.iteration().newArrayIterator(valid(v, fp), Iteration.VALUES))
                .alias(vm.names().symbolIterator, "values")
                .value("toString", vm.properties().get(vm.realm().get(Intrinsic.ARRAY_PROTOTYPE), vm.names().toString));
        TypedArrayMethods.install(prototype);
        TypedArrayCopies.install(prototype);
        for (String name : new String[] {
            "every", "filter", "find", "findIndex", "findLast", "findLastIndex", "forEach", "map", "reduce", "reduceRight",
            "some", "sort", "toSorted"
        }) {
            prototype.prelude(PRELUDE, name, 1);
        }
        long parent = ObjectBuilder.hiddenConstructor(
                        vm,
                        "TypedArray",
                        0,
                        (v, fp, argc) -> {
                            throw v.typeError("Abstract class TypedArray not directly constructable");
                        },
                        Intrinsic.TYPED_ARRAY_PROTOTYPE)
                .as(Intrinsic.TYPED_ARRAY)
                .species()
                .prelude(PRELUDE, "from", 1)
                .method("of", 0, TypedArrayBuiltins::of)
                .object();
        ObjectBuilder.on(vm, vm.prelude().natives())
                .method("checkTypedArray", 1, (v, fp, argc) -> TypedArrayCreation.validate(v, argument(fp, argc, 0)))
                .method("checkMutableTypedArray", 1, (v, fp, argc) ->
                        TypedArrayCreation.validateForWriting(v, argument(fp, argc, 0)))
                .method("typedLength", 1, (v, fp, argc) -> Value.number(v.buffers().viewLength(argument(fp, argc, 0))))
                .method("typedSame", 2, (v, fp, argc) -> TypedArrayCreation.createSame(v, argument(fp, argc, 0), length(v, fp, argc)))
                .method("typedSpecies", 2, (v, fp, argc) -> TypedArrayCreation.createSpecies(v, argument(fp, argc, 0), length(v, fp, argc)))
                .method("typedFrom", 2, (v, fp, argc) -> TypedArrayCreation.create(v, argument(fp, argc, 0), length(v, fp, argc)))
                .method("listOf", 2, TypedArrayBuiltins::listOf)
                .method("sortTyped", 1, (v, fp, argc) -> TypedArraySorting.sort(v, argument(fp, argc, 0)))
                .method("isConstructor", 1, (v, fp, argc) -> Value.ofBoolean(ClassOperations.isConstructor(argument(fp, argc, 0))));
        for (ElementsKind kind : ElementsKind.values()) {
            if (kind.isTypedArray()) {
                constructor(vm, kind, parent);
            }
        }
        ByteTexts.install(vm);
    }

    private static long length(Vm vm, long fp, int argc) {
        return vm.conversions().toLength(argument(fp, argc, 1));
    }

    static String name(ElementsKind kind) {
        return switch (kind) {
            case INT8 -> "Int8Array";
            case UINT8 -> "Uint8Array";
            case UINT8_CLAMPED -> "Uint8ClampedArray";
            case INT16 -> "Int16Array";
            case UINT16 -> "Uint16Array";
            case INT32 -> "Int32Array";
            case UINT32 -> "Uint32Array";
            case FLOAT16 -> "Float16Array";
            case FLOAT32 -> "Float32Array";
            case FLOAT64 -> "Float64Array";
            case BIGINT64 -> "BigInt64Array";
            case BIGUINT64 -> "BigUint64Array";
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private static void constructor(Vm vm, ElementsKind kind, long parent) {
        Intrinsic prototype = TypedArrayCreation.prototype(kind);
        ObjectBuilder.intrinsic(vm, prototype, Intrinsic.TYPED_ARRAY_PROTOTYPE)
                .constant("BYTES_PER_ELEMENT", Value.ofInt(TypedArrays.elementSize(kind)));
        ObjectBuilder constructor = ObjectBuilder.constructor(
                        vm, name(kind), 3, (v, fp, argc) -> construct(v, fp, argc, kind, prototype), prototype)
                .as(TypedArrayCreation.constructor(kind))
                .constant("BYTES_PER_ELEMENT", Value.ofInt(TypedArrays.elementSize(kind)));
        ObjectBuiltins.changePrototype(vm, constructor.object(), parent);
    }

    /** The receiver, in bounds or not. */
    static long self(Vm vm, long fp) {
        return TypedArrayCreation.require(vm, thisValue(fp));
    }

    /** The receiver, in bounds. */
    static long valid(Vm vm, long fp) {
        return TypedArrayCreation.validate(vm, thisValue(fp));
    }

    private static long byteLength(Vm vm, long array) {
        return vm.buffers().viewLength(array) * TypedArrays.elementSize(Elements.kindOf(array));
    }

    private static long byteOffset(Vm vm, long array) {
        return vm.buffers().isOutOfBounds(array) ? 0 : Buffers.viewOffset(array);
    }

    private static long tag(Vm vm, long fp, int argc) {
        long value = thisValue(fp);
        return TypedArrayCreation.isTypedArray(value)
                ? vm.strings().intern(name(Elements.kindOf(value)))
                : Value.UNDEFINED;
    }

    // Constructing.

    private static long construct(Vm vm, long fp, int argc, ElementsKind kind, Intrinsic defaultPrototype) {
        long newTarget = FunctionBuiltins.requireNew(vm, fp, name(kind));
        long first = argument(fp, argc, 0);
        if (!Layout.isObject(first)) {
            boolean shown = !Layout.isSymbol(first);
            long length = vm.conversions().toIndex(first, shown ? "typed array length: " + vm.errors().render(first) : "length");
            return TypedArrayCreation.create(vm, kind, length, vm.realm().prototypeFor(newTarget, defaultPrototype));
        }
        long prototype = vm.realm().prototypeFor(newTarget, defaultPrototype);
        if (BufferBuiltins.isBuffer(first)) {
            return onBuffer(vm, fp, argc, kind, prototype);
        }
        return TypedArrayCreation.isTypedArray(first)
                ? fromTypedArray(vm, first, kind, prototype)
                : fromObject(vm, first, kind, prototype);
    }

    private static long onBuffer(Vm vm, long fp, int argc, ElementsKind kind, long prototype) {
        long buffer = argument(fp, argc, 0);
        int size = TypedArrays.elementSize(kind);
        long offset = vm.conversions().toIndex(argument(fp, argc, 1), "offset");
        if (offset % size != 0) {
            throw vm.rangeError("start offset of " + name(kind) + " should be a multiple of " + size);
        }
        long lengthValue = argument(fp, argc, 2);
        long length = lengthValue == Value.UNDEFINED ? -1 : vm.conversions().toIndex(lengthValue, "typed array length");
        BufferBuiltins.requireAttached(vm, buffer, "Construct");
        long available = vm.buffers().byteLength(buffer);
        if (length >= 0) {
            if (offset + length * size > available) {
                throw vm.rangeError("Invalid typed array length: " + length);
            }
            return vm.buffers().newView(buffer, offset, length, kind, prototype);
        }
        boolean tracking = Buffers.isResizable(buffer);
        if (!tracking && available % size != 0) {
            throw vm.rangeError("byte length of " + name(kind) + " should be a multiple of " + size);
        }
        if (offset > available) {
            throw vm.rangeError("Start offset " + offset + " is outside the bounds of the buffer");
        }
        return vm.buffers().newView(buffer, offset, tracking ? -1 : (available - offset) / size, kind, prototype);
    }

    private static long fromTypedArray(Vm vm, long source, ElementsKind kind, long prototype) {
        TypedArrayCreation.validate(vm, source);
        long length = vm.buffers().viewLength(source);
        long array = TypedArrayCreation.create(vm, kind, length, prototype);
        if (TypedArrays.isBigInt(kind) != TypedArrays.isBigInt(Elements.kindOf(source))) {
            throw vm.typeError("Cannot mix BigInt and other types, use explicit conversions");
        }
        copyElements(vm, source, 0, array, 0, length);
        return array;
    }

    private static long fromObject(Vm vm, long source, ElementsKind kind, long prototype) {
        long list = source;
        boolean numbers = Elements.kindOf(source) == ElementsKind.INT || Elements.kindOf(source) == ElementsKind.DOUBLE;
        if (!numbers || !vm.iteration().isPlainArray(source)) {
            long method = vm.properties().getMethod(source, vm.names().symbolIterator);
            if (method != Value.UNDEFINED) {
                list = vm.iteration().listFrom(source, method);
            }
        }
        long length = vm.conversions().toLength(vm.properties().get(list, vm.names().length));
        long array = TypedArrayCreation.create(vm, kind, length, prototype);
        setElements(vm, list, array, 0, length);
        return array;
    }

    /** Elements of one typed array, from {@code from} on, to another that is no smaller, where both may lie on the same bytes. */
    static void copyElements(Vm vm, long source, long from, long target, long at, long count) {
        ElementsKind sourceKind = Elements.kindOf(source);
        ElementsKind kind = Elements.kindOf(target);
        int sourceSize = TypedArrays.elementSize(sourceKind);
        long data = Buffers.viewData(source) + from * sourceSize;
        if (sourceKind == kind) {
            Mem.copy(data, Buffers.viewData(target) + at * sourceSize, count * sourceSize);
            return;
        }
        if (TypedArrayCreation.shareBytes(source, target)) {
            long copy = vm.buffers().newBuffer(count * sourceSize);
            Mem.copy(data, Buffers.data(copy), count * sourceSize);
            data = Buffers.data(copy);
            convert(vm, data, sourceKind, Buffers.viewData(target), kind, at, count);
            Mem.putByte(Buffers.data(copy), (byte) 0);
            return;
        }
        convert(vm, data, sourceKind, Buffers.viewData(target), kind, at, count);
    }

    private static void convert(
            Vm vm, long source, ElementsKind sourceKind, long target, ElementsKind kind, long at, long count) {
        TypedElements elements = vm.typedElements();
        for (long i = 0; i < count; i++) {
            long value = elements.valueOf(sourceKind, TypedArrays.loadRaw(sourceKind, source, i));
            TypedArrays.storeRaw(kind, target, at + i, elements.rawOf(kind, value));
        }
    }

    /** Sets elements {@code at} and on to those of an array-like. */
    static void setElements(Vm vm, long source, long array, long at, long count) {
        ElementsKind kind = Elements.kindOf(array);
        for (long i = 0; i < count; i++) {
            long value = vm.elementAccess().get(source, Value.number(i), 0);
            vm.typedElements().set(array, at + i, vm.typedElements().toNumeric(kind, value));
        }
    }

    private static long of(Vm vm, long fp, int argc) {
        long constructor = thisValue(fp);
        if (!ClassOperations.isConstructor(constructor)) {
            throw vm.typeError(vm.errors().render(constructor) + " is not a constructor");
        }
        long array = TypedArrayCreation.create(vm, constructor, argc);
        for (int i = 0; i < argc; i++) {
            vm.properties().put(array, Value.ofInt(i), Frame.get(fp, i));
        }
        return array;
    }

    private static long listOf(Vm vm, long fp, int argc) {
        return vm.iteration().listFrom(argument(fp, argc, 0), argument(fp, argc, 1));
    }
}
