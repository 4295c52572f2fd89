package org.tierscope.runtime;

import java.util.HashSet;
import java.util.Set;

/** What the answers of a proxy's traps must agree with in its target (10.5.5 … 10.5.11): TypeErrors where they do not. */
final class ProxyInvariants {
    private final Vm vm;

    ProxyInvariants(Vm vm) {
        this.vm = vm;
    }

    private GuestException broken(String trap, String text, long key, String rest) {
        return vm.typeError("'" + trap + "' on proxy: " + text + " '" + vm.errors().keyText(key) + "'" + rest);
    }

    /** [[GetOwnProperty]] after the trap: fills {@code result} and returns true where it reports a property. */
    boolean checkOwn(long target, long key, long descriptor, Property result) {
        String trap = "getOwnPropertyDescriptor";
        if (!Layout.isObject(descriptor) && descriptor != Value.UNDEFINED) {
            throw broken(trap, "trap returned neither object nor undefined for property", key, "");
        }
        var actual = new Property();
        boolean exists = vm.definitions().getOwn(target, key, actual);
        if (descriptor == Value.UNDEFINED) {
            if (exists && !actual.isConfigurable()) {
                throw broken(
                        trap, "trap returned undefined for property", key, " which is non-configurable in the proxy target");
            }
            if (exists && !vm.inheritance().isExtensible(target)) {
                throw broken(
                        trap, "trap returned undefined for property", key,
                        " which exists in the non-extensible proxy target");
            }
            return false;
        }
        TemporaryRoots roots = vm.temporaryRoots();
        int depth = roots.depth();
        try {
            push(roots, actual);
            boolean extensible = vm.inheritance().isExtensible(target);
            Property reported = vm.definitions().toDescriptor(descriptor);
            reported.complete();
            if (exists ? !vm.definitions().isCompatible(reported, actual) : !extensible) {
                throw broken(
                        trap, "trap returned descriptor for property", key,
                        " that is incompatible with the existing property in the proxy target");
            }
            if (!reported.isConfigurable()) {
                if (!exists || actual.isConfigurable()) {
                    throw broken(
                            trap, "trap reported non-configurability for property", key,
                            " which is either non-existent or configurable in the proxy target");
                }
                if (reported.isData() && !reported.isWritable() && actual.isWritable()) {
                    throw broken(
                            trap, "trap reported non-configurable and writable for property", key,
                            " which is non-configurable, non-writable in the proxy target");
                }
            }
            result.copyFrom(reported);
            return true;
        } finally {
            roots.reset(depth);
        }
    }

    private static void push(TemporaryRoots roots, Property property) {
        roots.push(property.value);
        roots.push(property.getter);
        roots.push(property.setter);
    }

    /** [[DefineOwnProperty]] after a truish trap; the caller keeps what {@code property} names alive. */
    void checkDefined(long target, long key, Property property) {
        String trap = "defineProperty";
        var actual = new Property();
        boolean exists = vm.definitions().getOwn(target, key, actual);
        TemporaryRoots roots = vm.temporaryRoots();
        int depth = roots.depth();
        push(roots, actual);
        boolean extensible = vm.inheritance().isExtensible(target);
        roots.reset(depth);
        boolean fixed = property.has(Property.HAS_CONFIGURABLE) && !property.isConfigurable();
        if (!exists) {
            if (!extensible) {
                throw broken(
                        trap, "trap returned truish for adding property", key, "  to the non-extensible proxy target");
            }
            if (fixed) {
                throw nonConfigurable(key, " which is either non-existent or configurable in the proxy target");
            }
            return;
        }
        if (!vm.definitions().isCompatible(property, actual)) {
            throw broken(
                    trap, "trap returned truish for adding property", key,
                    "  that is incompatible with the existing property in the proxy target");
        }
        if (fixed && actual.isConfigurable()) {
            throw nonConfigurable(key, " which is either non-existent or configurable in the proxy target");
        }
        if (actual.isData() && !actual.isConfigurable() && actual.isWritable()
                && property.has(Property.HAS_WRITABLE) && !property.isWritable()) {
            throw nonConfigurable(key, " which cannot be non-writable");
        }
    }

    private GuestException nonConfigurable(long key, String rest) {
        return broken("defineProperty", "trap returned truish for defining non-configurable property", key, rest);
    }

    /** [[HasProperty]] after a falsish trap. */
    void checkAbsent(long target, long key) {
        var actual = new Property();
        if (!vm.definitions().getOwn(target, key, actual)) {
            return;
        }
        if (!actual.isConfigurable()) {
            throw broken(
                    "has", "trap returned falsish for property", key,
                    " which exists in the proxy target as non-configurable");
        }
        if (!vm.inheritance().isExtensible(target)) {
            throw broken("has", "trap returned falsish for property", key, " but the proxy target is not extensible");
        }
    }

    /** [[Get]] after the trap returned {@code value}. */
    void checkGot(long target, long key, long value) {
        var actual = new Property();
        if (!vm.definitions().getOwn(target, key, actual) || actual.isConfigurable()) {
            return;
        }
        if (actual.isData() && !actual.isWritable() && !vm.comparison().sameValue(value, actual.value)) {
            throw broken(
                    "get", "property", key,
                    " is a read-only and non-configurable data property on the proxy target but the proxy did not return "
                            + "its actual value (expected '" + vm.errors().renderPlain(actual.value) + "' but got '"
                            + vm.errors().renderPlain(value) + "')");
        }
        if (actual.isAccessor() && actual.getter == Value.UNDEFINED && value != Value.UNDEFINED) {
            throw broken(
                    "get", "property", key,
                    " is a non-configurable accessor property on the proxy target and does not have a getter function, but "
                            + "the trap did not return 'undefined' (got '" + vm.errors().renderPlain(value) + "')");
        }
    }

    /** [[Set]] after a truish trap. */
    void checkSet(long target, long key, long value) {
        var actual = new Property();
        if (!vm.definitions().getOwn(target, key, actual) || actual.isConfigurable()) {
            return;
        }
        if (actual.isData() && !actual.isWritable() && !vm.comparison().sameValue(value, actual.value)) {
            throw broken(
                    "set", "trap returned truish for property", key,
                    " which exists in the proxy target as a non-configurable and non-writable data property with a "
                            + "different value");
        }
        if (actual.isAccessor() && actual.setter == Value.UNDEFINED) {
            throw broken(
                    "set", "trap returned truish for property", key,
                    " which exists in the proxy target as a non-configurable and non-writable accessor property without a "
                            + "setter");
        }
    }

    /** [[Delete]] after a truish trap. */
    void checkDeleted(long target, long key) {
        var actual = new Property();
        if (!vm.definitions().getOwn(target, key, actual)) {
            return;
        }
        if (!actual.isConfigurable()) {
            throw broken(
                    "deleteProperty", "trap returned truish for property", key,
                    " which is non-configurable in the proxy target");
        }
        if (!vm.inheritance().isExtensible(target)) {
            throw broken(
                    "deleteProperty", "trap returned truish for property", key,
                    " but the proxy target is non-extensible");
        }
    }

    /** [[OwnPropertyKeys]]: {@code keys}, without duplicates, is what the trap returned. */
    void checkKeys(long target, long keys) {
        boolean extensible = vm.inheritance().isExtensible(target);
        long actual = vm.ownKeys().all(target);
        Set<Long> unchecked = new HashSet<>();
        for (int i = 0; i < OwnKeys.count(keys); i++) {
            unchecked.add(OwnKeys.at(keys, i));
        }
        boolean[] configurable = new boolean[OwnKeys.count(actual)];
        boolean allConfigurable = true;
        for (int i = 0; i < configurable.length; i++) {
            var property = new Property();
            configurable[i] =
                    !vm.definitions().getOwn(target, OwnKeys.at(actual, i), property) || property.isConfigurable();
            allConfigurable &= configurable[i];
        }
        if (extensible && allConfigurable) {
            return;
        }
        for (int pass = 0; pass < (extensible ? 1 : 2); pass++) {
            for (int i = 0; i < configurable.length; i++) {
                if (configurable[i] == (pass == 1) && !unchecked.remove(OwnKeys.at(actual, i))) {
                    throw vm.typeError("'ownKeys' on proxy: trap result did not include '"
                            + vm.errors().keyText(OwnKeys.at(actual, i)) + "'");
                }
            }
        }
        if (!extensible && !unchecked.isEmpty()) {
            throw vm.typeError("'ownKeys' on proxy: trap returned extra keys but proxy target is non-extensible");
        }
    }
}
