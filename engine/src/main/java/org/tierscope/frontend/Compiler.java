package org.tierscope.frontend;

import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.SourceText;

/** Source text to bytecode. */
public final class Compiler {
    private Compiler() {}

    /**
     * Compiles a whole source text.
     *
     * @return its top-level function; the functions in it are constants of the functions they stand in
     * @throws SyntaxErrorException on an early error
     * @throws UnsupportedSyntaxException on valid syntax that is not compiled yet
     */
    public static BytecodeFunction compile(SourceText source, CompileMode mode) {
        SourceParser.Parsed parsed = SourceParser.parse(source, mode);
        var unit = new Unit(source, mode, parsed.shift());
        return new FunctionGenerator(unit, parsed.root(), null, null, FunctionRole.of(parsed.root()),
                "").generate();
    }
}
