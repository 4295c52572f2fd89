package org.tierscope.engine;

import static org.tierscope.runtime.NativeFunction.argument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.SourceText;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.GuestCompiler;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.builtins.JsonBuiltins;

/**
 * CommonJS files as node runs them: each is called once, with exports, require, module and its names; who requires it again, even
 * while it runs, gets its {@code module.exports}.
 */
final class CommonJs {
    private static final List<String> EXTENSIONS = List.of("", ".js", ".cjs", ".json");

    private final Vm vm;
    private final GuestCompiler compiler;
    /** From paths to modules; an object that no guest sees but as {@code require.cache}. */
    private final long cache;

    CommonJs(Vm vm, GuestCompiler compiler) {
        this.vm = vm;
        this.compiler = compiler;
        this.cache = vm.realm().newObject(0, org.tierscope.runtime.CellType.OBJECT);
        vm.addRoots(mark -> mark.accept(cache));
    }

    /** Runs a program's main file; throws what it throws. */
    void run(BytecodeFunction code, String path) {
        run(code, Path.of(path).toAbsolutePath().normalize());
    }

    private long run(BytecodeFunction code, Path file) {
        long exports = vm.realm().newObject();
        long module = vm.realm().newObject();
        String name = file.toString();
        define(module, "id", vm.strings().of(name));
        define(module, "exports", exports);
        define(module, "filename", vm.strings().of(name));
        define(module, "loaded", Value.FALSE);
        define(cache, name, module);
        FunctionInfo function = vm.link(code);
        vm.call(
                vm.operations().createClosure(function, 0),
                exports,
                exports,
                requireFunction(file),
                module,
                vm.strings().of(name),
                vm.strings().of(String.valueOf(file.getParent())));
        define(module, "loaded", Value.TRUE);
        return module;
    }

    private void define(long object, String name, long value) {
        vm.definitions().createDataProperty(object, vm.conversions().key(name), value);
    }

    private long requireFunction(Path file) {
        long require = vm.functions().createNative(vm.defineNative("require", 1, (v, fp, argc) -> {
            long specifier = argument(fp, argc, 0);
            if (!org.tierscope.runtime.Layout.isString(specifier)) {
                throw v.typeError("The \"id\" argument must be of type string");
            }
            return require(resolve(file, v.strings().toJava(specifier)));
        }), false);
        define(require, "cache", cache);
        return require;
    }

    private String resolve(Path from, String specifier) {
        if (specifier.startsWith("node:") || !(specifier.startsWith(".") || specifier.startsWith("/"))) {
            throw vm.error(ErrorKind.ERROR, "Cannot find module '" + specifier
                    + "': only files can be required here, by relative or absolute paths");
        }
        try {
            Path target = from.resolveSibling(specifier).normalize();
            for (String extension : EXTENSIONS) {
                Path file = Path.of(target + extension);
                if (Files.isRegularFile(file)) {
                    return file.toString();
                }
            }
            Path index = target.resolve("index.js");
            if (Files.isRegularFile(index)) {
                return index.toString();
            }
        } catch (InvalidPathException e) {
            // such a file cannot exist
        }
        throw notFound(specifier, from);
    }

    private GuestException notFound(String specifier, Path from) {
        return vm.error(ErrorKind.ERROR, "Cannot find module '" + specifier + "'\nRequire stack:\n- " + from);
    }

    /** What {@code require} gives for a file that exists. */
    long require(String path) {
        long key = vm.conversions().key(path);
        if (vm.properties().hasOwn(cache, key)) {
            return exportsOf(vm.properties().get(cache, key));
        }
        String text;
        try {
            text = Files.readString(Path.of(path));
        } catch (IOException e) {
            throw vm.error(ErrorKind.ERROR, "Cannot read module '" + path + "'");
        }
        if (path.endsWith(".json")) {
            long module = vm.realm().newObject();
            define(module, "exports", JsonBuiltins.parse(vm, text));
            define(cache, path, module);
            return exportsOf(module);
        }
        if (ModuleFormat.of(path, text) == org.tierscope.runtime.ModuleHost.Kind.MODULE) {
            throw vm.error(ErrorKind.ERROR, "require() of module " + path + ": use import() instead");
        }
        try {
            return exportsOf(run(compiler.commonJs(new SourceText(0, path, text)), Path.of(path)));
        } catch (GuestException e) {
            vm.properties().delete(cache, key);
            throw e;
        }
    }

    private long exportsOf(long module) {
        return vm.properties().getOfValue(module, vm.conversions().key("exports"));
    }
}
