package org.tierscope.runtime;

import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.bytecode.MemberFlags;
import org.tierscope.bytecode.Opcode;

/** Classes, constructors, methods and super (15.7, 13.3.7, 10.2). */
public final class ClassOperations {
    private final Vm vm;

    ClassOperations(Vm vm) {
        this.vm = vm;
    }

    public long createClass(FunctionInfo constructor, long context, long superclass) {
        long prototypeParent = vm.realm().get(Intrinsic.OBJECT_PROTOTYPE);
        long constructorParent = 0;
        if (superclass == Value.NULL) {
            prototypeParent = 0;
        } else if (superclass != Value.EMPTY) {
            if (!isConstructor(superclass)) {
                throw vm.typeError("Class extends value " + vm.errors().render(superclass) + " is not a constructor or null");
            }
            long parent = vm.properties().get(superclass, vm.names().prototype);
            if (parent != Value.NULL && !Layout.isObject(parent)) {
                throw vm.typeError("Class extends value does not have valid prototype property " + vm.errors().render(parent));
            }
            prototypeParent = parent == Value.NULL ? 0 : parent;
            constructorParent = superclass;
        }
        long function = vm.functions().createClosure(constructor, context);
        vm.functions().materialize(function);
        if (constructorParent != 0) {
            vm.objects().setPrototypeOf(function, constructorParent);
        }
        long prototype = classPrototype(function);
        if (prototypeParent != vm.realm().get(Intrinsic.OBJECT_PROTOTYPE)) {
            vm.objects().setPrototypeOf(prototype, prototypeParent);
        }
        Mem.putLong(function + Layout.FUNCTION_HOME, prototype);
        return function;
    }

    public static boolean isConstructor(long value) {
        return Layout.isObject(value) && Layout.hasFlag(value, Layout.FLAG_CONSTRUCTOR);
    }

    public long classPrototype(long constructor) {
        return vm.properties().get(constructor, vm.names().prototype);
    }

    public void setFieldInitializer(long constructor, long function) {
        Mem.putLong(constructor + Layout.FUNCTION_FIELDS, function);
    }

    public void initializeFields(long constructor, long object) {
        long initializer = Mem.getLong(constructor + Layout.FUNCTION_FIELDS);
        if (initializer != 0) {
            vm.call(initializer, object);
        }
    }

    public long getHomeObject(long function) {
        long home = Mem.getLong(function + Layout.FUNCTION_HOME);
        return home == 0 ? Value.UNDEFINED : home;
    }

    public void setHomeObject(long function, long home) {
        Mem.putLong(function + Layout.FUNCTION_HOME, home);
    }

    public long getSuperConstructor(long function) {
        long parent = vm.objects().prototypeOf(function);
        return parent == 0 ? Value.NULL : parent;
    }

    public void defineMember(long object, long key, long function, int flags) {
        Mem.putLong(function + Layout.FUNCTION_HOME, object);
        if ((flags & MemberFlags.KEEP_NAME) == 0) {
            vm.functions().setName(function, key, flags);
        }
        int attributes = Attributes.CONFIGURABLE | ((flags & MemberFlags.ENUMERABLE) != 0 ? Attributes.ENUMERABLE : 0);
        var property = new Property();
        switch (flags & MemberFlags.KIND_MASK) {
            case MemberFlags.GETTER -> {
                property.present = Property.HAS_GET;
                property.getter = function;
            }
            case MemberFlags.SETTER -> {
                property.present = Property.HAS_SET;
                property.setter = function;
            }
            default -> {
                property.present = Property.HAS_VALUE | Property.HAS_WRITABLE;
                property.value = function;
                attributes |= Attributes.WRITABLE;
            }
        }
        property.present |= Property.HAS_ENUMERABLE | Property.HAS_CONFIGURABLE;
        property.attributes = attributes;
        vm.definitions().defineOrThrow(object, key, property);
    }

    public long getSuper(long home, long receiver, long key) {
        long parent = vm.objects().prototypeOf(home);
        if (parent == 0) {
            throw vm.typeError("Cannot read properties of null");
        }
        return vm.properties().get(parent, vm.conversions().toPropertyKey(key), receiver);
    }

    public void setSuper(long home, long receiver, long key, long value, boolean strict) {
        long parent = vm.objects().prototypeOf(home);
        if (parent == 0) {
            throw vm.typeError("Cannot set properties of null");
        }
        long propertyKey = vm.conversions().toPropertyKey(key);
        if (!vm.properties().set(parent, propertyKey, value, receiver) && strict) {
            throw vm.errors().cannotAssign(receiver, propertyKey);
        }
    }

    public long coerceThis(long value) {
        return Layout.isObject(value)
                ? value
                : Value.isNullish(value) ? vm.realm().globalThis() : vm.conversions().toObject(value);
    }

    public long checkConstructorResult(long result, long thisValue) {
        if (Layout.isObject(result)) {
            return result;
        }
        if (result != Value.UNDEFINED) {
            throw vm.realms().in(vm.realms().ofCaller(), () ->
                    vm.typeError("Derived constructors may only return object or undefined"));
        }
        if (thisValue == Value.EMPTY) {
            throw vm.realms().in(vm.realms().ofCaller(), vm.errors()::superNotCalled);
        }
        return thisValue;
    }

    // Instances.

    /** The object that [[Construct]] of a base constructor begins with. */
    public long createThis(long newTarget) {
        if (Layout.cellType(newTarget) == CellType.FUNCTION.ordinal()) {
            Shape known = vm.functions().infoOf(newTarget).instanceShapeFor(newTarget);
            if (known != null) {
                return vm.objects().allocate(known, 0);
            }
            Shape shape = vm.shapes().of(newTarget);
            if (shape.isLazy()) {
                shape = vm.functions().materialize(newTarget);
            }
            int info = shape.lookup(vm.names().prototype);
            if (info >= 0 && (info & Attributes.ACCESSOR) == 0) {
                long prototype = Objects.slot(newTarget, shape, Shape.slot(info));
                FunctionInfo function = vm.functions().infoOf(newTarget);
                Shape instance = function.instanceShape(prototype);
                if (instance == null) {
                    instance = learnInstanceShape(newTarget, function, prototype);
                }
                function.rememberConstructor(shape, Shape.slot(info));
                return vm.objects().allocate(instance, 0);
            }
        }
        long prototype = vm.realm().prototypeFor(newTarget, Intrinsic.OBJECT_PROTOTYPE);
        return vm.objects().allocate(vm.objects().rootShape(prototype, CellType.OBJECT, 4), 0);
    }

    /**
     * SpeciesConstructor (7.3.22).
     *
     * @throws GuestException a TypeError where the object's constructor is no constructor
     */
    public long speciesConstructor(long object, long otherwise) {
        long constructor = vm.properties().get(object, vm.names().constructor);
        if (constructor == Value.UNDEFINED) {
            return otherwise;
        }
        if (!Layout.isObject(constructor)) {
            throw vm.typeError("The .constructor property is not an object");
        }
        long species = vm.properties().get(constructor, vm.names().symbolSpecies);
        if (Value.isNullish(species)) {
            return otherwise;
        }
        if (!Layout.isObject(species) || !Layout.hasFlag(species, Layout.FLAG_CONSTRUCTOR)) {
            throw vm.typeError("object.constructor[Symbol.species] is not a constructor");
        }
        return species;
    }

    private Shape learnInstanceShape(long newTarget, FunctionInfo function, long prototype) {
        long parent = Layout.isObject(prototype) ? prototype : function.realm().get(Intrinsic.OBJECT_PROTOTYPE);
        int capacity = Math.clamp(expectedFields(newTarget), 2, 24);
        Shape shape = vm.objects().rootShape(parent, CellType.OBJECT, capacity);
        function.setInstanceShape(prototype, shape);
        return shape;
    }

    /** How many fields the constructors of a class chain and their field initializers set. */
    private int expectedFields(long constructor) {
        int fields = 0;
        for (long f = constructor; f != 0 && Layout.cellType(f) == CellType.FUNCTION.ordinal(); f = vm.objects().prototypeOf(f)) {
            BytecodeFunction code = vm.functions().infoOf(f).bytecode();
            if (code == null) {
                break;
            }
            fields += fieldStores(code);
            long initializer = Mem.getLong(f + Layout.FUNCTION_FIELDS);
            if (initializer != 0) {
                fields += fieldStores(vm.functions().infoOf(initializer).bytecode());
            }
            if (!code.is(Flag.DERIVED_CONSTRUCTOR)) {
                break;
            }
        }
        return fields;
    }

    private static int fieldStores(BytecodeFunction code) {
        var keys = new java.util.HashSet<Integer>();
        int[] words = code.code();
        int privates = 0;
        for (int pc = 0; pc < words.length; pc += Opcode.of(words[pc]).length()) {
            switch (Opcode.of(words[pc])) {
                case SET_FIELD, DEFINE_FIELD -> {
                    if (words[pc + 1] == Frame.THIS_REGISTER) {
                        keys.add(words[pc + 2]);
                    }
                }
                case DEFINE_PRIVATE -> privates++;
                default -> {
                    // sets no field
                }
            }
        }
        return keys.size() + privates;
    }
}
