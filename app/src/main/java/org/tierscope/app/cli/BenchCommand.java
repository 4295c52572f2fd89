package org.tierscope.app.cli;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tierscope.app.bench.Benchmarks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tierscope bench}: how fast programs run in each tier. */
@Command(
        name = "bench",
        description = {
            "Measures programs in each tier, and in Node.js where it is installed.",
            "Each run is a process of its own; of several runs the fastest counts."
        })
final class BenchCommand extends ProgramCommand {
    @Parameters(
            paramLabel = "NAME|FILE.js",
            description = "Programs of samples/bench, or files; without any, all of samples/bench.")
    private List<String> programs = new ArrayList<>();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "Runs of each; default 3.")
    private int runs;

    @Option(
            names = "--against",
            paramLabel = "node|none",
            defaultValue = "node",
            description = "Measure Node.js too, if it is installed; default node.")
    private Yardstick against;

    @Option(names = "--out", paramLabel = "FILE.json", description = "Write the figures there too.")
    private Path json;

    @Option(
            names = "--recording",
            description = "Measure what a recording costs instead: each program without and with one, in all tiers.")
    private boolean recording;

    private enum Yardstick {
        node,
        none
    }

    @Override
    public Integer call() throws Exception {
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs: expected at least 1, got " + runs);
        }
        if (json != null) {
            GivenFile.requireWritable(json);
        }
        List<Path> all = programs.isEmpty() ? ownPrograms() : programs.stream().map(this::program).toList();
        for (Path program : all) {
            GivenFile.requireReadable(program);
        }
        var benchmarks = new Benchmarks(
                Main.class.getName(), options(), runs, against == Yardstick.node, out());
        boolean agree = recording ? benchmarks.measureRecording(all) : measureTiers(benchmarks, all);
        if (json != null) {
            Files.writeString(json, benchmarks.json() + "\n");
        }
        return agree ? ExitCode.OK : ExitCode.GUEST;
    }

    private static boolean measureTiers(Benchmarks benchmarks, List<Path> all) throws Exception {
        benchmarks.startUp();
        return benchmarks.measure(all);
    }

    /** A file, or one of our own by its name. */
    private Path program(String name) {
        Path file = Path.of(name);
        boolean isName = file.getNameCount() == 1 && !name.endsWith(".js");
        String home = System.getProperty("tierscope.home");
        return isName && home != null ? Path.of(home, "samples", "bench", name + ".js") : file;
    }

    /** The benchmark programs of the source tree that the launcher belongs to. */
    private List<Path> ownPrograms() throws Exception {
        String home = System.getProperty("tierscope.home");
        if (home == null) {
            throw new ParameterException(spec.commandLine(), "expected a program: FILE.js");
        }
        var found = new ArrayList<Path>();
        Path folder = Path.of(home, "samples", "bench");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.js")) {
            files.forEach(found::add);
        }
        found.sort(null);
        return found;
    }
}
