package org.tierscope.runtime;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The jobs that wait for the running code to end (9.5): reactions to settled promises, thenables to be asked, and callbacks
 * of queueMicrotask. First in, first out.
 */
public final class JobQueue {
    private static final int WORDS = 4;

    private enum Kind {
        FULFILLED,
        REJECTED,
        THENABLE,
        CALLBACK
    }

    private static final Kind[] KINDS = Kind.values();

    private final Vm vm;
    /** A ring of jobs: kind, then three values. */
    private long[] ring = new long[64 * WORDS];

    private int head;
    private int count;
    /** Callbacks of node's process.nextTick, which go first: each a function with its arguments, as guest cells. */
    private final ArrayDeque<long[]> ticks = new ArrayDeque<>();

    JobQueue(Vm vm) {
        this.vm = vm;
        vm.addRoots(mark -> {
            for (long[] tick : ticks) {
                for (long value : tick) {
                    mark.accept(value);
                }
            }
            for (int i = 0; i < count; i++) {
                int at = at(i);
                mark.accept(ring[at + 1]);
                mark.accept(ring[at + 2]);
                mark.accept(ring[at + 3]);
            }
        });
    }

    private int at(int i) {
        return (head + i * WORDS) % ring.length;
    }

    private void add(Kind kind, long a, long b, long c) {
        if (count * WORDS == ring.length) {
            grow();
        }
        int at = at(count++);
        ring[at] = kind.ordinal();
        ring[at + 1] = a;
        ring[at + 2] = b;
        ring[at + 3] = c;
    }

    private void grow() {
        long[] larger = Arrays.copyOfRange(ring, head, head + 2 * ring.length);
        System.arraycopy(ring, 0, larger, ring.length - head, head);
        ring = larger;
        head = 0;
    }

    /** A settled promise has a reaction, a cell of {@link Promises}. */
    void addReaction(long reaction, long result, boolean rejected) {
        add(rejected ? Kind.REJECTED : Kind.FULFILLED, reaction, result, 0);
    }

    /** A promise was resolved with an object that has this {@code then}. */
    void addThenable(long promise, long thenable, long then) {
        add(Kind.THENABLE, promise, thenable, then);
    }

    /** A function to call without arguments. */
    public void addCallback(long function) {
        add(Kind.CALLBACK, function, 0, 0);
    }

    /** A function to call, with these arguments, before the next other job that {@link #drain} begins with. */
    public void addTick(long function, long... arguments) {
        long[] tick = new long[arguments.length + 1];
        tick[0] = function;
        System.arraycopy(arguments, 0, tick, 1, arguments.length);
        ticks.add(tick);
    }

    public boolean isEmpty() {
        return count == 0 && ticks.isEmpty();
    }

    /**
     * Runs ticks, then jobs, and those that they add, until none is left.
     *
     * @throws GuestException what a callback threw; the other jobs are still there
     */
    public void drain() {
        do {
            for (long[] tick = ticks.poll(); tick != null; tick = ticks.poll()) {
                vm.call(tick[0], Value.UNDEFINED, Arrays.copyOfRange(tick, 1, tick.length));
            }
            drainJobs();
        } while (!ticks.isEmpty());
    }

    private void drainJobs() {
        while (count > 0) {
            Kind kind = KINDS[(int) ring[head]];
            long a = ring[head + 1];
            long b = ring[head + 2];
            long c = ring[head + 3];
            head = (head + WORDS) % ring.length;
            count--;
            switch (kind) {
                case FULFILLED -> vm.promises().react(a, b, false);
                case REJECTED -> vm.promises().react(a, b, true);
                case THENABLE -> vm.promises().askThenable(a, b, c);
                case CALLBACK -> vm.call(a, Value.UNDEFINED);
            }
        }
    }
}
