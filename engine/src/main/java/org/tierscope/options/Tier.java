package org.tierscope.options;

import java.util.Locale;

/**
 * The ways this engine runs a function, slowest code first. A function moves up when it gets hot and down by
 * deoptimization.
 */
public enum Tier {
    /** Executes bytecode one instruction at a time and collects feedback. */
    INTERPRETER,
    /** Machine code from one fixed template per bytecode; collects the same feedback. */
    BASELINE,
    /** Machine code from SSA, specialised to the feedback and guarded. */
    OPTIMIZING;

    /** The name on the command line, in statistics and on screen. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
