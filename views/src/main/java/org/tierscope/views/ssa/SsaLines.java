package org.tierscope.views.ssa;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tierscope.record.proto.PassNote;
import org.tierscope.session.Pass;
import org.tierscope.session.Selection;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeTokens;
import org.tierscope.views.ssa.PassPicture.Change;

/** Graphs and what passes say about them, as lines of text. */
final class SsaLines {
    private SsaLines() {
    }

    /** Block after block; keys are node ids. */
    static List<CodeLine> graph(int compilationId, PassPicture picture) {
        List<CodeLine> lines = new ArrayList<>();
        for (PassPicture.Block block : picture.blocks()) {
            String successors = block.successors().stream().map(id -> "b" + id).collect(Collectors.joining(" "));
            lines.add(CodeLine.of("block " + block.id()).style("line-head")
                    .add(block.title(), "code-label")
                    .add(successors.isEmpty() ? "" : "  → " + successors, "code-muted")
                    .add(block.note().isEmpty() ? "" : "  " + block.note(), "code-muted")
                    .target(new Selection.Block(compilationId, block.id())).build());
            for (PassPicture.Line line : block.lines()) {
                CodeLine.Builder builder = CodeLine.of(line.nodeId())
                        .add(sign(line.change()), "code-muted").addAll(line.spans())
                        .target(new Selection.Node(compilationId, line.nodeId()));
                switch (line.change()) {
                    case ADDED -> builder.style("line-added");
                    case REMOVED -> builder.style("line-removed");
                    case CHANGED -> builder.style("line-changed");
                    case SAME -> { }
                }
                lines.add(builder.build());
            }
        }
        return lines;
    }

    private static String sign(Change change) {
        return switch (change) {
            case SAME -> "  ";
            case ADDED -> "+ ";
            case REMOVED -> "− ";
            case CHANGED -> "~ ";
        };
    }

    /** What the pass is for, what it changed in numbers, and each thing it did or gave up. */
    static List<CodeLine> notes(int compilationId, Pass pass, PassPicture picture) {
        List<CodeLine> lines = new ArrayList<>();
        lines.add(CodeLine.of("description").add(pass.event().getDescription(), "code-comment").build());
        int added = picture.count(Change.ADDED);
        int removed = picture.count(Change.REMOVED);
        int changed = picture.count(Change.CHANGED);
        if (added + removed + changed > 0) {
            lines.add(CodeLine.of("numbers").add("%d added, %d removed, %d changed".formatted(added, removed, changed),
                    "code-muted").build());
        }
        int index = 0;
        for (PassNote note : pass.event().getNotesList()) {
            CodeLine.Builder line = CodeLine.of(note.getNodeId() == 0 ? "note at " + index : "note " + note.getNodeId())
                    .add(note.getActed() ? "✓ " : "· ", note.getActed() ? "code-type" : "code-muted")
                    .addAll(CodeTokens.operands(note.getText()));
            if (note.getNodeId() != 0) {
                line.target(new Selection.Node(compilationId, note.getNodeId()));
            }
            lines.add(line.build());
            index++;
        }
        return lines;
    }
}
