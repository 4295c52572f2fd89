package org.tierscope.runtime;

import static org.tierscope.feedback.FeedbackLayout.ALLOCATION_CAPACITY;
import static org.tierscope.feedback.FeedbackLayout.ALLOCATION_COUNT;
import static org.tierscope.feedback.FeedbackLayout.ALLOCATION_ELEMENTS_KIND;

/** What literals, rest parameters and {@code arguments} make, and contexts. */
public final class Literals {
    private final Vm vm;

    Literals(Vm vm) {
        this.vm = vm;
    }

    public long createObject(int capacity, long slot) {
        if (slot != 0) {
            Mem.putInt(slot + ALLOCATION_COUNT, Mem.getInt(slot + ALLOCATION_COUNT) + 1);
            capacity = Math.max(capacity, Mem.getInt(slot + ALLOCATION_CAPACITY));
        }
        return vm.objects().allocate(vm.realm().objectShape(capacity == 0 ? 4 : capacity), 0);
    }

    /** {@code values}: address of {@code count} consecutive values, EMPTY for holes. */
    public long createArray(long values, int count, long slot) {
        ElementsKind kind = ElementsKind.EMPTY;
        for (int i = 0; i < count; i++) {
            kind = Elements.kindFor(kind, Mem.getLong(values + 8L * i));
        }
        if (slot != 0) {
            Mem.putInt(slot + ALLOCATION_COUNT, Mem.getInt(slot + ALLOCATION_COUNT) + 1);
            Mem.putInt(slot + ALLOCATION_CAPACITY, Math.max(Mem.getInt(slot + ALLOCATION_CAPACITY), count));
            if (kind.ordinal() > Mem.getUnsignedByte(slot + ALLOCATION_ELEMENTS_KIND)) {
                Mem.putByte(slot + ALLOCATION_ELEMENTS_KIND, (byte) kind.ordinal());
            }
        }
        long array = newArray(count, kind);
        for (int i = 0; i < count; i++) {
            long value = Mem.getLong(values + 8L * i);
            if (value == Value.EMPTY && kind.isDouble()) {
                Mem.putLong(Elements.data(array) + 8L * i, Layout.HOLE_BITS);
            } else {
                Elements.store(array, i, value);
            }
        }
        return array;
    }

    /** An array of this length whose elements the caller stores at once. */
    public long newArray(int length, ElementsKind kind) {
        long array = vm.objects().allocate(vm.realm().arrayShape(), 0);
        if (length > 0) {
            Mem.putLong(array + Layout.OBJECT_ELEMENTS, vm.elements().allocate(length, kind.isDouble()));
            Objects.setElementsKind(array, kind);
            Mem.putInt(array + Layout.ARRAY_LENGTH, length);
        }
        return array;
    }

    public long newArray() {
        return vm.objects().allocate(vm.realm().arrayShape(), 0);
    }

    public void arrayAppend(long array, long value) {
        int length = Elements.arrayLength(array);
        if (value == Value.EMPTY) {
            vm.elements().setLength(array, length + 1L);
        } else {
            vm.elements().put(array, length, value);
        }
    }

    public long createRest(long fp, int from) {
        int count = Math.max(0, Frame.argumentCount(fp) - from);
        return createArray(argumentsAddress(fp) + 8L * from, count, 0);
    }

    /** Address of the first argument of a frame that was moved up behind its arguments. */
    private static long argumentsAddress(long fp) {
        return fp - 8L * (Frame.HEADER + Frame.argumentCount(fp));
    }

    public long createArguments(long fp) {
        long object = newArguments(fp, CellType.ARGUMENTS);
        long thrower = vm.realm().get(Intrinsic.THROW_TYPE_ERROR);
        vm.objects().add(
                object, vm.names().callee, Attributes.ACCESSOR, vm.definitions().accessorCell(thrower, thrower));
        return object;
    }

    private long newArguments(long fp, CellType type) {
        int count = Frame.argumentCount(fp);
        Shape root = vm.objects().rootShape(vm.realm().get(Intrinsic.OBJECT_PROTOTYPE), type, 3);
        long object = vm.objects().allocate(root, 0);
        if (count > 0) {
            Mem.putLong(object + Layout.OBJECT_ELEMENTS, vm.elements().allocate(count, false));
            Objects.setElementsKind(object, ElementsKind.HOLEY_TAGGED);
            Mem.copy(argumentsAddress(fp), Elements.data(object), 8L * count);
            for (int i = count; i < Elements.capacity(object); i++) {
                Mem.putLong(Elements.data(object) + 8L * i, Value.EMPTY);
            }
        }
        vm.objects().add(object, vm.names().length, Attributes.HIDDEN, Value.ofInt(count));
        vm.objects().add(object, vm.names().symbolIterator, Attributes.HIDDEN, vm.realm().get(Intrinsic.ARRAY_VALUES));
        return object;
    }

    public long createMappedArguments(long fp, long context, int[] slots) {
        int count = Math.min(Frame.argumentCount(fp), slots.length);
        boolean mapped = false;
        for (int i = 0; i < count; i++) {
            mapped |= slots[i] >= 0;
        }
        long object = newArguments(fp, mapped ? CellType.MAPPED_ARGUMENTS : CellType.ARGUMENTS);
        vm.objects().add(object, vm.names().callee, Attributes.HIDDEN, Frame.get(fp, Frame.CALLEE_REGISTER));
        if (mapped) {
            vm.elements().toDictionary(object);
            Objects.setElementsKind(object, ElementsKind.EXOTIC);
            long map = vm.ownKeys().allocate(count);
            for (int i = 0; i < count; i++) {
                long slot = slots[i] >= 0 ? Value.ofInt(slots[i]) : Value.EMPTY;
                Mem.putLong(map + Layout.ARRAY_DATA + 8L * i, slot);
            }
            Objects.setField(object, ExoticElements.CONTEXT, context);
            Objects.setField(object, ExoticElements.MAP, map);
        }
        return object;
    }

    // Contexts.

    /** {@code parent}: a context, or anything that is no cell for none. */
    public long createContext(long parent, int slots) {
        long context = vm.heap().allocate(Layout.CONTEXT_SLOTS + 8 * slots, Heap.header(CellType.CONTEXT));
        Mem.putInt(context + Layout.CONTEXT_SLOT_COUNT, slots);
        Mem.putLong(context + Layout.CONTEXT_PARENT, Value.isCell(parent) ? parent : 0);
        for (int i = 0; i < slots; i++) {
            Mem.putLong(context + Layout.CONTEXT_SLOTS + 8L * i, Value.EMPTY);
        }
        return context;
    }

    public long copyContext(long context) {
        int slots = Mem.getInt(context + Layout.CONTEXT_SLOT_COUNT);
        int bytes = Layout.CONTEXT_SLOTS + 8 * slots;
        long copy = vm.heap().allocate(bytes, Heap.header(CellType.CONTEXT));
        Mem.copy(context + Layout.CONTEXT_SLOT_COUNT, copy + Layout.CONTEXT_SLOT_COUNT, bytes - 8L);
        return copy;
    }

    // Object spread and rest.

    /** CopyDataProperties without exclusions. */
    public void copyProperties(long target, long source) {
        copyExcept(target, source, 0, 0);
    }

    public long copyPropertiesExcept(long source, long excluded, int count) {
        vm.operations().checkObjectCoercible(source);
        long target = createObject(4, 0);
        copyExcept(target, source, excluded, count);
        return target;
    }

    private void copyExcept(long target, long value, long excluded, int excludedCount) {
        if (Value.isNullish(value)) {
            return;
        }
        long source = vm.conversions().toObject(value);
        long keys = vm.ownKeys().all(source);
        var current = new Property();
        for (int i = 0; i < OwnKeys.count(keys); i++) {
            long key = OwnKeys.at(keys, i);
            if (!contains(excluded, excludedCount, key)
                    && vm.definitions().getOwn(source, key, current)
                    && current.isEnumerable()) {
                vm.definitions().createDataProperty(target, key, vm.properties().get(source, key));
            }
        }
    }

    private boolean contains(long excluded, int count, long key) {
        for (int i = 0; i < count; i++) {
            long other = Mem.getLong(excluded + 8L * i);
            if (other == key || !Layout.isSymbol(other) && vm.conversions().toPropertyKey(other) == key) {
                return true;
            }
        }
        return false;
    }
}
