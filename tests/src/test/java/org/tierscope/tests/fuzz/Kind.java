package org.tierscope.tests.fuzz;

/**
 * What the generator expects a variable to hold. An expectation only: values of other kinds come in on purpose, late, where the code has
 * been compiled for these.
 */
enum Kind {
    INT,
    NUMBER,
    STRING,
    BOOLEAN,
    /** An array, of whatever. */
    ARRAY,
    /** Int32Array, Float64Array and so on. */
    TYPED_ARRAY,
    /** Something with properties x and y. */
    OBJECT,
    /** Takes and returns numbers. */
    FUNCTION,
    /** A Map with numbers or strings as keys. */
    MAP
}
