package org.tierscope.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * The layout that objects share: cell type, prototype, and where each named property lives. An object names its shape by id
 * in its header; a shape with a given id never changes, so code may rely on what it read from it. Dictionary shapes are the
 * exception: each belongs to one object, changes with it, and must not be cached ({@link #isCacheable}).
 *
 * <p>Shapes of prototypes and of the global object are unique to them, so that a change of one is a change of id.
 *
 * <p>The read-only methods may be called from any thread.
 */
public final class Shape {
    /** How shapes of this kind behave on change. */
    enum Mode {
        /** Shared; additions are transitions. */
        SHARED,
        /** Of one object that others depend on; every change makes a new shape. */
        UNIQUE,
        /** Of one object, changed in place. */
        DICTIONARY
    }

    private final int id;
    private final CellType type;
    private final long prototype;
    private final int capacity;
    private final Mode mode;
    private final boolean extensible;
    private final boolean lazy;
    private final Shape parent;
    private PropertyTable table;
    private int count;
    private int slotCount;
    private int liveCount;

    private long lastKey;
    private Shape lastChild;
    private Map<Long, Shape> children;
    private Map<Long, Shape> variants;

    Shape(
            int id,
            CellType type,
            long prototype,
            int capacity,
            Mode mode,
            boolean extensible,
            boolean lazy,
            Shape parent,
            PropertyTable table,
            int slotCount) {
        this.id = id;
        this.type = type;
        this.prototype = prototype;
        this.capacity = capacity;
        this.mode = mode;
        this.extensible = extensible;
        this.lazy = lazy;
        this.parent = parent;
        this.table = table;
        this.count = table.size();
        this.slotCount = slotCount;
        this.liveCount = count;
    }

    public int id() {
        return id;
    }

    public CellType type() {
        return type;
    }

    /** Address of the prototype object, 0 for null. */
    public long prototype() {
        return prototype;
    }

    /** How many properties live in the object itself. */
    public int inObjectCapacity() {
        return capacity;
    }

    /** Entries, in the order of addition; dictionaries may have gaps, whose key is 0. */
    public int count() {
        return count;
    }

    /** Slots in use, in the object and out of it. */
    public int slotCount() {
        return slotCount;
    }

    int liveCount() {
        return liveCount;
    }

    /** The shape this one was made from by adding a property; null at the root. */
    public Shape parent() {
        return parent;
    }

    Mode mode() {
        return mode;
    }

    public boolean isDictionary() {
        return mode == Mode.DICTIONARY;
    }

    /** Whether an inline cache may remember this shape. */
    public boolean isCacheable() {
        return mode != Mode.DICTIONARY && !type.interceptsNames();
    }

    /** Whether adding a property is the same transition for every object of this shape. */
    public boolean sharesTransitions() {
        return mode == Mode.SHARED && extensible;
    }

    /** Whether any number of objects may have it; prototypes and the global object never do. */
    public boolean isShared() {
        return mode == Mode.SHARED;
    }

    public boolean isExtensible() {
        return extensible;
    }

    /** Whether some properties are {@link Attributes#LAZY}. */
    public boolean isLazy() {
        return lazy;
    }

    PropertyTable table() {
        return table;
    }

    /** Information word of a key: {@code slot << 8 | attributes}; −1 where it is no own named property. */
    public int lookup(long key) {
        int entry = table.find(key, count);
        return entry < 0 ? -1 : table.info(entry);
    }

    int entry(long key) {
        return table.find(key, count);
    }

    public long keyAt(int entry) {
        return table.key(entry);
    }

    public int infoAt(int entry) {
        return table.info(entry);
    }

    public static int slot(int info) {
        return info >>> 8;
    }

    public static int attributes(int info) {
        return info & 0xFF;
    }

    public boolean isInObject(int slot) {
        return slot < capacity;
    }

    /** Byte offset of a slot, in the object or (see {@link #isInObject}) in its SLOTS cell. */
    public int offset(int slot) {
        return slot < capacity
                ? Layout.OBJECT_FIELDS + 8 * (type.fixedFields() + slot)
                : Layout.ARRAY_DATA + 8 * (slot - capacity);
    }

    /** Bytes of an object of this shape. */
    public int objectSize() {
        return Layout.OBJECT_FIELDS + 8 * (type.fixedFields() + capacity);
    }

    // Changes, by ShapeTable.

    Shape child(long transition) {
        if (lastKey == transition) {
            return lastChild;
        }
        return children == null ? null : children.get(transition);
    }

    void addChild(long transition, Shape child) {
        if (lastKey != 0) {
            if (children == null) {
                children = new HashMap<>();
                children.put(lastKey, lastChild);
            }
            children.put(transition, child);
        }
        lastKey = transition;
        lastChild = child;
    }

    Shape variant(long transition) {
        return variants == null ? null : variants.get(transition);
    }

    void addVariant(long transition, Shape shape) {
        if (variants == null) {
            variants = new HashMap<>();
        }
        variants.put(transition, shape);
    }

    void forgetTransitions() {
        lastKey = 0;
        lastChild = null;
        children = null;
        variants = null;
    }

    // Dictionaries.

    int addInPlace(long key, int attributes) {
        int info = slotCount++ << 8 | attributes;
        table.add(key, info);
        count = table.size();
        liveCount++;
        return info;
    }

    void setAttributesInPlace(int entry, int attributes) {
        table.setInfo(entry, table.info(entry) & ~0xFF | attributes);
    }

    /** Removes an entry; once most entries are gaps the table is made anew (slots stay where they are). */
    void removeInPlace(int entry) {
        table.remove(entry);
        liveCount--;
        count = table.size();
        if (count > 32 && liveCount < count / 2) {
            table = table.without(-1);
            count = table.size();
        }
    }

    @Override
    public String toString() {
        return "shape " + id + " " + type + " " + count + " properties" + (mode == Mode.SHARED ? "" : " " + mode);
    }
}
