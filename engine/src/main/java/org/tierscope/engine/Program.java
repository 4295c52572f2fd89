package org.tierscope.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.frontend.SyntaxErrorException;

/** A JavaScript program, compiled to bytecode and ready to run in any {@link Engine}. */
public final class Program {
    private final SourceText source;
    private final BytecodeFunction main;

    private Program(SourceText source, BytecodeFunction main) {
        this.source = source;
        this.main = main;
    }

    /**
     * Compiles a text as a CommonJS file, as node runs a {@code .js} file.
     *
     * @param path names it in errors
     * @throws ProgramException with position where it is no program
     */
    public static Program of(String path, String text) {
        var source = new SourceText(1, path, text);
        try {
            return new Program(source, Compiler.compile(source, CompileMode.COMMONJS));
        } catch (SyntaxErrorException e) {
            throw new ProgramException(
                    e.headline() + "\n" + e.excerpt(), e.path(), e.line(), e.column(), e.offset(), e.getMessage());
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

    BytecodeFunction main() {
        return main;
    }
}
