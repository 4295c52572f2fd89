package org.tierscope.tests.fuzz;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.tierscope.options.EngineOptions;

/** A {@link FuzzWorker}: started when needed, killed where it hangs, started again when it has died. */
final class FuzzProcess implements AutoCloseable {
    /** On a busy machine a run may wait long for a processor. */
    private static final long HANGS_AFTER_SECONDS = 20 * (long) FuzzWorker.SECONDS;

    private Process process;
    private DataOutputStream requests;
    private DataInputStream answers;

    Ending run(String source, EngineOptions options) throws IOException {
        if (process == null || !process.isAlive()) {
            start();
        }
        Process current = process;
        var alarm = CompletableFuture.delayedExecutor(HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
        var hangs = CompletableFuture.runAsync(current::destroyForcibly, alarm);
        try {
            FuzzWorker.writeText(requests, source);
            FuzzWorker.writeText(requests, String.join(" ", options.toArguments()));
            requests.flush();
            return new Ending(Ending.Kind.values()[answers.readByte()], FuzzWorker.readText(answers));
        } catch (IOException gone) {
            process.destroyForcibly();
            boolean hung = hangs.isDone();
            process = null;
            return new Ending(Ending.Kind.DIED, hung ? "hangs" : "the process died");
        } finally {
            hangs.cancel(false);
        }
    }

    private void start() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-ea",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:-UsePerfData",
                        "-XX:+UseSerialGC",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + new File(System.getProperty("java.io.tmpdir"), "tierscope-fuzz-%p.log"),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FuzzWorker.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(process.getInputStream());
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
