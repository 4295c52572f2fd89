package org.tierscope.runtime;

/**
 * One cache for the megamorphic and computed accesses of a VM, by shape and key: how to reach the property, as in a PROPERTY
 * entry. Machine code reads it too, so it is native memory; constants are byte offsets in an entry.
 *
 * <p>Loads are found by the property's key; stores to writable own data properties, and those that add one, by {@link #storeKey}.
 * Where a store adds a property, the holder is the id of the shape after it.
 */
public final class MegamorphicCache {
    /** u32. */
    public static final int SHAPE = 0;
    /** u32, as PROPERTY_ACCESS. */
    public static final int ACCESS = 4;
    public static final int KEY = 8;
    public static final int HOLDER = 16;
    public static final int VALIDITY = 24;
    public static final int ENTRY_SHIFT = 5;
    public static final int SIZE = 2048;

    /** What tells a store's key from a load's: keys are addresses of cells. */
    public static final int STORE = 8;
    /** What a prototype's address is combined with to ask whether it is above objects of a shape: ABSENT where it is not. */
    public static final int INSTANCE = 4;
    // The index of an entry is computed from key and shape with these; what tells a store is part of it, so that o[k] = o[k] + 1
    // finds both.
    public static final int KEY_SHIFT = 3;
    public static final int KEY_FACTOR = 31;
    public static final int SHAPE_FACTOR = 0x9E37_79B1;
    public static final int HASH_SHIFT = 15;

    private final long entries;

    MegamorphicCache(NativeArena arena) {
        entries = arena.allocate((long) SIZE << ENTRY_SHIFT);
    }

    /** Address of the first entry. */
    public long address() {
        return entries;
    }

    static long storeKey(long key) {
        return key ^ STORE;
    }

    private long entry(int shape, long key) {
        int h = (int) (key >>> KEY_SHIFT) * KEY_FACTOR + shape * SHAPE_FACTOR;
        return entries + ((long) ((h ^ h >>> HASH_SHIFT) & SIZE - 1) << ENTRY_SHIFT);
    }

    /** The address of a usable entry, or 0. */
    long find(int shape, long key) {
        long entry = entry(shape, key);
        if (Mem.getInt(entry + SHAPE) != shape || Mem.getLong(entry + KEY) != key) {
            return 0;
        }
        long validity = Mem.getLong(entry + VALIDITY);
        return validity == 0 || Mem.getInt(validity) == 1 ? entry : 0;
    }

    static int access(long entry) {
        return Mem.getInt(entry + ACCESS);
    }

    static long holder(long entry) {
        return Mem.getLong(entry + HOLDER);
    }

    void add(int shape, long key, int access, long holder, long validity) {
        long entry = entry(shape, key);
        Mem.putInt(entry + SHAPE, shape);
        Mem.putInt(entry + ACCESS, access);
        Mem.putLong(entry + KEY, key);
        Mem.putLong(entry + HOLDER, holder);
        Mem.putLong(entry + VALIDITY, validity);
    }

    /** Before a collection: entries name cells that may die. */
    void clear() {
        Mem.fill(entries, (long) SIZE << ENTRY_SHIFT, (byte) 0);
    }
}
