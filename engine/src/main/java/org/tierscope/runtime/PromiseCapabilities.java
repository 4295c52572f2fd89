package org.tierscope.runtime;

/** PromiseCapability records (27.2.1.1): VALUES cells of promise, resolve and reject function. */
public final class PromiseCapabilities {
    private static final int PROMISE = 0;
    private static final int RESOLVE = 1;
    private static final int REJECT = 2;

    private final Vm vm;
    private final PerRealm<FunctionInfo> executors;

    PromiseCapabilities(Vm vm) {
        this.vm = vm;
        this.executors = new PerRealm<>(
                realm -> vm.defineNative(realm, "", 2, (v, fp, argc) -> keepFunctions(fp, argc)));
    }

    public static long promise(long capability) {
        return Mem.getLong(capability + Layout.ARRAY_DATA + 8L * PROMISE);
    }

    public static long resolve(long capability) {
        return Mem.getLong(capability + Layout.ARRAY_DATA + 8L * RESOLVE);
    }

    public static long reject(long capability) {
        return Mem.getLong(capability + Layout.ARRAY_DATA + 8L * REJECT);
    }

    private static void set(long capability, int word, long value) {
        Mem.putLong(capability + Layout.ARRAY_DATA + 8L * word, value);
    }

    /**
     * NewPromiseCapability (27.2.1.5).
     *
     * @throws GuestException a TypeError where {@code constructor} is none, or passed its executor no functions
     */
    public long create(long constructor) {
        if (!Layout.isObject(constructor) || !Layout.hasFlag(constructor, Layout.FLAG_CONSTRUCTOR)) {
            throw vm.typeError(vm.errors().render(constructor) + " is not a constructor");
        }
        long capability = vm.ownKeys().allocate(3);
        if (constructor == vm.realm().get(Intrinsic.PROMISE)) {
            long promise = vm.promises().create();
            long shared = vm.promises().shared(promise);
            set(capability, PROMISE, promise);
            set(capability, RESOLVE, vm.promises().resolveFunction(shared));
            set(capability, REJECT, vm.promises().rejectFunction(shared));
            return capability;
        }
        set(capability, RESOLVE, Value.UNDEFINED);
        set(capability, REJECT, Value.UNDEFINED);
        long executor = vm.functions().createNativeOver(executors.of(vm.realm()), capability);
        long promise = vm.construct(constructor, constructor, executor);
        if (!Layout.isCallable(resolve(capability)) || !Layout.isCallable(reject(capability))) {
            throw vm.typeError("Promise resolve or reject function is not callable");
        }
        set(capability, PROMISE, promise);
        return capability;
    }

    private long keepFunctions(long fp, int argc) {
        long capability = Functions.capturedCell(fp);
        if (resolve(capability) != Value.UNDEFINED || reject(capability) != Value.UNDEFINED) {
            throw vm.typeError("Promise executor has already been invoked with non-undefined arguments");
        }
        set(capability, RESOLVE, NativeFunction.argument(fp, argc, 0));
        set(capability, REJECT, NativeFunction.argument(fp, argc, 1));
        return Value.UNDEFINED;
    }
}
