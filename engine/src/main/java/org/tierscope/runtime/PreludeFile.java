package org.tierscope.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;

/**
 * Built-in functions written in JavaScript: a resource whose code returns an object of functions. It is compiled when the first of
 * them is called. Until then their function objects are native stubs; at its first call a stub becomes the compiled function,
 * the object staying the same.
 */
public final class PreludeFile {
    private static final String DIRECTORY = "/org/tierscope/prelude/";

    private final Vm vm;
    private final String name;
    private final LongSupplier natives;
    private long functions;

    /**
     * @param name of the resource
     * @param natives makes the object that the file's code gets as {@code natives}
     */
    public PreludeFile(Vm vm, String name, LongSupplier natives) {
        this.vm = vm;
        this.name = name;
        this.natives = natives;
        vm.addRoots(mark -> {
            if (functions != 0) {
                mark.accept(functions);
            }
        });
    }

    /** A function object for the file's function of that name. */
    public long function(String function, int length) {
        FunctionInfo stub = vm.defineNative(function, length, (v, fp, argc) -> first(function, fp, argc));
        return vm.functions().createNative(stub, false);
    }

    /** The first call of a stub: makes it the real function, and calls that. */
    private long first(String function, long fp, int argc) {
        long stub = Frame.get(fp, Frame.CALLEE_REGISTER);
        var arguments = new long[argc];
        for (int i = 0; i < argc; i++) {
            arguments[i] = Frame.get(fp, i);
        }
        long real = vm.properties().get(functions(), function);
        if (vm.functions().infoOf(stub).isNative()) {
            Mem.putInt(stub + Layout.FUNCTION_ID, Mem.getInt(real + Layout.FUNCTION_ID));
            Mem.putLong(stub + Layout.FUNCTION_CONTEXT, Mem.getLong(real + Layout.FUNCTION_CONTEXT));
            Mem.putLong(stub + Layout.FUNCTION_CELL, Mem.getLong(real + Layout.FUNCTION_CELL));
        }
        return vm.call(stub, Frame.get(fp, Frame.THIS_REGISTER), arguments);
    }

    private long functions() {
        if (functions == 0) {
            var source = new SourceText(-1, "prelude:" + name, read());
            FunctionInfo file = vm.link(Compiler.compile(source, CompileMode.PRELUDE));
            long closure = vm.functions().createClosure(file, 0);
            functions = vm.call(closure, Value.UNDEFINED, natives.getAsLong());
        }
        return functions;
    }

    private String read() {
        try (InputStream in = PreludeFile.class.getResourceAsStream(DIRECTORY + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
