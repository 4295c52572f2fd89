package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.record.QueueRecorder;
import org.tierscope.record.RecordingReader;
import org.tierscope.record.proto.Event;

/** Options that change while the program runs. The programs run for ever: what is waited for ends them. */
class LiveOptionsTest {
    private static final String FOR_EVER = "function f(n) { let s = 0; for (let i = 0; i < n; i++) s = (s + i) | 0; return s; }"
            + " for (;;) f(1000);";
    private static final EngineOptions GIVE_UP = EngineOptions.DEFAULTS.with(EngineOption.TIMEOUT, 120.0)
            .with(EngineOption.SYNC_COMPILE, true);

    @Test
    void aHigherTierIsReachedAfterTheCapIsLifted() {
        Outcome outcome = run(GIVE_UP.with(EngineOption.MAX_TIER, Tier.INTERPRETER), (engine, event) -> {
            if (event.hasFunctionLoaded() && event.getFunctionLoaded().getName().equals("f")) {
                engine.setOption(EngineOption.MAX_TIER, "optimizing");
            }
            if (isOptimized(event)) {
                engine.stop();
            }
        });
        assertThat(outcome.status()).isEqualTo(Outcome.Status.STOPPED);
    }

    @Test
    void aLowerThresholdHoldsForFunctionsThatRunAlready() {
        Outcome outcome = run(GIVE_UP.with(EngineOption.OPTIMIZE_THRESHOLD, 1_000_000_000L), (engine, event) -> {
            if (event.hasCodeInstalled()) {
                engine.setOption(EngineOption.OPTIMIZE_THRESHOLD, "5000");
            }
            if (isOptimized(event)) {
                engine.stop();
            }
        });
        assertThat(outcome.status()).isEqualTo(Outcome.Status.STOPPED);
    }

    @Test
    void aPassThatIsTurnedOffDoesNotRunInTheNextCompilation() {
        AtomicReference<Boolean> folded = new AtomicReference<>(false);
        run(GIVE_UP.with(EngineOption.MAX_TIER, Tier.BASELINE), (engine, event) -> {
            if (event.hasCodeInstalled()) {
                engine.setOption(EngineOption.DISABLE_PASS, "constant-folding");
                engine.setOption(EngineOption.MAX_TIER, "optimizing");
            }
            if (event.hasPassFinished() && event.getPassFinished().getName().equals("constant-folding")) {
                folded.set(true);
            }
            if (isOptimized(event)) {
                engine.stop();
            }
        });
        assertThat(folded.get()).isFalse();
    }

    @Test
    void whatCannotChangeNowIsRefused() {
        assertThatThrownBy(() -> new Engine(EngineOptions.DEFAULTS).setOption(EngineOption.MAX_HEAP, "1g"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("--max-heap");
        assertThatThrownBy(() -> new Engine(EngineOptions.DEFAULTS).setOption(EngineOption.MAX_TIER, "warp"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("--max-tier");
    }

    private static boolean isOptimized(Event event) {
        return event.hasCodeInstalled()
                && event.getCodeInstalled().getTier() == org.tierscope.record.proto.Tier.OPTIMIZING;
    }

    /** Runs the program and hands its events over as somebody who reads the recording gets them. */
    private static Outcome run(EngineOptions options, BiConsumer<Engine, Event> onEvent) {
        try (var in = new PipedInputStream(1 << 20);
                var recorder = new QueueRecorder(new PipedOutputStream(in), System::nanoTime)) {
            Engine engine = new Engine(options).recorder(recorder)
                    .output(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
            Thread reader = Thread.ofPlatform().daemon().start(() -> {
                try (var recording = new RecordingReader(in)) {
                    for (var event = recording.next(); event.isPresent(); event = recording.next()) {
                        onEvent.accept(engine, event.get());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Outcome outcome = engine.run(Program.of("for-ever.js", FOR_EVER));
            recorder.close();
            reader.join();
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
