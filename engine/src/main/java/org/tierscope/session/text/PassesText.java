package org.tierscope.session.text;

import java.util.List;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.PassNote;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;
import org.tierscope.session.PassDiff;

/** What each compilation did, pass by pass: time, nodes, notes, changed nodes; and why some were refused. */
final class PassesText {

    private PassesText() {
    }

    static void render(Moment moment, Filter filter, Lines out) {
        for (CompilationState compilation : moment.compilations()) {
            boolean shown = moment.function(compilation.started().getFunctionId())
                    .filter(f -> filter.shows(f.function())).isPresent();
            if (shown && (!compilation.passes().isEmpty() || compilation.refused().isPresent())) {
                out.gap();
                compilation(moment, compilation, filter, out);
            }
        }
    }

    private static void compilation(Moment moment, CompilationState compilation, Filter filter, Lines out) {
        out.add("%s", SsaText.title(moment, compilation));
        compilation.request().ifPresent(request -> out.add("  because %s", request.getWhy()));
        compilation.started().getSpeculationsList().forEach(guess -> out.add("  guess: %s", guess));
        Graph before = Graph.getDefaultInstance();
        for (Pass pass : compilation.passes()) {
            if (filter.shows(pass)) {
                pass(pass, before, out);
            }
            before = pass.graph();
        }
        compilation.refused().ifPresent(refusal -> out.add("  refused: %s%s%s", refusal.getReason(),
                refusal.getDetail().isEmpty() ? "" : ", " + refusal.getDetail(),
                refusal.hasPosition() ? " at " + Words.position(moment, refusal.getPosition()) : ""));
    }

    private static void pass(Pass pass, Graph before, Lines out) {
        PassDiff diff = PassDiff.between(before, pass.graph());
        out.add("  %2d %-24s %6d µs  %4d → %d nodes", pass.index(), pass.name(), pass.micros(),
                pass.nodesBefore(), pass.nodesAfter());
        for (PassNote note : pass.event().getNotesList()) {
            out.add("       %s %s", note.getActed() ? "·" : "✗", note.getText());
        }
        if (before.getNodesCount() == 0) {
            return;
        }
        nodes("-", diff.removed(), out);
        nodes("+", diff.added(), out);
        diff.changed().forEach(change -> out.add("       ~ %s%s", GraphText.node(change.after()),
                change.isMove() ? "  (from b%d to b%d)".formatted(change.before().getBlock(),
                        change.after().getBlock()) : ""));
    }

    private static void nodes(String sign, List<GraphNode> nodes, Lines out) {
        nodes.forEach(node -> out.add("       %s %s", sign, GraphText.node(node)));
    }
}
