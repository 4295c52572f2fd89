package org.tierscope.runtime.builtins;

import java.util.ArrayList;
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
            Pattern.compile("^([A-Z][a-z_ A-Z0-9\\[\\]()-]+)(?::|\\n {4}at)|^([a-z_A-Z0-9-]*Error)$");

    private static final String FRAMES = "\n    at";
    /** Fewer frames in common are shown. */
    private static final int MIN_COMMON = 3;

    private final Vm vm;

    ErrorText(Vm vm) {
        this.vm = vm;
    }

    /** {@code keys}: the properties to show behind it; what the stack says already is removed, cause and errors added. */
    String format(long error, String constructor, String tag, List<Long> keys, Inspector inspector) {
        long nameValue = vm.properties().get(error, vm.names().name);
        String name = Value.isNullish(nameValue) ? "Error" : vm.conversions().toJavaString(nameValue);
        String stack = stack(error, name);
        if (!inspector.options().showHidden()) {
            removeRepeated(error, stack, keys);
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
        int frames = stack.indexOf(FRAMES, position);
        stack = frames < 0
                ? "[" + stack + "]"
                : stack.substring(0, frames) + "\n" + withoutCommon(stack.substring(frames + 1), error);
        int indentation = inspector.indentation();
        return indentation == 0 ? stack : stack.replace("\n", "\n" + " ".repeat(indentation));
    }

    private String stack(long error, String name) {
        long stack = vm.properties().get(error, vm.names().stack);
        return org.tierscope.runtime.Conversions.truthy(stack)
                ? vm.conversions().toJavaString(stack)
                : withoutStack(error, name);
    }

    private void removeRepeated(long error, String stack, List<Long> keys) {
        // In node, a stack that a program sets is not enumerable.
        keys.remove(vm.names().stack);
        for (long hidden : new long[] {vm.names().name, vm.names().message}) {
            if (keys.contains(hidden)) {
                long value = vm.properties().get(error, hidden);
                if (Layout.isSymbol(value) || stack.contains(vm.conversions().toJavaString(value))) {
                    keys.remove(hidden);
                }
            }
        }
    }

    /** Leaves out the frames that are those of the error's cause, too. */
    private String withoutCommon(String frames, long error) {
        long cause = vm.properties().get(error, vm.names().cause);
        if (!Layout.isObject(cause) || CellType.at(cause) != CellType.ERROR) {
            return frames;
        }
        String causeStack = stack(cause, "Error");
        int start = causeStack.indexOf(FRAMES);
        if (start < 0) {
            return frames;
        }
        List<String> own = new ArrayList<>(List.of(frames.split("\n", -1)));
        List<String> theirs = List.of(causeStack.substring(start + 1).split("\n", -1));
        for (int i = 0; i < own.size() - MIN_COMMON; i++) {
            int same = commonFrames(own, i, theirs);
            if (same > MIN_COMMON) {
                int skipped = same - 2;
                own.subList(i + 1, i + 1 + skipped).clear();
                own.add(i + 1, "    ... " + skipped + " lines matching cause stack trace ...");
                break;
            }
        }
        return String.join("\n", own);
    }

    private static int commonFrames(List<String> own, int from, List<String> theirs) {
        int at = theirs.indexOf(own.get(from));
        if (at < 0 || theirs.size() - at <= MIN_COMMON) {
            return 0;
        }
        int length = 1;
        while (from + length < own.size() && at + length < theirs.size()
                && own.get(from + length).equals(theirs.get(at + length))) {
            length++;
        }
        return length;
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
