package org.tierscope.interp;

import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;

/**
 * Fast paths of element accesses: int32 index within an array's bounds, for a receiver whose shape and elements kind the ELEMENT
 * slot's first entry has already recorded. Everything else is the runtime's, which records what it sees.
 */
final class ElementCache {
    private static final int ARRAY = CellType.ARRAY.ordinal();
    private static final int INT = ElementsKind.INT.ordinal();
    private static final int HOLEY_INT = ElementsKind.HOLEY_INT.ordinal();
    private static final int DOUBLE = ElementsKind.DOUBLE.ordinal();
    private static final int HOLEY_DOUBLE = ElementsKind.HOLEY_DOUBLE.ordinal();
    private static final int TAGGED = ElementsKind.TAGGED.ordinal();
    private static final int HOLEY_TAGGED = ElementsKind.HOLEY_TAGGED.ordinal();

    private ElementCache() {}

    /** The element, or {@link Value#EXCEPTION} where this is not the recorded case. */
    static long load(long object, long key, long slot) {
        if (!isRecorded(object, key, slot)) {
            return Value.EXCEPTION;
        }
        int index = (int) key;
        int kind = Mem.getUnsignedByte(object + Layout.ELEMENTS_KIND);
        long data = Mem.getLong(object + Layout.OBJECT_ELEMENTS) + Layout.ARRAY_DATA;
        if (Layout.cellType(object) != ARRAY) {
            return loadTyped(object, index, kind);
        }
        if (Integer.compareUnsigned(index, Mem.getInt(object + Layout.ARRAY_LENGTH)) >= 0) {
            return Value.EXCEPTION;
        }
        if (kind == INT || kind == HOLEY_INT || kind == TAGGED || kind == HOLEY_TAGGED) {
            long value = Mem.getLong(data + 8L * index);
            return value == Value.EMPTY ? Value.EXCEPTION : value;
        }
        if (kind == DOUBLE || kind == HOLEY_DOUBLE) {
            long bits = Mem.getLong(data + 8L * index);
            return bits == Layout.HOLE_BITS ? Value.EXCEPTION : Value.number(Double.longBitsToDouble(bits));
        }
        return Value.EXCEPTION;
    }

    private static long loadTyped(long object, int index, int kind) {
        if (index < 0 || index >= Mem.getLong(object + Layout.TYPED_LENGTH)) {
            return Value.EXCEPTION;
        }
        long data = Mem.getLong(object + Layout.TYPED_DATA);
        return switch (ElementsKind.of(kind)) {
            case INT8 -> Value.ofInt(Mem.getByte(data + index));
            case UINT8, UINT8_CLAMPED -> Value.ofInt(Mem.getUnsignedByte(data + index));
            case INT16 -> Value.ofInt(Mem.getShort(data + 2L * index));
            case UINT16 -> Value.ofInt(Mem.getChar(data + 2L * index));
            case INT32 -> Value.ofInt(Mem.getInt(data + 4L * index));
            case UINT32 -> Value.number(Mem.getInt(data + 4L * index) & 0xFFFF_FFFFL);
            case FLOAT32 -> Value.number(Mem.getFloat(data + 4L * index));
            case FLOAT64 -> Value.number(Mem.getDouble(data + 8L * index));
            default -> Value.EXCEPTION;
        };
    }

    /** Whether the store was done: an existing element, a value that fits the array's elements kind. */
    static boolean store(long object, long key, long value, long slot) {
        if (!isRecorded(object, key, slot) || Layout.hasFlag(object, Layout.FLAG_RESTRICTED_ELEMENTS)) {
            return false;
        }
        int index = (int) key;
        int kind = Mem.getUnsignedByte(object + Layout.ELEMENTS_KIND);
        if (Layout.cellType(object) != ARRAY) {
            return storeTyped(object, index, value, kind);
        }
        if (Integer.compareUnsigned(index, Mem.getInt(object + Layout.ARRAY_LENGTH)) >= 0) {
            return false;
        }
        long address = Mem.getLong(object + Layout.OBJECT_ELEMENTS) + Layout.ARRAY_DATA + 8L * index;
        if (kind == TAGGED || kind == INT && Value.isInt(value)) {
            Mem.putLong(address, value);
            return true;
        }
        if (kind == DOUBLE && Value.isNumber(value)) {
            Mem.putLong(address, Value.bits(Value.numberAsDouble(value)));
            return true;
        }
        return false;
    }

    private static boolean storeTyped(long object, int index, long value, int kind) {
        if (index < 0 || index >= Mem.getLong(object + Layout.TYPED_LENGTH) || !Value.isNumber(value)) {
            return false;
        }
        long data = Mem.getLong(object + Layout.TYPED_DATA);
        ElementsKind elements = ElementsKind.of(kind);
        if (elements == ElementsKind.FLOAT64) {
            Mem.putLong(data + 8L * index, Double.doubleToLongBits(Value.numberAsDouble(value)));
            return true;
        }
        if (elements == ElementsKind.FLOAT32) {
            Mem.putInt(data + 4L * index, Float.floatToIntBits((float) Value.numberAsDouble(value)));
            return true;
        }
        if (!Value.isInt(value)) {
            return false;
        }
        switch (elements) {
            case INT8, UINT8 -> Mem.putByte(data + index, (byte) value);
            case INT16, UINT16 -> Mem.putShort(data + 2L * index, (short) value);
            case INT32, UINT32 -> Mem.putInt(data + 4L * index, (int) value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isRecorded(long object, long key, long slot) {
        if (!Value.isInt(key) || !Value.isCell(object)) {
            return false;
        }
        long entry = slot + FeedbackLayout.ELEMENT_ENTRIES;
        return Mem.getInt(entry) == Layout.shapeId(object)
                && Mem.getByte(entry + FeedbackLayout.ELEMENT_ELEMENTS_KIND) == Mem.getByte(object + Layout.ELEMENTS_KIND)
                && (Mem.getByte(slot + FeedbackLayout.ELEMENT_KEYS) & TypeBits.INT32) != 0;
    }
}
