package org.tierscope.ir;

/** What {@link Operator#TestType} asks of a tagged value. */
public enum TypeTest {
    INT32,
    NUMBER,
    STRING,
    BOOLEAN,
    SYMBOL,
    BIGINT,
    UNDEFINED,
    /** undefined or null. */
    NULLISH,
    /** Loosely equal to null: undefined, null, or an object flagged undetectable. */
    LOOSELY_NULL,
    /** An object, functions included. */
    OBJECT,
    /** An object with [[Call]]: typeof gives "function". */
    CALLABLE,
    /** The empty value. */
    EMPTY
}
