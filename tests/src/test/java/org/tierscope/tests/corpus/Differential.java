package org.tierscope.tests.corpus;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Runs programs in every {@link Configuration} and prints where they differ from what is expected: the output
 * that lies beside the program ({@code NAME.out}), or what the oracle prints where there is none. By hand:
 * {@code tests/differential [--only=CONFIGURATION]… FILE.js…}.
 */
public final class Differential {
    private Differential() {}

    public static void main(String[] arguments) throws Exception {
        var configurations = new ArrayList<Configuration>();
        var files = new ArrayList<Path>();
        for (String argument : arguments) {
            if (argument.startsWith("--only=")) {
                configurations.add(Configuration.valueOf(argument.substring("--only=".length())));
            } else {
                files.add(Path.of(argument));
            }
        }
        if (files.isEmpty()) {
            System.err.println("usage: tests/differential [--only=CONFIGURATION]... FILE.js...");
            System.err.println("configurations: " + Arrays.toString(Configuration.values()));
            System.exit(2);
        }
        var all = configurations.isEmpty() ? List.of(Configuration.values()) : configurations;
        boolean same = true;
        for (Path file : files) {
            same &= agree(file, all);
        }
        System.exit(same ? 0 : 1);
    }

    private static boolean agree(Path file, List<Configuration> configurations) throws Exception {
        GuestProgram program = program(file);
        Outcome expected = Outcome.expectedOf(program);
        boolean same = true;
        for (Configuration configuration : configurations) {
            String difference;
            long start = System.nanoTime();
            try {
                difference = configuration.run(program).differenceFrom(expected);
            } catch (RuntimeException e) {
                var trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                difference = trace.toString();
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            String verdict = difference.isEmpty() ? "same" : "DIFF";
            System.out.println(verdict + " " + program + " " + configuration + " " + millis + " ms");
            if (!difference.isEmpty()) {
                System.out.println(difference.indent(4));
            }
            same &= difference.isEmpty();
        }
        return same;
    }

    private static GuestProgram program(Path file) throws Exception {
        String name = file.getFileName().toString().replaceFirst("\\.js$", "");
        String group = file.toAbsolutePath().getParent().getFileName().toString();
        Path beside = file.resolveSibling(name + ".out");
        Path sample = file.resolveSibling("expected/" + name + ".txt");
        Path error = file.resolveSibling(name + ".err.txt");
        for (Path output : List.of(beside, sample)) {
            if (Files.exists(output)) {
                Optional<String> uncaught =
                        Files.exists(error) ? Optional.of(Files.readString(error).strip()) : Optional.empty();
                return new GuestProgram(group + "/" + name, file, Files.readString(output), uncaught);
            }
        }
        var unknown = new GuestProgram(group + "/" + name, file, "", Optional.empty());
        try (var oracle = new Oracle()) {
            Outcome outcome = oracle.run(unknown);
            return new GuestProgram(group + "/" + name, file, outcome.output(), outcome.error());
        }
    }
}
