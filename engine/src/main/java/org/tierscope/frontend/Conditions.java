package org.tierscope.frontend;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.UnaryNode;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;

/** Expressions whose truth decides where to go: compared and jumped on with no boolean in between. */
final class Conditions {
    private final FunctionGenerator f;

    Conditions(FunctionGenerator f) {
        this.f = f;
    }

    /** Whether an expression is better jumped on than computed. */
    static boolean isCompound(Expression wrapped) {
        Expression expression = Expressions.unwrap(wrapped);
        return expression instanceof BinaryNode binary
                        && (binary.isTokenType(TokenType.AND) || binary.isTokenType(TokenType.OR)
                                || fused(binary.tokenType(), true) != null)
                || expression instanceof UnaryNode unary && unary.isTokenType(TokenType.NOT)
                        && isCompound(unary.getExpression());
    }

    /** Goes to {@code target} if the truth of the expression is {@code sense}, else on with the next instruction. */
    void jump(Expression wrapped, boolean sense, Label target) {
        Expression expression = Expressions.unwrap(wrapped);
        int mark = f.registers.top();
        Span at = f.unit.at(expression);
        switch (expression) {
            case UnaryNode unary when unary.isTokenType(TokenType.NOT) ->
                    jump(unary.getExpression(), !sense, target);
            case BinaryNode binary when binary.isTokenType(TokenType.COMMARIGHT) -> {
                f.expressions.effect(binary.getLhs());
                jump(binary.getRhs(), sense, target);
            }
            case BinaryNode binary when binary.isTokenType(TokenType.AND) ->
                    both(binary, false, sense, target);
            case BinaryNode binary when binary.isTokenType(TokenType.OR) -> both(binary, true, sense, target);
            case BinaryNode binary when fused(binary.tokenType(), sense) != null ->
                    compare(binary, sense, target);
            case LiteralNode<?> literal when literal.getObject() instanceof Boolean constant -> {
                if (constant == sense) {
                    f.code.jump(Opcode.JUMP, target, at);
                }
            }
            default -> {
                Opcode opcode = sense ? Opcode.JUMP_IF_TRUE : Opcode.JUMP_IF_FALSE;
                f.code.jump(opcode, target, at, f.value(expression));
            }
        }
        f.registers.release(mark);
    }

    /** {@code a || b} ({@code decisive}: true) or {@code a && b} (false): a alone decides if it is the decisive value. */
    private void both(BinaryNode binary, boolean decisive, boolean sense, Label target) {
        if (sense == decisive) {
            jump(binary.getLhs(), sense, target);
            jump(binary.getRhs(), sense, target);
        } else {
            Label decided = f.code.label();
            jump(binary.getLhs(), decisive, decided);
            jump(binary.getRhs(), sense, target);
            f.code.place(decided);
        }
    }

    private void compare(BinaryNode binary, boolean sense, Label target) {
        Expression left = Expressions.unwrap(binary.getLhs());
        Expression right = Expressions.unwrap(binary.getRhs());
        boolean strict = binary.isTokenType(TokenType.EQ_STRICT) || binary.isTokenType(TokenType.NE_STRICT);
        boolean equality = strict || binary.isTokenType(TokenType.EQ) || binary.isTokenType(TokenType.NE);
        boolean equal = sense == (binary.isTokenType(TokenType.EQ_STRICT)
                || binary.isTokenType(TokenType.EQ));
        Span at = f.unit.atToken(binary);
        if (strict && isUndefined(right)) {
            f.code.jump(equal ? Opcode.JUMP_IF_UNDEFINED : Opcode.JUMP_IF_NOT_UNDEFINED, target, at,
                    f.value(left));
            return;
        }
        if (equality && !strict && (isUndefined(right) || Literals.isNull(right))) {
            f.code.jump(equal ? Opcode.JUMP_IF_NULLISH : Opcode.JUMP_IF_NOT_NULLISH, target, at,
                    f.value(left));
            return;
        }
        int a = f.hold(f.value(left), at, right);
        f.code.jump(fused(binary.tokenType(), sense), target, at, a, f.value(right));
    }

    private boolean isUndefined(Expression expression) {
        return expression instanceof UnaryNode unary
                        && unary.isTokenType(TokenType.VOID)
                        && unary.getExpression() instanceof LiteralNode<?>
                || expression instanceof com.oracle.js.parser.ir.IdentNode name
                        && f.variables.isUndefined(name);
    }

    private static Opcode fused(TokenType token, boolean sense) {
        return switch (token) {
            case LT -> sense ? Opcode.JUMP_IF_LESS : Opcode.JUMP_IF_NOT_LESS;
            case LE -> sense ? Opcode.JUMP_IF_LESS_EQ : Opcode.JUMP_IF_NOT_LESS_EQ;
            case GT -> sense ? Opcode.JUMP_IF_GREATER : Opcode.JUMP_IF_NOT_GREATER;
            case GE -> sense ? Opcode.JUMP_IF_GREATER_EQ : Opcode.JUMP_IF_NOT_GREATER_EQ;
            case EQ -> sense ? Opcode.JUMP_IF_EQ : Opcode.JUMP_IF_NOT_EQ;
            case NE -> sense ? Opcode.JUMP_IF_NOT_EQ : Opcode.JUMP_IF_EQ;
            case EQ_STRICT -> sense ? Opcode.JUMP_IF_STRICT_EQ : Opcode.JUMP_IF_NOT_STRICT_EQ;
            case NE_STRICT -> sense ? Opcode.JUMP_IF_NOT_STRICT_EQ : Opcode.JUMP_IF_STRICT_EQ;
            default -> null;
        };
    }
}
