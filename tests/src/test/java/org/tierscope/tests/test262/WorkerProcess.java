package org.tierscope.tests.test262;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The {@link Worker} of one job: started when needed, killed when it hangs, started again after it died. A death costs the
 * test that was running, and nothing else.
 */
final class WorkerProcess implements AutoCloseable {
    /** How much longer than the time limit a worker may take to answer: it stops most tests itself. */
    private static final long GRACE_MILLIS = 10_000;

    private final RunnerOptions options;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "worker clock");
        thread.setDaemon(true);
        return thread;
    });
    private Process process;
    private BufferedWriter requests;
    private BufferedReader reports;
    private volatile boolean killed;

    WorkerProcess(RunnerOptions options) {
        this.options = options;
    }

    /** Runs one test. */
    Result run(TestCase test) throws IOException {
        if (process == null || !process.isAlive()) {
            start();
        }
        killed = false;
        Process current = process;
        ScheduledFuture<?> alarm = clock.schedule(() -> {
            killed = true;
            current.destroyForcibly();
        }, Worker.WAIT_FACTOR * options.limitMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            requests.write(Request.of(test).toLine() + "\n");
            requests.flush();
            String line = reports.readLine();
            return line == null ? died(test) : Result.of(test, Report.parse(line));
        } catch (IOException e) {
            return died(test);
        } finally {
            alarm.cancel(false);
        }
    }

    private Result died(TestCase test) {
        try {
            int status = process.waitFor();
            return Result.fail(test, killed ? "hangs" : "the engine's process died, status " + status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.fail(test, "interrupted");
        } finally {
            stop();
        }
    }

    private void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:-UsePerfData",
                "-XX:+UseSerialGC",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + new File(System.getProperty("java.io.tmpdir"), "tierscope-test262-%p.log"),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                options.checkout().toString(),
                Long.toString(options.limitMillis())));
        command.addAll(options.engineArguments());
        // tests name each other by paths that begin in the checkout
        process = new ProcessBuilder(command)
                .directory(options.checkout().toFile())
                .redirectError(options.verbose() ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD)
                .start();
        requests = process.outputWriter();
        reports = process.inputReader();
    }

    private void stop() {
        process.destroyForcibly();
        process = null;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (process != null) {
            stop();
        }
    }
}
