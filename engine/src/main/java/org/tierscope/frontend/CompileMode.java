package org.tierscope.frontend;

/** What a source text is. */
public enum CompileMode {
    /** A script: its top-level declarations are global. */
    SCRIPT,
    /** A CommonJS file: the body of {@code function (exports, require, module, __filename, __dirname)}. */
    COMMONJS,
    MODULE,
    /** What eval is given. */
    EVAL,
    /** A function expression that a program made with Function or its like. */
    FUNCTION,
    /**
     * A script of the engine's own prelude. Its functions do not show in stack traces.
     * {@code $call(f, thisValue, …)}, {@code $toObject(value)} and {@code $append(array, value)} compile to one instruction each;
     * {@code for (x of $record(iterator, next))} goes on with an iterator whose next method was read before.
     */
    PRELUDE
}
