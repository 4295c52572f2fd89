package org.tierscope.runtime;

import java.util.Arrays;

/**
 * [[OwnPropertyKeys]]: indices in ascending order, then strings in order of creation, then symbols. A list of keys is a VALUES
 * cell whose capacity is its count, so that the collector sees it while Java code holds its address.
 */
public final class OwnKeys {
    private final Vm vm;

    OwnKeys(Vm vm) {
        this.vm = vm;
    }

    public static int count(long list) {
        return Mem.getInt(list + Layout.ARRAY_CAPACITY);
    }

    /** A key: an interned string, symbol or int32. */
    public static long at(long list, int i) {
        return Mem.getLong(list + Layout.ARRAY_DATA + 8L * i);
    }

    /** A guest array of the keys as values. */
    public long toArray(long keys) {
        long array = vm.literals().newArray();
        for (int i = 0; i < count(keys); i++) {
            vm.literals().arrayAppend(array, vm.conversions().keyToValue(at(keys, i)));
        }
        return array;
    }

    /** All own keys but private names. */
    public long all(long object) {
        return collect(object, true, true, false);
    }

    public long strings(long object) {
        return collect(object, true, false, false);
    }

    public long symbols(long object) {
        return collect(object, false, true, false);
    }

    /** Indices and strings of enumerable properties. */
    public long enumerableStrings(long object) {
        return collect(object, true, false, true);
    }

    /** Enumerable properties of every kind of key. */
    public long enumerable(long object) {
        return collect(object, true, true, true);
    }

    /** The keys of a proxy's that are wanted, from what its trap says. */
    private long ofProxy(long proxy, boolean strings, boolean symbols, boolean enumerableOnly) {
        long keys = vm.proxies().ownKeys(proxy);
        int count = 0;
        for (int i = 0; i < count(keys); i++) {
            long key = at(keys, i);
            if (Layout.isSymbol(key) ? symbols : strings) {
                var property = new Property();
                if (!enumerableOnly || vm.definitions().getOwn(proxy, key, property) && property.isEnumerable()) {
                    Mem.putLong(keys + Layout.ARRAY_DATA + 8L * count++, key);
                }
            }
        }
        Mem.putInt(keys + Layout.ARRAY_CAPACITY, count);
        return keys;
    }

    private long collect(long object, boolean strings, boolean symbols, boolean enumerableOnly) {
        if (Proxies.isProxy(object)) {
            return ofProxy(object, strings, symbols, enumerableOnly);
        }
        Shape shape = vm.shapes().of(object);
        int[] indices = strings ? indices(object, enumerableOnly) : new int[0];
        boolean length = strings && !enumerableOnly
                && vm.properties().virtual(object, vm.names().length) != Value.EMPTY;
        var named = new long[shape.count()];
        int stringCount = 0;
        int bigCount = 0;
        if (strings) {
            for (int i = 0; i < shape.count(); i++) {
                long key = shape.keyAt(i);
                if (key != 0 && !Layout.isSymbol(key) && wanted(shape, i, enumerableOnly)) {
                    named[stringCount++] = key;
                    bigCount += isBigIndex(key) ? 1 : 0;
                }
            }
        }
        if (bigCount > 0) {
            named = bigIndicesFirst(named, stringCount);
        }
        int symbolCount = 0;
        for (int i = 0; symbols && i < shape.count(); i++) {
            long key = shape.keyAt(i);
            if (key != 0 && Layout.isSymbol(key) && !Layout.hasFlag(key, Layout.FLAG_PRIVATE)
                    && wanted(shape, i, enumerableOnly)) {
                named[stringCount + symbolCount++] = key;
            }
        }
        int count = indices.length + (length ? 1 : 0) + stringCount + symbolCount;
        long list = allocate(count);
        long at = list + Layout.ARRAY_DATA;
        for (int index : indices) {
            Mem.putLong(at, Value.ofInt(index));
            at += 8;
        }
        if (length) {
            Mem.putLong(at, vm.names().length);
            at += 8;
        }
        for (int i = 0; i < stringCount + symbolCount; i++) {
            Mem.putLong(at, named[i]);
            at += 8;
        }
        return list;
    }

    /** A list of {@code count} zero words for the caller to fill. */
    long allocate(int count) {
        long list = vm.heap().allocate(Layout.ARRAY_DATA + 8 * count, Heap.header(CellType.VALUES));
        Mem.putInt(list + Layout.ARRAY_CAPACITY, count);
        return list;
    }

    private static boolean wanted(Shape shape, int entry, boolean enumerableOnly) {
        return !enumerableOnly || (shape.infoAt(entry) & Attributes.ENUMERABLE) != 0;
    }

    /** Array indices from 2^31 − 1 on are strings here but still come first. */
    private static boolean isBigIndex(long key) {
        return bigIndex(key) >= 0;
    }

    /** The array index from 2^31 − 1 to 2^32 − 2 that a string key is the text of, or −1. */
    static long bigIndex(long key) {
        if (Layout.isSymbol(key) || Strings.length(key) != 10) {
            return -1;
        }
        long index = 0;
        for (int i = 0; i < 10; i++) {
            int digit = Strings.unitAt(key, i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = 10 * index + digit;
        }
        return index > Conversions.MAX_INT_KEY && index < 0xFFFF_FFFFL ? index : -1;
    }

    /** The array index that a key is, −1 for none. */
    public static long arrayIndex(long key) {
        return Value.isInt(key) ? Value.asInt(key) : bigIndex(key);
    }

    private long[] bigIndicesFirst(long[] keys, int count) {
        Long[] boxed = Arrays.stream(keys, 0, count).boxed().toArray(Long[]::new);
        Arrays.sort(boxed, (a, b) -> {
            boolean left = isBigIndex(a);
            boolean right = isBigIndex(b);
            return left && right ? vm.strings().compare(a, b) : left ? -1 : right ? 1 : 0;
        });
        long[] sorted = Arrays.copyOf(keys, keys.length);
        for (int i = 0; i < count; i++) {
            sorted[i] = boxed[i];
        }
        return sorted;
    }

    private static int[] indices(long object, boolean enumerableOnly) {
        int exotic = ElementsKind.at(object) == ElementsKind.EXOTIC
                        && Layout.cellType(object) == CellType.STRING_OBJECT.ordinal()
                ? Strings.length(ExoticElements.string(object))
                : 0;
        int[] own = ownIndices(object, enumerableOnly);
        if (exotic == 0) {
            return own;
        }
        var all = new int[exotic + own.length];
        Arrays.setAll(all, i -> i < exotic ? i : own[i - exotic]);
        return all;
    }

    private static int[] ownIndices(long object, boolean enumerableOnly) {
        if (Elements.hasTable(object)) {
            return tableIndices(Mem.getLong(object + Layout.OBJECT_ELEMENTS), enumerableOnly);
        }
        if (ElementsKind.at(object) == ElementsKind.EMPTY) {
            return new int[0];
        }
        int limit = (int) Elements.limit(object);
        var indices = new int[limit];
        int count = 0;
        for (int i = 0; i < limit; i++) {
            if (Elements.has(object, i)) {
                indices[count++] = i;
            }
        }
        return Arrays.copyOf(indices, count);
    }

    private static int[] tableIndices(long table, boolean enumerableOnly) {
        if (table == 0) {
            return new int[0];
        }
        var indices = new int[ElementDictionary.size(table)];
        int count = 0;
        for (int i = 0; i < ElementDictionary.capacity(table); i++) {
            if (ElementDictionary.isLive(table, i)
                    && (!enumerableOnly || (ElementDictionary.attributes(table, i) & Attributes.ENUMERABLE) != 0)) {
                indices[count++] = ElementDictionary.index(table, i);
            }
        }
        indices = Arrays.copyOf(indices, count);
        Arrays.sort(indices);
        return indices;
    }
}
