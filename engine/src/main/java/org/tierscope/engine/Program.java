package org.tierscope.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.ModuleCode;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.frontend.SyntaxErrorException;
import org.tierscope.runtime.ModuleHost;

/** A JavaScript program, compiled to bytecode and ready to run in any {@link Engine}. */
public final class Program {
    private final SourceText source;
    private final BytecodeFunction main;
    private final ModuleCode module;

    private Program(SourceText source, BytecodeFunction main, ModuleCode module) {
        this.source = source;
        this.main = main;
        this.module = module;
    }

    /**
     * Compiles a text as node would: as a module where its name, a package.json or its syntax says so, else as a CommonJS file.
     *
     * @param path names it in errors; what it imports is relative to this
     * @throws ProgramException with position where it is no program
     */
    public static Program of(String path, String text) {
        var source = new SourceText(1, path, text);
        try {
            ModuleHost.Kind declared = ModuleFormat.declared(path, text);
            return declared == ModuleHost.Kind.MODULE ? module(source) : script(source, declared == null);
        } catch (SyntaxErrorException e) {
            throw new ProgramException(
                    e.headline() + "\n" + e.excerpt(), e.path(), e.line(), e.column(), e.offset(), e.getMessage());
        }
    }

    private static Program module(SourceText source) {
        return new Program(source, null, Compiler.compileModule(source));
    }

    /** @param mayBeModule where it is no CommonJS file, it is a module if it can be one */
    private static Program script(SourceText source, boolean mayBeModule) {
        try {
            return new Program(source, Compiler.compile(source, CompileMode.COMMONJS), null);
        } catch (SyntaxErrorException e) {
            if (mayBeModule) {
                try {
                    return module(source);
                } catch (SyntaxErrorException other) {
                    // neither: the first error is about what most files are
                }
            }
            throw e;
        }
    }

    /**
     * Reads and compiles a file.
     *
     * @throws ProgramException where it cannot be read or is no program
     */
    public static Program load(Path file) {
        try {
            return of(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw ProgramException.unreadable(file, "no such file");
        } catch (IOException e) {
            throw ProgramException.unreadable(file, "cannot be read: " + e.getMessage());
        }
    }

    public String path() {
        return source.path();
    }

    public String text() {
        return source.text();
    }

    SourceText source() {
        return source;
    }

    /** The file's function, null for a module. */
    BytecodeFunction main() {
        return main;
    }

    /** Null for a CommonJS file. */
    ModuleCode module() {
        return module;
    }
}
