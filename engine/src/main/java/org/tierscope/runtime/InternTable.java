package org.tierscope.runtime;

/**
 * The set of interned strings, by content. Weak: the collector drops those that nothing else keeps. Machine code looks strings
 * up in it, so it is native memory, and the VM state says where: words that are 0 (free), {@link #DELETED} or a cell, probed one
 * after another from the {@link #spread} hash on.
 */
public final class InternTable implements AutoCloseable {
    public static final long DELETED = 1;
    /** {@code spread(hash)} is {@code hash ^ hash >>> SPREAD}. */
    public static final int SPREAD = 15;

    private final long state;
    private long cells;
    private int capacity = 4096;
    private int used;
    private int live;

    InternTable(long state) {
        this.state = state;
        allocate();
    }

    private void allocate() {
        cells = NativeMemory.reserve(8L * capacity);
        Mem.putLong(state + VmState.INTERN_TABLE, cells);
        Mem.putInt(state + VmState.INTERN_MASK, capacity - 1);
    }

    @Override
    public void close() {
        NativeMemory.release(cells, 8L * capacity);
    }

    private long cell(int i) {
        return Mem.getLong(cells + 8L * i);
    }

    private void setCell(int i, long cell) {
        Mem.putLong(cells + 8L * i, cell);
    }

    long find(String text, int hash) {
        int mask = capacity - 1;
        for (int i = spread(hash) & mask; ; i = i + 1 & mask) {
            long cell = cell(i);
            if (cell == 0) {
                return 0;
            }
            if (cell != DELETED && Mem.getInt(cell + Layout.STRING_HASH) == hash && equal(cell, text)) {
                return cell;
            }
        }
    }

    long find(long flat, int hash) {
        int length = Strings.length(flat);
        int mask = capacity - 1;
        for (int i = spread(hash) & mask; ; i = i + 1 & mask) {
            long cell = cell(i);
            if (cell == 0) {
                return 0;
            }
            if (cell != DELETED
                    && Mem.getInt(cell + Layout.STRING_HASH) == hash
                    && Strings.length(cell) == length
                    && Strings.equalFlat(cell, flat, length)) {
                return cell;
            }
        }
    }

    private static boolean equal(long cell, String text) {
        if (Strings.length(cell) != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Strings.unitAt(cell, i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int spread(int hash) {
        return hash ^ hash >>> SPREAD;
    }

    /** Adds a flat string that is not in the table. */
    void add(long flat) {
        if (4 * (used + 1) > 3 * capacity) {
            rehash(live * 2 >= capacity / 2 ? 2 * capacity : capacity);
        }
        insert(flat);
        live++;
    }

    private void insert(long flat) {
        int mask = capacity - 1;
        int i = spread(Strings.hash(flat)) & mask;
        while (cell(i) != 0) {
            i = i + 1 & mask;
        }
        setCell(i, flat);
        used++;
    }

    private void rehash(int newCapacity) {
        long old = cells;
        int oldCapacity = capacity;
        capacity = newCapacity;
        allocate();
        used = 0;
        for (int i = 0; i < oldCapacity; i++) {
            long cell = Mem.getLong(old + 8L * i);
            if (cell != 0 && cell != DELETED) {
                insert(cell);
            }
        }
        NativeMemory.release(old, 8L * oldCapacity);
    }

    /** After marking: forgets the strings that are not marked. */
    void sweep(Heap heap) {
        for (int i = 0; i < capacity; i++) {
            long cell = cell(i);
            if (cell != 0 && cell != DELETED && !heap.isMarked(cell)) {
                setCell(i, DELETED);
                live--;
            }
        }
    }
}
