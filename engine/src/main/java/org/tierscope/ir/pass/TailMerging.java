package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tierscope.ir.Block;
import org.tierscope.ir.Effects;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;

/**
 * Equal ends of blocks that meet: what all predecessors of a block do last, they do once at its beginning; what it is done with is brought together by
 * phis, as far as it is different. (Cross-jumping, Wulf et al., "The Design of an Optimizing Compiler", 1975, on SSA form.)
 */
public final class TailMerging implements Pass {
    /** Operations of one graph, at most: each one means looking at all uses again. */
    private static final int MAX_MERGES = 100;

    @Override
    public String name() {
        return "tail-merging";
    }

    @Override
    public String purpose() {
        return "Does once, behind the place where ways meet, what all of them do last.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        int merges = 0;
        Set<Block> before = new HashSet<>();
        for (Block block : List.copyOf(graph.blocks())) {
            boolean meets = block.predecessors().size() > 1 && before.containsAll(block.predecessors());
            while (meets && merges < MAX_MERGES && merge(graph, block, notes)) {
                merges++;
            }
            before.add(block);
        }
    }

    private static boolean merge(Graph graph, Block block, PassNotes notes) {
        List<Node> last = block.predecessors().stream().map(TailMerging::lastOf).toList();
        Node first = last.getFirst();
        if (first == null || !isMovable(first) || !last.stream().allMatch(node -> isAlike(first, node))) {
            return false;
        }
        List<Node> phis = block.phis().stream().filter(phi -> phi.inputs().equals(last)).toList();
        boolean isStore = first.effects().writes() != 0;
        if (isStore ? !phis.isEmpty() : phis.isEmpty() || isUsedElsewhere(graph, last, phis)) {
            return false;
        }
        int different = 0;
        for (int k = 0; k < first.inputCount(); k++) {
            if (!isCommon(last, k) && !isSameConstant(last, k)) {
                if (!mayJoin(last, k)) {
                    return false;
                }
                different += existing(block, inputs(last, k)) == null ? 1 : 0;
            }
        }
        // More values to bring together than there were would cost more than is gained.
        if (different > 1) {
            return false;
        }
        move(graph, block, last, phis);
        notes.did(first, last.size() + " blocks end in it: done once behind them");
        return true;
    }

    /** Nothing stands behind it but constants, which are in no order. */
    private static Node lastOf(Block block) {
        if (!block.terminator().is(Operator.Jump)) {
            return null;
        }
        for (Node node : block.nodes().reversed()) {
            if (!node.operator().isConstant()) {
                return node;
            }
        }
        return null;
    }

    private static boolean isMovable(Node node) {
        return node.state() == null
                && node.representation() != Representation.RAW
                && !node.effects().has(Effects.PINNED | Effects.CALLS | Effects.ALLOCATES | Effects.EXITS);
    }

    private static boolean isAlike(Node first, Node node) {
        if (node == null || !node.is(first.operator()) || node.inputCount() != first.inputCount() || node.state() != null
                || node.representation() != first.representation()) {
            return false;
        }
        for (int i = 0; i < first.operator().parameters().size(); i++) {
            if (!first.parameter(i).equals(node.parameter(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUsedElsewhere(Graph graph, List<Node> last, List<Node> phis) {
        boolean[] found = new boolean[1];
        graph.forEachNode(node -> {
            if (!phis.contains(node) && node.inputs().stream().anyMatch(last::contains)) {
                found[0] = true;
            }
            if (node.state() != null) {
                node.state().forEachValue(value -> found[0] |= last.contains(value));
            }
        });
        return found[0];
    }

    private static List<Node> inputs(List<Node> last, int k) {
        return last.stream().map(node -> node.input(k)).toList();
    }

    /** Whether all have the same operand there, which is then known behind them too. */
    private static boolean isCommon(List<Node> last, int k) {
        return last.stream().allMatch(node -> node.input(k) == last.getFirst().input(k));
    }

    /** Constants stand in each block that needs them. */
    private static boolean isSameConstant(List<Node> last, int k) {
        Node first = last.getFirst().input(k);
        return first.operator().isConstant()
                && last.stream().allMatch(node ->
                        node.input(k).is(first.operator()) && node.input(k).parameter(0).equals(first.parameter(0)));
    }

    private static boolean mayJoin(List<Node> last, int k) {
        Representation representation = last.getFirst().input(k).representation();
        return representation != Representation.RAW && representation != Representation.NONE
                && last.stream().allMatch(node -> node.input(k).representation() == representation);
    }

    private static Node existing(Block block, List<Node> inputs) {
        return block.phis().stream().filter(phi -> phi.inputs().equals(inputs)).findFirst().orElse(null);
    }

    private static void move(Graph graph, Block block, List<Node> last, List<Node> phis) {
        Node first = last.getFirst();
        List<Node> constants = new ArrayList<>();
        for (int k = 0; k < first.inputCount(); k++) {
            Node operand = first.input(k);
            if (isSameConstant(last, k)) {
                constants.add(graph.newNode(operand.operator(), List.of(operand.parameter(0))).setOrigin(operand.origin()));
                constants.getLast().setType(operand.type());
                first.setInput(k, constants.getLast());
            } else if (!isCommon(last, k)) {
                first.setInput(k, joined(graph, block, first, inputs(last, k)));
            }
        }
        for (int i = 0; i < last.size(); i++) {
            Node node = last.get(i);
            block.predecessors().get(i).nodes().remove(node);
            if (i > 0) {
                first.setType(first.type().join(node.type()));
                node.moveTo(null);
            }
        }
        block.nodes().addFirst(first);
        first.moveTo(block);
        constants.forEach(constant -> {
            block.nodes().addFirst(constant);
            constant.moveTo(block);
        });
        phis.forEach(phi -> phi.replaceBy(first));
        graph.applyReplacements();
    }

    private static Node joined(Graph graph, Block block, Node user, List<Node> inputs) {
        Node there = existing(block, inputs);
        if (there != null) {
            return there;
        }
        Node phi = graph.newPhi(inputs.getFirst().representation(), inputs.toArray(Node[]::new));
        phi.setOrigin(user.origin());
        phi.setType(inputs.stream().map(Node::type).reduce((a, b) -> a.join(b)).orElseThrow());
        block.append(phi);
        return phi;
    }
}
