package org.tierscope.runtime.builtins;

import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Vm;

/** How the console shows a value, for the engine's own messages. */
public final class ConsoleText {
    private ConsoleText() {}

    /** @throws GuestException what the value's own code throws */
    public static String of(Vm vm, long value) {
        return Inspector.inspect(vm, value);
    }
}
