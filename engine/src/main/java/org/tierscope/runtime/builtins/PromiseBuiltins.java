package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.PromiseCapabilities;
import org.tierscope.runtime.Promises;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Promise (27.2), and what the prelude's {@code promise.js} and {@code async.js} need of Java. */
final class PromiseBuiltins {
    private PromiseBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.PROMISE_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .method("then", 2, PromiseBuiltins::then)
                .prelude("promise", "catch", 1)
                .prelude("promise", "finally", 1)
                .tag("Promise");
        ObjectBuilder constructor = ObjectBuilder.constructor(
                        vm, "Promise", 1, PromiseBuiltins::construct, Intrinsic.PROMISE_PROTOTYPE)
                .as(Intrinsic.PROMISE)
                .species()
                .method("resolve", 1, (v, fp, argc) -> resolveWith(v, thisValue(fp), argument(fp, argc, 0)))
                .method("reject", 1, PromiseBuiltins::reject);
        for (String name : new String[] {"all", "allSettled", "any", "race", "try", "allKeyed", "allSettledKeyed"}) {
            constructor.prelude("promise", name, 1);
        }
        constructor.prelude("promise", "withResolvers", 0);
        ObjectBuilder.on(vm, Intrinsic.ARRAY).prelude("async", "fromAsync", 1);
        vm.realm().set(
                Intrinsic.ASYNC_FROM_SYNC_ITERATOR, vm.prelude().function("async", "fromSync", "fromSync", 2));
        defineNatives(vm);
    }

    private static void defineNatives(Vm vm) {
        ObjectBuilder.on(vm, vm.prelude().natives())
                .value("originalPromise", vm.realm().get(Intrinsic.PROMISE))
                .method("newCapability", 1, PromiseBuiltins::newCapability)
                .method("speciesConstructor", 2, (v, fp, argc) ->
                        v.classes().speciesConstructor(argument(fp, argc, 0), argument(fp, argc, 1)))
                .method("promiseResolve", 2, (v, fp, argc) ->
                        resolveWith(v, argument(fp, argc, 0), argument(fp, argc, 1)))
                .method("promiseOf", 1, (v, fp, argc) -> v.promises().promiseOf(argument(fp, argc, 0)))
                .method("newPromise", 0, (v, fp, argc) -> v.promises().create())
                .method("resolvePromise", 2, (v, fp, argc) -> {
                    v.promises().resolve(argument(fp, argc, 0), argument(fp, argc, 1));
                    return Value.UNDEFINED;
                })
                .method("rejectPromise", 2, (v, fp, argc) -> {
                    v.promises().reject(argument(fp, argc, 0), argument(fp, argc, 1));
                    return Value.UNDEFINED;
                })
                .method("performThen", 4, (v, fp, argc) -> {
                    v.promises().then(
                            argument(fp, argc, 0),
                            handler(argument(fp, argc, 1)),
                            handler(argument(fp, argc, 2)),
                            argument(fp, argc, 3),
                            0,
                            0);
                    return Value.UNDEFINED;
                })
                .method("aggregateError", 1, (v, fp, argc) -> v.errors().aggregate(argument(fp, argc, 0)))
                .method("checkIteratorResult", 1, (v, fp, argc) -> {
                    v.iteration().checkResult(argument(fp, argc, 0));
                    return Value.UNDEFINED;
                });
    }

    private static long handler(long value) {
        return Layout.isCallable(value) ? value : Value.EMPTY;
    }

    private static long construct(Vm vm, long fp, int argc) {
        if (!FunctionBuiltins.isConstructCall(fp)) {
            throw vm.typeError("Promise constructor cannot be invoked without 'new'");
        }
        long executor = argument(fp, argc, 0);
        if (!Layout.isCallable(executor)) {
            throw vm.typeError("Promise resolver " + vm.errors().render(executor) + " is not a function");
        }
        long newTarget = Frame.get(fp, Frame.NEW_TARGET_REGISTER);
        Promises promises = vm.promises();
        long promise = promises.create(vm.realm().prototypeFor(newTarget, Intrinsic.PROMISE_PROTOTYPE));
        long shared = promises.shared(promise);
        long reject = promises.rejectFunction(shared);
        try {
            vm.call(executor, Value.UNDEFINED, promises.resolveFunction(shared), reject);
        } catch (GuestException e) {
            vm.call(reject, Value.UNDEFINED, e.value());
        }
        return promise;
    }

    private static long then(Vm vm, long fp, int argc) {
        long promise = thisValue(fp);
        if (!Promises.isPromise(promise)) {
            throw vm.typeError("Method Promise.prototype.then called on incompatible receiver "
                    + vm.errors().render(promise));
        }
        long original = vm.realm().get(Intrinsic.PROMISE);
        long constructor = vm.classes().speciesConstructor(promise, original);
        long onFulfilled = handler(argument(fp, argc, 0));
        long onRejected = handler(argument(fp, argc, 1));
        if (constructor == original) {
            long derived = vm.promises().create();
            vm.promises().then(promise, onFulfilled, onRejected, derived, 0, 0);
            return derived;
        }
        long capability = vm.promises().capabilities().create(constructor);
        vm.promises().then(
                promise,
                onFulfilled,
                onRejected,
                PromiseCapabilities.promise(capability),
                PromiseCapabilities.resolve(capability),
                PromiseCapabilities.reject(capability));
        return PromiseCapabilities.promise(capability);
    }

    private static long reject(Vm vm, long fp, int argc) {
        long constructor = thisValue(fp);
        if (constructor == vm.realm().get(Intrinsic.PROMISE)) {
            long promise = vm.promises().create();
            vm.promises().reject(promise, argument(fp, argc, 0));
            return promise;
        }
        long capability = vm.promises().capabilities().create(constructor);
        vm.call(PromiseCapabilities.reject(capability), Value.UNDEFINED, argument(fp, argc, 0));
        return PromiseCapabilities.promise(capability);
    }

    /** PromiseResolve (27.2.4.7.1). */
    private static long resolveWith(Vm vm, long constructor, long value) {
        if (!Layout.isObject(constructor)) {
            throw vm.typeError("PromiseResolve called on non-object");
        }
        if (Promises.isPromise(value)
                && vm.properties().get(value, vm.names().constructor) == constructor) {
            return value;
        }
        if (constructor == vm.realm().get(Intrinsic.PROMISE)) {
            long promise = vm.promises().create();
            vm.promises().resolve(promise, value);
            return promise;
        }
        long capability = vm.promises().capabilities().create(constructor);
        vm.call(PromiseCapabilities.resolve(capability), Value.UNDEFINED, value);
        return PromiseCapabilities.promise(capability);
    }

    /** NewPromiseCapability as an object for the prelude. */
    private static long newCapability(Vm vm, long fp, int argc) {
        long capability = vm.promises().capabilities().create(argument(fp, argc, 0));
        return ObjectBuilder.plain(vm)
                .define(vm.conversions().key("promise"), PromiseCapabilities.promise(capability), Attributes.DEFAULT)
                .define(vm.conversions().key("resolve"), PromiseCapabilities.resolve(capability), Attributes.DEFAULT)
                .define(vm.conversions().key("reject"), PromiseCapabilities.reject(capability), Attributes.DEFAULT)
                .object();
    }
}
