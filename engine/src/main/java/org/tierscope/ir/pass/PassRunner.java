package org.tierscope.ir.pass;

import java.util.List;
import java.util.Set;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphVerifier;

/** Runs passes over a graph in order: leaves out disabled ones, times each, verifies and reports as asked. */
public final class PassRunner {
    /** Is told of each pass as it finishes; may read the graph, which later passes change. */
    public interface Listener {
        void passFinished(Report report, Graph graph);
    }

    /**
     * One run of one pass.
     *
     * @param index from 0, in running order
     * @param nanos time taken
     */
    public record Report(int index, Pass pass, long nanos, int nodesBefore, int nodesAfter, PassNotes notes) {}

    private final List<Pass> passes;
    private final Set<String> disabled;
    private final boolean verify;
    private final Listener listener;

    /**
     * @param disabled names of passes to leave out
     * @param verify whether to check the graph after each pass
     */
    public PassRunner(List<Pass> passes, Set<String> disabled, boolean verify, Listener listener) {
        this.passes = passes;
        this.disabled = disabled;
        this.verify = verify;
        this.listener = listener;
    }

    /**
     * @return how many passes ran
     * @throws IllegalStateException with {@code verify}, where a pass broke the graph
     */
    public int run(Graph graph) {
        if (verify) {
            GraphVerifier.verify(graph, "building");
        }
        int index = 0;
        for (Pass pass : passes) {
            if (disabled.contains(pass.name())) {
                continue;
            }
            int before = graph.nodeCount();
            long start = System.nanoTime();
            var notes = new PassNotes();
            pass.run(graph, notes);
            long nanos = System.nanoTime() - start;
            if (verify) {
                GraphVerifier.verify(graph, pass.name());
            }
            listener.passFinished(new Report(index++, pass, nanos, before, graph.nodeCount(), notes), graph);
        }
        return index;
    }
}
