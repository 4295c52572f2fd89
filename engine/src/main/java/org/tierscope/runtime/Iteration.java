package org.tierscope.runtime;

/**
 * Iterator records (7.4) and for-in (14.7.5.9). A record is three words: iterator, next method, done. Iterators that the
 * engine itself made are stepped without calling their {@code next} and without result objects, as long as that is the
 * original one.
 */
public final class Iteration {
    /** Fields of ARRAY_ITERATOR: target (UNDEFINED once done), next index, kind. */
    public static final int TARGET = 0;

    public static final int POSITION = 1;
    public static final int KIND = 2;

    public static final int KEYS = 0;
    public static final int VALUES = 1;
    public static final int ENTRIES = 2;

    // Fields of FOR_IN_ENUMERATOR.
    private static final int ENUMERATED = 0;
    private static final int ENUMERATED_KEYS = 1;
    private static final int ENUMERATED_POSITION = 2;
    private static final int ENUMERATED_SHAPE = 3;

    private final Vm vm;
    private final ArrayIterationState arrayState;
    private Shape arrayIteratorShape;
    private Shape enumeratorShape;

    Iteration(Vm vm) {
        this.vm = vm;
        this.arrayState = new ArrayIterationState(vm);
    }

    public ArrayIterationState arrayState() {
        return arrayState;
    }

    // Records.

    private static long iterator(long record) {
        return Mem.getLong(record);
    }

    private static long next(long record) {
        return Mem.getLong(record + 8);
    }

    static void setDone(long record, boolean done) {
        Mem.putLong(record + 16, Value.ofBoolean(done));
    }

    private static boolean isDone(long record) {
        return Mem.getLong(record + 16) == Value.TRUE;
    }

    /** A record for iterating in Java code; alive while its address is held. */
    public long newRecord() {
        return vm.ownKeys().allocate(3) + Layout.ARRAY_DATA;
    }

    /** Whether what is iterated, or iterates, is anything but an ordinary object. */
    public static boolean isEngine(long value) {
        return !Value.isCell(value) || Layout.cellType(value) != CellType.OBJECT.ordinal();
    }

    /** @throws GuestException a TypeError where what an iterable has for Symbol.iterator cannot be called */
    public void checkIterable(long method, long iterable) {
        if (!Layout.isCallable(method)) {
            throw vm.errors().notIterable(iterable);
        }
    }

    public void getIterator(long record, long iterable) {
        if (Value.isNullish(iterable)) {
            throw vm.errors().notIterable(iterable);
        }
        long method = Layout.isObject(iterable)
                ? vm.fields().getKeyed(iterable, vm.names().symbolIterator)
                : vm.properties().getOfValue(iterable, vm.names().symbolIterator);
        if (!Layout.isCallable(method)) {
            throw vm.errors().notIterable(iterable);
        }
        getIteratorFromMethod(record, iterable, method);
    }

    public void getIteratorFromMethod(long record, long iterable, long method) {
        long iterator;
        if (method == vm.realm().get(Intrinsic.ARRAY_VALUES) && Layout.isObject(iterable)) {
            iterator = newArrayIterator(iterable, VALUES);
            arrayState.opened();
        } else {
            iterator = vm.call(method, iterable);
            if (!Layout.isObject(iterator)) {
                throw vm.typeError("Result of the Symbol.iterator method is not an object");
            }
        }
        Mem.putLong(record, iterator);
        Mem.putLong(record + 8, vm.fields().getKeyed(iterator, vm.names().next));
        setDone(record, false);
    }

    /** The shape of the iterators that {@link #newArrayIterator} makes. */
    public Shape arrayIteratorShape() {
        if (arrayIteratorShape == null) {
            arrayIteratorShape = vm.objects().rootShape(
                    vm.realm().get(Intrinsic.ARRAY_ITERATOR_PROTOTYPE), CellType.ARRAY_ITERATOR, 0);
        }
        return arrayIteratorShape;
    }

    public long newArrayIterator(long target, int kind) {
        long iterator = vm.objects().allocate(arrayIteratorShape(), 0);
        Objects.setField(iterator, TARGET, target);
        Objects.setField(iterator, POSITION, Value.ZERO);
        Objects.setField(iterator, KIND, Value.ofInt(kind));
        return iterator;
    }

    /** The next value, or EMPTY when done. Marks the record done before an exception leaves. */
    public long iteratorNext(long record) {
        long iterator = iterator(record);
        long next = next(record);
        try {
            long value;
            if (Layout.cellType(iterator) == CellType.ARRAY_ITERATOR.ordinal()
                    && next == vm.realm().get(Intrinsic.ARRAY_ITERATOR_NEXT)) {
                value = stepArrayIterator(iterator);
            } else {
                Stepper stepper = vm.realm().stepper(next, iterator);
                value = stepper != null ? stepper.step(vm, iterator) : stepGeneric(iterator, next);
            }
            if (value == Value.EMPTY) {
                setDone(record, true);
            }
            return value;
        } catch (GuestException e) {
            setDone(record, true);
            throw e;
        }
    }

    /** Steps an iterator of the engine's own. */
    @FunctionalInterface
    public interface Stepper {
        /** The next value, or EMPTY at the end. */
        long step(Vm vm, long iterator);
    }

    private long stepGeneric(long iterator, long next) {
        if (!Layout.isCallable(next)) {
            throw vm.typeError(vm.errors().render(next) + " is not a function");
        }
        return valueOfResult(vm.call(next, iterator));
    }

    /** Code that stepped a record's iterator got {@code result}: the next value, or EMPTY at the end. */
    public long stepped(long record, long result) {
        long value = isGenerator(record) ? vm.generators().stepped(iterator(record), result) : valueOfResult(result);
        if (value == Value.EMPTY) {
            setDone(record, true);
        }
        return value;
    }

    /** The step threw: nothing is to be closed. */
    public GuestException failed(long record, GuestException e) {
        if (isGenerator(record)) {
            vm.generators().left(iterator(record));
        }
        setDone(record, true);
        return e;
    }

    /** Code steps generators by their original next only. */
    private static boolean isGenerator(long record) {
        return Layout.cellType(iterator(record)) == CellType.GENERATOR.ordinal();
    }

    /** The value in what {@code next} returned, or EMPTY where it says done. */
    long valueOfResult(long result) {
        checkResult(result);
        return Conversions.truthy(vm.properties().get(result, vm.names().done))
                ? Value.EMPTY
                : vm.properties().get(result, vm.names().value);
    }

    /** @throws GuestException a TypeError where what an iterator's method returned is no object */
    public void checkResult(long result) {
        if (!Layout.isObject(result)) {
            throw vm.typeError("Iterator result " + vm.errors().render(result) + " is not an object");
        }
    }

    /** %ArrayIteratorPrototype%.next without the result object (23.1.5.2.1). */
    public long stepArrayIterator(long iterator) {
        long target = Objects.field(iterator, TARGET);
        if (target == Value.UNDEFINED) {
            return Value.EMPTY;
        }
        long position = Objects.field(iterator, POSITION);
        long index = Value.isInt(position) ? (int) position : (long) Value.asDouble(position);
        boolean array = Layout.cellType(target) == CellType.ARRAY.ordinal();
        if (ElementsKind.at(target).isTypedArray() && vm.buffers().isOutOfBounds(target)) {
            throw vm.typeError("Cannot perform %ArrayIteratorPrototype%.next on a detached ArrayBuffer");
        }
        long length = array || ElementsKind.at(target).isTypedArray()
                ? Elements.limit(target)
                : vm.conversions().toLength(vm.properties().get(target, vm.names().length));
        if (index >= length) {
            Objects.setField(iterator, TARGET, Value.UNDEFINED);
            return Value.EMPTY;
        }
        Objects.setField(iterator, POSITION, Value.number(index + 1));
        int kind = (int) Objects.field(iterator, KIND);
        if (kind == KEYS) {
            return Value.number(index);
        }
        long value = vm.elementAccess().get(target, Value.number(index), 0);
        return kind == VALUES ? value : vm.realm().newPair(Value.number(index), value);
    }

    /** For destructuring: undefined once the iterator is done. */
    public long iteratorStep(long record) {
        if (isDone(record)) {
            return Value.UNDEFINED;
        }
        long value = iteratorNext(record);
        return value == Value.EMPTY ? Value.UNDEFINED : value;
    }

    public long iteratorRest(long record) {
        long array = vm.literals().newArray();
        while (!isDone(record)) {
            long value = iteratorNext(record);
            if (value != Value.EMPTY) {
                vm.literals().arrayAppend(array, value);
            }
        }
        return array;
    }

    public void iteratorClose(long record, boolean throwing) {
        if (isDone(record)) {
            return;
        }
        setDone(record, true);
        long iterator = iterator(record);
        try {
            long method = vm.properties().getMethod(iterator, vm.names().return_);
            if (method == Value.UNDEFINED) {
                arrayState.closedWithoutReturn(iterator);
            } else {
                long result = vm.call(method, iterator);
                if (!throwing && !Layout.isObject(result)) {
                    throw vm.typeError("Iterator result " + vm.errors().render(result) + " is not an object");
                }
            }
        } catch (GuestException e) {
            if (!throwing) {
                throw e;
            }
        }
    }

    /** IteratorToList of the iterator that {@code method} gives for {@code iterable}, as an array. */
    public long listFrom(long iterable, long method) {
        long array = vm.literals().newArray();
        long record = newRecord();
        getIteratorFromMethod(record, iterable, method);
        for (long value = iteratorNext(record); value != Value.EMPTY; value = iteratorNext(record)) {
            vm.literals().arrayAppend(array, value);
        }
        return array;
    }

    public void arrayAppendSpread(long array, long iterable) {
        if (isPlainArray(iterable)) {
            appendArray(array, iterable);
            return;
        }
        long record = newRecord();
        getIterator(record, iterable);
        for (long value = iteratorNext(record); value != Value.EMPTY; value = iteratorNext(record)) {
            vm.literals().arrayAppend(array, value);
        }
    }

    /** Whether iterating this value gives just its elements. */
    public boolean isPlainArray(long value) {
        return Value.isCell(value)
                && Layout.cellType(value) == CellType.ARRAY.ordinal()
                && Mem.getInt(value) == vm.realm().arrayShape().id()
                && vm.realm().isArrayIterationOriginal();
    }

    private void appendArray(long array, long source) {
        int length = Elements.arrayLength(source);
        if (length > 0 && !Elements.hasTable(source)) {
            vm.elements().reserve(array, Elements.arrayLength(array) + length, ElementsKind.at(array));
        }
        for (int i = 0; i < Elements.limit(source); i++) {
            boolean stored = !Elements.hasTable(source) && Elements.get(source, i) != Value.EMPTY;
            vm.literals().arrayAppend(
                    array, stored ? Elements.get(source, i) : vm.properties().getIndexed(source, i, source));
        }
    }

    // for-in.

    public long forInPrepare(long value) {
        if (Value.isNullish(value)) {
            return Value.UNDEFINED;
        }
        long object = vm.conversions().toObject(value);
        long keys = enumerableKeys(object);
        if (enumeratorShape == null) {
            enumeratorShape = vm.objects().rootShape(0, CellType.FOR_IN_ENUMERATOR, 0);
        }
        long enumerator = vm.objects().allocate(enumeratorShape, 0);
        Objects.setField(enumerator, ENUMERATED, object);
        Objects.setField(enumerator, ENUMERATED_KEYS, keys);
        Objects.setField(enumerator, ENUMERATED_POSITION, Value.ZERO);
        boolean stable = vm.shapes().of(object).isCacheable();
        Objects.setField(enumerator, ENUMERATED_SHAPE, Value.ofInt(stable ? Mem.getInt(object) : 0));
        return enumerator;
    }

    private long enumerableKeys(long object) {
        if (hasProxy(object)) {
            return withInherited(object);
        }
        long own = vm.ownKeys().enumerableStrings(object);
        long above = vm.objects().prototypeOf(object);
        while (above != 0 && OwnKeys.count(vm.ownKeys().enumerableStrings(above)) == 0) {
            above = vm.objects().prototypeOf(above);
        }
        return above == 0 ? own : withInherited(object);
    }

    private boolean hasProxy(long object) {
        long o = object;
        while (o != 0 && !Proxies.isProxy(o)) {
            o = vm.objects().prototypeOf(o);
        }
        return o != 0;
    }

    /**
     * Keys of the whole chain; a property hides those of its name further up, enumerable or not. Proxies are asked for theirs
     * only; whether these are there and enumerable is asked when their turn comes.
     */
    private long withInherited(long object) {
        long list = vm.literals().newArray();
        var seen = new java.util.HashSet<Long>();
        for (long o = object; o != 0; o = vm.inheritance().getPrototypeOf(o)) {
            boolean proxy = Proxies.isProxy(o);
            long all = vm.ownKeys().strings(o);
            long enumerable = proxy ? all : vm.ownKeys().enumerableStrings(o);
            for (int i = 0; i < OwnKeys.count(enumerable); i++) {
                if (!seen.contains(OwnKeys.at(enumerable, i))) {
                    vm.literals().arrayAppend(list, OwnKeys.at(enumerable, i));
                }
            }
            for (int i = 0; i < OwnKeys.count(all); i++) {
                seen.add(OwnKeys.at(all, i));
            }
        }
        long keys = vm.ownKeys().allocate(Elements.arrayLength(list));
        for (int i = 0; i < Elements.arrayLength(list); i++) {
            Mem.putLong(keys + Layout.ARRAY_DATA + 8L * i, Elements.get(list, i));
        }
        return keys;
    }

    /** Whether the first property of this name on a chain with proxies is enumerable. */
    private boolean isEnumerable(long object, long key) {
        var property = new Property();
        for (long o = object; o != 0; o = vm.inheritance().getPrototypeOf(o)) {
            if (vm.definitions().getOwn(o, key, property)) {
                return property.isEnumerable();
            }
        }
        return false;
    }

    /** The next key as a string, or EMPTY when done. Keys deleted in the meantime are left out. */
    public long forInNext(long enumerator) {
        if (enumerator == Value.UNDEFINED) {
            return Value.EMPTY;
        }
        long object = Objects.field(enumerator, ENUMERATED);
        long keys = Objects.field(enumerator, ENUMERATED_KEYS);
        int position = (int) Objects.field(enumerator, ENUMERATED_POSITION);
        int count = OwnKeys.count(keys);
        while (position < count) {
            long key = OwnKeys.at(keys, position++);
            boolean unchanged = !Value.isInt(key)
                    && Mem.getInt(object) == (int) Objects.field(enumerator, ENUMERATED_SHAPE)
                    && vm.shapes().of(object).lookup(key) >= 0;
            if (unchanged || (hasProxy(object) ? isEnumerable(object, key) : vm.properties().has(object, key))) {
                Objects.setField(enumerator, ENUMERATED_POSITION, Value.ofInt(position));
                return vm.conversions().keyToValue(key);
            }
        }
        Objects.setField(enumerator, ENUMERATED_POSITION, Value.ofInt(position));
        return Value.EMPTY;
    }
}
