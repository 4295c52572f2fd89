package org.tierscope.frontend;

import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.EvalScope;
import org.tierscope.bytecode.ModuleCode;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.SourceParser.Parsed;

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
        return generate(source, mode, SourceParser.parse(source, mode), false);
    }

    /** Compiles a script to a function that returns its completion value. */
    public static BytecodeFunction compileForResult(SourceText source) {
        return generate(source, CompileMode.SCRIPT, SourceParser.parse(source, CompileMode.SCRIPT), true);
    }

    private static BytecodeFunction generate(SourceText source, CompileMode mode, Parsed parsed, boolean hasResult) {
        var unit = new Unit(source, mode, parsed.shift(), hasResult, parsed.usings());
        return new FunctionGenerator(unit, parsed.root(), null, null, FunctionRole.of(parsed.root()),
                "").generate();
    }

    /** Compiles a module. */
    public static ModuleCode compileModule(SourceText source) {
        Parsed parsed = SourceParser.parse(source, CompileMode.MODULE);
        var unit = new Unit(source, CompileMode.MODULE, parsed.shift(), false, parsed.usings());
        return new ModuleGenerator(unit, parsed.root()).generate();
    }

    /**
     * Compiles the text given to eval, to a function that returns its completion value.
     *
     * @param scope of a direct call, made by this compiler; null for an indirect one
     */
    public static BytecodeFunction compileEval(SourceText source, EvalScope scope) {
        var site = (EvalSite) scope;
        Parsed parsed = SourceParser.parseEval(source, site);
        var unit = new Unit(source, CompileMode.EVAL, parsed.shift(), true, parsed.usings());
        return new FunctionGenerator(unit, parsed.root(), null, site == null ? null : site.scope(),
                FunctionRole.EVAL, "").generate();
    }

    /** Compiles a text that is one function expression, made of parameters and a body that must be valid on their own. */
    public static BytecodeFunction compileFunction(
            SourceText source, String parameters, String body, boolean generator, boolean async) {
        Parsed parsed = SourceParser.parseFunction(source, parameters, body, generator, async);
        var unit = new Unit(source, CompileMode.FUNCTION, parsed.shift(), false, parsed.usings());
        return new FunctionGenerator(unit, parsed.root(), null, null, FunctionRole.of(parsed.root()),
                "anonymous").generate();
    }
}
