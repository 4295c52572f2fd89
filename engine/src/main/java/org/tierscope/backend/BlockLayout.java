package org.tierscope.backend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tierscope.ir.Block;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Operator;

/**
 * The order in which blocks stand in the code. A loop's test goes to its end, so that an iteration takes one jump and not two (loop
 * inversion by layout); what only leads out of optimized code goes behind everything else. (Pettis and Hansen, "Profile Guided Code
 * Positioning", PLDI 1990, in its simplest form: paths that never ran are exits already.)
 *
 * <p>Registers are allocated in the graph's order; this one only decides which jumps fall through.
 */
final class BlockLayout {
    /** As {@code --disable-pass} names it. */
    static final String NAME = "block-layout";

    private final Graph graph;
    private final LoopTree loops;
    private final List<Block> order;

    private BlockLayout(Graph graph, LoopTree loops) {
        this.graph = graph;
        this.loops = loops;
        this.order = new ArrayList<>(graph.blocks());
    }

    static List<Block> of(Graph graph, LoopTree loops) {
        var layout = new BlockLayout(graph, loops);
        layout.putColdBlocksBehind();
        loops.loops().reversed().forEach(layout::putTestBehind);
        return layout.order;
    }

    private void putTestBehind(LoopTree.Loop loop) {
        Block header = loop.header();
        if (!leavesHere(loop, header)) {
            return;
        }
        int first = order.indexOf(header);
        int last = first;
        while (last + 1 < order.size() && isIn(loop, order.get(last + 1))) {
            last++;
        }
        Block latch = order.get(last);
        boolean whole = last - first + 1 == loop.blocks().size();
        if (whole && latch != header && latch.terminator().is(Operator.Jump) && latch.successors()[0] == header) {
            order.remove(first);
            order.add(last, header);
        }
    }

    /** Whether the header is the loop's test: one of its two ways leads out. */
    private boolean leavesHere(LoopTree.Loop loop, Block header) {
        return header.terminator().is(Operator.Branch)
                && isIn(loop, header.successors()[0]) != isIn(loop, header.successors()[1]);
    }

    private boolean isIn(LoopTree.Loop loop, Block block) {
        return loop.contains(loops.loopOf(block));
    }

    private void putColdBlocksBehind() {
        Set<Block> cold = new HashSet<>();
        for (Block block : graph.blocks().reversed()) {
            boolean leaves = block.terminator().is(Operator.Exit) || block.terminator().is(Operator.Throw);
            boolean leads = block.successors().length > 0 && cold.containsAll(List.of(block.successors()));
            if ((leaves || leads) && block != graph.entry()) {
                cold.add(block);
            }
        }
        List<Block> behind = order.stream().filter(cold::contains).toList();
        order.removeAll(behind);
        order.addAll(behind);
    }
}
