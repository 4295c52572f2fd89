package org.tierscope.frontend;

import com.oracle.js.parser.Lexer;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.ClassNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ExpressionList;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.JoinPredecessorExpression;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.ParameterNode;
import com.oracle.js.parser.ir.TemplateLiteralNode;
import com.oracle.js.parser.ir.TernaryNode;
import com.oracle.js.parser.ir.UnaryNode;
import java.util.List;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.Frame;

/** Expressions: sends each kind to the part that generates it. */
final class Expressions {
    private final FunctionGenerator f;

    Expressions(FunctionGenerator f) {
        this.f = f;
    }

    /** JoinPredecessorExpression is a mark for the parser's own use. */
    static Expression unwrap(Expression expression) {
        return expression instanceof JoinPredecessorExpression join && join.getExpression() != null
                ? unwrap(join.getExpression())
                : expression;
    }

    /**
     * The value in some register: a variable's own register, a pinned number, or a new temporary. A variable's register may be
     * written by code that follows, see {@link FunctionGenerator#hold}.
     */
    int value(Expression wrapped) {
        Expression expression = unwrap(wrapped);
        Span at = f.unit.at(expression);
        if (expression instanceof IdentNode identifier && !isConstantName(identifier)) {
            return identifier.isThis() && f.scope.resolve("this") == null
                    ? Frame.THIS_REGISTER
                    : f.variables.load(identifier.getName(), at);
        }
        if (expression instanceof ParameterNode parameter && !parameter.isRestParameter()) {
            return parameter.getIndex();
        }
        Number number = Literals.number(expression);
        if (number != null && f.loopDepth > 0) {
            return f.code.pinnedNumber(number, at);
        }
        if (expression instanceof BinaryNode assignment
                && assignment.isTokenType(TokenType.ASSIGN)
                && assignment.getLhs() instanceof IdentNode variable
                && f.variables.isPlainRegister(variable.getName())) {
            effect(expression);
            return f.variables.load(variable.getName(), at);
        }
        int dest = f.registers.take();
        into(expression, dest);
        return dest;
    }

    private boolean isConstantName(IdentNode identifier) {
        return identifier.isMetaProperty()
                || f.variables.isUndefined(identifier);
    }

    /** The value in a new temporary, which is at the top of the stack. */
    int fresh(Expression expression) {
        int dest = f.registers.take();
        into(expression, dest);
        return dest;
    }

    /** Whether evaluating these may write a variable of this function that lives in a register (true where not sure). */
    static boolean mayAssign(Expression... expressions) {
        for (Expression expression : expressions) {
            boolean may = switch (unwrap(expression)) {
                case IdentNode _, FunctionNode _, ParameterNode _ -> false;
                case LiteralNode<?> literal -> literal.isArray()
                        && mayAssign(literal.getElementExpressions());
                case AccessNode access -> mayAssign(access.getBase());
                case IndexNode index -> mayAssign(index.getBase(), index.getIndex());
                case CallNode call -> mayAssign(call.getFunction()) || mayAssign(call.getArgs());
                case UnaryNode unary -> unary.isAssignment() || mayAssign(unary.getExpression());
                case BinaryNode binary -> binary.isAssignment()
                        || mayAssign(binary.getLhs(), binary.getRhs());
                case TernaryNode ternary ->
                    mayAssign(ternary.getTest(), ternary.getTrueExpression(), ternary.getFalseExpression());
                case TemplateLiteralNode.UntaggedTemplateLiteralNode template ->
                        mayAssign(template.getExpressions());
                case null -> false;
                default -> true;
            };
            if (may) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayAssign(List<Expression> expressions) {
        return mayAssign(expressions.toArray(Expression[]::new));
    }

    /** For side effects only. */
    void effect(Expression wrapped) {
        Expression expression = unwrap(wrapped);
        int mark = f.registers.top();
        switch (expression) {
            case BinaryNode binary when binary.isTokenType(TokenType.COMMARIGHT) -> {
                effect(binary.getLhs());
                effect(binary.getRhs());
            }
            case BinaryNode binary when binary.isAssignment() -> f.assignments.effect(binary);
            case UnaryNode unary when unary.isAssignment() -> f.assignments.count(unary, Assignments.UNUSED);
            case BinaryNode binary when binary.isLogical() && !binary.isTokenType(TokenType.NULLISHCOALESC) ->
                    {
                Label end = f.code.label();
                f.conditions.jump(binary.getLhs(), binary.isTokenType(TokenType.OR), end);
                effect(binary.getRhs());
                f.code.place(end);
            }
            case TernaryNode ternary -> {
                Label otherwise = f.code.label();
                Label end = f.code.label();
                f.conditions.jump(ternary.getTest(), false, otherwise);
                effect(ternary.getTrueExpression());
                f.code.jump(Opcode.JUMP, end, f.unit.at(ternary));
                f.code.place(otherwise);
                effect(ternary.getFalseExpression());
                f.code.place(end);
            }
            case LiteralNode<?> literal when !literal.isArray()
                    && !(literal.getObject() instanceof Lexer.LexerToken) -> {}
            case FunctionNode _, ClassNode _ -> fresh(expression);
            default -> value(expression);
        }
        f.registers.release(mark);
    }

    /** The value into a register that the expression cannot see: a temporary, or a variable that is being declared. */
    void into(Expression wrapped, int dest) {
        Expression expression = unwrap(wrapped);
        int mark = f.registers.top();
        Span at = f.unit.at(expression);
        switch (expression) {
            case IdentNode identifier -> identifier(identifier, dest, at);
            case LiteralNode<?> literal -> f.literals.literal(literal, dest, at);
            case ObjectNode object -> f.literals.object(object, dest);
            case TemplateLiteralNode.UntaggedTemplateLiteralNode template ->
                    f.literals.template(template, dest);
            case TemplateLiteralNode.TaggedTemplateLiteralNode template ->
                    f.literals.templateObject(template, dest);
            case FunctionNode function -> f.closure(function, dest, function.getName());
            case ClassNode definition -> f.classes.define(definition, dest);
            case AccessNode access -> f.members.get(access, dest);
            case IndexNode index -> f.members.get(index, dest);
            case CallNode call -> f.calls.call(call, dest);
            case UnaryNode unary -> f.operators.unary(unary, dest);
            case BinaryNode binary -> binary(binary, dest, at);
            case TernaryNode ternary -> ternary(ternary, dest, at);
            case ParameterNode parameter -> parameter(parameter, dest, at);
            case ExpressionList list -> {
                for (Expression part : list.getExpressions()) {
                    into(part, dest);
                }
            }
            default -> throw f.unit.unsupported(expression, "expressions of this kind");
        }
        f.registers.release(mark);
    }

    /** The value into a variable's register that the expression may read, and that keeps its value if it throws. */
    void assign(Expression wrapped, int variable) {
        Expression expression = unwrap(wrapped);
        if (writesOnlyAtItsEnd(expression)) {
            into(expression, variable);
            return;
        }
        int mark = f.registers.top();
        int value = value(expression);
        if (value != variable) {
            f.code.emit(Opcode.MOVE, f.unit.at(expression), variable, value);
        }
        f.registers.release(mark);
    }

    private static boolean writesOnlyAtItsEnd(Expression expression) {
        return switch (expression) {
            case IdentNode _, FunctionNode _, ParameterNode _ -> true;
            case LiteralNode<?> literal -> !literal.isArray();
            case AccessNode access -> !access.isOptionalChain();
            case IndexNode index -> !index.isOptionalChain();
            case CallNode call -> !call.isOptionalChain()
                    && !(call.getFunction() instanceof IdentNode name && name.isDirectSuper());
            case UnaryNode unary -> switch (unary.tokenType()) {
                case ADD, SUB, BIT_NOT, TYPEOF, VOID -> true;
                case NEW -> true;
                default -> false;
            };
            case BinaryNode binary -> Operators.isArithmetic(binary.tokenType());
            default -> false;
        };
    }

    private void identifier(IdentNode identifier, int dest, Span at) {
        if (identifier.isImportMeta()) {
            f.variables.loadInto(ModuleGenerator.META, at, dest);
            return;
        }
        if (identifier.isNewTarget() && f.scope.resolve(identifier.getName()) == null) {
            f.code.emit(Opcode.MOVE, at, dest, Frame.NEW_TARGET_REGISTER);
        } else if (identifier.isThis() && f.scope.resolve("this") == null) {
            f.code.emit(Opcode.MOVE, at, dest, Frame.THIS_REGISTER);
        } else if (f.variables.isUndefined(identifier)) {
            f.code.emit(Opcode.LOAD_UNDEFINED, at, dest);
        } else {
            f.variables.loadInto(identifier.getName(), at, dest);
        }
    }

    private void parameter(ParameterNode parameter, int dest, Span at) {
        if (parameter.isRestParameter()) {
            f.keepArguments();
            f.code.emit(Opcode.CREATE_REST, at, dest, parameter.getIndex());
        } else {
            f.code.emit(Opcode.MOVE, at, dest, parameter.getIndex());
        }
    }

    private void binary(BinaryNode binary, int dest, Span at) {
        switch (binary.tokenType()) {
            case COMMARIGHT -> {
                effect(binary.getLhs());
                into(binary.getRhs(), dest);
            }
            case AND, OR -> {
                Label end = f.code.label();
                into(binary.getLhs(), dest);
                Opcode skip = binary.isTokenType(TokenType.AND) ? Opcode.JUMP_IF_FALSE : Opcode.JUMP_IF_TRUE;
                f.code.jump(skip, end, at, dest);
                into(binary.getRhs(), dest);
                f.code.place(end);
            }
            case NULLISHCOALESC -> {
                Label end = f.code.label();
                into(binary.getLhs(), dest);
                f.code.jump(Opcode.JUMP_IF_NOT_NULLISH, end, at, dest);
                into(binary.getRhs(), dest);
                f.code.place(end);
            }
            default -> {
                if (binary.isAssignment()) {
                    f.assignments.into(binary, dest);
                } else {
                    f.operators.binary(binary, dest);
                }
            }
        }
    }

    private void ternary(TernaryNode ternary, int dest, Span at) {
        Label otherwise = f.code.label();
        Label end = f.code.label();
        f.conditions.jump(ternary.getTest(), false, otherwise);
        into(ternary.getTrueExpression(), dest);
        f.code.jump(Opcode.JUMP, end, at);
        f.code.place(otherwise);
        into(ternary.getFalseExpression(), dest);
        f.code.place(end);
    }
}
