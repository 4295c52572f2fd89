package org.tierscope.ir.pass;

import java.util.HashSet;
import java.util.Set;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopCopy;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;

/**
 * Loop unrolling: a small loop that is known to run a few times becomes its iterations, one after the other. What was a counter is
 * constant in each, so that tests and bounds checks go, and arrays of known size can be removed altogether.
 */
public final class LoopUnrolling implements Pass {
    private static final int MAX_ITERATIONS = 16;
    /** Nodes that one loop may become, and all loops of a graph together. */
    private static final int MAX_NODES = 400;

    private static final int MAX_ALL_NODES = 1500;

    @Override
    public String name() {
        return "loop-unrolling";
    }

    @Override
    public String purpose() {
        return "Turns small loops that run a known number of times into straight code.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        Set<Block> seen = new HashSet<>();
        int budget = MAX_ALL_NODES;
        boolean unrolled = false;
        boolean found = true;
        while (found) {
            found = false;
            var dominators = new DominatorTree(graph);
            var loops = new LoopTree(graph, dominators);
            for (LoopTree.Loop loop : loops.loops().reversed()) {
                if (seen.add(loop.header())) {
                    int grown = unroll(graph, loops, loop, budget, notes);
                    if (grown > 0) {
                        budget -= grown;
                        unrolled = true;
                        found = true;
                        break;
                    }
                }
            }
        }
        if (unrolled) {
            // Counters become constants at once: what follows decides by them.
            new ConstantFolding().run(graph, notes);
        }
    }

    /** Returns how many nodes came to the graph; 0 where the loop stays. */
    private static int unroll(Graph graph, LoopTree loops, LoopTree.Loop loop, int budget, PassNotes notes) {
        Block header = loop.header();
        LoopCopy copy = LoopCopy.of(graph, loops, loop);
        int count = copy == null ? -1 : TripCount.of(graph, header, copy, MAX_ITERATIONS);
        if (count <= 0) {
            return 0;
        }
        Node test = header.terminator();
        int size = copy.size() * count;
        if (size > Math.min(MAX_NODES, budget)) {
            notes.didNot(test, "the loop at " + header + " stays: " + count + " times " + copy.size() + " nodes");
            return 0;
        }
        if (calls(loop)) {
            notes.didNot(test, "the loop at " + header + " stays: its calls take more time than its test");
            return 0;
        }
        if (!copy.canBeCopied()) {
            notes.didNot(test, "the loop at " + header + " stays: phis cannot stand for what it leaves behind");
            return 0;
        }
        copy.peel(count, true);
        copy.leaveAtHeader();
        notes.did(test, "the loop at " + header + " becomes its " + count + " iterations");
        return size;
    }

    private static boolean calls(LoopTree.Loop loop) {
        for (Block block : loop.blocks()) {
            for (Node node : block.nodes()) {
                switch (node.operator()) {
                    case Call, Construct, ExecuteBytecode, ExecuteJump -> {
                        return true;
                    }
                    default -> {}
                }
            }
        }
        return false;
    }
}
