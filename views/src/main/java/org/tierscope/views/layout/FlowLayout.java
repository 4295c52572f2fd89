package org.tierscope.views.layout;

import java.util.List;
import java.util.Map;

/**
 * Where each block and each edge of a {@link FlowGraph} goes. Pixels; the origin is the top left corner.
 *
 * @param boxes by block id
 */
public record FlowLayout(double width, double height, Map<Integer, Box> boxes, List<Edge> edges) {

    /** The place of one block; {@code layer} counts rows from the top, {@code loopDepth} is 0 outside of loops. */
    public record Box(double x, double y, double width, double height, int layer, int loopDepth) {
        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }

        /** True if the two rectangles share any area. */
        public boolean overlaps(Box other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }
    }

    /** What an edge means to the reader of the picture. */
    public enum Kind {
        /** Goes down, inside the same loop or into one. */
        FORWARD,
        /** Goes down and leaves at least one loop. */
        LOOP_EXIT,
        /** Goes back up to the head of its loop, on the right-hand side. */
        BACK
    }

    public record Point(double x, double y) {}

    /**
     * One edge as a line of horizontal and vertical pieces, from the bottom of the source to the top of the target
     * (a back edge: to the right side of the target).
     *
     * @param branch which successor of {@code from} this is
     */
    public record Edge(int from, int to, int branch, Kind kind, List<Point> points) {}
}
