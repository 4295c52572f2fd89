package org.tierscope.runtime.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.engine.Engine;
import org.tierscope.engine.Program;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;

/** Programs that use one built-in in all its forms, and what node prints for them. */
class BuiltinOutputTest {
    private static String resource(String name) throws IOException {
        try (InputStream in = BuiltinOutputTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "strings", "json", "inspect", "language"})
    void printsWhatNodePrints(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        var options = EngineOptions.DEFAULTS.with(EngineOption.MAX_TIER, Tier.INTERPRETER);
        var outcome = new Engine(options).output(out, out).run(Program.of(name + ".js", resource(name + ".js")));
        assertThat(outcome.error()).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(resource(name + ".expected"));
    }
}
