package org.tierscope.views.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.NodeFlag;

/** How nodes and blocks of a graph are written, in every view. */
public final class GraphText {
    private GraphText() {
    }

    /** {@code  v3, v4 [packed int32]}: inputs and attributes with a space in front; empty if there are none. */
    public static String operands(GraphNode node) {
        String inputs = node.getInputsList().stream().map(id -> "v" + id).collect(Collectors.joining(", "));
        String attributes = node.getAttributes().isEmpty() ? "" : "[" + node.getAttributes() + "]";
        String both = (inputs + " " + attributes).strip();
        return both.isEmpty() ? "" : " " + both;
    }

    /** {@code v5 = AddInt32 v3, v4 : int32}. */
    public static List<CodeSpan> node(GraphNode node) {
        List<CodeSpan> spans = new ArrayList<>();
        if (hasValue(node)) {
            spans.add(new CodeSpan("v" + node.getId(), "code-register"));
            spans.add(new CodeSpan(" = ", "code-muted"));
        }
        spans.add(new CodeSpan(node.getOp(), style(node)));
        String inputs = node.getInputsList().stream().map(id -> "v" + id).collect(Collectors.joining(", "));
        if (!inputs.isEmpty()) {
            spans.add(new CodeSpan(" ", ""));
            spans.addAll(CodeTokens.operands(inputs));
        }
        if (!node.getAttributes().isEmpty()) {
            spans.add(new CodeSpan(" [" + node.getAttributes() + "]", "code-string"));
        }
        if (!node.getType().isEmpty()) {
            spans.add(new CodeSpan(" : " + node.getType(), "code-type"));
        }
        return spans;
    }

    /** Whether others can use it. */
    public static boolean hasValue(GraphNode node) {
        return !isSet(node, NodeFlag.CONTROL)
                && (!node.getType().isEmpty() || node.getRepresentationValue() != 0);
    }

    private static String style(GraphNode node) {
        if (isSet(node, NodeFlag.GUARD)) {
            return "code-deopt";
        }
        if (isSet(node, NodeFlag.CONTROL)) {
            return "code-label";
        }
        return isSet(node, NodeFlag.PHI) ? "code-function" : "code-keyword";
    }

    public static boolean isSet(GraphNode node, NodeFlag flag) {
        return (node.getFlags() & flag.getNumber()) != 0;
    }

    /** {@code b2 loop ← b0 b4}. */
    public static String blockTitle(GraphBlock block) {
        StringBuilder title = new StringBuilder("b" + block.getId());
        if (block.getLoopHeader()) {
            title.append("  loop");
        }
        if (block.getDeferred()) {
            title.append("  rare");
        }
        return title.toString();
    }
}
