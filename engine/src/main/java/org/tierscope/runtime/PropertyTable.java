package org.tierscope.runtime;

import java.util.Arrays;

/**
 * Keys and information words in the order of their addition. Shapes of one chain of additions share a table: each sees the
 * entries below its own count. Entries are appended by the guest's thread and may be read by another for shapes that it
 * got hold of safely, because an entry is complete before the shape that counts it exists.
 */
final class PropertyTable {
    private static final int LINEAR = 8;

    /** Arrays that are replaced together when they grow. */
    private record Arrays3(long[] keys, int[] infos, int[] index) {}

    private volatile Arrays3 arrays;
    private int size;

    PropertyTable(int capacity) {
        arrays = new Arrays3(new long[capacity], new int[capacity], null);
    }

    /** A table of its own with the first {@code count} entries of {@code other}. */
    PropertyTable(PropertyTable other, int count) {
        Arrays3 a = other.arrays;
        int capacity = Math.max(4, count + (count >> 1));
        arrays = new Arrays3(Arrays.copyOf(Arrays.copyOf(a.keys, count), capacity), Arrays.copyOf(a.infos, capacity), null);
        size = count;
        if (count > LINEAR) {
            arrays = withIndex(arrays);
        }
    }

    private Arrays3 withIndex(Arrays3 a) {
        int capacity = Integer.highestOneBit(2 * a.keys.length) * 2;
        var index = new int[capacity];
        for (int i = 0; i < size; i++) {
            if (a.keys[i] != 0) {
                put(index, a.keys[i], i);
            }
        }
        return new Arrays3(a.keys, a.infos, index);
    }

    private static void put(int[] index, long key, int entry) {
        int mask = index.length - 1;
        int i = hash(key) & mask;
        while (index[i] != 0) {
            i = i + 1 & mask;
        }
        index[i] = entry + 1;
    }

    private static int hash(long key) {
        long h = (key >>> 4) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (h >>> 32);
    }

    int size() {
        return size;
    }

    long key(int entry) {
        return arrays.keys[entry];
    }

    int info(int entry) {
        return arrays.infos[entry];
    }

    void setInfo(int entry, int info) {
        arrays.infos[entry] = info;
    }

    /** The entry of {@code key} below {@code count}, or −1. */
    int find(long key, int count) {
        Arrays3 a = arrays;
        int[] index = a.index;
        if (index == null) {
            long[] keys = a.keys;
            for (int i = Math.min(count, keys.length) - 1; i >= 0; i--) {
                if (keys[i] == key) {
                    return i;
                }
            }
            return -1;
        }
        int mask = index.length - 1;
        for (int i = hash(key) & mask; ; i = i + 1 & mask) {
            int entry = index[i] - 1;
            if (entry < 0) {
                return -1;
            }
            if (a.keys[entry] == key) {
                return entry < count ? entry : -1;
            }
        }
    }

    /** Appends an entry and returns its number. */
    int add(long key, int info) {
        Arrays3 a = arrays;
        if (size == a.keys.length) {
            int capacity = Math.max(4, 2 * size);
            a = new Arrays3(Arrays.copyOf(a.keys, capacity), Arrays.copyOf(a.infos, capacity), null);
            if (size >= LINEAR) {
                a = withIndex(a);
            }
        }
        int entry = size++;
        a.infos[entry] = info;
        a.keys[entry] = key;
        if (a.index != null) {
            put(a.index, key, entry);
        } else if (size > LINEAR) {
            a = withIndex(a);
        }
        arrays = a;
        return entry;
    }

    /** A copy without one entry. */
    PropertyTable without(int entry) {
        var copy = new PropertyTable(Math.max(4, size));
        for (int i = 0; i < size; i++) {
            if (i != entry && key(i) != 0) {
                copy.add(key(i), info(i));
            }
        }
        return copy;
    }

    /** Dictionaries only: leaves a gap where {@code entry} was; {@link #key} of a gap is 0. */
    void remove(int entry) {
        Arrays3 a = arrays;
        a.keys[entry] = 0;
        if (entry == size - 1 && a.index == null) {
            size--;
        }
    }
}
