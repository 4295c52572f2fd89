package org.tierscope.engine;

import java.util.function.Supplier;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.EvalScope;
import org.tierscope.bytecode.ModuleCode;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.frontend.SyntaxErrorException;
import org.tierscope.runtime.GuestCompiler;
import org.tierscope.runtime.Vm;

/** The front end, as the runtime sees it: early errors become SyntaxErrors of the guest. */
final class SourceCompiler implements GuestCompiler {
    private final Vm vm;

    SourceCompiler(Vm vm) {
        this.vm = vm;
    }

    @Override
    public BytecodeFunction script(SourceText source) {
        return compile(() -> Compiler.compileForResult(source));
    }

    @Override
    public BytecodeFunction eval(SourceText source, EvalScope scope) {
        return compile(() -> Compiler.compileEval(source, scope));
    }

    @Override
    public ModuleCode module(SourceText source) {
        return compileFile(() -> Compiler.compileModule(source));
    }

    @Override
    public BytecodeFunction commonJs(SourceText source) {
        return compileFile(() -> Compiler.compile(source, CompileMode.COMMONJS));
    }

    @Override
    public BytecodeFunction function(SourceText source, FunctionKind kind, String parameters, String body) {
        return compile(() ->
                Compiler.compileFunction(source, parameters, body, kind.isGenerator(), kind.isAsync()));
    }

    /** Errors in another file than the one that runs say where they are. */
    private <T> T compileFile(Supplier<T> compilation) {
        try {
            return compilation.get();
        } catch (SyntaxErrorException e) {
            throw vm.error(ErrorKind.SYNTAX_ERROR,
                    e.getMessage() + " (" + e.path() + ":" + e.line() + ":" + e.column() + ")");
        }
    }

    private <T> T compile(Supplier<T> compilation) {
        try {
            return compilation.get();
        } catch (SyntaxErrorException e) {
            throw vm.error(ErrorKind.SYNTAX_ERROR, e.getMessage());
        }
    }
}
