package org.tierscope.regexp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Runs patterns on Java strings, for tests. */
final class Matching {
    private Matching() {}

    static Program compile(String pattern, String flags) {
        return Program.compile(pattern, Flags.parse(flags));
    }

    /** The groups of the first match, with bars between them and a dash for one that took no part; "no" for no match. */
    static String groups(String pattern, String flags, String input) {
        return groups(compile(pattern, flags), input, 0, new Matcher(() -> {}));
    }

    static String groups(Program program, String input, int from, Matcher matcher) {
        boolean wide = input.chars().anyMatch(unit -> unit > 0xFF);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = wide
                    ? arena.allocateFrom(ValueLayout.JAVA_CHAR, input.toCharArray())
                    : arena.allocateFrom(ValueLayout.JAVA_BYTE, input.getBytes(StandardCharsets.ISO_8859_1));
            boolean found = matcher.find(
                    program, text.address(), input.length(), wide, from, program.flags().has(Flags.STICKY));
            return found ? groups(program, input, matcher) : "no";
        }
    }

    private static String groups(Program program, String input, Matcher matcher) {
        var result = new StringBuilder();
        for (int i = 0; i < program.groups(); i++) {
            int start = matcher.start(i);
            result.append(i == 0 ? "" : "|").append(start < 0 ? "-" : input.substring(start, matcher.end(i)));
        }
        return result.toString();
    }
}
