package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The methods of String.prototype that look for strings in strings (22.1.3). */
final class StringSearch {
    private static final long MAX_ARRAY_LENGTH = 0xFFFF_FFFFL;

    private StringSearch() {}

    static void install(Vm vm) {
        ObjectBuilder.on(vm, Intrinsic.STRING_PROTOTYPE)
                .method("indexOf", 1, StringSearch::indexOf)
                .method("lastIndexOf", 1, StringSearch::lastIndexOf)
                .method("includes", 1, StringSearch::includes)
                .method("startsWith", 1, StringSearch::startsWith)
                .method("endsWith", 1, StringSearch::endsWith)
                .method("split", 2, StringSearch::split)
                .method("replace", 2, (v, fp, argc) -> replace(v, fp, argc, "replace", false))
                .method("replaceAll", 2, (v, fp, argc) -> replace(v, fp, argc, "replaceAll", true));
    }

    private static String receiver(Vm vm, long fp, String name) {
        return vm.strings().toJava(StringBuiltins.receiver(vm, fp, name));
    }

    private static int position(Vm vm, long value, int length, int ifUndefined) {
        return value == Value.UNDEFINED
                ? ifUndefined : (int) Math.clamp(vm.conversions().toInteger(value), 0, length);
    }

    private static long indexOf(Vm vm, long fp, int argc) {
        String text = receiver(vm, fp, "indexOf");
        String sought = vm.conversions().toJavaString(argument(fp, argc, 0));
        return Value.ofInt(text.indexOf(sought, position(vm, argument(fp, argc, 1), text.length(), 0)));
    }

    private static long lastIndexOf(Vm vm, long fp, int argc) {
        String text = receiver(vm, fp, "lastIndexOf");
        String sought = vm.conversions().toJavaString(argument(fp, argc, 0));
        double from = vm.conversions().toDouble(argument(fp, argc, 1));
        int position = Double.isNaN(from) ? text.length() : (int) Math.clamp(from, 0, text.length());
        return Value.ofInt(text.lastIndexOf(sought, position));
    }

    /** The string to look for; one that is a regular expression by its Symbol.match is an error. */
    private static String sought(Vm vm, long value, String method) {
        if (Layout.isObject(value)) {
            long match = vm.properties().get(value, vm.names().symbolMatch);
            if (match != Value.UNDEFINED && org.tierscope.runtime.Conversions.truthy(match)) {
                throw vm.typeError("First argument to String.prototype." + method
                        + " must not be a regular expression");
            }
        }
        return vm.conversions().toJavaString(value);
    }

    private static long includes(Vm vm, long fp, int argc) {
        String text = receiver(vm, fp, "includes");
        String sought = sought(vm, argument(fp, argc, 0), "includes");
        return Value.ofBoolean(text.indexOf(sought,
                position(vm, argument(fp, argc, 1), text.length(), 0)) >= 0);
    }

    private static long startsWith(Vm vm, long fp, int argc) {
        String text = receiver(vm, fp, "startsWith");
        String sought = sought(vm, argument(fp, argc, 0), "startsWith");
        return Value.ofBoolean(text.startsWith(sought,
                position(vm, argument(fp, argc, 1), text.length(), 0)));
    }

    private static long endsWith(Vm vm, long fp, int argc) {
        String text = receiver(vm, fp, "endsWith");
        String sought = sought(vm, argument(fp, argc, 0), "endsWith");
        int end = position(vm, argument(fp, argc, 1), text.length(), text.length());
        return Value.ofBoolean(text.substring(0, end).endsWith(sought));
    }

    /** The method that an object given as a pattern has for this operation; undefined for none. */
    private static long delegate(Vm vm, long pattern, long symbol) {
        return Layout.isObject(pattern) ? vm.properties().getMethod(pattern, symbol) : Value.UNDEFINED;
    }

    private static long split(Vm vm, long fp, int argc) {
        long receiver = StringBuiltins.receiver(vm, fp, "split");
        long separator = argument(fp, argc, 0);
        long limit = argument(fp, argc, 1);
        long splitter = delegate(vm, separator, vm.names().symbolSplit);
        if (splitter != Value.UNDEFINED) {
            return vm.call(splitter, separator, receiver, limit);
        }
        long max = limit == Value.UNDEFINED
                ? MAX_ARRAY_LENGTH : vm.conversions().toInt32(limit) & 0xFFFF_FFFFL;
        long separatorString = vm.strings().flatten(vm.conversions().toStringValue(separator));
        long result = vm.literals().newArray();
        if (max == 0) {
            return result;
        }
        if (separator == Value.UNDEFINED) {
            vm.literals().arrayAppend(result, receiver);
            return result;
        }
        int length = Strings.length(receiver);
        int size = Strings.length(separatorString);
        if (size == 0) {
            for (int i = 0; i < Math.min(length, max); i++) {
                vm.literals().arrayAppend(result, vm.strings().ofUnit(Strings.unitAt(receiver, i)));
            }
            return result;
        }
        String text = vm.strings().toJava(receiver);
        String sought = vm.strings().toJava(separatorString);
        int from = 0;
        for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, from)) {
            vm.literals().arrayAppend(result, vm.strings().substring(receiver, from, at));
            if (--max == 0) {
                return result;
            }
            from = at + size;
        }
        vm.literals().arrayAppend(result, vm.strings().substring(receiver, from, length));
        return result;
    }

    private static long replace(Vm vm, long fp, int argc, String name, boolean all) {
        long receiver = StringBuiltins.receiver(vm, fp, name);
        long pattern = argument(fp, argc, 0);
        long replacement = argument(fp, argc, 1);
        long replacer = delegate(vm, pattern, vm.names().symbolReplace);
        if (replacer != Value.UNDEFINED) {
            return vm.call(replacer, pattern, receiver, replacement);
        }
        String text = vm.strings().toJava(receiver);
        String sought = vm.conversions().toJavaString(pattern);
        boolean functional = Layout.isCallable(replacement);
        String template = functional ? "" : vm.conversions().toJavaString(replacement);
        var result = new StringBuilder();
        int copied = 0;
        for (int at = text.indexOf(sought); at >= 0; at = next(text, sought, at)) {
            result.append(text, copied, at);
            if (functional) {
                long value = vm.call(replacement, Value.UNDEFINED, vm.strings().of(sought), Value.ofInt(at),
                        receiver);
                result.append(vm.conversions().toJavaString(value));
            } else {
                substitute(template, text, at, sought, result);
            }
            copied = at + sought.length();
            if (!all) {
                break;
            }
        }
        result.append(text, copied, text.length());
        if (result.length() > Strings.MAX_LENGTH) {
            throw vm.rangeError("Invalid string length");
        }
        return vm.strings().of(result.toString());
    }

    private static int next(String text, String sought, int at) {
        int from = at + Math.max(1, sought.length());
        return from > text.length() ? -1 : text.indexOf(sought, from);
    }

    /** GetSubstitution (22.1.3.19.1) for a match without groups. */
    private static void substitute(String template, String text, int at, String matched,
            StringBuilder result) {
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            char next = c == '$' && i + 1 < template.length() ? template.charAt(i + 1) : 0;
            switch (next) {
                case '$' -> result.append('$');
                case '&' -> result.append(matched);
                case '`' -> result.append(text, 0, at);
                case '\'' -> result.append(text, at + matched.length(), text.length());
                default -> {
                    result.append(c);
                    continue;
                }
            }
            i++;
        }
    }
}
