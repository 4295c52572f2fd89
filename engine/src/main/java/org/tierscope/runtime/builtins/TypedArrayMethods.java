package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.builtins.TypedArrayBuiltins.self;

import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The methods of %TypedArray%.prototype that call nothing back (23.2.3). */
final class TypedArrayMethods {
    private TypedArrayMethods() {}

    static void install(ObjectBuilder prototype) {
        prototype
                .method("at", 1, TypedArrayMethods::at)
                .method("copyWithin", 2, TypedArrayMethods::copyWithin)
                .method("fill", 1, TypedArrayMethods::fill)
                .method("includes", 1, TypedArrayMethods::includes)
                .method("indexOf", 1, TypedArrayMethods::indexOf)
                .method("join", 1, TypedArrayMethods::join)
                .method("lastIndexOf", 1, TypedArrayMethods::lastIndexOf)
                .method("reverse", 0, (v, fp, argc) -> reverse(self(v, fp)))
                .method("set", 1, TypedArrayMethods::set)
                .method("slice", 2, TypedArrayMethods::slice)
                .method("subarray", 2, TypedArrayMethods::subarray)
                .method("toReversed", 0, (v, fp, argc) -> reverse(copy(v, self(v, fp))))
                .method("toString", 0, (v, fp, argc) -> v.strings().of(text(v, self(v, fp), ",")))
                .method("with", 2, TypedArrayMethods::with);
    }

    private static long load(long array, long index) {
        return TypedArrays.load(Elements.kindOf(array), Buffers.viewData(array), index);
    }

    private static long copy(Vm vm, long array) {
        long length = Buffers.viewLength(array);
        long result = TypedArrayBuiltins.create(vm, array, length);
        TypedArrayBuiltins.copyElements(vm, array, result, 0, length);
        return result;
    }

    private static long at(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        double index = vm.conversions().toInteger(argument(fp, argc, 0));
        index = index < 0 ? index + Buffers.viewLength(array) : index;
        return index >= 0 && index < Buffers.viewLength(array) ? load(array, (long) index) : Value.UNDEFINED;
    }

    private static long copyWithin(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        long length = Buffers.viewLength(array);
        long target = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 1), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 2), length, length);
        long count = Math.min(to - from, length - target);
        if (count > 0) {
            int size = TypedArrays.elementSize(Elements.kindOf(array));
            long data = Buffers.viewData(array);
            Mem.copy(data + from * size, data + target * size, count * size);
        }
        return array;
    }

    private static long fill(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        long length = Buffers.viewLength(array);
        double number = vm.conversions().toDouble(argument(fp, argc, 0));
        long from = vm.conversions().relativeIndex(argument(fp, argc, 1), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 2), length, length);
        ElementsKind kind = Elements.kindOf(array);
        for (long i = from; i < to; i++) {
            TypedArrays.store(kind, Buffers.viewData(array), i, number);
        }
        return array;
    }

    private static long search(Vm vm, long array, long wanted, long from, boolean zeroSame) {
        for (long i = from; i < Buffers.viewLength(array); i++) {
            long value = load(array, i);
            if (zeroSame ? vm.comparison().sameValueZero(value, wanted) : vm.comparison().strictEquals(value, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static long includes(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 1), Buffers.viewLength(array), 0);
        return Value.ofBoolean(search(vm, array, argument(fp, argc, 0), from, true) >= 0);
    }

    private static long indexOf(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 1), Buffers.viewLength(array), 0);
        return Value.number(search(vm, array, argument(fp, argc, 0), from, false));
    }

    private static long lastIndexOf(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        long length = Buffers.viewLength(array);
        double start = argc > 1 ? vm.conversions().toInteger(argument(fp, argc, 1)) : length - 1;
        for (long i = (long) (start < 0 ? length + start : Math.min(start, length - 1)); i >= 0; i--) {
            if (vm.comparison().strictEquals(load(array, i), argument(fp, argc, 0))) {
                return Value.number(i);
            }
        }
        return Value.ofInt(-1);
    }

    private static long join(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        long separator = argument(fp, argc, 0);
        return vm.strings().of(text(vm, array, separator == Value.UNDEFINED ? "," : vm.conversions().toJavaString(separator)));
    }

    private static String text(Vm vm, long array, String separator) {
        var text = new StringBuilder();
        for (long i = 0; i < Buffers.viewLength(array); i++) {
            text.append(i == 0 ? "" : separator).append(vm.conversions().toJavaString(load(array, i)));
        }
        return text.toString();
    }

    private static long reverse(long array) {
        ElementsKind kind = Elements.kindOf(array);
        long data = Buffers.viewData(array);
        for (long low = 0, high = Buffers.viewLength(array) - 1; low < high; low++, high--) {
            double first = Value.numberAsDouble(load(array, low));
            TypedArrays.store(kind, data, low, Value.numberAsDouble(load(array, high)));
            TypedArrays.store(kind, data, high, first);
        }
        return array;
    }

    private static long set(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        double offset = vm.conversions().toInteger(argument(fp, argc, 1));
        long source = vm.conversions().toObject(argument(fp, argc, 0));
        boolean typed = Elements.kindOf(source).isTypedArray();
        long count = typed
                ? Buffers.viewLength(source)
                : vm.conversions().toLength(vm.properties().get(source, vm.names().length));
        if (offset < 0 || offset + count > Buffers.viewLength(array)) {
            throw vm.rangeError("offset is out of bounds");
        }
        if (typed && Buffers.bufferOf(source) == Buffers.bufferOf(array)) {
            source = copy(vm, source);
        }
        TypedArrayBuiltins.copyElements(vm, source, array, (long) offset, count);
        return Value.UNDEFINED;
    }

    private static long slice(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        long length = Buffers.viewLength(array);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 1), length, length);
        long count = Math.max(0, to - from);
        long result = TypedArrayBuiltins.create(vm, array, count);
        int size = TypedArrays.elementSize(Elements.kindOf(array));
        Mem.copy(Buffers.viewData(array) + from * size, Buffers.viewData(result), count * size);
        return result;
    }

    private static long subarray(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        long length = Buffers.viewLength(array);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 1), length, length);
        ElementsKind kind = Elements.kindOf(array);
        long offset = Buffers.viewOffset(array) + from * TypedArrays.elementSize(kind);
        long prototype = vm.realm().get(Intrinsic.valueOf(kind.name() + "_ARRAY_PROTOTYPE"));
        return vm.buffers().newView(Buffers.bufferOf(array), offset, Math.max(0, to - from), kind, prototype);
    }

    private static long with(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        double index = vm.conversions().toInteger(argument(fp, argc, 0));
        index = index < 0 ? index + Buffers.viewLength(array) : index;
        double number = vm.conversions().toDouble(argument(fp, argc, 1));
        if (index < 0 || index >= Buffers.viewLength(array)) {
            throw vm.rangeError("Invalid typed array index");
        }
        long result = copy(vm, array);
        TypedArrays.store(Elements.kindOf(result), Buffers.viewData(result), (long) index, number);
        return result;
    }
}
