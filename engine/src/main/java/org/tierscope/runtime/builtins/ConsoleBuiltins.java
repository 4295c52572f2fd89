package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.OwnKeys;
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
                .method("dir", 0, (v, fp, argc) -> console.print(Inspector.inspect(v, argument(fp, argc, 0)), false))
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
        String message = ConsoleFormat.format(vm, arguments(fp, argc, 1));
        return print(message.isEmpty() ? "Assertion failed" : "Assertion failed: " + message, true);
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

    // console.table.

    private long table(Vm v, long fp, int argc) {
        long data = argument(fp, argc, 0);
        if (!Layout.isObject(data)) {
            return print(ConsoleFormat.format(vm, arguments(fp, argc, 0)), false);
        }
        long keys = vm.ownKeys().enumerableStrings(data);
        List<String> columns = new ArrayList<>();
        List<Map<String, String>> rows = new ArrayList<>();
        boolean hasValues = false;
        for (int i = 0; i < OwnKeys.count(keys); i++) {
            long value = vm.properties().get(data, OwnKeys.at(keys, i));
            var row = new HashMap<String, String>();
            row.put("(index)", vm.errors().keyText(OwnKeys.at(keys, i)));
            if (Layout.isObject(value) && !Layout.isCallable(value)) {
                long fields = vm.ownKeys().enumerableStrings(value);
                for (int j = 0; j < OwnKeys.count(fields); j++) {
                    String name = vm.errors().keyText(OwnKeys.at(fields, j));
                    if (!columns.contains(name)) {
                        columns.add(name);
                    }
                    row.put(name, cell(vm.properties().get(value, OwnKeys.at(fields, j))));
                }
            } else {
                hasValues = true;
                row.put("Values", cell(value));
            }
            rows.add(row);
        }
        long chosen = argument(fp, argc, 1);
        if (Layout.isObject(chosen)) {
            columns.clear();
            for (int i = 0; i < Elements.limit(chosen); i++) {
                columns.add(vm.conversions().toJavaString(Elements.get(chosen, i)));
            }
        }
        columns.addFirst("(index)");
        if (hasValues) {
            columns.add("Values");
        }
        return print(draw(columns, rows), false);
    }

    private String cell(long value) {
        return new Inspector(vm, 0, false).format(value, 0);
    }

    private static String draw(List<String> columns, List<Map<String, String>> rows) {
        var widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = InspectText.width(columns.get(i)) + 2;
            for (Map<String, String> row : rows) {
                widths[i] = Math.max(widths[i], InspectText.width(row.getOrDefault(columns.get(i), "")) + 2);
            }
        }
        var text = new StringBuilder();
        text.append(rule(widths, "┌", "┬", "┐")).append('\n');
        text.append(line(columns, widths)).append('\n');
        text.append(rule(widths, "├", "┼", "┤")).append('\n');
        for (Map<String, String> row : rows) {
            text.append(line(columns.stream().map(c -> row.getOrDefault(c, "")).toList(), widths)).append('\n');
        }
        return text.append(rule(widths, "└", "┴", "┘")).toString();
    }

    private static String rule(int[] widths, String left, String middle, String right) {
        var parts = new ArrayList<String>();
        for (int width : widths) {
            parts.add("─".repeat(width));
        }
        return left + String.join(middle, parts) + right;
    }

    /** Cells are centred, with the odd space on the right. */
    private static String line(List<String> cells, int[] widths) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < widths.length; i++) {
            int space = widths[i] - InspectText.width(cells.get(i));
            parts.add(" ".repeat(space / 2) + cells.get(i) + " ".repeat(space - space / 2));
        }
        return "│" + String.join("│", parts) + "│";
    }
}
