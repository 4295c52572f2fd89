package org.tierscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    @Test
    void workForAClosedWindowIsDropped() {
        Background background = new Background(Runnable::run);
        AtomicBoolean ran = new AtomicBoolean();
        background.close();
        assertThatCode(() -> background.run(() -> ran.set(true))).doesNotThrowAnyException();
        assertThat(background.isIdle()).isTrue();
        assertThat(ran).isFalse();
    }

    @Test
    void workThatWaitsForAThreadIsDroppedWhenTheWindowIsClosed() throws Exception {
        Background background = new Background(Runnable::run);
        CountDownLatch begun = new CountDownLatch(2);
        AtomicBoolean ran = new AtomicBoolean();
        for (int i = 0; i < 2; i++) {
            background.run(() -> {
                begun.countDown();
                awaitInterrupt();
            });
        }
        background.run(() -> ran.set(true));
        assertThat(begun.await(120, TimeUnit.SECONDS)).isTrue();
        assertThat(background.isIdle()).isFalse();
        background.close();
        assertThat(ran).isFalse();
    }

    private static void awaitInterrupt() {
        try {
            Thread.sleep(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
