package org.tierscope.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tierscope.frontend.SyntaxNode;

/** Changes programs that people wrote in a few places, so that they do what nobody meant; most of them still run. */
final class Mutator {
    private static final Set<String> EXPRESSIONS = Set.of(
            "Identifier", "Literal", "Binary", "Unary", "Member", "Index", "Call", "Conditional", "Array", "Object", "Template", "New");
    private static final Set<String> STATEMENTS = Set.of("ExpressionStatement", "If", "For", "ForOf", "While", "Try", "Switch", "Block");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>");
    private static final List<String> COMPARISONS = List.of("<", ">", "<=", ">=", "===", "!==", "==", "!=");

    private final Chance chance;

    private Mutator(Chance chance) {
        this.chance = chance;
    }

    /** The program with one to four changes; empty where none of those tried gave a valid program. */
    static Optional<String> mutate(String source, Chance chance) {
        var mutator = new Mutator(chance);
        String text = source;
        int wanted = chance.between(1, 4);
        for (int tries = 0; wanted > 0 && tries < 20; tries++) {
            String candidate = mutator.mutateOnce(text);
            if (!candidate.equals(text) && ProgramTree.parses(candidate)) {
                text = candidate;
                wanted--;
            }
        }
        return text.equals(source) ? Optional.empty() : Optional.of(text);
    }

    private String mutateOnce(String text) {
        var expressions = new ArrayList<SyntaxNode>();
        var statements = new ArrayList<SyntaxNode>();
        ProgramTree.forEach(ProgramTree.of(text), text, node -> {
            if (EXPRESSIONS.contains(node.kind())) {
                expressions.add(node);
            } else if (STATEMENTS.contains(node.kind())) {
                statements.add(node);
            }
        });
        if (!statements.isEmpty() && chance.oneIn(3)) {
            return mutateStatement(text, chance.of(statements));
        }
        return expressions.isEmpty() ? text : mutateExpression(text, chance.of(expressions), expressions);
    }

    private String mutateStatement(String text, SyntaxNode node) {
        String statement = ProgramTree.text(node, text);
        String changed = switch (chance.below(5)) {
            case 0 -> "";
            case 1 -> statement + ";\n" + statement;
            case 2 -> "for (let $i = 0; $i < 60; $i++) { " + statement + " }";
            case 3 -> "try { " + statement + " } catch ($e) { if (typeof $e === 'string') throw $e; }";
            default -> "if (typeof globalThis.$n === 'undefined' || globalThis.$n % 7) { " + statement + " } globalThis.$n = (globalThis.$n | 0) + 1;";
        };
        return text.substring(0, node.start()) + changed + text.substring(node.end());
    }

    private String mutateExpression(String text, SyntaxNode node, List<SyntaxNode> others) {
        String expression = ProgramTree.text(node, text);
        String changed = switch (chance.below(7)) {
            case 0 -> {
                SyntaxNode other = chance.of(others);
                yield "(" + ProgramTree.text(other, text) + ")";
            }
            case 1 -> chance.of(
                    "0", "-0", "1", "NaN", "0.5", "2147483647", "-2147483648", "4294967295", "'7'", "''", "undefined", "null", "true", "[]", "({ x: 1 })");
            case 2 -> "(" + expression + chance.of(" | 0", " + 1", " * -1", " + ''", " >>> 0", " % 3") + ")";
            case 3 -> "({ valueOf() { return " + expression + "; } })";
            default -> switch (node.kind()) {
                case "Binary" -> withOtherOperator(text, node);
                case "Literal" -> otherNumber(expression);
                default -> "(" + expression + ")";
            };
        };
        return text.substring(0, node.start()) + changed + text.substring(node.end());
    }

    private String withOtherOperator(String text, SyntaxNode node) {
        SyntaxNode left = node.children().getFirst();
        SyntaxNode right = node.children().getLast();
        String operator = ARITHMETIC.contains(node.label())
                ? chance.of(ARITHMETIC)
                : COMPARISONS.contains(node.label()) ? chance.of(COMPARISONS) : node.label();
        return "((" + ProgramTree.text(left, text) + ") " + operator + " (" + ProgramTree.text(right, text) + "))";
    }

    private String otherNumber(String literal) {
        try {
            double value = Double.parseDouble(literal);
            return "(" + literal + chance.of(" + 1", " - 1", " * 2", " / 2", " * -1") + (value > 1000 ? " / 100" : "") + ")";
        } catch (NumberFormatException notANumber) {
            return chance.of("''", "'x'", "1");
        }
    }
}
