package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Promises of Atomics.waitAsync (25.4.14) that wait to be notified, perhaps by another VM's thread. */
public final class AsyncWaits {
    /** @param deadline in nanoseconds of System.nanoTime, where {@code timed} */
    private record Wait(SharedMemory memory, SharedMemory.Waiter waiter, long promise, boolean timed, long deadline) {
        boolean isDue() {
            return memory.isNotified(waiter) || timed && deadline - System.nanoTime() <= 0;
        }
    }

    private final Vm vm;
    private final List<Wait> pending = new ArrayList<>();
    private BooleanSupplier others = () -> false;

    AsyncWaits(Vm vm) {
        this.vm = vm;
        vm.addRoots(mark -> pending.forEach(wait -> mark.accept(wait.promise)));
    }

    /** Sets how to find out whether another thread may still notify this VM. */
    public void setOthers(BooleanSupplier others) {
        this.others = others;
    }

    /**
     * Begins to wait at an address if the raw element there is {@code expected}.
     *
     * @param millis how long; may be infinite
     * @return the promise, or EMPTY where something else is there
     */
    public long begin(SharedMemory memory, ElementsKind kind, long address, long expected, double millis) {
        long promise = vm.promises().create();
        Thread guest = Thread.currentThread();
        SharedMemory.Waiter waiter = memory.enter(kind, address, expected, () -> LockSupport.unpark(guest));
        if (waiter == null) {
            return Value.EMPTY;
        }
        // a wait of years is one without end
        boolean timed = millis < 1e12;
        pending.add(new Wait(memory, waiter, promise, timed, timed ? System.nanoTime() + (long) (millis * 1e6) : 0));
        return promise;
    }

    /** Whether a promise here can still be settled. */
    public boolean keepsAlive() {
        if (pending.isEmpty()) {
            return false;
        }
        boolean mayBeNotified = others.getAsBoolean();
        return mayBeNotified || pending.stream().anyMatch(wait -> wait.timed || wait.isDue());
    }

    /** Whether {@link #settle} has something to do. */
    public boolean isDue() {
        return pending.stream().anyMatch(Wait::isDue);
    }

    /** Resolves the promises that have been notified, or have waited long enough. */
    public void settle() {
        List<Wait> due = pending.stream().filter(Wait::isDue).toList();
        pending.removeAll(due);
        for (Wait wait : due) {
            String result = wait.memory.leave(wait.waiter) ? "timed-out" : "ok";
            vm.promises().resolve(wait.promise, vm.strings().intern(result));
        }
    }

    /** How long until the first has waited long enough. */
    public long nanosToNext() {
        long now = System.nanoTime();
        return pending.stream().filter(Wait::timed).mapToLong(wait -> wait.deadline - now).min().orElse(Long.MAX_VALUE);
    }
}
