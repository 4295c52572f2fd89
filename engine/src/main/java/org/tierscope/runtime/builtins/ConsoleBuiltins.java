package org.tierscope.runtime.builtins;

import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Vm;

/** console: lines on the standard streams. */
final class ConsoleBuiltins {
    private ConsoleBuiltins() {}

    static void install(Vm vm) {
        long console = ObjectBuilder.plain(vm)
                .method("log", 0, (v, fp, argc) -> print(v, fp, argc, false))
                .method("info", 0, (v, fp, argc) -> print(v, fp, argc, false))
                .method("debug", 0, (v, fp, argc) -> print(v, fp, argc, false))
                .method("error", 0, (v, fp, argc) -> print(v, fp, argc, true))
                .method("warn", 0, (v, fp, argc) -> print(v, fp, argc, true))
                .object();
        ObjectBuilder.on(vm, vm.realm().globalObject()).value("console", console);
    }

    private static long print(Vm vm, long fp, int argc, boolean error) {
        var line = new StringBuilder();
        for (int i = 0; i < argc; i++) {
            long value = Frame.get(fp, i);
            line.append(i == 0 ? "" : " ");
            line.append(Layout.isString(value) ? vm.strings().toJava(value) : vm.errors().renderPlain(value));
        }
        if (error) {
            vm.console().printError(line.toString());
        } else {
            vm.console().println(line.toString());
        }
        return org.tierscope.runtime.Value.UNDEFINED;
    }
}
