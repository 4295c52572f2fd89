package org.tierscope.app.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.workbench.Settings;
import org.tierscope.app.workbench.Workbench;
import org.tierscope.session.Cursor;
import org.tierscope.session.Selection;
import org.tierscope.views.layout.FlowLayouter;

/**
 * Uses a window as a person does and takes the time. Without a display unless there is one; drawing in software then counts too.
 */
public final class Measurements {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final List<String> FILLED = List.of("functions", "source", "bytecode", "ssa", "machine", "timeline",
            "transition");
    private static final int FRAMES = 120;
    private static final double MB = 1 << 20;

    private final EngineCommand engine;
    private final Path sample;
    private final long recordingBytes;
    private final Consumer<Figure> report;
    private final Path folder;
    private Workbench workbench;

    private Measurements(EngineCommand engine, Path sample, long recordingBytes, Consumer<Figure> report) throws IOException {
        this.engine = engine;
        this.sample = sample;
        this.recordingBytes = recordingBytes;
        this.report = report;
        this.folder = Files.createTempDirectory("tierscope-measure");
    }

    /**
     * Measures everything, in a minute or so.
     *
     * @param sample a program that gets optimized and ends by itself
     * @param recordingBytes size of the recording to open
     * @param report gets each figure as soon as it is there
     */
    public static void run(EngineCommand engine, Path sample, long recordingBytes, Consumer<Figure> report)
            throws IOException {
        Measurements measurements = new Measurements(engine, sample, recordingBytes, report);
        try {
            measurements.all();
        } finally {
            measurements.end();
        }
    }

    private void all() throws IOException {
        layout();
        Platform.startup(() -> Platform.setImplicitExit(false));
        open();
        sample();
        graph();
        recording();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private void layout() {
        var graph = SyntheticRecordings.flowGraph(2000);
        FlowLayouter.layout(SyntheticRecordings.flowGraph(200));
        long start = System.nanoTime();
        FlowLayouter.layout(graph);
        report.accept(Figure.atMost("layout of a graph of 2000 blocks", seconds(System.nanoTime() - start), "s", 1));
    }

    private void open() throws IOException {
        onFx(() -> {
            workbench = new Workbench(new Stage(), Settings.in(folder), engine, Workbench.installedViews());
            workbench.show();
            return null;
        });
        // the window is there when it has been drawn and answers
        frames(2);
        Instant launched = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        report.accept(Figure.atMost("launch to a usable window (with the measuring itself)",
                Duration.between(launched, Instant.now()).toMillis() / 1e3, "s", 1.5));
    }

    private void sample() throws IOException {
        try (StallDetector stalls = new StallDetector()) {
            long start = System.nanoTime();
            onFx(() -> {
                workbench.open(sample);
                return null;
            });
            await(() -> FILLED.stream().allMatch(view -> workbench.textOf(view).filter(text -> !text.isBlank()).isPresent()));
            report.accept(Figure.atMost("from opening a sample to all its views filled", seconds(System.nanoTime() - start),
                    "s", 3));
            await(() -> !workbench.program().isRunning() && workbench.isIdle());
            report.accept(Figure.atMost("longest work on the JavaFX thread meanwhile", stalls.longestNanos() / 1e6, "ms",
                    StallDetector.LIMIT_NANOS / 1e6));
            report.accept(Figure.atMost("the same by processor time, whatever else the machine does", stalls.longestCpuNanos() / 1e6, "ms",
                    StallDetector.LIMIT_NANOS / 1e6));
            report.accept(Figure.atMost("how often it was longer than 16 ms", stalls.stalls(), "", 0));
        }
        Path recording = folder.resolve("long.tsr");
        SyntheticRecordings.writeLong(recording, workbench.viewpoint().session(), recordingBytes);
    }

    private void graph() throws IOException {
        Path file = folder.resolve("graph.tsr");
        SyntheticRecordings.writeGraph(file, 500, 10);
        openRecording(file);
        onFx(() -> {
            workbench.viewpoint().select(new Selection.Compilation(1));
            workbench.refreshNow();
            return null;
        });
        await(workbench::isIdle);
        Node canvas = onFx(() -> workbench.scene().lookup("#ssa-graph"));
        long[] times = pan(canvas);
        Arrays.sort(times);
        double median = times[times.length / 2] / 1e6;
        report.accept(Figure.atMost("painting a graph of 5000 nodes once more while it is panned, of 120 times the middle one",
                median, "ms", 1000.0 / 60));
        report.accept(Figure.atLeast("frames a second that allows, by the slowest but one in twenty",
                1e9 / Math.max(1, times[times.length * 19 / 20]), "", 60));
    }

    /** Scrolls the graph once in each frame; how long each took, with the painting. */
    private long[] pan(Node canvas) throws IOException {
        long[] times = new long[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            double dy = i < FRAMES / 2 ? -40 : 40;
            long start = System.nanoTime();
            onFx(() -> {
                Point2D middle = canvas.localToScreen(20, 20);
                canvas.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 20, 20, middle.getX(), middle.getY(), false, false, false,
                        false, false, false, 0, dy, 0, dy, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
                return null;
            });
            times[i] = System.nanoTime() - start;
        }
        return times;
    }

    private void recording() throws IOException {
        Path file = folder.resolve("long.tsr");
        double size = Files.size(file) / MB;
        long start = System.nanoTime();
        openRecording(file);
        report.accept(Figure.atMost("opening a recording of %.0f MB".formatted(size), seconds(System.nanoTime() - start), "s", 3));
        long end = workbench.viewpoint().session().endNanos();
        long worst = 0;
        for (int i = 1; i <= 20; i++) {
            long at = end / 21 * (i * 13 % 21);
            start = System.nanoTime();
            onFx(() -> {
                workbench.viewpoint().moveTo(Cursor.at(at));
                workbench.refreshNow();
                return null;
            });
            worst = Math.max(worst, System.nanoTime() - start);
        }
        report.accept(Figure.atMost("the slowest of 20 jumps in its time, all views in sight", worst / 1e6, "ms", 100));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        report.accept(Figure.atMost("memory of the window with it open", (runtime.totalMemory() - runtime.freeMemory()) / MB,
                "MB", 1024));
    }

    private void openRecording(Path file) throws IOException {
        onFx(() -> {
            workbench.open(file);
            return null;
        });
        await(() -> !workbench.program().loadingProperty().get());
        onFx(() -> {
            workbench.refreshNow();
            return null;
        });
        await(workbench::isIdle);
    }

    private void end() throws IOException {
        if (workbench != null) {
            onFx(() -> {
                workbench.close();
                return null;
            });
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    // -------------------------------------------------------------------------------------------- the JavaFX thread

    private static void frames(int count) throws IOException {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int left = count;

            @Override
            public void handle(long now) {
                if (left-- == 0) {
                    stop();
                    seen.complete(null);
                }
            }
        }.start());
        get(seen);
    }

    private static void await(Callable<Boolean> condition) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!onFx(condition)) {
            if (System.nanoTime() > end) {
                throw new IOException("gave up waiting after " + LONGEST.toMinutes() + " minutes");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private static <T> T onFx(Callable<T> work) throws IOException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return get(result);
    }

    private static <T> T get(CompletableFuture<T> result) throws IOException {
        try {
            return result.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            throw new IOException("the user interface does not respond", e);
        }
    }
}
