package org.tierscope.tests.test262;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tierscope.tests.Repository;

/**
 * The command {@code tests/test262}. Exit code 0: nothing fails that is not known to; 1: something does, or differs from the run it
 * is compared with; 2: the arguments make
 * no sense; 3: it could not be run.
 */
final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(run(RunnerOptions.parse(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println("test262: " + e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println("test262: " + e);
            System.exit(3);
        }
    }

    private static int run(RunnerOptions options) throws IOException, InterruptedException {
        Path tests = Repository.root().resolve("tests");
        var known = new KnownFailures(ReasonList.load(tests.resolve("known-failures.txt")));
        var skipped = new SkippedFeatures(ReasonList.load(tests.resolve("skipped-features.txt")));
        Optional<Comparison> before = options.compare().isPresent()
                ? Optional.of(Comparison.with(options.compare().get()))
                : Optional.empty();
        var progress = new Progress(System.err, isTerminal(), options.verbose());
        List<Result> results = new Runner(options, skipped, progress).run();
        if (options.out().isPresent()) {
            ResultsFile.write(options.out().get(), results);
        }
        var summary = new Summary(results, known);
        System.out.print(summary.text());
        List<String> differences = before.isPresent() ? before.get().differences(results) : List.of();
        before.ifPresent(b -> {
            System.out.printf("%n%d tests differ from %s%n", differences.size(), options.compare().orElseThrow());
            differences.forEach(line -> System.out.println("  " + line));
        });
        return summary.newFailures().isEmpty() && differences.isEmpty() ? 0 : 1;
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
