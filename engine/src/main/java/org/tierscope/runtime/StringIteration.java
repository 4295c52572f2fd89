package org.tierscope.runtime;

/** Iteration of strings by code points (22.1.5). A STRING_ITERATOR's fields: the string (UNDEFINED once done), position. */
public final class StringIteration {
    private StringIteration() {}

    public static long create(Vm vm, long string) {
        Shape shape = vm.objects().rootShape(
                vm.realm().get(Intrinsic.STRING_ITERATOR_PROTOTYPE), CellType.STRING_ITERATOR, 0);
        long iterator = vm.objects().allocate(shape, 0);
        Objects.setField(iterator, 0, string);
        Objects.setField(iterator, 1, Value.ZERO);
        return iterator;
    }

    /** The next code point as a string, or EMPTY at the end. */
    public static long step(Vm vm, long iterator) {
        long string = Objects.field(iterator, 0);
        if (string == Value.UNDEFINED) {
            return Value.EMPTY;
        }
        int position = Value.asInt(Objects.field(iterator, 1));
        long flat = vm.strings().flatten(string);
        int length = Strings.length(flat);
        if (position >= length) {
            Objects.setField(iterator, 0, Value.UNDEFINED);
            return Value.EMPTY;
        }
        char unit = Strings.unitAt(flat, position);
        boolean pair = Character.isHighSurrogate(unit)
                && position + 1 < length
                && Character.isLowSurrogate(Strings.unitAt(flat, position + 1));
        int end = position + (pair ? 2 : 1);
        Objects.setField(iterator, 1, Value.ofInt(end));
        Objects.setField(iterator, 0, flat);
        return pair ? vm.strings().substring(flat, position, end) : vm.strings().ofUnit(unit);
    }
}
