package org.tierscope.app.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tierscope.record.RecordingWriter;
import org.tierscope.record.proto.CompilationStarted;
import org.tierscope.record.proto.CountersSample;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.FunctionCounters;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.PassFinished;
import org.tierscope.record.proto.RunStarted;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.record.proto.Tier;
import org.tierscope.record.proto.Totals;
import org.tierscope.session.Session;
import org.tierscope.session.Timed;
import org.tierscope.views.layout.FlowGraph;

/** Large things to measure on: graphs by chance, the same each time, and recordings that go on and on. */
final class SyntheticRecordings {
    private static final int SEED = 7;

    private SyntheticRecordings() {
    }

    /** Blocks with branches forward and loops back, as compilers make them. */
    static List<List<Integer>> successors(int blocks) {
        Random random = new Random(SEED);
        List<List<Integer>> successors = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            List<Integer> next = new ArrayList<>();
            if (i + 1 < blocks) {
                next.add(i + 1);
            }
            if (i % 3 == 0 && i + 2 < blocks) {
                next.add(i + 2 + random.nextInt(Math.min(6, blocks - i - 2)));
            } else if (i % 11 == 10) {
                next.add(i - random.nextInt(8));
            }
            successors.add(List.copyOf(next));
        }
        return successors;
    }

    static FlowGraph flowGraph(int blocks) {
        List<List<Integer>> successors = successors(blocks);
        List<FlowGraph.Block> boxes = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            boxes.add(new FlowGraph.Block(i, 300, 60 + 17 * (i % 9), successors.get(i)));
        }
        return new FlowGraph(boxes);
    }

    /** A recording of one compilation with one graph. */
    static void writeGraph(Path file, int blocks, int nodesPerBlock) throws IOException {
        List<List<Integer>> successors = successors(blocks);
        Graph.Builder graph = Graph.newBuilder();
        int node = 1;
        for (int i = 0; i < blocks; i++) {
            GraphBlock.Builder block = GraphBlock.newBuilder().setId(i).addAllSuccessors(successors.get(i)).setFrequency(1);
            for (int n = 0; n < nodesPerBlock; n++, node++) {
                block.addNodes(node);
                graph.addNodes(GraphNode.newBuilder().setId(node).setOp("AddInt32").addInputs(Math.max(1, node - 1))
                        .addInputs(Math.max(1, node - 7)).setBlock(i).setType("int32").setFunctionId(1));
            }
            graph.addBlocks(block);
        }
        RecordingWriter.write(file, List.of(
                Event.newBuilder().setRunStarted(RunStarted.newBuilder().setProgramPath("large.js")).build(),
                Event.newBuilder().setSourceLoaded(SourceLoaded.newBuilder().setSourceId(1).setPath("large.js")
                        .setText("function large() {}")).build(),
                Event.newBuilder().setFunctionLoaded(FunctionLoaded.newBuilder().setFunctionId(1).setName("large")
                        .setSourceId(1).setEnd(19).setLine(1).setColumn(1)).build(),
                Event.newBuilder().setTimeNanos(1).setCompilationStarted(CompilationStarted.newBuilder().setCompilationId(1)
                        .setFunctionId(1).setTier(Tier.OPTIMIZING).setOsrPc(-1)).build(),
                Event.newBuilder().setTimeNanos(2).setPassFinished(PassFinished.newBuilder().setCompilationId(1)
                        .setName("build").setGraph(graph).setNodesAfter(node - 1)).build()));
    }

    /** How often a program's functions stand in {@link #writeLong}'s: as many as a large program has. */
    private static final int COPIES = 60;
    /** What a function's recorded code and graphs are repeated for: it is compiled again now and then in a long run. */
    private static final int SAMPLES_BETWEEN_COMPILATIONS = 60;
    private static final long SAMPLE_NANOS = 20_000_000;

    /**
     * A long run of a large program: the functions of a session many times over, each with ids of its own; then samples of all their counters and
     * of the feedback of some, as the engine takes them, and now and then some function compiled again; until the file is large enough.
     */
    static void writeLong(Path file, Session session, long bytes) throws IOException {
        List<Event> events = session.events().stream().map(Timed::value).toList();
        Renumbering ids = new Renumbering(events);
        List<Event> compilations = events.stream().filter(event -> event.hasCompilationStarted() || event.hasPassFinished()
                || event.hasCompilationFinished() || event.hasCodeInstalled() || event.hasDeoptimized() || event.hasOsrEntered())
                .toList();
        List<Event> feedback = events.stream().filter(Event::hasFeedbackSample).toList();
        List<FunctionCounters> counters = events.stream().filter(Event::hasCountersSample)
                .flatMap(event -> event.getCountersSample().getFunctionsList().stream()).toList();
        Totals totals = events.stream().filter(Event::hasCountersSample).map(event -> event.getCountersSample().getTotals())
                .reduce(Totals.getDefaultInstance(), (before, now) -> now);
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            for (Event event : events) {
                if (event.hasRunStarted() || event.hasSourceLoaded() || event.hasConsoleOutput()) {
                    writer.write(event.toBuilder().setTimeNanos(0).build());
                }
            }
            for (int copy = 0; copy < COPIES; copy++) {
                for (Event event : events) {
                    if (event.hasFunctionLoaded()) {
                        writer.write(ids.in(event, copy, 0).toBuilder().setTimeNanos(0).build());
                    }
                }
            }
            long time = 0;
            for (int tick = 1; writer.bytesWritten() < bytes; tick++) {
                time += SAMPLE_NANOS;
                CountersSample.Builder sample = CountersSample.newBuilder();
                for (int copy = 0; copy < COPIES; copy++) {
                    for (FunctionCounters one : counters.subList(counters.size() - Math.min(counters.size(), 4), counters.size())) {
                        sample.addFunctions(ids.in(one, copy).toBuilder().setCalls(one.getCalls() + tick));
                    }
                }
                sample.setTotals(totals.toBuilder().setCalls(totals.getCalls() + 1000L * tick)
                        .setHeapUsedBytes((1 + tick % 50) << 20));
                writer.write(Event.newBuilder().setTimeNanos(time).setCountersSample(sample).build());
                for (Event event : feedback) {
                    writer.write(ids.in(event, (tick * 7 + 3) % COPIES, 0).toBuilder().setTimeNanos(time).build());
                }
                if (tick % SAMPLES_BETWEEN_COMPILATIONS == 0) {
                    for (Event event : compilations) {
                        writer.write(ids.in(event, tick % COPIES, tick).toBuilder().setTimeNanos(time).build());
                    }
                }
            }
        }
    }
}
