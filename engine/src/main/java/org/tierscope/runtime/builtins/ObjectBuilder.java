package org.tierscope.runtime.builtins;

import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The declarative table by which built-ins are made: one line per property of an object. */
public final class ObjectBuilder {
    private final Vm vm;
    private final long object;

    private ObjectBuilder(Vm vm, long object) {
        this.vm = vm;
        this.object = object;
    }

    /** Properties of an object that exists. */
    public static ObjectBuilder on(Vm vm, long object) {
        return new ObjectBuilder(vm, object);
    }

    public static ObjectBuilder on(Vm vm, Intrinsic intrinsic) {
        return new ObjectBuilder(vm, vm.realm().get(intrinsic));
    }

    /** A new ordinary object. */
    public static ObjectBuilder plain(Vm vm) {
        return new ObjectBuilder(vm, vm.realm().newObject());
    }

    /** A new ordinary object that becomes an intrinsic, with the given intrinsic as its prototype. */
    public static ObjectBuilder intrinsic(Vm vm, Intrinsic self, Intrinsic prototype) {
        return intrinsic(vm, self, prototype, CellType.OBJECT);
    }

    public static ObjectBuilder intrinsic(Vm vm, Intrinsic self, Intrinsic prototype, CellType type) {
        long object = vm.realm().newObject(vm.realm().get(prototype), type);
        vm.realm().set(self, object);
        return new ObjectBuilder(vm, object);
    }

    /**
     * A constructor that is also a property of the global object: its "prototype" is {@code prototype}, whose "constructor" it
     * becomes.
     */
    public static ObjectBuilder constructor(Vm vm, String name, int length, NativeFunction function, Intrinsic prototype) {
        ObjectBuilder builder = hiddenConstructor(vm, name, length, function, prototype);
        ObjectBuilder.on(vm, vm.realm().globalObject()).value(name, builder.object);
        return builder;
    }

    /** The same without a global name. */
    public static ObjectBuilder hiddenConstructor(
            Vm vm, String name, int length, NativeFunction function, Intrinsic prototype) {
        FunctionInfo info = vm.defineNative(name, length, function);
        long constructor = vm.functions().createNative(info, true);
        long prototypeObject = vm.realm().get(prototype);
        vm.definitions().define(constructor, vm.names().prototype, prototypeObject, Attributes.NONE);
        vm.definitions().define(prototypeObject, vm.names().constructor, constructor, Attributes.HIDDEN);
        return new ObjectBuilder(vm, constructor);
    }

    public long object() {
        return object;
    }

    private long function(String name, int length, NativeFunction function) {
        return vm.functions().createNative(vm.defineNative(name, length, function), false);
    }

    public ObjectBuilder method(String name, int length, NativeFunction function) {
        return value(name, function(name, length, function));
    }

    /** A method written in JavaScript: the one of that name in a file of the prelude. */
    public ObjectBuilder prelude(String file, String name, int length) {
        return value(name, vm.prelude().function(file, name, name, length));
    }

    /** The same where the file has it under another name. */
    public ObjectBuilder prelude(String file, String exportedAs, String name, int length) {
        return value(name, vm.prelude().function(file, exportedAs, name, length));
    }

    /** The same with a symbol as key; {@code name} is its "name" property. */
    public ObjectBuilder prelude(String file, String exportedAs, long symbol, String name, int length) {
        return define(symbol, vm.prelude().function(file, exportedAs, name, length), Attributes.HIDDEN);
    }

    /** A method whose key is a symbol; {@code name} is its "name" property. */
    public ObjectBuilder method(long symbol, String name, int length, NativeFunction function) {
        return define(symbol, function(name, length, function), Attributes.HIDDEN);
    }

    /** The same, not writable and not configurable. */
    public ObjectBuilder fixedMethod(long symbol, String name, int length, NativeFunction function, int attributes) {
        return define(symbol, function(name, length, function), attributes);
    }

    public ObjectBuilder getter(String name, NativeFunction function) {
        return accessor(vm.conversions().key(name), function("get " + name, 0, function), Value.UNDEFINED);
    }

    public ObjectBuilder getter(long symbol, String name, NativeFunction function) {
        return accessor(symbol, function("get " + name, 0, function), Value.UNDEFINED);
    }

    public ObjectBuilder accessor(String name, NativeFunction getter, NativeFunction setter) {
        return accessor(
                vm.conversions().key(name), function("get " + name, 0, getter), function("set " + name, 1, setter));
    }

    /** An accessor whose two halves are one function that throws. */
    public ObjectBuilder poisoned(String name, long thrower) {
        return accessor(vm.conversions().key(name), thrower, thrower);
    }

    private ObjectBuilder accessor(long key, long getter, long setter) {
        vm.definitions().defineOwn(object, key, Property.accessor(getter, setter, Attributes.CONFIGURABLE));
        return this;
    }

    /** A writable, configurable, not enumerable property. */
    public ObjectBuilder value(String name, long value) {
        return define(vm.conversions().key(name), value, Attributes.HIDDEN);
    }

    /** A property that nothing can change. */
    public ObjectBuilder constant(String name, long value) {
        return define(vm.conversions().key(name), value, Attributes.NONE);
    }

    public ObjectBuilder define(long key, long value, int attributes) {
        vm.definitions().define(object, key, value, attributes);
        return this;
    }

    /** Symbol.toStringTag. */
    public ObjectBuilder tag(String text) {
        return define(vm.names().symbolToStringTag, vm.strings().intern(text), Attributes.CONFIGURABLE);
    }

    /** Symbol.species. */
    public ObjectBuilder species() {
        return getter(vm.names().symbolSpecies, "[Symbol.species]", (v, fp, argc) -> NativeFunction.thisValue(fp));
    }

    /** Makes the object (a property value made before, too) known to the engine. */
    public ObjectBuilder as(Intrinsic intrinsic) {
        vm.realm().set(intrinsic, object);
        return this;
    }

    /** Makes the value of property {@code name} known to the engine. */
    public ObjectBuilder as(Intrinsic intrinsic, String name) {
        return as(intrinsic, vm.conversions().key(name));
    }

    /** Makes the value of a property known to the engine. */
    public ObjectBuilder as(Intrinsic intrinsic, long key) {
        vm.realm().set(intrinsic, vm.properties().get(object, key));
        return this;
    }

    /** Another name for the same value. */
    public ObjectBuilder alias(String alias, String name) {
        return value(alias, vm.properties().get(object, vm.conversions().key(name)));
    }

    public ObjectBuilder alias(long symbol, String name) {
        return define(symbol, vm.properties().get(object, vm.conversions().key(name)), Attributes.HIDDEN);
    }
}
