package org.tierscope.runtime;

import java.util.ArrayDeque;
import org.tierscope.bytecode.ResumeMode;

/**
 * Promises (27.2): their states, reactions and resolution, and what await does with them. A PROMISE object has five fields; its
 * reactions are a list of VALUES cells of six words, in the order in which they were added.
 */
public final class Promises {
    private static final int STATE = 0;
    private static final int RESULT = 1;
    private static final int FIRST_REACTION = 2;
    private static final int LAST_REACTION = 3;
    private static final int HANDLED = 4;

    /** States, as ints in the field. */
    public static final int PENDING = 0;
    public static final int FULFILLED = 1;
    public static final int REJECTED = 2;

    // Words of a reaction. Handlers: a callable, a generator to resume, or EMPTY for none.
    private static final int NEXT = 0;
    /** The promise to settle with what the handler gives, undefined for none. */
    private static final int DERIVED = 1;
    /** The functions to settle it with, 0 for a promise of the engine's own kind. */
    private static final int RESOLVE = 2;
    private static final int REJECT = 3;
    private static final int ON_FULFILLED = 4;
    private static final int ON_REJECTED = 5;
    private static final int REACTION_WORDS = 6;

    // Words of what two resolving functions share.
    private static final int RESOLVED_PROMISE = 0;
    private static final int ALREADY = 1;

    private final Vm vm;
    private final JobQueue jobs;
    private final PromiseCapabilities capabilities;
    private final ArrayDeque<Long> unhandled = new ArrayDeque<>();
    private final PerRealm<Shape> shapes;
    private final PerRealm<FunctionInfo> resolveFunctions;
    private final PerRealm<FunctionInfo> rejectFunctions;

    Promises(Vm vm) {
        this.vm = vm;
        this.jobs = new JobQueue(vm);
        this.capabilities = new PromiseCapabilities(vm);
        this.shapes = new PerRealm<>(
                realm -> vm.objects().rootShape(realm.get(Intrinsic.PROMISE_PROTOTYPE), CellType.PROMISE, 0));
        this.resolveFunctions = new PerRealm<>(
                realm -> vm.defineNative(realm, "", 1, (v, fp, argc) -> settleShared(fp, argc, false)));
        this.rejectFunctions = new PerRealm<>(
                realm -> vm.defineNative(realm, "", 1, (v, fp, argc) -> settleShared(fp, argc, true)));
        vm.addRoots(mark -> unhandled.forEach(mark::accept));
    }

    public JobQueue jobs() {
        return jobs;
    }

    public PromiseCapabilities capabilities() {
        return capabilities;
    }

    public static boolean isPromise(long value) {
        return Value.isCell(value) && Layout.cellType(value) == CellType.PROMISE.ordinal();
    }

    public static int state(long promise) {
        return (int) Objects.field(promise, STATE);
    }

    /** What it was fulfilled or rejected with. */
    public static long result(long promise) {
        return Objects.field(promise, RESULT);
    }

    /** A new pending promise. */
    public long create() {
        return initialize(vm.objects().allocate(shapes.of(vm.realm()), 0));
    }

    /** The same with a prototype of its own. */
    public long create(long prototype) {
        return initialize(vm.objects().allocate(vm.objects().rootShape(prototype, CellType.PROMISE, 0), 0));
    }

    private static long initialize(long promise) {
        Objects.setField(promise, STATE, Value.ofInt(PENDING));
        Objects.setField(promise, RESULT, Value.UNDEFINED);
        Objects.setField(promise, HANDLED, Value.FALSE);
        return promise;
    }

    private static long get(long cell, int word) {
        return Mem.getLong(cell + Layout.ARRAY_DATA + 8L * word);
    }

    private static void set(long cell, int word, long value) {
        Mem.putLong(cell + Layout.ARRAY_DATA + 8L * word, value);
    }

    // Settling.

    /** What a promise's resolve function does (27.2.1.3.2). */
    public void resolve(long promise, long resolution) {
        if (resolution == promise) {
            reject(promise, vm.typeError("Chaining cycle detected for promise #<Promise>").value());
            return;
        }
        if (!Layout.isObject(resolution)) {
            settle(promise, FULFILLED, resolution);
            return;
        }
        long then;
        try {
            then = vm.properties().get(resolution, vm.names().then);
        } catch (GuestException e) {
            reject(promise, e.value());
            return;
        }
        if (Layout.isCallable(then)) {
            jobs.addThenable(promise, resolution, then);
        } else {
            settle(promise, FULFILLED, resolution);
        }
    }

    public void reject(long promise, long reason) {
        if (Objects.field(promise, HANDLED) != Value.TRUE) {
            unhandled.add(promise);
        }
        settle(promise, REJECTED, reason);
    }

    private void settle(long promise, int state, long result) {
        long reaction = Objects.field(promise, FIRST_REACTION);
        Objects.setField(promise, STATE, Value.ofInt(state));
        Objects.setField(promise, RESULT, result);
        Objects.setField(promise, FIRST_REACTION, 0);
        Objects.setField(promise, LAST_REACTION, 0);
        for (; reaction != 0; reaction = get(reaction, NEXT)) {
            jobs.addReaction(reaction, result, state == REJECTED);
        }
    }

    /** Says that somebody has seen to a promise's rejection. */
    void markHandled(long promise) {
        Objects.setField(promise, HANDLED, Value.TRUE);
    }

    /** How many rejected promises wait to be asked for by {@link #takeUnhandled}. */
    public int unhandledCount() {
        return unhandled.size();
    }

    /** Drops those that have come since there were {@code count}. */
    public void forgetUnhandled(int count) {
        while (unhandled.size() > count) {
            unhandled.removeLast();
        }
    }

    /** Rejected promises that nobody handles and that were not asked for before; the first one's reason, EMPTY for none. */
    public long takeUnhandled() {
        while (!unhandled.isEmpty()) {
            long promise = unhandled.removeFirst();
            if (Objects.field(promise, HANDLED) != Value.TRUE) {
                return result(promise);
            }
        }
        return Value.EMPTY;
    }

    // Reactions.

    /**
     * PerformPromiseThen (27.2.5.4.1).
     *
     * @param onFulfilled a callable, a generator, or EMPTY; so is {@code onRejected}
     * @param derived the promise to settle with the outcome, or undefined
     * @param resolve function that resolves it; 0 where it is a promise that only the engine settles
     */
    public void then(long promise, long onFulfilled, long onRejected, long derived, long resolve, long reject) {
        long reaction = vm.ownKeys().allocate(REACTION_WORDS);
        set(reaction, DERIVED, derived);
        set(reaction, RESOLVE, resolve);
        set(reaction, REJECT, reject);
        set(reaction, ON_FULFILLED, onFulfilled);
        set(reaction, ON_REJECTED, onRejected);
        int state = state(promise);
        if (state == PENDING) {
            long last = Objects.field(promise, LAST_REACTION);
            if (last == 0) {
                Objects.setField(promise, FIRST_REACTION, reaction);
            } else {
                set(last, NEXT, reaction);
            }
            Objects.setField(promise, LAST_REACTION, reaction);
        } else {
            jobs.addReaction(reaction, result(promise), state == REJECTED);
        }
        Objects.setField(promise, HANDLED, Value.TRUE);
    }

    /** A reaction's job (27.2.2.1). */
    void react(long reaction, long argument, boolean rejected) {
        long handler = get(reaction, rejected ? ON_REJECTED : ON_FULFILLED);
        long outcome = argument;
        boolean thrown = rejected;
        if (handler != Value.EMPTY) {
            if (!Layout.isCallable(handler)) {
                goOn(handler, argument, rejected ? ResumeMode.THROW : ResumeMode.NEXT);
                return;
            }
            try {
                outcome = vm.call(handler, Value.UNDEFINED, argument);
                thrown = false;
            } catch (GuestException e) {
                outcome = e.value();
                thrown = true;
            }
        }
        long derived = get(reaction, DERIVED);
        if (derived == Value.UNDEFINED) {
            return;
        }
        if (get(reaction, RESOLVE) != 0) {
            vm.call(get(reaction, thrown ? REJECT : RESOLVE), Value.UNDEFINED, outcome);
        } else if (thrown) {
            reject(derived, outcome);
        } else {
            resolve(derived, outcome);
        }
    }

    /** A thenable's job (27.2.2.2). */
    void askThenable(long promise, long thenable, long then) {
        long shared = shared(promise);
        try {
            vm.call(then, thenable, resolveFunction(shared), rejectFunction(shared));
        } catch (GuestException e) {
            if (get(shared, ALREADY) == Value.FALSE) {
                reject(promise, e.value());
            }
        }
    }

    // Resolving functions (27.2.1.3): a pair shares a cell.

    /** What a pair of resolving functions of a promise shares. */
    public long shared(long promise) {
        long cell = vm.ownKeys().allocate(2);
        set(cell, RESOLVED_PROMISE, promise);
        set(cell, ALREADY, Value.FALSE);
        return cell;
    }

    public long resolveFunction(long shared) {
        return vm.functions().createNativeOver(resolveFunctions.of(vm.realm()), shared);
    }

    public long rejectFunction(long shared) {
        return vm.functions().createNativeOver(rejectFunctions.of(vm.realm()), shared);
    }

    private long settleShared(long fp, int argc, boolean reject) {
        long shared = Functions.capturedCell(fp);
        if (get(shared, ALREADY) == Value.FALSE) {
            set(shared, ALREADY, Value.TRUE);
            long value = NativeFunction.argument(fp, argc, 0);
            if (reject) {
                reject(get(shared, RESOLVED_PROMISE), value);
            } else {
                resolve(get(shared, RESOLVED_PROMISE), value);
            }
        }
        return Value.UNDEFINED;
    }

    // await.

    /** PromiseResolve with %Promise% (27.2.4.7.1). */
    public long promiseOf(long value) {
        if (isPromise(value)
                && vm.properties().get(value, vm.names().constructor) == vm.realm().get(Intrinsic.PROMISE)) {
            return value;
        }
        long promise = create();
        resolve(promise, value);
        return promise;
    }

    /** Has a suspended generator go on when {@code value}, a promise perhaps, is settled. */
    void await(long generator, long value) {
        then(promiseOf(value), generator, generator, Value.UNDEFINED, 0, 0);
    }

    private void goOn(long generator, long value, ResumeMode mode) {
        if (Layout.cellType(generator) == CellType.ASYNC_GENERATOR.ordinal()) {
            vm.asyncGenerators().goOn(generator, value, mode);
            return;
        }
        try {
            vm.generators().resume(generator, value, mode);
        } catch (GuestException e) {
            // The function itself catches what it throws; this is its frame not fitting on the stack.
            reject(Objects.field(generator, Generators.RESULT), e.value());
        }
    }

    /** Settles the promise of an async function that ends; returns it. */
    public long settleAsync(long generator, long value, boolean reject) {
        long promise = Objects.field(generator, Generators.RESULT);
        if (reject) {
            reject(promise, value);
        } else {
            resolve(promise, value);
        }
        return promise;
    }
}
