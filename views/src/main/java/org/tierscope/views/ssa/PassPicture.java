package org.tierscope.views.ssa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.session.Pass;
import org.tierscope.session.PassDiff;
import org.tierscope.views.control.CodeSpan;
import org.tierscope.views.control.GraphText;

/**
 * The graph after a pass as blocks of lines, with what the pass has changed: nodes it added, changed, or removed (these
 * stand, crossed out, where they were). The same lines are drawn as graph and listed as text.
 */
record PassPicture(List<Block> blocks) {

    enum Change { SAME, ADDED, REMOVED, CHANGED }

    record Line(int nodeId, List<CodeSpan> spans, Change change) {
        int length() {
            return spans.stream().mapToInt(span -> span.text().length()).sum();
        }
    }

    record Block(int id, String title, String note, List<Integer> successors, boolean deferred, List<Line> lines) {
    }

    /** @param before the graph that the pass began with; an empty one shows everything as it is */
    static PassPicture of(Pass pass, Graph before) {
        Graph graph = pass.graph();
        PassDiff diff = before.getNodesCount() == 0 ? PassDiff.between(graph, graph) : PassDiff.between(before, graph);
        Map<Integer, Change> changes = new HashMap<>();
        diff.added().forEach(node -> changes.put(node.getId(), Change.ADDED));
        diff.changed().forEach(change -> changes.put(change.after().getId(), Change.CHANGED));
        Map<Integer, GraphNode> nodes = byId(graph);
        Map<Integer, GraphNode> removed = diff.removed().stream().collect(Collectors.toMap(GraphNode::getId, n -> n));
        Map<Integer, GraphBlock> blocksBefore = before.getBlocksList().stream()
                .collect(Collectors.toMap(GraphBlock::getId, b -> b));
        List<Block> blocks = new ArrayList<>();
        Set<Integer> present = new HashSet<>();
        for (GraphBlock block : graph.getBlocksList()) {
            present.add(block.getId());
            List<Integer> order = merged(block, blocksBefore.get(block.getId()), removed);
            List<Line> lines = order.stream()
                    .map(id -> nodes.containsKey(id)
                            ? new Line(id, GraphText.node(nodes.get(id)), changes.getOrDefault(id, Change.SAME))
                            : new Line(id, GraphText.node(removed.get(id)), Change.REMOVED))
                    .toList();
            blocks.add(new Block(block.getId(), GraphText.blockTitle(block), note(block), block.getSuccessorsList(),
                    block.getDeferred(), lines));
        }
        return new PassPicture(List.copyOf(blocks));
    }

    private static Map<Integer, GraphNode> byId(Graph graph) {
        return graph.getNodesList().stream().collect(Collectors.toMap(GraphNode::getId, n -> n, (a, b) -> b));
    }

    private static String note(GraphBlock block) {
        String frequency = block.getFrequency() <= 0 || block.getFrequency() == 1 ? ""
                : "×%.4g".formatted(block.getFrequency());
        return frequency;
    }

    /** The nodes of a block in order, with removed ones behind the node that they followed. */
    private static List<Integer> merged(GraphBlock after, GraphBlock before, Map<Integer, GraphNode> removed) {
        List<Integer> order = new ArrayList<>(after.getNodesList());
        if (before == null) {
            return order;
        }
        int place = 0;
        for (int id : before.getNodesList()) {
            int now = order.indexOf(id);
            if (now >= 0) {
                place = now + 1;
            } else if (removed.containsKey(id)) {
                order.add(place++, id);
            }
        }
        return order;
    }

    int count(Change change) {
        return (int) blocks.stream().flatMap(block -> block.lines().stream())
                .filter(line -> line.change() == change).count();
    }
}
