package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.util.function.LongBinaryOperator;
import org.tierscope.runtime.AtomicMemory;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.SharedMemory;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/** Atomics (25.4). */
final class AtomicsBuiltins {
    /** How long a waiting guest goes without looking whether it is to stop. */
    private static final long SLICE_MILLIS = 20;

    private AtomicsBuiltins() {}

    static void install(Vm vm) {
        long atomics = ObjectBuilder.plain(vm)
                .tag("Atomics")
                .method("add", 3, (v, fp, argc) -> modify(v, fp, argc, Long::sum))
                .method("and", 3, (v, fp, argc) -> modify(v, fp, argc, (a, b) -> a & b))
                .method("compareExchange", 4, AtomicsBuiltins::compareExchange)
                .method("exchange", 3, (v, fp, argc) -> modify(v, fp, argc, (a, b) -> b))
                .method("isLockFree", 1, AtomicsBuiltins::isLockFree)
                .method("load", 2, AtomicsBuiltins::load)
                .method("notify", 3, AtomicsBuiltins::notify)
                .method("or", 3, (v, fp, argc) -> modify(v, fp, argc, (a, b) -> a | b))
                .method("store", 3, AtomicsBuiltins::store)
                .method("sub", 3, (v, fp, argc) -> modify(v, fp, argc, (a, b) -> a - b))
                .method("wait", 4, AtomicsBuiltins::await)
                .method("waitAsync", 4, AtomicsBuiltins::awaitLater)
                .method("xor", 3, (v, fp, argc) -> modify(v, fp, argc, (a, b) -> a ^ b))
                .method("pause", 0, AtomicsBuiltins::pause)
                .object();
        ObjectBuilder.on(vm, vm.realm().globalObject()).value("Atomics", atomics);
    }

    /** ValidateIntegerTypedArray. */
    private static long integers(Vm vm, long value, boolean waitable) {
        long array = TypedArrayCreation.validate(vm, value);
        ElementsKind kind = Elements.kindOf(array);
        boolean allowed = waitable
                ? kind == ElementsKind.INT32 || kind == ElementsKind.BIGINT64
                : TypedArrays.isInteger(kind);
        if (!allowed) {
            throw vm.typeError("[object Array] is not " + (waitable ? "an int32 or BigInt64 typed array." : "an integer typed array."));
        }
        return array;
    }

    /** The same with access mode "write". */
    private static long writable(Vm vm, long value) {
        if (TypedArrayCreation.isTypedArray(value)) {
            TypedArrayCreation.requireMutable(vm, value);
        }
        return integers(vm, value, false);
    }

    /** ValidateAtomicAccess. */
    private static long index(Vm vm, long array, long value) {
        long length = vm.buffers().viewLength(array);
        long index = vm.conversions().toIndex(value, "atomic access index");
        if (index >= length) {
            throw vm.rangeError("Invalid atomic access index");
        }
        return index;
    }

    /** RevalidateAtomicAccess; the address of the element. */
    private static long address(Vm vm, long array, long index) {
        TypedArrayCreation.validate(vm, array);
        if (index >= vm.buffers().viewLength(array)) {
            throw vm.rangeError("Invalid atomic access index");
        }
        return Buffers.viewData(array) + index * TypedArrays.elementSize(Elements.kindOf(array));
    }

    /** ToIntegerOrInfinity, or ToBigInt. */
    private static long toInteger(Vm vm, ElementsKind kind, long value) {
        return TypedArrays.isBigInt(kind)
                ? vm.typedElements().toNumeric(kind, value)
                : Value.number(vm.conversions().toInteger(value));
    }

    private static long modify(Vm vm, long fp, int argc, LongBinaryOperator operator) {
        long array = writable(vm, argument(fp, argc, 0));
        long index = index(vm, array, argument(fp, argc, 1));
        ElementsKind kind = Elements.kindOf(array);
        long operand = vm.typedElements().rawOf(kind, toInteger(vm, kind, argument(fp, argc, 2)));
        long address = address(vm, array, index);
        int size = TypedArrays.elementSize(kind);
        for (;;) {
            long before = TypedArrays.loadRaw(kind, address, 0);
            if (AtomicMemory.replace(address, size, before, operator.applyAsLong(before, operand))) {
                return vm.typedElements().valueOf(kind, before);
            }
        }
    }

    private static long compareExchange(Vm vm, long fp, int argc) {
        long array = writable(vm, argument(fp, argc, 0));
        long index = index(vm, array, argument(fp, argc, 1));
        ElementsKind kind = Elements.kindOf(array);
        long expected = narrow(kind, vm.typedElements().rawOf(kind, toInteger(vm, kind, argument(fp, argc, 2))));
        long replacement = vm.typedElements().rawOf(kind, toInteger(vm, kind, argument(fp, argc, 3)));
        long address = address(vm, array, index);
        for (;;) {
            long before = TypedArrays.loadRaw(kind, address, 0);
            if (before != expected
                    || AtomicMemory.replace(address, TypedArrays.elementSize(kind), before, replacement)) {
                return vm.typedElements().valueOf(kind, before);
            }
        }
    }

    /** Bits as {@link TypedArrays#loadRaw} would give them. */
    private static long narrow(ElementsKind kind, long raw) {
        int unused = 64 - 8 * TypedArrays.elementSize(kind);
        return raw << unused >> unused;
    }

    private static long load(Vm vm, long fp, int argc) {
        long array = integers(vm, argument(fp, argc, 0), false);
        long index = index(vm, array, argument(fp, argc, 1));
        long address = address(vm, array, index);
        AtomicMemory.fence();
        ElementsKind kind = Elements.kindOf(array);
        return vm.typedElements().valueOf(kind, TypedArrays.loadRaw(kind, address, 0));
    }

    private static long store(Vm vm, long fp, int argc) {
        long array = writable(vm, argument(fp, argc, 0));
        long index = index(vm, array, argument(fp, argc, 1));
        ElementsKind kind = Elements.kindOf(array);
        long value = toInteger(vm, kind, argument(fp, argc, 2));
        TypedArrays.storeRaw(kind, address(vm, array, index), 0, vm.typedElements().rawOf(kind, value));
        AtomicMemory.fence();
        return value;
    }

    private static long isLockFree(Vm vm, long fp, int argc) {
        double size = vm.conversions().toInteger(argument(fp, argc, 0));
        return Value.ofBoolean(size == 1 || size == 2 || size == 4 || size == 8);
    }

    /** A hint for spinning; the argument is the iteration. */
    private static long pause(Vm vm, long fp, int argc) {
        long iteration = argument(fp, argc, 0);
        if (iteration != Value.UNDEFINED
                && (!Value.isNumber(iteration) || Value.numberAsDouble(iteration) % 1 != 0)) {
            throw vm.typeError("Atomics.pause takes an integer");
        }
        Thread.onSpinWait();
        return Value.UNDEFINED;
    }

    private static long notify(Vm vm, long fp, int argc) {
        long array = integers(vm, argument(fp, argc, 0), true);
        long index = index(vm, array, argument(fp, argc, 1));
        double count = argument(fp, argc, 2) == Value.UNDEFINED
                ? Double.POSITIVE_INFINITY
                : Math.max(0, vm.conversions().toInteger(argument(fp, argc, 2)));
        SharedMemory memory = vm.buffers().memoryOf(Buffers.bufferOf(array));
        return memory == null ? Value.ZERO : Value.ofInt(memory.wake(address(vm, array, index), count));
    }

    /** What DoWait (25.4.3.14) has checked. */
    private record Wait(SharedMemory memory, ElementsKind kind, long address, long expected, double millis) {}

    private static Wait checkedWait(Vm vm, long fp, int argc) {
        long array = integers(vm, argument(fp, argc, 0), true);
        SharedMemory memory = vm.buffers().memoryOf(Buffers.bufferOf(array));
        if (memory == null) {
            throw vm.typeError("[object Int32Array] is not a shared typed array.");
        }
        long index = index(vm, array, argument(fp, argc, 1));
        ElementsKind kind = Elements.kindOf(array);
        long expected = vm.typedElements().rawOf(kind, vm.typedElements().toNumeric(kind, argument(fp, argc, 2)));
        double timeout = vm.conversions().toDouble(argument(fp, argc, 3));
        double millis = Double.isNaN(timeout) ? Double.POSITIVE_INFINITY : Math.max(0, timeout);
        return new Wait(memory, kind, address(vm, array, index), expected, millis);
    }

    private static long await(Vm vm, long fp, int argc) {
        Wait wait = checkedWait(vm, fp, argc);
        if (!vm.canBlock()) {
            throw vm.typeError("Atomics.wait cannot be called in this context");
        }
        SharedMemory.Waiter waiter = wait.memory.enter(wait.kind, wait.address, wait.expected, () -> {});
        if (waiter == null) {
            return vm.strings().intern("not-equal");
        }
        return vm.strings().intern(await(vm, wait.memory, waiter, wait.millis) ? "ok" : "timed-out");
    }

    private static long awaitLater(Vm vm, long fp, int argc) {
        Wait wait = checkedWait(vm, fp, argc);
        if (wait.millis == 0) {
            boolean equal = TypedArrays.loadRaw(wait.kind, wait.address, 0) == wait.expected;
            return waitResult(vm, false, vm.strings().intern(equal ? "timed-out" : "not-equal"));
        }
        long promise = vm.asyncWaits().begin(wait.memory, wait.kind, wait.address, wait.expected, wait.millis);
        return promise == Value.EMPTY
                ? waitResult(vm, false, vm.strings().intern("not-equal"))
                : waitResult(vm, true, promise);
    }

    private static long waitResult(Vm vm, boolean async, long value) {
        return ObjectBuilder.plain(vm)
                .define(vm.conversions().key("async"), Value.ofBoolean(async), Attributes.DEFAULT)
                .define(vm.conversions().key("value"), value, Attributes.DEFAULT)
                .object();
    }

    /** Waits in slices, between which the guest can be stopped. */
    private static boolean await(Vm vm, SharedMemory memory, SharedMemory.Waiter waiter, double millis) {
        long start = System.nanoTime();
        try {
            for (;;) {
                double left = millis - (System.nanoTime() - start) / 1e6;
                if (memory.await(waiter, (long) Math.ceil(Math.min(SLICE_MILLIS, left)))) {
                    return true;
                }
                if (left <= 0) {
                    return false;
                }
                if (Mem.getInt(vm.state() + VmState.INTERRUPT) != 0) {
                    vm.safepoint();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            memory.leave(waiter);
        }
    }
}
