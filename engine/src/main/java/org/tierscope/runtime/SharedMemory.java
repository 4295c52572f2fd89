package org.tierscope.runtime;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of SharedArrayBuffers, which several VMs on different threads may have at once, and who waits on them
 * (25.2, 25.4.1). It lives as long as somebody refers to this object; the bytes never move.
 */
public final class SharedMemory {
    /** Somebody who waits at an address. */
    public static final class Waiter {
        private final long address;
        private boolean notified;
        private final Runnable whenNotified;

        private Waiter(long address, Runnable whenNotified) {
            this.address = address;
            this.whenNotified = whenNotified;
        }
    }

    private final Arena arena = Arena.ofAuto();
    private final long data;
    private final long maxByteLength;
    private final AtomicLong byteLength;
    private final Map<Long, ArrayDeque<Waiter>> waiters = new HashMap<>();

    /** Zero bytes; room for {@code maxByteLength}. */
    public SharedMemory(long byteLength, long maxByteLength) {
        this.data = arena.allocate(Math.max(maxByteLength, 16), 16).address();
        this.maxByteLength = maxByteLength;
        this.byteLength = new AtomicLong(byteLength);
    }

    long data() {
        return data;
    }

    long byteLength() {
        return byteLength.get();
    }

    /** False where it would shrink or be larger than the maximum. */
    boolean grow(long newLength) {
        for (;;) {
            long length = byteLength.get();
            if (newLength < length || newLength > maxByteLength) {
                return false;
            }
            if (byteLength.compareAndSet(length, newLength)) {
                return true;
            }
        }
    }

    long maxByteLength() {
        return maxByteLength;
    }

    // Waiting. The lock is the critical section of the specification's waiter lists.

    /**
     * Begins to wait at {@code address} if the raw element there is {@code expected}: null where it is not. {@code whenNotified} runs
     * on the notifier's thread.
     */
    public synchronized Waiter enter(ElementsKind kind, long address, long expected, Runnable whenNotified) {
        if (TypedArrays.loadRaw(kind, address, 0) != expected) {
            return null;
        }
        var waiter = new Waiter(address, whenNotified);
        waiters.computeIfAbsent(address, a -> new ArrayDeque<>()).add(waiter);
        return waiter;
    }

    /** Waits at most {@code millis} milliseconds more; whether the waiter has been notified. */
    public synchronized boolean await(Waiter waiter, long millis) throws InterruptedException {
        if (!waiter.notified && millis > 0) {
            wait(millis);
        }
        return waiter.notified;
    }

    /** Whether the waiter has been notified. */
    public synchronized boolean isNotified(Waiter waiter) {
        return waiter.notified;
    }

    /** Waits no longer; false where it was notified before. */
    public synchronized boolean leave(Waiter waiter) {
        ArrayDeque<Waiter> list = waiters.get(waiter.address);
        return list != null && list.remove(waiter);
    }

    /** Wakes those who wait longest at {@code address}; returns how many. */
    public synchronized int wake(long address, double count) {
        ArrayDeque<Waiter> list = waiters.get(address);
        int woken = 0;
        while (list != null && !list.isEmpty() && woken < count) {
            Waiter waiter = list.poll();
            waiter.notified = true;
            waiter.whenNotified.run();
            woken++;
        }
        notifyAll();
        return woken;
    }
}
