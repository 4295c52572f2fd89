package org.tierscope.session;

import java.util.Arrays;

/** Numbers that only grow. */
final class IntSeries {
    private int[] values = new int[4];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + Math.max(4, size / 2));
        }
        values[size++] = value;
    }

    /** The largest that is not above {@code limit}; -1 if there is none. */
    int lastUpTo(int limit) {
        int at = Arrays.binarySearch(values, 0, size, limit);
        int index = at >= 0 ? at : -at - 2;
        return index < 0 ? -1 : values[index];
    }
}
