package org.tierscope.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.tierscope.record.proto.Event;

/**
 * A recorder with a bounded queue and a thread of its own that encodes, writes and flushes. Posting costs a lock
 * that is held for a queue operation only: it never wakes the writer, which looks by itself every few
 * milliseconds. Times are taken under that lock, so they never go backwards.
 */
public final class QueueRecorder implements Recorder {

    /** Events that may wait; then posting threads wait too. */
    private static final int CAPACITY = 1 << 16;

    /** Longest time in milliseconds that a posted event stays in this process. */
    private static final long FLUSH_MILLIS = 20;

    private final RecordingWriter writer;
    private final LongSupplier clock;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moreToWrite = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final ArrayDeque<Event> queue = new ArrayDeque<>();
    /** The clock at the first event, which is the start of the run; the engine's own start does not count. */
    private long startNanos;
    private long posted;
    private long flushed;
    private long lastNanos;
    private long lost;
    private boolean closing;
    private int flushWaiters;
    private IOException failure;

    /**
     * @param out where the recording goes; closed with this
     * @param clock nanoseconds from any origin; a deterministic run gives its own
     */
    public QueueRecorder(OutputStream out, LongSupplier clock) throws IOException {
        this.writer = new RecordingWriter(out);
        this.clock = clock;
        writer.flush();
        this.thread = Thread.ofPlatform().daemon().name("recorder").start(this::writeUntilClosed);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void post(Event.Builder event) {
        lock.lock();
        try {
            while (queue.size() >= CAPACITY && failure == null && !closing) {
                progress.awaitUninterruptibly();
            }
            if (failure != null || closing) {
                lost++;
                return;
            }
            long now = clock.getAsLong();
            if (posted == 0) {
                startNanos = now;
            }
            lastNanos = Math.max(lastNanos, now - startNanos);
            queue.add(event.setTimeNanos(lastNanos).build());
            posted++;
            if (queue.size() == CAPACITY / 2) {
                moreToWrite.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long nanos() {
        lock.lock();
        try {
            return posted == 0 ? 0 : Math.max(lastNanos, clock.getAsLong() - startNanos);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() {
        lock.lock();
        try {
            long target = posted;
            flushWaiters++;
            moreToWrite.signal();
            while (flushed < target && failure == null) {
                progress.awaitUninterruptibly();
            }
            flushWaiters--;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<IOException> failure() {
        lock.lock();
        try {
            return Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long lostEvents() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            moreToWrite.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilClosed() {
        long written = 0;
        try (writer) {
            for (List<Event> batch = takeBatch(); batch != null; batch = takeBatch()) {
                for (Event event : batch) {
                    writer.write(event);
                }
                written += batch.size();
                writer.flush();
                reportFlushed(written);
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    /** What was posted within the next {@link #FLUSH_MILLIS}; null when closed and everything is taken. */
    private List<Event> takeBatch() {
        lock.lock();
        try {
            while (!closing && queue.size() < CAPACITY / 2 && flushWaiters == 0) {
                boolean timeIsUp = moreToWrite.awaitNanos(FLUSH_MILLIS * 1_000_000) <= 0;
                if (timeIsUp && !queue.isEmpty()) {
                    break;
                }
            }
            if (queue.isEmpty() && closing) {
                return null;
            }
            List<Event> batch = new ArrayList<>(queue);
            queue.clear();
            progress.signalAll();
            return batch;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the recorder's thread", e);
        } finally {
            lock.unlock();
        }
    }

    private void reportFlushed(long written) {
        lock.lock();
        try {
            flushed = written;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void fail(IOException cause) {
        lock.lock();
        try {
            failure = cause;
            lost += posted - flushed;
            queue.clear();
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
