package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The Array constructor (23.1.1, 23.1.2) and those methods of its prototype that the engine itself relies on. */
final class ArrayBuiltins {
    private ArrayBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.on(vm, Intrinsic.ARRAY_PROTOTYPE)
                .method("push", 1, ArrayBuiltins::push)
                .method("keys", 0, IteratorBuiltins.arrayIterator(Iteration.KEYS))
                .method("entries", 0, IteratorBuiltins.arrayIterator(Iteration.ENTRIES))
                .method("values", 0, IteratorBuiltins.arrayIterator(Iteration.VALUES))
                .as(Intrinsic.ARRAY_VALUES, "values")
                .alias(vm.names().symbolIterator, "values")
                .define(vm.names().symbolUnscopables, unscopables(vm), Attributes.CONFIGURABLE);
        ObjectBuilder array = ObjectBuilder.constructor(
                        vm, "Array", 1, ArrayBuiltins::construct, Intrinsic.ARRAY_PROTOTYPE)
                .as(Intrinsic.ARRAY)
                .species();
        var species = new Property();
        vm.definitions().getOwn(array.object(), vm.names().symbolSpecies, species);
        vm.realm().set(Intrinsic.ARRAY_SPECIES, species.getter());
        array
                .method("isArray", 1, (v, fp, argc) -> Value.ofBoolean(v.proxies().isArray(argument(fp, argc, 0))));
    }

    /** Array.prototype[@@unscopables] (23.1.3.41). */
    private static long unscopables(Vm vm) {
        long list = vm.realm().newObject(0, CellType.OBJECT);
        for (String name : new String[] {
            "at", "copyWithin", "entries", "fill", "find", "findIndex", "findLast", "findLastIndex", "flat", "flatMap",
            "includes", "keys", "toReversed", "toSorted", "toSpliced", "values"
        }) {
            vm.definitions().define(list, vm.conversions().key(name), Value.TRUE, Attributes.DEFAULT);
        }
        return list;
    }

    /** Whether a value is an array itself, not a proxy of one. */
    static boolean isArray(long value) {
        return Layout.isObject(value) && CellType.at(value) == CellType.ARRAY;
    }

    private static long construct(Vm vm, long fp, int argc) {
        long newTarget = Frame.get(fp, Frame.NEW_TARGET_REGISTER);
        long array = vm.realm().newObject(vm.realm().prototypeFor(newTarget, Intrinsic.ARRAY_PROTOTYPE),
                CellType.ARRAY);
        if (newTarget == Value.UNDEFINED || newTarget == vm.realm().get(Intrinsic.ARRAY)) {
            array = vm.literals().newArray();
        }
        if (argc == 1 && Value.isNumber(Frame.get(fp, 0))) {
            double length = Value.numberAsDouble(Frame.get(fp, 0));
            if (length < 0 || length > 0xFFFF_FFFFL || length != Math.floor(length)) {
                throw vm.rangeError("Invalid array length");
            }
            vm.elements().prepare(array, (long) length);
            return array;
        }
        for (int i = 0; i < argc; i++) {
            vm.literals().arrayAppend(array, Frame.get(fp, i));
        }
        return array;
    }

    private static long push(Vm vm, long fp, int argc) {
        long object = thisValue(fp);
        if (isArray(object) && vm.elements().canAppend(object) && vm.protectors().noElementsAbove(object)) {
            for (int i = 0; i < argc; i++) {
                vm.elements().put(object, Elements.arrayLength(object), Frame.get(fp, i));
            }
            return Value.number(Elements.limit(object));
        }
        ArrayLike array = ArrayLike.receiver(vm, fp, "push");
        long length = array.length();
        array.requireSafeLength((double) length + argc);
        for (int i = 0; i < argc; i++) {
            array.set(length++, Frame.get(fp, i));
        }
        array.setLength(length);
        return Value.number(length);
    }
}
