package org.tierscope.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.tierscope.app.json.Json;
import org.tierscope.engine.EngineOptions;

/** Measures programs one after another and prints each as it is done. */
public final class Benchmarks {
    private static final int START_UPS = 15;

    private final EngineUnderTest engine;
    private final EngineOptions options;
    private final int runs;
    private final PrintWriter out;

    /**
     * @param mainClass of the command line, whose {@code run} is measured
     * @param runs of which the fastest counts
     */
    public Benchmarks(String mainClass, EngineOptions options, int runs, PrintWriter out) {
        this.engine = new EngineUnderTest(mainClass);
        this.options = options;
        this.runs = runs;
        this.out = out;
    }

    /** Measures and prints all; the results, in the order of the programs. */
    public List<Benchmark> measure(List<Path> programs) throws IOException, InterruptedException {
        var results = new ArrayList<Benchmark>();
        out.println(BenchmarkTable.HEADING);
        out.println(BenchmarkTable.UNITS);
        for (Path program : programs) {
            var benchmark = Benchmark.of(program, engine, options, runs);
            results.add(benchmark);
            out.println(BenchmarkTable.row(benchmark));
            out.flush();
        }
        out.println(BenchmarkTable.summary(results));
        return results;
    }

    /** The median time that a process needs for a program that does nothing, in milliseconds. */
    public double startUpMillis() throws IOException, InterruptedException {
        Path empty = Files.createTempFile("empty", ".js");
        try {
            var times = DoubleStream.builder();
            for (int i = 0; i < START_UPS; i++) {
                times.add(engine.processMillis(empty));
            }
            double median = times.build().sorted().skip(START_UPS / 2).findFirst().orElseThrow();
            out.println(String.format(Locale.ROOT, "start-up of run on an empty file: %.0f ms", median));
            return median;
        } finally {
            Files.delete(empty);
        }
    }

    /** Everything measured, as one JSON object. */
    public static String json(List<Benchmark> benchmarks, double startUpMillis) {
        return Json.of(Map.of(
                "startUpMillis", startUpMillis,
                "programs", benchmarks.stream().map(BenchmarkTable::json).toList()));
    }
}
