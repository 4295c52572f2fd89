package org.tierscope.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {
    @Test
    void everyDefaultIsAValueOfItsOwnOption() {
        for (EngineOption<?> option : EngineOption.ALL) {
            if (!option.defaultText().isEmpty()) {
                assertThat((Object) option.parse(option.defaultText())).as(option.toString())
                        .isEqualTo(option.defaultValue());
            }
            assertThat(option.meaning()).as(option.toString()).endsWith(".");
        }
    }

    @Test
    void namesAreUnique() {
        assertThat(EngineOption.ALL).extracting(EngineOption::name).doesNotHaveDuplicates();
    }

    @Test
    void choicesReplaceDefaultsAndLeaveTheOldOptionsAlone() {
        var options = EngineOptions.DEFAULTS.with(EngineOption.MAX_TIER, Tier.BASELINE);
        assertThat(options.maxTier()).isEqualTo(Tier.BASELINE);
        assertThat(EngineOptions.DEFAULTS.maxTier()).isEqualTo(Tier.OPTIMIZING);
    }

    @Test
    void argumentsAreThoseOfTheCommandLine() {
        var options = EngineOptions.DEFAULTS
                .with(EngineOption.MAX_HEAP, 96L << 20)
                .with(EngineOption.DEOPT_AT, Optional.of(new GuardSite(3, 7)))
                .with(EngineOption.SYNC_COMPILE, true)
                .with(EngineOption.TIMEOUT, 1.5)
                .withText(EngineOption.DISABLE_PASS, "licm,gvn");
        assertThat(options.toArguments())
                .containsExactly(
                        "--max-heap=96m", "--timeout=1.5", "--sync-compile", "--disable-pass=licm,gvn",
                        "--deopt-at=3:7");

        assertThat(options.disabledPasses()).isEqualTo(Set.of("licm", "gvn"));
    }

    @Test
    void textsReadBackAsTheSameOptions() {
        var options = EngineOptions.DEFAULTS
                .with(EngineOption.VERIFY, false)
                .with(EngineOption.MAX_TIER, Tier.BASELINE)
                .with(EngineOption.MAX_HEAP, 3L << 20);
        var again = EngineOptions.DEFAULTS;
        for (var choice : options.toTexts().entrySet()) {
            again = again.withText(EngineOption.named(choice.getKey()).orElseThrow(), choice.getValue());
        }
        assertThat(again).isEqualTo(options);
        assertThat(options.toArguments()).containsExactly("--max-tier=baseline", "--max-heap=3m");
    }

    @Test
    void sizesTakeSuffixes() {
        assertThat(EngineOption.MAX_HEAP.parse("2m")).isEqualTo(2 << 20);
        assertThat(EngineOption.MAX_HEAP.parse("1G")).isEqualTo(1L << 30);
        assertThat(EngineOption.MAX_HEAP.parse("1048577")).isEqualTo(1048577);
        assertThat(EngineOption.MAX_HEAP.format(1048577L)).isEqualTo("1048577");
    }

    @Test
    void wrongValuesSayWhatWasExpected() {
        assertThatThrownBy(() -> EngineOption.MAX_HEAP.parse("12q"))
                .hasMessage("--max-heap: expected a size such as 64m, 1m to 64g, got '12q'");
        assertThatThrownBy(() -> EngineOption.MAX_HEAP.parse("9999999999999g"))
                .hasMessageContaining("1m to 64g");
        assertThatThrownBy(() -> EngineOption.MAX_TIER.parse("turbo"))
                .hasMessage("--max-tier: expected interpreter, baseline, optimizing, got 'turbo'");
        assertThatThrownBy(() -> EngineOption.BASELINE_THRESHOLD.parse("0"))
                .hasMessage("--baseline-threshold: expected a whole number, 1 to 1000000000, got '0'");
        assertThatThrownBy(() -> EngineOption.DEOPT_AT.parse("3:x"))
                .hasMessage("--deopt-at: expected LINE or LINE:COLUMN, got '3:x'");
        assertThatThrownBy(() -> EngineOptions.DEFAULTS.with(EngineOption.TIMEOUT, Double.NaN))
                .hasMessage("--timeout: expected seconds, 0 to 1000000, got 'NaN'");
    }

    @Test
    void aSiteWithoutColumnCoversItsLine() {
        assertThat(GuardSite.parse("4").covers(4, 9)).isTrue();
        assertThat(GuardSite.parse("4:9").covers(4, 9)).isTrue();
        assertThat(GuardSite.parse("4:9").covers(4, 8)).isFalse();
    }
}
