package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * Which block dominates which: every path from the entry to the second goes through the first. Computed by
 * the method of Cooper, Harvey and Kennedy ("A Simple, Fast Dominance Algorithm"); queries take constant time
 * through an interval numbering.
 */
public final class DominatorTree {
    private final Block[] immediate;
    private final List<List<Block>> children;
    private final int[] enter;
    private final int[] leave;
    private final int[] depth;

    public DominatorTree(Graph graph) {
        List<Block> blocks = graph.blocks();
        int[] position = new int[graph.blockIds()];
        for (int i = 0; i < blocks.size(); i++) {
            position[blocks.get(i).id()] = i;
        }
        int[] dominator = dominators(blocks, position);
        immediate = new Block[graph.blockIds()];
        children = new ArrayList<>();
        for (int i = 0; i < graph.blockIds(); i++) {
            children.add(new ArrayList<>());
        }
        depth = new int[graph.blockIds()];
        for (int i = 1; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Block parent = blocks.get(dominator[i]);
            immediate[block.id()] = parent;
            children.get(parent.id()).add(block);
            depth[block.id()] = depth[parent.id()] + 1;
        }
        enter = new int[graph.blockIds()];
        leave = new int[graph.blockIds()];
        number(graph.entry());
    }

    private static int[] dominators(List<Block> blocks, int[] position) {
        var dominator = new int[blocks.size()];
        java.util.Arrays.fill(dominator, -1);
        dominator[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 1; i < blocks.size(); i++) {
                int best = -1;
                for (Block predecessor : blocks.get(i).predecessors()) {
                    int p = position[predecessor.id()];
                    if (dominator[p] >= 0) {
                        best = best < 0 ? p : intersect(dominator, best, p);
                    }
                }
                if (best != dominator[i]) {
                    dominator[i] = best;
                    changed = true;
                }
            }
        }
        return dominator;
    }

    private static int intersect(int[] dominator, int a, int b) {
        while (a != b) {
            while (a > b) {
                a = dominator[a];
            }
            while (b > a) {
                b = dominator[b];
            }
        }
        return a;
    }

    private void number(Block root) {
        var stack = new java.util.ArrayDeque<Block>();
        var next = new int[enter.length];
        int clock = 0;
        stack.push(root);
        enter[root.id()] = clock++;
        while (!stack.isEmpty()) {
            Block block = stack.peek();
            List<Block> below = children.get(block.id());
            if (next[block.id()] < below.size()) {
                Block child = below.get(next[block.id()]++);
                enter[child.id()] = clock++;
                stack.push(child);
            } else {
                leave[block.id()] = clock++;
                stack.pop();
            }
        }
    }

    /** The closest block that dominates {@code block}, or null for the entry. */
    public Block immediateDominator(Block block) {
        return immediate[block.id()];
    }

    public List<Block> children(Block block) {
        return children.get(block.id());
    }

    /** Depth in the tree: 0 for the entry. */
    public int depth(Block block) {
        return depth[block.id()];
    }

    /** Whether {@code a} dominates {@code b}; a block dominates itself. */
    public boolean dominates(Block a, Block b) {
        return enter[a.id()] <= enter[b.id()] && leave[b.id()] <= leave[a.id()];
    }
}
