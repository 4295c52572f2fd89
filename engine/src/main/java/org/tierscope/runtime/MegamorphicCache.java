package org.tierscope.runtime;

/** One cache for all megamorphic loads of a VM, by shape and key: how to reach the property, as in a PROPERTY entry. */
final class MegamorphicCache {
    private static final int SIZE = 2048;

    private final int[] shapes = new int[SIZE];
    private final long[] keys = new long[SIZE];
    private final int[] accesses = new int[SIZE];
    private final long[] holders = new long[SIZE];
    private final long[] validities = new long[SIZE];

    private static int index(int shape, long key) {
        int h = (int) (key >>> 4) * 31 + shape * 0x9E37_79B1;
        return (h ^ h >>> 15) & SIZE - 1;
    }

    /** The position of a usable entry, or −1. */
    int find(int shape, long key) {
        int i = index(shape, key);
        return shapes[i] == shape && keys[i] == key && (validities[i] == 0 || Mem.getInt(validities[i]) == 1) ? i : -1;
    }

    int access(int i) {
        return accesses[i];
    }

    long holder(int i) {
        return holders[i];
    }

    void add(int shape, long key, int access, long holder, long validity) {
        int i = index(shape, key);
        shapes[i] = shape;
        keys[i] = key;
        accesses[i] = access;
        holders[i] = holder;
        validities[i] = validity;
    }

    /** Before a collection: entries name cells that may die. */
    void clear() {
        java.util.Arrays.fill(shapes, 0);
    }
}
