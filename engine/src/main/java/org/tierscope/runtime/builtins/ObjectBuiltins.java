package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.OwnKeys;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Proxies;
import org.tierscope.runtime.TemporaryRoots;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Object and Object.prototype (20.1). */
final class ObjectBuiltins {
    private ObjectBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.constructor(vm, "Object", 1, ObjectBuiltins::construct, Intrinsic.OBJECT_PROTOTYPE)
                .as(Intrinsic.OBJECT)
                .method("assign", 2, ObjectBuiltins::assign)
                .method("create", 2, ObjectBuiltins::create)
                .method("defineProperty", 3, ObjectBuiltins::defineProperty)
                .method("defineProperties", 2, (v, fp, argc) -> defineProperties(v, object(v, fp, argc, "defineProperties"), argument(fp, argc, 1)))
                .method("entries", 1, (v, fp, argc) -> enumerable(v, argument(fp, argc, 0), true, true))
                .method("keys", 1, (v, fp, argc) -> enumerable(v, argument(fp, argc, 0), true, false))
                .method("values", 1, (v, fp, argc) -> enumerable(v, argument(fp, argc, 0), false, true))
                .method("fromEntries", 1, ObjectBuiltins::fromEntries)
                .method("freeze", 1, (v, fp, argc) -> setIntegrity(v, argument(fp, argc, 0), true))
                .method("seal", 1, (v, fp, argc) -> setIntegrity(v, argument(fp, argc, 0), false))
                .method("isFrozen", 1, (v, fp, argc) -> testIntegrity(v, argument(fp, argc, 0), true))
                .method("isSealed", 1, (v, fp, argc) -> testIntegrity(v, argument(fp, argc, 0), false))
                .method("isExtensible", 1, ObjectBuiltins::isExtensible)
                .method("preventExtensions", 1, ObjectBuiltins::preventExtensions)
                .method("getOwnPropertyDescriptor", 2, ObjectBuiltins::getOwnPropertyDescriptor)
                .method("getOwnPropertyDescriptors", 1, ObjectBuiltins::getOwnPropertyDescriptors)
                .method("getOwnPropertyNames", 1, (v, fp, argc) -> keyArray(v, v.ownKeys().strings(toObject(v, argument(fp, argc, 0)))))
                .method("getOwnPropertySymbols", 1, (v, fp, argc) -> keyArray(v, v.ownKeys().symbols(toObject(v, argument(fp, argc, 0)))))
                .method("getPrototypeOf", 1, (v, fp, argc) -> prototypeOf(v, toObject(v, argument(fp, argc, 0))))
                .method("setPrototypeOf", 2, ObjectBuiltins::setPrototypeOf)
                .method("is", 2, (v, fp, argc) -> Value.ofBoolean(v.comparison().sameValue(argument(fp, argc, 0), argument(fp, argc, 1))))
                .method("hasOwn", 2, ObjectBuiltins::hasOwn)
                .method("groupBy", 2, ObjectBuiltins::groupBy);
        ObjectBuilder.on(vm, Intrinsic.OBJECT_PROTOTYPE)
                .method("hasOwnProperty", 1, ObjectBuiltins::hasOwnProperty)
                .method("isPrototypeOf", 1, ObjectBuiltins::isPrototypeOf)
                .method("propertyIsEnumerable", 1, ObjectBuiltins::propertyIsEnumerable)
                .method("toString", 0, (v, fp, argc) -> v.strings().of(toString(v, thisValue(fp))))
                .method("toLocaleString", 0, (v, fp, argc) -> v.call(v.properties().getOfValue(thisValue(fp), v.names().toString), thisValue(fp)))
                .method("valueOf", 0, (v, fp, argc) -> v.conversions().toObject(thisValue(fp)))
                .method("__defineGetter__", 2, (v, fp, argc) -> defineAccessor(v, fp, argc, true))
                .method("__defineSetter__", 2, (v, fp, argc) -> defineAccessor(v, fp, argc, false))
                .method("__lookupGetter__", 1, (v, fp, argc) -> lookupAccessor(v, fp, argc, true))
                .method("__lookupSetter__", 1, (v, fp, argc) -> lookupAccessor(v, fp, argc, false))
                .accessor("__proto__", (v, fp, argc) -> prototypeOf(v, toObject(v, thisValue(fp))), ObjectBuiltins::setProto);
    }

    private static long toObject(Vm vm, long value) {
        return vm.conversions().toObject(value);
    }

    private static long object(Vm vm, long fp, int argc, String what) {
        long value = argument(fp, argc, 0);
        if (!Layout.isObject(value)) {
            throw vm.typeError("Object." + what + " called on non-object");
        }
        return value;
    }

    private static long construct(Vm vm, long fp, int argc) {
        long newTarget = Frame.get(fp, Frame.NEW_TARGET_REGISTER);
        if (newTarget != Value.UNDEFINED && newTarget != Frame.get(fp, Frame.CALLEE_REGISTER)) {
            return vm.realm().newObject(vm.realm().prototypeFor(newTarget, Intrinsic.OBJECT_PROTOTYPE), CellType.OBJECT);
        }
        long value = argument(fp, argc, 0);
        return Value.isNullish(value) ? vm.realm().newObject() : toObject(vm, value);
    }

    private static long assign(Vm vm, long fp, int argc) {
        long target = toObject(vm, argument(fp, argc, 0));
        var current = new Property();
        for (int i = 1; i < argc; i++) {
            if (Value.isNullish(Frame.get(fp, i))) {
                continue;
            }
            long source = toObject(vm, Frame.get(fp, i));
            long keys = vm.ownKeys().all(source);
            for (int k = 0; k < OwnKeys.count(keys); k++) {
                long key = OwnKeys.at(keys, k);
                if (vm.definitions().getOwn(source, key, current) && current.isEnumerable()) {
                    vm.properties().put(target, key, vm.properties().get(source, key));
                }
            }
        }
        return target;
    }

    private static long create(Vm vm, long fp, int argc) {
        long prototype = argument(fp, argc, 0);
        if (!Layout.isObject(prototype) && prototype != Value.NULL) {
            throw vm.typeError("Object prototype may only be an Object or null: " + vm.errors().render(prototype));
        }
        long object = vm.realm().newObject(prototype == Value.NULL ? 0 : prototype, CellType.OBJECT);
        long properties = argument(fp, argc, 1);
        return properties == Value.UNDEFINED ? object : defineProperties(vm, object, properties);
    }

    private static long defineProperty(Vm vm, long fp, int argc) {
        long object = object(vm, fp, argc, "defineProperty");
        long key = vm.conversions().toPropertyKey(argument(fp, argc, 1));
        vm.definitions().defineOrThrow(object, key, vm.definitions().toDescriptor(argument(fp, argc, 2)));
        return object;
    }

    private static long defineProperties(Vm vm, long object, long value) {
        long source = toObject(vm, value);
        long keys = vm.ownKeys().all(source);
        var current = new Property();
        var descriptors = new Property[OwnKeys.count(keys)];
        TemporaryRoots roots = vm.temporaryRoots();
        int depth = roots.depth();
        try {
            for (int i = 0; i < descriptors.length; i++) {
                long key = OwnKeys.at(keys, i);
                if (vm.definitions().getOwn(source, key, current) && current.isEnumerable()) {
                    descriptors[i] = vm.definitions().toDescriptor(vm.properties().get(source, key));
                    roots.push(descriptors[i].value());
                    roots.push(descriptors[i].getter());
                    roots.push(descriptors[i].setter());
                }
            }
            for (int i = 0; i < descriptors.length; i++) {
                if (descriptors[i] != null) {
                    vm.definitions().defineOrThrow(object, OwnKeys.at(keys, i), descriptors[i]);
                }
            }
        } finally {
            roots.reset(depth);
        }
        return object;
    }

    /** EnumerableOwnProperties. */
    private static long enumerable(Vm vm, long value, boolean withKeys, boolean withValues) {
        long object = toObject(vm, value);
        long keys = vm.ownKeys().strings(object);
        long result = vm.literals().newArray();
        var current = new Property();
        for (int i = 0; i < OwnKeys.count(keys); i++) {
            long key = OwnKeys.at(keys, i);
            if (!vm.definitions().getOwn(object, key, current) || !current.isEnumerable()) {
                continue;
            }
            long name = withKeys ? vm.conversions().keyToValue(key) : 0;
            if (!withValues) {
                vm.literals().arrayAppend(result, name);
                continue;
            }
            boolean ask = current.isAccessor() || Proxies.isProxy(object);
            long element = ask ? vm.properties().get(object, key) : current.value();
            vm.literals().arrayAppend(result, withKeys ? vm.realm().newPair(name, element) : element);
        }
        return result;
    }

    private static long keyArray(Vm vm, long keys) {
        long result = vm.literals().newArray();
        for (int i = 0; i < OwnKeys.count(keys); i++) {
            vm.literals().arrayAppend(result, vm.conversions().keyToValue(OwnKeys.at(keys, i)));
        }
        return result;
    }

    private static long fromEntries(Vm vm, long fp, int argc) {
        long result = vm.realm().newObject();
        IteratorBuiltins.forEach(vm, argument(fp, argc, 0), entry -> {
            if (!Layout.isObject(entry)) {
                throw vm.typeError("Iterator value " + vm.errors().render(entry) + " is not an entry object");
            }
            long key = vm.properties().get(entry, Value.ZERO);
            long value = vm.properties().get(entry, Value.ONE);
            vm.definitions().createDataPropertyOrThrow(result, vm.conversions().toPropertyKey(key), value);
        }, result);
        return result;
    }

    private static long groupBy(Vm vm, long fp, int argc) {
        long callback = argument(fp, argc, 1);
        if (!Layout.isCallable(callback)) {
            throw vm.typeError(vm.errors().render(callback) + " is not a function");
        }
        long groups = vm.realm().newObject(0, CellType.OBJECT);
        int[] index = {0};
        IteratorBuiltins.forEach(vm, argument(fp, argc, 0), value -> {
            long name = vm.call(callback, Value.UNDEFINED, value, Value.ofInt(index[0]++));
            long key = vm.conversions().toPropertyKey(name);
            long group = vm.properties().get(groups, key);
            if (group == Value.UNDEFINED) {
                group = vm.literals().newArray();
                vm.definitions().createDataProperty(groups, key, group);
            }
            vm.literals().arrayAppend(group, value);
        }, groups, callback);
        return groups;
    }

    private static long setIntegrity(Vm vm, long value, boolean frozen) {
        if (Layout.isObject(value) && !vm.definitions().setIntegrity(value, frozen)) {
            throw vm.typeError("Cannot " + (frozen ? "freeze" : "seal"));
        }
        return value;
    }

    private static long testIntegrity(Vm vm, long value, boolean frozen) {
        return Value.ofBoolean(!Layout.isObject(value) || vm.definitions().testIntegrity(value, frozen));
    }

    private static long isExtensible(Vm vm, long fp, int argc) {
        long value = argument(fp, argc, 0);
        return Value.ofBoolean(Layout.isObject(value) && vm.inheritance().isExtensible(value));
    }

    private static long preventExtensions(Vm vm, long fp, int argc) {
        long value = argument(fp, argc, 0);
        if (Layout.isObject(value) && !vm.inheritance().preventExtensions(value)) {
            throw vm.typeError(Proxies.isProxy(value)
                    ? "'preventExtensions' on proxy: trap returned falsish"
                    : "Cannot prevent extensions");
        }
        return value;
    }

    private static long getOwnPropertyDescriptor(Vm vm, long fp, int argc) {
        long object = toObject(vm, argument(fp, argc, 0));
        long key = vm.conversions().toPropertyKey(argument(fp, argc, 1));
        var property = new Property();
        return vm.definitions().getOwn(object, key, property)
                ? vm.definitions().fromDescriptor(property)
                : Value.UNDEFINED;
    }

    private static long getOwnPropertyDescriptors(Vm vm, long fp, int argc) {
        long object = toObject(vm, argument(fp, argc, 0));
        long keys = vm.ownKeys().all(object);
        long result = vm.realm().newObject();
        for (int i = 0; i < OwnKeys.count(keys); i++) {
            var property = new Property();
            if (vm.definitions().getOwn(object, OwnKeys.at(keys, i), property)) {
                vm.definitions().createDataProperty(
                        result, OwnKeys.at(keys, i), vm.definitions().fromDescriptor(property));
            }
        }
        return result;
    }

    private static long prototypeOf(Vm vm, long object) {
        long prototype = vm.inheritance().getPrototypeOf(object);
        return prototype == 0 ? Value.NULL : prototype;
    }

    private static long setPrototypeOf(Vm vm, long fp, int argc) {
        long object = argument(fp, argc, 0);
        long prototype = argument(fp, argc, 1);
        if (Value.isNullish(object)) {
            throw vm.typeError("Object.setPrototypeOf called on null or undefined");
        }
        if (!Layout.isObject(prototype) && prototype != Value.NULL) {
            throw vm.typeError("Object prototype may only be an Object or null: " + vm.errors().render(prototype));
        }
        if (Layout.isObject(object)) {
            changePrototype(vm, object, prototype);
        }
        return object;
    }

    /** [[SetPrototypeOf]] with a throw where it fails. */
    static void changePrototype(Vm vm, long object, long prototype) {
        long target = prototype == Value.NULL ? 0 : prototype;
        if (vm.inheritance().setPrototypeOf(object, target)) {
            return;
        }
        if (Proxies.isProxy(object)) {
            throw vm.typeError("'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'");
        }
        if (vm.inheritance().isImmutable(object)) {
            throw vm.typeError("Immutable prototype object 'Object.prototype' cannot have their prototype set");
        }
        throw vm.typeError(Objects.has(object, Layout.FLAG_NON_EXTENSIBLE)
                ? vm.errors().render(object) + " is not extensible"
                : "Cyclic __proto__ value");
    }

    private static long setProto(Vm vm, long fp, int argc) {
        long object = thisValue(fp);
        long prototype = argument(fp, argc, 0);
        if (Value.isNullish(object)) {
            throw vm.typeError("Object.prototype.__proto__ called on null or undefined");
        }
        if (Layout.isObject(object) && (Layout.isObject(prototype) || prototype == Value.NULL)) {
            changePrototype(vm, object, prototype);
        }
        return Value.UNDEFINED;
    }

    private static long hasOwn(Vm vm, long fp, int argc) {
        long object = toObject(vm, argument(fp, argc, 0));
        return hasOwn(vm, object, vm.conversions().toPropertyKey(argument(fp, argc, 1)));
    }

    private static long hasOwnProperty(Vm vm, long fp, int argc) {
        long key = vm.conversions().toPropertyKey(argument(fp, argc, 0));
        return hasOwn(vm, toObject(vm, thisValue(fp)), key);
    }

    private static long hasOwn(Vm vm, long object, long key) {
        boolean has = vm.properties().hasOwn(object, key);
        vm.fields().remember(object, key);
        return Value.ofBoolean(has);
    }

    private static long isPrototypeOf(Vm vm, long fp, int argc) {
        long value = argument(fp, argc, 0);
        if (!Layout.isObject(value)) {
            return Value.FALSE;
        }
        long object = toObject(vm, thisValue(fp));
        for (long o = vm.inheritance().getPrototypeOf(value); o != 0; o = vm.inheritance().getPrototypeOf(o)) {
            if (o == object) {
                return Value.TRUE;
            }
        }
        return Value.FALSE;
    }

    private static long propertyIsEnumerable(Vm vm, long fp, int argc) {
        long key = vm.conversions().toPropertyKey(argument(fp, argc, 0));
        var property = new Property();
        return Value.ofBoolean(
                vm.definitions().getOwn(toObject(vm, thisValue(fp)), key, property) && property.isEnumerable());
    }

    static String toString(Vm vm, long value) {
        if (value == Value.UNDEFINED) {
            return "[object Undefined]";
        }
        if (value == Value.NULL) {
            return "[object Null]";
        }
        long object = toObject(vm, value);
        boolean array = vm.proxies().isArray(object);
        long tag = vm.properties().get(object, vm.names().symbolToStringTag);
        if (Layout.isString(tag)) {
            return "[object " + vm.strings().toJava(tag) + "]";
        }
        if (array) {
            return "[object Array]";
        }
        return switch (CellType.at(object)) {
            case ERROR -> "[object Error]";
            case BOOLEAN_OBJECT -> "[object Boolean]";
            case NUMBER_OBJECT -> "[object Number]";
            case STRING_OBJECT -> "[object String]";
            case DATE -> "[object Date]";
            case REGEXP -> "[object RegExp]";
            case ARGUMENTS, MAPPED_ARGUMENTS -> "[object Arguments]";
            default -> Layout.isCallable(object) ? "[object Function]" : "[object Object]";
        };
    }

    private static long defineAccessor(Vm vm, long fp, int argc, boolean getter) {
        long object = toObject(vm, thisValue(fp));
        long function = argument(fp, argc, 1);
        if (!Layout.isCallable(function)) {
            throw vm.typeError("Object.prototype.__define" + (getter ? "G" : "S") + "etter__: Expecting function");
        }
        long key = vm.conversions().toPropertyKey(argument(fp, argc, 0));
        vm.definitions().defineOrThrow(object, key, Property.halfAccessor(function, getter));
        return Value.UNDEFINED;
    }

    private static long lookupAccessor(Vm vm, long fp, int argc, boolean getter) {
        long object = toObject(vm, thisValue(fp));
        long key = vm.conversions().toPropertyKey(argument(fp, argc, 0));
        var property = new Property();
        for (long o = object; o != 0; o = vm.inheritance().getPrototypeOf(o)) {
            if (vm.definitions().getOwn(o, key, property)) {
                return property.isAccessor() ? getter ? property.getter() : property.setter() : Value.UNDEFINED;
            }
        }
        return Value.UNDEFINED;
    }
}
