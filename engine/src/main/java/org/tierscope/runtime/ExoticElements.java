package org.tierscope.runtime;

/**
 * The elements that EXOTIC objects have beside those in their dictionary: characters of string wrappers (10.4.3), and
 * arguments that alias variables (10.4.4).
 */
final class ExoticElements {
    /** Fixed fields of MAPPED_ARGUMENTS: the context, and a VALUES cell with a slot number or EMPTY per argument. */
    static final int CONTEXT = 0;

    static final int MAP = 1;

    private ExoticElements() {}

    /** The text of a string wrapper. */
    static long string(long object) {
        return Objects.field(object, 0);
    }

    /** The element's current value, EMPTY where {@code index} is not one of these. */
    static long get(Vm vm, long object, int index) {
        if (Layout.cellType(object) == CellType.STRING_OBJECT.ordinal()) {
            long string = string(object);
            return index < Strings.length(string)
                    ? vm.strings().ofUnit(Strings.unitAt(vm.strings().flatten(string), index))
                    : Value.EMPTY;
        }
        long slot = mappedSlot(object, index);
        return slot == 0 ? Value.EMPTY : Mem.getLong(slot);
    }

    /** Attributes of an element that {@link #get} found. */
    static int attributes(long object, int index) {
        return Layout.cellType(object) == CellType.STRING_OBJECT.ordinal()
                ? Attributes.ENUMERABLE
                : Elements.attributes(object, index);
    }

    /** Address of the variable that argument {@code index} aliases, or 0. */
    static long mappedSlot(long object, int index) {
        if (Layout.cellType(object) != CellType.MAPPED_ARGUMENTS.ordinal()) {
            return 0;
        }
        long map = Objects.field(object, MAP);
        if (index >= Mem.getInt(map + Layout.ARRAY_CAPACITY)) {
            return 0;
        }
        long slot = Mem.getLong(map + Layout.ARRAY_DATA + 8L * index);
        return slot == Value.EMPTY
                ? 0
                : Objects.field(object, CONTEXT) + Layout.CONTEXT_SLOTS + 8L * Value.asInt(slot);
    }

    static void unmap(long object, int index) {
        if (mappedSlot(object, index) != 0) {
            Mem.putLong(Objects.field(object, MAP) + Layout.ARRAY_DATA + 8L * index, Value.EMPTY);
        }
    }
}
