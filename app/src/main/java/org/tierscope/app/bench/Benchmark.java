package org.tierscope.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.tierscope.engine.EngineOptions;
import org.tierscope.engine.Tier;

/**
 * A program measured in each tier, and in Node.js where that is installed.
 *
 * @param program the file
 * @param tiers the best run with at most each tier
 * @param node the best run of Node.js
 */
public record Benchmark(Path program, Map<Tier, Measurement> tiers, Optional<Measurement> node) {
    /** Measures a program, each way {@code runs} times. */
    static Benchmark of(Path program, EngineUnderTest engine, EngineOptions options, int runs)
            throws IOException, InterruptedException {
        var tiers = new EnumMap<Tier, Measurement>(Tier.class);
        Optional<Measurement> node = Optional.empty();
        for (int run = 0; run < runs; run++) {
            for (Tier tier : Tier.values()) {
                tiers.merge(tier, engine.measure(program, tier, options), Measurement::best);
            }
            Optional<Measurement> next = Node.measure(program);
            node = node.isPresent() && next.isPresent() ? Optional.of(node.get().best(next.get())) : next;
        }
        return new Benchmark(program, tiers, node);
    }

    /** How many times faster than the interpreter. */
    public double speedup(Tier tier) {
        return tiers.get(Tier.INTERPRETER).millis() / tiers.get(tier).millis();
    }

    /** Time of the optimizing run over that of Node.js: 2 is half as fast. */
    public Optional<Double> overNode() {
        return node.map(measurement -> tiers.get(Tier.OPTIMIZING).millis() / measurement.millis());
    }

    /** Whether every run printed the same. */
    public boolean outputsAgree() {
        String expected = tiers.get(Tier.INTERPRETER).output();
        return tiers.values().stream().allMatch(measurement -> measurement.output().equals(expected))
                && node.map(measurement -> measurement.output().equals(expected)).orElse(true);
    }
}
