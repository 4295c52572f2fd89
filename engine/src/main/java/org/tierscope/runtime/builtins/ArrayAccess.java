package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.runtime.ArrayEdits;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The methods of Array.prototype that leave their receiver as it is and call nothing back (23.1.3). */
final class ArrayAccess {
    /** How an element is compared with what is searched. */
    @FunctionalInterface
    private interface Equality {
        boolean test(long a, long b);
    }

    private ArrayAccess() {}

    static void install(Vm vm) {
        // Arrays being joined at this moment: one inside itself is empty text.
        var joining = new ArrayList<Long>();
        ObjectBuilder.on(vm, Intrinsic.ARRAY_PROTOTYPE)
                .method("at", 1, ArrayAccess::at)
                .method("concat", 1, ArrayAccess::concat)
                .method("slice", 2, ArrayAccess::slice)
                .method("indexOf", 1, ArrayAccess::indexOf)
                .method("lastIndexOf", 1, ArrayAccess::lastIndexOf)
                .method("includes", 1, ArrayAccess::includes)
                .method("join", 1, (v, fp, argc) -> join(v, fp, argc, joining))
                .method("toString", 0, ArrayAccess::text)
                .method("toLocaleString", 0, (v, fp, argc) -> localeText(v, fp, joining))
                .method("flat", 0, ArrayAccess::flat)
                .method("with", 2, ArrayAccess::with)
                .method("toReversed", 0, ArrayAccess::toReversed)
                .method("toSpliced", 2, ArrayAccess::toSpliced)
                .define(vm.names().symbolUnscopables, unscopables(vm), Attributes.CONFIGURABLE);
    }

    /** Names that a with statement on an array leaves alone (23.1.3.41). */
    private static long unscopables(Vm vm) {
        long names = vm.realm().newObject(0, CellType.OBJECT);
        for (String name : List.of("at", "copyWithin", "entries", "fill", "find", "findIndex", "findLast", "findLastIndex",
                "flat", "flatMap", "includes", "keys", "toReversed", "toSorted", "toSpliced", "values")) {
            vm.operations().defineField(names, vm.strings().intern(name), Value.TRUE, 0);
        }
        return names;
    }

    private static long at(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "at");
        long length = array.length();
        double relative = vm.conversions().toInteger(argument(fp, argc, 0));
        double index = relative < 0 ? length + relative : relative;
        return index < 0 || index >= length ? Value.UNDEFINED : array.get((long) index);
    }

    // Copies.

    private static long slice(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "slice");
        long length = array.length();
        long from = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 1), length, length);
        long species = array.speciesConstructor();
        if (species == Value.UNDEFINED && array.isPlain() && array.length() == length) {
            return ArrayEdits.copy(vm, array.object, (int) from, (int) to);
        }
        long size = Math.max(0, to - from);
        long result = species == Value.UNDEFINED ? ArrayLike.newArray(vm, size) : array.construct(species, size);
        long count = 0;
        for (long i = from; i < to; i++, count++) {
            if (array.has(i)) {
                ArrayLike.define(vm, result, count, array.get(i));
            }
        }
        vm.properties().put(result, vm.names().length, Value.number(count));
        return result;
    }

    private static long concat(Vm vm, long fp, int argc) {
        ArrayLike receiver = ArrayLike.receiver(vm, fp, "concat");
        long result = receiver.createSpecies(0);
        long length = 0;
        for (int i = -1; i < argc; i++) {
            long item = i < 0 ? receiver.object : Frame.get(fp, i);
            length = append(vm, result, length, item);
        }
        vm.properties().put(result, vm.names().length, Value.number(length));
        return result;
    }

    private static long append(Vm vm, long result, long length, long item) {
        if (!isSpreadable(vm, item)) {
            ArrayLike.define(vm, result, length, item);
            return length + 1;
        }
        ArrayLike source = ArrayLike.of(vm, item);
        long count = source.length();
        source.requireSafeLength((double) length + count);
        for (long i = 0; i < count; i++) {
            if (source.has(i)) {
                ArrayLike.define(vm, result, length + i, source.get(i));
            }
        }
        return length + count;
    }

    private static boolean isSpreadable(Vm vm, long value) {
        if (!Layout.isObject(value)) {
            return false;
        }
        long spreadable = vm.properties().get(value, vm.names().symbolIsConcatSpreadable);
        return spreadable == Value.UNDEFINED ? vm.proxies().isArray(value) : Conversions.truthy(spreadable);
    }

    private static long with(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "with");
        long length = array.length();
        double relative = vm.conversions().toInteger(argument(fp, argc, 0));
        double index = relative < 0 ? length + relative : relative;
        if (index < 0 || index >= length) {
            throw vm.rangeError("Invalid index : " + vm.conversions().toJavaString(argument(fp, argc, 0)));
        }
        long result = ArrayLike.newArray(vm, length);
        for (long i = 0; i < length; i++) {
            vm.literals().arrayAppend(result, i == (long) index ? argument(fp, argc, 1) : array.get(i));
        }
        return result;
    }

    private static long toReversed(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "toReversed");
        long length = array.length();
        long result = ArrayLike.newArray(vm, length);
        for (long i = length - 1; i >= 0; i--) {
            vm.literals().arrayAppend(result, array.get(i));
        }
        return result;
    }

    private static long toSpliced(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "toSpliced");
        long length = array.length();
        long start = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long skipped = argc == 0
                ? 0
                : argc == 1
                        ? length - start
                        : (long) Math.clamp(vm.conversions().toInteger(argument(fp, argc, 1)), 0,
                                length - start);
        long inserted = Math.max(0, argc - 2);
        array.requireSafeLength((double) length + inserted - skipped);
        long result = ArrayLike.newArray(vm, length + inserted - skipped);
        for (long i = 0; i < start; i++) {
            vm.literals().arrayAppend(result, array.get(i));
        }
        for (int i = 2; i < argc; i++) {
            vm.literals().arrayAppend(result, Frame.get(fp, i));
        }
        for (long i = start + skipped; i < length; i++) {
            vm.literals().arrayAppend(result, array.get(i));
        }
        return result;
    }

    private static long flat(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "flat");
        long length = array.length();
        long depth = argument(fp, argc, 0);
        double levels = depth == Value.UNDEFINED ? 1 : vm.conversions().toInteger(depth);
        long result = array.createSpecies(0);
        flatten(vm, result, 0, array, length, levels);
        return result;
    }

    private static long flatten(Vm vm, long result, long at, ArrayLike source, long length, double depth) {
        for (long i = 0; i < length; i++) {
            if (!source.has(i)) {
                continue;
            }
            long element = source.get(i);
            if (depth > 0 && vm.proxies().isArray(element)) {
                ArrayLike inner = ArrayLike.of(vm, element);
                at = flatten(vm, result, at, inner, inner.length(), depth - 1);
            } else {
                ArrayLike.define(vm, result, at++, element);
            }
        }
        return at;
    }

    // Searches.

    private static long indexOf(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "indexOf");
        long length = array.length();
        long from = length == 0 ? 0 : vm.conversions().relativeIndex(argument(fp, argc, 1), length, 0);
        return Value.number(search(array, argument(fp, argc, 0), from, length, true,
                vm.comparison()::strictEquals));
    }

    private static long includes(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "includes");
        long length = array.length();
        long from = length == 0 ? 0 : vm.conversions().relativeIndex(argument(fp, argc, 1), length, 0);
        return Value.ofBoolean(
                search(array, argument(fp, argc, 0), from, length, false,
                        vm.comparison()::sameValueZero) >= 0);
    }

    private static long search(ArrayLike array, long sought, long from, long to, boolean skipHoles,
            Equality equality) {
        long[] indices = skipHoles ? array.sparseIndices() : null;
        if (indices != null) {
            for (long i : indices) {
                if (i >= from && i < to && equality.test(array.get(i), sought)) {
                    return i;
                }
            }
            return -1;
        }
        for (long i = from; i < to; i++) {
            if (skipHoles && !array.isPlain() && !array.has(i)) {
                continue;
            }
            long value = array.get(i);
            if (equality.test(value, sought) && (!skipHoles || value != Value.UNDEFINED || array.has(i))) {
                return i;
            }
        }
        return -1;
    }

    private static long lastIndexOf(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "lastIndexOf");
        long length = array.length();
        if (length == 0) {
            return Value.ofInt(-1);
        }
        double start = argc > 1 ? vm.conversions().toInteger(Frame.get(fp, 1)) : length - 1;
        long from = (long) (start < 0 ? length + start : Math.min(start, length - 1));
        long sought = argument(fp, argc, 0);
        long[] indices = array.sparseIndices();
        if (indices != null) {
            for (int i = indices.length - 1; i >= 0; i--) {
                if (indices[i] <= from && vm.comparison().strictEquals(array.get(indices[i]), sought)) {
                    return Value.number(indices[i]);
                }
            }
            return Value.ofInt(-1);
        }
        for (long i = from; i >= 0; i--) {
            if (!array.isPlain() && !array.has(i)) {
                continue;
            }
            long value = array.get(i);
            if (vm.comparison().strictEquals(value, sought) && (value != Value.UNDEFINED || array.has(i))) {
                return Value.number(i);
            }
        }
        return Value.ofInt(-1);
    }

    // Text.

    private static long join(Vm vm, long fp, int argc, List<Long> joining) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "join");
        long length = array.length();
        long separator = argument(fp, argc, 0);
        return join(vm, array, length, separator == Value.UNDEFINED
                ? "," : vm.conversions().toJavaString(separator), joining, false);
    }

    private static long join(
            Vm vm, ArrayLike array, long length, String separator, List<Long> joining, boolean locale) {
        if (joining.contains(array.object)) {
            return vm.strings().empty();
        }
        joining.add(array.object);
        try {
            var text = new StringBuilder();
            for (long i = 0; i < length; i++) {
                if (i > 0) {
                    text.append(separator);
                }
                long value = array.get(i);
                if (!Value.isNullish(value)) {
                    text.append(vm.conversions().toJavaString(
                            locale ? vm.call(vm.properties().getOfValue(value,
                                    vm.conversions().key("toLocaleString")), value) : value));
                }
                if (text.length() > org.tierscope.runtime.Strings.MAX_LENGTH) {
                    throw vm.rangeError("Invalid string length");
                }
            }
            return vm.strings().of(text.toString());
        } finally {
            joining.removeLast();
        }
    }

    private static long text(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "toString");
        long join = vm.properties().get(array.object, "join");
        return Layout.isCallable(join)
                ? vm.call(join, array.object)
                : vm.strings().of(ObjectBuiltins.toString(vm, array.object));
    }

    private static long localeText(Vm vm, long fp, List<Long> joining) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "toLocaleString");
        return join(vm, array, array.length(), ",", joining, true);
    }
}
