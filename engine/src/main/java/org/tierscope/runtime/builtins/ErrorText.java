package org.tierscope.runtime.builtins;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Errors as node's {@code util.inspect} shows them: by their stack. */
final class ErrorText {
    private static final Pattern LEADING_NAME =
            Pattern.compile("^([A-Z][a-z_ A-Z0-9\\[\\]()-]+)(?::|\\n\\s+at)|^([a-z_A-Z0-9-]*Error)$");

    private final Vm vm;

    ErrorText(Vm vm) {
        this.vm = vm;
    }

    /** {@code keys}: the properties to show behind it; what the stack says already is removed, cause and errors added. */
    String format(long error, String constructor, String tag, List<Long> keys, int indentation) {
        long nameValue = vm.properties().get(error, vm.names().name);
        String name = Value.isNullish(nameValue) ? "Error" : vm.conversions().toJavaString(nameValue);
        long stackValue = vm.properties().get(error, vm.names().stack);
        String stack = Layout.isString(stackValue) && !vm.strings().toJava(stackValue).isEmpty()
                ? vm.strings().toJava(stackValue)
                : withoutStack(error, name);
        for (long hidden : new long[] {vm.names().name, vm.names().message, vm.names().stack}) {
            long value = keys.contains(hidden) ? vm.properties().get(error, hidden) : Value.EMPTY;
            if (value != Value.EMPTY
                    && (!Layout.isString(value) || stack.contains(vm.strings().toJava(value)))) {
                keys.remove(hidden);
            }
        }
        if (vm.properties().has(error, vm.names().cause) && !keys.contains(vm.names().cause)) {
            keys.add(vm.names().cause);
        }
        long errors = vm.properties().get(error, vm.names().errors);
        if (Layout.isObject(errors) && CellType.at(errors) == CellType.ARRAY
                && !keys.contains(vm.names().errors)) {
            keys.add(vm.names().errors);
        }
        stack = improve(stack, constructor, name, tag);
        long message = vm.properties().get(error, vm.names().message);
        int from = Layout.isString(message) ? stack.indexOf(vm.strings().toJava(message)) : -1;
        int position = from <= 0 ? 0 : from + vm.strings().toJava(message).length();
        if (stack.indexOf("\n    at", position) < 0) {
            stack = "[" + stack + "]";
        }
        return indentation == 0 ? stack : stack.replace("\n", "\n" + " ".repeat(indentation));
    }

    private String withoutStack(long error, String name) {
        long message = vm.properties().get(error, vm.names().message);
        String text = message == Value.UNDEFINED ? "" : vm.conversions().toJavaString(message);
        return text.isEmpty() ? name : name.isEmpty() ? text : name + ": " + text;
    }

    /** Names the class in front of the stack where the stack does not. */
    private static String improve(String stack, String constructor, String name, String tag) {
        int length = name.length();
        boolean regular = name.endsWith("Error")
                && stack.startsWith(name)
                && (stack.length() == length || stack.charAt(length) == ':' || stack.charAt(length) == '\n');
        if (constructor != null && !regular) {
            return stack;
        }
        String fallback = "Error";
        if (constructor == null) {
            Matcher matcher = LEADING_NAME.matcher(stack);
            String start = matcher.find() ? matcher.group(1) != null
                    ? matcher.group(1) : matcher.group(2) : "";
            length = start.length();
            fallback = start.isEmpty() ? "Error" : start;
        }
        String prefix = ObjectNames.prefix(constructor, tag, fallback, "").stripTrailing();
        if (name.equals(prefix)) {
            return stack;
        }
        if (prefix.contains(name)) {
            return length == 0 ? prefix + ": " + stack : prefix + stack.substring(length);
        }
        return prefix + " [" + name + "]" + stack.substring(length);
    }
}
