package org.tierscope.views.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a program is run again with.
 *
 * @param choices options in place of those chosen; an empty value takes a choice back
 * @param alone whether what was chosen beside them does not count
 */
record OtherOptions(String title, Map<String, String> choices, boolean alone) {
    static final List<OtherOptions> ALL = List.of(
            new OtherOptions("Run Again, Same Options", Map.of(), false),
            new OtherOptions("Run with Standard Options", Map.of(), true),
            new OtherOptions("Run in the Interpreter Only", Map.of("max-tier", "interpreter"), false),
            new OtherOptions("Run with Baseline Code Only", Map.of("max-tier", "baseline"), false),
            new OtherOptions("Run without Inlining", Map.of("disable-pass", "inlining"), false),
            new OtherOptions("Run Compiling Eagerly", Map.of("baseline-threshold", "1", "optimize-threshold", "100"), false));

    /** The options of such a run. */
    Map<String, String> over(Map<String, String> chosen) {
        Map<String, String> options = new TreeMap<>(alone ? Map.of() : chosen);
        options.putAll(choices);
        return options;
    }
}
