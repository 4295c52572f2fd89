package org.tierscope.tests.fuzz;

import java.util.function.Consumer;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.SyntaxErrorException;
import org.tierscope.frontend.SyntaxNode;
import org.tierscope.frontend.SyntaxTree;

/** Syntax trees of programs that are cut and changed as text. */
final class ProgramTree {
    private ProgramTree() {}

    static SyntaxNode of(String source) {
        return SyntaxTree.of(new SourceText(0, "fuzz.js", source), CompileMode.SCRIPT);
    }

    static boolean parses(String source) {
        try {
            of(source);
            return true;
        } catch (SyntaxErrorException e) {
            return false;
        }
    }

    static String text(SyntaxNode node, String source) {
        return source.substring(node.start(), node.end());
    }

    /** All nodes below that stand for a piece of text, outer ones first. */
    static void forEach(SyntaxNode node, String source, Consumer<SyntaxNode> action) {
        for (SyntaxNode child : node.children()) {
            if (child.end() > child.start() && child.end() <= source.length()) {
                action.accept(child);
            }
            forEach(child, source, action);
        }
    }
}
