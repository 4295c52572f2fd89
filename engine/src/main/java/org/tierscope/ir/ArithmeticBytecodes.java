package org.tierscope.ir;

import java.util.List;
import java.util.function.Supplier;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.TypeBits;
import org.tierscope.ir.FunctionSnapshot.Types;

/**
 * Arithmetic: on int32 with checks where nothing else was seen, on doubles where only numbers were, else
 * through the runtime.
 */
final class ArithmeticBytecodes {
    private final FunctionBuilder f;

    ArithmeticBytecodes(FunctionBuilder f) {
        this.f = f;
    }

    void immediate(Opcode opcode) {
        binary(opcode, f.get(f.operand(2)), f.constantInt32(f.operand(3)));
    }

    void binary(Opcode opcode, Node a, Node b) {
        Types types = f.function().types(f.feedbackOffset());
        if (types.isNone() && f.leavesUnseen()) {
            return;
        }
        Node result = null;
        if (isWithin(types.operands(), TypeBits.NUMBER) && f.mayGuess(ExitReason.NOT_NUMBER)) {
            result = numbers(opcode, a, b, types);
        } else if (opcode == Opcode.ADD && isConcatenation(types) && f.mayGuess(ExitReason.NOT_STRING)
                && f.mayGuess(ExitReason.NOT_NUMBER)) {
            Node left = types.left() == TypeBits.STRING ? string(a) : numberToString(a, types.left());
            Node right = types.right() == TypeBits.STRING ? string(b) : numberToString(b, types.right());
            result = f.emit(Operator.StringConcat, left, right);
        }
        if (result == null) {
            Supplier<Node> runtime = () -> {
                Node value = f.callRuntime(RuntimeOperation.valueOf(opcode.name()), f.feedback(), f.tagged(a), f.tagged(b));
                value.setType(resultOfRuntime(opcode, a, b));
                return value;
            };
            result = new NumbersFirst(f, types).binary(opcode, a, b, runtime);
        }
        f.set(f.operand(1), result);
    }

    /** What the runtime's result can be: a sum with a string is a string, all but sums are numeric. */
    private static Type resultOfRuntime(Opcode opcode, Node a, Node b) {
        if (opcode != Opcode.ADD) {
            return Type.NUMBER.join(Type.BIGINT);
        }
        boolean string = a.type().isSubtypeOf(Type.STRING) || b.type().isSubtypeOf(Type.STRING);
        return string ? Type.STRING : Type.NUMBER.join(Type.STRING).join(Type.BIGINT);
    }

    private static boolean isWithin(int bits, int set) {
        return bits != 0 && (bits & ~set) == 0;
    }

    private Node numbers(Opcode opcode, Node a, Node b, Types types) {
        return switch (opcode) {
            case BIT_AND, BIT_OR, BIT_XOR, SHL, SHR, USHR -> bitwise(opcode, a, b, types);
            default -> isWithin(types.operands() | types.result(), TypeBits.INT32) && canBeInts(a, b)
                            && hasIntForm(opcode) && mayBeInt(opcode)
                    ? ints(opcode, f.int32(a), f.int32(b))
                    : doubles(f, opcode, f.float64(a), f.float64(b));
        };
    }

    /**
     * An operand that this code already computes as a double stays one: the result is seldom an int32 for
     * long.
     */
    private static boolean canBeInts(Node a, Node b) {
        return a.representation() != Representation.FLOAT64 && b.representation() != Representation.FLOAT64;
    }

    private static boolean hasIntForm(Opcode opcode) {
        return opcode != Opcode.EXP;
    }

    private boolean mayBeInt(Opcode opcode) {
        return f.mayGuess(ExitReason.NOT_INT32)
                && f.mayGuess(ExitReason.OVERFLOW)
                && (opcode != Opcode.DIV || f.mayGuess(ExitReason.NOT_EXACT))
                && (opcode != Opcode.MOD && opcode != Opcode.MUL || f.mayGuess(ExitReason.MINUS_ZERO));
    }

    private Node ints(Opcode opcode, Node a, Node b) {
        return switch (opcode) {
            case ADD -> f.emit(Operator.AddInt32Checked, a, b);
            case SUB -> f.emit(Operator.SubInt32Checked, a, b);
            case MUL -> f.emit(Operator.MulInt32Checked, List.of(true), a, b);
            case DIV -> f.emit(Operator.DivInt32Checked, a, b);
            case MOD -> f.emit(Operator.ModInt32Checked, List.of(true), a, b);
            default -> throw new AssertionError(opcode);
        };
    }

    /** The operation on doubles. */
    static Node doubles(FunctionBuilder f, Opcode opcode, Node a, Node b) {
        return switch (opcode) {
            case ADD -> f.emit(Operator.AddFloat64, a, b);
            case SUB -> f.emit(Operator.SubFloat64, a, b);
            case MUL -> f.emit(Operator.MulFloat64, a, b);
            case DIV -> f.emit(Operator.DivFloat64, a, b);
            case MOD -> f.emit(Operator.MathFloat64, List.of(MathFunction.MOD), a, b);
            case EXP -> f.emit(Operator.MathFloat64, List.of(MathFunction.POW), a, b);
            default -> throw new AssertionError(opcode);
        };
    }

    private Node bitwise(Opcode opcode, Node left, Node right, Types types) {
        Node a = f.truncated(left, isWithin(types.left(), TypeBits.INT32));
        Node b = f.truncated(right, isWithin(types.right(), TypeBits.INT32));
        Node bits = bits(f, opcode, a, b);
        if (opcode != Opcode.USHR) {
            return bits;
        }
        return isWithin(types.result(), TypeBits.INT32) && f.mayGuess(ExitReason.OVERFLOW)
                ? f.emit(Operator.CheckNotNegative, bits)
                : f.emit(Operator.Uint32ToFloat64, bits);
    }

    /** The operation on 32 bits; those of {@code >>>} are unsigned. */
    static Node bits(FunctionBuilder f, Opcode opcode, Node a, Node b) {
        return switch (opcode) {
            case BIT_AND -> f.emit(Operator.AndInt32, a, b);
            case BIT_OR -> f.emit(Operator.OrInt32, a, b);
            case BIT_XOR -> f.emit(Operator.XorInt32, a, b);
            case SHL -> f.emit(Operator.ShlInt32, a, b);
            case SHR -> f.emit(Operator.ShrInt32, a, b);
            case USHR -> f.emit(Operator.UshrInt32, a, b);
            default -> throw new AssertionError(opcode);
        };
    }

    void unary(Opcode opcode, Node a) {
        Types types = f.function().types(f.feedbackOffset());
        if (types.isNone() && f.leavesUnseen()) {
            return;
        }
        Node result;
        if (!isWithin(types.left(), TypeBits.NUMBER) || !f.mayGuess(ExitReason.NOT_NUMBER)) {
            Supplier<Node> runtime = () -> {
                Node value = f.callRuntime(RuntimeOperation.valueOf(opcode.name()), f.feedback(), f.tagged(a));
                value.setType(opcode == Opcode.TO_NUMBER ? Type.NUMBER : Type.NUMBER.join(Type.BIGINT));
                return value;
            };
            result = new NumbersFirst(f, new Types(types.left(), types.left(), 0)).unary(opcode, a, runtime);
        } else if (opcode == Opcode.BIT_NOT) {
            result = f.emit(
                    Operator.XorInt32, f.truncated(a, isWithin(types.left(), TypeBits.INT32)), f.constantInt32(-1));
        } else if (isWithin(types.left() | types.result(), TypeBits.INT32)
                && a.representation() != Representation.FLOAT64 && f.mayGuess(ExitReason.NOT_INT32)
                && f.mayGuess(ExitReason.OVERFLOW) && f.mayGuess(ExitReason.MINUS_ZERO)) {
            result = unaryInt(opcode, f.int32(a));
        } else {
            result = unaryDouble(opcode, f.float64(a));
        }
        f.set(f.operand(1), result);
    }

    private Node unaryInt(Opcode opcode, Node a) {
        return switch (opcode) {
            case NEG -> f.emit(Operator.NegInt32Checked, a);
            case INC -> f.emit(Operator.AddInt32Checked, a, f.constantInt32(1));
            case DEC -> f.emit(Operator.SubInt32Checked, a, f.constantInt32(1));
            default -> a;
        };
    }

    private Node unaryDouble(Opcode opcode, Node a) {
        return switch (opcode) {
            case NEG -> f.emit(Operator.NegFloat64, a);
            case INC -> f.emit(Operator.AddFloat64, a, f.emit(Operator.ConstantFloat64, List.of(1.0)));
            case DEC -> f.emit(Operator.SubFloat64, a, f.emit(Operator.ConstantFloat64, List.of(1.0)));
            default -> a;
        };
    }

    /** Of strings, or of a string and a number. */
    private static boolean isConcatenation(Types types) {
        boolean left = types.left() == TypeBits.STRING;
        boolean right = types.right() == TypeBits.STRING;
        return left && right
                || left && isWithin(types.right(), TypeBits.NUMBER)
                || right && isWithin(types.left(), TypeBits.NUMBER);
    }

    private Node numberToString(Node value, int seen) {
        boolean int32 = seen == TypeBits.INT32 && value.representation() != Representation.FLOAT64
                && f.mayGuess(ExitReason.NOT_INT32);
        Node number = f.tagged(int32 ? f.int32(value) : f.float64(value));
        Node string = f.callRuntime(RuntimeOperation.NUMBER_TO_STRING, FeedbackSlot.NONE, number);
        string.setType(Type.STRING);
        return string;
    }

    /** As a string, with a guard where it need not be one. */
    private Node string(Node value) {
        Node word = f.tagged(value);
        if (word.type().isSubtypeOf(Type.STRING)) {
            return word;
        }
        Node checked = f.emit(Operator.CheckString, word);
        f.refine(value, checked);
        return checked;
    }
}
