package org.tierscope.tests.fuzz;

import org.tierscope.options.EngineOptions;

/**
 * A program that two engines, or two setups of ours, do not agree on.
 *
 * @param name where the program is from: seed and profile, or the program that was changed
 * @param options under which ours was wrong
 * @param expected of the reference
 */
record Finding(String name, String source, EngineOptions options, String against, Ending expected, Ending got) {
    /** The program with what is known of it, as a file for {@code tests/fuzz --replay} and for the corpus. */
    String text() {
        return """
                // Found by tests/fuzz: %s
                // Options: %s
                // Differs from: %s
                %s
                /*
                expected: %s
                %s
                got: %s
                %s
                */
                """.formatted(name, String.join(" ", options.toArguments()), against, source, expected.kind(), comment(expected), got.kind(), comment(got));
    }

    private static String comment(Ending ending) {
        String text = ending.text().replace("*/", "* /");
        return text.length() > 3000 ? text.substring(0, 3000) + "…" : text;
    }
}
