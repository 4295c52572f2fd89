package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.tier.GraphRuns;

/** {@code --run-graphs}: graphs in place of code. */
class RunGraphsTest {
    private record Ran(String output, GraphRuns.Summary graphs) {}

    private static Ran run(long entries, String program) {
        var output = new ByteArrayOutputStream();
        var options = EngineOptions.DEFAULTS
                .with(EngineOption.SYNC_COMPILE, true)
                .with(EngineOption.BASELINE_THRESHOLD, 5L)
                .with(EngineOption.OPTIMIZE_THRESHOLD, 50L)
                .with(EngineOption.RUN_GRAPHS, entries);
        var engine = new Engine(options).output(output, output);
        assertThat(engine.run(Program.of("test.js", program)).error()).isEmpty();
        return new Ran(output.toString(StandardCharsets.UTF_8), engine.graphRuns());
    }

    @Test
    void eachGraphRunsByTurns() {
        Ran ran = run(100, """
                function f(x) { const p = { x, y: 1 }; return (p.x + p.y) * 2 | 0; }
                let sum = 0;
                for (let i = 0; i < 30_000; i++) sum = sum + f(i) | 0;
                console.log(sum);
                """);
        assertThat(ran.output).isEqualTo("900030000\n");
        assertThat(ran.graphs.compilationsRun()).isPositive();
        assertThat(ran.graphs.stages()).isGreaterThan(5);
        assertThat(ran.graphs.entries()).isGreaterThan(50);
    }

    @Test
    void behindThatManyEntriesTheCodeGoesOn() {
        Ran ran = run(3, """
                function f(x) { return x + 1; }
                let sum = 0;
                for (let i = 0; i < 30_000; i++) sum = f(sum);
                console.log(sum);
                """);
        assertThat(ran.output).isEqualTo("30000\n");
        assertThat(ran.graphs.entries()).isEqualTo(3 * ran.graphs.compilationsRun());
    }

    @Test
    void exceptionsInlinedFramesRemovedObjectsAndArgumentsSurviveLeaving() {
        Ran ran = run(1000, """
                class Point { constructor(x, y) { this.x = x; this.y = y; } plus(o) { return new Point(this.x + o.x, this.y + o.y); } }
                function walk(n, odd) { let p = new Point(0, 0); for (let i = 0; i < n; i++) p = p.plus(new Point(i, odd)); return p; }
                function guarded(x) { try { return half(x, 1, 2); } catch (e) { return e.message; } }
                function half(x) { if (x & 1) throw new Error("odd " + arguments.length); return x / 2; }
                const seen = [];
                for (let i = 0; i < 200; i++) {
                  const p = walk(i % 7, i === 150 ? 0.5 : i === 170 ? "s" : 1);
                  if (i % 50 === 0 || i === 150 || i === 170) seen.push(p.x + ":" + p.y);
                  if (i > 190) seen.push(guarded(i));
                  else guarded(i);
                }
                console.log(seen.join(" "));
                """);
        assertThat(ran.output).isEqualTo("0:0 0:1 1:2 3:1.5 1:0ss odd 3 96 odd 3 97 odd 3 98 odd 3 99 odd 3\n");
        assertThat(ran.graphs.exits()).isPositive();
    }

    @Test
    void nothingIsKeptUnlessAskedFor() {
        assertThat(run(0, "function f() {} for (let i = 0; i < 99; i++) f();").graphs.compilations()).isZero();
    }
}
