package org.tierscope.tests.test262;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.app.json.Json;

/** Runs a checkout with a few tests of our own. */
class RunnerTest {
    @TempDir
    private Path checkout;

    @BeforeEach
    void writeHarness() throws IOException {
        write("harness/assert.js", """
                var loads = 1;
                function assert(condition) { if (condition !== true) throw new Test262Error('assertion failed'); }
                """);
        write("harness/sta.js", """
                function Test262Error(message) { this.message = message; }
                Test262Error.prototype.toString = function () { return 'Test262Error: ' + this.message; };
                """);
        write("harness/extra.js", "var extra = loads++;\n");
        write("harness/doneprintHandle.js", """
                function $DONE(error) { print(error ? 'Test262:AsyncTestFailure:' + error : 'Test262:AsyncTestComplete'); }
                """);
    }

    private void write(String file, String text) throws IOException {
        Path path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void test(String name, String frontMatter, String code) throws IOException {
        write("test/language/" + name + ".js", "/*---\n" + frontMatter + "\n---*/\n" + code);
    }

    private List<Result> run(String... more) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(checkout.toString(), "--jobs=1", "--max-tier=interpreter"));
        arguments.addAll(List.of(more));
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var skipped = new SkippedFeatures(ReasonList.parse("== not asked for\nTemporal\n"));
        return new Runner(
                        RunnerOptions.parse(arguments.toArray(String[]::new)),
                        skipped,
                        new Progress(nowhere, false, false))
                .run();
    }

    private static Map<String, String> statuses(List<Result> results) {
        return results.stream().collect(Collectors.toMap(
                result -> result.test().toString().replace("test/language/", ""),
                result -> result.status() + (result.message().isEmpty() ? "" : ": " + result.message())));
    }

    @Test
    void runsEachModeInARealmOfItsOwn() throws Exception {
        test("a-sloppy", "flags: [noStrict]", "var leaked = 1; assert((function () { return this; })() === globalThis);");
        test("b-both", "includes: [extra.js]", "assert(extra === 1); assert(typeof leaked === 'undefined');");
        test("c-strict", "flags: [onlyStrict]", "assert((function () { return this; })() === undefined);");
        test("d-raw", "flags: [raw]", "if (typeof assert !== 'undefined') throw 1;");
        test("e-fails", "description: x", "assert(1 === 2);");
        test("f-skipped", "features: [Temporal]", "assert(false);");

        assertThat(statuses(run())).containsOnly(
                Map.entry("a-sloppy.js (sloppy)", "pass"),
                Map.entry("b-both.js (sloppy)", "pass"),
                Map.entry("b-both.js (strict)", "pass"),
                Map.entry("c-strict.js (strict)", "pass"),
                Map.entry("d-raw.js (raw)", "pass"),
                Map.entry("e-fails.js (sloppy)", "fail: Uncaught Test262Error { message: 'assertion failed' }"),
                Map.entry("e-fails.js (strict)", "fail: Uncaught Test262Error { message: 'assertion failed' }"),
                Map.entry("f-skipped.js (sloppy)", "skip: Temporal: not asked for"),
                Map.entry("f-skipped.js (strict)", "skip: Temporal: not asked for"));
    }

    @Test
    void negativeTestsFailInTheRightPhaseWithTheRightError() throws Exception {
        String flags = "flags: [noStrict]\nnegative:\n  phase: %s\n  type: %s";
        test("early", flags.formatted("parse", "SyntaxError"), "assert(false); let a; let a;");
        test("late", flags.formatted("runtime", "Test262Error"), "throw new Test262Error('wanted');");
        test("other", flags.formatted("runtime", "TypeError"), "throw new RangeError('not wanted');");
        test("none", flags.formatted("parse", "SyntaxError"), "var fine;");

        Map<String, String> statuses = statuses(run());
        assertThat(statuses).containsEntry("early.js (sloppy)", "pass").containsEntry("late.js (sloppy)", "pass");
        assertThat(statuses.get("other.js (sloppy)")).startsWith("fail: expected TypeError (runtime), Uncaught RangeError");
        assertThat(statuses.get("none.js (sloppy)"))
                .isEqualTo("fail: expected SyntaxError (parse), nothing was thrown");
    }

    @Test
    void asynchronousTestsSayWhenTheyAreDone() throws Exception {
        test("done", "flags: [async, noStrict]", "$DONE();");
        test("failed", "flags: [async, noStrict]", "$DONE('no');");
        test("silent", "flags: [async, noStrict]", "");

        assertThat(statuses(run())).containsOnly(
                Map.entry("done.js (sloppy)", "pass"),
                Map.entry("failed.js (sloppy)", "fail: Test262:AsyncTestFailure:no"),
                Map.entry("silent.js (sloppy)", "fail: $DONE was not called"));
    }

    @Test
    void aTestThatHangsCostsOnlyItself() throws Exception {
        test("a", "flags: [raw]", "for (;;) {}");
        test("b", "flags: [raw]", "");

        assertThat(statuses(run("--time-limit=0.5"))).containsOnly(
                Map.entry("a.js (raw)", "fail: stopped after 0.5 seconds"), Map.entry("b.js (raw)", "pass"));
    }

    @Test
    void resultsAreComparedWithThoseOfAnotherRun() throws Exception {
        test("changes", "flags: [raw]", "");
        test("stays", "flags: [raw]", "");
        Path before = checkout.resolve("before.json");
        ResultsFile.write(before, run());
        test("changes", "flags: [raw]", "throw 1;");
        test("is-new", "flags: [raw]", "throw 1;");

        assertThat(Comparison.with(before).differences(run())).containsExactly(
                "test/language/changes.js (raw): pass before, fail now: Uncaught 1");
    }

    @Test
    void everyNthFileIsASample() throws Exception {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            test(name, "flags: [raw]", "");
        }

        assertThat(statuses(run("--every=2"))).containsOnlyKeys("a.js (raw)", "c.js (raw)", "e.js (raw)");
    }

    @Test
    void resultsAreWrittenAsJson() throws Exception {
        test("quote", "flags: [raw]\nfeatures: [Symbol]", "throw 'a \"quoted\"\\n line';");
        Path out = checkout.resolve("results.json");

        ResultsFile.write(out, run());

        assertThat(Json.parse(Files.readString(out))).isEqualTo(Map.of("tests", List.of(Map.of(
                "file", "test/language/quote.js",
                "mode", "raw",
                "features", List.of("Symbol"),
                "status", "fail",
                "message", "Uncaught a \"quoted\"\n line"))));
    }
}
