package org.tierscope.runtime;

/**
 * Objects as storage: allocation, named slots, shape changes. Knows nothing of accessors, inheritance or exotic
 * behaviour; {@link Properties} builds those on it.
 */
public final class Objects {
    /** A shared object with more named properties than this becomes a dictionary when another is added. */
    private static final int MAX_SHARED_PROPERTIES = 512;

    private final Vm vm;
    private final Heap heap;
    private final ShapeTable shapes;
    private final Prototypes prototypes;

    Objects(Vm vm) {
        this.vm = vm;
        this.heap = vm.heap();
        this.shapes = vm.shapes();
        this.prototypes = vm.prototypes();
    }

    private Shape solidShape(long object) {
        Shape shape = shapes.of(object);
        return shape.isLazy() ? vm.functions().materialize(object) : shape;
    }

    /** A new object; its fixed fields and slots are zero words until the caller sets them. */
    public long allocate(Shape shape, int flags) {
        return heap.allocate(shape.objectSize(), Heap.header(shape.id(), shape.type(), flags));
    }

    public static boolean has(long object, int flag) {
        return (Mem.getByte(object + Layout.FLAGS) & flag) != 0;
    }

    public static void setFlag(long object, int flag) {
        Mem.putByte(object + Layout.FLAGS, (byte) (Mem.getByte(object + Layout.FLAGS) | flag));
    }

    static void clearFlag(long object, int flag) {
        Mem.putByte(object + Layout.FLAGS, (byte) (Mem.getByte(object + Layout.FLAGS) & ~flag));
    }

    public static ElementsKind elementsKind(long object) {
        return ElementsKind.at(object);
    }

    static void setElementsKind(long object, ElementsKind kind) {
        Mem.putByte(object + Layout.ELEMENTS_KIND, (byte) kind.ordinal());
    }

    /** Fixed field {@code i} of the object's cell type. */
    public static long field(long object, int i) {
        return Mem.getLong(object + Layout.OBJECT_FIELDS + 8L * i);
    }

    public static void setField(long object, int i, long value) {
        Mem.putLong(object + Layout.OBJECT_FIELDS + 8L * i, value);
    }

    // Named slots.

    public static long slot(long object, Shape shape, int slot) {
        long base = shape.isInObject(slot) ? object : Mem.getLong(object + Layout.OBJECT_SLOTS);
        return Mem.getLong(base + shape.offset(slot));
    }

    public static void setSlot(long object, Shape shape, int slot, long value) {
        long base = shape.isInObject(slot) ? object : Mem.getLong(object + Layout.OBJECT_SLOTS);
        Mem.putLong(base + shape.offset(slot), value);
    }

    /** Adds a property that the object does not have. */
    public void add(long object, long key, int attributes, long value) {
        Shape shape = shapes.of(object);
        if (shape.mode() == Shape.Mode.SHARED && shape.count() >= MAX_SHARED_PROPERTIES) {
            shape = shapes.toDictionary(shape);
        }
        int slot = shape.slotCount();
        if (!shape.isInObject(slot)) {
            // Before anything changes, because this may collect.
            reserveSlots(object, slot - shape.inObjectCapacity() + 1);
        }
        Shape next = shapes.add(shape, key, attributes);
        setSlot(object, next, slot, value);
        setShape(object, next);
    }

    private void reserveSlots(long object, int count) {
        long slots = Mem.getLong(object + Layout.OBJECT_SLOTS);
        int capacity = slots == 0 ? 0 : Mem.getInt(slots + Layout.ARRAY_CAPACITY);
        if (count <= capacity) {
            return;
        }
        int bytes = SizeClasses.roundUp(Layout.ARRAY_DATA + 8 * Math.max(4, count + (count >> 1)));
        long grown = heap.allocate(bytes, Heap.header(CellType.SLOTS));
        Mem.putInt(grown + Layout.ARRAY_CAPACITY, bytes - Layout.ARRAY_DATA >> 3);
        if (slots != 0) {
            Mem.copy(slots + Layout.ARRAY_DATA, grown + Layout.ARRAY_DATA, 8L * capacity);
        }
        Mem.putLong(object + Layout.OBJECT_SLOTS, grown);
    }

    /** Gives the object another shape with the same slots, breaking what relied on the old one. */
    void setShape(long object, Shape shape) {
        if (has(object, Layout.FLAG_PROTOTYPE) && shape.id() != Mem.getInt(object)) {
            prototypes.changed(object);
        }
        Mem.putInt(object + Layout.SHAPE, shape.id());
    }

    void setAttributes(long object, long key, int attributes) {
        setShape(object, shapes.withAttributes(solidShape(object), key, attributes));
    }

    /** Removes an own named property. Slots of dictionaries and unique shapes are not used again. */
    void remove(long object, long key) {
        Shape shape = solidShape(object);
        setSlot(object, shape, Shape.slot(shape.lookup(key)), Value.UNDEFINED);
        setShape(object, shapes.without(shape, key));
    }

    /** Called before an object becomes a prototype: from now on its changes are noticed. */
    public void becomePrototype(long object) {
        if (!has(object, Layout.FLAG_PROTOTYPE)) {
            Shape shape = solidShape(object);
            if (shape.mode() != Shape.Mode.UNIQUE) {
                Mem.putInt(object + Layout.SHAPE, shapes.toUnique(shape).id());
            }
            setFlag(object, Layout.FLAG_PROTOTYPE);
            ElementsKind kind = elementsKind(object);
            boolean stores = kind != ElementsKind.EMPTY && Mem.getLong(object + Layout.OBJECT_ELEMENTS) != 0;
            if (stores || kind.isTypedArray() || kind == ElementsKind.EXOTIC && !isEmptyStringObject(object)) {
                vm.protectors().elementsOnPrototype(object);
            }
        }
    }

    /** String.prototype is one: strings have it as their prototype, and it has no elements until somebody adds one. */
    private static boolean isEmptyStringObject(long object) {
        return Layout.cellType(object) == CellType.STRING_OBJECT.ordinal()
                && Strings.length(Mem.getLong(object + Layout.OBJECT_FIELDS)) == 0;
    }

    /** 0 for null. */
    public long prototypeOf(long object) {
        return shapes.of(object).prototype();
    }

    public void setPrototypeOf(long object, long prototype) {
        if (prototype != 0) {
            becomePrototype(prototype);
        }
        setShape(object, shapes.withPrototype(solidShape(object), prototype));
    }

    public void preventExtensions(long object) {
        if (!has(object, Layout.FLAG_NON_EXTENSIBLE)) {
            setShape(object, shapes.nonExtensible(solidShape(object)));
            setFlag(object, Layout.FLAG_NON_EXTENSIBLE);
        }
    }

    /** The root shape for objects with this prototype (0: null). */
    public Shape rootShape(long prototype, CellType type, int capacity) {
        if (prototype != 0) {
            becomePrototype(prototype);
        }
        int bytes = Layout.OBJECT_FIELDS + 8 * (type.fixedFields() + capacity);
        int rounded = SizeClasses.roundUp(bytes);
        return shapes.root(prototype, type, rounded <= 256 ? capacity + (rounded - bytes >> 3) : capacity);
    }
}
