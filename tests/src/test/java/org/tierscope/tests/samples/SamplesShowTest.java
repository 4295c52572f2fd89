package org.tierscope.tests.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierscope.app.json.Json;
import org.tierscope.tests.Repository;
import org.tierscope.tests.launcher.Launcher;

/**
 * Each sample shows what its comment promises on a first run, in a cold process. The guest waits for the compiler here: in the
 * background, on a machine busy with other things, the compiler could lose the race with a program that ends.
 */
class SamplesShowTest {
    /** Something that must have happened to a function. */
    sealed interface Promise {
        /** Optimized code was made, entered at a loop ("osr") or by a call. */
        record Optimized(String function, String entry) implements Promise {}

        record Deopt(String function, String reason) implements Promise {}
    }

    @TempDir
    Path folder;

    static Stream<Arguments> samples() {
        return Stream.of(
                arguments("first-loop", Set.of(osr("run"))),
                arguments("type-speculation", Set.of(osr("sumTo"), call("add"), deopt("add", "not int32"))),
                arguments("int-overflow", Set.of(osr("sumOfSquares"), deopt("sumOfSquares", "overflow"))),
                arguments("shape-change", Set.of(osr("measure"), deopt("length2", "wrong shape"))),
                arguments("megamorphic-call", Set.of(osr("apply"), deopt("apply", "wrong target"))),
                arguments("osr", Set.of(
                        osr("collatz"), deopt("collatz", "overflow"), deopt("collatz", "insufficient feedback"))),
                arguments("closure-counter", Set.of(osr("spin"))),
                arguments("class-hierarchy", Set.of(
                        osr("total"), deopt("total", "wrong target"), deopt("total", "wrong shape"))),
                arguments("array-kinds", Set.of(osr("sum"), deopt("sum", "wrong elements kind"))),
                arguments("escape-candidate", Set.of(osr("path"), osr("kept"))),
                arguments("n-body", Set.of(osr("(program)"), call("advance"))),
                arguments("sieve", Set.of(osr("sieve"))),
                arguments("scheduler", Set.of(osr("run"))),
                arguments("fib", Set.of(call("fib"))),
                arguments("deopt-storm", Set.of(deopt("mix", "not int32"), deopt("phase", "wrong target"))),
                arguments("string-building", Set.of(osr("build"), osr("hash"))),
                arguments("polymorphic-dispatch", Set.of(osr("drive"), deopt("drive", "wrong target"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void showsWhatItPromises(String sample, Set<Promise> promises) throws IOException {
        assertThat(run(sample)).containsAll(promises);
    }

    private Set<Promise> run(String sample) throws IOException {
        Path stats = folder.resolve("stats.json");
        Path program = Repository.root().resolve("samples/" + sample + ".js");
        var result = Launcher.run("run", "--sync-compile", "--stats=" + stats, program.toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
        return happened(stats);
    }

    @Test
    void everySampleIsListed() throws IOException {
        try (var files = Files.list(Repository.root().resolve("samples"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js"))
                    .map(name -> name.replace(".js", ""))
                    .toList();
            assertThat(samples().map(sample -> sample.get()[0].toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static Set<Promise> happened(Path stats) throws IOException {
        var seen = new HashSet<Promise>();
        for (Map<?, ?> function : list(Json.parse(Files.readString(stats)), "functions")) {
            String name = function.get("name").toString();
            for (Map<?, ?> compilation : list(function, "compilations")) {
                if (compilation.get("tier").equals("optimizing")) {
                    seen.add(new Promise.Optimized(name, compilation.get("entry").toString()));
                }
            }
            for (Map<?, ?> deopt : list(function, "deopts")) {
                seen.add(new Promise.Deopt(name, deopt.get("reason").toString()));
            }
        }
        return seen;
    }

    private static List<Map<?, ?>> list(Object object, String field) {
        return ((List<?>) ((Map<?, ?>) object).get(field))
                .stream().<Map<?, ?>>map(element -> (Map<?, ?>) element).toList();
    }

    private static Promise osr(String function) {
        return new Promise.Optimized(function, "osr");
    }

    private static Promise call(String function) {
        return new Promise.Optimized(function, "call");
    }

    private static Promise deopt(String function, String reason) {
        return new Promise.Deopt(function, reason);
    }
}
