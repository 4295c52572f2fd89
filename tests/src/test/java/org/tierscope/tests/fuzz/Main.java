package org.tierscope.tests.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierscope.options.EngineOptions;

/** {@code tests/fuzz}: exit code 0 where nothing differs, 1 where something does, 2 for wrong arguments, 3 where it could not run. */
final class Main {
    private static final Pattern OPTIONS = Pattern.compile("^// Options: (.*)$", Pattern.MULTILINE);
    private static final long PROGRESS_NANOS = 15_000_000_000L;

    private final FuzzArguments arguments;
    private final long startNanos = System.nanoTime();
    private final AtomicLong next;
    private final AtomicLong programs = new AtomicLong();
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private final List<Finding> findings = new ArrayList<>();
    private long saidNanos = startNanos;

    private Main(FuzzArguments arguments) {
        this.arguments = arguments;
        this.next = new AtomicLong(arguments.seed());
    }

    public static void main(String[] words) throws Exception {
        FuzzArguments arguments;
        try {
            arguments = FuzzArguments.of(List.of(words));
        } catch (IllegalArgumentException e) {
            System.err.println("fuzz: " + e.getMessage());
            System.err.print(FuzzArguments.USAGE);
            System.exit(2);
            return;
        }
        var main = new Main(arguments);
        System.exit(arguments.replay().isPresent() ? replay(arguments.replay().get(), arguments.shrinkSeconds()) : main.run());
    }

    private int run() throws InterruptedException {
        System.out.println("fuzz: first seed " + arguments.seed() + ", profile " + arguments.profile().text());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < arguments.jobs(); i++) {
            threads.add(Thread.ofPlatform().name("job " + i).start(this::work));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(summary());
        return findings.isEmpty() ? 0 : 1;
    }

    private void work() {
        try (var job = new FuzzJob(arguments.profile(), arguments.shrinkSeconds())) {
            while (System.nanoTime() - startNanos < arguments.time().toNanos()) {
                long seed = next.getAndIncrement();
                if (arguments.programs() > 0 && seed >= arguments.seed() + arguments.programs()) {
                    return;
                }
                note(seed, job.run(seed));
            }
        } catch (IOException e) {
            System.err.println("fuzz: " + e);
            System.exit(3);
        }
    }

    private synchronized void note(long seed, FuzzJob.Result result) throws IOException {
        switch (result) {
            case FuzzJob.Result.Same same -> {
                programs.incrementAndGet();
                runs.addAndGet(same.runs());
            }
            case FuzzJob.Result.Skipped _ -> skipped.incrementAndGet();
            case FuzzJob.Result.Different different -> {
                programs.incrementAndGet();
                findings.add(different.finding());
                Path file = arguments.out().resolve("seed-" + seed + ".js");
                Files.createDirectories(arguments.out());
                Files.writeString(file, different.finding().text());
                System.out.println("fuzz: DIFFERENT " + file + "  " + String.join(" ", different.finding().options().toArguments()));
            }
        }
        if (System.nanoTime() - saidNanos > PROGRESS_NANOS) {
            saidNanos = System.nanoTime();
            System.out.println(summary());
        }
    }

    private String summary() {
        long seconds = (System.nanoTime() - startNanos) / 1_000_000_000;
        return "fuzz: %d programs, %d runs, %d skipped, %d different, %d s".formatted(programs.get(), runs.get(), skipped.get(), findings.size(), seconds);
    }

    private static int replay(Path file, int shrinkSeconds) throws IOException {
        String source = Files.readString(file);
        Matcher options = OPTIONS.matcher(source);
        if (!options.find()) {
            System.err.println("fuzz: " + file + " has no line '// Options: …'");
            return 2;
        }
        EngineOptions setup = FuzzWorker.options(options.group(1));
        try (var job = new FuzzJob(Profile.ALL, shrinkSeconds)) {
            FuzzJob.Result result = job.replay(file.toString(), source, setup);
            if (result instanceof FuzzJob.Result.Different different) {
                System.out.println(different.finding().text());
                return 1;
            }
            System.out.println("fuzz: " + (result instanceof FuzzJob.Result.Skipped ? "skipped: it does not end, or is no program" : "no difference"));
            return 0;
        }
    }
}
