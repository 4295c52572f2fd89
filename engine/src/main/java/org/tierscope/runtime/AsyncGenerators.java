package org.tierscope.runtime;

import org.tierscope.bytecode.ResumeMode;
import org.tierscope.bytecode.SuspendKind;

/**
 * Async generators (27.6.3): requests queue up, each with a promise, and the body runs while there are any. The queue is a guest
 * array of three elements per request: mode, value, promise.
 */
public final class AsyncGenerators {
    private static final int WORDS = 3;

    private final Vm vm;

    AsyncGenerators(Vm vm) {
        this.vm = vm;
    }

    /** What next(), throw() and return() do with a generator: the promise of the request. */
    public long enqueue(long generator, ResumeMode mode, long value) {
        long promise = vm.promises().create();
        int state = Generators.state(generator);
        if (mode != ResumeMode.NEXT && state == SuspendKind.START.ordinal()) {
            Generators.complete(generator);
            state = Generators.COMPLETED;
        }
        if (state == Generators.COMPLETED && mode != ResumeMode.RETURN) {
            if (mode == ResumeMode.NEXT) {
                vm.promises().resolve(promise, vm.realm().newIteratorResult(Value.UNDEFINED, true));
            } else {
                vm.promises().reject(promise, value);
            }
            return promise;
        }
        add(generator, mode, value, promise);
        switch (state) {
            case Generators.COMPLETED -> awaitReturn(generator);
            case Generators.RUNNING, Generators.AWAITING_RETURN -> {}
            default -> {
                if (state != SuspendKind.AWAIT.ordinal()) {
                    serve(generator);
                }
            }
        }
        return promise;
    }

    /** What the generator awaited is settled. */
    void goOn(long generator, long value, ResumeMode mode) {
        if (Generators.state(generator) == Generators.AWAITING_RETURN) {
            end(generator, value, mode == ResumeMode.THROW);
            return;
        }
        if (run(generator, value, mode)) {
            serve(generator);
        }
    }

    /** Resumes a generator at a yield or its start while requests are waiting. */
    private void serve(long generator) {
        while (!isEmpty(generator)) {
            long queue = queue(generator);
            ResumeMode mode = ResumeMode.of((int) Elements.get(queue, 0));
            if (!run(generator, Elements.get(queue, 1), mode)) {
                return;
            }
        }
    }

    /** Runs the body on; returns whether it has come to a yield, so that it can be resumed. */
    private boolean run(long generator, long value, ResumeMode mode) {
        long result;
        try {
            result = vm.generators().resume(generator, value, mode);
        } catch (GuestException e) {
            end(generator, e.value(), true);
            return false;
        }
        int state = Generators.state(generator);
        if (state == SuspendKind.AWAIT.ordinal()) {
            return false;
        }
        if (state == Generators.COMPLETED) {
            end(generator, result, false);
            return false;
        }
        // Code that settling runs (a getter of "then") finds the generator running.
        Generators.setState(generator, Generators.RUNNING);
        settleHead(generator, result, false, false);
        Generators.setState(generator, state);
        return true;
    }

    /** Settles the request at the head as the last that the body answers, and then those behind it. */
    private void end(long generator, long value, boolean thrown) {
        Generators.setState(generator, Generators.RUNNING);
        settleHead(generator, value, true, thrown);
        while (!isEmpty(generator)) {
            long queue = queue(generator);
            switch (ResumeMode.of((int) Elements.get(queue, 0))) {
                case RETURN -> {
                    awaitReturn(generator);
                    return;
                }
                case THROW -> settleHead(generator, Elements.get(queue, 1), true, true);
                case NEXT -> settleHead(generator, Value.UNDEFINED, true, false);
            }
        }
        Generators.setState(generator, Generators.COMPLETED);
    }

    /** AsyncGeneratorAwaitReturn: the value of the return request at the head is awaited. */
    private void awaitReturn(long generator) {
        Generators.setState(generator, Generators.AWAITING_RETURN);
        try {
            vm.promises().await(generator, Elements.get(queue(generator), 1));
        } catch (GuestException e) {
            end(generator, e.value(), true);
        }
    }

    // The queue.

    private static long queue(long generator) {
        return Objects.field(generator, Generators.RESULT);
    }

    private static boolean isEmpty(long generator) {
        return queue(generator) == Value.UNDEFINED || Elements.arrayLength(queue(generator)) == 0;
    }

    private void add(long generator, ResumeMode mode, long value, long promise) {
        if (queue(generator) == Value.UNDEFINED) {
            Objects.setField(generator, Generators.RESULT, vm.literals().newArray());
        }
        long queue = queue(generator);
        vm.literals().arrayAppend(queue, Value.ofInt(mode.ordinal()));
        vm.literals().arrayAppend(queue, value);
        vm.literals().arrayAppend(queue, promise);
    }

    /** Removes the first request and settles its promise: with a result object, or with an exception. */
    private void settleHead(long generator, long value, boolean done, boolean thrown) {
        long queue = queue(generator);
        long promise = Elements.get(queue, 2);
        long rest = vm.literals().newArray();
        for (int i = WORDS; i < Elements.arrayLength(queue); i++) {
            vm.literals().arrayAppend(rest, Elements.get(queue, i));
        }
        Objects.setField(generator, Generators.RESULT, rest);
        if (thrown) {
            vm.promises().reject(promise, value);
        } else {
            vm.promises().resolve(promise, vm.realm().newIteratorResult(value, done));
        }
    }
}
