package org.tierscope.tests.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tierscope.tests.Repository;

/** Runs {@code ./tierscope} as a person would, on what this build has made. */
public final class Launcher {
    private static final int SECONDS = 300;

    private Launcher() {}

    /** What a command printed and returned. */
    public record Result(int exitCode, String out, String err) {}

    public static Path path() {
        return Repository.root().resolve("tierscope");
    }

    public static Result run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** With these environment variables on top of the test's own. */
    public static Result run(Map<String, String> environment, String... arguments) {
        return run(Repository.root(), environment, path(), arguments);
    }

    /** Through {@code launcher}, which leads to {@link #path()}, in this folder. */
    public static Result run(
            Path folder, Map<String, String> environment, Path launcher, String... arguments) {
        var command = new ArrayList<String>();
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("tierscope", ".out");
            Path err = Files.createTempFile("tierscope", ".err");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("TIERSCOPE_NO_BUILD", "1");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + SECONDS + " s: " + command);
            }
            var result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
