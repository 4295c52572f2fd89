package org.tierscope.runtime;

import java.util.HashSet;
import java.util.Set;

/**
 * Proxy objects (10.5): every internal method asks the handler's trap and checks that its answer keeps the invariants that
 * hold for all objects. {@link Properties}, {@link PropertyDefinition}, {@link OwnKeys}, {@link Inheritance} and
 * {@link Functions} come here where the object is a proxy; nothing else needs to know.
 *
 * <p>A proxy's own slots hold private names only. Its shape is never cached ({@link CellType#interceptsNames}).
 */
public final class Proxies {
    /** Fixed fields; both null once revoked. */
    private static final int TARGET = 0;

    private static final int HANDLER = 1;

    /** A trap; its name is the key under which the handler has it. */
    private enum Trap {
        getPrototypeOf,
        setPrototypeOf,
        isExtensible,
        preventExtensions,
        getOwnPropertyDescriptor,
        defineProperty,
        has,
        get,
        set,
        deleteProperty,
        ownKeys,
        apply,
        construct
    }

    private final Vm vm;
    private final long[] trapKeys = new long[Trap.values().length];
    private final long callFunction;
    private final ProxyInvariants invariants;

    Proxies(Vm vm) {
        this.vm = vm;
        this.invariants = new ProxyInvariants(vm);
        for (Trap trap : Trap.values()) {
            trapKeys[trap.ordinal()] = vm.strings().intern(trap.name());
        }
        callFunction = vm.functions().createNative(vm.defineNative("", 0, this::callOrConstruct), true);
        vm.addRoots(mark -> {
            mark.accept(callFunction);
            for (long key : trapKeys) {
                mark.accept(key);
            }
        });
    }

    public static boolean isProxy(long object) {
        return Layout.cellType(object) == CellType.PROXY.ordinal();
    }

    /** ProxyCreate. */
    public long create(long target, long handler) {
        if (!Layout.isObject(target) || !Layout.isObject(handler)) {
            throw vm.typeError("Cannot create proxy with a non-object as target or handler");
        }
        int flags = (Mem.getByte(target + Layout.FLAGS)) & (Layout.FLAG_CALLABLE | Layout.FLAG_CONSTRUCTOR);
        long proxy = vm.objects().allocate(vm.objects().rootShape(0, CellType.PROXY, 0), flags);
        Objects.setElementsKind(proxy, ElementsKind.EXOTIC);
        Objects.setField(proxy, TARGET, target);
        Objects.setField(proxy, HANDLER, handler);
        return proxy;
    }

    public void revoke(long proxy) {
        Objects.setField(proxy, TARGET, Value.NULL);
        Objects.setField(proxy, HANDLER, Value.NULL);
    }

    /** Null where the proxy is revoked. */
    public static long target(long proxy) {
        return Objects.field(proxy, TARGET);
    }

    public static long handler(long proxy) {
        return Objects.field(proxy, HANDLER);
    }

    /** IsArray (7.2.2). */
    public boolean isArray(long value) {
        if (!Layout.isObject(value)) {
            return false;
        }
        long object = value;
        while (isProxy(object)) {
            object = target(object);
            if (object == Value.NULL) {
                throw revoked("IsArray");
            }
        }
        return Layout.cellType(object) == CellType.ARRAY.ordinal();
    }

    GuestException revoked(String operation) {
        return vm.typeError("Cannot perform '" + operation + "' on a proxy that has been revoked");
    }

    /** The trap, or undefined for none. */
    private long trap(long proxy, Trap trap) {
        long handler = handler(proxy);
        if (handler == Value.NULL) {
            throw revoked(trap.name());
        }
        long method;
        vm.enterNested();
        try {
            method = vm.properties().get(handler, trapKeys[trap.ordinal()]);
        } finally {
            vm.leaveNested();
        }
        if (Value.isNullish(method)) {
            return Value.UNDEFINED;
        }
        if (!Layout.isCallable(method)) {
            throw vm.typeError("'" + vm.errors().renderPlain(method) + "' returned for property '" + trap + "' of object '"
                    + vm.errors().objectText(handler) + "' is not a function");
        }
        return method;
    }

    // The internal methods.

    /** 0 for null. */
    long getPrototypeOf(long proxy) {
        long trap = trap(proxy, Trap.getPrototypeOf);
        long target = target(proxy);
        if (trap == Value.UNDEFINED) {
            vm.enterNested();
            try {
                return vm.inheritance().getPrototypeOf(target);
            } finally {
                vm.leaveNested();
            }
        }
        long result = vm.call(trap, handler(proxy), target);
        if (!Layout.isObject(result) && result != Value.NULL) {
            throw vm.typeError("'getPrototypeOf' on proxy: trap returned neither object nor null");
        }
        long prototype = result == Value.NULL ? 0 : result;
        if (!vm.inheritance().isExtensible(target) && vm.inheritance().getPrototypeOf(target) != prototype) {
            throw vm.typeError("'getPrototypeOf' on proxy: proxy target is non-extensible but the trap did not return "
                    + "its actual prototype");
        }
        return prototype;
    }

    /** {@code prototype}: 0 for null. */
    boolean setPrototypeOf(long proxy, long prototype) {
        long trap = trap(proxy, Trap.setPrototypeOf);
        long target = target(proxy);
        if (trap == Value.UNDEFINED) {
            vm.enterNested();
            try {
                return vm.inheritance().setPrototypeOf(target, prototype);
            } finally {
                vm.leaveNested();
            }
        }
        if (!isTrue(vm.call(trap, handler(proxy), target, prototype == 0 ? Value.NULL : prototype))) {
            return false;
        }
        if (!vm.inheritance().isExtensible(target) && vm.inheritance().getPrototypeOf(target) != prototype) {
            throw vm.typeError("'setPrototypeOf' on proxy: trap returned truish for setting a new prototype on the "
                    + "non-extensible proxy target");
        }
        return true;
    }

    boolean isExtensible(long proxy) {
        long trap = trap(proxy, Trap.isExtensible);
        long target = target(proxy);
        if (trap == Value.UNDEFINED) {
            vm.enterNested();
            try {
                return vm.inheritance().isExtensible(target);
            } finally {
                vm.leaveNested();
            }
        }
        boolean result = isTrue(vm.call(trap, handler(proxy), target));
        boolean actual = vm.inheritance().isExtensible(target);
        if (result != actual) {
            throw vm.typeError("'isExtensible' on proxy: trap result does not reflect extensibility of proxy target "
                    + "(which is '" + actual + "')");
        }
        return result;
    }

    boolean preventExtensions(long proxy) {
        long trap = trap(proxy, Trap.preventExtensions);
        long target = target(proxy);
        if (trap == Value.UNDEFINED) {
            vm.enterNested();
            try {
                return vm.inheritance().preventExtensions(target);
            } finally {
                vm.leaveNested();
            }
        }
        boolean result = isTrue(vm.call(trap, handler(proxy), target));
        if (result && vm.inheritance().isExtensible(target)) {
            throw vm.typeError("'preventExtensions' on proxy: the proxy target is extensible");
        }
        return result;
    }

    boolean getOwn(long proxy, long key, Property result) {
        long trap = trap(proxy, Trap.getOwnPropertyDescriptor);
        long target = target(proxy);
        if (trap == Value.UNDEFINED) {
            vm.enterNested();
            try {
                return vm.definitions().getOwn(target, key, result);
            } finally {
                vm.leaveNested();
            }
        }
        long descriptor = vm.call(trap, handler(proxy), target, vm.conversions().keyToValue(key));
        return invariants.checkOwn(target, key, descriptor, result);
    }

    boolean defineOwn(long proxy, long key, Property property) {
        TemporaryRoots roots = vm.temporaryRoots();
        int depth = roots.depth();
        try {
            long trap = trap(proxy, Trap.defineProperty);
            long target = target(proxy);
            if (trap == Value.UNDEFINED) {
                vm.enterNested();
                try {
                    return vm.definitions().defineOwn(target, key, property);
                } finally {
                    vm.leaveNested();
                }
            }
            roots.push(property.value);
            roots.push(property.getter);
            roots.push(property.setter);
            long descriptor = vm.definitions().fromDescriptor(property);
            if (!isTrue(vm.call(trap, handler(proxy), target, vm.conversions().keyToValue(key), descriptor))) {
                return false;
            }
            invariants.checkDefined(target, key, property);
            return true;
        } finally {
            roots.reset(depth);
        }
    }

    boolean has(long proxy, long key) {
        long trap = trap(proxy, Trap.has);
        long target = target(proxy);
        if (trap == Value.UNDEFINED) {
            vm.enterNested();
            try {
                return vm.properties().has(target, key);
            } finally {
                vm.leaveNested();
            }
        }
        boolean result = isTrue(vm.call(trap, handler(proxy), target, vm.conversions().keyToValue(key)));
        if (!result) {
            invariants.checkAbsent(target, key);
        }
        return result;
    }

    long get(long proxy, long key, long receiver) {
        long trap = trap(proxy, Trap.get);
        long target = target(proxy);
        if (trap == Value.UNDEFINED) {
            vm.enterNested();
            try {
                return vm.properties().get(target, key, receiver);
            } finally {
                vm.leaveNested();
            }
        }
        long value = vm.call(trap, handler(proxy), target, vm.conversions().keyToValue(key), receiver);
        invariants.checkGot(target, key, value);
        return value;
    }

    boolean set(long proxy, long key, long value, long receiver) {
        long trap = trap(proxy, Trap.set);
        long target = target(proxy);
        if (trap == Value.UNDEFINED) {
            vm.enterNested();
            try {
                return vm.properties().set(target, key, value, receiver);
            } finally {
                vm.leaveNested();
            }
        }
        if (!isTrue(vm.call(trap, handler(proxy), target, vm.conversions().keyToValue(key), value, receiver))) {
            return false;
        }
        invariants.checkSet(target, key, value);
        return true;
    }

    boolean delete(long proxy, long key) {
        long trap = trap(proxy, Trap.deleteProperty);
        long target = target(proxy);
        if (trap == Value.UNDEFINED) {
            vm.enterNested();
            try {
                return vm.properties().delete(target, key);
            } finally {
                vm.leaveNested();
            }
        }
        if (!isTrue(vm.call(trap, handler(proxy), target, vm.conversions().keyToValue(key)))) {
            return false;
        }
        invariants.checkDeleted(target, key);
        return true;
    }

    /** A list of keys as {@link OwnKeys} has it. */
    long ownKeys(long proxy) {
        long trap = trap(proxy, Trap.ownKeys);
        long target = target(proxy);
        if (trap == Value.UNDEFINED) {
            vm.enterNested();
            try {
                return vm.ownKeys().all(target);
            } finally {
                vm.leaveNested();
            }
        }
        long keys = toKeyList(vm.call(trap, handler(proxy), target));
        invariants.checkKeys(target, keys);
        return keys;
    }

    /** CreateListFromArrayLike of strings and symbols, without duplicates. */
    private long toKeyList(long arrayLike) {
        if (!Layout.isObject(arrayLike)) {
            throw vm.typeError("CreateListFromArrayLike called on non-object");
        }
        long length = vm.conversions().toLength(vm.properties().get(arrayLike, vm.names().length));
        if (length > Integer.MAX_VALUE - 64) {
            throw vm.rangeError("Invalid array length");
        }
        long keys = vm.ownKeys().allocate((int) length);
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < length; i++) {
            long name = vm.properties().get(arrayLike, vm.conversions().toPropertyKey(Value.number(i)));
            if (!Layout.isString(name) && !Layout.isSymbol(name)) {
                throw vm.typeError(vm.errors().render(name) + " is not a valid property name");
            }
            long key = vm.conversions().toPropertyKey(name);
            Mem.putLong(keys + Layout.ARRAY_DATA + 8L * i, key);
            seen.add(key);
        }
        if (seen.size() < length) {
            throw vm.typeError("'ownKeys' on proxy: trap returned duplicate entries");
        }
        return keys;
    }

    private static boolean isTrue(long value) {
        return Conversions.truthy(value);
    }

    // [[Call]] and [[Construct]].

    /**
     * The function that runs in place of a callable proxy; {@link Functions#unwrap} puts the proxy before the arguments.
     */
    long callFunction() {
        return callFunction;
    }

    private long callOrConstruct(Vm unused, long fp, int argc) {
        long proxy = Frame.get(fp, 0);
        long newTarget = Mem.getLong(fp + Frame.NEW_TARGET);
        boolean construct = newTarget != Value.UNDEFINED;
        if (handler(proxy) == Value.NULL) {
            // the function that runs here belongs to no realm in particular
            throw vm.realms().in(vm.realms().ofCaller(), () -> revoked(construct ? "construct" : "apply"));
        }
        long trap = trap(proxy, construct ? Trap.construct : Trap.apply);
        long target = target(proxy);
        var arguments = new long[argc - 1];
        if (trap == Value.UNDEFINED) {
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = Frame.get(fp, i + 1);
            }
            return construct
                    ? vm.construct(target, newTarget, arguments)
                    : vm.call(target, Mem.getLong(fp + Frame.THIS), arguments);
        }
        long list = vm.literals().newArray();
        for (int i = 1; i < argc; i++) {
            vm.literals().arrayAppend(list, Frame.get(fp, i));
        }
        if (!construct) {
            return vm.call(trap, handler(proxy), target, Mem.getLong(fp + Frame.THIS), list);
        }
        long result = vm.call(trap, handler(proxy), target, list, newTarget);
        if (!Layout.isObject(result)) {
            throw vm.typeError(
                    "'construct' on proxy: trap returned non-object ('" + vm.errors().renderPlain(result) + "')");
        }
        return result;
    }
}
