package org.tierscope.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.tierscope.options.Tier;

/** Results for people and for programs. */
final class BenchmarkTable {
    private static final String COLUMNS = "%-20s %11s %10s %6s %11s %6s %9s %7s %9s %7s %9s %9s %9s";
    static final String HEADING = String.format(
            COLUMNS, "one round at", "interpreter", "baseline", "", "optimizing", "", "node", "ratio",
            "jitless", "ratio", "first 2 s", "compiling", "compiling");
    static final String UNITS = String.format(
            COLUMNS, "full speed", "ms", "ms", "×", "ms", "×", "ms", "opt/n", "ms", "int/j", "opt/n",
            "base, ms", "opt, ms");

    private BenchmarkTable() {}

    /** One line of the table under {@link #HEADING}. */
    static String row(Benchmark benchmark) {
        Measurement optimizing = benchmark.tiers().get(Tier.OPTIMIZING);
        return String.format(COLUMNS,
                benchmark.name(),
                millis(benchmark.tiers().get(Tier.INTERPRETER)),
                millis(benchmark.tiers().get(Tier.BASELINE)),
                times(benchmark.speedup(Tier.BASELINE)),
                millis(optimizing),
                times(benchmark.speedup(Tier.OPTIMIZING)),
                millis(benchmark.nodes().get(Node.NODE)),
                ratio(benchmark.ratio(Tier.OPTIMIZING, Node.NODE)),
                millis(benchmark.nodes().get(Node.JITLESS)),
                ratio(benchmark.ratio(Tier.INTERPRETER, Node.JITLESS)),
                ratio(benchmark.earlyRatio()),
                format("%.2f", optimizing.baseline().millis()),
                format("%.2f", optimizing.optimizing().millis()))
                + (benchmark.outputsAgree() ? "" : "  OUTPUTS DIFFER");
    }

    /** The geometric means of the ratios. */
    static String summary(List<Benchmark> benchmarks) {
        var text = new StringBuilder("geometric means: ");
        text.append(format("baseline %.1f× the interpreter, optimizing %.1f×",
                mean(benchmarks.stream().mapToDouble(b -> b.speedup(Tier.BASELINE)).toArray()),
                mean(benchmarks.stream().mapToDouble(b -> b.speedup(Tier.OPTIMIZING)).toArray())));
        addRatio(text, benchmarks, Tier.OPTIMIZING, Node.NODE);
        addRatio(text, benchmarks, Tier.INTERPRETER, Node.JITLESS);
        double[] early = benchmarks.stream().flatMapToDouble(benchmark -> benchmark.earlyRatio().stream()).toArray();
        if (early.length > 0) {
            text.append(format("; in the first 2 s optimizing takes %.2f times as long as node", mean(early)));
        }
        addCompiling(text, benchmarks);
        return text.toString();
    }

    private static void addCompiling(StringBuilder text, List<Benchmark> benchmarks) {
        Compiling baseline = Compiling.NONE;
        Compiling optimizing = Compiling.NONE;
        for (Benchmark benchmark : benchmarks) {
            baseline = baseline.plus(benchmark.tiers().get(Tier.OPTIMIZING).baseline());
            optimizing = optimizing.plus(benchmark.tiers().get(Tier.OPTIMIZING).optimizing());
        }
        text.append(format("; compiling takes %.1f µs per bytecode in baseline, %.1f µs in optimizing",
                baseline.microsPerBytecode(), optimizing.microsPerBytecode()));
    }

    /** The same figures as JSON. */
    static Map<String, Object> json(Benchmark benchmark) {
        var map = new LinkedHashMap<String, Object>();
        map.put("program", benchmark.name());
        benchmark.tiers().forEach((tier, run) -> map.put(tier.label(), json(run)));
        benchmark.nodes().forEach((node, run) -> map.put(node.label(), json(run)));
        map.put("baselineOverInterpreter", benchmark.speedup(Tier.BASELINE));
        map.put("optimizingOverInterpreter", benchmark.speedup(Tier.OPTIMIZING));
        benchmark.ratio(Tier.OPTIMIZING, Node.NODE).ifPresent(ratio -> map.put("timeOverNode", ratio));
        benchmark.earlyRatio().ifPresent(ratio -> map.put("firstTwoSecondsOverNode", ratio));
        map.put("outputsAgree", benchmark.outputsAgree());
        return map;
    }

    private static Map<String, Object> json(Measurement run) {
        var map = new LinkedHashMap<String, Object>();
        map.put("millis", run.millis());
        map.put("peakMillis", run.peakMillis());
        map.put("warmUpMillis", run.warmUpMillis());
        map.put("rounds", run.rounds());
        map.put("baselineCompileMicros", run.baseline().micros());
        map.put("optimizingCompileMicros", run.optimizing().micros());
        map.put("baselineMicrosPerBytecode", run.baseline().microsPerBytecode());
        map.put("optimizingMicrosPerBytecode", run.optimizing().microsPerBytecode());
        return map;
    }

    private static void addRatio(StringBuilder text, List<Benchmark> benchmarks, Tier tier, Node node) {
        double[] ratios = benchmarks.stream()
                .flatMapToDouble(benchmark -> benchmark.ratio(tier, node).stream())
                .toArray();
        if (ratios.length > 0) {
            text.append(format("; %s takes %.2f times as long as %s", tier.label(), mean(ratios), node.label()));
        }
    }

    /** Geometric mean. */
    static double mean(double[] ratios) {
        double logs = 0;
        for (double ratio : ratios) {
            logs += Math.log(ratio);
        }
        return Math.exp(logs / ratios.length);
    }

    private static String millis(Measurement measurement) {
        return measurement == null ? "-" : format("%.3f", measurement.peakMillis());
    }

    private static String times(double speedup) {
        return format("%.1f", speedup);
    }

    private static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? format("%.2f", ratio.getAsDouble()) : "-";
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
