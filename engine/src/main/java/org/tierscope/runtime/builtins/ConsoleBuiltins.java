package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.util.HashMap;
import java.util.Map;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The console object (Console Standard, in node's formatting). */
final class ConsoleBuiltins {
    private static final int GROUP_INDENTATION = 2;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Vm vm;
    private final Map<String, Integer> counters = new HashMap<>();
    private final Map<String, Long> timers = new HashMap<>();
    private String indentation = "";

    private ConsoleBuiltins(Vm vm) {
        this.vm = vm;
    }

    static void install(Vm vm) {
        var console = new ConsoleBuiltins(vm);
        long object = ObjectBuilder.plain(vm)
                .method("log", 0, console.printer(false))
                .method("info", 0, console.printer(false))
                .method("debug", 0, console.printer(false))
                .method("error", 0, console.printer(true))
                .method("warn", 0, console.printer(true))
                .method("trace", 0, console::trace)
                .method("dir", 0, console::dir)
                .method("dirxml", 0, console.printer(false))
                .method("table", 1, console::table)
                .method("assert", 0, console::assertion)
                .method("count", 0, console::count)
                .method("countReset", 0, console::countReset)
                .method("group", 0, console::group)
                .alias("groupCollapsed", "group")
                .method("groupEnd", 0, console::groupEnd)
                .method("time", 0, console::time)
                .method("timeEnd", 0, (v, fp, argc) -> console.timeEnd(fp, argc, true))
                .method("timeLog", 0, (v, fp, argc) -> console.timeEnd(fp, argc, false))
                .object();
        ObjectBuilder.on(vm, vm.realm().globalObject()).value("console", object);
    }

    private NativeFunction printer(boolean error) {
        return (v, fp, argc) -> print(ConsoleFormat.format(v, arguments(fp, argc, 0)), error);
    }

    private static long[] arguments(long fp, int argc, int from) {
        var arguments = new long[Math.max(0, argc - from)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Frame.get(fp, from + i);
        }
        return arguments;
    }

    private long print(String text, boolean error) {
        String line = indentation.isEmpty() ? text : indentation + text.replace("\n", "\n" + indentation);
        if (error) {
            vm.console().printError(line);
        } else {
            vm.console().println(line);
        }
        return Value.UNDEFINED;
    }

    private long trace(Vm v, long fp, int argc) {
        String message = ConsoleFormat.format(vm, arguments(fp, argc, 0));
        long error = vm.error(org.tierscope.bytecode.ErrorKind.ERROR, message).value();
        String stack = vm.conversions().toJavaString(vm.properties().get(error, vm.names().stack));
        int frames = stack.indexOf("\n    at");
        String title = message.isEmpty() ? "Trace" : "Trace: " + message;
        return print(title + (frames < 0 ? "" : stack.substring(frames)), true);
    }

    private long assertion(Vm v, long fp, int argc) {
        if (org.tierscope.runtime.Conversions.truthy(argument(fp, argc, 0))) {
            return Value.UNDEFINED;
        }
        if (argc < 2) {
            return print("Assertion failed", true);
        }
        long[] message = arguments(fp, argc, 1);
        message[0] = vm.strings().of("Assertion failed: " + vm.conversions().toJavaString(message[0]));
        return print(ConsoleFormat.format(vm, message), true);
    }

    /** Options: {@code depth}, null for any; {@code showHidden}. */
    private long dir(Vm v, long fp, int argc) {
        long options = argument(fp, argc, 1);
        long depth = Layout.isObject(options) ? vm.properties().get(options, "depth") : Value.UNDEFINED;
        boolean hidden = Layout.isObject(options)
                && org.tierscope.runtime.Conversions.truthy(vm.properties().get(options, "showHidden"));
        int maxDepth = depth == Value.NULL
                ? Integer.MAX_VALUE
                : depth == Value.UNDEFINED ? Inspector.DEFAULT_DEPTH : (int) vm.conversions().toInteger(depth);
        return print(new Inspector(vm, maxDepth, hidden).format(argument(fp, argc, 0), 0), false);
    }

    private String label(long fp, int argc) {
        long label = argument(fp, argc, 0);
        return label == Value.UNDEFINED ? "default" : vm.conversions().toJavaString(label);
    }

    private long count(Vm v, long fp, int argc) {
        String label = label(fp, argc);
        return print(label + ": " + counters.merge(label, 1, Integer::sum), false);
    }

    private long countReset(Vm v, long fp, int argc) {
        counters.remove(label(fp, argc));
        return Value.UNDEFINED;
    }

    private long group(Vm v, long fp, int argc) {
        if (argc > 0) {
            print(ConsoleFormat.format(vm, arguments(fp, argc, 0)), false);
        }
        indentation += " ".repeat(GROUP_INDENTATION);
        return Value.UNDEFINED;
    }

    private long groupEnd(Vm v, long fp, int argc) {
        indentation = indentation.substring(Math.min(indentation.length(), GROUP_INDENTATION));
        return Value.UNDEFINED;
    }

    private long time(Vm v, long fp, int argc) {
        timers.putIfAbsent(label(fp, argc), System.nanoTime());
        return Value.UNDEFINED;
    }

    private long timeEnd(long fp, int argc, boolean end) {
        String label = label(fp, argc);
        Long start = end ? timers.remove(label) : timers.get(label);
        return start == null
                ? Value.UNDEFINED
                : print("%s: %.3fms".formatted(label, (System.nanoTime() - start) / NANOS_PER_MILLI), false);
    }

    private long table(Vm v, long fp, int argc) {
        long data = argument(fp, argc, 0);
        return Layout.isObject(data) && !Layout.isCallable(data)
                ? print(new ConsoleTable(vm).of(data, argument(fp, argc, 1)), false)
                : print(ConsoleFormat.format(vm, arguments(fp, argc, 0)), false);
    }
}
