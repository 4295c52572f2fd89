package org.tierscope.runtime;

/**
 * Sparse elements, and elements with attributes: a hash table in a VALUES cell. Word 0 counts live entries, word 1 used
 * ones; then come entries of three words: index (int32 value, 0 if unused), value (EMPTY if deleted), attributes.
 */
final class ElementDictionary {
    private static final int HEADER_WORDS = 2;
    private static final int ENTRY_WORDS = 3;
    private static final int MIN_ENTRIES = 8;
    /** So that the size of the cell is an int. */
    private static final int MAX_ENTRIES = 1 << 26;

    private ElementDictionary() {}

    static long create(Heap heap, int entries) {
        int capacity = Math.max(MIN_ENTRIES, Integer.highestOneBit(Math.max(1, entries - 1)) * 2);
        if (entries > MAX_ENTRIES) {
            throw heap.outOfMemory();
        }
        int words = HEADER_WORDS + ENTRY_WORDS * capacity;
        long table = heap.allocate(Layout.ARRAY_DATA + 8 * words, Heap.header(CellType.VALUES));
        Mem.putInt(table + Layout.ARRAY_CAPACITY, words);
        setWord(table, 0, Value.ZERO);
        setWord(table, 1, Value.ZERO);
        return table;
    }

    private static long word(long table, int i) {
        return Mem.getLong(table + Layout.ARRAY_DATA + 8L * i);
    }

    private static void setWord(long table, int i, long value) {
        Mem.putLong(table + Layout.ARRAY_DATA + 8L * i, value);
    }

    /** Number of places for entries; entries are at 0 … capacity − 1. */
    static int capacity(long table) {
        return (Mem.getInt(table + Layout.ARRAY_CAPACITY) - HEADER_WORDS) / ENTRY_WORDS;
    }

    static int size(long table) {
        return Value.asInt(word(table, 0));
    }

    private static int at(int entry) {
        return HEADER_WORDS + ENTRY_WORDS * entry;
    }

    static boolean isLive(long table, int entry) {
        return word(table, at(entry)) != 0 && word(table, at(entry) + 1) != Value.EMPTY;
    }

    static int index(long table, int entry) {
        return Value.asInt(word(table, at(entry)));
    }

    static long value(long table, int entry) {
        return word(table, at(entry) + 1);
    }

    static void setValue(long table, int entry, long value) {
        setWord(table, at(entry) + 1, value);
    }

    static int attributes(long table, int entry) {
        return Value.asInt(word(table, at(entry) + 2));
    }

    static void setAttributes(long table, int entry, int attributes) {
        setWord(table, at(entry) + 2, Value.ofInt(attributes));
    }

    /** Whether every entry is a plain element. */
    static boolean isPlain(long table) {
        for (int i = 0; i < capacity(table); i++) {
            if (isLive(table, i) && attributes(table, i) != Attributes.DEFAULT) {
                return false;
            }
        }
        return true;
    }

    private static int start(int index, int capacity) {
        return (index * 0x9E37_79B9 >>> 7) & capacity - 1;
    }

    /** The live entry of an index, or −1. */
    static int find(long table, int index) {
        int capacity = capacity(table);
        long key = Value.ofInt(index);
        for (int i = start(index, capacity); ; i = i + 1 & capacity - 1) {
            long word = word(table, at(i));
            if (word == 0) {
                return -1;
            }
            if (word == key) {
                return value(table, i) == Value.EMPTY ? -1 : i;
            }
        }
    }

    /** Adds an index that is not there; returns the table, which may be a new one. */
    static long add(Heap heap, long table, int index, long value, int attributes) {
        int capacity = capacity(table);
        if (4 * (Value.asInt(word(table, 1)) + 1) > 3 * capacity) {
            long grown = create(heap, 2 * size(table) + MIN_ENTRIES);
            for (int i = 0; i < capacity; i++) {
                if (isLive(table, i)) {
                    insert(grown, index(table, i), value(table, i), attributes(table, i));
                }
            }
            table = grown;
        }
        insert(table, index, value, attributes);
        return table;
    }

    private static void insert(long table, int index, long value, int attributes) {
        int capacity = capacity(table);
        long key = Value.ofInt(index);
        int i = start(index, capacity);
        while (word(table, at(i)) != 0 && word(table, at(i)) != key) {
            i = i + 1 & capacity - 1;
        }
        if (word(table, at(i)) == 0) {
            setWord(table, 1, Value.ofInt(Value.asInt(word(table, 1)) + 1));
        }
        setWord(table, 0, Value.ofInt(size(table) + 1));
        setWord(table, at(i), key);
        setWord(table, at(i) + 1, value);
        setWord(table, at(i) + 2, Value.ofInt(attributes));
    }

    static void remove(long table, int entry) {
        setWord(table, at(entry) + 1, Value.EMPTY);
        setWord(table, 0, Value.ofInt(size(table) - 1));
    }
}
