package org.tierscope.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks what must be true of every graph between passes: block structure, SSA dominance, representations,
 * frame states, and that nothing with a side effect stands between a state and the node that uses it.
 */
public final class GraphVerifier {
    private final Graph graph;
    private final List<String> errors = new ArrayList<>();
    private final Block[] blockOf;
    private final int[] positionOf;
    private DominatorTree dominators;

    private GraphVerifier(Graph graph) {
        this.graph = graph;
        this.blockOf = new Block[graph.nodeIds()];
        this.positionOf = new int[graph.nodeIds()];
    }

    /** What is wrong, a sentence each; empty if nothing is. */
    public static List<String> check(Graph graph) {
        var verifier = new GraphVerifier(graph);
        verifier.checkBlocks();
        if (verifier.errors.isEmpty()) {
            verifier.dominators = new DominatorTree(graph);
            graph.blocks().forEach(verifier::checkNodes);
            graph.blocks().forEach(verifier::checkSideEffects);
            graph.forEachNode(verifier::checkGuess);
        }
        return verifier.errors;
    }

    /**
     * @param when the pass that ran last, for the message
     * @throws IllegalStateException lists what is wrong
     */
    public static void verify(Graph graph, String when) {
        List<String> errors = check(graph);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(
                    "invalid graph after " + when + ":\n" + String.join("\n", errors) + "\n"
                            + GraphPrinter.print(graph));
        }
    }

    private void error(Object where, String what) {
        errors.add((where instanceof Node node ? GraphPrinter.print(node) : where) + ": " + what);
    }

    private void checkBlocks() {
        var ids = new HashSet<Integer>();
        var blocks = new HashSet<>(graph.blocks());
        if (!graph.entry().predecessors().isEmpty()) {
            error(graph.entry(), "the entry has predecessors");
        }
        for (Block block : graph.blocks()) {
            if (block.terminator() == null || !block.terminator().operator().isTerminator()) {
                error(block, "does not end in a terminator");
                continue;
            }
            if (block != graph.entry() && block.predecessors().isEmpty()) {
                error(block, "cannot be reached");
            }
            checkEdges(block, blocks);
            int position = 0;
            for (Node node : block.phis()) {
                place(node, block, 0, ids);
                if (!node.is(Operator.Phi)) {
                    error(node, "stands among the phis");
                }
            }
            for (Node node : block.nodes()) {
                place(node, block, ++position, ids);
                if (node.is(Operator.Phi) || node.operator().isTerminator()) {
                    error(node, "stands in the middle of " + block);
                }
            }
            place(block.terminator(), block, ++position, ids);
        }
    }

    private void checkGuess(Node node) {
        if (graph.isGeneric() && node.reason() != null && node.reason().isMisspeculation()) {
            error(node, "guesses, in code that makes no guesses");
        }
    }

    private void checkEdges(Block block, Set<Block> blocks) {
        Block[] successors = block.successors();
        if (successors.length != block.terminator().operator().targetCount()) {
            error(block.terminator(), "has " + successors.length + " targets");
        }
        for (Block successor : successors) {
            if (!blocks.contains(successor)) {
                error(block, "leads to " + successor + ", which is not in the graph");
            } else if (!successor.predecessors().contains(block)) {
                error(block, "is no predecessor of its successor " + successor);
            } else if (successors.length > 1 && successor.predecessors().size() > 1) {
                error(block, "has a critical edge to " + successor);
            }
        }
        for (Block predecessor : block.predecessors()) {
            if (!blocks.contains(predecessor) || !List.of(predecessor.successors()).contains(block)) {
                error(block, "has the predecessor " + predecessor + ", which does not lead to it");
            }
        }
    }

    private void place(Node node, Block block, int position, Set<Integer> ids) {
        if (!ids.add(node.id())) {
            error(node, "its id is used twice");
        }
        if (node.block() != block) {
            error(node, "believes to be in " + node.block() + ", stands in " + block);
        }
        blockOf[node.id()] = block;
        positionOf[node.id()] = position;
    }

    private void checkNodes(Block block) {
        for (Node phi : block.phis()) {
            checkPhi(phi, block);
        }
        for (Node node : block.nodes()) {
            checkNode(node);
        }
        checkNode(block.terminator());
    }

    private void checkPhi(Node phi, Block block) {
        if (phi.inputCount() != block.predecessors().size()) {
            error(phi, "has " + phi.inputCount() + " operands for " + block.predecessors().size() + " predecessors");
            return;
        }
        for (int i = 0; i < phi.inputCount(); i++) {
            Node input = phi.input(i);
            Block predecessor = block.predecessors().get(i);
            if (!defined(phi, input)) {
                continue;
            }
            if (!dominators.dominates(blockOf[input.id()], predecessor)) {
                error(phi, "operand v" + input.id() + " is not there at the end of " + predecessor);
            }
            if (input.representation() != phi.representation()) {
                error(phi, "operand v" + input.id() + " is " + input.representation());
            }
        }
    }

    private void checkNode(Node node) {
        Operator operator = node.operator();
        if (!operator.inputs().accepts(node.inputCount())) {
            error(node, "has " + node.inputCount() + " operands");
            return;
        }
        if (operator.parameters().size() != node.parameters().length) {
            error(node, "has " + node.parameters().length + " parameters");
        }
        for (int i = 0; i < node.inputCount(); i++) {
            Node input = node.input(i);
            if (defined(node, input)) {
                checkAvailable(node, input);
                Representation expected = expected(node, i);
                if (expected != null && input.representation() != expected) {
                    error(node, "operand v" + input.id() + " is " + input.representation() + ", not " + expected);
                }
            }
        }
        if (!node.type().isSubtypeOf(operator.type())) {
            error(node, "its type is wider than its operator's");
        }
        checkState(node);
    }

    private static Representation expected(Node node, int index) {
        if (node.is(Operator.CallRuntime)) {
            var arguments = node.runtimeOperation().arguments();
            return index < arguments.size() ? arguments.get(index) : Representation.NONE;
        }
        return node.operator().inputs().at(index);
    }

    private boolean defined(Node user, Node input) {
        if (input == null) {
            error(user, "has no operand where one is needed");
            return false;
        }
        if (input.id() >= blockOf.length || blockOf[input.id()] == null || input.block() == null) {
            error(user, "uses v" + input.id() + ", which is not in the graph");
            return false;
        }
        if (input.is(Operator.VirtualObject) && user.inputs().contains(input)) {
            error(user, "computes with the virtual object v" + input.id());
            return false;
        }
        if (input.representation() == Representation.NONE) {
            error(user, "uses v" + input.id() + ", which has no value");
            return false;
        }
        return true;
    }

    private void checkAvailable(Node user, Node input) {
        Block defining = blockOf[input.id()];
        Block using = blockOf[user.id()];
        boolean available = defining == using
                ? input.is(Operator.Phi) || positionOf[input.id()] < positionOf[user.id()]
                : dominators.dominates(defining, using);
        if (!available) {
            error(user, "uses v" + input.id() + " before it is there");
        }
    }

    private void checkState(Node node) {
        boolean needed = node.effects().has(Effects.EXITS | Effects.CALLS | Effects.THROWS)
                || node.is(Operator.Checkpoint);
        if (needed != (node.state() != null)) {
            error(node, needed ? "needs a frame state" : "has a frame state that it cannot use");
        }
        if (node.effects().exits() != (node.reason() != null)) {
            error(node, "reason and exit do not go together");
        }
        if (node.state() == null) {
            return;
        }
        var described = new HashSet<Node>();
        node.state().objects().forEach(object -> described.add(object.identity()));
        node.state().forEachValue(value -> {
            if (defined(node, value)) {
                checkAvailable(node, value);
                if (value.representation() == Representation.RAW) {
                    error(node, "its state holds the raw address v" + value.id());
                }
                if (value.is(Operator.VirtualObject) && !described.contains(value)) {
                    error(node, "its state does not say what v" + value.id() + " is");
                }
            }
        });
        for (VirtualObject object : node.state().objects()) {
            if (!object.identity().is(Operator.VirtualObject)) {
                error(node, "its state describes v" + object.identity().id() + ", which is no virtual object");
            }
        }
        for (FrameState state = node.state(); state != null; state = state.caller()) {
            if (state.caller() == null && state.function() != graph.function()) {
                error(node, "its state's outermost frame is of function " + state.function());
            }
        }
    }

    /**
     * A guard after a side effect must not lead back to the bytecode that had the effect: it would happen
     * twice. In another copy of a loop's body that bytecode is the next iteration's.
     */
    private void checkSideEffects(Block block) {
        var done = new ArrayList<Node>();
        for (Node node : block.nodes()) {
            checkNotRepeated(node, done);
            if (node.effects().hasSideEffect()) {
                done.add(node);
            }
        }
        checkNotRepeated(block.terminator(), done);
    }

    private void checkNotRepeated(Node node, List<Node> done) {
        if (!node.effects().exits() || done.isEmpty()) {
            return;
        }
        Node last = done.getLast();
        boolean sameIteration = last.origin() == null || node.origin() == null || last.origin().copy() == node.origin().copy();
        if (last.origin() != null && sameIteration && repeats(node.state(), last.origin())) {
            error(node, "would repeat the side effect of v" + last.id());
        }
    }

    private static boolean repeats(FrameState state, Origin origin) {
        Origin at = origin;
        while (at.depth() > state.depth()) {
            at = at.caller();
        }
        if (at.depth() < state.depth()) {
            return false;
        }
        FrameState frame = state;
        while (frame != null) {
            if (frame.function() != at.function() || frame.pc() != at.pc()) {
                return false;
            }
            frame = frame.caller();
            at = at.caller();
        }
        return true;
    }
}
