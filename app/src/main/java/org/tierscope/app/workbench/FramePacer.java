package org.tierscope.app.workbench;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** Runs tasks on the JavaFX thread, at most one per interval: how often views of a running program are refreshed. */
final class FramePacer implements Executor {
    /** A thirtieth of a second: faster than anyone reads numbers, slow enough to leave the thread free. */
    static final long INTERVAL_NANOS = 33_000_000;

    private final ScheduledExecutorService timer;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    FramePacer() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().daemon().name("frame-pacer").factory());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // an engine may post its last words while the window is being closed
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        timer = executor;
    }

    @Override
    public void execute(Runnable task) {
        long now = System.nanoTime();
        long due = next.updateAndGet(before -> Math.max(before + INTERVAL_NANOS, now));
        timer.schedule(() -> Platform.runLater(task), Math.max(0, due - now), TimeUnit.NANOSECONDS);
    }

    void close() {
        timer.shutdownNow();
    }
}
