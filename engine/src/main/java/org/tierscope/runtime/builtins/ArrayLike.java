package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.thisValue;

import java.util.Arrays;
import org.tierscope.runtime.ArrayEdits;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.OwnKeys;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/** An object that an array method works on: elements by index, as the specification's steps read and write them. */
final class ArrayLike {
    private static final long MAX_SAFE = (1L << 53) - 1;

    final Vm vm;
    final long object;
    private final boolean plain;

    private ArrayLike(Vm vm, long object) {
        this.vm = vm;
        this.object = object;
        this.plain = ArrayEdits.isPlain(vm, object);
    }

    /** The receiver of {@code Array.prototype.name}. */
    static ArrayLike receiver(Vm vm, long fp, String name) {
        long value = thisValue(fp);
        if (Value.isNullish(value)) {
            throw vm.typeError("Array.prototype." + name + " called on null or undefined");
        }
        long object = vm.conversions().toObject(value);
        // The collector does not look into Java objects; a wrapper made just now is referred to from nowhere else.
        Mem.putLong(fp + Frame.THIS, object);
        return new ArrayLike(vm, object);
    }

    static ArrayLike of(Vm vm, long object) {
        return new ArrayLike(vm, object);
    }

    /** Whether it was an array whose storage may be edited, when the method began. */
    boolean isPlain() {
        return plain && ArrayEdits.isPlain(vm, object);
    }

    long length() {
        return plain ? Elements.limit(object)
                : vm.conversions().toLength(vm.properties().get(object, vm.names().length));
    }

    long key(long index) {
        return vm.conversions().toPropertyKey(Value.number(index));
    }

    long get(long index) {
        if (plain && index < Elements.limit(object) && Elements.kindOf(object) != ElementsKind.DICTIONARY) {
            long value = Elements.get(object, (int) index);
            if (value != Value.EMPTY) {
                return value;
            }
        }
        comeToSafepoint(index);
        return vm.properties().get(object, key(index));
    }

    /** Long loops over what is not there can be stopped. */
    private void comeToSafepoint(long index) {
        if ((index & 0xFFFF) == 0 && Mem.getInt(vm.state() + VmState.INTERRUPT) != 0) {
            vm.safepoint();
        }
    }

    boolean has(long index) {
        comeToSafepoint(index);
        return vm.properties().has(object, key(index));
    }

    /**
     * The indices in ascending order where this is an array that keeps few elements for its length, none of them an accessor or
     * inherited; null otherwise.
     */
    long[] sparseIndices() {
        if (!ArrayBuiltins.isArray(object) || !vm.elements().isSparse(object) || !vm.protectors().noElementsAbove(object)) {
            return null;
        }
        long keys = vm.ownKeys().strings(object);
        var indices = new long[OwnKeys.count(keys)];
        int count = 0;
        for (int i = 0; i < indices.length; i++) {
            long index = OwnKeys.arrayIndex(OwnKeys.at(keys, i));
            if (index >= 0) {
                indices[count++] = index;
            }
        }
        return Arrays.copyOf(indices, count);
    }

    void set(long index, long value) {
        vm.properties().put(object, key(index), value);
    }

    void delete(long index) {
        if (!vm.properties().delete(object, key(index))) {
            throw vm.typeError("Cannot delete property '" + index + "' of " + vm.errors().render(object));
        }
    }

    void setLength(long length) {
        vm.properties().put(object, vm.names().length, Value.number(length));
    }

    /** Moves the element at one index, or its absence, to another. */
    void move(long from, long to) {
        if (has(from)) {
            set(to, get(from));
        } else {
            delete(to);
        }
    }

    void requireSafeLength(double length) {
        if (length > MAX_SAFE) {
            throw vm.typeError("Pushing elements past the maximum array length is not allowed");
        }
    }

    /** ArraySpeciesCreate (10.4.2.2). */
    long createSpecies(long length) {
        long constructor = speciesConstructor();
        return constructor == Value.UNDEFINED ? newArray(vm, length) : construct(constructor, length);
    }

    long construct(long constructor, long length) {
        return vm.construct(constructor, constructor, Value.number(length));
    }

    /** ArraySpeciesCreate's choice: what constructs the result; undefined for a plain array of the current realm. */
    long speciesConstructor() {
        if (!vm.proxies().isArray(object)) {
            return Value.UNDEFINED;
        }
        long constructor = vm.properties().get(object, vm.names().constructor);
        if (isOriginal(constructor)) {
            return Value.UNDEFINED;
        }
        if (Layout.isObject(constructor)) {
            constructor = vm.properties().get(constructor, vm.names().symbolSpecies);
            if (constructor == Value.NULL) {
                constructor = Value.UNDEFINED;
            }
        }
        if (constructor != Value.UNDEFINED && !isConstructor(constructor)) {
            throw vm.typeError("object.constructor[Symbol.species] is not a constructor");
        }
        return constructor;
    }

    private static boolean isConstructor(long value) {
        return Layout.isObject(value) && Objects.has(value, Layout.FLAG_CONSTRUCTOR);
    }

    /** Whether a constructor gives plain arrays: %Array% whose species is untouched, or that of another realm. */
    private boolean isOriginal(long constructor) {
        long array = vm.realm().get(Intrinsic.ARRAY);
        if (constructor == array) {
            var species = new Property();
            return vm.definitions().getOwn(array, vm.names().symbolSpecies, species)
                    && species.isAccessor()
                    && species.getter() == vm.realm().get(Intrinsic.ARRAY_SPECIES);
        }
        return isConstructor(constructor) && vm.realms().of(constructor).get(Intrinsic.ARRAY) == constructor;
    }

    /** A plain array whose elements are to be defined one by one; its length is set at the end. */
    static long newArray(Vm vm, long length) {
        if (length > 0xFFFF_FFFFL) {
            throw vm.rangeError("Invalid array length");
        }
        return vm.literals().newArray();
    }

    /** CreateDataPropertyOrThrow on an array that a method makes. */
    static void define(Vm vm, long target, long index, long value) {
        if (CellType.at(target) == CellType.ARRAY && index == Elements.limit(target)
                && vm.elements().canAppend(target)) {
            vm.literals().arrayAppend(target, value);
        } else {
            vm.definitions().createDataPropertyOrThrow(
                    target, vm.conversions().toPropertyKey(Value.number(index)), value);
        }
    }
}
