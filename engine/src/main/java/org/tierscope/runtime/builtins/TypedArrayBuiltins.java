package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** %TypedArray% and its constructors (23.2). Methods that take callbacks are in {@code prelude/typed-array.js}. */
final class TypedArrayBuiltins {
    private static final String PRELUDE = "typed-array";

    private TypedArrayBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder prototype = ObjectBuilder.intrinsic(vm, Intrinsic.TYPED_ARRAY_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .getter("buffer", (v, fp, argc) -> Buffers.bufferOf(self(v, fp)))
                .getter("byteLength", (v, fp, argc) -> Value.number(byteLength(self(v, fp))))
                .getter("byteOffset", (v, fp, argc) -> Value.number(Buffers.viewOffset(self(v, fp))))
                .getter("length", (v, fp, argc) -> Value.number(Buffers.viewLength(self(v, fp))))
                .getter(vm.names().symbolToStringTag, "[Symbol.toStringTag]", TypedArrayBuiltins::tag)
                .method("keys", 0, (v, fp, argc) -> v.iteration().newArrayIterator(self(v, fp), Iteration.KEYS))
                .method("entries", 0, (v, fp, argc) -> v.iteration().newArrayIterator(self(v, fp), Iteration.ENTRIES))
                .method("values", 0, (v, fp, argc) -> v.iteration().newArrayIterator(self(v, fp), Iteration.VALUES))
                .alias(vm.names().symbolIterator, "values");
        TypedArrayMethods.install(prototype);
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
                .method("checkTypedArray", 1, (v, fp, argc) -> check(v, argument(fp, argc, 0)))
                .method("typedArrayLike", 2, TypedArrayBuiltins::like)
                .method("isConstructor", 1, (v, fp, argc) -> Value.ofBoolean(isConstructor(argument(fp, argc, 0))));
        for (ElementsKind kind : ElementsKind.values()) {
            if (kind.isTypedArray() && kind.ordinal() < ElementsKind.BIGINT64.ordinal()) {
                constructor(vm, kind, parent);
            }
        }
    }

    private static boolean isConstructor(long value) {
        return Layout.isObject(value) && Layout.hasFlag(value, Layout.FLAG_CONSTRUCTOR);
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
            case FLOAT32 -> "Float32Array";
            case FLOAT64 -> "Float64Array";
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private static void constructor(Vm vm, ElementsKind kind, long parent) {
        Intrinsic prototype = Intrinsic.valueOf(kind.name() + "_ARRAY_PROTOTYPE");
        ObjectBuilder.intrinsic(vm, prototype, Intrinsic.TYPED_ARRAY_PROTOTYPE)
                .constant("BYTES_PER_ELEMENT", Value.ofInt(TypedArrays.elementSize(kind)));
        ObjectBuilder constructor = ObjectBuilder.constructor(
                        vm, name(kind), 3, (v, fp, argc) -> construct(v, fp, argc, kind, prototype), prototype)
                .constant("BYTES_PER_ELEMENT", Value.ofInt(TypedArrays.elementSize(kind)));
        ObjectBuiltins.changePrototype(vm, constructor.object(), parent);
    }

    static long check(Vm vm, long value) {
        if (!Layout.isObject(value) || CellType.at(value) != CellType.TYPED_ARRAY) {
            throw vm.typeError("this is not a typed array.");
        }
        return value;
    }

    static long self(Vm vm, long fp) {
        return check(vm, thisValue(fp));
    }

    static long byteLength(long array) {
        return Buffers.viewLength(array) * TypedArrays.elementSize(Elements.kindOf(array));
    }

    private static long tag(Vm vm, long fp, int argc) {
        long value = thisValue(fp);
        return Layout.isObject(value) && CellType.at(value) == CellType.TYPED_ARRAY
                ? vm.strings().intern(name(Elements.kindOf(value)))
                : Value.UNDEFINED;
    }

    private static long construct(Vm vm, long fp, int argc, ElementsKind kind, Intrinsic defaultPrototype) {
        long newTarget = FunctionBuiltins.requireNew(vm, fp, name(kind));
        long prototype = vm.realm().prototypeFor(newTarget, defaultPrototype);
        long first = argument(fp, argc, 0);
        if (!Layout.isObject(first)) {
            return create(vm, kind, vm.conversions().toIndex(first, "typed array length: " + vm.errors().render(first)), prototype);
        }
        if (CellType.at(first) == CellType.ARRAY_BUFFER) {
            return onBuffer(vm, fp, argc, kind, prototype);
        }
        return fromObject(vm, first, kind, prototype);
    }

    /** A new array with a buffer of its own. */
    static long create(Vm vm, ElementsKind kind, long length, long prototype) {
        if (length > (1L << 31) / TypedArrays.elementSize(kind)) {
            throw vm.rangeError("Invalid typed array length: " + length);
        }
        long buffer = vm.buffers().newBuffer(length * TypedArrays.elementSize(kind));
        return vm.buffers().newView(buffer, 0, length, kind, prototype);
    }

    /** A new array of the same built-in kind. */
    static long create(Vm vm, long like, long length) {
        ElementsKind kind = Elements.kindOf(like);
        return create(vm, kind, length, vm.realm().get(Intrinsic.valueOf(kind.name() + "_ARRAY_PROTOTYPE")));
    }

    private static long like(Vm vm, long fp, int argc) {
        return create(vm, argument(fp, argc, 0), vm.conversions().toLength(argument(fp, argc, 1)));
    }

    private static long onBuffer(Vm vm, long fp, int argc, ElementsKind kind, long prototype) {
        long buffer = argument(fp, argc, 0);
        int size = TypedArrays.elementSize(kind);
        long offset = vm.conversions().toIndex(argument(fp, argc, 1), "offset");
        if (offset % size != 0) {
            throw vm.rangeError("start offset of " + name(kind) + " should be a multiple of " + size);
        }
        long available = Buffers.byteLength(buffer);
        long lengthValue = argument(fp, argc, 2);
        if (lengthValue == Value.UNDEFINED) {
            if (available % size != 0) {
                throw vm.rangeError("byte length of " + name(kind) + " should be a multiple of " + size);
            }
            if (offset > available) {
                throw vm.rangeError("Start offset " + offset + " is outside the bounds of the buffer");
            }
            return vm.buffers().newView(buffer, offset, (available - offset) / size, kind, prototype);
        }
        long length = vm.conversions().toIndex(lengthValue, "typed array length");
        if (offset + length * size > available) {
            throw vm.rangeError("Invalid typed array length: " + length);
        }
        return vm.buffers().newView(buffer, offset, length, kind, prototype);
    }

    private static long fromObject(Vm vm, long source, ElementsKind kind, long prototype) {
        long list = source;
        boolean typed = CellType.at(source) == CellType.TYPED_ARRAY;
        if (!typed && !vm.iteration().isPlainArray(source)) {
            long method = vm.properties().getMethod(source, vm.names().symbolIterator);
            if (method != Value.UNDEFINED) {
                list = vm.literals().newArray();
                vm.iteration().arrayAppendSpread(list, source);
            }
        }
        long length = typed
                ? Buffers.viewLength(source)
                : vm.conversions().toLength(vm.properties().get(list, vm.names().length));
        long array = create(vm, kind, length, prototype);
        copyElements(vm, list, array, 0, length);
        return array;
    }

    /** Stores elements 0 … count − 1 of an array-like into a typed array from {@code at} on. */
    static void copyElements(Vm vm, long source, long array, long at, long count) {
        ElementsKind kind = Elements.kindOf(array);
        if (CellType.at(source) == CellType.TYPED_ARRAY && Elements.kindOf(source) == kind) {
            int size = TypedArrays.elementSize(kind);
            Mem.copy(Buffers.viewData(source), Buffers.viewData(array) + at * size, count * size);
            return;
        }
        for (long i = 0; i < count; i++) {
            double number = vm.conversions().toDouble(vm.elementAccess().get(source, Value.number(i), 0));
            if (at + i < Buffers.viewLength(array)) {
                TypedArrays.store(kind, Buffers.viewData(array), at + i, number);
            }
        }
    }

    private static long of(Vm vm, long fp, int argc) {
        long constructor = thisValue(fp);
        if (!isConstructor(constructor)) {
            throw vm.typeError(vm.errors().render(constructor) + " is not a constructor");
        }
        long array = check(vm, vm.construct(constructor, constructor, Value.ofInt(argc)));
        for (int i = 0; i < argc; i++) {
            vm.properties().put(array, Value.ofInt(i), Frame.get(fp, i));
        }
        return array;
    }
}
