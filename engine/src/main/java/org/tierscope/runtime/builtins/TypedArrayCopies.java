package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.builtins.TypedArrayBuiltins.self;
import static org.tierscope.runtime.builtins.TypedArrayBuiltins.valid;

import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The methods of %TypedArray%.prototype that give another typed array and take no callback (23.2.3). */
final class TypedArrayCopies {
    private TypedArrayCopies() {}

    static void install(ObjectBuilder prototype) {
        prototype
                .method("slice", 2, TypedArrayCopies::slice)
                .method("subarray", 2, TypedArrayCopies::subarray)
                .method("toReversed", 0, (v, fp, argc) -> TypedArrayMethods.reverse(v, copy(v, valid(v, fp))))
                .method("with", 2, TypedArrayCopies::with);
    }

    private static long copy(Vm vm, long array) {
        long length = vm.buffers().viewLength(array);
        long result = TypedArrayCreation.createSame(vm, array, length);
        TypedArrayBuiltins.copyElements(vm, array, 0, result, 0, length);
        return result;
    }

    private static long slice(Vm vm, long fp, int argc) {
        long array = valid(vm, fp);
        long length = vm.buffers().viewLength(array);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        long to = vm.conversions().relativeIndex(argument(fp, argc, 1), length, length);
        long count = Math.max(0, to - from);
        long result = TypedArrayCreation.createSpecies(vm, array, count);
        if (count > 0) {
            TypedArrayCreation.validate(vm, array);
            count = Math.min(to, vm.buffers().viewLength(array)) - from;
            copySlice(vm, array, from, result, Math.min(count, vm.buffers().viewLength(result)));
        }
        return result;
    }

    /** Byte by byte from the front where source and target overlap, as the specification has it. */
    private static void copySlice(Vm vm, long array, long from, long result, long count) {
        ElementsKind kind = Elements.kindOf(array);
        if (count <= 0) {
            return;
        }
        if (kind != Elements.kindOf(result)) {
            for (long i = 0; i < count; i++) {
                long value = vm.typedElements().get(array, from + i);
                vm.typedElements().set(result, i, vm.typedElements().toNumeric(Elements.kindOf(result), value));
            }
            return;
        }
        long source = Buffers.viewData(array) + from * TypedArrays.elementSize(kind);
        long target = Buffers.viewData(result);
        long bytes = count * TypedArrays.elementSize(kind);
        if (target <= source || target >= source + bytes) {
            Mem.copy(source, target, bytes);
            return;
        }
        for (long i = 0; i < bytes; i++) {
            Mem.putByte(target + i, Mem.getByte(source + i));
        }
    }

    private static long subarray(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        long length = vm.buffers().viewLength(array);
        long from = vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        boolean tracking = Buffers.isTrackingLength(array) && argument(fp, argc, 1) == Value.UNDEFINED;
        long to = vm.conversions().relativeIndex(argument(fp, argc, 1), length, length);
        long offset = Buffers.viewOffset(array) + from * TypedArrays.elementSize(Elements.kindOf(array));
        return TypedArrayCreation.createSpecies(
                vm, array, Buffers.bufferOf(array), offset, tracking ? -1 : Math.max(0, to - from));
    }

    private static long with(Vm vm, long fp, int argc) {
        long array = valid(vm, fp);
        long length = vm.buffers().viewLength(array);
        ElementsKind kind = Elements.kindOf(array);
        double index = vm.conversions().toInteger(argument(fp, argc, 0));
        index = index < 0 ? index + length : index;
        long numeric = vm.typedElements().toNumeric(kind, argument(fp, argc, 1));
        if (index < 0 || index >= vm.buffers().viewLength(array)) {
            throw vm.rangeError("Invalid typed array index");
        }
        long result = TypedArrayCreation.createSame(vm, array, length);
        for (long i = 0; i < length; i++) {
            long value = i == (long) index ? numeric : vm.typedElements().toNumeric(kind, vm.typedElements().get(array, i));
            vm.typedElements().set(result, i, value);
        }
        return result;
    }
}
