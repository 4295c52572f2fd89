package org.tierscope.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierscope.engine.Engine;
import org.tierscope.engine.Program;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.record.QueueRecorder;
import org.tierscope.record.RecordingReader;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.Tier;

/**
 * What becomes of optimized code whose guesses are wrong: after how many exits it goes, how long the next version waits, and that
 * programs whose types never come to rest end in code that is not left any more.
 */
class DeoptPolicyTest {
    private static final EngineOptions HOT = EngineOptions.DEFAULTS
            .with(EngineOption.SYNC_COMPILE, true)
            .with(EngineOption.BASELINE_THRESHOLD, 2L)
            .with(EngineOption.OPTIMIZE_THRESHOLD, 100L)
            .with(EngineOption.VERIFY, true);

    /** Values of more and more types: one more each 700 numbers. */
    private static final String OTHERS =
            "const others = i => [i, i + 0.5, 'n' + i, i % 2 === 0, null, { valueOf() { return i; } }][Math.min(i / 700 | 0, i % 6)];\n";

    @Test
    void codeGoesWhenOneOfItsGuessesHasFailedEightTimes() {
        History f = run(HOT, "function f(a) { return a + 1; }", "for (let i = 0; i < 300; i++) f(i);"
                + " for (let i = 0; i < 2000; i++) { f(i + 0.5); f(i); }").of("f");
        assertThat(f.reasons()).containsExactly("not int32");
        assertThat(f.exits()).isEqualTo(8);
        assertThat(f.versions()).isEqualTo(2);
        assertThat(f.discarded()).isEqualTo(1);
    }

    @Test
    void sevenTimesAreNoReason() {
        History f = run(HOT, "function f(a) { return a + 1; }", "for (let i = 0; i < 300; i++) f(i);"
                + " for (let i = 0; i < 2000; i++) f(i < 7 ? i + 0.5 : i);").of("f");
        assertThat(f.exits()).isPositive();
        assertThat(f.versions()).isEqualTo(1);
    }

    @Test
    void codeThatLedToWhatHadNeverRunGoesAtOnce() {
        History f = run(HOT, "function f(a) { return a < 0 ? a * 2 : a; }", "for (let i = 0; i < 300; i++) f(i);"
                + " for (let i = 0; i < 2000; i++) f(-1 - i);").of("f");
        assertThat(f.reasons()).containsExactly("insufficient feedback");
        assertThat(f.exits()).isEqualTo(1);
        assertThat(f.versions()).isEqualTo(2);
    }

    @Test
    void theFeedbackIsWiderBeforeTheNextVersionIsMade() {
        // The second version knows doubles and strings both, though only the first guess had failed often enough.
        History f = run(HOT, "function f(a, b) { return a + b; }", "for (let i = 0; i < 300; i++) f(i, 1);"
                + " for (let i = 0; i < 8; i++) f(i < 4 ? 's' : 0.5, 1); for (let i = 0; i < 2000; i++) { f(0.5, 1); f('t', 1); f(1, 1); }").of("f");
        assertThat(f.exits()).isEqualTo(8);
        assertThat(f.versions()).isEqualTo(2);
    }

    @Test
    void eachVersionWaitsTwiceAsLong() {
        // One more never-run place each time: each costs one version.
        History f = run(HOT, """
                function f(a, n) {
                  if (n > 0) a += 1;
                  if (n > 1) a += 2;
                  if (n > 2) a += 3;
                  if (n > 3) a += 4;
                  return a;
                }
                """, "for (let n = 0; n < 5; n++) for (let i = 0; i < 3000; i++) f(i, n);").of("f");
        assertThat(f.versions()).isEqualTo(5);
        assertThat(f.waits()).containsExactly(200L, 400L, 800L, 1600L);
    }

    @Test
    void afterTheLastVersionThereIsOneWithoutGuesses() {
        History f = run(HOT.with(EngineOption.MAX_VERSIONS, 3L), OTHERS + """
                function f(a, b) {
                  let r = a * 2;
                  r = r - b;
                  if (b < 3) r = r + 1;
                  return (r | 0) + (b & 1) + -a;
                }
                """, "for (let i = 0; i < 12000; i++) f(others(i), i < 8000 ? i : others(i));").of("f");
        assertThat(f.discarded()).isEqualTo(3);
        assertThat(f.versions()).isEqualTo(4);
        assertThat(f.waits().getLast()).as("it cannot be wrong, and need not wait").isEqualTo(100L);
    }

    @Test
    void withoutVersionsNothingIsEverGuessed() {
        History all = run(HOT.with(EngineOption.MAX_VERSIONS, 0L).with(EngineOption.OSR_ALWAYS, true), OTHERS + """
                class P { constructor(x) { this.x = x; } get twice() { return this.x + this.x; } }
                const add = (a, b) => a + b;
                function f(i) { const p = new P(others(i)); return [p.twice, i, -i].map(x => add(x, 1)).length + (p.x < i ? 1 : i >> 1); }
                """, "for (let i = 0; i < 2000; i++) f(i);");
        assertThat(all.exits()).isZero();
        assertThat(all.of("f").versions()).isPositive();
        assertThat(all.of("add").versions()).isPositive();
    }

    /** Programs whose types keep changing at one place or many, in frames of every kind: they end in code that stays. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            one place        # function f(v) { return v + 1; } const go = i => f(others(i));
            many places      # function f(v) { let s = v + 1; s = s - v; if (s < v) s = v * 2; s ^= v; return s % 7 === 0 ? -v : ~v; } const go = i => f(others(i));
            inlined frames   # const h = v => v * 2; const g = v => h(v) - 1; function f(v) { return g(v) + g(1); } const go = i => f(others(i));
            constructors     # class A { constructor(v) { this.v = v - 1; this.w = v + v; } } class B extends A { constructor(v) { super(v); this.u = this.v * 2; } } function f(v) { return new B(v).u; } const go = i => f(others(i));
            getters          # const o = { set v(x) { this.x = x; this.y = x * 2; }, get v() { return this.x + this.y; } }; function f(v) { o.v = v; return o.v; } const go = i => f(others(i));
            callbacks        # function f(v) { return [v, v, v].map(x => x + 1).filter(x => x > 2).length; } const go = i => f(others(i));
            try regions      # function f(v) { let s = 0; try { s = v + 1; if (v === null) throw v; s = s * 2; } catch (e) { s = e + 1; } finally { s += v; } return s; } const go = i => f(others(i));
            shapes           # function f(p) { p.n = p.a; return p.a; } const go = i => f(i < 900 || i % 9 === 0 ? { a: i } : i % 9 === 1 ? { b: 1, a: 's' } : { ['k' + i % 9]: 1, a: 0.5 });
            targets          # function f(g) { return g(1) + 1; } const inc = x => x + 1; const go = i => f(i < 900 ? inc : i % 2 ? x => x + i : i % 3 ? Math.abs : String);
            elements         # function f(a, i) { a[i] = a[i] + 1; return a[i]; } const go = i => f(i < 900 || i % 3 ? [1, 2, 3] : i % 2 ? [0.5, 's', null] : new Float64Array(3), i % 4);
            loops            # function f(v) { let s = v; for (let k = 0; k < 5; k++) s = s + k; return s; } const go = i => f(others(i));
            """)
    void typesThatNeverComeToRest(String name, String program) {
        History all = run(HOT.with(EngineOption.OPTIMIZE_THRESHOLD, 50L).with(EngineOption.MAX_VERSIONS, 6L), OTHERS + program, "for (let i = 0; i < 20000; i++) { if (i === 10000) console.log('half'); go(i); }");
        assertThat(all.changesAfterOutput()).as(name).isZero();
        assertThat(all.exits()).as(name).isLessThanOrEqualTo(150);
        assertThat(all.of("go").isOptimizedAtTheEnd()).as(name).isTrue();
        assertThat(all.discarded()).as(name).isBetween(1, 40);
    }

    /** What happened to the optimized code of some functions. */
    private record History(List<Event> events, Map<Integer, Integer> functionOfCode, Map<Integer, String> names, Predicate<String> wanted) {
        static History of(List<Event> events) {
            var names = new HashMap<Integer, String>();
            var functions = new HashMap<Integer, Integer>();
            for (Event event : events) {
                if (event.hasFunctionLoaded()) {
                    names.put(event.getFunctionLoaded().getFunctionId(), event.getFunctionLoaded().getName());
                } else if (event.hasCodeInstalled() && event.getCodeInstalled().getTier() == Tier.OPTIMIZING) {
                    functions.put(event.getCodeInstalled().getCodeId(), event.getCodeInstalled().getFunctionId());
                }
            }
            return new History(events, functions, names, name -> true);
        }

        History of(String name) {
            return new History(events, functionOfCode, names, name::equals);
        }

        private boolean isOf(int code) {
            Integer function = functionOfCode.get(code);
            return function != null && wanted.test(names.get(function));
        }

        private List<Event> exitEvents() {
            return events.stream().filter(event -> event.hasDeoptimized() && isOf(event.getDeoptimized().getCodeId())).toList();
        }

        private boolean isInstalled(Event event) {
            return event.hasCodeInstalled() && isOf(event.getCodeInstalled().getCodeId());
        }

        private boolean isDiscarded(Event event) {
            return event.hasCodeInvalidated() && isOf(event.getCodeInvalidated().getCodeId());
        }

        /** Each exit's last event says how often it was taken; not every time has one. */
        int exits() {
            var counts = new HashMap<Integer, Integer>();
            exitEvents().forEach(event -> counts.merge(event.getDeoptimized().getExitId() << 16 | event.getDeoptimized().getCodeId(),
                    (int) event.getDeoptimized().getCount(), Math::max));
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        TreeSet<String> reasons() {
            var reasons = new TreeSet<String>();
            exitEvents().forEach(event -> reasons.add(event.getDeoptimized().getReason()));
            return reasons;
        }

        int versions() {
            return (int) events.stream().filter(this::isInstalled).count();
        }

        int discarded() {
            return (int) events.stream().filter(this::isDiscarded).count();
        }

        /** Calls and iterations from the discarding of each version to the request of the next. */
        List<Long> waits() {
            var waits = new ArrayList<Long>();
            long requested = 0;
            for (Event event : events) {
                if (event.hasTierUpRequested() && wanted.test(names.get(event.getTierUpRequested().getFunctionId()))
                        && event.getTierUpRequested().getTo() == Tier.OPTIMIZING) {
                    String reason = event.getTierUpRequested().getWhy();
                    long heat = Long.parseLong(reason.substring(reason.indexOf(": ") + 2));
                    if (requested != 0) {
                        waits.add(heat - requested);
                    }
                    requested = heat;
                }
            }
            return waits;
        }

        /** How often optimized code came or went after the program's output. */
        int changesAfterOutput() {
            int changes = 0;
            boolean after = false;
            for (Event event : events) {
                after |= event.hasConsoleOutput();
                changes += after && (isInstalled(event) || isDiscarded(event)) ? 1 : 0;
            }
            return changes;
        }

        boolean isOptimizedAtTheEnd() {
            boolean optimized = false;
            for (Event event : events) {
                optimized = isInstalled(event) || optimized && !isDiscarded(event);
            }
            return optimized;
        }
    }

    /** @param main calls them, in a generator, so that nothing is inlined into it */
    private static History run(EngineOptions options, String functions, String main) {
        String source = functions + "\nfunction* main() { " + main + " }\nmain().next();";
        var recording = new ByteArrayOutputStream();
        var engine = new Engine(options).output(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        try (var recorder = new QueueRecorder(recording, System::nanoTime)) {
            assertThat(engine.recorder(recorder).run(Program.of("program.js", source)).error()).isEmpty();
            recorder.close();
            return History.of(RecordingReader.read(new ByteArrayInputStream(recording.toByteArray())).events());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
