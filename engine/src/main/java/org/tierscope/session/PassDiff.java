package org.tierscope.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphNode;

/**
 * What is different between two graphs of one compilation. Nodes keep their ids through all passes, so the
 * comparison is exact.
 *
 * @param added nodes that only the later graph has, in its order
 * @param removed nodes that only the earlier graph has, in its order
 * @param changed nodes that both have with another operation, inputs, type, attributes or block
 */
public record PassDiff(List<GraphNode> added, List<GraphNode> removed, List<Change> changed) {

    public record Change(GraphNode before, GraphNode after) {

        /** Only the block is another one. */
        public boolean isMove() {
            return before.getBlock() != after.getBlock()
                    && before.toBuilder().setBlock(after.getBlock()).build().equals(after);
        }
    }

    public static PassDiff between(Graph before, Graph after) {
        if (before == after) {
            return new PassDiff(List.of(), List.of(), List.of());
        }
        Map<Integer, GraphNode> earlier = new HashMap<>();
        before.getNodesList().forEach(node -> earlier.put(node.getId(), node));
        List<GraphNode> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        for (GraphNode node : after.getNodesList()) {
            GraphNode old = earlier.remove(node.getId());
            if (old == null) {
                added.add(node);
            } else if (!old.equals(node)) {
                changed.add(new Change(old, node));
            }
        }
        List<GraphNode> removed = before.getNodesList().stream()
                .filter(node -> earlier.containsKey(node.getId()))
                .toList();
        return new PassDiff(List.copyOf(added), removed, List.copyOf(changed));
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
