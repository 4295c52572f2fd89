package org.tierscope.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tierscope.engine.Engine;
import org.tierscope.engine.Program;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.record.QueueRecorder;
import org.tierscope.record.RecordingReader;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.Location;
import org.tierscope.record.proto.PassFinished;
import org.tierscope.record.proto.ShapeCreated;
import org.tierscope.record.proto.StackFrame;

/** What a program that runs leaves in its recording. */
class PublishedEventsTest {
    private final ByteArrayOutputStream recording = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(Tier.class)
    void shapesTellWhereTheyWereMadeAndFromWhat(Tier tier) throws Exception {
        List<Event> events = run(tier, """
                function point(x) {
                  const p = {};
                  p.first = x;
                  p.second = x;
                  return p;
                }
                for (let i = 0; i < 100; i++) point(i);
                """);
        Set<Integer> known = new HashSet<>();
        ShapeCreated second = null;
        for (Event event : events) {
            if (event.hasShapeCreated()) {
                ShapeCreated shape = event.getShapeCreated();
                assertThat(shape.getParentShapeId() == 0 || known.contains(shape.getParentShapeId()))
                        .as("the parent of %s comes before it", shape)
                        .isTrue();
                known.add(shape.getShapeId());
                second = shape.getKey().equals("second") ? shape : second;
            }
        }
        assertThat(second).isNotNull();
        int point = functionNamed(events, "point");
        assertThat(second.getFunctionId()).isEqualTo(point);
        assertThat(second.getSlot()).isEqualTo(1);
    }

    @Test
    void theSyntaxTreeOfEachTextIsThere() throws Exception {
        List<Event> events = run(Tier.INTERPRETER, "let a = 1;\neval('a + 2');");
        List<String> trees = events.stream().filter(Event::hasSyntaxTree)
                .map(e -> e.getSyntaxTree().getNodesList().stream()
                        .map(node -> node.getDepth() + " " + node.getKind() + " " + node.getLabel())
                        .collect(Collectors.joining("\n")))
                .toList();
        assertThat(trees).hasSize(2);
        assertThat(trees.getFirst()).contains("1 Let a\n2 Literal 1").contains("2 Call \n3 Identifier eval");
        assertThat(trees.getLast()).contains("2 Binary +\n3 Identifier a\n3 Literal 2");
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void aPausedProgramTellsItsStack(Tier tier) throws Exception {
        var inside = new CountDownLatch(1);
        var output = new OutputStream() {
            @Override
            public void write(int b) {
                inside.countDown();
            }
        };
        var engine = new Engine(options(tier)).output(output, output);
        try (var recorder = new QueueRecorder(recording, System::nanoTime)) {
            engine.recorder(recorder);
            Thread guest = Thread.ofPlatform().start(() -> engine.run(Program.of("program.js",
                    "function inner() { console.log('in'); for (;;); }\nfunction outer() { inner(); }\nouter();\n")));
            assertThat(inside.await(120, TimeUnit.SECONDS)).isTrue();
            engine.pause();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (events().stream().noneMatch(Event::hasStateSnapshot) && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            engine.stop();
            guest.join();
        }
        List<StackFrame> frames = events().stream().filter(Event::hasStateSnapshot).findFirst().orElseThrow()
                .getStateSnapshot().getFramesList();
        assertThat(frames).extracting(StackFrame::getFunctionName).containsExactly("inner", "outer", "(program)");
        assertThat(frames).extracting(frame -> frame.getPosition().getLine()).containsExactly(1, 2, 3);
    }

    @Test
    void valuesOfOptimizedCodeTellWhereTheyAreAndNotesNameThem() throws Exception {
        List<PassFinished> passes = run(Tier.OPTIMIZING, """
                function sum(n) { let s = 0; for (let i = 0; i < n; i++) s = (s + i) | 0; return s; }
                for (let i = 0; i < 100; i++) sum(i);
                """).stream().filter(Event::hasPassFinished).map(Event::getPassFinished).toList();
        PassFinished allocation = passes.stream()
                .filter(pass -> pass.getName().equals("register-allocation"))
                .findFirst()
                .orElseThrow();
        Graph graph = allocation.getGraph();
        Set<Integer> nodes = new HashSet<>();
        graph.getNodesList().forEach(node -> nodes.add(node.getId()));
        assertThat(graph.getIntervalsList()).isNotEmpty().allSatisfy(interval -> {
            assertThat(nodes).contains(interval.getNodeId());
            assertThat(interval.getRangesList()).isNotEmpty().allSatisfy(range -> {
                assertThat(range.getEnd()).isGreaterThan(range.getStart());
                assertThat(range.getLocation().getKindCase()).isNotEqualTo(Location.KindCase.KIND_NOT_SET);
            });
        });
        PassFinished truncation =
                passes.stream().filter(pass -> pass.getName().equals("truncation")).findFirst().orElseThrow();
        assertThat(truncation.getNotesList())
                .anySatisfy(note -> assertThat(note.getText()).contains("low bits of v" + note.getNodeId() + " "));
    }

    private static EngineOptions options(Tier tier) {
        return EngineOptions.DEFAULTS
                .with(EngineOption.MAX_TIER, tier)
                .with(EngineOption.SYNC_COMPILE, true)
                .with(EngineOption.BASELINE_THRESHOLD, 5L)
                .with(EngineOption.OPTIMIZE_THRESHOLD, 20L);
    }

    private List<Event> run(Tier tier, String source) throws IOException {
        var engine = new Engine(options(tier)).output(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        try (var recorder = new QueueRecorder(recording, System::nanoTime)) {
            assertThat(engine.recorder(recorder).run(Program.of("program.js", source)).error()).isEmpty();
        }
        return events();
    }

    private List<Event> events() throws IOException {
        return RecordingReader.read(new ByteArrayInputStream(recording.toByteArray())).events();
    }

    private static int functionNamed(List<Event> events, String name) {
        return events.stream().filter(Event::hasFunctionLoaded).map(Event::getFunctionLoaded)
                .filter(function -> function.getName().equals(name)).findFirst().orElseThrow().getFunctionId();
    }
}
