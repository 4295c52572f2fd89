package org.tierscope.regexp;

import java.util.Arrays;

/** An immutable set of code points, as sorted ranges that neither overlap nor touch. */
public final class CharSet {
    public static final int MAX = Character.MAX_CODE_POINT;
    public static final CharSet EMPTY = new CharSet(new int[0]);
    public static final CharSet ALL = range(0, MAX);

    /** Sets with more ranges than this above Latin-1 get a bit map of the basic plane when they are used to match. */
    private static final int MANY_RANGES = 3;

    /** first, last, first, last… */
    private final int[] ranges;
    private final long[] latin1 = new long[4];
    private long[] basicPlane;

    private CharSet(int[] ranges) {
        this.ranges = ranges;
        for (int i = 0; i < ranges.length && ranges[i] < 256; i += 2) {
            for (int c = ranges[i]; c <= Math.min(ranges[i + 1], 255); c++) {
                latin1[c >> 6] |= 1L << c;
            }
        }
    }

    public static CharSet range(int first, int last) {
        return new CharSet(new int[] {first, last});
    }

    public static CharSet of(int codePoint) {
        return range(codePoint, codePoint);
    }

    /** Of the ranges first, last, first, last… in any order. */
    public static CharSet ofRanges(int... ranges) {
        var builder = new Builder();
        for (int i = 0; i < ranges.length; i += 2) {
            builder.add(ranges[i], ranges[i + 1]);
        }
        return builder.build();
    }

    public boolean contains(int c) {
        if (c < 256) {
            return (latin1[c >> 6] & 1L << c) != 0;
        }
        if (basicPlane != null && c < 0x10000) {
            return (basicPlane[c >> 6] & 1L << c) != 0;
        }
        return search(c);
    }

    private boolean search(int c) {
        int low = 0;
        int high = ranges.length >> 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (ranges[2 * middle + 1] < c) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low < ranges.length && ranges[2 * low] <= c;
    }

    /** This set, prepared for being asked often. */
    CharSet forMatching() {
        int above = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            above += ranges[i + 1] >= 256 ? 1 : 0;
        }
        if (above > MANY_RANGES && basicPlane == null) {
            var bits = new long[1024];
            for (int i = 0; i < ranges.length && ranges[i] < 0x10000; i += 2) {
                for (int c = ranges[i]; c <= Math.min(ranges[i + 1], 0xFFFF); c++) {
                    bits[c >> 6] |= 1L << c;
                }
            }
            basicPlane = bits;
        }
        return this;
    }

    public boolean isEmpty() {
        return ranges.length == 0;
    }

    public int rangeCount() {
        return ranges.length >> 1;
    }

    public int first(int range) {
        return ranges[2 * range];
    }

    public int last(int range) {
        return ranges[2 * range + 1];
    }

    /** How many code points it has. */
    public int size() {
        int size = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            size += ranges[i + 1] - ranges[i] + 1;
        }
        return size;
    }

    /** The largest member; −1 of the empty set. */
    public int max() {
        return ranges.length == 0 ? -1 : ranges[ranges.length - 1];
    }

    public CharSet union(CharSet other) {
        return new Builder().add(this).add(other).build();
    }

    public CharSet complement() {
        var builder = new Builder();
        int from = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] > from) {
                builder.add(from, ranges[i] - 1);
            }
            from = ranges[i + 1] + 1;
        }
        if (from <= MAX) {
            builder.add(from, MAX);
        }
        return builder.build();
    }

    public CharSet intersection(CharSet other) {
        var builder = new Builder();
        for (int i = 0, j = 0; i < ranges.length && j < other.ranges.length; ) {
            int first = Math.max(ranges[i], other.ranges[j]);
            int last = Math.min(ranges[i + 1], other.ranges[j + 1]);
            if (first <= last) {
                builder.add(first, last);
            }
            if (ranges[i + 1] < other.ranges[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return builder.build();
    }

    public CharSet without(CharSet other) {
        return intersection(other.complement());
    }

    public boolean intersects(CharSet other) {
        for (int i = 0, j = 0; i < ranges.length && j < other.ranges.length; ) {
            if (Math.max(ranges[i], other.ranges[j]) <= Math.min(ranges[i + 1], other.ranges[j + 1])) {
                return true;
            }
            if (ranges[i + 1] < other.ranges[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return false;
    }

    /** The UTF-16 units that members begin with. */
    CharSet firstUnits() {
        var builder = new Builder();
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] < 0x10000) {
                builder.add(ranges[i], Math.min(ranges[i + 1], 0xFFFF));
            }
            if (ranges[i + 1] >= 0x10000) {
                builder.add(
                        Character.highSurrogate(Math.max(ranges[i], 0x10000)),
                        Character.highSurrogate(ranges[i + 1]));
            }
        }
        return builder.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CharSet set && Arrays.equals(ranges, set.ranges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ranges);
    }

    /** As a character class: {@code [0-9_]}. */
    @Override
    public String toString() {
        var text = new StringBuilder("[");
        for (int i = 0; i < ranges.length; i += 2) {
            appendChar(text, ranges[i]);
            if (ranges[i + 1] > ranges[i]) {
                if (ranges[i + 1] > ranges[i] + 1) {
                    text.append('-');
                }
                appendChar(text, ranges[i + 1]);
            }
        }
        return text.append(']').toString();
    }

    private static void appendChar(StringBuilder text, int c) {
        if (c > 32 && c < 127) {
            text.append((char) c);
        } else {
            text.append("\\u{").append(Integer.toHexString(c)).append('}');
        }
    }

    /** Collects ranges in any order. */
    public static final class Builder {
        private int[] ranges = new int[16];
        private int size;
        private boolean sorted = true;

        public Builder add(int first, int last) {
            if (size > 0 && first <= ranges[size - 1] + 1) {
                if (first >= ranges[size - 2]) {
                    ranges[size - 1] = Math.max(ranges[size - 1], last);
                    return this;
                }
                sorted = false;
            }
            if (size == ranges.length) {
                ranges = Arrays.copyOf(ranges, 2 * size);
            }
            ranges[size++] = first;
            ranges[size++] = last;
            return this;
        }

        public Builder add(int codePoint) {
            return add(codePoint, codePoint);
        }

        public Builder add(CharSet set) {
            for (int i = 0; i < set.ranges.length; i += 2) {
                add(set.ranges[i], set.ranges[i + 1]);
            }
            return this;
        }

        public CharSet build() {
            return new CharSet(sorted ? Arrays.copyOf(ranges, size) : merged());
        }

        private int[] merged() {
            var keys = new long[size / 2];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = (long) ranges[2 * i] << 32 | ranges[2 * i + 1];
            }
            Arrays.sort(keys);
            var result = new int[size];
            int count = 0;
            for (long key : keys) {
                int first = (int) (key >> 32);
                int last = (int) key;
                if (count > 0 && first <= result[count - 1] + 1) {
                    result[count - 1] = Math.max(result[count - 1], last);
                } else {
                    result[count++] = first;
                    result[count++] = last;
                }
            }
            return Arrays.copyOf(result, count);
        }
    }
}
