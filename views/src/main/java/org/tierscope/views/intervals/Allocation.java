package org.tierscope.views.intervals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.LiveInterval;
import org.tierscope.record.proto.LiveRange;
import org.tierscope.record.proto.Location;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.CodeSpan;
import org.tierscope.views.control.GraphText;

/**
 * What the register allocator made of a compilation. Positions are those of {@link LiveRange}: two for each instruction.
 *
 * @param steps the instructions, in the order of the code
 * @param values a row for each value, in the order in which they begin to live
 * @param places a row for each register and slot
 * @param inRegisters how many values are in registers while an instruction runs, for each
 */
record Allocation(int compilationId, List<Step> steps, List<BlockSpan> blocks, List<Row> values, List<Row> places,
        int[] inRegisters) {

    /** What kind of place a value is in. */
    enum Kind { GENERAL, VECTOR, SLOT, HOME, OTHER }

    /** @param nodeId 0 for the beginning of a block, which is an instruction of its own: its phis get their values */
    record Step(int blockId, int nodeId, String text) {
    }

    /** Instructions [start, end) of a block. */
    record BlockSpan(int id, int start, int end, int loopDepth, boolean deferred) {
    }

    /** A value in one place for a while: positions [start, end). */
    record Bar(int start, int end, Kind kind, String place, int nodeId) {
    }

    /** @param nodeId of the value; 0 for a row of a register or slot */
    record Row(String label, String note, List<Bar> bars, int nodeId) {
    }

    /** Empty for a compilation without register allocation, or one that has not come so far. */
    static Optional<Allocation> of(Moment moment, CompilationState compilation) {
        FunctionLoaded function = moment.function(compilation.started().getFunctionId()).map(f -> f.function())
                .orElse(FunctionLoaded.getDefaultInstance());
        return compilation.passes().reversed().stream().map(Pass::graph)
                .filter(graph -> graph.getIntervalsCount() > 0).findFirst()
                .map(graph -> of(compilation.id(), graph, function));
    }

    private static Allocation of(int compilationId, Graph graph, FunctionLoaded function) {
        Map<Integer, GraphNode> nodes = new HashMap<>();
        graph.getNodesList().forEach(node -> nodes.put(node.getId(), node));
        List<Step> steps = new ArrayList<>();
        List<BlockSpan> blocks = new ArrayList<>();
        for (GraphBlock block : graph.getBlocksList()) {
            int start = steps.size();
            steps.add(new Step(block.getId(), 0, GraphText.blockTitle(block)));
            block.getNodesList().stream().map(nodes::get).filter(node -> !node.getOp().equals("Phi"))
                    .forEach(node -> steps.add(new Step(block.getId(), node.getId(), words(node))));
            blocks.add(new BlockSpan(block.getId(), start, steps.size(), block.getLoopDepth(), block.getDeferred()));
        }
        List<Row> values = graph.getIntervalsList().stream().filter(interval -> interval.getRangesCount() > 0)
                .map(interval -> value(interval, nodes.get(interval.getNodeId()), function))
                .sorted(Comparator.comparingInt((Row row) -> row.bars().getFirst().start()).thenComparing(Row::nodeId))
                .toList();
        return new Allocation(compilationId, List.copyOf(steps), List.copyOf(blocks), values, places(values),
                pressure(values, steps.size()));
    }

    private static String words(GraphNode node) {
        return GraphText.node(node).stream().map(CodeSpan::text).collect(Collectors.joining());
    }

    private static Row value(LiveInterval interval, GraphNode node, FunctionLoaded function) {
        List<Bar> bars = new ArrayList<>();
        for (LiveRange range : interval.getRangesList()) {
            Bar bar = new Bar(range.getStart(), range.getEnd(), kind(range.getLocation()),
                    Words.location(range.getLocation(), function), interval.getNodeId());
            Bar last = bars.isEmpty() ? null : bars.getLast();
            if (last != null && last.end() == bar.start() && last.place().equals(bar.place())) {
                bars.set(bars.size() - 1, new Bar(last.start(), bar.end(), bar.kind(), bar.place(), bar.nodeId()));
            } else {
                bars.add(bar);
            }
        }
        String places = bars.stream().map(Bar::place).distinct().collect(Collectors.joining(", "));
        return new Row("v" + interval.getNodeId() + (node == null ? "" : " " + node.getOp()), places,
                List.copyOf(bars), interval.getNodeId());
    }

    private static Kind kind(Location location) {
        return switch (location.getKindCase()) {
            case MACHINE_REGISTER -> location.getMachineRegister().startsWith("r") ? Kind.GENERAL : Kind.VECTOR;
            case SPILL_SLOT -> Kind.SLOT;
            case INTERPRETER_REGISTER -> Kind.HOME;
            case CONSTANT, REMOVED_OBJECT, DEAD, KIND_NOT_SET -> Kind.OTHER;
        };
    }

    /** The same bars by place: registers first. */
    private static List<Row> places(List<Row> values) {
        Map<String, List<Bar>> byPlace = new TreeMap<>(Comparator.comparing(Allocation::sortKey));
        values.forEach(row -> row.bars().forEach(bar ->
                byPlace.computeIfAbsent(bar.kind().ordinal() + bar.place(), place -> new ArrayList<>()).add(bar)));
        Map<String, Row> rows = new LinkedHashMap<>();
        byPlace.forEach((place, bars) -> {
            bars.sort(Comparator.comparingInt(Bar::start));
            long held = bars.stream().map(Bar::nodeId).distinct().count();
            rows.put(place, new Row(bars.getFirst().place(), held == 1 ? "1 value" : held + " values",
                    List.copyOf(bars), 0));
        });
        return List.copyOf(rows.values());
    }

    /** Numbers in names count as numbers: xmm2 comes before xmm10. */
    private static String sortKey(String place) {
        StringBuilder key = new StringBuilder();
        String digits = "";
        for (char c : (place + " ").toCharArray()) {
            if (Character.isDigit(c)) {
                digits += c;
            } else {
                key.append(digits.isEmpty() ? "" : "0".repeat(Math.max(0, 6 - digits.length())) + digits).append(c);
                digits = "";
            }
        }
        return key.toString();
    }

    private static int[] pressure(List<Row> values, int steps) {
        int[] change = new int[steps + 1];
        for (Row row : values) {
            for (Bar bar : row.bars()) {
                if (bar.kind() == Kind.GENERAL || bar.kind() == Kind.VECTOR) {
                    change[Math.min(steps, bar.start() / 2)]++;
                    change[Math.min(steps, (bar.end() + 1) / 2)]--;
                }
            }
        }
        int[] pressure = new int[steps];
        int live = 0;
        for (int i = 0; i < steps; i++) {
            live += change[i];
            pressure[i] = live;
        }
        return pressure;
    }

    /** The most values that are in registers at one time. */
    int highestPressure() {
        int highest = 0;
        for (int values : inRegisters) {
            highest = Math.max(highest, values);
        }
        return highest;
    }

    /** How many values had to leave their register for a slot of the frame, for a while or for good. */
    long spilled() {
        return values.stream().filter(row -> row.bars().stream().anyMatch(bar -> bar.kind() == Kind.SLOT)).count();
    }

    /** How many values are in more than one place in the course of time. */
    long split() {
        return values.stream().filter(row -> row.bars().stream().map(Bar::place).distinct().count() > 1).count();
    }
}
