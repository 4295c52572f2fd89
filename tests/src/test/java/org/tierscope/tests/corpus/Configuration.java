package org.tierscope.tests.corpus;

import static org.tierscope.options.EngineOption.BASELINE_THRESHOLD;
import static org.tierscope.options.EngineOption.DEOPT_EVERY;
import static org.tierscope.options.EngineOption.GC_EVERY;
import static org.tierscope.options.EngineOption.MAX_TIER;
import static org.tierscope.options.EngineOption.OPTIMIZE_THRESHOLD;
import static org.tierscope.options.EngineOption.OSR_ALWAYS;
import static org.tierscope.options.EngineOption.SYNC_COMPILE;
import static org.tierscope.options.EngineOption.TIMEOUT;
import static org.tierscope.options.EngineOption.VERIFY;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tierscope.engine.Engine;
import org.tierscope.engine.Program;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;

/** The ways of running the engine under which every program must give the same. */
public enum Configuration {
    /** As a user gets it. */
    DEFAULT(EngineOptions.DEFAULTS),
    INTERPRETER(EngineOptions.DEFAULTS.with(MAX_TIER, Tier.INTERPRETER)),
    BASELINE(early(Tier.BASELINE)),
    /** Optimized code as soon as there is a little feedback, made in the background. */
    OPTIMIZING(early(Tier.OPTIMIZING)),
    OSR_EVERYWHERE(early(Tier.OPTIMIZING).with(SYNC_COMPILE, true).with(OSR_ALWAYS, true)),
    DEOPT_OFTEN(early(Tier.OPTIMIZING).with(SYNC_COMPILE, true).with(DEOPT_EVERY, 7L)),
    COLLECT_OFTEN(early(Tier.OPTIMIZING).with(SYNC_COMPILE, true).with(GC_EVERY, 100L)),
    VERIFY_ALL(early(Tier.OPTIMIZING).with(SYNC_COMPILE, true).with(VERIFY, true));

    /** Many times what the slowest program needs; so a program that loops for ever fails by name. */
    private static final double SECONDS = 60;

    private final EngineOptions options;

    Configuration(EngineOptions options) {
        this.options = options.with(TIMEOUT, SECONDS);
    }

    /** Thresholds so low that the loops of the corpus, which are short, reach every tier. */
    private static EngineOptions early(Tier tier) {
        return EngineOptions.DEFAULTS
                .with(MAX_TIER, tier)
                .with(BASELINE_THRESHOLD, 5L)
                .with(OPTIMIZE_THRESHOLD, 60L);
    }

    public EngineOptions options() {
        return options;
    }

    /** Runs a program in this process. */
    public Outcome run(GuestProgram program) {
        var output = new ByteArrayOutputStream();
        var engine = new Engine(options).output(output, output);
        var end = engine.run(Program.of(program.file().toString(), program.source()));
        Optional<String> error = end.error().lines()
                .findFirst()
                .map(line -> line.startsWith("Uncaught ") ? line.substring("Uncaught ".length()) : line);
        return new Outcome(output.toString(StandardCharsets.UTF_8), error);
    }
}
