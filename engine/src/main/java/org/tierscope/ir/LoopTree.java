package org.tierscope.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The natural loops of a graph and how they nest. A loop has one header, which dominates it, and as the
 * builder makes them one predecessor outside it (the preheader).
 */
public final class LoopTree {
    /** One loop. */
    public static final class Loop {
        private final Block header;
        private final List<Block> blocks = new ArrayList<>();
        private Loop parent;

        Loop(Block header) {
            this.header = header;
        }

        public Block header() {
            return header;
        }

        /** Its blocks in graph order, those of inner loops included; the header first. */
        public List<Block> blocks() {
            return blocks;
        }

        /** The loop around it, or null. */
        public Loop parent() {
            return parent;
        }

        public int depth() {
            return parent == null ? 1 : parent.depth() + 1;
        }

        /** Whether {@code that} is this loop or one inside it. */
        public boolean contains(Loop that) {
            for (Loop loop = that; loop != null; loop = loop.parent) {
                if (loop == this) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Loop[] innermost;
    private final List<Loop> loops = new ArrayList<>();

    public LoopTree(Graph graph, DominatorTree dominators) {
        innermost = new Loop[graph.blockIds()];
        // Inner headers come later in the order; visited from the end, inner loops exist before outer ones
        // claim their blocks.
        for (Block header : graph.blocks().reversed()) {
            var latches = new ArrayList<Block>();
            for (Block predecessor : header.predecessors()) {
                if (dominators.dominates(header, predecessor)) {
                    latches.add(predecessor);
                }
            }
            if (!latches.isEmpty()) {
                collect(new Loop(header), latches);
            }
        }
        for (Block block : graph.blocks()) {
            for (Loop loop = innermost[block.id()]; loop != null; loop = loop.parent) {
                loop.blocks.add(block);
            }
        }
    }

    private void collect(Loop loop, List<Block> latches) {
        loops.addFirst(loop);
        var work = new ArrayDeque<>(latches);
        while (!work.isEmpty()) {
            Block block = work.pop();
            Loop inner = outermost(innermost[block.id()]);
            if (inner == loop) {
                continue;
            }
            Block entered;
            if (inner == null) {
                innermost[block.id()] = loop;
                entered = block;
            } else {
                inner.parent = loop;
                entered = inner.header;
            }
            if (entered != loop.header) {
                work.addAll(entered.predecessors());
            }
        }
        if (innermost[loop.header.id()] == null) {
            innermost[loop.header.id()] = loop;
        }
    }

    private static Loop outermost(Loop loop) {
        Loop last = loop;
        while (last != null && last.parent != null) {
            last = last.parent;
        }
        return last;
    }

    /** Outer loops before inner ones. */
    public List<Loop> loops() {
        return loops;
    }

    /** The innermost loop that {@code block} is in, or null. */
    public Loop loopOf(Block block) {
        return innermost[block.id()];
    }

    public int depth(Block block) {
        return innermost[block.id()] == null ? 0 : innermost[block.id()].depth();
    }

    public boolean isHeader(Block block) {
        return innermost[block.id()] != null && innermost[block.id()].header == block;
    }

    /** The predecessor of a loop's header outside the loop, or null where there are several. */
    public Block preheader(Loop loop) {
        Block found = null;
        for (Block predecessor : loop.header.predecessors()) {
            if (!loop.contains(innermost[predecessor.id()])) {
                if (found != null) {
                    return null;
                }
                found = predecessor;
            }
        }
        return found;
    }
}
