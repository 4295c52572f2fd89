package org.tierscope.tests.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.app.json.Json;
import org.tierscope.tests.launcher.Launcher;
import org.tierscope.tests.launcher.Launcher.Result;

/** {@code ./tierscope run}, from outside: streams and exit codes. */
class RunTest {
    @TempDir
    Path folder;

    @Test
    void printsTheProgramsOutputAndNothingElse() throws IOException {
        Result result = run("console.log('hello', 6 * 7); console.error('aside');");
        assertThat(result.out()).isEqualTo("hello 42\n");
        assertThat(result.err()).isEqualTo("aside\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void anEmptyProgramIsAProgram() throws IOException {
        assertThat(run("")).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void anUncaughtErrorPrintsItsStack() throws IOException {
        Result result = run("""
                function inner(x) {
                  return x.y.z;
                }
                console.log('before');
                inner({});
                """);
        assertThat(result.out()).isEqualTo("before\n");
        assertThat(result.err())
                .contains("TypeError")
                .containsPattern("inner.*program\\.js:2:\\d+")
                .containsPattern("program\\.js:5:1");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aSyntaxErrorPointsAtTheOffendingToken() throws IOException {
        Result result = run("let a = 1;\nlet a = 2;\n");
        assertThat(result.out()).isEmpty();
        List<String> lines = result.err().lines().toList();
        assertThat(lines.get(0)).matches(".*program\\.js:2:5: SyntaxError: .+");
        assertThat(lines.subList(1, lines.size())).containsExactly("let a = 2;", "    ^");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aMissingFileIsNamed() {
        Result result = Launcher.run("run", "no/such/file.js");
        assertThat(result).isEqualTo(new Result(1, "", "tierscope: no/such/file.js: no such file\n"));
    }

    @Test
    void aFullHeapIsAGuestError() throws IOException {
        Result result = run("const all = []; for (;;) all.push({ a: all.length, b: 'x' + all.length });", "--max-heap=8m");
        assertThat(result.err()).containsIgnoringCase("memory");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpreter", "baseline", "optimizing"})
    void aTimeoutStopsAnEndlessLoop(String tier) throws IOException {
        Result result = run("console.log('on'); for (;;);", "--timeout=2", "--max-tier=" + tier);
        assertThat(result.out()).isEqualTo("on\n");
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpreter", "baseline", "optimizing"})
    void endlessRecursionIsARangeError(String tier) throws IOException {
        Result result = run("""
                function f(n) { return f(n + 1) + 1; }
                try { f(0); } catch (error) { console.log(error instanceof RangeError); }
                """, "--max-tier=" + tier);
        assertThat(result).isEqualTo(new Result(0, "true\n", ""));
    }

    @Test
    void wrongUsageSaysWhatWasExpected() throws IOException {
        Result result = run("", "--max-tier=turbo");
        assertThat(result.err()).startsWith("tierscope: --max-tier: expected interpreter, baseline, optimizing");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void statisticsTellTheWayOfALoopWhoseOperandTurnsIntoAString() throws IOException {
        Path stats = folder.resolve("stats.json");
        Result result = run("""
                function total(list) {
                  let sum = 0;
                  for (let i = 0; i < list.length; i++) {
                    sum = sum + list[i];
                  }
                  return sum;
                }
                const list = [];
                for (let i = 0; i < 300000; i++) list.push(1);
                list.push('!');
                console.log(total(list));
                """, "--sync-compile", "--stats=" + stats);
        assertThat(result).isEqualTo(new Result(0, "300000!\n", ""));

        Object json = Json.parse(Files.readString(stats));
        Map<?, ?> total = ((List<?>) at(json, "functions"))
                .stream().map(function -> (Map<?, ?>) function)
                .filter(function -> function.get("name").equals("total"))
                .findFirst().orElseThrow();
        assertThat(total.get("line")).isEqualTo(1.0);
        var compilations = (List<?>) total.get("compilations");
        assertThat(compilations.stream().<Object>map(c -> at(c, "tier")).toList()).contains("baseline", "optimizing");
        assertThat(compilations.stream().<Object>map(c -> at(c, "entry")).toList()).contains("osr");
        assertThat((double) total.get("osrEntries")).isPositive();
        Map<?, ?> deopt = (Map<?, ?>) ((List<?>) total.get("deopts")).getFirst();
        assertThat(deopt.get("reason").toString()).isNotBlank();
        assertThat(deopt.get("line")).isEqualTo(4.0);
        assertThat((double) deopt.get("count")).isPositive();
        assertThat((double) at(at(json, "totals"), "deopts")).isPositive();
        assertThat((double) at(at(at(json, "totals"), "compilations"), "optimizing")).isPositive();
    }

    private static Object at(Object object, String field) {
        return ((Map<?, ?>) object).get(field);
    }

    private Result run(String program, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("program.js"), program);
        return Launcher.run(Stream.of(Stream.of("run"), Arrays.stream(options), Stream.of(file.toString()))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }
}
