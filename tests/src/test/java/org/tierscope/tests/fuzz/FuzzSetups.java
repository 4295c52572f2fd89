package org.tierscope.tests.fuzz;

import static org.tierscope.options.EngineOption.BASELINE_THRESHOLD;
import static org.tierscope.options.EngineOption.DEOPT_EVERY;
import static org.tierscope.options.EngineOption.DISABLE_PASS;
import static org.tierscope.options.EngineOption.GC_EVERY;
import static org.tierscope.options.EngineOption.JAVA_INTERPRETER;
import static org.tierscope.options.EngineOption.MAX_TIER;
import static org.tierscope.options.EngineOption.OPTIMIZE_THRESHOLD;
import static org.tierscope.options.EngineOption.OSR_ALWAYS;
import static org.tierscope.options.EngineOption.POISON;
import static org.tierscope.options.EngineOption.RANDOM_FEEDBACK;
import static org.tierscope.options.EngineOption.RANDOM_REGISTERS;
import static org.tierscope.options.EngineOption.RUN_GRAPHS;
import static org.tierscope.options.EngineOption.SEED;
import static org.tierscope.options.EngineOption.SYNC_COMPILE;
import static org.tierscope.options.EngineOption.VERIFY;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.tier.OptimizerSteps;

/** Ways of running the engine, by chance: every program meets a few, and all of them are met many times. */
final class FuzzSetups {
    private static final List<String> PASSES = OptimizerSteps.names();

    private FuzzSetups() {}

    /** What all others are compared with. */
    static EngineOptions reference() {
        return EngineOptions.DEFAULTS.with(SEED, 1L).with(MAX_TIER, Tier.INTERPRETER);
    }

    static List<EngineOptions> some(Chance chance, int count) {
        var setups = new ArrayList<EngineOptions>();
        for (int i = 0; i < count; i++) {
            setups.add(one(chance));
        }
        return setups;
    }

    private static EngineOptions one(Chance chance) {
        EngineOptions early = EngineOptions.DEFAULTS
                .with(SEED, 1L)
                .with(BASELINE_THRESHOLD, (long) chance.between(1, 12))
                .with(OPTIMIZE_THRESHOLD, (long) chance.between(10, 60));
        EngineOptions sync = early.with(SYNC_COMPILE, true);
        return switch (chance.below(20)) {
            case 0 -> reference().with(JAVA_INTERPRETER, true);
            case 1 -> early.with(MAX_TIER, Tier.BASELINE).with(OSR_ALWAYS, chance.oneIn(2));
            case 2 -> early.with(MAX_TIER, Tier.BASELINE).with(GC_EVERY, (long) chance.between(10, 200));
            case 3 -> early;
            case 4 -> sync.with(OSR_ALWAYS, true);
            case 5, 6 -> sync.with(DEOPT_EVERY, (long) chance.between(1, 30));
            case 7 -> sync.with(GC_EVERY, (long) chance.between(10, 200));
            case 8 -> sync.with(RANDOM_REGISTERS, chance.seed());
            case 9 -> sync.with(DISABLE_PASS, Set.of(chance.of(PASSES)));
            case 10 -> sync.with(VERIFY, true);
            case 11, 12 -> sync.with(RANDOM_FEEDBACK, chance.seed()).with(VERIFY, true);
            case 13 -> sync.with(POISON, true).with(DEOPT_EVERY, (long) chance.between(1, 30));
            case 14 -> sync.with(RANDOM_FEEDBACK, chance.seed()).with(POISON, true).with(OSR_ALWAYS, chance.oneIn(2));
            case 15 -> sync.with(OSR_ALWAYS, true)
                    .with(DEOPT_EVERY, (long) chance.between(1, 30))
                    .with(RANDOM_REGISTERS, chance.seed())
                    .with(GC_EVERY, (long) chance.between(10, 80));
            case 16, 17 -> sync.with(RUN_GRAPHS, (long) chance.between(1, 60)).with(OSR_ALWAYS, chance.oneIn(2));
            default -> sync;
        };
    }
}
