package org.tierscope.ir.pass;

import org.tierscope.ir.Type;
import org.tierscope.ir.TypeTest;

/** The types for which a {@link TypeTest} is certainly and possibly true. */
final class TypeTests {
    private TypeTests() {}

    /** Of these types the test is certainly true. */
    static Type typeOf(TypeTest test) {
        return switch (test) {
            case INT32 -> Type.INT32;
            case NUMBER -> Type.NUMBER;
            case STRING -> Type.STRING;
            case BOOLEAN -> Type.BOOLEAN;
            case SYMBOL -> Type.SYMBOL;
            case BIGINT -> Type.BIGINT;
            case UNDEFINED -> Type.UNDEFINED;
            case NULLISH, LOOSELY_NULL -> Type.NULLISH;
            case OBJECT -> Type.OBJECT;
            case EMPTY -> Type.EMPTY;
            // A function object may be flagged undetectable.
            case CALLABLE -> Type.NONE;
        };
    }

    /** Of no other types can the test be true. */
    static Type possible(TypeTest test) {
        return switch (test) {
            case CALLABLE -> Type.FUNCTION.join(Type.of(Type.OTHER_OBJECT_BIT));
            case LOOSELY_NULL -> Type.NULLISH.join(Type.FUNCTION).join(Type.of(Type.OTHER_OBJECT_BIT));
            default -> typeOf(test);
        };
    }
}
