package org.tierscope.baseline;

import java.lang.foreign.Arena;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;

/** Heap cells and filled caches, laid out by hand: for tests of code that only reads and writes them. */
final class Cells {
    private final Arena arena = Arena.ofAuto();

    private long cell(int bytes, int shape, CellType type) {
        long address = arena.allocate(bytes, 16).address();
        Mem.putInt(address + Layout.SHAPE, shape);
        Mem.putByte(address + Layout.CELL_TYPE, (byte) type.code());
        return address;
    }

    /** An object with in-object properties from {@link Layout#OBJECT_FIELDS} on. */
    long object(int shape, long... properties) {
        long object = cell(128, shape, CellType.OBJECT);
        for (int i = 0; i < properties.length; i++) {
            Mem.putLong(object + Layout.OBJECT_FIELDS + 8L * i, properties[i]);
        }
        return object;
    }

    /** An interned string of no characters. */
    long interned() {
        long string = cell(32, CellType.STRING_LATIN1.code(), CellType.STRING_LATIN1);
        Mem.putByte(string + Layout.FLAGS, (byte) Layout.FLAG_INTERNED);
        return string;
    }

    /** Gives an object a SLOTS cell. */
    void slots(long object, long... properties) {
        long slots = cell(Layout.ARRAY_DATA + 8 * properties.length, CellType.SLOTS.code(), CellType.SLOTS);
        Mem.putInt(slots + Layout.ARRAY_CAPACITY, properties.length);
        for (int i = 0; i < properties.length; i++) {
            Mem.putLong(slots + Layout.ARRAY_DATA + 8L * i, properties[i]);
        }
        Mem.putLong(object + Layout.OBJECT_SLOTS, slots);
    }

    /** An array of a kind whose elements are the given words (boxed values, or raw double bits). */
    long array(int shape, ElementsKind kind, long... words) {
        long array = cell(64, shape, CellType.ARRAY);
        boolean doubles = kind.isDouble();
        CellType type = doubles ? CellType.ELEMENTS_DOUBLE : CellType.ELEMENTS;
        long elements = cell(Layout.ARRAY_DATA + 8 * words.length, type.code(), type);
        Mem.putInt(elements + Layout.ARRAY_CAPACITY, words.length);
        for (int i = 0; i < words.length; i++) {
            Mem.putLong(elements + Layout.ARRAY_DATA + 8L * i, words[i]);
        }
        Mem.putByte(array + Layout.ELEMENTS_KIND, (byte) kind.ordinal());
        Mem.putLong(array + Layout.OBJECT_ELEMENTS, elements);
        Mem.putInt(array + Layout.ARRAY_LENGTH, words.length);
        return array;
    }

    static long element(long array, int index) {
        return Mem.getLong(Mem.getLong(array + Layout.OBJECT_ELEMENTS) + Layout.ARRAY_DATA + 8L * index);
    }

    long typedArray(int shape, ElementsKind kind, int length) {
        long array = cell(64, shape, CellType.TYPED_ARRAY);
        Mem.putByte(array + Layout.ELEMENTS_KIND, (byte) kind.ordinal());
        Mem.putLong(array + Layout.TYPED_DATA, arena.allocate(8L * length, 16).address());
        Mem.putLong(array + Layout.TYPED_LENGTH, length);
        return array;
    }

    /** A function object of {@code function}. */
    long closure(FunctionInfo function) {
        long cell = cell(64, 300, CellType.FUNCTION);
        Mem.putInt(cell + Layout.FUNCTION_ID, function.id());
        Mem.putLong(cell + Layout.FUNCTION_CELL, function.cell());
        return cell;
    }

    long accessor(long getter) {
        long cell = cell(24, CellType.ACCESSOR.code(), CellType.ACCESSOR);
        Mem.putLong(cell + Layout.ACCESSOR_GETTER, getter);
        return cell;
    }

    long validityCell() {
        long cell = arena.allocate(8, 8).address();
        Mem.putInt(cell, 1);
        return cell;
    }

    // ---- caches ----

    /** Appends an entry to a PROPERTY slot. */
    static long propertyEntry(long slot, int shape, AccessKind kind, int offset) {
        int count = Mem.getUnsignedByte(slot + FeedbackLayout.CACHE_STATE);
        Mem.putByte(slot + FeedbackLayout.CACHE_STATE, (byte) (count + 1));
        long entry = slot + FeedbackLayout.PROPERTY_ENTRIES + (long) count * FeedbackLayout.PROPERTY_ENTRY_SIZE;
        Mem.putInt(entry + FeedbackLayout.PROPERTY_SHAPE, shape);
        Mem.putInt(entry + FeedbackLayout.PROPERTY_ACCESS, kind.encode(offset));
        return entry;
    }

    /** Appends an entry to an ELEMENT slot that has seen int32 keys. */
    static void elementEntry(long slot, long receiver) {
        int count = Mem.getUnsignedByte(slot + FeedbackLayout.CACHE_STATE);
        Mem.putByte(slot + FeedbackLayout.CACHE_STATE, (byte) (count + 1));
        Mem.putByte(slot + FeedbackLayout.ELEMENT_KEYS, (byte) TypeBits.INT32);
        long entry = slot + FeedbackLayout.ELEMENT_ENTRIES + (long) count * FeedbackLayout.ELEMENT_ENTRY_SIZE;
        Mem.putInt(entry + FeedbackLayout.ELEMENT_SHAPE, Layout.shapeId(receiver));
        Mem.putByte(entry + FeedbackLayout.ELEMENT_CELL_TYPE, (byte) Layout.cellType(receiver));
        Mem.putByte(entry + FeedbackLayout.ELEMENT_ELEMENTS_KIND, Mem.getByte(receiver + Layout.ELEMENTS_KIND));
    }
}
