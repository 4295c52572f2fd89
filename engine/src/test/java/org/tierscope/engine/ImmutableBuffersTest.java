package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;

class ImmutableBuffersTest {
    @ParameterizedTest
    @ValueSource(strings = {"interpreter", "baseline", "optimized"})
    void aStoreThatWasCompiledForOtherViewsLeavesAnImmutableBufferAlone(String tier) {
        EngineOptions options = EngineOptions.DEFAULTS;
        if (!tier.equals("optimized")) {
            options = options.withText(EngineOption.named("max-tier").orElseThrow(), tier);
        }
        for (String name : List.of("baseline-threshold", "optimize-threshold")) {
            options = options.withText(EngineOption.named(name).orElseThrow(), "2");
        }
        options = options.withText(EngineOption.named("sync-compile").orElseThrow(), "true");
        var lines = new ArrayList<String>();
        var host = new ConformanceHost(options, new ConformanceHost.Library());
        var result = host.run(new ConformanceHost.Test("test.js", """
                function put(array, i, value) { array[i] = value; }
                const mutable = new Uint8Array(4);
                for (let i = 0; i < 400; i++) put(mutable, i & 3, i);
                const fixed = new Uint8Array(Uint8Array.of(1, 2, 3, 4).buffer.transferToImmutable());
                for (let i = 0; i < 400; i++) put(fixed, i & 3, i);
                print(mutable.join() + " " + fixed.join());
                (function () {
                  "use strict";
                  try { fixed[0] = 1; } catch (error) { print(error.name); }
                })();
                print(Object.isFrozen(Object.freeze(fixed)) + " " + Reflect.set(fixed, 0, 9));
                """, false, true), List.of(), lines::add);
        assertThat(result.message()).isEmpty();
        assertThat(lines).containsExactly("140,141,142,143 1,2,3,4", "TypeError", "true false");
    }
}
