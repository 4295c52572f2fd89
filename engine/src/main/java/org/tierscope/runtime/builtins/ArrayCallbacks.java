package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.util.ArrayList;
import org.tierscope.runtime.ArrayEdits;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The methods of arrays that call back: written in JavaScript, in {@code prelude/array.js}; here is what that needs of Java. */
final class ArrayCallbacks {
    private ArrayCallbacks() {}

    static void install(Vm vm) {
        defineNatives(vm);
        ObjectBuilder prototype = ObjectBuilder.on(vm, Intrinsic.ARRAY_PROTOTYPE);
        for (String name : new String[] {
            "forEach", "map", "filter", "reduce", "reduceRight", "some", "every", "find", "findIndex",
                    "findLast",
            "findLastIndex", "flatMap", "sort", "toSorted"
        }) {
            prototype.prelude("array", name, 1);
        }
        ObjectBuilder.on(vm, Intrinsic.ARRAY).prelude("array", "from", 1).prelude("array", "of", 0);
    }

    private static void defineNatives(Vm vm) {
        ObjectBuilder.on(vm, vm.prelude().natives())
                .method("toLength", 1, (v, fp, argc) ->
                        Value.number(v.conversions().toLength(argument(fp, argc, 0))))
                .method("notCallable", 1, (v, fp, argc) -> {
                    throw v.typeError(v.errors().render(argument(fp, argc, 0)) + " is not a function");
                })
                .method("typeError", 1, (v, fp, argc) -> {
                    throw v.typeError(v.strings().toJava(argument(fp, argc, 0)));
                })
                .method("species", 2, ArrayCallbacks::species)
                .method("define", 3, (v, fp, argc) -> {
                    long index = v.conversions().toLength(argument(fp, argc, 1));
                    ArrayLike.define(v, argument(fp, argc, 0), index, argument(fp, argc, 2));
                    return Value.UNDEFINED;
                })
                .method("isConstructor", 1, (v, fp, argc) -> {
                    long value = argument(fp, argc, 0);
                    return Value.ofBoolean(Layout.isObject(value)
                            && Objects.has(value, Layout.FLAG_CONSTRUCTOR));
                })
                .method("iteratorMethod", 1, (v, fp, argc) ->
                        v.properties().getMethod(argument(fp, argc, 0), v.names().symbolIterator))
                .method("isArray", 1, (v, fp, argc) -> Value.ofBoolean(v.proxies().isArray(argument(fp, argc, 0))))
                .method("checkArrayLength", 1, (v, fp, argc) -> {
                    if (v.conversions().toLength(argument(fp, argc, 0)) > 0xFFFF_FFFFL) {
                        throw v.rangeError("Invalid array length");
                    }
                    return Value.UNDEFINED;
                })
                .method("storesPlainly", 0, (v, fp, argc) ->
                        Value.ofBoolean(Mem.getInt(v.protectors().noElementsOnPrototypes()) == 1))
                .method("copy", 1, (v, fp, argc) -> {
                    long array = argument(fp, argc, 0);
                    return ArrayEdits.copy(v, array, 0, Elements.arrayLength(array));
                })
                .method("isPlain", 1, (v, fp, argc) -> Value.ofBoolean(ArrayEdits.isPlain(v, argument(fp, argc, 0))))
                .method("sortAsText", 1, ArrayCallbacks::sortAsText)
                .value("originalArray", vm.realm().get(Intrinsic.ARRAY));
    }

    /**
     * ArraySpeciesCreate, but undefined for a plain array that may be filled by assignments, because neither prototypes nor what
     * getters of the receiver do can interfere: the caller makes it itself.
     */
    private static long species(Vm vm, long fp, int argc) {
        long length = vm.conversions().toLength(argument(fp, argc, 1));
        ArrayLike array = ArrayLike.of(vm, argument(fp, argc, 0));
        long constructor = array.speciesConstructor();
        if (constructor != Value.UNDEFINED) {
            return array.construct(constructor, length);
        }
        long result = ArrayLike.newArray(vm, length);
        if (array.isPlain()) {
            return Value.UNDEFINED;
        }
        vm.properties().put(result, vm.names().length, Value.number(length));
        return result;
    }

    /** Sorts an array without holes by its elements' strings. */
    private static long sortAsText(Vm vm, long fp, int argc) {
        long array = argument(fp, argc, 0);
        int length = Elements.arrayLength(array);
        record Item(long value, long text) {}
        var items = new ArrayList<Item>(length);
        // An array of the guest's keeps the strings: converting later elements may run guest code, and so a collection.
        long texts = vm.literals().newArray();
        for (int i = 0; i < length; i++) {
            vm.literals().arrayAppend(texts, vm.conversions().toStringValue(ArrayEdits.get(array, i)));
        }
        for (int i = 0; i < length; i++) {
            items.add(new Item(ArrayEdits.get(array, i), Elements.get(texts, i)));
        }
        items.sort((a, b) -> vm.strings().compare(a.text, b.text));
        long result = vm.literals().newArray();
        for (Item item : items) {
            vm.literals().arrayAppend(result, item.value);
        }
        return result;
    }
}
