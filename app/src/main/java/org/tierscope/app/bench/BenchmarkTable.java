package org.tierscope.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tierscope.engine.Tier;

/** Results for people and for programs. */
public final class BenchmarkTable {
    static final String HEADING = String.format(
            "%-24s %12s %12s %7s %12s %7s %10s %7s %11s %11s",
            "program", "interpreter", "baseline", "×", "optimizing", "×", "node", "ratio", "baseline",
            "optimizing");
    static final String UNITS = String.format(
            "%-24s %12s %12s %7s %12s %7s %10s %7s %11s %11s",
            "", "ms", "ms", "", "ms", "", "ms", "to node", "compile ms", "compile ms");

    private BenchmarkTable() {}

    /** One line of the table under {@link #HEADING}. */
    static String row(Benchmark benchmark) {
        return format("%-24s %12.1f %12.1f %7.1f %12.1f %7.1f %10s %7s %11.2f %11.2f%s",
                benchmark.program().getFileName(),
                benchmark.tiers().get(Tier.INTERPRETER).millis(),
                benchmark.tiers().get(Tier.BASELINE).millis(),
                benchmark.speedup(Tier.BASELINE),
                benchmark.tiers().get(Tier.OPTIMIZING).millis(),
                benchmark.speedup(Tier.OPTIMIZING),
                benchmark.node().map(node -> format("%.1f", node.millis())).orElse("-"),
                benchmark.overNode().map(ratio -> format("%.2f", ratio)).orElse("-"),
                benchmark.tiers().get(Tier.OPTIMIZING).baselineMicros() / 1000,
                benchmark.tiers().get(Tier.OPTIMIZING).optimizingMicros() / 1000,
                benchmark.outputsAgree() ? "" : "  OUTPUTS DIFFER");
    }

    /** The geometric means of the ratios. */
    static String summary(List<Benchmark> benchmarks) {
        var ratios = benchmarks.stream().flatMap(benchmark -> benchmark.overNode().stream()).toList();
        return format("geometric mean: baseline %.1f× the interpreter, optimizing %.1f×%s",
                mean(benchmarks.stream().map(benchmark -> benchmark.speedup(Tier.BASELINE)).toList()),
                mean(benchmarks.stream().map(benchmark -> benchmark.speedup(Tier.OPTIMIZING)).toList()),
                ratios.isEmpty() ? "" : format("; %.2f times the time of node", mean(ratios)));
    }

    /** The same figures as JSON. */
    static Map<String, Object> json(Benchmark benchmark) {
        var map = new LinkedHashMap<String, Object>();
        map.put("program", benchmark.program().toString());
        benchmark.tiers().forEach((tier, run) -> map.put(tier.label() + "Millis", run.millis()));
        benchmark.node().ifPresent(node -> map.put("nodeMillis", node.millis()));
        map.put("baselineCompileMicros", benchmark.tiers().get(Tier.OPTIMIZING).baselineMicros());
        map.put("optimizingCompileMicros", benchmark.tiers().get(Tier.OPTIMIZING).optimizingMicros());
        map.put("outputsAgree", benchmark.outputsAgree());
        return map;
    }

    private static double mean(List<Double> ratios) {
        return Math.exp(ratios.stream().collect(Collectors.averagingDouble(Math::log)));
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
