package org.tierscope.runtime.builtins;

import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ClassOperations;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Checking typed arrays and making others like them (23.2.4). */
final class TypedArrayCreation {
    private TypedArrayCreation() {}

    static Intrinsic prototype(ElementsKind kind) {
        return Intrinsic.valueOf(kind.name() + "_ARRAY_PROTOTYPE");
    }

    static Intrinsic constructor(ElementsKind kind) {
        return Intrinsic.valueOf(kind.name() + "_ARRAY");
    }

    static boolean isTypedArray(long value) {
        return Layout.isObject(value) && CellType.at(value) == CellType.TYPED_ARRAY;
    }

    /** RequireInternalSlot: a typed array, in bounds or not. */
    static long require(Vm vm, long value) {
        if (!isTypedArray(value)) {
            throw vm.typeError("this is not a typed array.");
        }
        return value;
    }

    /** ValidateTypedArray. */
    static long validate(Vm vm, long value) {
        require(vm, value);
        if (vm.buffers().isOutOfBounds(value)) {
            throw vm.typeError("Cannot perform %TypedArray%.prototype method on a detached or out-of-bounds ArrayBuffer");
        }
        return value;
    }

    /** ValidateTypedArray with access mode "write". */
    static long validateForWriting(Vm vm, long value) {
        requireMutable(vm, require(vm, value));
        return validate(vm, value);
    }

    /** Of a view. */
    static void requireMutable(Vm vm, long view) {
        BufferBuiltins.requireMutable(vm, Buffers.bufferOf(view));
    }

    /** A new array with a buffer of its own. */
    static long create(Vm vm, ElementsKind kind, long length, long prototype) {
        if (length > (1L << 31) / TypedArrays.elementSize(kind)) {
            throw vm.rangeError("Invalid typed array length: " + length);
        }
        long buffer = vm.buffers().newBuffer(length * TypedArrays.elementSize(kind));
        return vm.buffers().newView(buffer, 0, length, kind, prototype);
    }

    /** TypedArrayCreateSameType. */
    static long createSame(Vm vm, long like, long length) {
        ElementsKind kind = Elements.kindOf(like);
        return create(vm, kind, length, vm.realm().get(prototype(kind)));
    }

    /** TypedArrayCreateFromConstructor with a length. */
    static long create(Vm vm, long constructor, long length) {
        long array = validateForWriting(vm, vm.construct(constructor, constructor, Value.number(length)));
        if (vm.buffers().viewLength(array) < length) {
            throw vm.typeError("Derived TypedArray constructor created an array which was too small");
        }
        return array;
    }

    /** TypedArraySpeciesCreate with a length. */
    static long createSpecies(Vm vm, long like, long length) {
        long constructor = species(vm, like);
        if (constructor == vm.realm().get(constructor(Elements.kindOf(like)))) {
            return createSame(vm, like, length);
        }
        return sameContent(vm, like, create(vm, constructor, length));
    }

    /** TypedArraySpeciesCreate on a part of a buffer; a length of −1 is not passed. */
    static long createSpecies(Vm vm, long like, long buffer, long byteOffset, long length) {
        long constructor = species(vm, like);
        long array = length < 0
                ? vm.construct(constructor, constructor, buffer, Value.number(byteOffset))
                : vm.construct(constructor, constructor, buffer, Value.number(byteOffset), Value.number(length));
        return sameContent(vm, like, validate(vm, array));
    }

    private static long sameContent(Vm vm, long like, long array) {
        if (TypedArrays.isBigInt(Elements.kindOf(like)) != TypedArrays.isBigInt(Elements.kindOf(array))) {
            throw vm.typeError("Content type of the source and the species constructor's array differ");
        }
        return array;
    }

    private static long species(Vm vm, long like) {
        return speciesConstructor(vm, like, vm.realm().get(constructor(Elements.kindOf(like))));
    }

    /** SpeciesConstructor (7.3.22). */
    static long speciesConstructor(Vm vm, long object, long otherwise) {
        long constructor = vm.properties().get(object, vm.names().constructor);
        if (constructor == Value.UNDEFINED) {
            return otherwise;
        }
        if (!Layout.isObject(constructor)) {
            throw vm.typeError("The .constructor property is not an object");
        }
        long species = vm.properties().get(constructor, vm.names().symbolSpecies);
        if (Value.isNullish(species)) {
            return otherwise;
        }
        if (!ClassOperations.isConstructor(species)) {
            throw vm.typeError("object.constructor[Symbol.species] is not a constructor");
        }
        return species;
    }

    /** The buffer, where two typed arrays lie on the same bytes. */
    static boolean shareBytes(long a, long b) {
        return Buffers.data(Buffers.bufferOf(a)) == Buffers.data(Buffers.bufferOf(b));
    }
}
