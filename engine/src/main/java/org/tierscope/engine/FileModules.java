package org.tierscope.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.ModuleHost;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Modules are files, named by paths relative to the file that imports them, absolute paths, or {@code file:} URLs. */
final class FileModules implements ModuleHost {
    /** What conformance tests call a module that has a source object. */
    private static final String SOURCE_OBJECT = "<module source>";

    private final CommonJs commonJs;
    private final boolean onlyModules;

    /** @param onlyModules whatever is no JSON is a module, without looking: as conformance tests mean it */
    FileModules(CommonJs commonJs, boolean onlyModules) {
        this.commonJs = commonJs;
        this.onlyModules = onlyModules;
    }

    @Override
    public String resolve(Vm vm, String referrer, String specifier) {
        if (onlyModules && specifier.equals(SOURCE_OBJECT)) {
            return specifier;
        }
        try {
            if (specifier.startsWith("file:")) {
                return Path.of(URI.create(specifier)).normalize().toString();
            }
            if (specifier.startsWith("./") || specifier.startsWith("../") || specifier.startsWith("/")) {
                return Path.of(referrer).toAbsolutePath().resolveSibling(specifier).normalize().toString();
            }
        } catch (InvalidPathException e) {
            throw notFound(vm, specifier, referrer);
        }
        throw specifier.startsWith("node:")
                ? vm.typeError("Cannot import '" + specifier + "': node's own modules do not exist here")
                : notFound(vm, specifier, referrer);
    }

    private static GuestException notFound(Vm vm, String specifier, String referrer) {
        return vm.error(org.tierscope.bytecode.ErrorKind.ERROR,
                "Cannot find package '" + specifier + "' imported from " + referrer);
    }

    @Override
    public Loaded load(Vm vm, String path, String type) {
        if (path.equals(SOURCE_OBJECT)) {
            return new Loaded(path, Kind.SOURCE_OBJECT, "");
        }
        String text;
        try {
            if ("bytes".equals(type)) {
                return new Loaded(path, Kind.BYTES, Files.readString(Path.of(path), StandardCharsets.ISO_8859_1));
            }
            text = Files.readString(Path.of(path));
        } catch (IOException | InvalidPathException e) {
            throw vm.error(org.tierscope.bytecode.ErrorKind.ERROR, "Cannot find module '" + path + "'");
        }
        if ("json".equals(type)) {
            return new Loaded(path, Kind.JSON, text);
        }
        if ("text".equals(type)) {
            return new Loaded(path, Kind.TEXT, text);
        }
        Kind kind = onlyModules ? Kind.MODULE : ModuleFormat.of(path, text);
        if (kind == Kind.JSON) {
            throw vm.typeError("Module \"" + path + "\" needs an import attribute of \"type: json\"");
        }
        return new Loaded(path, kind, text);
    }

    @Override
    public void describe(Vm vm, String path, long meta) {
        Path file = Path.of(path).toAbsolutePath();
        define(vm, meta, "dirname", String.valueOf(file.getParent()));
        define(vm, meta, "filename", file.toString());
        define(vm, meta, "url", file.toUri().toString());
    }

    private static void define(Vm vm, long object, String name, String value) {
        vm.operations().defineField(object, vm.strings().intern(name), vm.strings().of(value), 0);
    }

    @Override
    public long require(Vm vm, Loaded file) {
        return commonJs == null ? Value.UNDEFINED : commonJs.require(file.path());
    }
}
