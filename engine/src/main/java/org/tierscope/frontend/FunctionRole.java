package org.tierscope.frontend;

import com.oracle.js.parser.ir.FunctionNode;

/** What kind of function code is generated for. */
enum FunctionRole {
    TOP_LEVEL,
    NORMAL,
    ARROW,
    METHOD,
    CLASS_CONSTRUCTOR,
    DERIVED_CONSTRUCTOR,
    /** Runs the field initializers, or the static elements, of a class. */
    CLASS_INITIALIZER,
    /** Code of a direct or indirect eval. */
    EVAL,
    /** Makes a module's environment. */
    MODULE,
    MODULE_BODY;

    static FunctionRole of(FunctionNode function) {
        if (function.isProgram()) {
            return TOP_LEVEL;
        }
        if (function.isArrow()) {
            return ARROW;
        }
        if (function.isClassConstructor()) {
            return function.isDerivedConstructor() ? DERIVED_CONSTRUCTOR : CLASS_CONSTRUCTOR;
        }
        return function.isMethod() || function.isGetter() || function.isSetter() ? METHOD : NORMAL;
    }
}
