package org.tierscope.ir;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a graph as text that {@link GraphParser} reads back.
 *
 * <pre>
 * graph add function=3 entry=0 slots=2
 * b0:
 *   v0 = Parameter[0] : Value
 *   v1 = CheckInt32 v0 !NOT_INT32 @s0
 *   v2 = Jump b1
 * b1 &lt;- b0 b2:
 *   v3 = Phi:INT32 v1 v5 : Int32(0..9)
 *   …
 * s0: f3@0 regs=2 {-1=v7 0=v0}
 * s1: f4@5 in s0 window=4 args=1 construct handled regs=1 {0=v3} v7:300{v3 - v7}
 * </pre>
 *
 * <p>Behind a state's registers: the virtual objects in it, each with its shape (0 for none) and fields, - for one never written.
 *
 * <p>A node: id, operator, constant parameters in brackets, operands, targets, reason (behind !), state,
 * type where it is narrower than the operator's, and, if asked for, origin (behind ;).
 */
public final class GraphPrinter {
    private final boolean origins;
    private final StringBuilder text = new StringBuilder();
    private final Map<FrameState, Integer> states = new IdentityHashMap<>();
    private final List<FrameState> stateOrder = new ArrayList<>();

    private GraphPrinter(boolean origins) {
        this.origins = origins;
    }

    public static String print(Graph graph) {
        return new GraphPrinter(false).graph(graph);
    }

    public static String printWithOrigins(Graph graph) {
        return new GraphPrinter(true).graph(graph);
    }

    /** One node, without its state. */
    public static String print(Node node) {
        var printer = new GraphPrinter(false);
        printer.node(node, false);
        return printer.text.toString();
    }

    private String graph(Graph graph) {
        text.append("graph ").append(graph.name().isEmpty() ? "anonymous" : graph.name());
        text.append(" function=").append(graph.function());
        text.append(" entry=").append(graph.entryPc());
        text.append(" slots=").append(graph.frameSlots()).append('\n');
        for (Block block : graph.blocks()) {
            text.append(block);
            if (!block.predecessors().isEmpty()) {
                text.append(" <-");
                block.predecessors().forEach(predecessor -> text.append(' ').append(predecessor));
            }
            text.append(":\n");
            block.phis().forEach(this::line);
            block.nodes().forEach(this::line);
            line(block.terminator());
        }
        for (int i = 0; i < stateOrder.size(); i++) {
            state(i, stateOrder.get(i));
        }
        return text.toString();
    }

    private void line(Node node) {
        text.append("  ");
        node(node, true);
        text.append('\n');
    }

    private void node(Node node, boolean withState) {
        Operator operator = node.operator();
        text.append('v').append(node.id()).append(" = ").append(operator);
        if (operator == Operator.Phi || operator == Operator.Refine) {
            text.append(':').append(node.representation());
        }
        var kinds = operator.parameters();
        for (int i = 0; i < kinds.size(); i++) {
            text.append(i == 0 ? "[" : " ").append(kinds.get(i).format(node.parameter(i)));
        }
        text.append(kinds.isEmpty() ? "" : "]");
        for (Node input : node.inputs()) {
            text.append(input == null ? " ?" : " v" + input.id());
        }
        for (Block target : node.targets()) {
            text.append(' ').append(target);
        }
        if (node.reason() != null) {
            text.append(" !").append(node.reason());
        }
        if (withState && node.state() != null) {
            text.append(" @s").append(number(node.state()));
        }
        if (!node.type().equals(operator.type()) && ConstantType.of(node) != node.type()
                && !node.type().equals(ConstantType.of(node))) {
            text.append(" : ").append(node.type());
        }
        if (origins && node.origin() != null) {
            text.append(" ; ").append(node.origin());
        }
    }

    private int number(FrameState state) {
        Integer known = states.get(state);
        if (known != null) {
            return known;
        }
        if (state.caller() != null) {
            number(state.caller());
        }
        states.put(state, stateOrder.size());
        stateOrder.add(state);
        return stateOrder.size() - 1;
    }

    private void state(int number, FrameState state) {
        text.append('s').append(number).append(": f").append(state.function()).append('@').append(state.pc());
        if (state.caller() != null) {
            text.append(" in s").append(number(state.caller()));
            text.append(" window=").append(state.window()).append(" args=").append(state.argumentCount());
        }
        text.append(state.construct() ? " construct" : "").append(state.handled() ? " handled" : "");
        if (state.argumentsObject() != null) {
            text.append(" arguments=").append(state.argumentsObject().pc()).append(':');
            text.append(state.argumentsObject().registers().stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        text.append(" regs=").append(state.registerCount()).append(" {");
        String separator = "";
        for (int r = FrameState.FIRST_REGISTER; r < state.registerCount(); r++) {
            if (state.value(r) != null) {
                text.append(separator).append(r).append("=v").append(state.value(r).id());
                separator = " ";
            }
        }
        text.append("}");
        for (VirtualObject object : state.objects()) {
            text.append(" v").append(object.identity().id()).append(':').append(object.shape()).append('{');
            text.append(object.fields().stream().map(field -> field == null ? "-" : "v" + field.id())
                    .collect(Collectors.joining(" ")));
            text.append('}');
        }
        text.append('\n');
    }
}
