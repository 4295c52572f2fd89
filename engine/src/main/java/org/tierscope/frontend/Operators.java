package org.tierscope.frontend;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.UnaryNode;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.Opcode;

/** Unary and binary operators that are no assignments. */
final class Operators {
    private final FunctionGenerator f;

    Operators(FunctionGenerator f) {
        this.f = f;
    }

    /** The opcode of a binary operator, or of the operator in a compound assignment; null for other tokens. */
    static Opcode opcode(TokenType token) {
        return switch (token) {
            case ADD, ASSIGN_ADD -> Opcode.ADD;
            case SUB, ASSIGN_SUB -> Opcode.SUB;
            case MUL, ASSIGN_MUL -> Opcode.MUL;
            case DIV, ASSIGN_DIV -> Opcode.DIV;
            case MOD, ASSIGN_MOD -> Opcode.MOD;
            case EXP, ASSIGN_EXP -> Opcode.EXP;
            case BIT_AND, ASSIGN_BIT_AND -> Opcode.BIT_AND;
            case BIT_OR, ASSIGN_BIT_OR -> Opcode.BIT_OR;
            case BIT_XOR, ASSIGN_BIT_XOR -> Opcode.BIT_XOR;
            case SHL, ASSIGN_SHL -> Opcode.SHL;
            case SAR, ASSIGN_SAR -> Opcode.SHR;
            case SHR, ASSIGN_SHR -> Opcode.USHR;
            case EQ -> Opcode.EQ;
            case NE -> Opcode.NOT_EQ;
            case EQ_STRICT -> Opcode.STRICT_EQ;
            case NE_STRICT -> Opcode.STRICT_NOT_EQ;
            case LT -> Opcode.LESS;
            case LE -> Opcode.LESS_EQ;
            case GT -> Opcode.GREATER;
            case GE -> Opcode.GREATER_EQ;
            default -> null;
        };
    }

    static boolean isArithmetic(TokenType token) {
        return switch (token) {
            case ADD, SUB, MUL, DIV, MOD, EXP, BIT_AND, BIT_OR, BIT_XOR, SHL, SAR, SHR -> true;
            case EQ, NE, EQ_STRICT, NE_STRICT, LT, LE, GT, GE -> true;
            default -> false;
        };
    }

    /** The form with an int32 immediate on the right, or null. */
    private static Opcode immediateForm(Opcode opcode) {
        return switch (opcode) {
            case ADD -> Opcode.ADD_INT;
            case SUB -> Opcode.SUB_INT;
            case MUL -> Opcode.MUL_INT;
            case BIT_AND -> Opcode.BIT_AND_INT;
            case BIT_OR -> Opcode.BIT_OR_INT;
            case SHL -> Opcode.SHL_INT;
            case SHR -> Opcode.SHR_INT;
            case USHR -> Opcode.USHR_INT;
            default -> null;
        };
    }

    private static boolean commutesWithNumber(Opcode opcode) {
        return opcode == Opcode.MUL || opcode == Opcode.BIT_AND || opcode == Opcode.BIT_OR;
    }

    void binary(BinaryNode binary, int dest) {
        Expression left = Expressions.unwrap(binary.getLhs());
        Expression right = Expressions.unwrap(binary.getRhs());
        Span at = f.unit.atToken(binary);
        if (left instanceof IdentNode name && name.isPrivateInCheck()) {
            int object = f.value(right);
            int key = f.variables.load(name.getName(), f.unit.at(name));
            f.code.emit(Opcode.HAS_PRIVATE, at, dest, key, object);
            return;
        }
        Opcode opcode = opcode(binary.tokenType());
        if (opcode != null && commutesWithNumber(opcode) && Literals.number(left) instanceof Integer number
                && Literals.number(right) == null) {
            f.code.emit(immediateForm(opcode), at, dest, f.value(right), number);
            return;
        }
        int a = f.value(left);
        if (opcode != null) {
            operate(opcode, dest, a, right, at);
            return;
        }
        a = f.hold(a, at, right);
        int b = f.value(right);
        switch (binary.tokenType()) {
            case IN -> f.code.emit(Opcode.IN, at, dest, a, b);
            case INSTANCEOF -> f.code.emit(Opcode.INSTANCE_OF, at, dest, a, b);
            default -> throw f.unit.unsupported(binary, "operators of this kind");
        }
    }

    /** {@code dest = a opcode right}. */
    void operate(Opcode opcode, int dest, int a, Expression right, Span at) {
        Opcode immediate = immediateForm(opcode);
        if (immediate != null && Literals.number(right) instanceof Integer number) {
            f.code.emit(immediate, at, dest, a, number);
            return;
        }
        int left = f.hold(a, at, right);
        f.code.emit(opcode, at, dest, left, f.value(right));
    }

    void unary(UnaryNode unary, int dest) {
        Expression operand = Expressions.unwrap(unary.getExpression());
        Span at = f.unit.at(unary);
        if (Literals.number(unary) instanceof Number number) {
            f.literals.number(number, dest, at);
            return;
        }
        switch (unary.tokenType()) {
            case ADD -> f.code.emit(Opcode.TO_NUMBER, at, dest, f.value(operand));
            case SUB -> f.code.emit(Opcode.NEG, at, dest, f.value(operand));
            case BIT_NOT -> f.code.emit(Opcode.BIT_NOT, at, dest, f.value(operand));
            case NOT -> not(operand, dest, at);
            case VOID -> {
                f.expressions.effect(operand);
                f.code.emit(Opcode.LOAD_UNDEFINED, at, dest);
            }
            case TYPEOF -> typeOf(operand, dest, at);
            case DELETE -> delete(operand, dest, at);
            case NEW -> f.expressions.into(operand, dest);
            case INCPREFIX, DECPREFIX, INCPOSTFIX, DECPOSTFIX -> f.assignments.count(unary, dest);
            case NAMEDEVALUATION -> f.expressions.into(operand, dest);
            case YIELD -> f.suspension.yield(operand, dest, at);
            case YIELD_STAR -> f.delegation.delegate(operand, dest, at);
            case AWAIT -> f.suspension.await(f.value(operand), dest, at);
            default -> throw f.unit.unsupported(unary, "operators of this kind");
        }
    }

    private void not(Expression operand, int dest, Span at) {
        if (Conditions.isCompound(operand)) {
            Label isFalse = f.code.label();
            Label end = f.code.label();
            f.conditions.jump(operand, true, isFalse);
            f.code.emit(Opcode.LOAD_TRUE, at, dest);
            f.code.jump(Opcode.JUMP, end, at);
            f.code.place(isFalse);
            f.code.emit(Opcode.LOAD_FALSE, at, dest);
            f.code.place(end);
        } else {
            f.code.emit(Opcode.NOT, at, dest, f.value(operand));
        }
    }

    private void typeOf(Expression operand, int dest, Span at) {
        int value;
        if (operand instanceof IdentNode name && f.variables.isGlobal(name)) {
            value = f.registers.take();
            f.names.load(name.getName(), at, value, () ->
                f.code.emit(Opcode.GET_GLOBAL_OR_UNDEFINED, at, value, f.constant(name.getName())));
        } else {
            value = f.value(operand);
        }
        f.code.emit(Opcode.TYPEOF, at, dest, value);
    }

    private void delete(Expression operand, int dest, Span at) {
        switch (operand) {
            case AccessNode access when !access.isSuper() -> f.members.delete(access, dest, at);
            case IndexNode index when !index.isSuper() -> f.members.delete(index, dest, at);
            case AccessNode _, IndexNode _ -> {
                f.variables.load("this", at);
                if (operand instanceof IndexNode index) {
                    f.expressions.effect(index.getIndex());
                }
                f.code.emit(Opcode.THROW_ERROR, at, ErrorKind.REFERENCE_ERROR.ordinal(),
                        f.constant("Unsupported reference to 'super'"));
            }
            case IdentNode name when !name.isThis() && !name.isMetaProperty() ->
                f.names.delete(name.getName(), at, dest, () -> {
                    if (f.variables.isGlobal(name)) {
                        f.code.emit(Opcode.DELETE_GLOBAL, at, dest, f.constant(name.getName()));
                    } else {
                        f.code.emit(Opcode.LOAD_FALSE, at, dest);
                    }
                });
            default -> {
                f.expressions.effect(operand);
                f.code.emit(Opcode.LOAD_TRUE, at, dest);
            }
        }
    }
}
