package org.tierscope.session.text;

import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.record.proto.SyntaxNode;
import org.tierscope.record.proto.SyntaxTree;
import org.tierscope.session.Moment;

/** The syntax tree, one node per line, indented by depth, with its place in the source. */
final class AstText {

    private AstText() {
    }

    static void render(Moment moment, Filter filter, Lines out) {
        for (SourceLoaded source : moment.sources()) {
            moment.syntaxTree(source.getSourceId()).ifPresent(tree -> {
                if (filter.function().isEmpty()) {
                    out.gap();
                    out.add(source.getPath());
                }
                filter.function().ifPresentOrElse(
                        name -> filter.functions(moment).stream()
                                .filter(f -> f.getSourceId() == source.getSourceId())
                                .forEach(f -> tree(tree, source.getText(), f.getStart(), f.getEnd(), out)),
                        () -> tree(tree, source.getText(), 0, Integer.MAX_VALUE, out));
            });
        }
    }

    private static void tree(SyntaxTree tree, String text, int start, int end, Lines out) {
        int root = -1;
        for (SyntaxNode node : tree.getNodesList()) {
            if (node.getStart() >= start && node.getEnd() <= end) {
                root = root < 0 ? node.getDepth() : root;
                out.add("%s%s%s  %s", "  ".repeat(Math.max(0, node.getDepth() - root) + 1), node.getKind(),
                        node.getLabel().isEmpty() ? "" : " " + node.getLabel(), place(text, node));
            }
        }
    }

    /** Line and column of both ends: {@code 3:3–3:15}. */
    private static String place(String text, SyntaxNode node) {
        return lineAndColumn(text, node.getStart()) + "–" + lineAndColumn(text, node.getEnd());
    }

    private static String lineAndColumn(String text, int offset) {
        int at = Math.min(offset, text.length());
        int line = 1;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line + ":" + (at - text.lastIndexOf('\n', at - 1));
    }
}
