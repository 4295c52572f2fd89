package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Type;

/**
 * String dispatch: a chain of comparisons of one string with constants, as a switch makes it, looks the string up among the interned
 * ones first. Constants are interned, so that each comparison is one of words then.
 */
public final class StringDispatch implements Pass {
    /** Fewer comparisons than this cost less than the look-up of a string that is not interned. */
    private static final int MIN_COMPARISONS = 4;

    @Override
    public String name() {
        return "string-dispatch";
    }

    @Override
    public String purpose() {
        return "Compares one string with many constants by address.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        Map<Node, List<Node>> comparisons = new LinkedHashMap<>();
        for (Block block : graph.blocks()) {
            for (Node node : block.nodes()) {
                if (node.is(Operator.StringEqual) && constant(node) != null) {
                    comparisons.computeIfAbsent(compared(node).base(), _ -> new ArrayList<>()).add(node);
                }
            }
        }
        boolean changed = false;
        DominatorTree dominators = null;
        for (List<Node> chain : comparisons.values()) {
            if (chain.size() >= MIN_COMPARISONS) {
                dominators = dominators == null ? new DominatorTree(graph) : dominators;
                changed |= dispatch(graph, dominators, chain, notes);
            }
        }
        if (changed) {
            graph.applyReplacements();
        }
    }

    /** The operand that is a constant string, and interned as all of them are. */
    private static Node constant(Node comparison) {
        for (Node input : comparison.inputs()) {
            if (input.is(Operator.Constant) && input.type().isSubtypeOf(Type.STRING)) {
                return input;
            }
        }
        return null;
    }

    private static Node compared(Node comparison) {
        return comparison.input(0) == constant(comparison) ? comparison.input(1) : comparison.input(0);
    }

    private static boolean dispatch(Graph graph, DominatorTree dominators, List<Node> chain, PassNotes notes) {
        // Blocks stand behind those that dominate them: whoever comes first is the only one that may dominate all.
        Node first = chain.getFirst();
        List<Node> behind = chain.stream().filter(node -> dominators.dominates(first.block(), node.block())).toList();
        if (behind.size() < MIN_COMPARISONS) {
            notes.didNot(first, "no comparison with v" + compared(first).id() + " comes before " + MIN_COMPARISONS + " of them");
            return false;
        }
        Node interned = graph.newNode(Operator.InternString, compared(first));
        interned.setOrigin(first.origin()).setState(first.state());
        List<Node> nodes = first.block().nodes();
        interned.moveTo(first.block());
        nodes.add(nodes.indexOf(first), interned);
        for (Node node : behind) {
            Node same = graph.newNode(Operator.SameWord, interned, constant(node));
            same.setOrigin(node.origin());
            same.moveTo(node.block());
            List<Node> there = node.block().nodes();
            there.set(there.indexOf(node), same);
            node.replaceBy(same);
            node.moveTo(null);
            notes.did(node, "compares the address of the interned string v" + interned.id());
        }
        return true;
    }
}
