package org.tierscope.tests.test262;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tierscope.options.EngineOptions;

/**
 * What the command line asks for.
 *
 * @param patterns which tests, as {@link Patterns} reads them
 * @param jobs how many workers run at once
 * @param out where RESULTS.json goes
 * @param compare results of another run, which these must be like
 * @param every how many files there are for each that is run
 * @param limitMillis how long a test may run
 * @param verbose show what workers print on standard error, and every failure
 * @param engineArguments options of the engine, as on its command line
 */
record RunnerOptions(
        Path checkout,
        List<String> patterns,
        int jobs,
        Optional<Path> out,
        Optional<Path> compare,
        int every,
        long limitMillis,
        boolean verbose,
        List<String> engineArguments) {
    /** What is run where no pattern is given: what an engine without ECMA-402 must pass. */
    private static final List<String> USUAL = List.of("language", "built-ins", "annexB", "harness");

    static final String USAGE = """
            tests/test262 DIR [PATTERN...] [--jobs=N] [--out=RESULTS.json] [--compare=RESULTS.json]
                          [--every=N] [--time-limit=SECONDS] [--verbose]
                          [options of the engine, as of ./tierscope run]
              DIR      a checkout of https://github.com/tc39/test262
              PATTERN  folder, file or glob below DIR/test: built-ins/Array, language/**/dflt-*.js
            """;

    /** @throws IllegalArgumentException where the arguments make no sense; the message is for people */
    static RunnerOptions parse(String... arguments) {
        var names = new ArrayList<String>();
        var engine = new ArrayList<String>();
        EngineOptions checked = EngineOptions.DEFAULTS;
        int jobs = Runtime.getRuntime().availableProcessors();
        Optional<Path> out = Optional.empty();
        Optional<Path> compare = Optional.empty();
        int every = 1;
        long limit = 20_000;
        boolean verbose = false;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (!argument.startsWith("--")) {
                names.add(argument);
            } else if (argument.startsWith("--jobs=")) {
                jobs = Integer.parseInt(value);
            } else if (argument.startsWith("--out=")) {
                out = Optional.of(Path.of(value));
            } else if (argument.startsWith("--compare=")) {
                compare = Optional.of(Path.of(value));
            } else if (argument.startsWith("--every=")) {
                every = Math.max(1, Integer.parseInt(value));
            } else if (argument.startsWith("--time-limit=")) {
                limit = (long) (Double.parseDouble(value) * 1000);
            } else if (argument.equals("--verbose")) {
                verbose = true;
            } else {
                checked = Worker.withArgument(checked, argument);
                engine.add(argument);
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("which checkout?\n" + USAGE);
        }
        Path checkout = Path.of(names.removeFirst()).toAbsolutePath().normalize();
        if (!Files.isDirectory(checkout.resolve("harness")) || !Files.isDirectory(checkout.resolve("test"))) {
            throw new IllegalArgumentException(checkout + " is no checkout of test262: it has no harness or no test");
        }
        List<String> patterns = names.isEmpty() ? USUAL : List.copyOf(names);
        return new RunnerOptions(checkout, patterns, Math.max(1, jobs), out, compare, every, limit, verbose,
                List.copyOf(engine));
    }
}
