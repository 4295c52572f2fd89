package org.tierscope.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.SourceText;

/**
 * Built-in functions written in JavaScript: the resources {@code org/tierscope/prelude/NAME.js}. Each is one function
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
    private static final int SOURCE_ID = -1;

    private final Vm vm;
    private final long natives;
    private final Map<String, Long> exports = new HashMap<>();
    private Function<SourceText, BytecodeFunction> compiler = source -> {
        throw new IllegalStateException("nobody compiles the prelude");
    };

    Prelude(Vm vm) {
        this.vm = vm;
        this.natives = vm.realm().newObject(0, CellType.OBJECT);
        vm.addRoots(mark -> {
            mark.accept(natives);
            exports.values().forEach(mark::accept);
        });
    }

    /** Sets what compiles prelude files: to the top-level function of a script. */
    public void setCompiler(Function<SourceText, BytecodeFunction> compiler) {
        this.compiler = compiler;
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
        String path = "/org/tierscope/prelude/" + file + ".js";
        String text;
        try (InputStream in = Prelude.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no prelude file " + path);
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BytecodeFunction script = compiler.apply(new SourceText(SOURCE_ID, file + ".js", text));
        BytecodeFunction body = script.constants().stream()
                .filter(BytecodeFunction.class::isInstance)
                .map(BytecodeFunction.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(path + " is no function expression"));
        return vm.call(vm.functions().createClosure(vm.link(body), 0), Value.UNDEFINED, natives);
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
