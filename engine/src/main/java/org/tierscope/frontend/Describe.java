package org.tierscope.frontend;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.TemplateLiteralNode;
import com.oracle.js.parser.ir.UnaryNode;

/** How an error message names an expression, in the words node uses: {@code o.m}, {@code f(...)}, {@code (intermediate value)}. */
final class Describe {
    private Describe() {}

    static String of(Expression wrapped) {
        return switch (Expressions.unwrap(wrapped)) {
            case IdentNode name -> name.getName();
            case AccessNode access ->
                    of(access.getBase()) + (access.isOptional() ? "?." : ".") + access.getProperty();
            case IndexNode index when Members.fieldName(index) != null ->
                of(index.getBase()) + (index.isOptional() ? "?." : ".") + Members.fieldName(index);
            case IndexNode index ->
                    of(index.getBase()) + (index.isOptional() ? "?." : "") + "[" + of(index.getIndex()) + "]";
            case CallNode call when !call.isNew() -> of(call.getFunction()) + "(...)";
            case LiteralNode<?> literal when literal.isString() -> "\"" + literal.getString() + "\"";
            case LiteralNode<?> literal when !literal.isArray() -> String.valueOf(literal.getObject());
            case LiteralNode<?> array when array.getElementExpressions().isEmpty() -> "[]";
            case ObjectNode object -> "{" + "(intermediate value)".repeat(object.getElements().size()) + "}";
            case TemplateLiteralNode.UntaggedTemplateLiteralNode template when template.getExpressions().size() == 1 ->
                of(template.getExpressions().getFirst());
            case UnaryNode unary when unary.isTokenType(TokenType.NEW) -> "(intermediate value)";
            case UnaryNode unary when operator(unary) != null ->
                    "(" + operator(unary) + of(unary.getExpression()) + ")";
            case BinaryNode binary when !binary.isAssignment() && binary.tokenType().getName() != null ->
                "(" + of(binary.getLhs()) + " " + binary.tokenType().getName() + " " + of(binary.getRhs())
                        + ")";
            default -> "(intermediate value)";
        };
    }

    private static String operator(UnaryNode unary) {
        return switch (unary.tokenType()) {
            case ADD -> "+";
            case SUB -> "-";
            case NOT -> "!";
            case BIT_NOT -> "~";
            case TYPEOF -> "typeof ";
            case VOID -> "void ";
            default -> null;
        };
    }
}
