package org.tierscope.session.text;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.LiveInterval;
import org.tierscope.record.proto.LiveRange;
import org.tierscope.record.proto.Location;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;

/**
 * Live intervals after register allocation: a line for each value, a column for each instruction; {@code =} where it is in a
 * register, {@code -} where it is in a slot of the frame, a blank in a hole; then its places in order.
 */
final class IntervalsText {
    /** Columns at most: of longer code each stands for several instructions. */
    private static final int MAX_WIDTH = 72;

    private IntervalsText() {}

    static void render(Moment moment, Filter filter, Lines out) {
        moment.compilations().stream()
                .filter(c -> moment.function(c.started().getFunctionId()).filter(f -> filter.shows(f.function())).isPresent())
                .forEach(compilation -> compilation.passes().stream()
                        .filter(pass -> pass.graph().getIntervalsCount() > 0)
                        .forEach(pass -> intervals(moment, compilation, pass, out)));
    }

    private static void intervals(Moment moment, CompilationState compilation, Pass pass, Lines out) {
        out.gap();
        out.add("%s", SsaText.title(moment, compilation));
        Graph graph = pass.graph();
        Map<Integer, String> names = new HashMap<>();
        graph.getNodesList().forEach(node -> names.put(node.getId(), node.getOp()));
        int instructions = 0;
        Map<Integer, GraphNode> nodes = new HashMap<>();
        graph.getNodesList().forEach(node -> nodes.put(node.getId(), node));
        var blocks = new StringBuilder();
        for (GraphBlock block : graph.getBlocksList()) {
            blocks.append("  b").append(block.getId()).append(" from ").append(instructions);
            instructions += 1 + (int) block.getNodesList().stream()
                    .filter(id -> !nodes.get(id).getOp().equals("Phi"))
                    .count();
        }
        out.add("  %d instructions:%s", instructions, blocks);
        int step = Math.max(1, (instructions + MAX_WIDTH - 1) / MAX_WIDTH);
        int width = (instructions + step - 1) / step;
        FunctionLoaded function = moment.function(compilation.started().getFunctionId())
                .map(f -> f.function())
                .orElse(FunctionLoaded.getDefaultInstance());
        for (LiveInterval interval : graph.getIntervalsList()) {
            String name = "v" + interval.getNodeId() + " " + names.getOrDefault(interval.getNodeId(), "");
            out.add("  %-24s |%s| %s", name, bar(interval, width, step), places(interval, function));
        }
    }

    private static String bar(LiveInterval interval, int width, int step) {
        var bar = new StringBuilder(" ".repeat(width));
        for (LiveRange range : interval.getRangesList()) {
            char mark = range.getLocation().getKindCase() == Location.KindCase.MACHINE_REGISTER ? '=' : '-';
            int end = Math.min(width - 1, Math.max(range.getStart(), range.getEnd() - 1) / 2 / step);
            for (int column = range.getStart() / 2 / step; column <= end; column++) {
                bar.setCharAt(column, mark);
            }
        }
        return bar.toString();
    }

    private static String places(LiveInterval interval, FunctionLoaded function) {
        var places = new StringJoiner(", ");
        String last = "";
        for (LiveRange range : interval.getRangesList()) {
            String place = Words.location(range.getLocation(), function);
            if (!place.equals(last)) {
                places.add(place);
            }
            last = place;
        }
        return places.toString();
    }
}
