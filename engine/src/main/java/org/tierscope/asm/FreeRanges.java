package org.tierscope.asm;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Free ranges of an address space in order of addresses; first fit; neighbours are merged when given back.
 */
final class FreeRanges {
    static final long NONE = -1;

    private final TreeMap<Long, Long> sizeByStart = new TreeMap<>();

    FreeRanges(long start, long size) {
        sizeByStart.put(start, size);
    }

    /** Start of a range of {@code size} bytes that is now taken, or {@link #NONE}. */
    long take(long size) {
        for (Map.Entry<Long, Long> range : sizeByStart.entrySet()) {
            if (range.getValue() >= size) {
                long start = range.getKey();
                long rest = range.getValue() - size;
                sizeByStart.remove(start);
                if (rest > 0) {
                    sizeByStart.put(start + size, rest);
                }
                return start;
            }
        }
        return NONE;
    }

    void give(long start, long size) {
        long newStart = start;
        long newSize = size;
        Map.Entry<Long, Long> before = sizeByStart.lowerEntry(start);
        if (before != null && before.getKey() + before.getValue() == start) {
            newStart = before.getKey();
            newSize += before.getValue();
        }
        Long after = sizeByStart.remove(start + size);
        if (after != null) {
            newSize += after;
        }
        sizeByStart.put(newStart, newSize);
    }

    long total() {
        return sizeByStart.values().stream().mapToLong(Long::longValue).sum();
    }

    long largest() {
        return sizeByStart.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    void forEach(BiConsumer<Long, Long> action) {
        sizeByStart.forEach(action);
    }
}
