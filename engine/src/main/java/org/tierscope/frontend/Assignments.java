package org.tierscope.frontend;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.ParameterNode;
import com.oracle.js.parser.ir.TernaryNode;
import com.oracle.js.parser.ir.UnaryNode;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;

/** Assignments of all kinds, and {@code ++} and {@code --}. */
final class Assignments {
    /** In place of a destination register: nobody wants the value. */
    static final int UNUSED = Integer.MIN_VALUE;

    private final FunctionGenerator f;

    Assignments(FunctionGenerator f) {
        this.f = f;
    }

    static boolean isPattern(Expression target) {
        return target instanceof ObjectNode || target instanceof LiteralNode<?> literal && literal.isArray();
    }

    void effect(BinaryNode assignment) {
        into(assignment, UNUSED);
    }

    void into(BinaryNode assignment, int dest) {
        switch (assignment.tokenType()) {
            case ASSIGN, ASSIGN_INIT -> simple(assignment, dest);
            case ASSIGN_AND -> logical(assignment, Opcode.JUMP_IF_FALSE, dest);
            case ASSIGN_OR -> logical(assignment, Opcode.JUMP_IF_TRUE, dest);
            case ASSIGN_NULLCOAL -> logical(assignment, Opcode.JUMP_IF_NOT_NULLISH, dest);
            default -> compound(assignment, dest);
        }
    }

    private void deliver(int value, int dest, Span at) {
        if (dest != UNUSED && dest != value) {
            f.code.emit(Opcode.MOVE, at, dest, value);
        }
    }

    private void simple(BinaryNode assignment, int dest) {
        Expression left = assignment.getLhs();
        Expression right = assignment.getRhs();
        Span at = f.unit.atToken(assignment);
        if (isPattern(left)) {
            int value = f.hold(f.value(right), at, left);
            boolean declares = assignment.isTokenType(TokenType.ASSIGN_INIT);
            f.destructuring.destructure(left, value, source(right), declares);
            deliver(value, dest, at);
            return;
        }
        if (left instanceof IdentNode name && f.variables.isPlainRegister(name.getName())) {
            int variable = f.variables.registerOf(name.getName());
            f.expressions.assign(right, variable);
            deliver(variable, dest, at);
            return;
        }
        Target target = Target.of(f, left, false, right);
        int value = f.value(right);
        target.set(f, value, at);
        deliver(value, dest, at);
    }

    /** How messages name what a pattern takes apart. */
    private static String source(Expression right) {
        return right instanceof ParameterNode || right instanceof TernaryNode choice && isDefaulted(choice)
                ? Destructuring.UNNAMED
                : Describe.of(right);
    }

    private static boolean isDefaulted(TernaryNode choice) {
        return Expressions.unwrap(choice.getFalseExpression()) instanceof ParameterNode;
    }

    private void compound(BinaryNode assignment, int dest) {
        Expression left = assignment.getLhs();
        Span at = f.unit.atToken(assignment);
        Opcode opcode = Operators.opcode(assignment.tokenType());
        if (left instanceof IdentNode name && f.variables.isPlainRegister(name.getName())) {
            int variable = f.variables.registerOf(name.getName());
            f.operators.operate(opcode, variable, variable, Expressions.unwrap(assignment.getRhs()), at);
            deliver(variable, dest, at);
            return;
        }
        Target target = Target.of(f, left, true, assignment.getRhs());
        int result = f.registers.take();
        target.get(f, result, f.unit.at(left));
        f.operators.operate(opcode, result, result, Expressions.unwrap(assignment.getRhs()), at);
        target.set(f, result, at);
        deliver(result, dest, at);
    }

    private void logical(BinaryNode assignment, Opcode skip, int dest) {
        Expression left = assignment.getLhs();
        Span at = f.unit.atToken(assignment);
        Label end = f.code.label();
        if (left instanceof IdentNode name && f.variables.isPlainRegister(name.getName())) {
            int variable = f.variables.registerOf(name.getName());
            f.code.jump(skip, end, at, variable);
            f.expressions.assign(assignment.getRhs(), variable);
            f.code.place(end);
            deliver(variable, dest, at);
            return;
        }
        Target target = Target.of(f, left, true, assignment.getRhs());
        int result = f.registers.take();
        target.get(f, result, f.unit.at(left));
        f.code.jump(skip, end, at, result);
        f.expressions.into(assignment.getRhs(), result);
        target.set(f, result, at);
        f.code.place(end);
        deliver(result, dest, at);
    }

    /** {@code ++} and {@code --}, before or behind. */
    void count(UnaryNode unary, int dest) {
        Expression operand = Expressions.unwrap(unary.getExpression());
        Span at = f.unit.at(unary);
        boolean postfix = unary.isTokenType(TokenType.INCPOSTFIX) || unary.isTokenType(TokenType.DECPOSTFIX);
        boolean increment = unary.isTokenType(TokenType.INCPOSTFIX) || unary.isTokenType(TokenType.INCPREFIX);
        Opcode opcode = increment ? Opcode.INC : Opcode.DEC;
        boolean wantsOld = postfix && dest != UNUSED;
        if (operand instanceof IdentNode name && f.variables.isPlainRegister(name.getName())) {
            int variable = f.variables.registerOf(name.getName());
            if (wantsOld) {
                f.code.emit(Opcode.TO_NUMERIC, at, dest, variable);
            }
            f.code.emit(opcode, at, variable, wantsOld ? dest : variable);
            if (!wantsOld) {
                deliver(variable, dest, at);
            }
            return;
        }
        Target target = Target.of(f, operand, true);
        int old = f.registers.take();
        target.get(f, old, f.unit.at(operand));
        if (wantsOld) {
            f.code.emit(Opcode.TO_NUMERIC, at, old, old);
        }
        int result = f.registers.take();
        f.code.emit(opcode, at, result, old);
        target.set(f, result, at);
        deliver(wantsOld ? old : result, dest, at);
    }
}
