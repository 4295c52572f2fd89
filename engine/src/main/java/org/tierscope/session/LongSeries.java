package org.tierscope.session;

import java.util.Arrays;

/** A count over time: value after each change. Compact, since there is one per counted instruction. */
final class LongSeries {

    private long[] times = new long[4];
    private long[] values = new long[4];
    private int size;

    void add(long nanos, long value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        times[size] = nanos;
        values[size++] = value;
    }

    boolean hasBegunAt(long nanos) {
        return size > 0 && times[0] <= nanos;
    }

    /** The count at {@code nanos}; 0 before the first change. */
    long at(long nanos) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : values[low - 1];
    }
}
