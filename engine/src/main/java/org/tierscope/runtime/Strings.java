package org.tierscope.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Guest strings: flat ones of Latin-1 or UTF-16 units, and ropes, which make repeated concatenation linear. Lengths and
 * indices count UTF-16 units. Every operation that needs characters flattens the rope it is given, once.
 */
public final class Strings {
    /** 2^29 − 24, V8's limit, so that programs that test it see the same. */
    public static final int MAX_LENGTH = (1 << 29) - 24;

    /** Below this length a concatenation is copied at once. */
    public static final int MIN_ROPE_LENGTH = 24;
    /** Flag of ropes: some unit is above 0xFF. */
    public static final int FLAG_WIDE = 2;
    /** Bytes of a rope. */
    public static final int ROPE_SIZE = 32;

    private static final long LATIN1_HEADER = Heap.header(CellType.STRING_LATIN1);
    private static final long UTF16_HEADER = Heap.header(CellType.STRING_UTF16);
    private static final int LATIN1 = CellType.STRING_LATIN1.ordinal();
    private static final int UTF16 = CellType.STRING_UTF16.ordinal();
    private static final int ROPE = CellType.STRING_ROPE.ordinal();

    private final Heap heap;
    private final Runnable tooLong;
    private final InternTable table;
    private final long[] singles = new long[256];
    private final long empty;

    /** {@code tooLong} throws the guest's RangeError for a string above {@link #MAX_LENGTH}. */
    Strings(Heap heap, long state, Runnable tooLong) {
        this.heap = heap;
        this.table = new InternTable(state);
        this.tooLong = tooLong;
        this.empty = intern("");
        for (int c = 0; c < singles.length; c++) {
            singles[c] = intern(String.valueOf((char) c));
        }
    }

    public long empty() {
        return empty;
    }

    InternTable table() {
        return table;
    }

    long[] singles() {
        return singles;
    }

    public static int length(long string) {
        return Mem.getInt(string + Layout.STRING_LENGTH);
    }

    // Making strings.

    public long of(String text) {
        int length = text.length();
        if (length == 0) {
            return empty;
        }
        if (length == 1 && text.charAt(0) < 256) {
            return singles[text.charAt(0)];
        }
        return fresh(text);
    }

    private long fresh(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > 0xFF) {
                char[] units = text.toCharArray();
                long cell = allocateUtf16(length);
                Mem.write(units, cell + Layout.STRING_DATA);
                return cell;
            }
        }
        long cell = allocateLatin1(length);
        Mem.write(text.getBytes(StandardCharsets.ISO_8859_1), cell + Layout.STRING_DATA);
        return cell;
    }

    /** The string of one UTF-16 unit. */
    public long ofUnit(int unit) {
        if (unit < 256) {
            return singles[unit];
        }
        long cell = allocateUtf16(1);
        Mem.putChar(cell + Layout.STRING_DATA, (char) unit);
        return cell;
    }

    /** A flat Latin-1 string whose characters the caller writes before anything else happens. */
    public long allocateLatin1(int length) {
        checkLength(length);
        long cell = heap.allocate(Layout.STRING_DATA + length, LATIN1_HEADER);
        Mem.putInt(cell + Layout.STRING_LENGTH, length);
        return cell;
    }

    /** A flat UTF-16 string whose units the caller writes before anything else happens; one must be above 0xFF. */
    public long allocateUtf16(int length) {
        checkLength(length);
        long cell = heap.allocate(Layout.STRING_DATA + 2 * length, UTF16_HEADER);
        Mem.putInt(cell + Layout.STRING_LENGTH, length);
        return cell;
    }

    private void checkLength(long length) {
        if (length > MAX_LENGTH) {
            tooLong.run();
        }
    }

    /** The text as a Java string. */
    public String toJava(long string) {
        long flat = flatten(string);
        int length = length(flat);
        if (isLatin1(flat)) {
            var bytes = new byte[length];
            Mem.read(flat + Layout.STRING_DATA, bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        var units = new char[length];
        Mem.read(flat + Layout.STRING_DATA, units);
        return new String(units);
    }

    // Interning.

    /** The interned string of this text. */
    public long intern(String text) {
        int hash = hash(text);
        long found = table.find(text, hash);
        if (found != 0) {
            return found;
        }
        long cell = fresh(text);
        Mem.putInt(cell + Layout.STRING_HASH, hash);
        return addInterned(cell);
    }

    /** The interned string equal to this one: itself, flat, if there was none. */
    public long intern(long string) {
        if (Layout.hasFlag(string, Layout.FLAG_INTERNED)) {
            return string;
        }
        long flat = flatten(string);
        if (Layout.hasFlag(flat, Layout.FLAG_INTERNED)) {
            return flat;
        }
        long found = table.find(flat, hash(flat));
        return found != 0 ? found : addInterned(flat);
    }

    /** The interned string equal to this one, or this one, flat, where there is none. */
    public long findInterned(long string) {
        long flat = flatten(string);
        if (Layout.hasFlag(flat, Layout.FLAG_INTERNED)) {
            return flat;
        }
        long found = table.find(flat, hash(flat));
        return found != 0 ? found : flat;
    }

    private long addInterned(long flat) {
        Mem.putByte(flat + Layout.FLAGS, (byte) (Mem.getByte(flat + Layout.FLAGS) | Layout.FLAG_INTERNED));
        table.add(flat);
        return flat;
    }

    private static int hash(String text) {
        int hash = text.hashCode();
        return hash == 0 ? 1 : hash;
    }

    /** The hash of a flat string's characters: that of the equal Java string, 1 instead of 0. */
    public static int hash(long flat) {
        int hash = Mem.getInt(flat + Layout.STRING_HASH);
        if (hash != 0) {
            return hash;
        }
        int length = length(flat);
        long data = flat + Layout.STRING_DATA;
        if (isLatin1(flat)) {
            for (int i = 0; i < length; i++) {
                hash = 31 * hash + Mem.getUnsignedByte(data + i);
            }
        } else {
            for (int i = 0; i < length; i++) {
                hash = 31 * hash + Mem.getChar(data + 2L * i);
            }
        }
        hash = hash == 0 ? 1 : hash;
        Mem.putInt(flat + Layout.STRING_HASH, hash);
        return hash;
    }

    // Concatenation.

    public long concat(long left, long right) {
        int leftLength = length(left);
        int rightLength = length(right);
        if (leftLength == 0) {
            return right;
        }
        if (rightLength == 0) {
            return left;
        }
        long length = (long) leftLength + rightLength;
        checkLength(length);
        boolean wide = isWide(left) || isWide(right);
        if (length < MIN_ROPE_LENGTH) {
            return concatFlat(flatten(left), flatten(right), (int) length, wide);
        }
        long cell = heap.allocate(ROPE_SIZE, Heap.header(ROPE, CellType.STRING_ROPE, wide ? FLAG_WIDE : 0));
        Mem.putInt(cell + Layout.STRING_LENGTH, (int) length);
        Mem.putLong(cell + Layout.ROPE_LEFT, left);
        Mem.putLong(cell + Layout.ROPE_RIGHT, right);
        return cell;
    }

    private long concatFlat(long left, long right, int length, boolean wide) {
        long cell = wide ? allocateUtf16(length) : allocateLatin1(length);
        long data = cell + Layout.STRING_DATA;
        copyUnits(left, 0, length(left), data, wide);
        copyUnits(right, 0, length(right), data + ((long) length(left) << (wide ? 1 : 0)), wide);
        return cell;
    }

    /** Whether some unit may be above 0xFF. */
    public static boolean isWide(long string) {
        int type = Layout.cellType(string);
        return type == UTF16 || type == ROPE && Layout.hasFlag(string, FLAG_WIDE);
    }

    public static boolean isLatin1(long flat) {
        return Layout.cellType(flat) == LATIN1;
    }

    /** The flat string with the same characters: the string itself unless it is a rope. */
    public long flatten(long string) {
        if (Layout.cellType(string) != ROPE) {
            return string;
        }
        if (Mem.getLong(string + Layout.ROPE_RIGHT) == 0) {
            return Mem.getLong(string + Layout.ROPE_LEFT);
        }
        boolean wide = isWide(string);
        int length = length(string);
        long flat = wide ? allocateUtf16(length) : allocateLatin1(length);
        fillFromRope(string, flat + Layout.STRING_DATA, length, wide);
        Mem.putLong(string + Layout.ROPE_LEFT, flat);
        Mem.putLong(string + Layout.ROPE_RIGHT, 0);
        return flat;
    }

    /** From right to left, so that the usual rope, deep on the left, needs no stack. */
    private static void fillFromRope(long rope, long data, int length, boolean wide) {
        var stack = new long[16];
        int depth = 0;
        stack[depth++] = rope;
        int end = length;
        while (depth > 0) {
            long part = stack[--depth];
            if (Layout.cellType(part) == ROPE) {
                if (depth + 2 > stack.length) {
                    stack = Arrays.copyOf(stack, 2 * stack.length);
                }
                stack[depth++] = Mem.getLong(part + Layout.ROPE_LEFT);
                long right = Mem.getLong(part + Layout.ROPE_RIGHT);
                if (right != 0) {
                    stack[depth++] = right;
                }
            } else {
                int partLength = length(part);
                end -= partLength;
                copyUnits(part, 0, partLength, data + ((long) end << (wide ? 1 : 0)), wide);
            }
        }
    }

    /** Copies units [from, to) of a flat string to raw memory, widened where {@code wide}. */
    public static void copyUnits(long flat, int from, int to, long target, boolean wide) {
        long data = flat + Layout.STRING_DATA;
        if (!isLatin1(flat)) {
            Mem.copy(data + 2L * from, target, 2L * (to - from));
        } else if (wide) {
            for (int i = from; i < to; i++) {
                Mem.putChar(target + 2L * (i - from), (char) Mem.getUnsignedByte(data + i));
            }
        } else if (to - from < 16) {
            for (int i = from; i < to; i++) {
                Mem.putByte(target + (i - from), Mem.getByte(data + i));
            }
        } else {
            Mem.copy(data + from, target, to - from);
        }
    }

    /** The same where {@code wide} says what the target is: UTF-16 units that all fit in a byte may go to a Latin-1 target. */
    public static void copyNarrowed(long flat, int from, int to, long target, boolean wide) {
        if (wide || isLatin1(flat)) {
            copyUnits(flat, from, to, target, wide);
            return;
        }
        for (int i = from; i < to; i++) {
            Mem.putByte(target + (i - from), (byte) unitAt(flat, i));
        }
    }

    // Reading.

    /** Unit {@code i} of a flat string. */
    public static char unitAt(long flat, int i) {
        return isLatin1(flat)
                ? (char) Mem.getUnsignedByte(flat + Layout.STRING_DATA + i)
                : Mem.getChar(flat + Layout.STRING_DATA + 2L * i);
    }

    /** Units [from, to). */
    public long substring(long string, int from, int to) {
        if (from == 0 && to == length(string)) {
            return string;
        }
        if (from >= to) {
            return empty;
        }
        long flat = flatten(string);
        if (to - from == 1) {
            return ofUnit(unitAt(flat, from));
        }
        boolean wide = false;
        if (!isLatin1(flat)) {
            for (int i = from; i < to && !wide; i++) {
                wide = unitAt(flat, i) > 0xFF;
            }
        }
        int length = to - from;
        if (wide || isLatin1(flat)) {
            long cell = wide ? allocateUtf16(length) : allocateLatin1(length);
            copyUnits(flat, from, to, cell + Layout.STRING_DATA, wide);
            return cell;
        }
        long cell = allocateLatin1(length);
        for (int i = 0; i < length; i++) {
            Mem.putByte(cell + Layout.STRING_DATA + i, (byte) unitAt(flat, from + i));
        }
        return cell;
    }

    /** Where {@code sought} stands in {@code string} from {@code from} on, both flat; −1 where it does not. */
    public static int indexOf(long string, long sought, int from) {
        int length = length(sought);
        int last = length(string) - length;
        if (length == 0) {
            return from <= last ? from : -1;
        }
        char first = unitAt(sought, 0);
        if (isLatin1(string)) {
            if (first > 0xFF) {
                return -1;
            }
            long data = string + Layout.STRING_DATA;
            for (int at = from; at <= last; at++) {
                if (Mem.getByte(data + at) == (byte) first && hasAt(string, sought, at)) {
                    return at;
                }
            }
            return -1;
        }
        for (int at = from; at <= last; at++) {
            if (unitAt(string, at) == first && hasAt(string, sought, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether {@code sought} stands in {@code string} at a position, which may be negative; both are flat. */
    public static boolean startsWith(long string, long sought, int at) {
        return at >= 0
                && at + (long) length(sought) <= length(string)
                && (length(sought) == 0 || unitAt(string, at) == unitAt(sought, 0))
                && hasAt(string, sought, at);
    }

    /** But for the first unit, which is known to be there. */
    private static boolean hasAt(long string, long sought, int at) {
        for (int i = length(sought) - 1; i > 0; i--) {
            if (unitAt(string, at + i) != unitAt(sought, i)) {
                return false;
            }
        }
        return true;
    }

    public boolean equal(long a, long b) {
        if (a == b) {
            return true;
        }
        int length = length(a);
        if (length != length(b)) {
            return false;
        }
        if (Layout.hasFlag(a, Layout.FLAG_INTERNED) && Layout.hasFlag(b, Layout.FLAG_INTERNED)) {
            return false;
        }
        return equalFlat(flatten(a), flatten(b), length);
    }

    static boolean equalFlat(long a, long b, int length) {
        boolean latin1 = isLatin1(a);
        if (latin1 != isLatin1(b)) {
            return false;
        }
        long bytes = latin1 ? length : 2L * length;
        long i = Layout.STRING_DATA;
        long end = i + bytes;
        for (; i + 8 <= end; i += 8) {
            if (Mem.getLong(a + i) != Mem.getLong(b + i)) {
                return false;
            }
        }
        for (; i < end; i++) {
            if (Mem.getByte(a + i) != Mem.getByte(b + i)) {
                return false;
            }
        }
        return true;
    }

    /** Order of UTF-16 units, as {@code <} on strings has it. */
    public int compare(long a, long b) {
        long left = flatten(a);
        long right = flatten(b);
        int leftLength = length(left);
        int rightLength = length(right);
        int common = Math.min(leftLength, rightLength);
        for (int i = 0; i < common; i++) {
            int difference = unitAt(left, i) - unitAt(right, i);
            if (difference != 0) {
                return difference;
            }
        }
        return leftLength - rightLength;
    }
}
