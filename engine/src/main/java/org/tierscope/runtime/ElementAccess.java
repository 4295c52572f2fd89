package org.tierscope.runtime;

import static org.tierscope.feedback.FeedbackLayout.CACHE_MISSES;
import static org.tierscope.feedback.FeedbackLayout.CACHE_STATE;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_APPEND;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_CELL_TYPE;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_ELEMENTS_KIND;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_ENTRIES;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_ENTRY_SIZE;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_FLAGS;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_HOLE;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_KEYS;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_OUT_OF_BOUNDS;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_SHAPE;
import static org.tierscope.feedback.FeedbackLayout.ELEMENT_SLOW;
import static org.tierscope.feedback.FeedbackLayout.MEGAMORPHIC;

/** Computed property access {@code a[b]} with ELEMENT feedback. */
public final class ElementAccess {
    private static final int MAX_ENTRIES = 4;
    private static final int ARRAY = CellType.ARRAY.ordinal();
    private static final int FIRST_OBJECT = CellType.OBJECT.ordinal();

    private final Vm vm;

    ElementAccess(Vm vm) {
        this.vm = vm;
    }

    // Feedback.

    /** Notes receiver and key of an access. */
    static void record(long slot, long object, long key) {
        int keys = Mem.getByte(slot + ELEMENT_KEYS) | TypeFeedback.bits(key);
        Mem.putByte(slot + ELEMENT_KEYS, (byte) keys);
        if (!Value.isCell(object)) {
            flag(slot, ELEMENT_SLOW);
            return;
        }
        int state = Mem.getUnsignedByte(slot + CACHE_STATE);
        if (state > MAX_ENTRIES) {
            return;
        }
        int shape = Mem.getInt(object);
        long entry = slot + ELEMENT_ENTRIES;
        for (int i = 0; i < state; i++, entry += ELEMENT_ENTRY_SIZE) {
            if (Mem.getInt(entry + ELEMENT_SHAPE) == shape) {
                Mem.putByte(entry + ELEMENT_ELEMENTS_KIND, Mem.getByte(object + Layout.ELEMENTS_KIND));
                return;
            }
        }
        Mem.putInt(slot + CACHE_MISSES, Mem.getInt(slot + CACHE_MISSES) + 1);
        if (state == MAX_ENTRIES) {
            Mem.putByte(slot + CACHE_STATE, (byte) MEGAMORPHIC);
            return;
        }
        Mem.putInt(entry + ELEMENT_SHAPE, shape);
        Mem.putByte(entry + ELEMENT_CELL_TYPE, Mem.getByte(object + Layout.CELL_TYPE));
        Mem.putByte(entry + ELEMENT_ELEMENTS_KIND, Mem.getByte(object + Layout.ELEMENTS_KIND));
        Mem.putByte(slot + CACHE_STATE, (byte) (state + 1));
    }

    private static void flag(long slot, int flag) {
        if (slot != 0) {
            Mem.putByte(slot + ELEMENT_FLAGS, (byte) (Mem.getByte(slot + ELEMENT_FLAGS) | flag));
        }
    }

    // Loads.

    public long get(long object, long key, long slot) {
        if (slot != 0) {
            record(slot, object, key);
        }
        if (Value.isInt(key) && (int) key >= 0 && Value.isCell(object)) {
            int index = (int) key;
            if (Layout.cellType(object) >= FIRST_OBJECT) {
                long value = vm.typedElements().elementOf(object, index);
                if (value != Value.EMPTY && !Elements.hasTable(object)) {
                    return value;
                }
                flag(slot, index < Elements.limit(object) ? ELEMENT_HOLE : ELEMENT_OUT_OF_BOUNDS);
                return vm.properties().getIndexed(object, index, object);
            }
            if (Layout.isString(object) && index < Strings.length(object)) {
                return vm.strings().ofUnit(Strings.unitAt(vm.strings().flatten(object), index));
            }
        }
        return getSlow(object, key, slot);
    }

    private long getSlow(long object, long key, long slot) {
        flag(slot, ELEMENT_SLOW);
        if (Value.isNullish(object)) {
            throw vm.errors().readOfNullish(object, readableKey(key));
        }
        long propertyKey = vm.conversions().toPropertyKey(key);
        return Value.isCell(object) && !Value.isInt(propertyKey)
                ? vm.fields().getKeyed(object, propertyKey)
                : vm.properties().getOfValue(object, propertyKey);
    }

    /** A key for an error message: node does not run a key's toString where the receiver is nullish. */
    private long readableKey(long key) {
        return Layout.isObject(key)
                ? vm.strings().intern(vm.errors().render(key))
                : Layout.isSymbol(key) ? key : vm.conversions().toPropertyKey(key);
    }

    // Stores.

    public void set(long object, long key, long value, boolean strict, long slot) {
        if (slot != 0) {
            record(slot, object, key);
        }
        if (Value.isInt(key) && (int) key >= 0 && Layout.isObject(object) && setFast(object, (int) key, value, slot)) {
            return;
        }
        setSlow(object, key, value, strict, slot);
    }

    /** Stores into what exists, or at the end of an array; false where rules beyond that apply. */
    private boolean setFast(long object, int index, long value, long slot) {
        ElementsKind kind = ElementsKind.at(object);
        if (kind.isTypedArray()) {
            if (Layout.hasFlag(object, Layout.FLAG_RESTRICTED_ELEMENTS)) {
                return false;
            }
            if (!Value.isNumber(value) || TypedArrays.isBigInt(kind) || index >= Mem.getLong(object + Layout.TYPED_LENGTH)) {
                flag(slot, ELEMENT_OUT_OF_BOUNDS);
                return false;
            }
            TypedArrays.store(kind, Mem.getLong(object + Layout.TYPED_DATA), index, Value.numberAsDouble(value));
            return true;
        }
        if (kind == ElementsKind.DICTIONARY || kind == ElementsKind.EXOTIC) {
            return false;
        }
        if (index < Elements.limit(object)) {
            if (kind.isHoley() && Elements.get(object, index) == Value.EMPTY) {
                flag(slot, ELEMENT_HOLE);
                if (!vm.protectors().noElementsAbove(object) || Objects.has(object, Layout.FLAG_NON_EXTENSIBLE)) {
                    return false;
                }
            }
            ElementsKind target = Elements.kindFor(kind, value);
            if (target != kind) {
                flag(slot, ELEMENT_SLOW);
                vm.elements().changeKind(object, target);
            }
            Elements.store(object, index, value);
            return true;
        }
        boolean append = Layout.cellType(object) == ARRAY && index == Elements.limit(object);
        flag(slot, append ? ELEMENT_APPEND : ELEMENT_OUT_OF_BOUNDS);
        if (Objects.has(object, Layout.FLAG_NON_EXTENSIBLE | Layout.FLAG_RESTRICTED_ELEMENTS | Layout.FLAG_PROTOTYPE)
                || !vm.protectors().noElementsAbove(object)) {
            return false;
        }
        vm.elements().put(object, index, value);
        return true;
    }

    private void setSlow(long object, long key, long value, boolean strict, long slot) {
        flag(slot, ELEMENT_SLOW);
        if (Value.isNullish(object)) {
            throw vm.errors().writeOfNullish(object, readableKey(key));
        }
        long propertyKey = vm.conversions().toPropertyKey(key);
        if (!Layout.isObject(object)) {
            vm.fields().setOnPrimitive(object, propertyKey, value, strict);
        } else if (!Value.isInt(propertyKey)) {
            vm.fields().setKeyed(object, propertyKey, value, strict);
        } else if (!vm.properties().set(object, propertyKey, value, object) && strict) {
            throw vm.errors().cannotAssign(object, propertyKey);
        }
    }
}
