package org.tierscope.ir.pass;

import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Memory;
import org.tierscope.ir.Node;

/**
 * Numbers the states of each category of memory: between two places with the same number nothing was written
 * to it on any path. Every write gives a new number, as does a join of different ones, and a loop header for
 * what its loop writes.
 */
final class MemoryVersions {
    private static final int CATEGORIES = Memory.values().length;

    private final int[][] atEntry;
    private int[] current;
    private int next = 1;

    MemoryVersions(Graph graph, DominatorTree dominators, LoopTree loops) {
        atEntry = new int[graph.blockIds()][];
        var atEnd = new int[graph.blockIds()][];
        var loopWrites = loopWrites(graph, loops);
        for (Block block : graph.blocks()) {
            int[] versions = new int[CATEGORIES];
            for (int category = 0; category < CATEGORIES; category++) {
                versions[category] = join(block, category, atEnd, loopWrites, dominators);
            }
            atEntry[block.id()] = versions.clone();
            current = versions;
            block.nodes().forEach(this::step);
            step(block.terminator());
            atEnd[block.id()] = current;
        }
    }

    private int join(Block block, int category, int[][] atEnd, int[] loopWrites, DominatorTree dominators) {
        int version = 0;
        for (Block predecessor : block.predecessors()) {
            if (dominators.dominates(block, predecessor)) {
                if ((loopWrites[block.id()] & 1 << category) != 0) {
                    return next++;
                }
                continue;
            }
            int there = atEnd[predecessor.id()][category];
            if (version != 0 && version != there) {
                return next++;
            }
            version = there;
        }
        return version == 0 ? next++ : version;
    }

    /** By header's id: what is written anywhere in the loop. */
    static int[] loopWrites(Graph graph, LoopTree loops) {
        var writes = new int[graph.blockIds()];
        for (LoopTree.Loop loop : loops.loops()) {
            int mask = 0;
            for (Block block : loop.blocks()) {
                for (Node node : block.nodes()) {
                    mask |= node.effects().writes();
                }
            }
            writes[loop.header().id()] = mask;
        }
        return writes;
    }

    /** Begins to step through {@code block}. */
    void enter(Block block) {
        current = atEntry[block.id()].clone();
    }

    /** Steps over {@code node}. */
    void step(Node node) {
        int writes = node.effects().writes();
        for (int category = 0; writes != 0; category++, writes >>>= 1) {
            if ((writes & 1) != 0) {
                current[category] = next++;
            }
        }
    }

    /** A number that is equal for two places only if {@code node} reads the same at both. */
    long versionFor(Node node) {
        int reads = node.effects().reads();
        long version = 0;
        for (int category = 0; reads != 0; category++, reads >>>= 1) {
            if ((reads & 1) != 0) {
                version = version * 1_000_003 + current[category];
            }
        }
        return version;
    }
}
