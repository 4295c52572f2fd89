package org.tierscope.ir.pass;

import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;

/**
 * Partial escape analysis with scalar replacement (Stadler, Würthinger, Mössenböck: Partial Escape Analysis and Scalar
 * Replacement for Java, CGO 2014): objects, arrays, contexts and closures that only this code sees are not allocated; their
 * fields are values. Where one escapes after all, it is allocated there, as it is then. Frame states say what objects look like
 * that an exit has to make.
 */
public final class EscapeAnalysis implements Pass {
    /** Each sweep refutes guesses about loops; nested ones take more. */
    private static final int MAX_SWEEPS = 40;

    @Override
    public String name() {
        return "escape-analysis";
    }

    @Override
    public String purpose() {
        return "Removes allocations of objects that nobody else sees, and moves others to where they escape.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        Node allocation = firstAllocation(graph);
        if (allocation == null) {
            return;
        }
        // A phi that nothing needs, but perhaps the state of a call, would have its operands allocated.
        new DeadCodeElimination(false).run(graph, new PassNotes());
        var facts = new EscapeFacts(graph);
        var dominators = new DominatorTree(graph);
        var live = new LiveValues(graph);
        for (int i = 0; i < MAX_SWEEPS; i++) {
            var sweep = new EscapeSweep(graph, facts, dominators, live);
            if (sweep.run()) {
                sweep.commit(notes);
                return;
            }
        }
        notes.didNot(allocation, "guesses about loops did not settle");
    }

    private static Node firstAllocation(Graph graph) {
        for (Block block : graph.blocks()) {
            for (Node node : block.nodes()) {
                if (Materializer.kindOf(node) != null) {
                    return node;
                }
            }
        }
        return null;
    }
}
