package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * One sweep over a graph in block order that may put another node in place of each, and new nodes before it.
 * Operands are up to date when a node is visited, except those of phis that come around a loop.
 */
public abstract class GraphRewriter {
    private final Graph graph;
    private List<Node> output;
    private Block block;
    private Node current;
    private boolean changed;
    private int sweep;

    protected GraphRewriter(Graph graph) {
        this.graph = graph;
    }

    /** What stands for {@code node} from now on: itself, an older node, or one made by {@link #emit}. */
    protected abstract Node rewrite(Node node);

    /** Called before the nodes of each block, in graph order. */
    protected void enter(Block block) {}

    /** Whether anything was replaced. */
    public final boolean run() {
        sweep = graph.nextSweep();
        for (Block each : graph.blocks()) {
            block = each;
            output = new ArrayList<>(each.nodes().size());
            enter(each);
            for (Node phi : each.phis()) {
                visit(phi, false);
            }
            for (Node node : each.nodes().toArray(new Node[0])) {
                visit(node, true);
            }
            visit(each.terminator(), false);
            each.nodes().clear();
            each.nodes().addAll(output);
        }
        if (changed) {
            graph.applyReplacements();
        }
        return changed;
    }

    private void visit(Node node, boolean keep) {
        current = node;
        for (int i = 0; i < node.inputCount(); i++) {
            if (node.input(i).isReplaced()) {
                node.setInput(i, node.input(i).resolved());
            }
        }
        Node result = rewrite(node);
        if (result != node) {
            changed = true;
            node.replaceBy(result);
            node.setBlock(null);
        } else if (keep) {
            output.add(node);
        }
    }

    /** Whether {@code state} comes up for the first time; if not, its callers have come up too. */
    protected final boolean isFirst(FrameState state) {
        return state.isFirstIn(sweep);
    }

    protected final Graph graph() {
        return graph;
    }

    protected final Block block() {
        return block;
    }

    protected final void markChanged() {
        changed = true;
    }

    /** A new node before the one being visited, with its origin, state and, for guards, reason. */
    protected final Node emit(Operator operator, List<?> parameters, Node... inputs) {
        Node node = graph.newNode(operator, parameters, inputs);
        node.setOrigin(current.origin());
        if (node.effects().has(Effects.EXITS | Effects.CALLS | Effects.THROWS)) {
            node.setState(current.state());
        }
        if (current.reason() != null && node.effects().exits()) {
            node.setReason(current.reason());
        }
        node.setBlock(block);
        output.add(node);
        return node;
    }

    protected final Node emit(Operator operator, Node... inputs) {
        return emit(operator, List.of(), inputs);
    }

    protected final Node int32(int value) {
        return emit(Operator.ConstantInt32, List.of(value));
    }

    protected final Node float64(double value) {
        return emit(Operator.ConstantFloat64, List.of(value));
    }

    protected final Node bool(boolean value) {
        return emit(Operator.ConstantBool, List.of(value));
    }

    /** A copy of {@code node} that stands here and is known to be of {@code type}. */
    protected final Node refine(Node node, Type type) {
        Node refined = graph.newRefinement(node, type);
        refined.setOrigin(current.origin());
        refined.setBlock(block);
        output.add(refined);
        return refined;
    }
}
