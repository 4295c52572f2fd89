package org.tierscope.ir;

import java.util.Set;
import org.tierscope.bytecode.BytecodeFunction.Flag;

/**
 * Makes a graph from bytecode and a snapshot of feedback: SSA construction, speculation on the types, shapes
 * and targets that were seen, and inlining. Where nothing was ever seen, the graph leaves to the interpreter.
 *
 * <p>The result depends on its arguments alone.
 */
public final class GraphBuilder {
    private final FeedbackSnapshot snapshot;
    private final BuildLimits limits;
    private final Graph graph;
    private final Set<BuilderStep> leftOut;
    private int inliningBudget;

    private GraphBuilder(FeedbackSnapshot snapshot, BuildLimits given, Set<BuilderStep> leftOut) {
        this.leftOut = leftOut;
        this.snapshot = snapshot;
        // An inlined body has no frame for what only the runtime can do.
        this.limits = snapshot.guesses().none() ? given.withoutInlining() : given;
        this.graph = new Graph(snapshot.root().name(), snapshot.function(), snapshot.entryPc());
        graph.setGuesses(snapshot.guesses());
        this.inliningBudget = limits.inliningBudget();
    }

    /**
     * @throws RefusedException where the function is not one to optimize
     */
    public static Graph build(FeedbackSnapshot snapshot, BuildLimits limits) {
        return build(snapshot, limits, Set.of());
    }

    /**
     * The same without some steps.
     *
     * @throws RefusedException where the function is not one to optimize
     */
    public static Graph build(FeedbackSnapshot taken, BuildLimits given, Set<BuilderStep> leftOut) {
        FeedbackSnapshot snapshot = FeedbackFilter.without(leftOut, taken);
        BuildLimits limits = leftOut.contains(BuilderStep.INLINING) ? given.withoutInlining() : given;
        FunctionSnapshot root = snapshot.root();
        if (root.isNative()) {
            throw new RefusedException(root.name(), Refusal.NATIVE);
        }
        if (root.bytecode().is(Flag.GENERATOR)) {
            throw new RefusedException(root.name(), Refusal.GENERATOR);
        }
        if (root.bytecode().is(Flag.ASYNC)) {
            throw new RefusedException(root.name(), Refusal.ASYNC);
        }
        if (root.bytecode().code().length > limits.maxCode()) {
            throw new RefusedException(root.name(), Refusal.TOO_LARGE);
        }
        return new GraphBuilder(snapshot, limits, leftOut).build(root);
    }

    private Graph build(FunctionSnapshot root) {
        Block entry = graph.newBlock();
        graph.blocks().add(entry);
        graph.reserveFrameSlots(root.bytecode().registerCount());
        if (!root.bytecode().needsArguments()) {
            graph.setEntryShape(new EntryShape(
                    root.bytecode().parameterCount(), root.bytecode().registerCount(), snapshot.signatures()));
        }
        new FunctionBuilder(this, root, null).buildRoot(entry);
        graph.pruneAndOrder();
        TrivialPhis.remove(graph);
        return graph;
    }

    FeedbackSnapshot snapshot() {
        return snapshot;
    }

    Graph graph() {
        return graph;
    }

    BuildLimits limits() {
        return limits;
    }

    boolean leavesOut(BuilderStep step) {
        return leftOut.contains(step);
    }

    int inliningBudget() {
        return inliningBudget;
    }

    void spendInliningBudget(int words) {
        inliningBudget -= words;
    }

    void checkSize() {
        if (graph.nodeIds() > limits.maxNodes()) {
            throw new RefusedException(snapshot.root().name(), Refusal.GRAPH_TOO_LARGE);
        }
    }

    void log(Origin call, int function, boolean inlined, String reason) {
        graph.inlinings().add(new InliningDecision(call, function, inlined, reason));
    }

}
