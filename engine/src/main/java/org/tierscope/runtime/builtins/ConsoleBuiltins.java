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
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double SECONDS_PER_MINUTE = 60;

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

    private long dir(Vm v, long fp, int argc) {
        InspectOptions options = CustomInspection.options(vm, argument(fp, argc, 1), InspectOptions.DEFAULTS.withCustom(false));
        return print(new Inspector(vm, options).format(argument(fp, argc, 0)), false);
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
        String label = label(fp, argc);
        return counters.remove(label) != null ? Value.UNDEFINED : warning("Count for '" + label + "' does not exist");
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
        String label = label(fp, argc);
        if (timers.putIfAbsent(label, System.nanoTime()) != null) {
            warning("Label '" + label + "' already exists for console.time()");
        }
        return Value.UNDEFINED;
    }

    private long timeEnd(long fp, int argc, boolean end) {
        String label = label(fp, argc);
        Long start = end ? timers.remove(label) : timers.get(label);
        if (start == null) {
            return warning("No such label '" + label + "' for console." + (end ? "timeEnd()" : "timeLog()"));
        }
        String data = !end && argc > 1 ? " " + ConsoleFormat.format(vm, arguments(fp, argc, 1)) : "";
        return print(label + ": " + duration((System.nanoTime() - start) / NANOS_PER_MILLI) + data, false);
    }

    /** A time as node writes it: in the largest unit of which it is at least one. */
    private static String duration(double millis) {
        if (millis < MILLIS_PER_SECOND) {
            return "%sms".formatted(trimmed("%.3f".formatted(millis)));
        }
        double seconds = millis / MILLIS_PER_SECOND;
        if (seconds < SECONDS_PER_MINUTE) {
            return "%.3fs".formatted(seconds);
        }
        double minutes = seconds / SECONDS_PER_MINUTE;
        return minutes < SECONDS_PER_MINUTE
                ? "%d:%06.3f (m:ss.mmm)".formatted((int) minutes, seconds % SECONDS_PER_MINUTE)
                : "%d:%02d:%02d (h:mm:ss)".formatted(
                        (int) (minutes / SECONDS_PER_MINUTE), (int) (minutes % SECONDS_PER_MINUTE),
                        Math.round(seconds % SECONDS_PER_MINUTE));
    }

    private static String trimmed(String number) {
        return number.replaceFirst("\\.?0+$", "");
    }

    private long warning(String text) {
        return print("Warning: " + text, true);
    }

    private long table(Vm v, long fp, int argc) {
        long data = argument(fp, argc, 0);
        return Layout.isObject(data) && !Layout.isCallable(data)
                ? print(new ConsoleTable(vm).of(data, argument(fp, argc, 1)), false)
                : print(ConsoleFormat.format(vm, arguments(fp, argc, 0)), false);
    }
}
