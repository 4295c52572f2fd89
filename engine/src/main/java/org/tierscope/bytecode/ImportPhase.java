package org.tierscope.bytecode;

/** How far an import goes: proposals "source phase imports" and "deferring module evaluation". */
public enum ImportPhase {
    /** The module is run; the binding is what it exports. */
    EVALUATION,
    /** The module is found and read only; the binding is its source object. */
    SOURCE,
    /** The module is linked, and run when its namespace is first used. */
    DEFER
}
