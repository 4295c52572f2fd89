package org.tierscope.runtime;

/**
 * Elements of typed arrays as values: the one place that knows arrays of numbers from those of BigInts. The elements of the latter
 * cannot be made yet, so nothing constructs such arrays ({@link #isSupported}).
 */
public final class TypedElements {
    private final Vm vm;

    TypedElements(Vm vm) {
        this.vm = vm;
    }

    /** Whether there are typed arrays of this kind. */
    public static boolean isSupported(ElementsKind kind) {
        return kind.isTypedArray() && !TypedArrays.isBigInt(kind);
    }

    /** ToNumber or ToBigInt, as the kind has it. */
    public long toNumeric(ElementsKind kind, long value) {
        return vm.conversions().toNumber(value);
    }

    /** The bits of a value that {@link #toNumeric} gave. */
    public long rawOf(ElementsKind kind, long numeric) {
        return TypedArrays.rawOf(kind, Value.numberAsDouble(numeric));
    }

    /** The value that bits hold. */
    public long valueOf(ElementsKind kind, long raw) {
        return TypedArrays.valueOf(kind, raw);
    }

    /** TypedArrayGetElement; undefined where {@code index}, at least 0, is out of bounds. */
    public long get(long array, long index) {
        ElementsKind kind = ElementsKind.at(array);
        return index < Mem.getLong(array + Layout.TYPED_LENGTH)
                ? valueOf(kind, TypedArrays.loadRaw(kind, Buffers.viewData(array), index))
                : Value.UNDEFINED;
    }

    /** TypedArraySetElement of a value that {@link #toNumeric} gave; nothing where {@code index} is out of bounds. */
    public void set(long array, long index, long numeric) {
        if (index < Mem.getLong(array + Layout.TYPED_LENGTH)) {
            ElementsKind kind = ElementsKind.at(array);
            TypedArrays.storeRaw(kind, Buffers.viewData(array), index, rawOf(kind, numeric));
        }
    }
}
