package org.tierscope.runtime;

import org.tierscope.bytecode.ErrorKind;

/**
 * Object Environment Records (9.1.1.2): names that are properties of an object, which a with statement gave, or which holds the
 * variables that eval declared in a function. The latter object has no prototype, so that asking for unscopables finds none.
 */
final class ObjectBindings {
    private final Vm vm;
    private final long unscopables;

    ObjectBindings(Vm vm) {
        this.vm = vm;
        this.unscopables = vm.names().symbolUnscopables;
    }

    /** HasBinding: the object, or undefined where the name means nothing there. */
    long find(long object, long key) {
        if (!vm.properties().has(object, key)) {
            return Value.UNDEFINED;
        }
        long blocked = vm.properties().get(object, unscopables);
        if (Layout.isObject(blocked) && vm.operations().truthy(vm.properties().get(blocked, key))) {
            return Value.UNDEFINED;
        }
        return object;
    }

    /** GetBindingValue. */
    long get(long object, long key, boolean strict) {
        if (!vm.properties().has(object, key)) {
            if (strict) {
                throw notDefined(key);
            }
            return Value.UNDEFINED;
        }
        return vm.properties().get(object, key);
    }

    /** SetMutableBinding. */
    void set(long object, long key, long value, boolean strict) {
        if (!vm.properties().has(object, key) && strict) {
            throw notDefined(key);
        }
        if (!vm.properties().set(object, key, value, object) && strict) {
            throw vm.errors().cannotAssign(object, key);
        }
    }

    private GuestException notDefined(long key) {
        return vm.error(ErrorKind.REFERENCE_ERROR, vm.errors().keyText(key) + " is not defined");
    }
}
