package org.tierscope.app.measure;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import javafx.application.Platform;

/**
 * Finds out how long the JavaFX thread is busy at a stretch: it is asked for an answer all the time, one question after the
 * other, and whatever an answer waits for has kept the thread busy. On a machine with more to do than processors, times in which the
 * thread was not let run are in it.
 */
public final class StallDetector implements AutoCloseable {
    /** Longer work than this makes a window miss frames. */
    public static final long LIMIT_NANOS = 16_000_000;

    private static final long PAUSE_NANOS = 1_000_000;

    private final AtomicLong longest = new AtomicLong();
    private final LongAdder stalls = new LongAdder();
    private final Thread asker;
    private volatile boolean closed;

    public StallDetector() {
        asker = Thread.ofPlatform().daemon().name("stall-detector").start(this::ask);
    }

    private void ask() {
        while (!closed) {
            long asked = System.nanoTime();
            Answer answer = new Answer();
            Platform.runLater(answer);
            answer.await();
            long waited = System.nanoTime() - asked;
            longest.accumulateAndGet(waited, Math::max);
            if (waited > LIMIT_NANOS) {
                stalls.increment();
            }
            java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static final class Answer implements Runnable {
        private final java.util.concurrent.CountDownLatch come = new java.util.concurrent.CountDownLatch(1);

        @Override
        public void run() {
            come.countDown();
        }

        void await() {
            try {
                come.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The longest time so far, in nanoseconds. */
    public long longestNanos() {
        return longest.get();
    }

    /** How often it was more than {@link #LIMIT_NANOS}. */
    public long stalls() {
        return stalls.sum();
    }

    @Override
    public void close() {
        closed = true;
        asker.interrupt();
    }
}
