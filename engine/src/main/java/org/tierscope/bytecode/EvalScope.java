package org.tierscope.bytecode;

/**
 * The scopes around a direct call of {@code eval}: a constant that the front end makes for the compilation of the text that is
 * passed there. Nobody else looks into it.
 */
public interface EvalScope {
    /** Whether the code around the call is strict. */
    boolean isStrict();
}
