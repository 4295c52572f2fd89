package org.tierscope.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The guest's output: UTF-8 on two streams that the embedder chooses. Lines that follow each other closely are
 * collected, unless {@link #setImmediate}; {@link #flush} when the guest rests.
 */
public final class Console {
    private static final int BUFFER = 8192;
    /** A line that comes later than this after the last write is written at once: somebody may be waiting for it. */
    private static final long CLOSE_NANOS = 5_000_000;

    private OutputStream out = System.out;
    private OutputStream err = System.err;
    private final byte[] buffer = new byte[BUFFER];
    private int used;
    private boolean immediate;
    private long writtenAt = System.nanoTime() - CLOSE_NANOS;

    public void setOut(OutputStream out) {
        flush();
        this.out = out;
    }

    public void setErr(OutputStream err) {
        this.err = err;
    }

    /** Has every line written as soon as it is printed: where the time of each matters, as in a recording. */
    public void setImmediate(boolean immediate) {
        this.immediate = immediate;
    }

    /** Prints a line to standard output. */
    public void println(String text) {
        print(text + '\n');
    }

    /** Prints to standard output as it is. */
    public void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (used + bytes.length > BUFFER) {
            flush();
        }
        if (bytes.length > BUFFER) {
            write(out, bytes, bytes.length);
        } else {
            System.arraycopy(bytes, 0, buffer, used, bytes.length);
            used += bytes.length;
        }
        if (immediate || System.nanoTime() - writtenAt >= CLOSE_NANOS) {
            flush();
            writtenAt = System.nanoTime();
        }
    }

    /** Prints a line to standard error, after what was printed to standard output before. */
    public void printError(String text) {
        printErrorText(text + '\n');
    }

    /** Prints to standard error as it is, after what was printed to standard output before. */
    public void printErrorText(String text) {
        flush();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(err, bytes, bytes.length);
    }

    public void flush() {
        if (used > 0) {
            write(out, buffer, used);
            used = 0;
        }
    }

    private static void write(OutputStream stream, byte[] bytes, int count) {
        try {
            stream.write(bytes, 0, count);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
