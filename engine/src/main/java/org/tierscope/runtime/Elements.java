package org.tierscope.runtime;

/**
 * Own integer-indexed elements of objects as storage, no inheritance, no accessor calls. Of EXOTIC
 * objects only the elements are here that they keep like everybody else, in a dictionary. In arrays, words at and above the length are unspecified; in other objects every word up to the capacity
 * is an element or a hole.
 */
public final class Elements {
    /** Elements beyond the capacity by more than this make the object's elements a dictionary. */
    private static final int MAX_GAP = 4096;

    /** Most elements in one cell, whose size is an int. */
    private static final int MAX_CAPACITY = (1 << 28) - 16;
    /** Most holes that an array gets room for because its length was given before its elements. */
    private static final int MAX_PREPARED = 1 << 25;
    /** A dictionary of an array with at most this many places for each element becomes storage by index again. */
    private static final int MAX_SPARSENESS = 3;

    private static final int ARRAY = CellType.ARRAY.ordinal();

    private final Heap heap;

    Elements(Heap heap) {
        this.heap = heap;
    }

    /** Elements that may be read by index: the length of an array or typed array, else the capacity. */
    public static long limit(long object) {
        if (Layout.cellType(object) == ARRAY) {
            return Integer.toUnsignedLong(Mem.getInt(object + Layout.ARRAY_LENGTH));
        }
        if (ElementsKind.at(object).isTypedArray()) {
            return Mem.getLong(object + Layout.TYPED_LENGTH);
        }
        return capacity(object);
    }

    public static ElementsKind kindOf(long object) {
        return ElementsKind.at(object);
    }

    /** Whether elements can be added at the end of an array by {@link #put}, with no rules beyond that. */
    public boolean canAppend(long array) {
        return !Objects.has(array, Layout.FLAG_NON_EXTENSIBLE | Layout.FLAG_RESTRICTED_ELEMENTS | Layout.FLAG_PROTOTYPE)
                && ElementsKind.at(array) != ElementsKind.DICTIONARY
                && arrayLength(array) >= 0;
    }

    public static int arrayLength(long array) {
        return Mem.getInt(array + Layout.ARRAY_LENGTH);
    }

    static int capacity(long object) {
        long cell = Mem.getLong(object + Layout.OBJECT_ELEMENTS);
        return cell == 0 ? 0 : Mem.getInt(cell + Layout.ARRAY_CAPACITY);
    }

    static long data(long object) {
        return Mem.getLong(object + Layout.OBJECT_ELEMENTS) + Layout.ARRAY_DATA;
    }

    /**
     * The own element at {@code index}: EMPTY where there is none; an ACCESSOR cell where it is an accessor (dictionaries
     * only, see {@link #attributes}).
     */
    public static long get(long object, int index) {
        ElementsKind kind = ElementsKind.at(object);
        switch (kind) {
            case INT, TAGGED, HOLEY_INT, HOLEY_TAGGED -> {
                return index < limit(object) ? Mem.getLong(data(object) + 8L * index) : Value.EMPTY;
            }
            case DOUBLE, HOLEY_DOUBLE -> {
                if (index >= limit(object)) {
                    return Value.EMPTY;
                }
                long bits = Mem.getLong(data(object) + 8L * index);
                return bits == Layout.HOLE_BITS ? Value.EMPTY : bits + Value.DOUBLE_OFFSET;
            }
            case DICTIONARY, EXOTIC -> {
                long table = Mem.getLong(object + Layout.OBJECT_ELEMENTS);
                int entry = table == 0 ? -1 : ElementDictionary.find(table, index);
                return entry < 0 ? Value.EMPTY : ElementDictionary.value(table, entry);
            }
            case EMPTY -> {
                return Value.EMPTY;
            }
            default -> {
                return index < Mem.getLong(object + Layout.TYPED_LENGTH)
                        ? TypedArrays.load(kind, Mem.getLong(object + Layout.TYPED_DATA), index)
                        : Value.EMPTY;
            }
        }
    }

    /** Whether there is an element at {@code index}, at least 0. */
    static boolean has(long object, int index) {
        return ElementsKind.at(object).isTypedArray()
                ? index < Mem.getLong(object + Layout.TYPED_LENGTH)
                : get(object, index) != Value.EMPTY;
    }

    /** Whether the elements are, or would be, in an {@link ElementDictionary}. */
    public static boolean hasTable(long object) {
        ElementsKind kind = ElementsKind.at(object);
        return kind == ElementsKind.DICTIONARY || kind == ElementsKind.EXOTIC;
    }

    /** Attributes of the element at {@code index}, which exists. */
    static int attributes(long object, int index) {
        if (hasTable(object)) {
            long table = Mem.getLong(object + Layout.OBJECT_ELEMENTS);
            return ElementDictionary.attributes(table, ElementDictionary.find(table, index));
        }
        boolean immutable = ElementsKind.at(object).isTypedArray() && Objects.has(object, Layout.FLAG_RESTRICTED_ELEMENTS);
        return immutable ? Attributes.ENUMERABLE : Attributes.DEFAULT;
    }

    /**
     * Stores a plain element with default attributes, whether it exists or not, growing and changing kind as needed. Not for
     * typed arrays. For arrays the length grows with it. Elements of a dictionary keep their attributes.
     */
    public void put(long object, int index, long value) {
        ElementsKind kind = ElementsKind.at(object);
        if (hasTable(object)) {
            toDictionary(object);
            putInDictionary(object, index, value, Attributes.DEFAULT, false);
            return;
        }
        boolean array = Layout.cellType(object) == ARRAY;
        int length = array ? arrayLength(object) : capacity(object);
        if (index >= length) {
            if (index >= capacity(object) && index - capacity(object) > MAX_GAP) {
                toDictionary(object);
                putInDictionary(object, index, value, Attributes.DEFAULT, false);
                return;
            }
            ElementsKind target = kindFor(kind, value);
            if (index > length || !array) {
                target = target.toHoley();
            }
            reserve(object, index + 1, target);
            if (array) {
                fillHoles(object, length, index);
                Mem.putInt(object + Layout.ARRAY_LENGTH, index + 1);
            }
        } else {
            changeKind(object, kindFor(kind, value));
        }
        store(object, index, value);
    }

    /** Stores a value that the object's kind can hold at an index within its capacity. */
    static void store(long object, int index, long value) {
        long address = data(object) + 8L * index;
        if (ElementsKind.at(object).isDouble()) {
            Mem.putLong(address, Value.bits(Value.numberAsDouble(value)));
        } else {
            Mem.putLong(address, value);
        }
    }

    /** The least general kind from {@code kind} on that can hold {@code value}. */
    static ElementsKind kindFor(ElementsKind kind, long value) {
        if (value == Value.EMPTY) {
            return kind == ElementsKind.EMPTY ? ElementsKind.HOLEY_INT : kind.toHoley();
        }
        if (Value.isInt(value)) {
            return kind == ElementsKind.EMPTY ? ElementsKind.INT : kind;
        }
        if (Value.isNumber(value)) {
            return switch (kind) {
                case EMPTY, INT -> ElementsKind.DOUBLE;
                case HOLEY_INT -> ElementsKind.HOLEY_DOUBLE;
                default -> kind;
            };
        }
        return kind.isHoley() ? ElementsKind.HOLEY_TAGGED : ElementsKind.TAGGED;
    }

    /** Converts the storage to a more general kind. */
    void changeKind(long object, ElementsKind to) {
        ElementsKind from = ElementsKind.at(object);
        if (from == to) {
            return;
        }
        // an EMPTY array may have an elements cell already, of either type
        long cell = Mem.getLong(object + Layout.OBJECT_ELEMENTS);
        if (cell != 0 && to.isDouble() != (CellType.at(cell) == CellType.ELEMENTS_DOUBLE)) {
            move(object, capacity(object), to);
        }
        Objects.setElementsKind(object, to);
    }

    /** Makes room for {@code count} elements of kind {@code to}. */
    void reserve(long object, int count, ElementsKind to) {
        int capacity = capacity(object);
        if (count <= capacity) {
            changeKind(object, to);
            return;
        }
        if (count > MAX_CAPACITY) {
            throw heap.outOfMemory();
        }
        move(object, (int) Math.min(MAX_CAPACITY, Math.max(count, (long) capacity + (capacity >> 1) + 4)), to);
        Objects.setElementsKind(object, to);
    }

    private void move(long object, int capacity, ElementsKind to) {
        ElementsKind from = ElementsKind.at(object);
        long old = Mem.getLong(object + Layout.OBJECT_ELEMENTS);
        boolean array = Layout.cellType(object) == ARRAY;
        int used = old == 0 ? 0 : array ? Math.min(capacity, arrayLength(object)) : Mem.getInt(old + Layout.ARRAY_CAPACITY);
        long cell = allocate(capacity, to.isDouble());
        long source = old + Layout.ARRAY_DATA;
        long target = cell + Layout.ARRAY_DATA;
        if (used > 0) {
            if (from.isDouble() == to.isDouble()) {
                Mem.copy(source, target, 8L * used);
            } else if (to.isDouble()) {
                for (int i = 0; i < used; i++) {
                    long value = Mem.getLong(source + 8L * i);
                    if (value == Value.EMPTY) {
                        Mem.putLong(target + 8L * i, Layout.HOLE_BITS);
                    } else {
                        Mem.putLong(target + 8L * i, Value.bits(Value.numberAsDouble(value)));
                    }
                }
            } else {
                for (int i = 0; i < used; i++) {
                    long bits = Mem.getLong(source + 8L * i);
                    Mem.putLong(target + 8L * i, bits == Layout.HOLE_BITS ? Value.EMPTY : bits + Value.DOUBLE_OFFSET);
                }
            }
        }
        if (!array) {
            long hole = to.isDouble() ? Layout.HOLE_BITS : Value.EMPTY;
            int end = Mem.getInt(cell + Layout.ARRAY_CAPACITY);
            for (int i = used; i < end; i++) {
                Mem.putLong(target + 8L * i, hole);
            }
        }
        Mem.putLong(object + Layout.OBJECT_ELEMENTS, cell);
    }

    /** A cell for at least {@code capacity} elements; its words are zero. */
    long allocate(int capacity, boolean doubles) {
        int bytes = SizeClasses.roundUp(Layout.ARRAY_DATA + 8 * capacity);
        long cell = heap.allocate(bytes, Heap.header(doubles ? CellType.ELEMENTS_DOUBLE : CellType.ELEMENTS));
        Mem.putInt(cell + Layout.ARRAY_CAPACITY, bytes - Layout.ARRAY_DATA >> 3);
        return cell;
    }

    private static void fillHoles(long object, int from, int to) {
        long hole = ElementsKind.at(object).isDouble() ? Layout.HOLE_BITS : Value.EMPTY;
        long data = data(object);
        for (int i = from; i < to; i++) {
            Mem.putLong(data + 8L * i, hole);
        }
    }

    /** Whether an array keeps its elements in a dictionary, all of them plain. */
    public boolean isSparse(long array) {
        return ElementsKind.at(array) == ElementsKind.DICTIONARY
                && ElementDictionary.isPlain(Mem.getLong(array + Layout.OBJECT_ELEMENTS));
    }

    void toDictionary(long object) {
        if (hasTable(object)) {
            if (Mem.getLong(object + Layout.OBJECT_ELEMENTS) == 0) {
                Mem.putLong(object + Layout.OBJECT_ELEMENTS, ElementDictionary.create(heap, 0));
            }
            return;
        }
        int used = (int) Math.min(limit(object), capacity(object));
        long table = ElementDictionary.create(heap, used);
        for (int i = 0; i < used; i++) {
            long value = get(object, i);
            if (value != Value.EMPTY) {
                table = ElementDictionary.add(heap, table, i, value, Attributes.DEFAULT);
            }
        }
        Mem.putLong(object + Layout.OBJECT_ELEMENTS, table);
        Objects.setElementsKind(object, ElementsKind.DICTIONARY);
    }

    /** Stores an element with attributes; the object's elements become a dictionary unless it is a plain one. */
    void define(long object, int index, long value, int attributes) {
        if (attributes == Attributes.DEFAULT && !hasTable(object)) {
            put(object, index, value);
            return;
        }
        toDictionary(object);
        putInDictionary(object, index, value, attributes, true);
    }

    private void putInDictionary(long object, int index, long value, int attributes, boolean redefine) {
        long table = Mem.getLong(object + Layout.OBJECT_ELEMENTS);
        int entry = ElementDictionary.find(table, index);
        if (entry >= 0) {
            ElementDictionary.setValue(table, entry, value);
            if (redefine) {
                ElementDictionary.setAttributes(table, entry, attributes);
            }
        } else {
            long grown = ElementDictionary.add(heap, table, index, value, attributes);
            Mem.putLong(object + Layout.OBJECT_ELEMENTS, grown);
            if (Layout.cellType(object) == ARRAY) {
                if (Integer.compareUnsigned(index, arrayLength(object)) >= 0) {
                    Mem.putInt(object + Layout.ARRAY_LENGTH, index + 1);
                }
                if (grown != table && limit(object) <= (long) MAX_SPARSENESS * ElementDictionary.size(grown)) {
                    toStorage(object, grown);
                }
            }
        }
    }

    /** Makes an array's dictionary that is not sparse storage by index again, where no element has attributes. */
    private void toStorage(long array, long table) {
        int length = arrayLength(array);
        if (length < 0 || length > MAX_CAPACITY || !ElementDictionary.isPlain(table)) {
            return;
        }
        ElementsKind kind = ElementsKind.EMPTY;
        for (int i = 0; i < ElementDictionary.capacity(table); i++) {
            if (ElementDictionary.isLive(table, i)) {
                kind = kindFor(kind, ElementDictionary.value(table, i));
            }
        }
        kind = kind.toHoley();
        long cell = allocate(length, kind.isDouble());
        Mem.putLong(array + Layout.OBJECT_ELEMENTS, cell);
        Objects.setElementsKind(array, kind);
        fillHoles(array, 0, length);
        for (int i = 0; i < ElementDictionary.capacity(table); i++) {
            if (ElementDictionary.isLive(table, i)) {
                store(array, ElementDictionary.index(table, i), ElementDictionary.value(table, i));
            }
        }
    }

    /** Makes the element, which may be deleted, absent. */
    void remove(long object, int index) {
        if (hasTable(object)) {
            long table = Mem.getLong(object + Layout.OBJECT_ELEMENTS);
            int entry = table == 0 ? -1 : ElementDictionary.find(table, index);
            if (entry >= 0) {
                ElementDictionary.remove(table, entry);
            }
        } else if (index < limit(object)) {
            changeKind(object, ElementsKind.at(object).toHoley());
            fillHoles(object, index, index + 1);
        }
    }

    /**
     * Sets an array's length (ArraySetLength's last steps): deletes from the end, stopping at an element that cannot be.
     *
     * @return false where it stopped early; the length is then one above that element
     */
    boolean setLength(long array, long length) {
        return setLength(array, length, 0);
    }

    /** Makes a new array as long as it is going to be, with room for its elements. */
    public void prepare(long array, long length) {
        setLength(array, length, (int) Math.min(MAX_PREPARED, heap.maxBytes() / 32));
    }

    private boolean setLength(long array, long length, int prepared) {
        long old = limit(array);
        if (ElementsKind.at(array) == ElementsKind.DICTIONARY) {
            return setDictionaryLength(array, length, old);
        }
        if (length > old) {
            if (length > capacity(array) + (long) MAX_GAP && length > prepared) {
                toDictionary(array);
                Mem.putInt(array + Layout.ARRAY_LENGTH, (int) length);
                return true;
            }
            ElementsKind kind = ElementsKind.at(array);
            reserve(array, (int) length, kind == ElementsKind.EMPTY ? ElementsKind.HOLEY_INT : kind.toHoley());
            fillHoles(array, (int) old, (int) length);
        } else if (length == 0) {
            Mem.putLong(array + Layout.OBJECT_ELEMENTS, 0);
            Objects.setElementsKind(array, ElementsKind.EMPTY);
        }
        Mem.putInt(array + Layout.ARRAY_LENGTH, (int) length);
        return true;
    }

    private static boolean setDictionaryLength(long array, long length, long old) {
        long table = Mem.getLong(array + Layout.OBJECT_ELEMENTS);
        long end = length;
        for (int i = ElementDictionary.capacity(table) - 1; length < old && i >= 0; i--) {
            if (ElementDictionary.isLive(table, i)
                    && (ElementDictionary.attributes(table, i) & Attributes.CONFIGURABLE) == 0) {
                end = Math.max(end, ElementDictionary.index(table, i) + 1L);
            }
        }
        for (int i = ElementDictionary.capacity(table) - 1; length < old && i >= 0; i--) {
            if (ElementDictionary.isLive(table, i) && ElementDictionary.index(table, i) >= end) {
                ElementDictionary.remove(table, i);
            }
        }
        Mem.putInt(array + Layout.ARRAY_LENGTH, (int) end);
        return end == length;
    }
}
