package org.tierscope.runtime;

import java.util.HashMap;
import java.util.Map;

/** Calls of import (13.3.10): a module is read at once, linked and run in a job, and its namespace is what the promise becomes. */
final class DynamicImports {
    private static final int PROMISE = 0;
    private static final int MODULE = 1;

    private final Vm vm;
    private final Modules modules;
    private FunctionInfo run;
    private FunctionInfo resolve;
    private FunctionInfo reject;

    DynamicImports(Vm vm, Modules modules) {
        this.vm = vm;
        this.modules = modules;
    }

    long start(String referrer, long specifier, long options) {
        long promise = vm.promises().create();
        try {
            String name = vm.conversions().toJavaString(specifier);
            ModuleRecord module = modules.load(referrer, name, attributes(options));
            long state = vm.operations().createContext(0, 2);
            Mem.putLong(state + Layout.CONTEXT_SLOTS + 8L * PROMISE, promise);
            Mem.putLong(state + Layout.CONTEXT_SLOTS + 8L * MODULE, Value.ofInt(modules.number(module)));
            defineFunctions();
            long loaded = vm.promises().create();
            vm.promises().resolve(loaded, Value.UNDEFINED);
            vm.promises().then(loaded, vm.functions().createNativeOver(run, state), Value.EMPTY, Value.UNDEFINED, 0, 0);
        } catch (GuestException e) {
            vm.promises().reject(promise, e.value());
        }
        return promise;
    }

    private Map<String, String> attributes(long options) {
        var attributes = new HashMap<String, String>();
        if (options == Value.UNDEFINED) {
            return attributes;
        }
        if (!Layout.isObject(options)) {
            throw vm.typeError("The second argument of import() must be an object");
        }
        long with = vm.properties().get(options, "with");
        if (with == Value.UNDEFINED) {
            return attributes;
        }
        if (!Layout.isObject(with)) {
            throw vm.typeError("The 'with' option of import() must be an object");
        }
        long keys = vm.ownKeys().enumerableStrings(with);
        boolean strings = true;
        for (int i = 0; i < OwnKeys.count(keys); i++) {
            long key = OwnKeys.at(keys, i);
            long value = vm.properties().get(with, key);
            strings &= Layout.isString(value);
            attributes.put(vm.errors().keyText(key), vm.conversions().toJavaString(strings ? value : Value.UNDEFINED));
        }
        if (!strings) {
            throw vm.typeError("Import attributes must be strings");
        }
        for (String key : attributes.keySet()) {
            if (!key.equals("type")) {
                throw vm.typeError("Import attribute '" + key + "' is not supported");
            }
        }
        return attributes;
    }

    private void defineFunctions() {
        if (run == null) {
            run = vm.defineNative("", 0, (v, fp, argc) -> run(Functions.capturedCell(fp)));
            resolve = vm.defineNative("", 0, (v, fp, argc) -> {
                long state = Functions.capturedCell(fp);
                v.promises().resolve(promise(state), modules.linking().namespace(module(state)));
                return Value.UNDEFINED;
            });
            reject = vm.defineNative("", 0, (v, fp, argc) -> {
                v.promises().reject(promise(Functions.capturedCell(fp)), NativeFunction.argument(fp, argc, 0));
                return Value.UNDEFINED;
            });
        }
    }

    private static long promise(long state) {
        return Mem.getLong(state + Layout.CONTEXT_SLOTS + 8L * PROMISE);
    }

    private ModuleRecord module(long state) {
        return modules.module(Value.asInt(Mem.getLong(state + Layout.CONTEXT_SLOTS + 8L * MODULE)));
    }

    private long run(long state) {
        ModuleRecord module = module(state);
        try {
            modules.linking().link(module);
        } catch (GuestException e) {
            vm.promises().reject(promise(state), e.value());
            return Value.UNDEFINED;
        }
        vm.promises().then(
                modules.evaluation().evaluate(module),
                vm.functions().createNativeOver(resolve, state),
                vm.functions().createNativeOver(reject, state),
                Value.UNDEFINED, 0, 0);
        return Value.UNDEFINED;
    }
}
