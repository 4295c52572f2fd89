package org.tierscope.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.tierscope.app.json.Json;
import org.tierscope.options.EngineOptions;

/** Measures programs one after another and prints each as it is done. */
public final class Benchmarks {
    private static final int START_UPS = 15;

    private final EngineUnderTest engine;
    private final EngineOptions options;
    private final int runs;
    private final boolean againstNode;
    private final PrintWriter out;
    private final List<Benchmark> results = new ArrayList<>();
    private final List<RecordingCost> costs = new ArrayList<>();
    private double startUpMillis;

    /**
     * @param mainClass of the command line, whose {@code run} is measured
     * @param runs of which the fastest counts
     * @param againstNode whether Node.js is measured too
     */
    public Benchmarks(
            String mainClass, EngineOptions options, int runs, boolean againstNode, PrintWriter out) {
        this.engine = new EngineUnderTest(mainClass);
        this.options = options;
        this.runs = runs;
        this.againstNode = againstNode;
        this.out = out;
    }

    /**
     * Measures and prints all.
     *
     * @return whether all ways to run each program printed the same
     */
    public boolean measure(List<Path> programs) throws IOException, InterruptedException {
        out.println(BenchmarkTable.HEADING);
        out.println(BenchmarkTable.UNITS);
        for (Path program : programs) {
            var benchmark = Benchmark.of(program, engine, options, runs, againstNode);
            results.add(benchmark);
            out.println(BenchmarkTable.row(benchmark));
            out.flush();
        }
        out.println(BenchmarkTable.summary(results));
        return results.stream().allMatch(Benchmark::outputsAgree);
    }

    /**
     * Measures and prints what a recording costs each program.
     *
     * @return whether all printed the same both ways
     */
    public boolean measureRecording(List<Path> programs) throws IOException, InterruptedException {
        out.println(RecordingCost.HEADING);
        out.println(RecordingCost.UNITS);
        for (Path program : programs) {
            var cost = RecordingCost.of(program, engine, options, runs);
            costs.add(cost);
            out.println(cost.row());
            out.flush();
        }
        out.println(String.format(Locale.ROOT, "geometric means: full speed %.2f, compiling %.2f",
                BenchmarkTable.mean(costs.stream().mapToDouble(RecordingCost::peakRatio).toArray()),
                BenchmarkTable.mean(costs.stream().mapToDouble(RecordingCost::compilingRatio).toArray())));
        return costs.stream().allMatch(RecordingCost::outputsAgree);
    }

    /** Measures and prints the median time that a process needs for a program that does nothing. */
    public void startUp() throws IOException, InterruptedException {
        Path empty = Files.createTempFile("empty", ".js");
        try {
            var times = DoubleStream.builder();
            for (int i = 0; i < START_UPS; i++) {
                times.add(engine.processMillis(empty));
            }
            startUpMillis = times.build().sorted().skip(START_UPS / 2).findFirst().orElseThrow();
            out.println(String.format(Locale.ROOT, "start-up of run on an empty file: %.0f ms", startUpMillis));
        } finally {
            Files.delete(empty);
        }
    }

    /** Everything measured so far, as one JSON object. */
    public String json() {
        var all = new LinkedHashMap<String, Object>();
        if (!costs.isEmpty()) {
            all.put("recording", costs.stream().map(RecordingCost::json).toList());
            return Json.of(all);
        }
        all.put("startUpMillis", startUpMillis);
        all.put("programs", results.stream().map(BenchmarkTable::json).toList());
        return Json.of(all);
    }
}
