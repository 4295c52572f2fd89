package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.ArrayEdits;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The methods of Array.prototype that change their receiver (23.1.3). */
final class ArrayMutation {
    private ArrayMutation() {}

    static void install(Vm vm) {
        ObjectBuilder.on(vm, Intrinsic.ARRAY_PROTOTYPE)
                .method("pop", 0, ArrayMutation::pop)
                .method("shift", 0, ArrayMutation::shift)
                .method("unshift", 1, ArrayMutation::unshift)
                .method("splice", 2, ArrayMutation::splice)
                .method("reverse", 0, ArrayMutation::reverse)
                .method("fill", 1, ArrayMutation::fill)
                .method("copyWithin", 2, ArrayMutation::copyWithin);
    }

    private static long pop(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "pop");
        long length = array.length();
        if (length == 0) {
            array.setLength(0);
            return Value.UNDEFINED;
        }
        long value = array.get(length - 1);
        if (array.isPlain()) {
            ArrayEdits.remove(vm, array.object, (int) length - 1, 1);
        } else {
            array.delete(length - 1);
            array.setLength(length - 1);
        }
        return value;
    }

    private static long shift(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "shift");
        long length = array.length();
        if (length == 0) {
            array.setLength(0);
            return Value.UNDEFINED;
        }
        long first = array.get(0);
        if (array.isPlain()) {
            ArrayEdits.remove(vm, array.object, 0, 1);
            return first;
        }
        for (long i = 1; i < length; i++) {
            array.move(i, i - 1);
        }
        array.delete(length - 1);
        array.setLength(length - 1);
        return first;
    }

    private static long unshift(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "unshift");
        long length = array.length();
        if (array.isPlain() && length + argc < Integer.MAX_VALUE) {
            ArrayEdits.insert(vm, array.object, 0, argc);
        } else if (argc > 0) {
            array.requireSafeLength((double) length + argc);
            for (long i = length - 1; i >= 0; i--) {
                array.move(i, i + argc);
            }
        }
        for (int i = 0; i < argc; i++) {
            array.set(i, Frame.get(fp, i));
        }
        array.setLength(length + argc);
        return Value.number(length + argc);
    }

    private static long splice(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "splice");
        long length = array.length();
        long start = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        int inserted = Math.max(0, argc - 2);
        long removed = argc == 0
                ? 0
                : argc == 1
                        ? length - start
                        : (long) Math.clamp(vm.conversions().toInteger(argument(fp, argc, 1)), 0,
                                length - start);
        array.requireSafeLength((double) length + inserted - removed);
        long species = array.speciesConstructor();
        long result;
        if (species == Value.UNDEFINED && array.isPlain() && length == array.length()) {
            result = ArrayEdits.copy(vm, array.object, (int) start, (int) (start + removed));
            int common = (int) Math.min(inserted, removed);
            ArrayEdits.remove(vm, array.object, (int) start + common, (int) removed - common);
            ArrayEdits.insert(vm, array.object, (int) start + common, inserted - common);
        } else {
            result = species == Value.UNDEFINED ? ArrayLike.newArray(vm, removed) : array.construct(species, removed);
            for (long i = 0; i < removed; i++) {
                if (array.has(start + i)) {
                    ArrayLike.define(vm, result, i, array.get(start + i));
                }
            }
            vm.properties().put(result, vm.names().length, Value.number(removed));
            makeRoom(array, start, removed, inserted, length);
        }
        for (int i = 0; i < inserted; i++) {
            array.set(start + i, Frame.get(fp, i + 2));
        }
        array.setLength(length - removed + inserted);
        return result;
    }

    private static void makeRoom(ArrayLike array, long start, long removed, long inserted, long length) {
        if (inserted < removed) {
            for (long i = start; i < length - removed; i++) {
                array.move(i + removed, i + inserted);
            }
            for (long i = length; i > length - removed + inserted; i--) {
                array.delete(i - 1);
            }
        } else if (inserted > removed) {
            for (long i = length - removed; i > start; i--) {
                array.move(i + removed - 1, i + inserted - 1);
            }
        }
    }

    private static long reverse(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "reverse");
        if (array.isPlain()) {
            ArrayEdits.reverse(array.object);
            return array.object;
        }
        long length = array.length();
        for (long low = 0; low < length / 2; low++) {
            long high = length - 1 - low;
            boolean hasLow = array.has(low);
            long lowValue = hasLow ? array.get(low) : Value.UNDEFINED;
            boolean hasHigh = array.has(high);
            long highValue = hasHigh ? array.get(high) : Value.UNDEFINED;
            put(array, low, hasHigh, highValue, hasLow);
            put(array, high, hasLow, lowValue, hasHigh);
        }
        return array.object;
    }

    private static void put(ArrayLike array, long index, boolean present, long value, boolean was) {
        if (present) {
            array.set(index, value);
        } else if (was) {
            array.delete(index);
        }
    }

    private static long fill(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "fill");
        long length = array.length();
        long from = vm.conversions().relativeIndex(argument(fp, argc, 1), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 2), length, length);
        long value = argument(fp, argc, 0);
        boolean plain = array.isPlain() && array.length() == length;
        for (long i = from; i < to; i++) {
            if (plain) {
                vm.elements().put(array.object, (int) i, value);
            } else {
                array.set(i, value);
            }
        }
        return array.object;
    }

    private static long copyWithin(Vm vm, long fp, int argc) {
        ArrayLike array = ArrayLike.receiver(vm, fp, "copyWithin");
        long length = array.length();
        long to = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 1), length, 0);
        long end = vm.conversions().relativeIndex(argument(fp, argc, 2), length, length);
        long count = Math.min(end - from, length - to);
        boolean backwards = from < to && to < from + count;
        for (long i = 0; i < count; i++) {
            long offset = backwards ? count - 1 - i : i;
            array.move(from + offset, to + offset);
        }
        return array.object;
    }
}
