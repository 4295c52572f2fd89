package org.tierscope.ir;

import org.tierscope.runtime.Value;

/** The types of constants, which say more than their operators. */
final class ConstantType {
    private ConstantType() {}

    /**
     * Null where {@code node} is no constant. A cell is only known to be one: reading the heap is not for
     * compilers.
     */
    static Type of(Node node) {
        return switch (node.operator()) {
            case Constant -> ofWord(node.wordParameter(0));
            case ConstantInt32 -> Type.range(node.intParameter(0), node.intParameter(0));
            default -> null;
        };
    }

    static Type ofWord(long word) {
        if (Value.isInt(word)) {
            return Type.range(Value.asInt(word), Value.asInt(word));
        }
        if (Value.isNumber(word)) {
            return Type.DOUBLE;
        }
        if (word == Value.UNDEFINED) {
            return Type.UNDEFINED;
        }
        if (word == Value.NULL) {
            return Type.NULL;
        }
        if (word == Value.EMPTY) {
            return Type.EMPTY;
        }
        if (Value.isBoolean(word)) {
            return Type.BOOLEAN;
        }
        return Type.of(Type.OBJECT.bits() | Type.STRING_BIT | Type.SYMBOL_BIT | Type.BIGINT_BIT | Type.INTERNAL_BIT);
    }
}
