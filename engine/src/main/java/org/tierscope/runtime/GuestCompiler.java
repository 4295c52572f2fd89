package org.tierscope.runtime;

import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.EvalScope;
import org.tierscope.bytecode.ModuleCode;
import org.tierscope.bytecode.SourceText;

/** Compiles text that the guest itself makes or names. Early errors leave as {@link GuestException}s: SyntaxErrors of the guest. */
public interface GuestCompiler {
    /** Compiles nothing: for VMs that only run bytecode. */
    GuestCompiler NONE = new GuestCompiler() {};

    /** The two halves of a function that the guest puts together, see {@link DynamicCode}. */
    enum FunctionKind {
        NORMAL("function"),
        GENERATOR("function*"),
        ASYNC("async function"),
        ASYNC_GENERATOR("async function*");

        private final String prefix;

        FunctionKind(String prefix) {
            this.prefix = prefix;
        }

        /** What its text begins with. */
        String prefix() {
            return prefix;
        }

        public boolean isGenerator() {
            return this == GENERATOR || this == ASYNC_GENERATOR;
        }

        public boolean isAsync() {
            return this == ASYNC || this == ASYNC_GENERATOR;
        }
    }

    /** A function that evaluates the text as a script; its result is the completion value. */
    default BytecodeFunction script(SourceText source) {
        throw new IllegalStateException("nobody compiles scripts");
    }

    /**
     * A function that evaluates the text as eval does; its result is the completion value.
     *
     * @param scope of a direct call; null for an indirect one, whose code is global
     */
    default BytecodeFunction eval(SourceText source, EvalScope scope) {
        throw new IllegalStateException("nobody compiles code for eval");
    }

    /** A module. */
    default ModuleCode module(SourceText source) {
        throw new IllegalStateException("nobody compiles modules");
    }

    /** The body of a CommonJS file, as a function of exports, require, module and the file's names. */
    default BytecodeFunction commonJs(SourceText source) {
        throw new IllegalStateException("nobody compiles CommonJS files");
    }

    /** The function that is the one expression of the text; {@code parameters} and {@code body} must be valid on their own too. */
    default BytecodeFunction function(SourceText source, FunctionKind kind, String parameters, String body) {
        throw new IllegalStateException("nobody compiles functions");
    }
}
