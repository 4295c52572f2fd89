package org.tierscope.engine;

import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Vm;

/** What is printed for an error that the program did not catch. */
final class Uncaught {
    private Uncaught() {}

    /** The error's stack if it has one, else the value. */
    static String describe(Vm vm, long value) {
        try {
            if (Layout.isObject(value)) {
                long stack = vm.operations().getField(value, vm.strings().intern("stack"), 0);
                if (Layout.isString(stack)) {
                    return "Uncaught " + vm.strings().toJava(stack);
                }
            }
            return "Uncaught " + vm.strings().toJava(vm.operations().toStringValue(value));
        } catch (GuestException e) {
            return "Uncaught value that cannot be shown";
        }
    }
}
