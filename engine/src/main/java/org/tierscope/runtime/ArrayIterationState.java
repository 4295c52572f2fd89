package org.tierscope.runtime;

/**
 * What machine code needs to know to open and close iterations over arrays as {@link Iteration} does: a piece of native memory that
 * says where the two methods are that opening looks up, as long as their objects have the shapes they had when this was written.
 * Written on the guest's thread, where Java has just opened or closed such an iteration.
 */
public final class ArrayIterationState {
    /** u64: header word of a new iterator; 0 until the rest is written. */
    public static final int ITERATOR_HEADER = 0;
    /** u32: shape of Array.prototype. */
    public static final int ARRAY_PROTOTYPE_SHAPE = 8;
    /** u32: shape of %ArrayIteratorPrototype%. */
    public static final int ITERATOR_PROTOTYPE_SHAPE = 12;
    /** u64: address of the word that is Array.prototype[Symbol.iterator] while the shape is that. */
    public static final int VALUES = 16;
    /** u64: address of the word that is %ArrayIteratorPrototype%.next while the shape is that. */
    public static final int NEXT = 24;
    /** u64: address of the u32 that is 1 as long as such iterators have no "return"; 0 where that is not known. */
    public static final int NO_RETURN = 32;
    /** Bytes of an array iterator. */
    public static final int ITERATOR_SIZE = Layout.OBJECT_FIELDS + 3 * 8;

    private static final int SIZE = 40;

    private final Vm vm;
    private final long address;

    ArrayIterationState(Vm vm) {
        this.vm = vm;
        this.address = vm.arena().allocate(SIZE);
        Mem.fill(address, SIZE, (byte) 0);
    }

    public long address() {
        return address;
    }

    /** Java has opened an iteration over an array in the usual way. */
    void opened() {
        Realm realm = vm.realm();
        long arrays = realm.get(Intrinsic.ARRAY_PROTOTYPE);
        long iterators = realm.get(Intrinsic.ARRAY_ITERATOR_PROTOTYPE);
        boolean known = Mem.getInt(address + ARRAY_PROTOTYPE_SHAPE) == Layout.shapeId(arrays)
                && Mem.getInt(address + ITERATOR_PROTOTYPE_SHAPE) == Layout.shapeId(iterators);
        boolean cacheable = vm.shapes().of(arrays).isCacheable() && vm.shapes().of(iterators).isCacheable();
        if (known || !cacheable || !realm.isArrayIterationOriginal()) {
            return;
        }
        Shape shape = vm.iteration().arrayIteratorShape();
        Mem.putLong(address + VALUES, slotAddress(arrays, vm.names().symbolIterator));
        Mem.putLong(address + NEXT, slotAddress(iterators, vm.names().next));
        Mem.putInt(address + ARRAY_PROTOTYPE_SHAPE, Layout.shapeId(arrays));
        Mem.putInt(address + ITERATOR_PROTOTYPE_SHAPE, Layout.shapeId(iterators));
        Mem.putLong(address + ITERATOR_HEADER, Heap.header(shape.id(), shape.type(), 0));
    }

    /** Java has closed an array's iterator, and found no "return". */
    void closedWithoutReturn(long iterator) {
        if (Layout.shapeId(iterator) == vm.iteration().arrayIteratorShape().id()) {
            Mem.putLong(address + NO_RETURN, vm.prototypes().validity(vm.realm().get(Intrinsic.ARRAY_ITERATOR_PROTOTYPE)));
        }
    }

    private long slotAddress(long object, long key) {
        Shape shape = vm.shapes().of(object);
        int slot = Shape.slot(shape.lookup(key));
        return (shape.isInObject(slot) ? object : Mem.getLong(object + Layout.OBJECT_SLOTS)) + shape.offset(slot);
    }
}
