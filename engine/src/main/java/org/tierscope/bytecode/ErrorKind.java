package org.tierscope.bytecode;

/** The native error constructors that the engine itself throws. */
public enum ErrorKind {
    ERROR("Error"),
    TYPE_ERROR("TypeError"),
    RANGE_ERROR("RangeError"),
    REFERENCE_ERROR("ReferenceError"),
    SYNTAX_ERROR("SyntaxError"),
    EVAL_ERROR("EvalError"),
    URI_ERROR("URIError");

    private final String constructorName;

    ErrorKind(String constructorName) {
        this.constructorName = constructorName;
    }

    public String constructorName() {
        return constructorName;
    }
}
