package org.tierscope.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;

/**
 * A program measured in each tier, and in Node.js where that was asked for and is installed.
 *
 * @param program the file
 * @param tiers the best run with at most each tier
 * @param nodes the best run of each way to run Node.js
 */
record Benchmark(Path program, Map<Tier, Measurement> tiers, Map<Node, Measurement> nodes) {
    /** Measures a program, each way {@code runs} times, in turns, so that a slow minute disturbs all alike. */
    static Benchmark of(
            Path program, EngineUnderTest engine, EngineOptions options, int runs, boolean againstNode)
            throws IOException, InterruptedException {
        var tiers = new EnumMap<Tier, Measurement>(Tier.class);
        var nodes = new EnumMap<Node, Measurement>(Node.class);
        for (int run = 0; run < runs; run++) {
            for (Tier tier : Tier.values()) {
                tiers.merge(tier, engine.measure(program, tier, options), Measurement::best);
            }
            if (againstNode) {
                for (Node node : Node.values()) {
                    Optional<Measurement> measured = node.measure(program);
                    measured.ifPresent(measurement -> nodes.merge(node, measurement, Measurement::best));
                }
            }
        }
        return new Benchmark(program, tiers, nodes);
    }

    /** Its name, for people. */
    String name() {
        return program.getFileName().toString().replaceFirst("\\.js$", "");
    }

    /** How many times faster than the interpreter at full speed. */
    double speedup(Tier tier) {
        return tiers.get(Tier.INTERPRETER).peakMillis() / tiers.get(tier).peakMillis();
    }

    /** Time of a tier at full speed over that of Node.js: 2 is half as fast. */
    OptionalDouble ratio(Tier tier, Node node) {
        Measurement other = nodes.get(node);
        return other == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(tiers.get(tier).peakMillis() / other.peakMillis());
    }

    /** Time of an average round within the first two seconds over that of Node.js. */
    OptionalDouble earlyRatio() {
        Measurement other = nodes.get(Node.NODE);
        return other == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(tiers.get(Tier.OPTIMIZING).earlyMillis() / other.earlyMillis());
    }

    /** Whether every run printed the same. */
    boolean outputsAgree() {
        return Stream.concat(tiers.values().stream(), nodes.values().stream())
                .map(Measurement::output)
                .distinct()
                .count() == 1;
    }
}
