package org.tierscope.frontend;

import com.oracle.js.parser.Token;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.Node;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.SourceText;

/**
 * One source text being compiled, and where its nodes stand in it.
 *
 * @param shift what to subtract from the parser's offsets
 * @param usings which of its const declarations are using declarations
 * @param hasResult whether its top-level function returns the completion value of its statements
 */
record Unit(SourceText source, CompileMode mode, int shift, boolean hasResult, Usings usings) {
    private int offset(int parserOffset) {
        return Math.clamp(parserOffset - (long) shift, 0, source.text().length());
    }

    /** Whether a function, or a module's body, awaits. */
    boolean isAsync(FunctionNode function) {
        return function.isAsync() || function.isModule() && usings.awaitsIn(function, this);
    }

    /** Where a node begins; parentheses around an expression do not belong to it. */
    int start(Node node) {
        return offset(node instanceof Expression expression
                ? expression.getStartWithoutParens() : node.getStart());
    }

    int end(Node node) {
        return offset(node instanceof Expression expression
                ? expression.getFinishWithoutParens() : node.getFinish());
    }

    /** Where a node ends, with the parentheses around it. */
    int endWithParentheses(Node node) {
        return offset(node.getFinish());
    }

    Span at(Node node) {
        return new Span(start(node), end(node));
    }

    /** The node's range, blamed on its operator (or, for a call, on its parenthesis). */
    Span atToken(Node node) {
        return new Span(offset(Token.descPosition(node.getToken())), end(node));
    }

    /** From the property's name on. */
    Span atProperty(AccessNode access) {
        int end = offset(access.getFinishWithoutParens());
        return new Span(Math.max(0, end - access.getProperty().length()), end);
    }

    /** The range of a member access, blamed as node does: the name after a dot, the bracket, the dot in an optional chain. */
    Span atAccess(Expression access) {
        return access instanceof AccessNode named && !named.isOptionalChain()
                ? atProperty(named) : atToken(access);
    }

    int startOfToken(long token) {
        return offset(Token.descPosition(token));
    }

    int endOfToken(long token) {
        return offset(Token.descPosition(token) + Token.descLength(token));
    }

    UnsupportedSyntaxException unsupported(Node node, String what) {
        return new UnsupportedSyntaxException(source, start(node), what);
    }
}
