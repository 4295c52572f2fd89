package org.tierscope.views.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.views.layout.FlowLayout.Kind;
import org.tierscope.views.layout.Loops.Loop;

/** Which row each block is in, what else crosses that row, and in which order things stand in it. */
final class Rows {
    /** A block in its row, or the point where a long edge crosses a row. */
    static final class Item {
        final int block;
        final int row;
        final Loop loop;
        final int key;
        final double width;
        final double height;
        /** True for a crossing of an edge that leaves a loop: those run down on the left of the loop. */
        boolean leavesLoop;
        int exitTarget = -1;
        final List<Link> above = new ArrayList<>();
        final List<Link> below = new ArrayList<>();
        double x;
        double y;

        Item(int block, int row, Loop loop, int key, double width, double height) {
            this.block = block;
            this.row = row;
            this.loop = loop;
            this.key = key;
            this.width = width;
            this.height = height;
        }

        boolean isBlock() {
            return block >= 0;
        }

        double bottom() {
            return y + height;
        }
    }

    /** A piece of an edge between two neighbouring rows; {@code port} counts edges of the upper item from the left. */
    record Link(EdgeRef edge, Item from, Item to, int port) {
        double startX() {
            return from.isBlock() ? portX(from, port) : from.x;
        }

        double endX() {
            return to.isBlock() ? to.x + FlowLayouter.PORT_START : to.x;
        }
    }

    /** An edge of the graph by the positions of its blocks. */
    record EdgeRef(int from, int to, int branch, Kind kind) {}

    private final FlowGraph graph;
    private final int[][] successors;
    private final Loops loops;
    private final int[] rowOf;
    private final Item[] blockItems;
    private final List<List<Item>> rows = new ArrayList<>();
    private final List<List<Item>> chains = new ArrayList<>();
    private final List<EdgeRef> edges = new ArrayList<>();
    private final Map<EdgeRef, List<Link>> links = new LinkedHashMap<>();
    private final Map<EdgeRef, Integer> backPorts = new HashMap<>();

    Rows(FlowGraph graph, int[][] successors, Loops loops) {
        this.graph = graph;
        this.successors = successors;
        this.loops = loops;
        this.rowOf = assignRows();
        this.blockItems = new Item[successors.length];
        int count = Arrays.stream(rowOf).max().orElse(0) + 1;
        for (int i = 0; i < count; i++) {
            rows.add(new ArrayList<>());
        }
        for (int block : loops.order) {
            var box = graph.blocks().get(block);
            Item item = new Item(block, rowOf[block], loops.innermost[block], loops.key[block],
                    box.width(), box.height());
            blockItems[block] = item;
            rows.get(item.row).add(item);
        }
        addEdges();
        orderRows();
    }

    List<List<Item>> rows() {
        return rows;
    }

    List<Item> blockItems() {
        return List.of(blockItems);
    }

    List<List<Item>> chains() {
        return chains;
    }

    List<EdgeRef> edges() {
        return edges;
    }

    /** The pieces of a forward edge from top to bottom. */
    List<Link> links(EdgeRef edge) {
        return links.getOrDefault(edge, List.of());
    }

    int backPort(EdgeRef edge) {
        return backPorts.get(edge);
    }

    Item item(int block) {
        return blockItems[block];
    }

    static double portX(Item item, int port) {
        double x = FlowLayouter.PORT_START + port * FlowLayouter.PORT_STEP;
        return item.x + Math.min(x, Math.max(FlowLayouter.PORT_START, item.width - FlowLayouter.PORT_START));
    }

    /**
     * A block stands below all its forward predecessors, and what follows a loop stands below the whole loop.
     * Blocks come in reverse postorder, so the first round settles all but exits from loops seen later.
     */
    private int[] assignRows() {
        int[] row = new int[successors.length];
        Map<Loop, Integer> bottoms = new HashMap<>();
        int rounds = 0;
        boolean changed = true;
        while (changed && rounds++ <= 2 * loops.loops.size() + 2) {
            changed = false;
            for (int block : loops.order) {
                for (Loop loop = loops.innermost[block]; loop != null; loop = loop.parent) {
                    bottoms.merge(loop, row[block], Math::max);
                }
                for (int to : successors[block]) {
                    if (!loops.isBack(block, to)) {
                        int wanted = Math.max(row[block], bottomLeft(block, to, bottoms)) + 1;
                        if (row[to] < wanted) {
                            row[to] = wanted;
                            changed = true;
                        }
                    }
                }
            }
        }
        return row;
    }

    private int bottomLeft(int from, int to, Map<Loop, Integer> bottoms) {
        int bottom = -1;
        for (Loop loop = loops.innermost[from]; loop != null && !loop.contains(to); loop = loop.parent) {
            bottom = bottoms.getOrDefault(loop, bottom);
        }
        return bottom;
    }

    private void addEdges() {
        for (int from : loops.order) {
            Integer[] branches = branchesLeftToRight(from);
            for (int port = 0; port < branches.length; port++) {
                int branch = branches[port];
                int to = successors[from][branch];
                EdgeRef edge = new EdgeRef(from, to, branch, kind(from, to));
                edges.add(edge);
                if (edge.kind() == Kind.BACK) {
                    backPorts.put(edge, port);
                } else {
                    addForward(edge, port);
                }
            }
        }
    }

    /** Exits leave on the left, back edges on the right, the rest in branch order. */
    private Integer[] branchesLeftToRight(int from) {
        Integer[] branches = new Integer[successors[from].length];
        Arrays.setAll(branches, i -> i);
        Arrays.sort(branches, Comparator.comparingInt(branch -> switch (kind(from, successors[from][branch])) {
            case LOOP_EXIT -> 0;
            case FORWARD -> 1;
            case BACK -> 2;
        }));
        return branches;
    }

    private Kind kind(int from, int to) {
        if (loops.isBack(from, to) || rowOf[to] <= rowOf[from]) {
            return Kind.BACK;
        }
        Loop inner = loops.innermost[from];
        return inner != null && !inner.contains(to) ? Kind.LOOP_EXIT : Kind.FORWARD;
    }

    private void addForward(EdgeRef edge, int port) {
        List<Link> pieces = new ArrayList<>();
        List<Item> chain = new ArrayList<>();
        Item upper = blockItems[edge.from()];
        Loop common = loops.common(edge.from(), edge.to());
        for (int row = rowOf[edge.from()] + 1; row < rowOf[edge.to()]; row++) {
            Item crossing = crossing(edge, row, common);
            chain.add(crossing);
            pieces.add(link(edge, upper, crossing, chain.size() == 1 ? port : 0));
            upper = crossing;
        }
        pieces.add(link(edge, upper, blockItems[edge.to()], chain.isEmpty() ? port : 0));
        links.put(edge, pieces);
        if (!chain.isEmpty()) {
            chains.add(chain);
        }
    }

    /** Exits from a loop to one target run together from the first row that two of them share. */
    private Item crossing(EdgeRef edge, int row, Loop common) {
        if (edge.kind() == Kind.LOOP_EXIT) {
            for (Item item : rows.get(row)) {
                if (item.exitTarget == edge.to() && item.loop == common) {
                    return item;
                }
            }
        }
        Item crossing = new Item(-1, row, common, loops.edgeKey[edge.from()][edge.branch()], 0, 0);
        if (edge.kind() == Kind.LOOP_EXIT) {
            crossing.leavesLoop = true;
            crossing.exitTarget = edge.to();
        }
        rows.get(row).add(crossing);
        return crossing;
    }

    private static Link link(EdgeRef edge, Item from, Item to, int port) {
        Link link = new Link(edge, from, to, port);
        from.below.add(link);
        to.above.add(link);
        return link;
    }

    /** Left to right by key; the items of a loop stay together, edges that leave a loop pass on its left. */
    private void orderRows() {
        for (List<Item> row : rows) {
            row.sort(Comparator.comparingInt(item -> item.key));
            List<Item> grouped = group(row, null);
            row.clear();
            row.addAll(grouped);
        }
    }

    /** The items of one loop level, with the items of each loop inside it side by side. */
    private List<Item> group(List<Item> items, Loop level) {
        List<Item> result = new ArrayList<>();
        Map<Loop, List<Item>> inner = new HashMap<>();
        List<Slot> slots = new ArrayList<>();
        for (Item item : items) {
            Loop child = childOf(level, item.loop);
            if (child != null) {
                inner.computeIfAbsent(child, loop -> {
                    slots.add(new Slot(loops.key[loop.header], null, loop));
                    return new ArrayList<>();
                }).add(item);
            } else if (item.leavesLoop) {
                result.add(item);
            } else {
                slots.add(new Slot(item.key, item, null));
            }
        }
        slots.sort(Comparator.comparingInt(Slot::key));
        for (Slot slot : slots) {
            if (slot.loop() == null) {
                result.add(slot.item());
            } else {
                result.addAll(group(inner.get(slot.loop()), slot.loop()));
            }
        }
        return result;
    }

    /** An item of a level, or all items of one loop inside it. */
    private record Slot(int key, Item item, Loop loop) {}

    private static Loop childOf(Loop level, Loop innermost) {
        Loop loop = innermost;
        while (loop != null && loop.parent != level) {
            loop = loop.parent;
        }
        return loop;
    }
}
