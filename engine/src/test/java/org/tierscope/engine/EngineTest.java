package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;

class EngineTest {
    private static final EngineOptions HOT = EngineOptions.DEFAULTS
            .with(EngineOption.SYNC_COMPILE, true)
            .with(EngineOption.BASELINE_THRESHOLD, 2L)
            .with(EngineOption.OPTIMIZE_THRESHOLD, 20L)
            .with(EngineOption.VERIFY, true);

    private static String run(EngineOptions options, String source) {
        var out = new ByteArrayOutputStream();
        Outcome outcome = new Engine(options).output(out, out).run(Program.of("test.js", source));
        assertThat(outcome.error()).isEmpty();
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void aHotLoopGivesTheSameInEveryTier(Tier tier) {
        String source = "function f(n) { let s = 0; for (let i = 0; i < n; i++) s = (s + i * 3) % 1009; return s; }"
                + " console.log(f(20000), f(10));";
        assertThat(run(HOT.with(EngineOption.MAX_TIER, tier), source)).isEqualTo("438 135\n");
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void anIntegerSumThatBecomesAStringGoesOnCorrectly(Tier tier) {
        String source = "let s = 0; for (let i = 0; i < 500; i++) { if (i === 495) s = 'x'; s += i; } console.log(s);";
        assertThat(run(HOT.with(EngineOption.MAX_TIER, tier), source)).isEqualTo("x495496497498499\n");
    }

    @Test
    void everyThirdGuardMayFail() {
        String source = "class P { constructor(x) { this.x = x; } get twice() { return this.x + this.x; } }"
                + " let s = 0; for (let i = 0; i < 3000; i++) s += new P(i).twice; console.log(s);";
        assertThat(run(HOT.with(EngineOption.DEOPT_EVERY, 3L), source)).isEqualTo("8997000\n");
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void aThrowOutOfAHotLoopClosesItsIterator(Tier tier) {
        String source = "let closed = 0;"
                + " const numbers = () => { let i = 0; return { [Symbol.iterator]() { return this; },"
                + " next() { return { done: false, value: i++ }; }, return() { closed++; return {}; } }; };"
                + " function first(n) { try { for (const x of numbers()) if (x === n) throw x; } catch (e) { return e; } }"
                + " console.log(first(900), closed);";
        assertThat(run(HOT.with(EngineOption.MAX_TIER, tier), source)).isEqualTo("900 1\n");
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void generatorsAndAsyncFunctionsAreResumedInEveryTier(Tier tier) {
        String source = "function* up(n) { try { for (let i = 0; i < n; i++) yield i; } finally { console.log('left'); } }"
                + " async function sum(n) { let s = 0; for (const x of up(n)) s += await x; return s; }"
                + " sum(300).then(console.log); for (const x of up(900)) if (x === 800) break;";
        assertThat(run(HOT.with(EngineOption.MAX_TIER, tier).with(EngineOption.GC_EVERY, 50L), source))
                .isEqualTo("left\nleft\n44850\n");
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void whatABuiltInThrowsOutlivesTheClosingOfItsIterator(Tier tier) {
        String source = """
                const seen = new Set();
                for (let i = 0; i < 50; i++) {
                  const iterable = {
                    [Symbol.iterator]: () => iterable,
                    next: () => ({ done: false, value: 1 }),
                    return() { const more = []; for (let k = 0; k < 50; k++) more.push({ k, a: [k] }); return { more }; },
                  };
                  try { new Map(iterable); } catch (e) { seen.add(e instanceof TypeError ? "TypeError" : typeof e); }
                }
                console.log([...seen].join());
                """;
        assertThat(run(HOT.with(EngineOption.MAX_TIER, tier).with(EngineOption.GC_EVERY, 3L), source)).isEqualTo("TypeError\n");
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void resourcesAreDisposedOfOnEveryWayOut(Tier tier) {
        String source = """
                const log = [];
                const resource = (name, error) => ({
                  [Symbol.dispose]() { log.push(name); if (error) throw new Error(error); },
                });
                function f(how) {
                  using a = resource("a"), b = resource("b", how === "both" ? "closing" : "");
                  using none = null;
                  if (how === "return") return log.push("returns");
                  if (how === "throw" || how === "both") throw new Error("body");
                }
                for (const how of ["end", "return", "throw", "both"]) {
                  try { f(how); } catch (e) { log.push(e.name, e.error?.message, e.suppressed?.message); }
                }
                for (using x of [resource(1), resource(2), resource(3)]) { if (log.at(-1) === 1) break; }
                (async () => {
                  {
                    await using c = { async [Symbol.asyncDispose]() { await 1; log.push("c"); } };
                    using = log.push("d"); await
                    using;
                  }
                  console.log(log.join());
                })();
                var using;
                """;
        assertThat(run(HOT.with(EngineOption.MAX_TIER, tier), source))
                .isEqualTo("b,a,returns,b,a,b,a,Error,,,b,a,SuppressedError,closing,body,1,2,d,c\n");
    }

    @Test
    void jobsRunBeforeTimersAndTimersInTheirOrder() {
        String source = "setTimeout(() => console.log('later'), 20); setTimeout(() => console.log('sooner'), 1);"
                + " setImmediate(() => console.log('immediate')); queueMicrotask(() => console.log('microtask'));"
                + " Promise.resolve('promise').then(console.log); console.log('text');";
        assertThat(run(EngineOptions.DEFAULTS, source).lines().filter(line -> !line.equals("immediate")))
                .containsExactly("text", "microtask", "promise", "sooner", "later");
    }

    @Test
    void aRejectedPromiseThatNobodyHandlesIsAnUncaughtError() {
        var handled = "const p = Promise.reject(new Error('handled')); queueMicrotask(() => p.catch(() => {}));";
        assertThat(run(EngineOptions.DEFAULTS, handled)).isEmpty();
        var outcome = new Engine(EngineOptions.DEFAULTS).run(
                Program.of("test.js", "(async () => { await 1; throw new RangeError('lost'); })();"));
        assertThat(outcome.status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(outcome.error()).startsWith("Uncaught RangeError: lost").contains("test.js:1:");
    }

    @Test
    void theTimeoutEndsAProgramThatWaitsForATimer() {
        var outcome = new Engine(EngineOptions.DEFAULTS.with(EngineOption.TIMEOUT, 0.3))
                .run(Program.of("test.js", "setTimeout(() => {}, 1e6);"));
        assertThat(outcome.status()).isEqualTo(Outcome.Status.TIMED_OUT);
    }

    @Test
    void anUncaughtErrorIsAnOutcomeWithItsStack() {
        var outcome = new Engine(EngineOptions.DEFAULTS)
                .run(Program.of("test.js", "function f() {\n  throw new TypeError('no');\n}\nf();"));
        assertThat(outcome.status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(outcome.error()).contains("TypeError: no").contains("test.js:2:9");
    }

    @Test
    void anEndlessLoopEndsAtTheTimeout() {
        var options = EngineOptions.DEFAULTS.with(EngineOption.TIMEOUT, 0.3);
        var outcome = new Engine(options).run(Program.of("test.js", "for (;;) {}"));
        assertThat(outcome.status()).isEqualTo(Outcome.Status.TIMED_OUT);
    }

    @Test
    void aSyntaxErrorNamesItsPlace() {
        assertThatThrownBy(() -> Program.of("test.js", "let a = 1;\nlet = = 2;"))
                .isInstanceOf(ProgramException.class)
                .hasMessageStartingWith("test.js:2:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const o = { get x() { n++; return this.x; } }; f = () => o.x",
                "const p = new Proxy({}, { get(t, k, r) { n++; return r[k]; } }); f = () => p.x",
                "const p = new Proxy(function () {}, { apply() { n++; return p(); } }); f = () => p()",
                "const o = { toJSON() { n++; return JSON.stringify(this); } }; f = () => JSON.stringify(o)",
                "f = () => { n++; [2, 1].sort(f); return 0; }",
                "f = (...a) => { n++; return f(...a); }",
                "let p = {}; for (let i = 0; i < 100000; i++) p = new Proxy(p, {}); n = 10000; f = () => p.x",
                "let h = {}; for (let i = 0; i < 100000; i++) h = new Proxy({}, h); n = 10000; f = () => h.x",
            })
    void recursionEndsInARangeErrorAfterTenThousandSteps(String recursion) {
        String source = "let n = 0, f; " + recursion + "; try { f(); } catch (e) { console.log(e.name, n >= 10000); }";
        assertThat(run(EngineOptions.DEFAULTS, source)).isEqualTo("RangeError true\n");
    }
}
