package org.tierscope.runtime;

/**
 * What an object inherits from and whether it may grow: the internal methods [[GetPrototypeOf]], [[SetPrototypeOf]],
 * [[IsExtensible]] and [[PreventExtensions]] of all objects (10.1, 10.4, 10.5).
 */
public final class Inheritance {
    private final Vm vm;

    Inheritance(Vm vm) {
        this.vm = vm;
    }

    /** 0 for null. */
    public long getPrototypeOf(long object) {
        return Proxies.isProxy(object) ? vm.proxies().getPrototypeOf(object) : vm.objects().prototypeOf(object);
    }

    /** {@code prototype}: 0 for null. False where the object keeps the one it has. */
    public boolean setPrototypeOf(long object, long prototype) {
        if (Proxies.isProxy(object)) {
            return vm.proxies().setPrototypeOf(object, prototype);
        }
        if (vm.objects().prototypeOf(object) == prototype) {
            return true;
        }
        if (Objects.has(object, Layout.FLAG_NON_EXTENSIBLE) || isImmutable(object) || isAbove(object, prototype)) {
            return false;
        }
        vm.objects().setPrototypeOf(object, prototype);
        return true;
    }

    /** Immutable prototype exotic objects (10.4.7), and namespaces. */
    public boolean isImmutable(long object) {
        return object == vm.realm().get(Intrinsic.OBJECT_PROTOTYPE)
                || Layout.cellType(object) == CellType.MODULE_NAMESPACE.ordinal();
    }

    /** Whether {@code object} is on the chain from {@code prototype} on, as far as that has no proxy. */
    public boolean isAbove(long object, long prototype) {
        for (long o = prototype; o != 0 && !Proxies.isProxy(o); o = vm.objects().prototypeOf(o)) {
            if (o == object) {
                return true;
            }
        }
        return false;
    }

    public boolean isExtensible(long object) {
        return Proxies.isProxy(object)
                ? vm.proxies().isExtensible(object)
                : !Objects.has(object, Layout.FLAG_NON_EXTENSIBLE);
    }

    /** False where the object stays extensible. */
    public boolean preventExtensions(long object) {
        if (Proxies.isProxy(object)) {
            return vm.proxies().preventExtensions(object);
        }
        if (ElementsKind.at(object).isTypedArray() && !Buffers.isFixedLength(object)) {
            return false;
        }
        vm.objects().preventExtensions(object);
        return true;
    }
}
