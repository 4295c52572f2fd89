package org.tierscope.tests.corpus;

import static org.tierscope.options.EngineOption.DEOPT_EVERY;
import static org.tierscope.options.EngineOption.GC_EVERY;
import static org.tierscope.options.EngineOption.JAVA_INTERPRETER;
import static org.tierscope.options.EngineOption.MAX_TIER;
import static org.tierscope.options.EngineOption.OSR_ALWAYS;
import static org.tierscope.options.EngineOption.POISON;
import static org.tierscope.options.EngineOption.SYNC_COMPILE;
import static org.tierscope.options.EngineOption.VERIFY;
import static org.tierscope.tests.corpus.Setup.early;

import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;

/** The ways of running the engine under which every build tries every program; {@link Setup#stress} has more of them. */
public enum Configuration {
    /** As a user gets it. */
    DEFAULT(EngineOptions.DEFAULTS),
    INTERPRETER(EngineOptions.DEFAULTS.with(MAX_TIER, Tier.INTERPRETER)),
    /** No machine code at all, as on other processors. */
    JAVA_ALONE(EngineOptions.DEFAULTS.with(MAX_TIER, Tier.INTERPRETER).with(JAVA_INTERPRETER, true)),
    BASELINE(early(Tier.BASELINE)),
    /** Optimized code as soon as there is a little feedback, made in the background. */
    OPTIMIZING(early(Tier.OPTIMIZING)),
    OSR_EVERYWHERE(early(Tier.OPTIMIZING).with(SYNC_COMPILE, true).with(OSR_ALWAYS, true)),
    DEOPT_OFTEN(early(Tier.OPTIMIZING).with(SYNC_COMPILE, true).with(DEOPT_EVERY, 7L).with(POISON, true)),
    COLLECT_OFTEN(early(Tier.OPTIMIZING).with(SYNC_COMPILE, true).with(GC_EVERY, 100L)),
    VERIFY_ALL(early(Tier.OPTIMIZING).with(SYNC_COMPILE, true).with(VERIFY, true));

    private final Setup setup;

    Configuration(EngineOptions options) {
        this.setup = Setup.ofBuild(name(), options);
    }

    public Setup setup() {
        return setup;
    }

    public EngineOptions options() {
        return setup.options();
    }

    /** Runs a program in this process. */
    public Outcome run(GuestProgram program) {
        return setup.run(program);
    }
}
