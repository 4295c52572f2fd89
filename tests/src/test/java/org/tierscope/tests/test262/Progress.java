package org.tierscope.tests.test262;

import java.io.PrintStream;

/** One line that says how far it is: changing on a terminal, a new one now and then elsewhere. */
final class Progress {
    private static final long TERMINAL_MILLIS = 200;
    private static final long FILE_MILLIS = 15_000;

    private final PrintStream out;
    private final boolean terminal;
    private final boolean showFailures;
    private final long start = System.nanoTime();
    private long lastShown = start;
    private int files;
    private int filesDone;
    private int tests;
    private int failures;

    Progress(PrintStream out, boolean terminal, boolean showFailures) {
        this.out = out;
        this.terminal = terminal;
        this.showFailures = showFailures;
    }

    synchronized void begin(int files) {
        this.files = files;
    }

    synchronized void add(Result result) {
        tests++;
        if (result.status() == Result.Status.FAIL) {
            failures++;
            if (showFailures) {
                out.println((terminal ? "\r\033[K" : "") + "FAIL " + result.test() + ": "
                        + result.message().lines().findFirst().orElse(""));
            }
        }
    }

    synchronized void fileDone() {
        filesDone++;
        long now = System.nanoTime();
        if ((now - lastShown) / 1_000_000 >= (terminal ? TERMINAL_MILLIS : FILE_MILLIS)) {
            lastShown = now;
            show();
        }
    }

    synchronized void end() {
        show();
        if (terminal) {
            out.println();
        }
    }

    private void show() {
        double seconds = (System.nanoTime() - start) / 1e9;
        String line = "%d of %d files, %d tests, %d failed, %.0f s, %.0f tests/s"
                .formatted(filesDone, files, tests, failures, seconds, tests / seconds);
        out.print(terminal ? "\r\033[K" + line : line + "\n");
        out.flush();
    }
}
