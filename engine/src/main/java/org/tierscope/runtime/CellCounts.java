package org.tierscope.runtime;

/** How many cells of each type there are, and how many bytes they take. */
public final class CellCounts {
    private static final CellType[] TYPES = CellType.values();

    private final long[] cells = new long[TYPES.length];
    private final long[] bytes = new long[TYPES.length];

    /** Counts one. */
    public void add(CellType type, long size) {
        cells[type.ordinal()]++;
        bytes[type.ordinal()] += size;
    }

    public long cells(CellType type) {
        return cells[type.ordinal()];
    }

    public long bytes(CellType type) {
        return bytes[type.ordinal()];
    }

    /** Cells of all types. */
    public long total() {
        long sum = 0;
        for (long count : cells) {
            sum += count;
        }
        return sum;
    }
}
