package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;

/** Running whole programs through the engine's front door. */
class EngineTest {
    @RepeatedTest(30)
    void mayEndWhileCodeIsBeingMade() {
        String program = """
                function f(o, i) { return o.x + i % 7; }
                let s = 0;
                for (let i = 0; i < 120; i++) s += f({ x: i }, i);
                console.log(s);
                """;
        var output = new ByteArrayOutputStream();
        var options = EngineOptions.DEFAULTS
                .with(EngineOption.BASELINE_THRESHOLD, 2L)
                .with(EngineOption.OPTIMIZE_THRESHOLD, 100L);
        var outcome = new Engine(options).output(output, output).run(Program.of("end.js", program));
        assertThat(outcome.error()).isEmpty();
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("7497\n");
    }
}
