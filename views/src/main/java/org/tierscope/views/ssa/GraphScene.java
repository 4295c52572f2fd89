package org.tierscope.views.ssa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierscope.views.layout.FlowGraph;
import org.tierscope.views.layout.FlowLayout;
import org.tierscope.views.layout.FlowLayouter;

/**
 * A {@link PassPicture} with a place for every block: what the canvas draws. Made of numbers only, on any thread.
 *
 * @param charWidth of the code font, in pixels at zoom 1
 */
record GraphScene(PassPicture picture, FlowLayout layout, Map<Integer, PassPicture.Block> blocks, double charWidth) {
    static final double LINE_HEIGHT = 17;
    static final double HEAD_HEIGHT = 20;
    static final double PADDING = 8;
    static final int MOST_CHARS = 60;
    private static final int FEWEST_CHARS = 14;

    static GraphScene of(PassPicture picture, double charWidth) {
        Map<Integer, PassPicture.Block> blocks = new HashMap<>();
        picture.blocks().forEach(block -> blocks.put(block.id(), block));
        List<FlowGraph.Block> boxes = picture.blocks().stream()
                .map(block -> new FlowGraph.Block(block.id(), width(block, charWidth), height(block), block.successors()))
                .toList();
        return new GraphScene(picture, FlowLayouter.layout(new FlowGraph(boxes)), Map.copyOf(blocks), charWidth);
    }

    private static double width(PassPicture.Block block, double charWidth) {
        int chars = Math.max(FEWEST_CHARS, block.title().length() + block.note().length() + 3);
        for (PassPicture.Line line : block.lines()) {
            chars = Math.max(chars, Math.min(MOST_CHARS, line.length()));
        }
        return Math.ceil(chars * charWidth + 2 * PADDING);
    }

    private static double height(PassPicture.Block block) {
        return HEAD_HEIGHT + block.lines().size() * LINE_HEIGHT + PADDING;
    }

    /** What is at a point: a block, and one of its lines unless it is the head. */
    record Hit(PassPicture.Block block, Optional<PassPicture.Line> line) {
    }

    Optional<Hit> hit(double x, double y) {
        for (Map.Entry<Integer, FlowLayout.Box> entry : layout.boxes().entrySet()) {
            FlowLayout.Box box = entry.getValue();
            if (x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom()) {
                PassPicture.Block block = blocks.get(entry.getKey());
                int index = (int) Math.floor((y - box.y() - HEAD_HEIGHT) / LINE_HEIGHT);
                boolean onLine = index >= 0 && index < block.lines().size() && y >= box.y() + HEAD_HEIGHT;
                return Optional.of(new Hit(block, onLine ? Optional.of(block.lines().get(index)) : Optional.empty()));
            }
        }
        return Optional.empty();
    }

    /** The rectangle of a node's line, as {@code x, y, width, height}. */
    Optional<double[]> place(int nodeId) {
        for (PassPicture.Block block : picture.blocks()) {
            for (int i = 0; i < block.lines().size(); i++) {
                if (block.lines().get(i).nodeId() == nodeId) {
                    FlowLayout.Box box = layout.boxes().get(block.id());
                    return Optional.of(new double[] {
                        box.x(), box.y() + HEAD_HEIGHT + i * LINE_HEIGHT, box.width(), LINE_HEIGHT});
                }
            }
        }
        return Optional.empty();
    }
}
