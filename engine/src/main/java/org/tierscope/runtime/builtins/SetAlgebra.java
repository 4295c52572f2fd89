package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.TemporaryRoots;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The methods that combine a Set with another set-like object (24.2.4). */
final class SetAlgebra {
    /** A set record (24.2.1.2): the other object with its size and methods. */
    private record Other(long object, double size, long has, long keys) {}

    /** The body of one method. */
    @FunctionalInterface
    private interface Body {
        long apply(Vm vm, long set, Other other);
    }

    private SetAlgebra() {}

    static void install(Vm vm) {
        ObjectBuilder.on(vm, Intrinsic.SET_PROTOTYPE)
                .method("union", 1, method("union", SetAlgebra::union))
                .method("intersection", 1, method("intersection", SetAlgebra::intersection))
                .method("difference", 1, method("difference", SetAlgebra::difference))
                .method("symmetricDifference", 1, method("symmetricDifference", SetAlgebra::symmetricDifference))
                .method("isSubsetOf", 1, method("isSubsetOf", SetAlgebra::isSubsetOf))
                .method("isSupersetOf", 1, method("isSupersetOf", SetAlgebra::isSupersetOf))
                .method("isDisjointFrom", 1, method("isDisjointFrom", SetAlgebra::isDisjointFrom));
    }

    private static NativeFunction method(String name, Body body) {
        return (vm, fp, argc) -> {
            long set = CollectionBuiltins.receiver(vm, fp, CellType.SET, "Set", name);
            TemporaryRoots roots = vm.temporaryRoots();
            int depth = roots.depth();
            try {
                Other other = other(vm, argument(fp, argc, 0));
                roots.push(other.has);
                roots.push(other.keys);
                return body.apply(vm, set, other);
            } finally {
                roots.reset(depth);
            }
        };
    }

    private static Other other(Vm vm, long object) {
        if (!Layout.isObject(object)) {
            throw vm.typeError(vm.errors().render(object) + " is not an object");
        }
        double size = vm.conversions().toDouble(vm.properties().get(object, "size"));
        if (Double.isNaN(size)) {
            throw vm.typeError("The 'size' property must be a number");
        }
        size = size < 0 ? Math.ceil(size) : Math.floor(size);
        if (size < 0) {
            throw vm.rangeError("'" + size + "' is an invalid size");
        }
        return new Other(object, size, method(vm, object, "has"), method(vm, object, "keys"));
    }

    private static long method(Vm vm, long object, String name) {
        long method = vm.properties().get(object, name);
        if (!Layout.isCallable(method)) {
            throw vm.typeError("The '" + name + "' property must be a function");
        }
        return method;
    }

    private static boolean contains(Vm vm, Other other, long value) {
        return Conversions.truthy(vm.call(other.has, other.object, value));
    }

    /** Runs over the other's keys until the visitor returns false; then closes its iterator. */
    private static void forEachKey(Vm vm, Other other, java.util.function.LongPredicate visitor) {
        long record = vm.iteration().newRecord();
        vm.iteration().getIteratorFromMethod(record, other.object, other.keys);
        for (long value = vm.iteration().iteratorNext(record);
                value != Value.EMPTY;
                value = vm.iteration().iteratorNext(record)) {
            if (!visitor.test(value)) {
                vm.iteration().iteratorClose(record, false);
                return;
            }
        }
    }

    /** Runs over the set's values, live, until the visitor returns false. */
    private static void forEachValue(Vm vm, long set, java.util.function.LongPredicate visitor) {
        long iterator = HashTables.newIterator(vm, set, Iteration.VALUES);
        long value = HashTables.step(vm, iterator);
        while (value != Value.EMPTY && visitor.test(value)) {
            value = HashTables.step(vm, iterator);
        }
    }

    private static long newSet(Vm vm) {
        long set = vm.realm().newObject(vm.realm().get(Intrinsic.SET_PROTOTYPE), CellType.SET);
        HashTables.initialize(vm, set);
        return set;
    }

    private static long copy(Vm vm, long set) {
        long copy = newSet(vm);
        forEachValue(vm, set, value -> add(vm, copy, value));
        return copy;
    }

    private static boolean add(Vm vm, long set, long value) {
        HashTables.put(vm, set, value, Value.TRUE);
        return true;
    }

    private static long union(Vm vm, long set, Other other) {
        long result = copy(vm, set);
        forEachKey(vm, other, value -> add(vm, result, value));
        return result;
    }

    private static long intersection(Vm vm, long set, Other other) {
        long result = newSet(vm);
        if (HashTables.size(set) <= other.size) {
            forEachValue(vm, set, value -> !contains(vm, other, value) || add(vm, result, value));
        } else {
            forEachKey(vm, other, value -> !HashTables.has(vm, set, value) || add(vm, result, value));
        }
        return result;
    }

    private static long difference(Vm vm, long set, Other other) {
        long result = copy(vm, set);
        if (HashTables.size(set) <= other.size) {
            forEachValue(vm, set, value -> !contains(vm, other, value) || HashTables.delete(vm, result, value) || true);
        } else {
            forEachKey(vm, other, value -> HashTables.delete(vm, result, value) || true);
        }
        return result;
    }

    private static long symmetricDifference(Vm vm, long set, Other other) {
        long result = copy(vm, set);
        forEachKey(vm, other, value -> HashTables.has(vm, set, value)
                ? HashTables.delete(vm, result, value) || true
                : add(vm, result, value));
        return result;
    }

    private static long isSubsetOf(Vm vm, long set, Other other) {
        if (HashTables.size(set) > other.size) {
            return Value.FALSE;
        }
        boolean[] result = {true};
        forEachValue(vm, set, value -> result[0] = contains(vm, other, value));
        return Value.ofBoolean(result[0]);
    }

    private static long isSupersetOf(Vm vm, long set, Other other) {
        if (HashTables.size(set) < other.size) {
            return Value.FALSE;
        }
        boolean[] result = {true};
        forEachKey(vm, other, value -> result[0] = HashTables.has(vm, set, value));
        return Value.ofBoolean(result[0]);
    }

    private static long isDisjointFrom(Vm vm, long set, Other other) {
        boolean[] result = {true};
        if (HashTables.size(set) <= other.size) {
            forEachValue(vm, set, value -> result[0] = !contains(vm, other, value));
        } else {
            forEachKey(vm, other, value -> result[0] = !HashTables.has(vm, set, value));
        }
        return Value.ofBoolean(result[0]);
    }
}
