package org.tierscope.app.workbench;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work of a window away from the JavaFX thread. What is asked for after the window has been closed is dropped: tasks
 * that were waiting for the JavaFX thread by then still ask, and nobody would see the result.
 */
final class Background {
    private static final int THREADS = 2;

    private final Executor whereResultsGo;
    private final AtomicInteger pending = new AtomicInteger();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("view-work-", 0).factory(),
            (work, closed) -> pending.decrementAndGet());

    /** @param whereResultsGo runs what is given to it in order: the JavaFX thread */
    Background(Executor whereResultsGo) {
        this.whereResultsGo = whereResultsGo;
    }

    /** Runs {@code work} on one of the threads. May be called on any thread. */
    void run(Runnable work) {
        pending.incrementAndGet();
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                // counted down behind what the work has handed to the JavaFX thread
                whereResultsGo.execute(pending::decrementAndGet);
            }
        });
    }

    /** Whether all work is done and what it handed to the JavaFX thread too. */
    boolean isIdle() {
        return pending.get() == 0;
    }

    void close() {
        pending.addAndGet(-threads.shutdownNow().size());
    }
}
