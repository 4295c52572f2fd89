package org.tierscope.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Node.js as the yardstick, where it is installed. */
final class Node {
    /** Runs a file as a classic script, then writes how long that took behind everything it printed. */
    private static final String TIMED = """
            const source = require('fs').readFileSync(process.argv[1], 'utf8');
            const start = performance.now();
            require('vm').runInThisContext(source, { filename: process.argv[1] });
            console.log(performance.now() - start);
            """;

    private Node() {}

    /** Runs a program; empty where there is no {@code node}, or it can't run the program. */
    static Optional<Measurement> measure(Path program) throws InterruptedException {
        try {
            String printed = Processes.outputOf(List.of("node", "-e", TIMED, program.toString()))
                    .stripTrailing();
            int lastLine = printed.lastIndexOf('\n') + 1;
            double millis = Double.parseDouble(printed.substring(lastLine));
            return Optional.of(new Measurement(millis, 0, 0, printed.substring(0, lastLine)));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
