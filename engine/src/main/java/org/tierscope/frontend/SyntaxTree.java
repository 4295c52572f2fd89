package org.tierscope.frontend;

import com.oracle.js.parser.Lexer;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.BlockStatement;
import com.oracle.js.parser.ir.BreakNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.CaseNode;
import com.oracle.js.parser.ir.CatchNode;
import com.oracle.js.parser.ir.ClassNode;
import com.oracle.js.parser.ir.ContinueNode;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IfNode;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.JoinPredecessorExpression;
import com.oracle.js.parser.ir.LabelNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.Node;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.PropertyKey;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.ReturnNode;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.SwitchNode;
import com.oracle.js.parser.ir.TemplateLiteralNode;
import com.oracle.js.parser.ir.TernaryNode;
import com.oracle.js.parser.ir.ThrowNode;
import com.oracle.js.parser.ir.TryNode;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.js.parser.ir.WhileNode;
import com.oracle.js.parser.ir.WithNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tierscope.bytecode.SourceText;

/** Makes {@link SyntaxNode}s of the parser's tree, without the blocks and variables that the parser adds. */
public final class SyntaxTree {
    private final Unit unit;

    private SyntaxTree(Unit unit) {
        this.unit = unit;
    }

    /**
     * @throws SyntaxErrorException on an early error
     */
    public static SyntaxNode of(SourceText source, CompileMode mode) {
        SourceParser.Parsed parsed = SourceParser.parse(source, mode);
        var tree = new SyntaxTree(new Unit(source, mode, parsed.shift(), false, parsed.usings()));
        List<SyntaxNode> statements = tree.statements(parsed.root().getVarDeclarationBlock());
        return new SyntaxNode("Program", source.path(), 0, source.text().length(), statements);
    }

    private SyntaxNode node(String kind, String label, Node at, List<SyntaxNode> children) {
        return new SyntaxNode(kind, label, unit.start(at), unit.end(at), children);
    }

    private SyntaxNode node(String kind, String label, Node at, Node... children) {
        return node(kind, label, at, nodes(Stream.of(children)));
    }

    private List<SyntaxNode> nodes(Stream<? extends Node> nodes) {
        return nodes.filter(n -> n != null).map(this::convert).toList();
    }

    private List<SyntaxNode> statements(Block block) {
        var result = new ArrayList<SyntaxNode>();
        for (Statement statement : block.getStatements()) {
            if (isSynthetic(statement)) {
                continue;
            }
            if (statement instanceof BlockStatement inner && isWrapper(inner.getBlock())) {
                result.addAll(statements(inner.getBlock()));
            } else {
                result.add(convert(statement));
            }
        }
        return result;
    }

    /** Declarations that the parser adds: of names in patterns, and for its own use. */
    private static boolean isSynthetic(Statement statement) {
        return statement instanceof VarNode variable
                && (variable.isDestructuring() || variable.getName().isInternal()
                        || isCatchParameter(variable));
    }

    private static boolean isCatchParameter(VarNode variable) {
        return variable.getInit() == null && variable.getName().isCatchParameter();
    }

    /** Blocks that the parser puts around for, switch and try. */
    private static boolean isWrapper(Block block) {
        return !block.getStatements().isEmpty()
                && block.getLastStatement() instanceof Statement last
                && last.getStart() == block.getStart()
                && (last instanceof ForNode || last instanceof SwitchNode || last instanceof TryNode
                        || last instanceof BlockStatement);
    }

    private SyntaxNode convert(Node node) {
        return node instanceof Statement statement ? statement(statement) : other(node);
    }

    private SyntaxNode statement(Statement statement) {
        return switch (statement) {
            case ExpressionStatement expression ->
                    node("ExpressionStatement", "", statement, expression.getExpression());
            case VarNode variable when variable.isHoistableDeclaration() -> convert(variable.getInit());
            case VarNode variable when variable.isClassDeclaration() -> convert(variable.getInit());
            case VarNode variable ->
                    node(declarator(variable), variable.getName().getName(), variable, variable.getInit());
            case BlockStatement block -> block(block.getBlock());
            case IfNode branch ->
                    node("If", "", branch, branch.getTest(), branch.getPass(), branch.getFail());
            case ForNode loop -> forLoop(loop);
            case WhileNode loop ->
                    node(loop.isDoWhile() ? "DoWhile" : "While", "", loop, loop.getTest(), loop.getBody());
            case ReturnNode result -> node("Return", "", result, result.getExpression());
            case ThrowNode thrown -> node("Throw", "", thrown, thrown.getExpression());
            case BreakNode exit -> node("Break", text(exit.getLabelName()), exit);
            case ContinueNode exit -> node("Continue", text(exit.getLabelName()), exit);
            case LabelNode label -> node("Label", label.getLabelName(), label, statements(label.getBody()));
            case SwitchNode choice -> node("Switch", "", choice, nodes(choice.getCases().stream()));
            case TryNode attempt -> attempt(attempt);
            case CatchNode clause ->
                node("Catch", "", clause, clause.getDestructuringPattern() != null
                        ? clause.getDestructuringPattern() : clause.getException(), clause.getBody());
            case WithNode with -> node("With", "", with, with.getExpression(), with.getBody());
            default -> node(name(statement), "", statement);
        };
    }

    private static String declarator(VarNode variable) {
        return variable.isConst() ? "Const" : variable.isLet() ? "Let" : "Var";
    }

    private SyntaxNode block(Block block) {
        return node("Block", "", block, statements(block));
    }

    private SyntaxNode forLoop(ForNode loop) {
        String kind = loop.isForOf() || loop.isForAwaitOf() ? "ForOf" : loop.isForIn() ? "ForIn" : "For";
        Node test = loop.isForInOrOf() ? null : loop.getTest();
        return node(kind, "", loop, loop.getInit(), test, loop.getModify(), loop.getBody());
    }

    private SyntaxNode attempt(TryNode attempt) {
        var children = new ArrayList<SyntaxNode>();
        children.add(block(attempt.getBody()));
        attempt.getCatches().forEach(clause -> children.add(convert(clause)));
        if (attempt.getFinallyBody() != null) {
            children.add(block(attempt.getFinallyBody()));
        }
        return node("Try", "", attempt, children);
    }

    private SyntaxNode other(Node node) {
        return switch (node) {
            case Block block -> block(block);
            case JoinPredecessorExpression join -> convert(join.getExpression());
            case CaseNode clause -> clause(clause);
            case PropertyNode property -> property(property);
            case FunctionNode function -> function(function);
            case ClassNode definition -> definition(definition);
            case IdentNode name -> node("Identifier", name.getName(), name);
            case AccessNode access -> node("Member", access.getProperty(), access, access.getBase());
            case IndexNode index -> node("Index", "", index, index.getBase(), index.getIndex());
            case CallNode call ->
                node(call.isNew() ? "New" : "Call", "", call,
                        nodes(Stream.concat(Stream.of(call.getFunction()), call.getArgs().stream())));
            case UnaryNode unary when unary.isTokenType(TokenType.NEW) -> convert(unary.getExpression());
            case UnaryNode unary -> node("Unary", operator(unary), unary, unary.getExpression());
            case BinaryNode binary ->
                node(binary.isAssignment()
                        ? "Assign" : "Binary", operator(binary), binary, binary.getLhs(), binary.getRhs());
            case TernaryNode ternary ->
                node("Conditional", "", ternary, ternary.getTest(), ternary.getTrueExpression(),
                        ternary.getFalseExpression());
            case LiteralNode<?> literal when literal.isArray() ->
                node("Array", "", literal, nodes(literal.getElementExpressions().stream()));
            case LiteralNode<?> literal -> node("Literal", literal(literal), literal);
            case ObjectNode object -> node("Object", "", object, nodes(object.getElements().stream()));
            case TemplateLiteralNode.UntaggedTemplateLiteralNode template ->
                node("Template", "", template, nodes(template.getExpressions().stream()));
            default -> node(name(node), "", node);
        };
    }

    private SyntaxNode clause(CaseNode clause) {
        var children = new ArrayList<SyntaxNode>();
        if (clause.getTest() != null) {
            children.add(convert(clause.getTest()));
        }
        clause.getStatements().stream().filter(s -> !isSynthetic(s)).forEach(s -> children.add(convert(s)));
        return node(clause.getTest() == null ? "Default" : "Case", "", clause, children);
    }

    private SyntaxNode property(PropertyNode property) {
        boolean named = !property.isComputed() && !property.isClassStaticBlock()
                && property.getKey() instanceof PropertyKey;
        Node key = named || property.isClassStaticBlock() ? null : property.getKey();
        Node value = property.getValue();
        if (value instanceof FunctionNode function && function.isClassFieldInitializer()
                && property.isClassField()) {
            value = ((ReturnNode) function.getBody().getLastStatement()).getExpression();
        }
        String kind = property.isClassStaticBlock() ? "StaticBlock" : property.isClassField()
                ? "Field" : "Property";
        return node(kind, named
                ? property.getKeyName() : "", property, key, value, property.getGetter(), property.getSetter());
    }

    private SyntaxNode function(FunctionNode function) {
        var children = new ArrayList<SyntaxNode>();
        function.getParameters().forEach(p -> children.add(node("Parameter", p.getName(), p)));
        if (function.getBody().isParameterBlock()) {
            for (Statement statement : function.getBody().getStatements()) {
                if (statement instanceof VarNode variable && variable.getInit() != null) {
                    children.add(node("Parameter", variable.getName().getName(), variable));
                } else if (statement instanceof ExpressionStatement pattern) {
                    children.add(node("Parameter", "", pattern));
                }
            }
        }
        children.addAll(statements(function.getVarDeclarationBlock()));
        return node(function.isArrow() ? "Arrow" : "Function", function.getName(), function, children);
    }

    private SyntaxNode definition(ClassNode definition) {
        var children = new ArrayList<SyntaxNode>();
        if (definition.getClassHeritage() != null) {
            children.add(convert(definition.getClassHeritage()));
        }
        children.add(convert(definition.getConstructor()));
        definition.getClassElements().forEach(element -> children.add(convert(element)));
        return node("Class", definition.getIdent() == null
                ? "" : definition.getIdent().getName(), definition, children);
    }

    private static String operator(Node node) {
        String name = node.tokenType().getName();
        return name == null ? node.tokenType().name().toLowerCase(java.util.Locale.ROOT) : name;
    }

    private static String literal(LiteralNode<?> literal) {
        return switch (literal.getObject()) {
            case null -> "null";
            case Lexer.RegexToken regex -> "/" + regex.getExpression() + "/" + regex.getOptions();
            case Object _ when literal.isString() -> "\"" + literal.getString() + "\"";
            default -> literal.getObject().toString();
        };
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName().replace("Node", "");
    }

    private static String text(String label) {
        return label == null ? "" : label;
    }
}
