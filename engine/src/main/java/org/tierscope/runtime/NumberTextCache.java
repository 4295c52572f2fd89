package org.tierscope.runtime;

/**
 * The texts of doubles that were asked for last, since programs often ask for the same again. Machine code reads it too, so it is
 * native memory; constants are byte offsets in an entry.
 */
public final class NumberTextCache {
    /** The number as a word; 0: no entry. */
    public static final int NUMBER = 0;
    /** The address of its string. */
    public static final int TEXT = 8;
    public static final int ENTRY_SHIFT = 4;
    private static final int INDEX_BITS = 9;
    // The index of an entry: both halves of the word, combined, times this, from this bit on.
    public static final int FACTOR = 0x9E37_79B1;
    public static final int HASH_SHIFT = Integer.SIZE - INDEX_BITS;

    private final long entries;

    NumberTextCache(NativeArena arena) {
        entries = arena.allocate(1L << INDEX_BITS + ENTRY_SHIFT);
    }

    /** Address of the first entry. */
    public long address() {
        return entries;
    }

    private long entry(long number) {
        return entries + ((long) ((int) (number ^ number >>> 32) * FACTOR >>> HASH_SHIFT) << ENTRY_SHIFT);
    }

    /** The string, or 0. */
    long find(long number) {
        long entry = entry(number);
        return Mem.getLong(entry + NUMBER) == number ? Mem.getLong(entry + TEXT) : 0;
    }

    void add(long number, long text) {
        long entry = entry(number);
        Mem.putLong(entry + NUMBER, number);
        Mem.putLong(entry + TEXT, text);
    }

    /** Before a collection: the strings may die. */
    void clear() {
        Mem.fill(entries, 1L << INDEX_BITS + ENTRY_SHIFT, (byte) 0);
    }
}
