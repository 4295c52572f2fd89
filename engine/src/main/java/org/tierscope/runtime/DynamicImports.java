package org.tierscope.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.bytecode.ImportPhase;

/** Calls of import (13.3.10): a module is read at once, linked and run in a job, and its namespace is what the promise becomes. */
final class DynamicImports {
    private static final int PROMISE = 0;
    private static final int MODULE = 1;
    private static final int PHASE = 2;
    /** How many modules are still to be evaluated before a deferred namespace is there. */
    private static final int PENDING = 3;

    private final Vm vm;
    private final Modules modules;
    private FunctionInfo run;
    private FunctionInfo resolve;
    private FunctionInfo resolveDeferred;
    private FunctionInfo reject;

    DynamicImports(Vm vm, Modules modules) {
        this.vm = vm;
        this.modules = modules;
    }

    long start(String referrer, long specifier, long options, ImportPhase phase) {
        long promise = vm.promises().create();
        try {
            String name = vm.conversions().toJavaString(specifier);
            ModuleRecord module = modules.load(referrer, name, attributes(options), phase);
            if (phase == ImportPhase.SOURCE) {
                vm.promises().resolve(promise, modules.linking().sourceObject(module));
                return promise;
            }
            long state = vm.operations().createContext(0, 4);
            set(state, PROMISE, promise);
            set(state, MODULE, Value.ofInt(modules.number(module)));
            set(state, PHASE, Value.ofInt(phase.ordinal()));
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
            resolveDeferred = vm.defineNative("", 0, (v, fp, argc) -> {
                long state = Functions.capturedCell(fp);
                if (addPending(state, -1) == 0) {
                    v.promises().resolve(promise(state), modules.linking().deferredNamespace(module(state)));
                }
                return Value.UNDEFINED;
            });
            reject = vm.defineNative("", 0, (v, fp, argc) -> {
                v.promises().reject(promise(Functions.capturedCell(fp)), NativeFunction.argument(fp, argc, 0));
                return Value.UNDEFINED;
            });
        }
    }

    private static long promise(long state) {
        return get(state, PROMISE);
    }

    private ModuleRecord module(long state) {
        return modules.module(Value.asInt(get(state, MODULE)));
    }

    private long run(long state) {
        ModuleRecord module = module(state);
        try {
            modules.linking().link(module);
        } catch (GuestException e) {
            vm.promises().reject(promise(state), e.value());
            return Value.UNDEFINED;
        }
        if (Value.asInt(get(state, PHASE)) == ImportPhase.DEFER.ordinal()) {
            List<ModuleRecord> dependencies = DeferredModules.asynchronousDependencies(module);
            set(state, PENDING, Value.ofInt(0));
            addPending(state, dependencies.size());
            if (dependencies.isEmpty()) {
                vm.promises().resolve(promise(state), modules.linking().deferredNamespace(module));
            }
            dependencies.forEach(dependency -> evaluate(dependency, resolveDeferred, state));
        } else {
            evaluate(module, resolve, state);
        }
        return Value.UNDEFINED;
    }

    private void evaluate(ModuleRecord module, FunctionInfo fulfilled, long state) {
        vm.promises().then(
                modules.evaluation().evaluate(module),
                vm.functions().createNativeOver(fulfilled, state),
                vm.functions().createNativeOver(reject, state),
                Value.UNDEFINED, 0, 0);
    }

    private static int addPending(long state, int change) {
        int pending = Value.asInt(get(state, PENDING)) + change;
        set(state, PENDING, Value.ofInt(pending));
        return pending;
    }

    private static long get(long state, int slot) {
        return Mem.getLong(state + Layout.CONTEXT_SLOTS + 8L * slot);
    }

    private static void set(long state, int slot, long value) {
        Mem.putLong(state + Layout.CONTEXT_SLOTS + 8L * slot, value);
    }
}
