package org.tierscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;

class RunRequestTest {
    @Test
    void readsPlainArguments() {
        assertThat(plain("run --max-tier=baseline a.js --stats=out.json --sync-compile"))
                .contains(new RunRequest(
                        Path.of("a.js"),
                        Optional.of(Path.of("out.json")),
                        EngineOptions.DEFAULTS
                                .with(EngineOption.MAX_TIER, Tier.BASELINE)
                                .with(EngineOption.SYNC_COMPILE, true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "run", "run --help", "run a.js b.js", "run --max-tier=turbo a.js", "run --max-tier baseline a.js",
        "run --no-such-option a.js", "run -- a.js", "run @file", "run --stats= a.js", "show a.js",
        "run --disable-pass=a --disable-pass=b a.js"
    })
    void leavesEverythingElseToPicocli(String line) {
        assertThat(plain(line)).isEmpty();
    }

    private static Optional<RunRequest> plain(String line) {
        return RunRequest.ofPlain(line.split(" "));
    }
}
