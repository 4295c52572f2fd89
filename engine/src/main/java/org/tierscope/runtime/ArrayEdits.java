package org.tierscope.runtime;

/** Insertion and removal in the storage of plain arrays: many elements moved at once. */
public final class ArrayEdits {
    private ArrayEdits() {}

    /**
     * Whether an object is an array whose elements are all there is to it: nothing is frozen, none is an accessor, and holes show
     * nothing of a prototype. Only such arrays may be edited here.
     */
    public static boolean isPlain(Vm vm, long object) {
        return Layout.isObject(object)
                && Layout.cellType(object) == CellType.ARRAY.ordinal()
                && vm.elements().canAppend(object)
                && Mem.getInt(vm.protectors().noElementsOnPrototypes()) == 1
                && vm.protectors().noElementsAbove(object);
    }

    /** The element at an index below the length, undefined for a hole. */
    public static long get(long array, int index) {
        long value = Elements.get(array, index);
        return value == Value.EMPTY ? Value.UNDEFINED : value;
    }

    /** Removes {@code count} elements from {@code at} on. */
    public static void remove(Vm vm, long array, int at, int count) {
        int length = Elements.arrayLength(array);
        if (count == 0) {
            return;
        }
        long data = Elements.data(array);
        Mem.copy(data + 8L * (at + count), data + 8L * at, 8L * (length - at - count));
        Mem.putInt(array + Layout.ARRAY_LENGTH, length - count);
    }

    /** Makes {@code count} holes at {@code at}, to be filled at once. */
    public static void insert(Vm vm, long array, int at, int count) {
        int length = Elements.arrayLength(array);
        if (count == 0) {
            return;
        }
        ElementsKind kind = ElementsKind.at(array);
        vm.elements().reserve(array, length + count, kind == ElementsKind.EMPTY ? ElementsKind.INT : kind);
        long data = Elements.data(array);
        Mem.copy(data + 8L * at, data + 8L * (at + count), 8L * (length - at));
        Mem.putInt(array + Layout.ARRAY_LENGTH, length + count);
        long hole = ElementsKind.at(array).isDouble() ? Layout.HOLE_BITS : Value.EMPTY;
        for (int i = at; i < at + count; i++) {
            Mem.putLong(data + 8L * i, hole);
        }
    }

    /** A new array of the elements in [from, to), of the same kind. */
    public static long copy(Vm vm, long array, int from, int to) {
        ElementsKind kind = ElementsKind.at(array);
        int count = Math.max(0, to - from);
        if (count == 0 || kind == ElementsKind.EMPTY) {
            return vm.literals().newArray();
        }
        long result = vm.literals().newArray(count, kind);
        Mem.copy(Elements.data(array) + 8L * from, Elements.data(result), 8L * count);
        return result;
    }

    /** Reverses the elements in place. */
    public static void reverse(long array) {
        long data = Elements.data(array);
        for (int low = 0, high = Elements.arrayLength(array) - 1; low < high; low++, high--) {
            long value = Mem.getLong(data + 8L * low);
            Mem.putLong(data + 8L * low, Mem.getLong(data + 8L * high));
            Mem.putLong(data + 8L * high, value);
        }
    }
}
