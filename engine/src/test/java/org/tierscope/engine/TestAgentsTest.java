package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.options.EngineOptions;

class TestAgentsTest {
    private static final ConformanceHost.Library LIBRARY = new ConformanceHost.Library();

    /** What a script prints. */
    private static List<String> printed(String text, boolean canBlock) {
        var lines = new ArrayList<String>();
        var host = new ConformanceHost(EngineOptions.DEFAULTS, LIBRARY);
        var result = host.run(new ConformanceHost.Test("test.js", text, false, canBlock), List.of(), lines::add);
        assertThat(result.message()).isEmpty();
        return lines;
    }

    @Test
    void anAgentWaitsForItsParentOnSharedMemory() {
        assertThat(printed("""
                $262.agent.start(`$262.agent.receiveBroadcast(function (buffer, number) {
                  const cells = new Int32Array(buffer);
                  Atomics.store(cells, 1, 1);
                  $262.agent.report(Atomics.wait(cells, 0, 0) + " " + number);
                })`);
                const cells = new Int32Array(new SharedArrayBuffer(8));
                $262.agent.broadcast(cells.buffer, 7);
                while (Atomics.load(cells, 1) === 0);
                while (Atomics.notify(cells, 0) === 0);
                let report;
                while ((report = $262.agent.getReport()) === null) $262.agent.sleep(1);
                print(report);
                """, true)).containsExactly("ok 7");
    }

    @Test
    void anAgentSettlesAPromiseOfItsParent() {
        assertThat(printed("""
                const cells = new Int32Array(new SharedArrayBuffer(8));
                Atomics.waitAsync(cells, 0, 0).value.then(print);
                $262.agent.start(`$262.agent.receiveBroadcast((buffer) => {
                  Atomics.notify(new Int32Array(buffer), 0);
                })`);
                $262.agent.broadcast(cells.buffer);
                """, true)).containsExactly("ok");
    }

    @Test
    void waitsTimeOutOrAreNotAllowed() {
        String text = """
                const cells = new Int32Array(new SharedArrayBuffer(8));
                try { print(Atomics.wait(cells, 0, 0, 1)); } catch (error) { print(error.name); }
                print(Atomics.waitAsync(cells, 0, 1).value, Atomics.waitAsync(cells, 0, 0, 0).value);
                Atomics.waitAsync(cells, 0, 0, 1).value.then(print);
                """;
        assertThat(printed(text, true)).containsExactly("timed-out", "not-equal", "timed-out");
        assertThat(printed(text, false)).containsExactly("TypeError", "not-equal", "timed-out");
    }

    @Test
    void agentsEndWithTheirTest() {
        assertThat(printed("$262.agent.start(`$262.agent.receiveBroadcast(() => {})`); print('done');", true))
                .containsExactly("done");
    }
}
