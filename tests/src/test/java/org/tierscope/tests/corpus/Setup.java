package org.tierscope.tests.corpus;

import static org.tierscope.options.EngineOption.BASELINE_THRESHOLD;
import static org.tierscope.options.EngineOption.DEOPT_EVERY;
import static org.tierscope.options.EngineOption.DISABLE_PASS;
import static org.tierscope.options.EngineOption.GC_EVERY;
import static org.tierscope.options.EngineOption.MAX_TIER;
import static org.tierscope.options.EngineOption.MAX_VERSIONS;
import static org.tierscope.options.EngineOption.OPTIMIZE_THRESHOLD;
import static org.tierscope.options.EngineOption.OSR_ALWAYS;
import static org.tierscope.options.EngineOption.POISON;
import static org.tierscope.options.EngineOption.RANDOM_FEEDBACK;
import static org.tierscope.options.EngineOption.RANDOM_REGISTERS;
import static org.tierscope.options.EngineOption.RUN_GRAPHS;
import static org.tierscope.options.EngineOption.SYNC_COMPILE;
import static org.tierscope.options.EngineOption.TIMEOUT;
import static org.tierscope.options.EngineOption.VERIFY;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tierscope.engine.Engine;
import org.tierscope.engine.Program;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.tier.OptimizerSteps;

/**
 * One way of running the engine, under which every program must give the same as under any other.
 *
 * @param name for reports and {@code --only}
 */
public record Setup(String name, EngineOptions options) {
    /** Many times what the slowest program needs; so a program that loops for ever fails by name. */
    private static final double SECONDS = 300;

    /** Leaving at every guard, or collecting at every third allocation, makes a sample that runs for a second run for minutes. */
    private static final double SECONDS_UNDER_STRESS = 900;

    /** More than twice as many as a compilation has graphs. */
    private static final long GRAPH_ENTRIES = 60;

    /** Passes that rest on each other's work, which are therefore left out together. */
    private static final List<Set<String>> GROUPS = List.of(
            Set.of("value-numbering", "guard-elimination", "load-elimination"),
            Set.of("loop-invariant-code-motion", "code-sinking"),
            Set.of("constant-folding", "range-analysis"),
            Set.of("branch-folding", "dead-code-elimination"),
            Set.of("inlining", "intrinsics"),
            Set.of("escape-analysis", "loop-unrolling", "arguments-elimination"),
            Set.of("type-specialization", "polymorphic-dispatch", "path-pruning"));

    /** For a build: what hangs is stopped soon. */
    static Setup ofBuild(String name, EngineOptions options) {
        return new Setup(name, options.with(TIMEOUT, SECONDS));
    }

    /** Thresholds so low that the loops of the corpus, which are short, reach every tier. */
    static EngineOptions early(Tier tier) {
        return EngineOptions.DEFAULTS
                .with(MAX_TIER, tier)
                .with(BASELINE_THRESHOLD, 5L)
                .with(OPTIMIZE_THRESHOLD, 60L);
    }

    /** Optimized functions run as graphs, before the first pass and after each. */
    static Setup runGraphs() {
        EngineOptions sync = early(Tier.OPTIMIZING).with(SYNC_COMPILE, true).with(TIMEOUT, SECONDS_UNDER_STRESS);
        return new Setup("run-graphs", sync.with(RUN_GRAPHS, GRAPH_ENTRIES));
    }

    /**
     * Every single pass left out, each alone, none at all, groups of them left out, and each stress switch at several strengths:
     * too much for each build.
     */
    static List<Setup> stress() {
        EngineOptions sync = early(Tier.OPTIMIZING).with(SYNC_COMPILE, true).with(TIMEOUT, SECONDS_UNDER_STRESS);
        EngineOptions verified = sync.with(VERIFY, true);
        Set<String> passes = passNames();
        var setups = new ArrayList<Setup>();
        setups.add(new Setup("no-pass", sync.with(DISABLE_PASS, passes)));
        for (String pass : passes) {
            setups.add(new Setup("without-" + pass, verified.with(DISABLE_PASS, Set.of(pass))));
        }
        for (String pass : passes) {
            var others = new TreeSet<>(passes);
            others.remove(pass);
            setups.add(new Setup("only-" + pass, sync.with(DISABLE_PASS, others)));
        }
        for (Set<String> group : GROUPS) {
            if (!passes.containsAll(group)) {
                throw new IllegalStateException("no such passes: " + group);
            }
            setups.add(new Setup("without-" + String.join("+", new TreeSet<>(group)), sync.with(DISABLE_PASS, group)));
        }
        for (long every = 1; every <= 7; every++) {
            setups.add(new Setup("deopt-every-" + every, sync.with(DEOPT_EVERY, every)));
        }
        for (long seed = 1; seed <= 3; seed++) {
            setups.add(new Setup("random-registers-" + seed, verified.with(RANDOM_REGISTERS, seed)));
        }
        for (long seed = 1; seed <= 3; seed++) {
            setups.add(new Setup("random-feedback-" + seed, verified.with(RANDOM_FEEDBACK, seed)));
        }
        setups.add(new Setup("no-guesses", verified.with(MAX_VERSIONS, 0L)));
        setups.add(new Setup("no-guesses-osr", sync.with(MAX_VERSIONS, 0L).with(OSR_ALWAYS, true).with(GC_EVERY, 50L)));
        setups.add(new Setup("one-version", verified.with(MAX_VERSIONS, 1L).with(RANDOM_FEEDBACK, 5L)));
        setups.add(new Setup("poison", sync.with(POISON, true).with(DEOPT_EVERY, 3L)));
        for (long every : new long[] {3, 20}) {
            setups.add(new Setup("gc-every-" + every, sync.with(GC_EVERY, every)));
        }
        setups.add(runGraphs());
        setups.add(new Setup(
                "run-graphs-everywhere", sync.with(RUN_GRAPHS, GRAPH_ENTRIES).with(OSR_ALWAYS, true).with(POISON, true).with(GC_EVERY, 500L)));
        setups.add(new Setup("osr-always-no-pass", sync.with(OSR_ALWAYS, true).with(DISABLE_PASS, passes)));
        setups.add(new Setup(
                "everything",
                verified.with(OSR_ALWAYS, true).with(RANDOM_REGISTERS, 4L).with(GC_EVERY, 50L).with(DEOPT_EVERY, 11L)));
        return List.copyOf(setups);
    }

    private static Set<String> passNames() {
        return new TreeSet<>(OptimizerSteps.names());
    }

    /** Runs a program in this process. */
    Outcome run(GuestProgram program) {
        return run(program, _ -> {});
    }

    /** The same; {@code ended} looks at the engine afterwards. */
    Outcome run(GuestProgram program, Consumer<Engine> ended) {
        var output = new ByteArrayOutputStream();
        var engine = new Engine(options).output(output, output);
        var end = engine.run(Program.of(program.file().toString(), program.source()));
        ended.accept(engine);
        Optional<String> error = end.error().lines()
                .findFirst()
                .map(line -> line.startsWith("Uncaught ") ? line.substring("Uncaught ".length()) : line);
        return new Outcome(output.toString(StandardCharsets.UTF_8), error);
    }
}
