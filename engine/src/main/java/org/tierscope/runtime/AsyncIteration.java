package org.tierscope.runtime;

/** Iterators of for-await and of yield* in async generators (7.4.4). */
public final class AsyncIteration {
    private final Vm vm;

    AsyncIteration(Vm vm) {
        this.vm = vm;
    }

    /** GetIterator(iterable, async) into a record of three words. */
    public void getIterator(long record, long iterable) {
        if (Value.isNullish(iterable)) {
            throw vm.errors().notIterable(iterable);
        }
        long method = vm.properties().getOfValue(iterable, vm.names().symbolAsyncIterator);
        long iterator;
        if (Value.isNullish(method)) {
            vm.iteration().getIterator(record, iterable);
            iterator = vm.call(
                    vm.realm().get(Intrinsic.ASYNC_FROM_SYNC_ITERATOR),
                    Value.UNDEFINED,
                    Mem.getLong(record),
                    Mem.getLong(record + 8));
        } else {
            if (!Layout.isCallable(method)) {
                throw vm.errors().notIterable(iterable);
            }
            iterator = vm.call(method, iterable);
            if (!Layout.isObject(iterator)) {
                throw vm.typeError("Result of the Symbol.asyncIterator method is not an object");
            }
        }
        Mem.putLong(record, iterator);
        Mem.putLong(record + 8, vm.properties().get(iterator, vm.names().next));
        Mem.putLong(record + 16, Value.FALSE);
    }
}
