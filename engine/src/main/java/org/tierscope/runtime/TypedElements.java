package org.tierscope.runtime;

/** Elements of typed arrays as values: the one place that knows arrays of numbers from those of BigInts. */
public final class TypedElements {
    private final Vm vm;

    TypedElements(Vm vm) {
        this.vm = vm;
    }

    /** What {@link Elements#get} gives, of any object: that one cannot make BigInts. */
    public long elementOf(long object, int index) {
        ElementsKind kind = ElementsKind.at(object);
        if (!TypedArrays.isBigInt(kind)) {
            return Elements.get(object, index);
        }
        return index < Mem.getLong(object + Layout.TYPED_LENGTH)
                ? valueOf(kind, TypedArrays.loadRaw(kind, Buffers.viewData(object), index))
                : Value.EMPTY;
    }

    /** ToNumber or ToBigInt, as the kind has it. */
    public long toNumeric(ElementsKind kind, long value) {
        return TypedArrays.isBigInt(kind) ? vm.bigInts().toBigInt(value) : vm.conversions().toNumber(value);
    }

    /** The bits of a value that {@link #toNumeric} gave. */
    public long rawOf(ElementsKind kind, long numeric) {
        return TypedArrays.isBigInt(kind) ? BigInts.bits(numeric) : TypedArrays.rawOf(kind, Value.numberAsDouble(numeric));
    }

    /** The value that bits hold. */
    public long valueOf(ElementsKind kind, long raw) {
        return switch (kind) {
            case BIGINT64 -> vm.bigInts().of(raw);
            case BIGUINT64 -> vm.bigInts().ofUnsigned(raw);
            default -> TypedArrays.valueOf(kind, raw);
        };
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
