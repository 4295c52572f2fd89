package org.tierscope.views.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.views.layout.FlowLayout.Edge;
import org.tierscope.views.layout.FlowLayout.Kind;
import org.tierscope.views.layout.FlowLayout.Point;
import org.tierscope.views.layout.Rows.EdgeRef;
import org.tierscope.views.layout.Rows.Item;
import org.tierscope.views.layout.Rows.Link;

/**
 * Sets the height of every row and the path of every edge. Between two rows each sideways piece of an edge gets a
 * track of its own, so that no two of them lie on each other.
 */
final class Routes {
    /** A sideways piece in the gap below a row, from {@code left} to {@code right}. */
    private record Piece(Object owner, double left, double right) {
        static Piece between(Object owner, double a, double b) {
            return new Piece(owner, Math.min(a, b), Math.max(a, b));
        }
    }

    /** The last sideways piece of a jump back that closes no loop: it enters its target from above. */
    private record Entry(EdgeRef edge) {}

    private final FlowGraph graph;
    private final Loops loops;
    private final Rows rows;
    private final Map<Loops.Loop, Double> lanes;
    private final Map<Integer, Double> strayLanes = new HashMap<>();
    private final Map<Object, Integer> tracks = new HashMap<>();
    private final double[] gapTop;
    private final double height;
    private final List<Edge> edges;

    Routes(FlowGraph graph, Loops loops, Rows rows, Map<Loops.Loop, Double> lanes) {
        this.graph = graph;
        this.loops = loops;
        this.rows = rows;
        this.lanes = lanes;
        int[] tracksInGap = assignTracks();
        this.gapTop = new double[rows.rows().size()];
        this.height = placeRows(tracksInGap);
        this.edges = rows.edges().stream().map(this::route).toList();
    }

    double height() {
        return height;
    }

    List<Edge> edges() {
        return edges;
    }

    private int[] assignTracks() {
        List<List<Piece>> gaps = new ArrayList<>();
        for (int i = 0; i < rows.rows().size(); i++) {
            gaps.add(new ArrayList<>());
        }
        for (EdgeRef edge : rows.edges()) {
            if (edge.kind() == Kind.BACK) {
                int gap = rows.item(edge.from()).row;
                double start = Rows.portX(rows.item(edge.from()), rows.backPort(edge));
                gaps.get(gap).add(Piece.between(edge, start, lane(edge)));
                Item target = rows.item(edge.to());
                if (closedLoop(edge) == null && target.row > 0) {
                    gaps.get(target.row - 1).add(Piece.between(new Entry(edge), entryX(target), lane(edge)));
                }
            } else {
                for (Link link : rows.links(edge)) {
                    if (link.startX() != link.endX()) {
                        gaps.get(link.from().row).add(Piece.between(link, link.startX(), link.endX()));
                    }
                }
            }
        }
        int[] counts = new int[gaps.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = assignTracks(gaps.get(i));
        }
        return counts;
    }

    /** First fit in order of the left end; edges into one target may share a track, as they merge anyway. */
    private int assignTracks(List<Piece> pieces) {
        pieces.sort(Comparator.comparingDouble(Piece::left).thenComparingDouble(Piece::right));
        List<Double> ends = new ArrayList<>();
        List<Object> targets = new ArrayList<>();
        for (Piece piece : pieces) {
            Object target = target(piece.owner());
            int track = 0;
            while (track < ends.size()
                    && ends.get(track) + FlowLayouter.TRACK > piece.left()
                    && !target.equals(targets.get(track))) {
                track++;
            }
            if (track == ends.size()) {
                ends.add(piece.right());
                targets.add(target);
            } else {
                ends.set(track, Math.max(ends.get(track), piece.right()));
                targets.set(track, target);
            }
            tracks.put(piece.owner(), track);
        }
        return ends.size();
    }

    private Object target(Object owner) {
        return switch (owner) {
            case Link link -> link.to();
            case EdgeRef edge -> edge.to();
            case Entry entry -> rows.item(entry.edge().to());
            default -> owner;
        };
    }

    private double placeRows(int[] tracksInGap) {
        double y = FlowLayouter.MARGIN;
        for (int i = 0; i < tracksInGap.length; i++) {
            double tallest = 0;
            for (Item item : rows.rows().get(i)) {
                item.y = y;
                tallest = Math.max(tallest, item.height);
            }
            gapTop[i] = y + tallest;
            y = gapTop[i] + FlowLayouter.gapHeight(tracksInGap[i]);
        }
        int last = tracksInGap.length - 1;
        return tracksInGap[last] == 0 ? gapTop[last] : y;
    }

    private double trackY(int gap, Object owner) {
        return gapTop[gap] + FlowLayouter.TRACK_PADDING + tracks.getOrDefault(owner, 0) * FlowLayouter.TRACK;
    }

    private Edge route(EdgeRef edge) {
        List<Point> points = edge.kind() == Kind.BACK ? back(edge) : forward(edge);
        int from = graph.blocks().get(edge.from()).id();
        int to = graph.blocks().get(edge.to()).id();
        return new Edge(from, to, edge.branch(), edge.kind(), List.copyOf(points));
    }

    private List<Point> forward(EdgeRef edge) {
        List<Point> points = new ArrayList<>();
        List<Link> links = rows.links(edge);
        Link first = links.getFirst();
        points.add(new Point(first.startX(), first.from().bottom()));
        for (Link link : links) {
            if (link.startX() != link.endX()) {
                double y = trackY(link.from().row, link);
                points.add(new Point(link.startX(), y));
                points.add(new Point(link.endX(), y));
            }
        }
        Link last = links.getLast();
        points.add(new Point(last.endX(), last.to().y));
        return points;
    }

    private List<Point> back(EdgeRef edge) {
        Item from = rows.item(edge.from());
        Item to = rows.item(edge.to());
        double start = Rows.portX(from, rows.backPort(edge));
        double bottom = trackY(from.row, edge);
        double lane = lane(edge);
        Point rise = new Point(lane, bottom);
        if (closedLoop(edge) != null) {
            double entry = to.y + Math.min(FlowLayouter.PORT_START, to.height / 2);
            return List.of(new Point(start, from.bottom()), new Point(start, bottom), rise,
                    new Point(lane, entry), new Point(to.x + to.width, entry));
        }
        double above = to.row == 0 ? FlowLayouter.MARGIN / 2 : trackY(to.row - 1, new Entry(edge));
        return List.of(new Point(start, from.bottom()), new Point(start, bottom), rise,
                new Point(lane, above), new Point(entryX(to), above), new Point(entryX(to), to.y));
    }

    private static double entryX(Item target) {
        return target.x + FlowLayouter.PORT_START;
    }

    /** The loop whose header the edge goes back to, or null: then it is a jump into the middle of something. */
    private Loops.Loop closedLoop(EdgeRef edge) {
        Loops.Loop loop = loops.innermost[edge.from()];
        while (loop != null && loop.header != edge.to()) {
            loop = loop.parent;
        }
        return loop;
    }

    /** The vertical line a back edge runs up on; jumps that close no loop get one right of everything. */
    private double lane(EdgeRef edge) {
        Loops.Loop loop = closedLoop(edge);
        if (loop != null) {
            return lanes.get(loop);
        }
        return strayLanes.computeIfAbsent(edge.to(), target -> {
            double right = lanes.values().stream().mapToDouble(lane -> lane).max().orElse(0);
            for (List<Item> row : rows.rows()) {
                for (Item item : row) {
                    right = Math.max(right, item.x + item.width);
                }
            }
            return right + FlowLayouter.GAP_X * (1 + strayLanes.size());
        });
    }
}
