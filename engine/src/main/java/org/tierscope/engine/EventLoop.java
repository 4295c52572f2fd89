package org.tierscope.engine;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * What runs when the program's text has: jobs of promises, timers, immediates, in node's order. Each callback is followed by all
 * jobs. A rejected promise that nobody has handled by then ends the program as an uncaught error.
 */
final class EventLoop {
    private static final long LONGEST_PARK_NANOS = 50_000_000;

    private final Vm vm;
    private final Timers timers;
    private final LongConsumer unhandled;

    EventLoop(Vm vm) {
        this(vm, reason -> {
            throw new GuestException(reason);
        });
    }

    /** @param unhandled is given what a promise was rejected with when nobody handled it */
    EventLoop(Vm vm, LongConsumer unhandled) {
        this.vm = vm;
        this.unhandled = unhandled;
        this.timers = new Timers(vm);
    }

    /** Defines setTimeout and its kin. */
    void install() {
        timers.install();
    }

    /**
     * Runs until nothing is left to do.
     *
     * @throws GuestException what a callback threw, or a promise was rejected with
     */
    void run() {
        runJobs();
        while (hasMore()) {
            runDue();
            runImmediates();
            if (vm.asyncWaits().isDue()) {
                vm.asyncWaits().settle();
                runJobs();
            }
            if (!timers.hasImmediates() && hasMore()) {
                waitFor(Math.min(timers.nanosToNext(), vm.asyncWaits().nanosToNext()));
            }
        }
    }

    private boolean hasMore() {
        return !timers.isEmpty() || vm.asyncWaits().keepsAlive();
    }

    private void runDue() {
        timers.beginTurn();
        for (Timers.Timer timer = timers.takeDue(); timer != null; timer = timers.takeDue()) {
            timers.run(timer);
            runJobs();
        }
    }

    /** Immediates that callbacks of immediates make run in the next turn. */
    private void runImmediates() {
        int round = timers.immediateCount();
        for (int i = 0; i < round; i++) {
            Timers.Timer immediate = timers.takeImmediate();
            if (immediate != null) {
                timers.run(immediate);
                runJobs();
            }
        }
    }

    private void runJobs() {
        vm.promises().jobs().drain();
        vm.weakTargets().endJob();
        while (vm.weakTargets().hasDead()) {
            vm.weakTargets().finalizeOne();
            vm.promises().jobs().drain();
            vm.weakTargets().endJob();
        }
        for (long reason = vm.promises().takeUnhandled(); reason != Value.EMPTY; reason = vm.promises().takeUnhandled()) {
            unhandled.accept(reason);
            vm.promises().jobs().drain();
        }
    }

    /** Waits at most so long; who wants the guest to come to a safepoint meanwhile unparks its thread. */
    private void waitFor(long nanos) {
        // A thread that could notify a promise of Atomics.waitAsync may end without a word: looked at now and then.
        LockSupport.parkNanos(this, Math.min(nanos, LONGEST_PARK_NANOS));
        if (Mem.getInt(vm.state() + VmState.INTERRUPT) != 0) {
            vm.safepoint();
            // what was evaluated there may have jobs
            runJobs();
        }
    }
}
