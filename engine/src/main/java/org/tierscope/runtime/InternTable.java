package org.tierscope.runtime;

/** The set of interned strings, by content. Weak: the collector drops those that nothing else keeps. */
final class InternTable {
    private static final long DELETED = 1;

    private long[] cells = new long[4096];
    private int used;
    private int live;

    long find(String text, int hash) {
        int mask = cells.length - 1;
        for (int i = spread(hash) & mask; ; i = i + 1 & mask) {
            long cell = cells[i];
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
        int mask = cells.length - 1;
        for (int i = spread(hash) & mask; ; i = i + 1 & mask) {
            long cell = cells[i];
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
        return hash ^ hash >>> 15;
    }

    /** Adds a flat string that is not in the table. */
    void add(long flat) {
        if (4 * (used + 1) > 3 * cells.length) {
            rehash(live * 2 >= cells.length / 2 ? 2 * cells.length : cells.length);
        }
        insert(flat);
        live++;
    }

    private void insert(long flat) {
        int mask = cells.length - 1;
        int i = spread(Strings.hash(flat)) & mask;
        while (cells[i] != 0) {
            i = i + 1 & mask;
        }
        cells[i] = flat;
        used++;
    }

    private void rehash(int capacity) {
        long[] old = cells;
        cells = new long[capacity];
        used = 0;
        for (long cell : old) {
            if (cell != 0 && cell != DELETED) {
                insert(cell);
            }
        }
    }

    /** After marking: forgets the strings that are not marked. */
    void sweep(Heap heap) {
        for (int i = 0; i < cells.length; i++) {
            long cell = cells[i];
            if (cell != 0 && cell != DELETED && !heap.isMarked(cell)) {
                cells[i] = DELETED;
                live--;
            }
        }
    }
}
