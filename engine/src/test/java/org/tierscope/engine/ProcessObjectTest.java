package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;

class ProcessObjectTest {
    private record Run(String output, Outcome outcome) {}

    private static Run run(EngineOptions options, String source) {
        var out = new ByteArrayOutputStream();
        Outcome outcome = new Engine(options).output(out, out).run(Program.of("test.js", source));
        return new Run(out.toString(StandardCharsets.UTF_8), outcome);
    }

    private static String output(String source) {
        Run run = run(EngineOptions.DEFAULTS, source);
        assertThat(run.outcome.error()).isEmpty();
        return run.output;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1                                                        | 0",
        "process.exit()                                           | 0",
        "process.exit(3)                                          | 3",
        "process.exitCode = 7                                     | 7",
        "process.exitCode = 4; process.exit()                     | 4",
        "process.on('exit', () => { process.exitCode = 5; })      | 5",
        "process.on('exit', () => { process.exit(6); })           | 6",
        "throw 1                                                  | 1",
        "process.exitCode = 9; throw 1                            | 9",
        "Promise.reject(1)                                        | 1",
        "setTimeout(() => process.exit(2), 1); setInterval(() => {}, 1) | 2"
    })
    void theProgramSaysItsExitCode(String source, int code) {
        assertThat(run(EngineOptions.DEFAULTS, source).outcome.exitCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void exitEndsTheProgramThroughAllOfItsHandlers(Tier tier) {
        var options = EngineOptions.DEFAULTS
                .with(EngineOption.MAX_TIER, tier)
                .with(EngineOption.SYNC_COMPILE, true)
                .with(EngineOption.BASELINE_THRESHOLD, 2L)
                .with(EngineOption.OPTIMIZE_THRESHOLD, 20L);
        Run run = run(options, """
                function f(i) { try { if (i === 900) process.exit(3); return i; } catch { return -1; } finally { last = i; } }
                let last = 0, sum = 0;
                process.on('exit', (code) => console.log('exit', code, last));
                for (let i = 0; i < 1000; i++) sum += f(i);
                console.log('not reached', sum);
                """);
        assertThat(run.output).isEqualTo("exit 3 899\n");
        assertThat(run.outcome.exitCode()).isEqualTo(3);
        assertThat(run.outcome.error()).isEmpty();
    }

    @Test
    void ticksGoBeforeJobs() {
        assertThat(output("""
                Promise.resolve().then(() => { console.log('job'); process.nextTick((a) => console.log('tick', a), 2); })
                    .then(() => console.log('job of job'));
                process.nextTick(() => console.log('tick', 1));
                console.log('text');
                """)).isEqualTo("text\ntick 1\njob\njob of job\ntick 2\n");
    }

    @Test
    void aProgramMayGoOnAfterErrorsThatItTakesNoteOf() {
        assertThat(output("""
                process.on('uncaughtException', (e, origin) => console.log(e.message, origin));
                process.once('unhandledRejection', (reason) => console.log('rejected', reason));
                setTimeout(() => { throw new Error('timer'); }, 1);
                setTimeout(() => console.log('later'), 2);
                Promise.reject(1);
                Promise.reject(2);
                throw new Error('main');
                """)).startsWith("main uncaughtException\nrejected 1\nThis error originated either")
                .endsWith("unhandledRejection\ntimer uncaughtException\nlater\n");
    }

    @Test
    void whatIsNotCaughtIsShownAsTheConsoleShowsIt() {
        assertThat(run(EngineOptions.DEFAULTS, "throw { a: [1, 2] }").outcome.error()).isEqualTo("Uncaught { a: [ 1, 2 ] }");
        assertThat(run(EngineOptions.DEFAULTS, "throw Object.assign(new Error('x'), { code: 5 })").outcome.error())
                .startsWith("Uncaught Error: x\n    at ").endsWith("{\n  code: 5\n}");
        assertThat(run(EngineOptions.DEFAULTS, "Promise.reject('why')").outcome.error())
                .contains("rejected with the reason \"why\"").contains("code: 'ERR_UNHANDLED_REJECTION'");
    }
}
