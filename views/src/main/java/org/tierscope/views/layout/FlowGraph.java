package org.tierscope.views.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A control-flow graph as the layout needs it: boxes of a known size and who follows whom. The first block is the
 * entry; blocks that cannot be reached from it are placed all the same.
 *
 * @param blocks in the order in which they should appear when nothing else decides
 */
public record FlowGraph(List<Block> blocks) {

    /**
     * @param id unique in its graph
     * @param width of the drawn box, in pixels
     * @param height of the drawn box, in pixels
     * @param successors ids, in branch order; ids that no block has are ignored
     */
    public record Block(int id, double width, double height, List<Integer> successors) {
        public Block {
            successors = List.copyOf(successors);
        }
    }

    public FlowGraph {
        blocks = List.copyOf(blocks);
    }

    /** Position of each block in {@link #blocks()}, by id. */
    Map<Integer, Integer> positions() {
        Map<Integer, Integer> positions = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (positions.put(blocks.get(i).id(), i) != null) {
                throw new IllegalArgumentException("two blocks have the id " + blocks.get(i).id());
            }
        }
        return positions;
    }

    /** Successors as positions in {@link #blocks()}. */
    int[][] successorPositions() {
        Map<Integer, Integer> positions = positions();
        int[][] result = new int[blocks.size()][];
        for (int i = 0; i < result.length; i++) {
            result[i] = blocks.get(i).successors().stream()
                    .filter(positions::containsKey)
                    .mapToInt(positions::get)
                    .toArray();
        }
        return result;
    }
}
