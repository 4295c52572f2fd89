package org.tierscope.ir;

import java.util.List;
import java.util.function.Supplier;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.TypeBits;
import org.tierscope.ir.FunctionSnapshot.Types;
import org.tierscope.runtime.Value;

/** Comparisons, as values and as conditions of jumps. */
final class ComparisonBytecodes {
    private final FunctionBuilder f;

    ComparisonBytecodes(FunctionBuilder f) {
        this.f = f;
    }

    void value(Opcode opcode) {
        Node result = compare(opcode, f.get(f.operand(2)), f.get(f.operand(3)));
        if (result != null) {
            f.set(f.operand(1), result);
        }
    }

    void compareAndJump(Opcode opcode) {
        boolean negated = opcode.name().startsWith("JUMP_IF_NOT_");
        Opcode comparison = Opcode.valueOf(opcode.name().substring((negated ? "JUMP_IF_NOT_" : "JUMP_IF_").length()));
        Node condition = compare(comparison, f.get(f.operand(1)), f.get(f.operand(2)));
        if (condition != null) {
            jump(condition, negated, f.operand(3), f.pc() + opcode.length());
        }
    }

    void jumpIf(Opcode opcode) {
        Node value = f.get(f.operand(1));
        Node condition = switch (opcode) {
            case JUMP_IF_TRUE, JUMP_IF_FALSE -> f.truthy(value);
            case JUMP_IF_NULLISH, JUMP_IF_NOT_NULLISH -> test(TypeTest.NULLISH, value);
            case JUMP_IF_UNDEFINED, JUMP_IF_NOT_UNDEFINED -> test(TypeTest.UNDEFINED, value);
            default -> test(TypeTest.OBJECT, value);
        };
        boolean negated = opcode == Opcode.JUMP_IF_FALSE || opcode == Opcode.JUMP_IF_NOT_NULLISH
                || opcode == Opcode.JUMP_IF_NOT_UNDEFINED;
        jump(condition, negated, f.operand(2), f.pc() + opcode.length());
    }

    private Node test(TypeTest test, Node value) {
        return f.emit(Operator.TestType, List.of(test), f.tagged(value));
    }

    private void jump(Node condition, boolean negated, int target, int next) {
        f.branchTo(condition, negated ? next : target, negated ? target : next);
    }

    /** The condition as BOOL, or null where there was no feedback and the block has ended in an exit. */
    private Node compare(Opcode opcode, Node a, Node b) {
        Types types = f.function().types(f.feedbackOffset());
        if (types.isNone() && f.leavesUnseen()) {
            return null;
        }
        boolean negated = opcode == Opcode.NOT_EQ || opcode == Opcode.STRICT_NOT_EQ;
        Node result = fast(opcode, a, b, types);
        if (result == null) {
            Supplier<Node> runtime = () -> f.callRuntime(runtime(opcode), f.feedback(), f.tagged(a), f.tagged(b));
            result = new NumbersFirst(f, types).compare(negated ? Condition.EQ : condition(opcode), a, b, runtime);
        } else if (negated && (result.is(Operator.CompareInt32) || result.is(Operator.CompareFloat64))) {
            return result;
        }
        return negated ? f.not(result) : result;
    }

    private static RuntimeOperation runtime(Opcode opcode) {
        return switch (opcode) {
            case EQ, NOT_EQ -> RuntimeOperation.LOOSE_EQUALS;
            case STRICT_EQ, STRICT_NOT_EQ -> RuntimeOperation.STRICT_EQUALS;
            default -> RuntimeOperation.valueOf(opcode.name());
        };
    }

    private static Condition condition(Opcode opcode) {
        return switch (opcode) {
            case EQ, STRICT_EQ -> Condition.EQ;
            case NOT_EQ, STRICT_NOT_EQ -> Condition.NE;
            case LESS -> Condition.LT;
            case LESS_EQ -> Condition.LE;
            case GREATER -> Condition.GT;
            case GREATER_EQ -> Condition.GE;
            default -> throw new AssertionError(opcode);
        };
    }

    /**
     * Of EQ forms not negated, except on numbers, where the condition says all. Null: only the runtime will
     * do.
     */
    private Node fast(Opcode opcode, Node a, Node b, Types types) {
        if ((types.operands() & ~TypeBits.NUMBER) == 0 && f.mayGuess(ExitReason.NOT_NUMBER)) {
            boolean ints = types.operands() == TypeBits.INT32 && a.representation() != Representation.FLOAT64
                    && b.representation() != Representation.FLOAT64 && f.mayGuess(ExitReason.NOT_INT32);
            return ints
                    ? f.emit(Operator.CompareInt32, List.of(condition(opcode)), f.int32(a), f.int32(b))
                    : f.emit(Operator.CompareFloat64, List.of(condition(opcode)), f.float64(a), f.float64(b));
        }
        return switch (opcode) {
            case STRICT_EQ, STRICT_NOT_EQ -> strictEquality(a, b, types);
            case EQ, NOT_EQ -> looseEquality(a, b, types);
            default -> null;
        };
    }

    private Node strictEquality(Node a, Node b, Types types) {
        Node typeOf = typeOfTest(a, b);
        if (typeOf != null) {
            return typeOf;
        }
        if (hasIdentity(a.type()) || hasIdentity(b.type())) {
            return f.emit(Operator.SameWord, f.tagged(a), f.tagged(b));
        }
        return sameKind(a, b, types);
    }

    private Node looseEquality(Node a, Node b, Types types) {
        if (isNullish(a) || isNullish(b)) {
            return f.emit(Operator.TestType, List.of(TypeTest.LOOSELY_NULL), f.tagged(isNullish(a) ? b : a));
        }
        return typeOfTest(a, b) instanceof Node test ? test : sameKind(a, b, types);
    }

    /** Both seen to be strings, or both objects: loose and strict equality agree. */
    private Node sameKind(Node a, Node b, Types types) {
        if (types.operands() == TypeBits.STRING && f.mayGuess(ExitReason.NOT_STRING)) {
            return f.emit(Operator.StringEqual, checked(Operator.CheckString, Type.STRING, a),
                    checked(Operator.CheckString, Type.STRING, b));
        }
        if (types.operands() == TypeBits.OBJECT && f.mayGuess(ExitReason.NOT_OBJECT)) {
            return f.emit(Operator.SameWord, checked(Operator.CheckObject, Type.OBJECT, a),
                    checked(Operator.CheckObject, Type.OBJECT, b));
        }
        return null;
    }

    private Node checked(Operator guard, Type type, Node value) {
        Node word = f.tagged(value);
        if (word.type().isSubtypeOf(type)) {
            return word;
        }
        Node result = f.emit(guard, word);
        result.setType(result.type().meet(word.type()));
        f.refine(value, result);
        return result;
    }

    /** Values of these types are strictly equal exactly if their words are. */
    private static boolean hasIdentity(Type type) {
        Type types = Type.OBJECT.join(Type.BOOLEAN).join(Type.NULLISH).join(Type.SYMBOL).join(Type.EMPTY);
        return !type.isNone() && type.isSubtypeOf(types);
    }

    private static boolean isNullish(Node node) {
        return node.is(Operator.Constant)
                && (node.wordParameter(0) == Value.NULL || node.wordParameter(0) == Value.UNDEFINED);
    }

    /** {@code typeof x === "…"} as a test of x, or null. */
    private Node typeOfTest(Node a, Node b) {
        if (isTypeOf(b) && !isTypeOf(a)) {
            return typeOfTest(b, a);
        }
        if (!isTypeOf(a) || !b.is(Operator.Constant)) {
            return null;
        }
        TypeTest test = switch (string(b.wordParameter(0))) {
            case "number" -> TypeTest.NUMBER;
            case "string" -> TypeTest.STRING;
            case "boolean" -> TypeTest.BOOLEAN;
            case "function" -> TypeTest.CALLABLE;
            case "symbol" -> TypeTest.SYMBOL;
            case "bigint" -> TypeTest.BIGINT;
            default -> null;
        };
        return test == null ? null : f.emit(Operator.TestType, List.of(test), a.input(0));
    }

    private static boolean isTypeOf(Node node) {
        return node.is(Operator.CallRuntime) && node.runtimeOperation() == RuntimeOperation.TYPEOF;
    }

    /** The content of a string constant of this function; empty where the word is none. */
    private String string(long word) {
        long[] constants = f.function().constants();
        for (int i = 0; i < constants.length; i++) {
            if (constants[i] == word && f.function().bytecode().constants().get(i) instanceof String text) {
                return text;
            }
        }
        return "";
    }
}
