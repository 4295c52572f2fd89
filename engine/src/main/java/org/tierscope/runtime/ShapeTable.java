package org.tierscope.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** All shapes of a VM by id, and the transitions between them. {@link #get} may be called from any thread. */
public final class ShapeTable {
    /** Variant keys: cannot be an address. */
    private static final long NON_EXTENSIBLE = 1;

    private static final long MATERIALIZED = 2;

    private record Root(long prototype, CellType type, int capacity) {
        // Written down, because what the JVM generates for records costs a program's start some milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Root that
                    && prototype == that.prototype
                    && type == that.type
                    && capacity == that.capacity;
        }

        @Override
        public int hashCode() {
            return (Long.hashCode(prototype) * 31 + type.hashCode()) * 31 + capacity;
        }
    }

    private volatile Shape[] byId = new Shape[1024];
    private int nextId = Layout.FIRST_SHAPE_ID;
    private final Map<Root, Shape> roots = new HashMap<>();
    private Consumer<Shape> listener = shape -> {};

    /** Told of each new shape, on the guest's thread. */
    public void onCreate(Consumer<Shape> listener) {
        this.listener = listener;
    }

    /** The shape with this id; null where no living object can have it. */
    public Shape get(int id) {
        return byId[id];
    }

    /** The shape of an object. */
    public Shape of(long object) {
        return byId[Mem.getInt(object)];
    }

    /** One above the largest id in use. */
    public int limit() {
        return nextId;
    }

    private Shape create(Shape like, long prototype, Shape.Mode mode, boolean extensible, boolean lazy, Shape parent, PropertyTable table, int slots) {
        return create(like.type(), prototype, like.inObjectCapacity(), mode, extensible, lazy, parent, table, slots);
    }

    private Shape create(
            CellType type,
            long prototype,
            int capacity,
            Shape.Mode mode,
            boolean extensible,
            boolean lazy,
            Shape parent,
            PropertyTable table,
            int slots) {
        int id = nextId++;
        if (id == byId.length) {
            byId = Arrays.copyOf(byId, 2 * id);
        }
        var shape = new Shape(id, type, prototype, capacity, mode, extensible, lazy, parent, table, slots);
        byId[id] = shape;
        listener.accept(shape);
        return shape;
    }

    /** The shape of a fresh object without properties. */
    public Shape root(long prototype, CellType type, int capacity) {
        var key = new Root(prototype, type, capacity);
        Shape root = roots.get(key);
        if (root == null) {
            root = create(type, prototype, capacity, Shape.Mode.SHARED, true, false, null, new PropertyTable(4), 0);
            roots.put(key, root);
        }
        return root;
    }

    /** A shape with properties whose values are made on demand. */
    Shape lazyRoot(long prototype, CellType type, int capacity, long[] keys, int[] attributes) {
        var table = new PropertyTable(keys.length);
        for (int i = 0; i < keys.length; i++) {
            table.add(keys[i], i << 8 | attributes[i] | Attributes.LAZY);
        }
        return create(type, prototype, capacity, Shape.Mode.SHARED, true, true, null, table, keys.length);
    }

    /** The same properties, no longer lazy. */
    Shape materialized(Shape shape) {
        Shape variant = shape.variant(MATERIALIZED);
        if (variant == null) {
            var table = new PropertyTable(shape.table(), shape.count());
            for (int i = 0; i < table.size(); i++) {
                table.setInfo(i, table.info(i) & ~Attributes.LAZY);
            }
            variant = create(shape, shape.prototype(), shape.mode(), shape.isExtensible(), false, null, table, shape.slotCount());
            shape.addVariant(MATERIALIZED, variant);
        }
        return variant;
    }

    /** The shape after adding a property in the next slot. Dictionary shapes change and stay. */
    Shape add(Shape shape, long key, int attributes) {
        if (shape.mode() == Shape.Mode.DICTIONARY) {
            shape.addInPlace(key, attributes);
            return shape;
        }
        long transition = key | attributes & 0xF;
        boolean shared = shape.mode() == Shape.Mode.SHARED;
        if (shared) {
            Shape child = shape.child(transition);
            if (child != null) {
                return child;
            }
        }
        PropertyTable table = shape.table();
        if (table.size() != shape.count()) {
            table = new PropertyTable(table, shape.count());
        }
        table.add(key, shape.slotCount() << 8 | attributes);
        Shape child = create(
                shape, shape.prototype(), shape.mode(), shape.isExtensible(), shape.isLazy(), shared ? shape : null, table, shape.slotCount() + 1);
        if (shared) {
            shape.addChild(transition, child);
        } else {
            forget(shape);
        }
        return child;
    }

    /** The shape after changing a property's attributes; its slot stays. Not for lazy shapes. */
    Shape withAttributes(Shape shape, long key, int attributes) {
        int entry = shape.entry(key);
        if (shape.mode() == Shape.Mode.DICTIONARY) {
            shape.setAttributesInPlace(entry, attributes);
            return shape;
        }
        long transition = key | attributes & 0xF;
        Shape variant = shape.mode() == Shape.Mode.SHARED ? shape.variant(transition) : null;
        if (variant == null) {
            var table = new PropertyTable(shape.table(), shape.count());
            table.setInfo(entry, table.info(entry) & ~0xFF | attributes);
            variant = create(
                    shape, shape.prototype(), shape.mode(), shape.isExtensible(), false, null, table, shape.slotCount());
            if (shape.mode() == Shape.Mode.SHARED) {
                shape.addVariant(transition, variant);
            } else {
                forget(shape);
            }
        }
        return variant;
    }

    /** The shape after deleting a property: a dictionary, or for unique shapes another unique one. */
    Shape without(Shape shape, long key) {
        int entry = shape.entry(key);
        if (shape.mode() == Shape.Mode.DICTIONARY) {
            shape.removeInPlace(entry);
            return shape;
        }
        if (shape.mode() == Shape.Mode.UNIQUE) {
            PropertyTable table = new PropertyTable(shape.table(), shape.count()).without(entry);
            forget(shape);
            return create(
                    shape, shape.prototype(), shape.mode(), shape.isExtensible(), false, null, table, shape.slotCount());
        }
        if (entry == shape.count() - 1 && shape.parent() != null && shape.parent().slotCount() == shape.slotCount() - 1) {
            return shape.parent();
        }
        Shape dictionary = toDictionary(shape);
        dictionary.removeInPlace(dictionary.entry(key));
        return dictionary;
    }

    Shape toDictionary(Shape shape) {
        return own(shape, shape.prototype(), Shape.Mode.DICTIONARY, shape.isExtensible());
    }

    /** A shape that no other object has, for an object that others depend on. */
    Shape toUnique(Shape shape) {
        return own(shape, shape.prototype(), Shape.Mode.UNIQUE, shape.isExtensible());
    }

    private Shape own(Shape shape, long prototype, Shape.Mode mode, boolean extensible) {
        var table = new PropertyTable(shape.table(), shape.count());
        if (shape.isDictionary()) {
            table = table.without(-1);
        }
        if (shape.mode() != Shape.Mode.SHARED) {
            forget(shape);
        }
        return create(shape, prototype, mode, extensible, shape.isLazy(), null, table, shape.slotCount());
    }

    Shape nonExtensible(Shape shape) {
        if (shape.mode() != Shape.Mode.SHARED) {
            return own(shape, shape.prototype(), shape.mode(), false);
        }
        Shape variant = shape.variant(NON_EXTENSIBLE);
        if (variant == null) {
            variant = own(shape, shape.prototype(), shape.mode(), false);
            shape.addVariant(NON_EXTENSIBLE, variant);
        }
        return variant;
    }

    /** The same properties with another prototype. */
    Shape withPrototype(Shape shape, long prototype) {
        if (shape.mode() != Shape.Mode.SHARED || !shape.isExtensible()) {
            return own(shape, prototype, shape.mode(), shape.isExtensible());
        }
        Shape result = root(prototype, shape.type(), shape.inObjectCapacity());
        for (int i = 0; i < shape.count(); i++) {
            if (Shape.slot(shape.infoAt(i)) != i) {
                return own(shape, prototype, shape.mode(), true);
            }
        }
        for (int i = 0; i < shape.count(); i++) {
            result = add(result, shape.keyAt(i), Shape.attributes(shape.infoAt(i)));
        }
        return result;
    }

    /** No object has this shape any more. */
    private void forget(Shape shape) {
        byId[shape.id()] = null;
    }

    // Collection.

    /** Gives every key and (for shapes that are always alive) prototype to the collector. */
    void forEachKey(java.util.function.LongConsumer mark) {
        for (int id = Layout.FIRST_SHAPE_ID; id < nextId; id++) {
            Shape shape = byId[id];
            if (shape != null) {
                markKeys(shape, mark);
            }
        }
    }

    private static void markKeys(Shape shape, java.util.function.LongConsumer mark) {
        boolean onlyLast = shape.parent() != null && shape.mode() == Shape.Mode.SHARED;
        for (int i = onlyLast ? shape.count() - 1 : 0; i < shape.count(); i++) {
            long key = shape.keyAt(i);
            if (key != 0) {
                mark.accept(key);
            }
        }
    }

    /** After marking: forgets shapes whose prototype died, and dictionary and unique shapes whose object died. */
    void sweep(Heap heap, boolean[] used) {
        for (int id = Layout.FIRST_SHAPE_ID; id < nextId; id++) {
            Shape shape = byId[id];
            if (shape == null || used[id]) {
                continue;
            }
            boolean prototypeDied = shape.prototype() != 0 && !heap.isMarked(shape.prototype());
            if (prototypeDied || shape.mode() != Shape.Mode.SHARED) {
                byId[id] = null;
                shape.forgetTransitions();
            }
        }
        for (Iterator<Root> all = roots.keySet().iterator(); all.hasNext(); ) {
            Root root = all.next();
            if (root.prototype != 0 && !heap.isMarked(root.prototype)) {
                all.remove();
            }
        }
    }
}
