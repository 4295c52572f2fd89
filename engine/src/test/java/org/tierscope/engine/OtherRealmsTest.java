package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;

/** Machine code of one realm knows nothing of another's built-ins. */
class OtherRealmsTest {
    @ParameterizedTest
    @EnumSource
    void numbersHaveTheMethodsOfTheRealmThatAsks(Tier tier) {
        EngineOptions options = EngineOptions.DEFAULTS
                .with(EngineOption.MAX_TIER, tier)
                .with(EngineOption.BASELINE_THRESHOLD, 5L)
                .with(EngineOption.OPTIMIZE_THRESHOLD, 50L)
                .with(EngineOption.SYNC_COMPILE, true);
        var lines = new ArrayList<String>();
        var result = new ConformanceHost(options, new ConformanceHost.Library()).run(new ConformanceHost.Test("test.js", """
                const scripts = (times) => `Number.prototype.times = function () { return this * ${times}; };
                    function total() { let sum = 0; for (let i = 0; i < 200; i++) sum += i.times(); return sum; }
                    total();`;
                const other = $262.createRealm();
                print($262.evalScript(scripts(2)) + " " + other.evalScript(scripts(3)) + " " + total() + " " + other.global.total());
                """, false, true), List.of(), lines::add);
        assertThat(result.message()).isEmpty();
        assertThat(lines).containsExactly("39800 59700 39800 59700");
    }
}
