package org.tierscope.runtime;

/**
 * The tables of Map and Set (24.1, 24.2): entries in the order of insertion, and buckets of chains, in a VALUES cell. An
 * iterator remembers a table and a position; when a table was replaced it leads to its successor, and the old one tells
 * how positions moved. So iteration sees what is added and deleted meanwhile, as the specification wants.
 *
 * <pre>
 *   word 0  live entries       1  used entries, −1: cleared     2  successor, 0: none     3  number of buckets
 *   then the buckets (entry number + 1, 0: empty), then entries of three words: key (EMPTY: deleted), value, next in chain
 * </pre>
 */
public final class HashTables {
    public static final int LIVE = 0;
    public static final int USED = 1;
    public static final int NEXT_TABLE = 2;
    public static final int BUCKETS = 3;
    public static final int HEADER_WORDS = 4;
    public static final int ENTRY_WORDS = 3;
    private static final int ENTRIES_PER_BUCKET = 2;
    private static final int MIN_BUCKETS = 4;

    /** Fixed field of a MAP, SET, WEAK_MAP or WEAK_SET object. */
    public static final int TABLE = 0;

    /** What the word of a key is multiplied by to hash it. */
    public static final long HASH_FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private HashTables() {}

    private static long word(long table, int i) {
        return Mem.getLong(table + Layout.ARRAY_DATA + 8L * i);
    }

    private static void setWord(long table, int i, long value) {
        Mem.putLong(table + Layout.ARRAY_DATA + 8L * i, value);
    }

    private static int intWord(long table, int i) {
        return (int) word(table, i);
    }

    private static long newTable(Vm vm, int buckets) {
        int words = HEADER_WORDS + buckets + ENTRY_WORDS * ENTRIES_PER_BUCKET * buckets;
        long table = vm.heap().allocate(Layout.ARRAY_DATA + 8 * words, Heap.header(CellType.VALUES));
        Mem.putInt(table + Layout.ARRAY_CAPACITY, words);
        setWord(table, LIVE, Value.ZERO);
        setWord(table, USED, Value.ZERO);
        setWord(table, BUCKETS, Value.ofInt(buckets));
        return table;
    }

    /** Gives a new MAP or SET object its empty table. */
    public static void initialize(Vm vm, long collection) {
        Objects.setField(collection, TABLE, newTable(vm, MIN_BUCKETS));
    }

    private static long table(long collection) {
        return Objects.field(collection, TABLE);
    }

    public static int size(long collection) {
        return intWord(table(collection), LIVE);
    }

    private static int entryAt(long table, int entry) {
        return HEADER_WORDS + intWord(table, BUCKETS) + ENTRY_WORDS * entry;
    }

    private static int hash(Vm vm, long key) {
        long bits = key;
        if (Layout.isString(key)) {
            bits = Strings.hash(vm.strings().flatten(key));
        } else if (Value.isDouble(key)) {
            bits = Value.number(Value.asDouble(key));
        } else if (Conversions.isBigInt(key)) {
            bits = BigInts.hash(key);
        }
        long h = bits * HASH_FACTOR;
        return (int) (h >>> 32 ^ h >>> 47);
    }

    private static long normalize(long key) {
        return key == Value.NEGATIVE_ZERO ? Value.ZERO : key;
    }

    private static int find(Vm vm, long table, long key) {
        int bucket = hash(vm, key) & intWord(table, BUCKETS) - 1;
        int entry = intWord(table, HEADER_WORDS + bucket) - 1;
        while (entry >= 0) {
            int at = entryAt(table, entry);
            long found = word(table, at);
            if (found == key || found != Value.EMPTY && vm.comparison().sameValueZero(found, key)) {
                return entry;
            }
            entry = intWord(table, at + 2) - 1;
        }
        return -1;
    }

    public static boolean has(Vm vm, long collection, long key) {
        return find(vm, table(collection), normalize(key)) >= 0;
    }

    /** The value for a key, EMPTY where it is not there. */
    public static long get(Vm vm, long map, long key) {
        long table = table(map);
        int entry = find(vm, table, normalize(key));
        return entry < 0 ? Value.EMPTY : word(table, entryAt(table, entry) + 1);
    }

    /** Address of the entry for a key, EMPTY where there is none. */
    public static long address(Vm vm, long collection, long key) {
        long table = table(collection);
        int entry = find(vm, table, normalize(key));
        return entry < 0 ? Value.EMPTY : table + Layout.ARRAY_DATA + 8L * entryAt(table, entry);
    }

    public static void put(Vm vm, long collection, long key, long value) {
        key = normalize(key);
        long table = table(collection);
        int entry = find(vm, table, key);
        if (entry >= 0) {
            setWord(table, entryAt(table, entry) + 1, value);
            return;
        }
        int buckets = intWord(table, BUCKETS);
        if (intWord(table, USED) == ENTRIES_PER_BUCKET * buckets) {
            boolean crowded = intWord(table, LIVE) > ENTRIES_PER_BUCKET * buckets / 2;
            table = rehash(vm, collection, crowded ? 2 * buckets : buckets);
        }
        append(vm, table, key, value);
    }

    private static void append(Vm vm, long table, long key, long value) {
        int entry = intWord(table, USED);
        int bucket = HEADER_WORDS + (hash(vm, key) & intWord(table, BUCKETS) - 1);
        int at = entryAt(table, entry);
        setWord(table, at, key);
        setWord(table, at + 1, value);
        setWord(table, at + 2, Value.ofInt(intWord(table, bucket)));
        setWord(table, bucket, Value.ofInt(entry + 1));
        setWord(table, USED, Value.ofInt(entry + 1));
        setWord(table, LIVE, Value.ofInt(intWord(table, LIVE) + 1));
    }

    private static long rehash(Vm vm, long collection, int buckets) {
        long old = table(collection);
        long table = newTable(vm, buckets);
        int used = intWord(old, USED);
        for (int i = 0; i < used; i++) {
            int at = entryAt(old, i);
            if (word(old, at) != Value.EMPTY) {
                append(vm, table, word(old, at), word(old, at + 1));
            }
        }
        setWord(old, NEXT_TABLE, table);
        Objects.setField(collection, TABLE, table);
        return table;
    }

    public static boolean delete(Vm vm, long collection, long key) {
        long table = table(collection);
        int entry = find(vm, table, normalize(key));
        if (entry < 0) {
            return false;
        }
        remove(table, entry);
        int buckets = intWord(table, BUCKETS);
        if (buckets > MIN_BUCKETS && intWord(table, LIVE) < buckets / 2) {
            rehash(vm, collection, buckets / 2);
        }
        return true;
    }

    private static void remove(long table, int entry) {
        int at = entryAt(table, entry);
        setWord(table, at, Value.EMPTY);
        setWord(table, at + 1, Value.UNDEFINED);
        setWord(table, LIVE, Value.ofInt(intWord(table, LIVE) - 1));
    }

    public static void clear(Vm vm, long collection) {
        long old = table(collection);
        long table = newTable(vm, MIN_BUCKETS);
        setWord(old, NEXT_TABLE, table);
        setWord(old, USED, Value.ofInt(-1));
        Objects.setField(collection, TABLE, table);
    }

    // Iteration: MAP_ITERATOR and SET_ITERATOR have the fields table (UNDEFINED once done), position and kind.

    /** {@code kind}: {@link Iteration#KEYS}, VALUES or ENTRIES. */
    public static long newIterator(Vm vm, long collection, int kind) {
        boolean map = Layout.cellType(collection) == CellType.MAP.ordinal();
        long prototype = vm.realm().get(map ? Intrinsic.MAP_ITERATOR_PROTOTYPE : Intrinsic.SET_ITERATOR_PROTOTYPE);
        Shape shape = vm.objects().rootShape(prototype, map ? CellType.MAP_ITERATOR : CellType.SET_ITERATOR, 0);
        long iterator = vm.objects().allocate(shape, 0);
        Objects.setField(iterator, Iteration.TARGET, table(collection));
        Objects.setField(iterator, Iteration.POSITION, Value.ZERO);
        Objects.setField(iterator, Iteration.KIND, Value.ofInt(kind));
        return iterator;
    }

    /** Moves an iterator to its next entry and leaves it behind that; −1 at the end. */
    private static int advance(long iterator) {
        long table = Objects.field(iterator, Iteration.TARGET);
        if (table == Value.UNDEFINED) {
            return -1;
        }
        int position = (int) Objects.field(iterator, Iteration.POSITION);
        while (word(table, NEXT_TABLE) != 0) {
            position = positionAfter(table, position);
            table = word(table, NEXT_TABLE);
        }
        int used = intWord(table, USED);
        while (position < used && word(table, entryAt(table, position)) == Value.EMPTY) {
            position++;
        }
        if (position >= used) {
            Objects.setField(iterator, Iteration.TARGET, Value.UNDEFINED);
            return -1;
        }
        Objects.setField(iterator, Iteration.TARGET, table);
        Objects.setField(iterator, Iteration.POSITION, Value.ofInt(position + 1));
        return position;
    }

    /** Where a position of a replaced table is in its successor. */
    private static int positionAfter(long table, int position) {
        if (intWord(table, USED) < 0) {
            return 0;
        }
        int deleted = 0;
        for (int i = 0; i < position; i++) {
            if (word(table, entryAt(table, i)) == Value.EMPTY) {
                deleted++;
            }
        }
        return position - deleted;
    }

    static long stepMap(Vm vm, long iterator) {
        int entry = advance(iterator);
        if (entry < 0) {
            return Value.EMPTY;
        }
        long table = Objects.field(iterator, Iteration.TARGET);
        int at = entryAt(table, entry);
        return switch ((int) Objects.field(iterator, Iteration.KIND)) {
            case Iteration.KEYS -> word(table, at);
            case Iteration.VALUES -> word(table, at + 1);
            default -> vm.realm().newPair(word(table, at), word(table, at + 1));
        };
    }

    static long stepSet(Vm vm, long iterator) {
        int entry = advance(iterator);
        if (entry < 0) {
            return Value.EMPTY;
        }
        long table = Objects.field(iterator, Iteration.TARGET);
        long key = word(table, entryAt(table, entry));
        return (int) Objects.field(iterator, Iteration.KIND) == Iteration.ENTRIES ? vm.realm().newPair(key, key) : key;
    }

    /** The next value of an iterator of a map or set, EMPTY at the end. */
    public static long step(Vm vm, long iterator) {
        return Layout.cellType(iterator) == CellType.MAP_ITERATOR.ordinal()
                ? stepMap(vm, iterator)
                : stepSet(vm, iterator);
    }

    // For the collector: weak tables.

    /** What happens to one entry of a weak table. */
    @FunctionalInterface
    interface EntryVisitor {
        /** Returns false to delete the entry. */
        boolean visit(long key, long value);
    }

    static void visitWeak(long collection, EntryVisitor visitor) {
        long table = table(collection);
        if (table == 0) {
            return;
        }
        for (int i = 0; i < intWord(table, USED); i++) {
            int at = entryAt(table, i);
            if (word(table, at) != Value.EMPTY && !visitor.visit(word(table, at), word(table, at + 1))) {
                remove(table, i);
            }
        }
    }
}
