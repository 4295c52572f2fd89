package org.tierscope.ir.pass;

import java.util.BitSet;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;

/**
 * Numbers the states of each class of memory ({@link MemoryClasses}): between two places with the same number nothing was written
 * to it on any path. Every write gives a new number, as does a join of different ones, and a loop header for
 * what its loop writes.
 */
final class MemoryVersions {
    private final MemoryClasses classes;
    private final int[][] atEntry;
    private int[] current;
    private int next = 1;

    MemoryVersions(Graph graph, DominatorTree dominators, LoopTree loops) {
        classes = new MemoryClasses(graph);
        atEntry = new int[graph.blockIds()][];
        var atEnd = new int[graph.blockIds()][];
        BitSet[] loopWrites = classes.loopWrites(graph, loops);
        for (Block block : graph.blocks()) {
            int[] versions = new int[classes.count()];
            for (int i = 0; i < versions.length; i++) {
                versions[i] = join(block, i, atEnd, loopWrites, dominators);
            }
            atEntry[block.id()] = versions.clone();
            current = versions;
            for (Node node : block.nodes()) {
                step(node);
            }
            step(block.terminator());
            atEnd[block.id()] = current;
        }
    }

    private int join(Block block, int memory, int[][] atEnd, BitSet[] loopWrites, DominatorTree dominators) {
        int version = 0;
        for (Block predecessor : block.predecessors()) {
            if (dominators.dominates(block, predecessor)) {
                if (loopWrites[block.id()].get(memory)) {
                    return next++;
                }
                continue;
            }
            int there = atEnd[predecessor.id()][memory];
            if (version != 0 && version != there) {
                return next++;
            }
            version = there;
        }
        return version == 0 ? next++ : version;
    }

    /** Begins to step through {@code block}. */
    void enter(Block block) {
        current = atEntry[block.id()].clone();
    }

    /** Steps over {@code node}. */
    void step(Node node) {
        if (node.effects().writes() != 0) {
            BitSet written = classes.writes(node);
            for (int memory = written.nextSetBit(0); memory >= 0; memory = written.nextSetBit(memory + 1)) {
                current[memory] = next++;
            }
        }
    }

    /** A number that is equal for two places only if {@code node} reads the same at both. */
    long versionFor(Node node) {
        if (node.effects().reads() == 0) {
            return 0;
        }
        long version = 0;
        BitSet read = classes.reads(node);
        for (int memory = read.nextSetBit(0); memory >= 0; memory = read.nextSetBit(memory + 1)) {
            version = version * 1_000_003 + current[memory];
        }
        return version;
    }
}
