package org.tierscope.runtime;

/** Where modules come from: HostLoadImportedModule (16.2.1.10) in two steps. Failures leave as {@link GuestException}s. */
public interface ModuleHost {
    /** Has no modules. */
    ModuleHost NONE = new ModuleHost() {};

    /** What a module's text is. */
    enum Kind {
        MODULE,
        JSON,
        /** Exports its text. */
        TEXT,
        /** Exports its bytes, which the "text" has as characters below 256. */
        BYTES,
        /** Has nothing but a source object. */
        SOURCE_OBJECT,
        COMMONJS
    }

    /**
     * @param path names it: the same module is loaded once
     * @param text its source text
     */
    record Loaded(String path, Kind kind, String text) {}

    /**
     * The path of the module that a specifier means.
     *
     * @param referrer path of the file that names it
     */
    default String resolve(Vm vm, String referrer, String specifier) {
        throw vm.typeError("Cannot find module '" + specifier + "': this program has no modules");
    }

    /** Reads a module. {@code type} is its "type" attribute, null for none. */
    default Loaded load(Vm vm, String path, String type) {
        throw vm.typeError("Cannot find module '" + path + "'");
    }

    /** Gives {@code import.meta} of a module its properties. */
    default void describe(Vm vm, String path, long meta) {}

    /** Runs a CommonJS file, once; returns its {@code module.exports}. */
    default long require(Vm vm, Loaded file) {
        throw vm.typeError("'" + file.path() + "' is a CommonJS file");
    }
}
