package org.tierscope.tests.corpus;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Runs programs in every {@link Configuration}, or with {@code --stress} in every {@link Setup#stress}, and prints where they differ
 * from what is expected: the output that lies beside the program ({@code NAME.out}), or what the oracle prints where there is
 * none. Without files: the corpus and the samples. By hand: {@code tests/differential [--stress] [--only=SETUP]… [FILE.js…]}.
 */
public final class Differential {
    private Differential() {}

    public static void main(String[] arguments) throws Exception {
        var only = new HashSet<String>();
        var programs = new ArrayList<GuestProgram>();
        boolean stress = false;
        for (String argument : arguments) {
            if (argument.equals("--stress")) {
                stress = true;
            } else if (argument.startsWith("--only=")) {
                only.add(argument.substring("--only=".length()));
            } else {
                programs.add(program(Path.of(argument)));
            }
        }
        if (programs.isEmpty()) {
            programs.addAll(GuestProgram.corpus());
            programs.addAll(GuestProgram.samples());
        }
        List<Setup> all = stress
                ? Setup.stress()
                : Arrays.stream(Configuration.values()).map(Configuration::setup).toList();
        List<Setup> chosen =
                all.stream().filter(setup -> only.isEmpty() || only.contains(setup.name())).toList();
        if (chosen.isEmpty()) {
            System.err.println("usage: tests/differential [--stress] [--only=SETUP]... [FILE.js...]");
            System.err.println("setups: " + String.join(" ", all.stream().map(Setup::name).toList()));
            System.exit(2);
        }
        int different = 0;
        for (Setup setup : chosen) {
            different += different(setup, programs);
        }
        System.exit(different == 0 ? 0 : 1);
    }

    /** How many programs give something else in this setup. */
    private static int different(Setup setup, List<GuestProgram> programs) {
        System.out.println(setup.name() + ": " + String.join(" ", setup.options().toArguments()));
        int different = 0;
        long start = System.nanoTime();
        var graphs = new GraphShare();
        for (GuestProgram program : programs) {
            // Said before it runs, for code that takes the process down.
            System.err.print("\r" + setup.name() + " " + program + "\033[K");
            String difference = difference(setup, program, graphs);
            if (!difference.isEmpty()) {
                System.out.println("  DIFFERENT " + program);
                System.out.println(difference.indent(6));
                different++;
            }
        }
        System.err.print("\r\033[K");
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println("  " + (programs.size() - different) + " of " + programs.size() + " the same, " + millis + " ms");
        if (graphs.compilations() > 0) {
            System.out.println("  " + graphs);
        }
        return different;
    }

    private static String difference(Setup setup, GuestProgram program, GraphShare graphs) {
        try {
            return setup.run(program, graphs::add).differenceFrom(Outcome.expectedOf(program));
        } catch (RuntimeException | AssertionError e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
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
