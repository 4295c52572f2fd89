package org.tierscope.app.cli;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tierscope.app.bench.Benchmark;
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
    @Parameters(paramLabel = "FILE.js", description = "The programs; without any, those in samples/bench.")
    private List<Path> programs = new ArrayList<>();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "Runs of each; default 3.")
    private int runs;

    @Option(names = "--json", paramLabel = "OUT.json", description = "Write the figures there too.")
    private Path json;

    @Override
    public Integer call() throws Exception {
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs: expected at least 1, got " + runs);
        }
        List<Path> all = programs.isEmpty() ? ownPrograms() : programs;
        for (Path program : all) {
            GivenFile.requireReadable(program);
        }
        var benchmarks = new Benchmarks(Main.class.getName(), options(), runs, out());
        double startUp = benchmarks.startUpMillis();
        List<Benchmark> results = benchmarks.measure(all);
        if (json != null) {
            Files.writeString(json, Benchmarks.json(results, startUp) + "\n");
        }
        return results.stream().allMatch(Benchmark::outputsAgree) ? ExitCode.OK : ExitCode.GUEST;
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
