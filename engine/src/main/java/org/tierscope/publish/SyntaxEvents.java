package org.tierscope.publish;

import java.util.List;
import java.util.Optional;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.SyntaxErrorException;
import org.tierscope.frontend.SyntaxNode;
import org.tierscope.record.proto.SyntaxTree;

/** What the parser makes of a source text, as an event. */
final class SyntaxEvents {
    /** Trees of larger texts would take more of a recording than all else. */
    private static final int MAX_CHARACTERS = 1 << 20;

    /** What several of these accept has the same tree in each. */
    private static final List<CompileMode> MODES = List.of(CompileMode.COMMONJS, CompileMode.MODULE, CompileMode.EVAL);

    private SyntaxEvents() {}

    /** Empty where the text is too large. */
    static Optional<SyntaxTree> of(SourceText source, int sourceId) {
        if (source.text().length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        return MODES.stream().flatMap(mode -> parsed(source, mode).stream()).findFirst().map(root -> {
            var tree = SyntaxTree.newBuilder().setSourceId(sourceId);
            add(root, 0, tree);
            return tree.build();
        });
    }

    private static Optional<SyntaxNode> parsed(SourceText source, CompileMode mode) {
        try {
            return Optional.of(org.tierscope.frontend.SyntaxTree.of(source, mode));
        } catch (SyntaxErrorException e) {
            return Optional.empty();
        }
    }

    private static void add(SyntaxNode node, int depth, SyntaxTree.Builder tree) {
        tree.addNodes(org.tierscope.record.proto.SyntaxNode.newBuilder()
                .setDepth(depth)
                .setKind(node.kind())
                .setLabel(node.label())
                .setStart(node.start())
                .setEnd(node.end()));
        node.children().forEach(child -> add(child, depth + 1, tree));
    }
}
