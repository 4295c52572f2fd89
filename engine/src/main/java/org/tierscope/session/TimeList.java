package org.tierscope.session;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * Things in order of time, only ever added to. The past of such a list never changes, so a view of it up to some
 * moment costs nothing and stays valid while the list grows. Not thread-safe; the views are.
 */
final class TimeList<T> {

    private Timed<T>[] items = newArray(8);
    private int size;

    void add(long nanos, T value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = new Timed<>(nanos, value);
    }

    /** All that happened at {@code nanos} or before. */
    List<Timed<T>> until(long nanos) {
        return new Past<>(items, countUntil(nanos));
    }

    /** The same without the times. */
    List<T> valuesUntil(long nanos) {
        return new PastValues<>(until(nanos));
    }

    /** The latest at {@code nanos} or before. */
    Optional<Timed<T>> last(long nanos) {
        int count = countUntil(nanos);
        return count == 0 ? Optional.empty() : Optional.of(items[count - 1]);
    }

    /** Number of things at {@code nanos} or before. */
    int countUntil(long nanos) {
        if (size == 0 || items[size - 1].nanos() <= nanos) {
            return size;
        }
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items[middle].nanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    private static <T> Timed<T>[] newArray(int length) {
        return (Timed<T>[]) new Timed<?>[length];
    }

    /** The first {@code size} items: the array behind them may grow or be replaced, they stay. */
    private static final class Past<T> extends AbstractList<Timed<T>> implements RandomAccess {

        private final Timed<T>[] items;
        private final int size;

        Past(Timed<T>[] items, int size) {
            this.items = items;
            this.size = size;
        }

        @Override
        public Timed<T> get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException(index + " of " + size);
            }
            return items[index];
        }

        @Override
        public int size() {
            return size;
        }
    }

    private static final class PastValues<T> extends AbstractList<T> implements RandomAccess {

        private final List<Timed<T>> past;

        PastValues(List<Timed<T>> past) {
            this.past = past;
        }

        @Override
        public T get(int index) {
            return past.get(index).value();
        }

        @Override
        public int size() {
            return past.size();
        }
    }
}
