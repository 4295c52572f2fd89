package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;
import static org.tierscope.runtime.builtins.TypedArrayBuiltins.self;
import static org.tierscope.runtime.builtins.TypedArrayBuiltins.valid;

import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * The methods of %TypedArray%.prototype that read or change the array itself and take no callback (23.2.3). Converting an
 * argument may run guest code that shrinks the array: lengths are asked again afterwards.
 */
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
                .method("reverse", 0, (v, fp, argc) ->
                        reverse(v, TypedArrayCreation.validateForWriting(v, thisValue(fp))))
                .method("set", 1, TypedArrayMethods::set)
                .method("toLocaleString", 0, TypedArrayMethods::toLocaleString);
    }

    private static long length(Vm vm, long array) {
        return vm.buffers().viewLength(array);
    }

    private static long at(Vm vm, long fp, int argc) {
        long array = valid(vm, fp);
        long length = length(vm, array);
        double index = vm.conversions().toInteger(argument(fp, argc, 0));
        index = index < 0 ? index + length : index;
        return index >= 0 && index < length ? vm.typedElements().get(array, (long) index) : Value.UNDEFINED;
    }

    private static long copyWithin(Vm vm, long fp, int argc) {
        long array = TypedArrayCreation.validateForWriting(vm, thisValue(fp));
        long length = length(vm, array);
        long target = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 1), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 2), length, length);
        long count = Math.min(to - from, length - target);
        if (count > 0) {
            TypedArrayCreation.validate(vm, array);
            length = length(vm, array);
            count = Math.min(count, Math.min(length - from, length - target));
            if (count > 0) {
                TypedArrayBuiltins.copyElements(vm, array, from, array, target, count);
            }
        }
        return array;
    }

    private static long fill(Vm vm, long fp, int argc) {
        long array = TypedArrayCreation.validateForWriting(vm, thisValue(fp));
        long length = length(vm, array);
        ElementsKind kind = Elements.kindOf(array);
        long value = vm.typedElements().toNumeric(kind, argument(fp, argc, 0));
        long from = vm.conversions().relativeIndex(argument(fp, argc, 1), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 2), length, length);
        TypedArrayCreation.validate(vm, array);
        long end = Math.min(to, length(vm, array));
        long raw = vm.typedElements().rawOf(kind, value);
        long data = Buffers.viewData(array);
        if (TypedArrays.elementSize(kind) == 1 && from < end) {
            Mem.fill(data + from, end - from, (byte) raw);
            return array;
        }
        for (long i = from; i < end; i++) {
            TypedArrays.storeRaw(kind, data, i, raw);
        }
        return array;
    }

    private static long includes(Vm vm, long fp, int argc) {
        long array = valid(vm, fp);
        long length = length(vm, array);
        if (length == 0) {
            return Value.FALSE;
        }
        long wanted = argument(fp, argc, 0);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 1), length, 0);
        for (long i = from; i < length; i++) {
            if (vm.comparison().sameValueZero(vm.typedElements().get(array, i), wanted)) {
                return Value.TRUE;
            }
        }
        return Value.FALSE;
    }

    private static long indexOf(Vm vm, long fp, int argc) {
        long array = valid(vm, fp);
        long length = length(vm, array);
        if (length == 0) {
            return Value.ofInt(-1);
        }
        long wanted = argument(fp, argc, 0);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 1), length, 0);
        for (long i = from; i < Math.min(length, length(vm, array)); i++) {
            if (vm.comparison().strictEquals(vm.typedElements().get(array, i), wanted)) {
                return Value.number(i);
            }
        }
        return Value.ofInt(-1);
    }

    private static long lastIndexOf(Vm vm, long fp, int argc) {
        long array = valid(vm, fp);
        long length = length(vm, array);
        if (length == 0) {
            return Value.ofInt(-1);
        }
        long wanted = argument(fp, argc, 0);
        double start = argc > 1 ? vm.conversions().toInteger(argument(fp, argc, 1)) : length - 1;
        long from = (long) (start < 0 ? length + start : Math.min(start, length - 1));
        for (long i = Math.min(from, length(vm, array) - 1); i >= 0; i--) {
            if (vm.comparison().strictEquals(vm.typedElements().get(array, i), wanted)) {
                return Value.number(i);
            }
        }
        return Value.ofInt(-1);
    }

    private static long join(Vm vm, long fp, int argc) {
        long array = valid(vm, fp);
        long length = length(vm, array);
        long separator = argument(fp, argc, 0);
        String between = separator == Value.UNDEFINED ? "," : vm.conversions().toJavaString(separator);
        var text = new StringBuilder();
        for (long i = 0; i < length; i++) {
            if (i > 0) {
                text.append(between);
            }
            if (i < length(vm, array)) {
                text.append(vm.conversions().toJavaString(vm.typedElements().get(array, i)));
            }
            requireLength(vm, text);
        }
        return vm.strings().of(text.toString());
    }

    private static void requireLength(Vm vm, StringBuilder text) {
        if (text.length() > 1 << 29) {
            throw vm.rangeError("Invalid string length");
        }
    }

    private static long toLocaleString(Vm vm, long fp, int argc) {
        long array = valid(vm, fp);
        long length = length(vm, array);
        long key = vm.conversions().key("toLocaleString");
        var text = new StringBuilder();
        for (long i = 0; i < length; i++) {
            if (i > 0) {
                text.append(',');
            }
            long value = vm.typedElements().get(array, i);
            if (value != Value.UNDEFINED) {
                long method = vm.properties().getOfValue(value, key);
                text.append(vm.conversions().toJavaString(vm.call(method, value)));
            }
            requireLength(vm, text);
        }
        return vm.strings().of(text.toString());
    }

    static long reverse(Vm vm, long array) {
        ElementsKind kind = Elements.kindOf(array);
        long data = Buffers.viewData(array);
        for (long low = 0, high = length(vm, array) - 1; low < high; low++, high--) {
            long raw = TypedArrays.loadRaw(kind, data, low);
            TypedArrays.storeRaw(kind, data, low, TypedArrays.loadRaw(kind, data, high));
            TypedArrays.storeRaw(kind, data, high, raw);
        }
        return array;
    }

    private static long set(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        TypedArrayCreation.requireMutable(vm, array);
        long source = argument(fp, argc, 0);
        double offset = vm.conversions().toInteger(argument(fp, argc, 1));
        if (offset < 0) {
            throw offsetOutOfBounds(vm);
        }
        TypedArrayCreation.validate(vm, array);
        long length = length(vm, array);
        if (TypedArrayCreation.isTypedArray(source)) {
            TypedArrayCreation.validate(vm, source);
            if (TypedArrays.isBigInt(Elements.kindOf(source)) != TypedArrays.isBigInt(Elements.kindOf(array))) {
                throw vm.typeError("Cannot mix BigInt and other types, use explicit conversions");
            }
            long count = length(vm, source);
            requireRoom(vm, offset, count, length);
            TypedArrayBuiltins.copyElements(vm, source, 0, array, (long) offset, count);
            return Value.UNDEFINED;
        }
        long object = vm.conversions().toObject(source);
        long count = vm.conversions().toLength(vm.properties().get(object, vm.names().length));
        requireRoom(vm, offset, count, length);
        TypedArrayBuiltins.setElements(vm, object, array, (long) offset, count);
        return Value.UNDEFINED;
    }

    private static void requireRoom(Vm vm, double offset, long count, long length) {
        if (offset + count > length) {
            throw offsetOutOfBounds(vm);
        }
    }

    private static GuestException offsetOutOfBounds(Vm vm) {
        return vm.rangeError("offset is out of bounds");
    }
}
