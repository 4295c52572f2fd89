package org.tierscope.app.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import javafx.application.Platform;

/**
 * Finds out how long the JavaFX thread is busy at a stretch: it is asked for an answer all the time, one question after the
 * other, and whatever an answer waits for has kept the thread busy. On a machine with more to do than processors, times in which the
 * thread was not let run are in {@link #longestNanos} but not in {@link #longestCpuNanos}.
 */
public final class StallDetector implements AutoCloseable {
    /** Longer work than this makes a window miss frames. */
    public static final long LIMIT_NANOS = 16_000_000;

    private static final long PAUSE_NANOS = 1_000_000;

    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong longestCpu = new AtomicLong();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    /** Of the JavaFX thread, when it answered last. */
    private long cpuThen = -1;
    private final LongAdder stalls = new LongAdder();
    private final Thread asker;
    private volatile boolean closed;

    public StallDetector() {
        asker = Thread.ofPlatform().daemon().name("stall-detector").start(this::ask);
    }

    private void ask() {
        while (!closed) {
            long asked = System.nanoTime();
            Answer answer = new Answer(this);
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

    /** On the JavaFX thread. */
    private void noteCpu() {
        long now = threads.getCurrentThreadCpuTime();
        if (cpuThen >= 0) {
            longestCpu.accumulateAndGet(now - cpuThen, Math::max);
        }
        cpuThen = now;
    }

    private record Answer(StallDetector detector, java.util.concurrent.CountDownLatch come) implements Runnable {
        Answer(StallDetector detector) {
            this(detector, new java.util.concurrent.CountDownLatch(1));
        }

        @Override
        public void run() {
            detector.noteCpu();
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

    /** The most processor time that the thread spent between two answers. */
    public long longestCpuNanos() {
        return longestCpu.get();
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
