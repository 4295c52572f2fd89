package org.tierscope.ir;

import java.util.List;
import java.util.function.Supplier;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.TypeBits;
import org.tierscope.ir.FunctionSnapshot.Types;

/**
 * Operations on anything, with a way for two int32 and one for two numbers in the code: operands are tested, not guessed, and all
 * others go to the runtime. So there is no exit, and what was an int32 stays one.
 */
final class NumbersFirst {
    private final FunctionBuilder f;
    private final boolean ints;
    private final boolean doubles;

    /** @param seen what the code has ways for; generic code has them all */
    NumbersFirst(FunctionBuilder f, Types seen) {
        this.f = f;
        this.ints = f.isGeneric() || (seen.left() & seen.right() & TypeBits.INT32) != 0;
        this.doubles = f.isGeneric()
                || (seen.operands() & TypeBits.DOUBLE) != 0
                        && (seen.left() & TypeBits.NUMBER) != 0 && (seen.right() & TypeBits.NUMBER) != 0;
    }

    /**
     * A comparison, as BOOL.
     *
     * @param otherwise calls the runtime in the open block
     */
    Node compare(Condition condition, Node a, Node b, Supplier<Node> otherwise) {
        Supplier<Node> numbers = !doubles || !mayBeNumber(a) || !mayBeNumber(b) ? otherwise : () -> {
            var attempt = new Attempt(f);
            Node left = number(attempt, a);
            Node right = number(attempt, b);
            return attempt.orElse(f.emit(Operator.CompareFloat64, List.of(condition), left, right), otherwise);
        };
        if (!ints || !mayBeInteger(a) || !mayBeInteger(b)) {
            return numbers.get();
        }
        var attempt = new Attempt(f);
        Node left = integer(attempt, a);
        Node right = integer(attempt, b);
        return attempt.orElse(f.emit(Operator.CompareInt32, List.of(condition), left, right), numbers);
    }

    Node binary(Opcode opcode, Node a, Node b, Supplier<Node> otherwise) {
        Supplier<Node> numbers = !doubles || !mayBeNumber(a) || !mayBeNumber(b) ? otherwise : () -> {
            var attempt = new Attempt(f);
            Node left = number(attempt, a);
            Node right = number(attempt, b);
            return attempt.orElse(f.tagged(ofNumbers(opcode, left, right)), otherwise);
        };
        boolean exact = opcode != Opcode.DIV && opcode != Opcode.EXP;
        if (!ints || !exact || !mayBeInteger(a) || !mayBeInteger(b)) {
            return numbers.get();
        }
        var attempt = new Attempt(f);
        Node left = integer(attempt, a);
        Node right = integer(attempt, b);
        return attempt.orElse(f.tagged(ofIntegers(attempt, opcode, left, right)), numbers);
    }

    Node unary(Opcode opcode, Node a, Supplier<Node> otherwise) {
        return switch (opcode) {
            case INC -> binary(Opcode.ADD, a, f.constantInt32(1), otherwise);
            case DEC -> binary(Opcode.SUB, a, f.constantInt32(1), otherwise);
            case BIT_NOT -> binary(Opcode.BIT_XOR, a, f.constantInt32(-1), otherwise);
            // Also of 0, whose negation is −0.
            case NEG -> binary(Opcode.MUL, a, f.constantInt32(-1), otherwise);
            default -> {
                var attempt = new Attempt(f);
                if (!mayBeNumber(a)) {
                    yield otherwise.get();
                }
                if (a.representation() == Representation.TAGGED && !a.type().isSubtypeOf(Type.NUMBER)) {
                    attempt.require(f.emit(Operator.TestType, List.of(TypeTest.NUMBER), a));
                    yield attempt.orElse(f.refined(a, Type.NUMBER), otherwise);
                }
                yield a;
            }
        };
    }

    private Node ofNumbers(Opcode opcode, Node a, Node b) {
        return switch (opcode) {
            case BIT_AND, BIT_OR, BIT_XOR, SHL, SHR -> bits(opcode, a, b);
            case USHR -> f.emit(Operator.Uint32ToFloat64, bits(opcode, a, b));
            default -> ArithmeticBytecodes.doubles(f, opcode, a, b);
        };
    }

    private Node bits(Opcode opcode, Node a, Node b) {
        return ArithmeticBytecodes.bits(
                f, opcode, f.emit(Operator.TruncateFloat64, a), f.emit(Operator.TruncateFloat64, b));
    }

    /** Where the result is an int32: the attempt fails otherwise. */
    private Node ofIntegers(Attempt attempt, Opcode opcode, Node a, Node b) {
        Node zero = f.constantInt32(0);
        return switch (opcode) {
            case ADD -> {
                Node sum = f.emit(Operator.AddInt32, a, b);
                // It overflows where both operands have another sign than the sum.
                attempt.require(Condition.GE, bothNegative(f.emit(Operator.XorInt32, a, sum), f.emit(Operator.XorInt32, b, sum)), zero);
                yield sum;
            }
            case SUB -> {
                Node difference = f.emit(Operator.SubInt32, a, b);
                attempt.require(
                        Condition.GE, bothNegative(f.emit(Operator.XorInt32, a, b), f.emit(Operator.XorInt32, a, difference)), zero);
                yield difference;
            }
            case MUL -> {
                Node low = f.emit(Operator.MulInt32, a, b);
                // A zero product may be −0.
                attempt.require(Condition.NE, low, zero);
                Node sign = f.emit(Operator.ShrInt32, low, f.constantInt32(31));
                attempt.require(Condition.EQ, f.emit(Operator.MulHighInt32, a, b), sign);
                yield low;
            }
            case MOD -> {
                // A zero remainder of a negative dividend is −0.
                attempt.require(Condition.GE, a, zero);
                attempt.require(Condition.GT, b, zero);
                yield f.emit(Operator.ModInt32, a, b);
            }
            case USHR -> {
                Node bits = ArithmeticBytecodes.bits(f, opcode, a, b);
                attempt.require(Condition.GE, bits, zero);
                yield bits;
            }
            default -> ArithmeticBytecodes.bits(f, opcode, a, b);
        };
    }

    private Node bothNegative(Node a, Node b) {
        return f.emit(Operator.AndInt32, a, b);
    }

    private static boolean mayBeInteger(Node value) {
        return value.representation() == Representation.INT32
                || value.representation() == Representation.TAGGED && value.type().mayBe(Type.INT32);
    }

    private static boolean mayBeNumber(Node value) {
        return value.representation() == Representation.INT32
                || value.representation() == Representation.FLOAT64
                || value.representation() == Representation.TAGGED && value.type().mayBe(Type.NUMBER);
    }

    private Node integer(Attempt attempt, Node value) {
        if (value.representation() == Representation.INT32) {
            return value;
        }
        if (value.type().isInt32()) {
            return f.emit(Operator.UnboxInt32, value);
        }
        attempt.require(f.emit(Operator.TestType, List.of(TypeTest.INT32), value));
        return f.emit(Operator.UnboxInt32, f.refined(value, Type.INT32));
    }

    private Node number(Attempt attempt, Node value) {
        if (value.representation() != Representation.TAGGED || value.type().isSubtypeOf(Type.NUMBER)) {
            // Known to be a number: this guesses nothing.
            return f.float64(value);
        }
        attempt.require(f.emit(Operator.TestType, List.of(TypeTest.NUMBER), value));
        return f.emit(Operator.UnboxNumber, f.refined(value, Type.NUMBER));
    }
}
