package org.tierscope.views.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.views.layout.FlowLayout.Box;
import org.tierscope.views.layout.Rows.Item;

/**
 * Draws a control-flow graph the way compiler people draw it by hand: time flows down in rows, the body of a loop is
 * indented, edges that leave a loop run down on its left, and back edges run up on its right.
 *
 * <p>There is no search for few crossings: a block's place depends only on the order of branches and on what is above
 * it, so that the picture stays still from one compiler pass to the next. Work and memory are linear in blocks,
 * edges and the rows that edges span.
 *
 * <p>After the idea of iongraph (Visness, "Who needs Graphviz when you can build it yourself?", SpiderMonkey blog,
 * 2025); the algorithm here is our own.
 */
public final class FlowLayouter {
    static final double MARGIN = 16;
    static final double GAP_X = 24;
    static final double INDENT = 28;
    /** Distance of the first edge from a block's left side, and between edges of one block. */
    static final double PORT_START = 14;
    static final double PORT_STEP = 26;
    static final double TRACK = 9;
    static final double TRACK_PADDING = 14;
    /** More would be prettier at times, but may push edges and loops apart without end. */
    private static final int STRAIGHTENING_ROUNDS = 2;
    private static final int MOST_ROUNDS = 40;

    private final FlowGraph graph;
    private final Loops loops;
    private final Rows rows;
    private final Map<Loops.Loop, Double> lanes = new HashMap<>();
    private final Map<Item, Double> wishes = new HashMap<>();

    private FlowLayouter(FlowGraph graph) {
        this.graph = graph;
        int[][] successors = graph.successorPositions();
        this.loops = new Loops(successors);
        this.rows = new Rows(graph, successors, loops);
    }

    /** Places all blocks and edges; the same graph always gives the same layout. */
    public static FlowLayout layout(FlowGraph graph) {
        if (graph.blocks().isEmpty()) {
            return new FlowLayout(0, 0, Map.of(), List.of());
        }
        return new FlowLayouter(graph).run();
    }

    private FlowLayout run() {
        for (int round = 0; round < STRAIGHTENING_ROUNDS; round++) {
            placeRows();
            straightenChains();
        }
        int round = 0;
        while (placeRows() && ++round < MOST_ROUNDS) {
            // each round only moves things to the right, to make room for what the round before has moved
        }
        Routes routes = new Routes(graph, loops, rows, lanes);
        Map<Integer, Box> boxes = new HashMap<>();
        double width = 0;
        for (Item item : rows.blockItems()) {
            Box box = new Box(item.x, item.y, item.width, item.height, item.row, loops.depth(item.block));
            boxes.put(graph.blocks().get(item.block).id(), box);
            width = Math.max(width, box.right());
        }
        for (var edge : routes.edges()) {
            for (var point : edge.points()) {
                width = Math.max(width, point.x());
            }
        }
        return new FlowLayout(width + MARGIN, routes.height() + MARGIN, Map.copyOf(boxes), routes.edges());
    }

    /**
     * Puts the items of each row from left to right, each as near below its first predecessor as there is room.
     * Things only ever move to the right, so repeating it settles.
     */
    private boolean placeRows() {
        boolean moved = false;
        for (List<Item> row : rows.rows()) {
            double cursor = MARGIN;
            List<Loops.Loop> open = new ArrayList<>();
            for (Item item : row) {
                cursor = closeLanes(open, item.loop, cursor);
                openLanes(open, item.loop);
                double wish = Math.max(indent(item), wishes.getOrDefault(item, 0.0));
                double x = Math.max(Math.max(cursor, item.x), Math.max(wish, belowParent(item)));
                moved |= x > item.x;
                item.x = x;
                cursor = item.x + item.width + GAP_X;
            }
            closeLanes(open, null, cursor);
        }
        return moved;
    }

    /** Leaves room for the back edges of loops whose items in this row are all placed. */
    private double closeLanes(List<Loops.Loop> open, Loops.Loop next, double cursor) {
        double result = cursor;
        while (!open.isEmpty() && !holds(open.getLast(), next)) {
            Loops.Loop loop = open.removeLast();
            double lane = Math.max(lanes.getOrDefault(loop, 0.0), result);
            lanes.put(loop, lane);
            result = lane + GAP_X;
        }
        return result;
    }

    private static void openLanes(List<Loops.Loop> open, Loops.Loop innermost) {
        List<Loops.Loop> missing = new ArrayList<>();
        for (Loops.Loop loop = innermost; loop != null && !open.contains(loop); loop = loop.parent) {
            missing.add(loop);
        }
        open.addAll(missing.reversed());
    }

    private static boolean holds(Loops.Loop outer, Loops.Loop inner) {
        for (Loops.Loop loop = inner; loop != null; loop = loop.parent) {
            if (loop == outer) {
                return true;
            }
        }
        return false;
    }

    private static double indent(Item item) {
        int depth = item.loop == null ? 0 : item.loop.depth;
        double left = MARGIN + depth * INDENT;
        return item.isBlock() ? left : left + PORT_START;
    }

    /** As far left as its leftmost predecessor; edges that leave a loop keep to the left of it instead. */
    private static double belowParent(Item item) {
        if (item.above.isEmpty() || item.leavesLoop) {
            return 0;
        }
        double best = Double.MAX_VALUE;
        for (Rows.Link link : item.above) {
            best = Math.min(best, link.startX() - (item.isBlock() ? PORT_START : 0));
        }
        return best;
    }

    /** Moves all pieces of a long edge below its rightmost piece, so that it is one straight line. */
    private void straightenChains() {
        for (List<Item> chain : rows.chains()) {
            double right = chain.stream().mapToDouble(item -> item.x).max().orElse(0);
            chain.forEach(item -> wishes.merge(item, right, Math::max));
        }
    }

    /** How far apart the rows are; shared with {@link Routes}. */
    static double gapHeight(int tracks) {
        return 2 * TRACK_PADDING + Math.max(0, tracks - 1) * TRACK;
    }
}
