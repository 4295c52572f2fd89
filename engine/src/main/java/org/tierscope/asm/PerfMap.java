package org.tierscope.asm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * The file in which Linux {@code perf} looks up what generated code is: a line of start, size (both hexadecimal) and name for each
 * block, in {@code /tmp/perf-PID.map} ({@code tools/perf/Documentation/jit-interface.txt} in the kernel's sources). Lines are
 * added as code is installed, and stay: perf reads the file when the program has ended.
 */
public final class PerfMap {
    private final Path file;

    private PerfMap(Path file) {
        this.file = file;
    }

    /** Where perf looks for the map of a process. */
    public static Path pathOf(long pid) {
        return Path.of("/tmp/perf-" + pid + ".map");
    }

    /**
     * The map of this process. Another VM of it may have begun it; what an earlier process of the same number left is deleted.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public static PerfMap ofThisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return at(pathOf(process.pid()), process.info().startInstant().orElse(Instant.MIN));
    }

    static PerfMap at(Path file, Instant begun) {
        try {
            if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(FileTime.from(begun)) < 0) {
                Files.delete(file);
            }
            var map = new PerfMap(file);
            map.append("");
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Adds a block of code. */
    public void add(CodeBlock block) {
        try {
            append(Long.toHexString(block.address()) + " " + Integer.toHexString(block.size()) + " " + block.owner() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
