package org.tierscope.session.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tierscope.record.proto.FrameState;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;

/** A graph as text: blocks, and in them a line per node. */
public final class GraphText {

    private GraphText() {
    }

    public static List<String> of(Graph graph) {
        Map<Integer, GraphNode> nodes = new HashMap<>();
        graph.getNodesList().forEach(node -> nodes.put(node.getId(), node));
        List<String> lines = new ArrayList<>();
        for (GraphBlock block : graph.getBlocksList()) {
            lines.add(header(block));
            block.getNodesList().forEach(id -> {
                if (nodes.containsKey(id)) {
                    lines.add("  " + node(nodes.get(id)));
                }
            });
        }
        for (FrameState state : graph.getFrameStatesList()) {
            lines.add("fs" + state.getId() + ": " + frameState(state));
        }
        return lines;
    }

    /** {@code b1 ← b0 b2 → b2 b3  loop, depth 1}. */
    public static String header(GraphBlock block) {
        StringBuilder text = new StringBuilder("b" + block.getId());
        if (block.getPredecessorsCount() > 0) {
            text.append(" ← ").append(blocks(block.getPredecessorsList()));
        }
        if (block.getSuccessorsCount() > 0) {
            text.append(" → ").append(blocks(block.getSuccessorsList()));
        }
        if (block.getLoopHeader()) {
            text.append("  loop");
        }
        if (block.getLoopDepth() > 0) {
            text.append("  depth ").append(block.getLoopDepth());
        }
        return text.append(block.getDeferred() ? "  deferred" : "").toString();
    }

    /** {@code v19 = AddInt32 v6, v17 (exit on overflow) : int32, fs6}. */
    public static String node(GraphNode node) {
        StringBuilder text = new StringBuilder();
        boolean hasValue = !node.getType().isEmpty() || node.getRepresentationValue() != 0;
        text.append('v').append(node.getId()).append(hasValue ? " = " : "   ").append(node.getOp());
        if (node.getInputsCount() > 0) {
            text.append(' ').append(node.getInputsList().stream().map(id -> "v" + id).collect(Collectors.joining(", ")));
        }
        if (!node.getAttributes().isEmpty()) {
            text.append(" (").append(node.getAttributes()).append(')');
        }
        String representation = Words.representation(node.getRepresentation());
        if (!node.getType().isEmpty()) {
            text.append(" : ").append(node.getType());
            if (!representation.isEmpty() && !node.getType().startsWith(representation)) {
                text.append(" as ").append(representation);
            }
        } else if (!representation.isEmpty()) {
            text.append(" : ").append(representation);
        }
        if (node.getFrameStateId() != 0) {
            text.append(", fs").append(node.getFrameStateId());
        }
        return text.toString();
    }

    private static String frameState(FrameState state) {
        return state.getFramesList().stream()
                .map(frame -> "f" + frame.getFunctionId() + "@" + frame.getPc() + " "
                        + frame.getValuesList().stream()
                                .map(value -> "r" + value.getRegister() + "=" + switch (value.getSourceCase()) {
                                    case NODE_ID -> "v" + value.getNodeId();
                                    case CONSTANT -> value.getConstant();
                                    case REMOVED_OBJECT -> "object " + value.getRemovedObject();
                                    case SOURCE_NOT_SET -> "dead";
                                })
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" / ")) + removedObjects(state);
    }

    /** What the objects are that the code does not allocate: ` | object 0: field 0=v12, field 1=v14`. */
    private static String removedObjects(FrameState state) {
        var text = new StringBuilder();
        for (int i = 0; i < state.getRemovedObjectsCount(); i++) {
            text.append(" | object ").append(i).append(": ").append(state.getRemovedObjects(i).getFieldsList().stream()
                    .map(field -> field.getKey() + "=v" + field.getNodeId()).collect(Collectors.joining(", ")));
        }
        return text.toString();
    }

    private static String blocks(List<Integer> ids) {
        return ids.stream().map(id -> "b" + id).collect(Collectors.joining(" "));
    }
}
