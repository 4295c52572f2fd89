package org.tierscope.views.options;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A set of choices for a purpose.
 *
 * @param choices values by the names of options; what is not there has its default
 */
record Preset(String title, String meaning, Map<String, String> choices) {
    static final List<Preset> ALL = List.of(
            new Preset("Standard", "Everything as it is when nothing is chosen", Map.of()),
            new Preset("Eager", "Compiles almost at once, with little feedback: many guesses fail",
                    Map.of("baseline-threshold", "1", "optimize-threshold", "100")),
            new Preset("Patient", "Collects feedback for long: few guesses fail",
                    Map.of("baseline-threshold", "1000", "optimize-threshold", "100000")),
            new Preset("Interpreter only", "Nothing is compiled", Map.of("max-tier", "interpreter")),
            new Preset("Baseline only", "Templates, no speculation", Map.of("max-tier", "baseline")),
            new Preset("Repeatable", "Compiles on the program's own thread and seeds Math.random: runs are alike",
                    Map.of("sync-compile", "true", "seed", "1")),
            new Preset("Stress", "Guards fail all the time, and each pass is verified",
                    Map.of("sync-compile", "true", "verify", "true", "deopt-every", "7", "osr-always", "true")));

    /** The names of all options that some preset chooses: the others are left as they are. */
    static Set<String> touched() {
        return Set.of("max-tier", "baseline-threshold", "optimize-threshold", "sync-compile", "seed", "verify",
                "deopt-every", "osr-always");
    }

    @Override
    public String toString() {
        return title;
    }
}
