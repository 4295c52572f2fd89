package org.tierscope.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Child processes that are waited for. */
final class Processes {
    private Processes() {}

    /**
     * What a command prints on its standard output.
     *
     * @throws IOException if it can't be started, or fails: then with what it printed on standard error
     */
    static String outputOf(List<String> command) throws IOException, InterruptedException {
        Path err = Files.createTempFile("tierscope", ".err");
        Process process = null;
        try {
            process = new ProcessBuilder(command).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException("exit code " + status + " of " + String.join(" ", command) + "\n"
                        + Files.readString(err));
            }
            return output;
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(err);
        }
    }
}
