package org.tierscope.tests.test262;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A list with reasons, for people to read and write: a line {@code == WHY} begins a group, each other line is a member of it.
 * Empty lines and lines that begin with {@code #} say nothing.
 */
record ReasonList(List<Entry> entries) {
    /** A member and why it is there. */
    record Entry(String name, String reason) {}

    static ReasonList load(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** @throws IllegalArgumentException where a member has no reason */
    static ReasonList parse(String text) {
        var entries = new ArrayList<Entry>();
        String reason = "";
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("==")) {
                reason = line.substring(2).strip();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (reason.isEmpty()) {
                    throw new IllegalArgumentException(line + " stands below no reason (== WHY)");
                }
                entries.add(new Entry(line, reason));
            }
        }
        return new ReasonList(List.copyOf(entries));
    }
}
