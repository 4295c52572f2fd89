package org.tierscope.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Node.js as the yardstick, where it is installed: with all its compilers, or with its interpreter alone. */
enum Node {
    NODE("node", List.of("node")),
    JITLESS("node --jitless", List.of("node", "--jitless", "--no-expose-wasm"));

    /** Runs a file as a classic script, then writes how long that took behind everything it printed. */
    private static final String TIMED = """
            {
              const source = require('fs').readFileSync(process.argv[1], 'utf8');
              const start = performance.now();
              require('vm').runInThisContext(source, { filename: process.argv[1] });
              console.log(performance.now() - start);
            }
            """;

    private final String label;
    private final List<String> command;

    Node(String label, List<String> command) {
        this.label = label;
        this.command = command;
    }

    String label() {
        return label;
    }

    /** Runs a program; empty where there is no {@code node}, or it can't run the program. */
    Optional<Measurement> measure(Path program) throws InterruptedException {
        try {
            var words = new ArrayList<>(command);
            words.addAll(List.of("-e", TIMED, program.toString()));
            String printed = Processes.outputOf(words).stripTrailing();
            int lastLine = printed.lastIndexOf('\n') + 1;
            double millis = Double.parseDouble(printed.substring(lastLine));
            return Optional.of(Measurement.of(millis, Compiling.NONE, Compiling.NONE, printed.substring(0, lastLine)));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
