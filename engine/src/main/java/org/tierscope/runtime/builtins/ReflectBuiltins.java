package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Reflect (28.1). */
final class ReflectBuiltins {
    private ReflectBuiltins() {}

    static void install(Vm vm) {
        long reflect = ObjectBuilder.plain(vm)
                .tag("Reflect")
                .method("apply", 3, ReflectBuiltins::apply)
                .method("construct", 2, ReflectBuiltins::construct)
                .method("defineProperty", 3, (v, fp, argc) -> Value.ofBoolean(v.definitions().defineOwn(
                        target(v, fp, argc, "defineProperty"), key(v, fp, argc), v.definitions().toDescriptor(argument(fp, argc, 2)))))
                .method("deleteProperty", 2, (v, fp, argc) -> Value.ofBoolean(
                        v.properties().delete(target(v, fp, argc, "deleteProperty"), key(v, fp, argc))))
                .method("get", 2, (v, fp, argc) -> v.properties().get(
                        target(v, fp, argc, "get"), key(v, fp, argc), argument(fp, argc, argc > 2 ? 2 : 0)))
                .method("getOwnPropertyDescriptor", 2, ReflectBuiltins::getOwnPropertyDescriptor)
                .method("getPrototypeOf", 1, ReflectBuiltins::getPrototypeOf)
                .method("has", 2, (v, fp, argc) -> Value.ofBoolean(
                        v.properties().has(target(v, fp, argc, "has"), key(v, fp, argc))))
                .method("isExtensible", 1, (v, fp, argc) -> Value.ofBoolean(
                        v.inheritance().isExtensible(target(v, fp, argc, "isExtensible"))))
                .method("ownKeys", 1, ReflectBuiltins::ownKeys)
                .method("preventExtensions", 1, ReflectBuiltins::preventExtensions)
                .method("set", 3, (v, fp, argc) -> Value.ofBoolean(v.properties().set(
                        target(v, fp, argc, "set"), key(v, fp, argc), argument(fp, argc, 2), argument(fp, argc, argc > 3 ? 3 : 0))))
                .method("setPrototypeOf", 2, ReflectBuiltins::setPrototypeOf)
                .object();
        ObjectBuilder.on(vm, vm.realm().globalObject()).value("Reflect", reflect);
    }

    private static long target(Vm vm, long fp, int argc, String method) {
        long target = argument(fp, argc, 0);
        if (!Layout.isObject(target)) {
            throw vm.typeError("Reflect." + method + " called on non-object");
        }
        return target;
    }

    private static long key(Vm vm, long fp, int argc) {
        return vm.conversions().toPropertyKey(argument(fp, argc, 1));
    }

    private static long apply(Vm vm, long fp, int argc) {
        return vm.call(argument(fp, argc, 0), argument(fp, argc, 1), FunctionBuiltins.toList(vm, argument(fp, argc, 2)));
    }

    private static long construct(Vm vm, long fp, int argc) {
        long target = argument(fp, argc, 0);
        long newTarget = argc > 2 ? argument(fp, argc, 2) : target;
        for (long constructor : new long[] {target, newTarget}) {
            if (!Layout.isObject(constructor) || !Layout.hasFlag(constructor, Layout.FLAG_CONSTRUCTOR)) {
                throw vm.typeError(vm.errors().render(constructor) + " is not a constructor");
            }
        }
        return vm.construct(target, newTarget, FunctionBuiltins.toList(vm, argument(fp, argc, 1)));
    }

    private static long getOwnPropertyDescriptor(Vm vm, long fp, int argc) {
        var property = new Property();
        boolean found = vm.definitions().getOwn(target(vm, fp, argc, "getOwnPropertyDescriptor"), key(vm, fp, argc), property);
        return found ? vm.definitions().fromDescriptor(property) : Value.UNDEFINED;
    }

    private static long getPrototypeOf(Vm vm, long fp, int argc) {
        long prototype = vm.inheritance().getPrototypeOf(target(vm, fp, argc, "getPrototypeOf"));
        return prototype == 0 ? Value.NULL : prototype;
    }

    private static long ownKeys(Vm vm, long fp, int argc) {
        return vm.ownKeys().toArray(vm.ownKeys().all(target(vm, fp, argc, "ownKeys")));
    }

    private static long preventExtensions(Vm vm, long fp, int argc) {
        return Value.ofBoolean(vm.inheritance().preventExtensions(target(vm, fp, argc, "preventExtensions")));
    }

    private static long setPrototypeOf(Vm vm, long fp, int argc) {
        long object = target(vm, fp, argc, "setPrototypeOf");
        long prototype = argument(fp, argc, 1);
        if (!Layout.isObject(prototype) && prototype != Value.NULL) {
            throw vm.typeError("Object prototype may only be an Object or null: " + vm.errors().render(prototype));
        }
        return Value.ofBoolean(vm.inheritance().setPrototypeOf(object, prototype == Value.NULL ? 0 : prototype));
    }
}
