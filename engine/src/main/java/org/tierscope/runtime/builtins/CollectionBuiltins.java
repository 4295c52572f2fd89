package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.CellType;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Map, Set, WeakMap, WeakSet, WeakRef (24 and 26.1). */
final class CollectionBuiltins {
    private CollectionBuiltins() {}

    static void install(Vm vm) {
        map(vm);
        set(vm);
        weak(vm);
    }

    private static void map(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.MAP_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("Map")
                .method("get", 1, (v, fp, argc) -> get(v, receiver(v, fp, CellType.MAP, "Map", "get"), argument(fp, argc, 0)))
                .method("set", 2, CollectionBuiltins::mapSet)
                .method("has", 1, (v, fp, argc) -> has(v, receiver(v, fp, CellType.MAP, "Map", "has"), argument(fp, argc, 0)))
                .method("delete", 1, (v, fp, argc) -> delete(v, receiver(v, fp, CellType.MAP, "Map", "delete"), argument(fp, argc, 0)))
                .method("clear", 0, (v, fp, argc) -> clear(v, receiver(v, fp, CellType.MAP, "Map", "clear")))
                .method("entries", 0, (v, fp, argc) -> iterator(v, receiver(v, fp, CellType.MAP, "Map", "entries"), Iteration.ENTRIES))
                .method("forEach", 1, (v, fp, argc) -> forEach(v, fp, argc, CellType.MAP, "Map"))
                .method("keys", 0, (v, fp, argc) -> iterator(v, receiver(v, fp, CellType.MAP, "Map", "keys"), Iteration.KEYS))
                .method("values", 0, (v, fp, argc) -> iterator(v, receiver(v, fp, CellType.MAP, "Map", "values"), Iteration.VALUES))
                .getter("size", (v, fp, argc) -> Value.ofInt(HashTables.size(receiver(v, fp, CellType.MAP, "Map", "size"))))
                .method("getOrInsert", 2, (v, fp, argc) -> getOrInsert(v, receiver(v, fp, CellType.MAP, "Map", "getOrInsert"), argument(fp, argc, 0), argument(fp, argc, 1)))
                .method("getOrInsertComputed", 2, (v, fp, argc) -> getOrCompute(v, receiver(v, fp, CellType.MAP, "Map", "getOrInsertComputed"), argument(fp, argc, 0), argument(fp, argc, 1)))
                .as(Intrinsic.MAP_ENTRIES, "entries")
                .alias(vm.names().symbolIterator, "entries");
        ObjectBuilder.constructor(vm, "Map", 0, CollectionBuiltins::constructMap, Intrinsic.MAP_PROTOTYPE)
                .species()
                .method("groupBy", 2, CollectionBuiltins::groupBy);
    }

    private static void set(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.SET_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("Set")
                .method("has", 1, (v, fp, argc) -> has(v, receiver(v, fp, CellType.SET, "Set", "has"), argument(fp, argc, 0)))
                .method("add", 1, CollectionBuiltins::setAdd)
                .method("delete", 1, (v, fp, argc) -> delete(v, receiver(v, fp, CellType.SET, "Set", "delete"), argument(fp, argc, 0)))
                .method("clear", 0, (v, fp, argc) -> clear(v, receiver(v, fp, CellType.SET, "Set", "clear")))
                .method("entries", 0, (v, fp, argc) -> iterator(v, receiver(v, fp, CellType.SET, "Set", "entries"), Iteration.ENTRIES))
                .method("forEach", 1, (v, fp, argc) -> forEach(v, fp, argc, CellType.SET, "Set"))
                .method("values", 0, (v, fp, argc) -> iterator(v, receiver(v, fp, CellType.SET, "Set", "values"), Iteration.VALUES))
                .getter("size", (v, fp, argc) -> Value.ofInt(HashTables.size(receiver(v, fp, CellType.SET, "Set", "size"))))
                .alias("keys", "values")
                .as(Intrinsic.SET_VALUES, "values")
                .alias(vm.names().symbolIterator, "values");
        SetAlgebra.install(vm);
        ObjectBuilder.constructor(vm, "Set", 0, CollectionBuiltins::constructSet, Intrinsic.SET_PROTOTYPE).species();
    }

    private static void weak(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.WEAK_MAP_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("WeakMap")
                .method("getOrInsert", 2, (v, fp, argc) -> getOrInsert(v, receiver(v, fp, CellType.WEAK_MAP, "WeakMap", "getOrInsert"), weakKey(v, argument(fp, argc, 0)), argument(fp, argc, 1)))
                .method("getOrInsertComputed", 2, (v, fp, argc) -> getOrCompute(v, receiver(v, fp, CellType.WEAK_MAP, "WeakMap", "getOrInsertComputed"), weakKey(v, argument(fp, argc, 0)), argument(fp, argc, 1)))
                .method("get", 1, (v, fp, argc) -> get(v, receiver(v, fp, CellType.WEAK_MAP, "WeakMap", "get"), argument(fp, argc, 0)))
                .method("set", 2, (v, fp, argc) -> weakPut(v, receiver(v, fp, CellType.WEAK_MAP, "WeakMap", "set"), argument(fp, argc, 0), argument(fp, argc, 1), "weak map key"))
                .method("has", 1, (v, fp, argc) -> has(v, receiver(v, fp, CellType.WEAK_MAP, "WeakMap", "has"), argument(fp, argc, 0)))
                .method("delete", 1, (v, fp, argc) -> delete(v, receiver(v, fp, CellType.WEAK_MAP, "WeakMap", "delete"), argument(fp, argc, 0)));
        ObjectBuilder.constructor(vm, "WeakMap", 0, (v, fp, argc) -> fill(v, newCollection(v, fp, "WeakMap", CellType.WEAK_MAP, Intrinsic.WEAK_MAP_PROTOTYPE), argument(fp, argc, 0), "set", true), Intrinsic.WEAK_MAP_PROTOTYPE);
        ObjectBuilder.intrinsic(vm, Intrinsic.WEAK_SET_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("WeakSet")
                .method("add", 1, (v, fp, argc) -> weakPut(v, receiver(v, fp, CellType.WEAK_SET, "WeakSet", "add"), argument(fp, argc, 0), Value.TRUE, "weak set"))
                .method("has", 1, (v, fp, argc) -> has(v, receiver(v, fp, CellType.WEAK_SET, "WeakSet", "has"), argument(fp, argc, 0)))
                .method("delete", 1, (v, fp, argc) -> delete(v, receiver(v, fp, CellType.WEAK_SET, "WeakSet", "delete"), argument(fp, argc, 0)));
        ObjectBuilder.constructor(vm, "WeakSet", 0, (v, fp, argc) -> fill(v, newCollection(v, fp, "WeakSet", CellType.WEAK_SET, Intrinsic.WEAK_SET_PROTOTYPE), argument(fp, argc, 0), "add", false), Intrinsic.WEAK_SET_PROTOTYPE);
        ObjectBuilder.intrinsic(vm, Intrinsic.WEAK_REF_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("WeakRef")
                .method("deref", 0, CollectionBuiltins::deref);
        ObjectBuilder.constructor(vm, "WeakRef", 1, CollectionBuiltins::constructWeakRef, Intrinsic.WEAK_REF_PROTOTYPE);
    }

    /** This value as a collection of the type, or a TypeError. */
    static long receiver(Vm vm, long fp, CellType type, String name, String method) {
        long value = thisValue(fp);
        if (!Layout.isObject(value) || CellType.at(value) != type) {
            throw vm.typeError("Method " + name + ".prototype." + method + " called on incompatible receiver "
                    + vm.errors().render(value));
        }
        return value;
    }

    private static long newCollection(Vm vm, long fp, String name, CellType type, Intrinsic prototype) {
        long collection = FunctionBuiltins.newInstance(vm, FunctionBuiltins.requireNew(vm, fp, name), type, prototype);
        HashTables.initialize(vm, collection);
        return collection;
    }

    private static long constructMap(Vm vm, long fp, int argc) {
        long map = newCollection(vm, fp, "Map", CellType.MAP, Intrinsic.MAP_PROTOTYPE);
        return fill(vm, map, argument(fp, argc, 0), "set", true);
    }

    private static long constructSet(Vm vm, long fp, int argc) {
        long set = newCollection(vm, fp, "Set", CellType.SET, Intrinsic.SET_PROTOTYPE);
        return fill(vm, set, argument(fp, argc, 0), "add", false);
    }

    /** AddEntriesFromIterable and its kin: through the collection's own adder. */
    private static long fill(Vm vm, long collection, long iterable, String adderName, boolean pairs) {
        if (Value.isNullish(iterable)) {
            return collection;
        }
        long adder = vm.properties().get(collection, adderName);
        if (!Layout.isCallable(adder)) {
            throw vm.typeError("'" + vm.errors().render(adder) + "' returned for property '" + adderName
                    + "' of object '" + vm.errors().render(collection) + "' is not a function");
        }
        IteratorBuiltins.forEach(vm, iterable, entry -> {
            if (!pairs) {
                vm.call(adder, collection, entry);
                return;
            }
            if (!Layout.isObject(entry)) {
                throw vm.typeError("Iterator value " + vm.errors().renderPlain(entry) + " is not an entry object");
            }
            long key = vm.properties().get(entry, Value.ZERO);
            vm.call(adder, collection, key, vm.properties().get(entry, Value.ONE));
        }, collection, adder);
        return collection;
    }

    private static long constructWeakRef(Vm vm, long fp, int argc) {
        long newTarget = FunctionBuiltins.requireNew(vm, fp, "WeakRef");
        long target = argument(fp, argc, 0);
        if (!canBeHeldWeakly(vm, target)) {
            throw vm.typeError("WeakRef: invalid target");
        }
        vm.weakTargets().keepDuringJob(target);
        long reference = FunctionBuiltins.newInstance(vm, newTarget, CellType.WEAK_REF, Intrinsic.WEAK_REF_PROTOTYPE);
        Objects.setField(reference, 0, target);
        return reference;
    }

    private static long deref(Vm vm, long fp, int argc) {
        long target = Objects.field(receiver(vm, fp, CellType.WEAK_REF, "WeakRef", "deref"), 0);
        if (target != Value.UNDEFINED) {
            vm.weakTargets().keepDuringJob(target);
        }
        return target;
    }

    private static long get(Vm vm, long collection, long key) {
        long value = HashTables.get(vm, collection, key);
        return value == Value.EMPTY ? Value.UNDEFINED : value;
    }

    private static long has(Vm vm, long collection, long key) {
        return Value.ofBoolean(HashTables.has(vm, collection, key));
    }

    private static long delete(Vm vm, long collection, long key) {
        return Value.ofBoolean(HashTables.delete(vm, collection, key));
    }

    private static long clear(Vm vm, long collection) {
        HashTables.clear(vm, collection);
        return Value.UNDEFINED;
    }

    private static long iterator(Vm vm, long collection, int kind) {
        return HashTables.newIterator(vm, collection, kind);
    }

    private static long mapSet(Vm vm, long fp, int argc) {
        long map = receiver(vm, fp, CellType.MAP, "Map", "set");
        HashTables.put(vm, map, argument(fp, argc, 0), argument(fp, argc, 1));
        return map;
    }

    private static long setAdd(Vm vm, long fp, int argc) {
        long set = receiver(vm, fp, CellType.SET, "Set", "add");
        HashTables.put(vm, set, argument(fp, argc, 0), Value.TRUE);
        return set;
    }

    private static long weakPut(Vm vm, long collection, long key, long value, String use) {
        if (!canBeHeldWeakly(vm, key)) {
            throw vm.typeError(use.endsWith("key")
                    ? "Invalid value used as " + use
                    : "Invalid value used in " + use);
        }
        HashTables.put(vm, collection, key, value);
        return collection;
    }

    /** CanBeHeldWeakly (9.14). */
    static boolean canBeHeldWeakly(Vm vm, long value) {
        return Layout.isObject(value) || Layout.isSymbol(value) && !vm.names().isRegistered(value);
    }

    private static long weakKey(Vm vm, long key) {
        if (!canBeHeldWeakly(vm, key)) {
            throw vm.typeError("Invalid value used as weak map key");
        }
        return key;
    }

    private static long getOrInsert(Vm vm, long map, long key, long value) {
        long found = HashTables.get(vm, map, key);
        if (found != Value.EMPTY) {
            return found;
        }
        HashTables.put(vm, map, key, value);
        return value;
    }

    private static long getOrCompute(Vm vm, long map, long key, long callback) {
        if (!Layout.isCallable(callback)) {
            throw vm.typeError(vm.errors().render(callback) + " is not a function");
        }
        long found = HashTables.get(vm, map, key);
        if (found != Value.EMPTY) {
            return found;
        }
        long canonical = Value.isNumber(key) && Value.numberAsDouble(key) == 0 ? Value.ZERO : key;
        long value = vm.call(callback, Value.UNDEFINED, canonical);
        HashTables.put(vm, map, key, value);
        return value;
    }

    private static long forEach(Vm vm, long fp, int argc, CellType type, String name) {
        long collection = receiver(vm, fp, type, name, "forEach");
        long callback = argument(fp, argc, 0);
        if (!Layout.isCallable(callback)) {
            throw vm.typeError(vm.errors().render(callback) + " is not a function");
        }
        long iterator = HashTables.newIterator(vm, collection, Iteration.KEYS);
        for (long key = HashTables.step(vm, iterator); key != Value.EMPTY; key = HashTables.step(vm, iterator)) {
            long value = type == CellType.SET ? key : get(vm, collection, key);
            vm.call(callback, argument(fp, argc, 1), value, key, collection);
        }
        return Value.UNDEFINED;
    }

    private static long groupBy(Vm vm, long fp, int argc) {
        long callback = argument(fp, argc, 1);
        if (!Layout.isCallable(callback)) {
            throw vm.typeError(vm.errors().render(callback) + " is not a function");
        }
        long map = vm.realm().newObject(vm.realm().get(Intrinsic.MAP_PROTOTYPE), CellType.MAP);
        HashTables.initialize(vm, map);
        int[] index = {0};
        IteratorBuiltins.forEach(vm, argument(fp, argc, 0), value -> {
            long key = vm.call(callback, Value.UNDEFINED, value, Value.ofInt(index[0]++));
            long group = HashTables.get(vm, map, key);
            if (group == Value.EMPTY) {
                group = vm.literals().newArray();
                HashTables.put(vm, map, key, group);
            }
            vm.literals().arrayAppend(group, value);
        }, map, callback);
        return map;
    }
}
