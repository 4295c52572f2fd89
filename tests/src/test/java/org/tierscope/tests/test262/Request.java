package org.tierscope.tests.test262;

import java.util.List;

/**
 * What a worker is asked to run, a line of text between processes.
 *
 * @param async whether {@code $DONE} must be there
 */
record Request(Mode mode, boolean async, boolean canBlock, List<String> includes, String file) {
    static Request of(TestCase test) {
        Metadata metadata = test.metadata();
        return new Request(
                test.mode(), metadata.has("async"), !metadata.has("CanBlockIsFalse"), metadata.includes(), test.file());
    }

    String toLine() {
        return String.join("\t", mode.name(), "" + async, "" + canBlock, String.join(",", includes), file);
    }

    static Request parse(String line) {
        String[] parts = line.split("\t", -1);
        return new Request(
                Mode.valueOf(parts[0]),
                Boolean.parseBoolean(parts[1]),
                Boolean.parseBoolean(parts[2]),
                parts[3].isEmpty() ? List.of() : List.of(parts[3].split(",")),
                parts[4]);
    }
}
