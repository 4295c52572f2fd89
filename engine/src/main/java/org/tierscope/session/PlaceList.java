package org.tierscope.session;

import java.util.Arrays;

/** Places in an {@link EventStore} in order of time: sixteen bytes each. Not thread-safe. */
final class PlaceList {
    private long[] times = new long[4];
    private long[] places = new long[4];
    private int size;

    void add(long nanos, long place) {
        if (size == times.length) {
            int larger = size + Math.max(4, size / 2);
            times = Arrays.copyOf(times, larger);
            places = Arrays.copyOf(places, larger);
        }
        times[size] = nanos;
        places[size++] = place;
    }

    int size() {
        return size;
    }

    long nanos(int index) {
        return times[index];
    }

    long place(int index) {
        return places[index];
    }

    /** Index of the last at {@code nanos} or before; -1 if there is none. */
    int lastAt(long nanos) {
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
        return low - 1;
    }
}
