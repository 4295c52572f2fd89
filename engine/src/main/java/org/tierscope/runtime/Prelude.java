package org.tierscope.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * A realm's built-in functions written in JavaScript: the resources {@code org/tierscope/prelude/NAME.js}. Each is one function
 * expression in parentheses that is given the object of {@linkplain #natives natives} and returns an object whose methods
 * are the built-ins. A file is compiled when one of its functions is called for the first time; until then its functions
 * are stubs, which then become the real closures in place, so that their identity never changes.
 *
 * <pre>
 *   (function (natives) {
 *     "use strict";
 *     return {
 *       forEach(callback) { … }
 *     };
 *   })
 * </pre>
 */
public final class Prelude {
    private final Vm vm;
    private final Realm realm;
    private final long natives;
    private final Map<String, Long> exports = new HashMap<>();

    Prelude(Vm vm, Realm realm) {
        this.vm = vm;
        this.realm = realm;
        this.natives = realm.newObject(0, CellType.OBJECT);
        vm.addRoots(mark -> {
            mark.accept(natives);
            exports.values().forEach(mark::accept);
        });
    }

    /** The object that prelude files get: Java functions for what they cannot say in JavaScript, and intrinsics. */
    public long natives() {
        return natives;
    }

    /** The function object of method {@code name} of a prelude file; {@code displayName} is its "name" property. */
    public long function(String file, String name, String displayName, int length) {
        FunctionInfo stub = vm.defineNative(displayName, length, (v, fp, argc) -> {
            long function = Frame.get(fp, Frame.CALLEE_REGISTER);
            become(function, method(file, name));
            var arguments = new long[argc];
            for (int i = 0; i < argc; i++) {
                arguments[i] = Frame.get(fp, i);
            }
            return v.call(function, NativeFunction.thisValue(fp), arguments);
        });
        return vm.functions().createNative(stub, false);
    }

    private long method(String file, String name) {
        Long object = exports.get(file);
        if (object == null) {
            object = load(file);
            exports.put(file, object);
        }
        long method = vm.properties().get(object, name);
        if (!Layout.isCallable(method)) {
            throw new IllegalStateException("prelude file " + file + " has no " + name);
        }
        return method;
    }

    private long load(String file) {
        FunctionInfo body = vm.realms().in(realm, () -> vm.link(vm.preludeCode().body(file)));
        return vm.call(vm.functions().createClosure(body, 0), Value.UNDEFINED, natives);
    }

    /** Turns a stub into the closure that it stands for. */
    private void become(long stub, long closure) {
        vm.functions().materialize(stub);
        Mem.putInt(stub + Layout.FUNCTION_ID, Mem.getInt(closure + Layout.FUNCTION_ID));
        Mem.putLong(stub + Layout.FUNCTION_CONTEXT, Mem.getLong(closure + Layout.FUNCTION_CONTEXT));
        Mem.putLong(stub + Layout.FUNCTION_CELL, Mem.getLong(closure + Layout.FUNCTION_CELL));
        Mem.putLong(stub + Layout.FUNCTION_HOME, Mem.getLong(closure + Layout.FUNCTION_HOME));
        vm.retargetCalls(stub);
    }
}
