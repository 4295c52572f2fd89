package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.record.QueueRecorder;
import org.tierscope.record.RecordingReader;
import org.tierscope.record.proto.EvalResult;
import org.tierscope.record.proto.Event;

/** What somebody types is evaluated while the program runs, waits, is paused or has ended. */
class PromptTest {
    private static final EngineOptions OPTIONS = EngineOptions.DEFAULTS.with(EngineOption.TIMEOUT, 120.0)
            .with(EngineOption.SYNC_COMPILE, true);
    /** For ever in a loop whose code relies on {@code step} being a constant function. */
    private static final String FOR_EVER = """
            const counts = { made: 0 };
            function step(n) { counts.made++; return n + 1; }
            function work(times) { let sum = 0; for (let i = 0; i < times; i++) sum = step(sum) | 0; return sum; }
            function isDone() { return false; }
            for (let round = 0; !isDone(); round++) work(1000);
            console.log("over");
            """;
    private static final String FINITE = """
            let name = "x";
            class Point { constructor(x) { this.x = x; } }
            function twice(n) { return new Point(2 * n).x; }
            console.log(twice(4));
            """;

    private Engine engine;

    @ParameterizedTest
    @EnumSource(Tier.class)
    void aProgramThatNeverEndsAnswers(Tier tier) {
        assertThat(answers(FOR_EVER, OPTIONS.with(EngineOption.MAX_TIER, tier), PromptTest::hasWorked,
                "1 + 1", "step(41)", "work(3)", "typeof step", "let mine = [1, 'a']", "mine", "missing", "typeof missing"))
                .containsExactly("2", "42", "3", "'function'", "undefined", "[ 1, 'a' ]",
                        "! ReferenceError: missing is not defined", "'undefined'");
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void whatCodeReliesOnMayBeChanged(Tier tier) {
        List<String> answers = answers(FOR_EVER, OPTIONS.with(EngineOption.MAX_TIER, tier), PromptTest::hasWorked,
                "Math.imul = () => 5; Math.imul(2, 2)", "Object.prototype.made = 1; delete Object.prototype.made", "step(1)");
        assertThat(answers).containsExactly("5", "true", "2");
    }

    @Test
    void errorsAndEndlessLoopsDoNotHurt() {
        assertThat(answers(FOR_EVER, OPTIONS, PromptTest::hasWorked,
                "throw new TypeError('no')", "(", "for (;;) { try { for (;;); } catch {} finally { } }",
                "Promise.reject(1); 'rejected'", "(function deep() { return deep(); })()", "step(1)"))
                .satisfiesExactly(
                        answer -> assertThat(answer).startsWith("! TypeError: no"),
                        answer -> assertThat(answer).startsWith("! SyntaxError"),
                        answer -> assertThat(answer).startsWith("! stopped: it ran longer than"),
                        answer -> assertThat(answer).isEqualTo("'rejected'"),
                        answer -> assertThat(answer).startsWith("! RangeError: Maximum call stack size exceeded"),
                        answer -> assertThat(answer).isEqualTo("2"));
    }

    @Test
    void aProgramThatWaitsAnswers() {
        assertThat(answers("function f() { return 7; } setInterval(f, 1e9);", OPTIONS, Event::hasFunctionLoaded,
                "f()", "Promise.resolve(1).then(v => globalThis.got = v); 0", "got")).containsExactly("7", "0", "1");
    }

    @Test
    void aProgramThatHasEndedAnswersWhileItsEngineStays() {
        assertThat(answers(FINITE, OPTIONS, Event::hasRunEnded,
                "twice(21)", "new Point(3)", "setTimeout(() => { throw new Error('later') }, 1); 1", "twice(1)"))
                .containsExactly("42", "Point { x: 3 }", "1", "2");
    }

    @Test
    void aPausedProgramAnswers() {
        assertThat(answers("for (let n = 0; ; n++) { if (n == 1e6) n = 0; }",
                OPTIONS.with(EngineOption.MAX_TIER, Tier.BASELINE), event -> {
                    if (event.hasFunctionLoaded()) {
                        engine.pause();
                    }
                    return event.hasRunPaused();
                }, "n >= 0", "n === n")).containsExactly("true", "true");
    }

    @Test
    void garbageIsCollectedWhenAsked() {
        var kinds = new ArrayList<String>();
        answers(FOR_EVER, OPTIONS, event -> {
            if (hasWorked(event)) {
                engine.collectGarbage();
            }
            if (event.hasGarbageCollected()) {
                event.getGarbageCollected().getKindsList().forEach(kind -> kinds.add(kind.getKind()));
                assertThat(event.getGarbageCollected().getReason()).isEqualTo("asked by the user");
            }
            return event.hasGarbageCollected();
        }, "0");
        assertThat(kinds).contains("object", "array", "function", "string");
    }

    private static boolean hasWorked(Event event) {
        return event.hasFeedbackSample() || event.hasCodeInstalled();
    }

    /** Runs a program, asks one question after the other once {@code ready}, and stops it; errors begin with an exclamation mark. */
    private List<String> answers(String program, EngineOptions options, Predicate<Event> ready, String... questions) {
        Deque<String> open = new ArrayDeque<>(List.of(questions));
        List<String> answers = new ArrayList<>();
        boolean[] begun = {false};
        run(program, options, event -> {
            if (event.hasEvalResult()) {
                EvalResult result = event.getEvalResult();
                answers.add(result.getError().isEmpty() ? result.getValue().getDisplay()
                        : "! " + result.getError().lines().findFirst().orElseThrow());
            }
            if (!begun[0] && ready.test(event) || event.hasEvalResult()) {
                begun[0] = true;
                if (open.isEmpty()) {
                    engine.stop();
                } else {
                    engine.evaluate(answers.size() + 1, open.remove());
                }
            }
        });
        return answers;
    }

    private void run(String program, EngineOptions options, java.util.function.Consumer<Event> onEvent) {
        engine = new Engine(options).output(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()).stay();
        try (var events = new PipedInputStream(1 << 20);
                var recorder = new QueueRecorder(new PipedOutputStream(events), System::nanoTime)) {
            var reader = new Thread(() -> {
                try (var recording = new RecordingReader(events)) {
                    for (Optional<Event> event = recording.next(); event.isPresent(); event = recording.next()) {
                        onEvent.accept(event.get());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            reader.start();
            engine.recorder(recorder).run(Program.of("program.js", program));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
