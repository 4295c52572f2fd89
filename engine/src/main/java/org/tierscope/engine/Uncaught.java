package org.tierscope.engine;

import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.builtins.ConsoleText;

/** What is printed for an error that the program did not catch. */
final class Uncaught {
    private Uncaught() {}

    /** A string as it is; anything else as the console would show it: an error with its stack and properties. */
    static String describe(Vm vm, long value) {
        try {
            return "Uncaught " + (Layout.isString(value) ? vm.strings().toJava(value) : ConsoleText.of(vm, value));
        } catch (GuestException e) {
            return "Uncaught value that cannot be shown";
        }
    }
}
