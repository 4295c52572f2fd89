package org.tierscope.views.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Loops of a control-flow graph: a depth-first walk gives the back edges, dominators tell natural loops from
 * irreducible jumps (which count as back edges, but make no loop). See Aho, Lam, Sethi, Ullman: Compilers, 9.6.
 */
final class Loops {
    /** A natural loop: its header and all blocks that reach a back edge to it without passing the header. */
    static final class Loop {
        final int header;
        final BitSet members = new BitSet();
        Loop parent;
        int depth;

        Loop(int header) {
            this.header = header;
        }

        boolean contains(int block) {
            return members.get(block);
        }
    }

    /** Reverse postorder over forward edges; every reachable block comes before its forward successors. */
    final int[] order;
    /** Position of each block in {@link #order}. */
    final int[] rank;
    /**
     * Left-to-right order of blocks and edges within a row: as if each edge were a block too. What follows has the
     * greater key, so that sorting by it never makes two things push each other away.
     */
    final int[] key;
    /** Keys of edges, by source and branch. */
    final int[][] edgeKey;
    /** Innermost loop of each block, or null. */
    final Loop[] innermost;
    final List<Loop> loops = new ArrayList<>();

    private final int[][] successors;
    private final int[][] predecessors;
    private final int[] dominator;

    Loops(int[][] successors) {
        this.successors = successors;
        this.predecessors = invert(successors);
        int count = successors.length;
        this.order = new int[count];
        this.rank = new int[count];
        this.key = new int[count];
        this.edgeKey = new int[count][];
        Arrays.setAll(edgeKey, i -> new int[successors[i].length]);
        this.innermost = new Loop[count];
        walk();
        this.dominator = dominators();
        findLoops();
    }

    /** True if the edge goes back up (or to itself) in the order of the walk. */
    boolean isBack(int from, int to) {
        return rank[to] <= rank[from];
    }

    int depth(int block) {
        return innermost[block] == null ? 0 : innermost[block].depth;
    }

    /** The innermost loop that holds both blocks, or null. */
    Loop common(int a, int b) {
        Loop loop = innermost[a];
        while (loop != null && !loop.contains(b)) {
            loop = loop.parent;
        }
        return loop;
    }

    private static int[][] invert(int[][] successors) {
        int[] counts = new int[successors.length];
        for (int[] targets : successors) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] result = new int[successors.length][];
        Arrays.setAll(result, i -> new int[counts[i]]);
        for (int i = successors.length - 1; i >= 0; i--) {
            for (int target : successors[i]) {
                result[target][--counts[target]] = i;
            }
        }
        return result;
    }

    /** Depth-first without recursion: graphs may be thousands of blocks deep. */
    private void walk() {
        int count = successors.length;
        boolean[] seen = new boolean[count];
        int[] next = new int[count];
        Deque<Integer> stack = new ArrayDeque<>();
        int[] position = {count, 0};
        for (int root = count - 1; root >= 0; root--) {
            if (root != 0 && predecessors[root].length > 0 || seen[root]) {
                continue;
            }
            walkFrom(root, seen, next, stack, position);
        }
        for (int root = count - 1; root >= 0; root--) {
            if (!seen[root]) {
                walkFrom(root, seen, next, stack, position);
            }
        }
        // blocks that only a late root reaches stand before the entry; the order stays a valid one
    }

    /** {@code position}: last place given in {@link #order}; last key given, descending from 0. */
    private void walkFrom(int root, boolean[] seen, int[] next, Deque<Integer> stack, int[] position) {
        seen[root] = true;
        stack.push(root);
        while (!stack.isEmpty()) {
            int block = stack.peek();
            int[] targets = successors[block];
            if (next[block] > 0) {
                edgeKey[block][targets.length - next[block]] = --position[1];
            }
            if (next[block] < targets.length) {
                // last successor first, so that the first one comes first in reverse postorder
                int target = targets[targets.length - 1 - next[block]++];
                if (!seen[target]) {
                    seen[target] = true;
                    stack.push(target);
                }
            } else {
                stack.pop();
                order[--position[0]] = block;
                rank[block] = position[0];
                key[block] = --position[1];
            }
        }
    }

    /** Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm. Roots have -1. */
    private int[] dominators() {
        int[] result = new int[successors.length];
        Arrays.fill(result, -2);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int block : order) {
                int candidate = -2;
                for (int predecessor : predecessors[block]) {
                    if (result[predecessor] == -2) {
                        continue;
                    }
                    candidate = candidate == -2 ? predecessor : intersect(result, candidate, predecessor);
                }
                if (candidate == -2) {
                    candidate = -1;
                }
                if (result[block] == -2 || result[block] != -1 && result[block] != candidate) {
                    result[block] = candidate;
                    changed = true;
                }
            }
        }
        return result;
    }

    private int intersect(int[] dominators, int a, int b) {
        while (a != b) {
            if (a < 0 || b < 0) {
                return -1;
            }
            if (rank[a] > rank[b]) {
                a = dominators[a];
            } else {
                b = dominators[b];
            }
        }
        return a;
    }

    private boolean dominates(int a, int b) {
        int block = b;
        while (block >= 0 && rank[block] > rank[a]) {
            block = dominator[block];
        }
        return block == a;
    }

    private void findLoops() {
        Loop[] byHeader = new Loop[successors.length];
        for (int from : order) {
            for (int to : successors[from]) {
                if (isBack(from, to) && dominates(to, from)) {
                    if (byHeader[to] == null) {
                        byHeader[to] = new Loop(to);
                    }
                    addMembers(byHeader[to], from);
                }
            }
        }
        for (int header : order) {
            if (byHeader[header] != null) {
                loops.add(byHeader[header]);
            }
        }
        // headers in reverse postorder: an outer loop comes before the loops inside it
        for (Loop loop : loops) {
            loop.parent = innermost[loop.header];
            loop.depth = loop.parent == null ? 1 : loop.parent.depth + 1;
            loop.members.stream().forEach(block -> innermost[block] = loop);
        }
    }

    private void addMembers(Loop loop, int latch) {
        loop.members.set(loop.header);
        Deque<Integer> work = new ArrayDeque<>(List.of(latch));
        while (!work.isEmpty()) {
            int block = work.pop();
            if (!loop.members.get(block)) {
                loop.members.set(block);
                for (int predecessor : predecessors[block]) {
                    work.push(predecessor);
                }
            }
        }
    }
}
