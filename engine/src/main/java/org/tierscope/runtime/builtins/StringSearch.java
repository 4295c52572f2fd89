package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The methods of String.prototype that look for strings in strings (22.1.3). */
final class StringSearch {
    private StringSearch() {}

    static void install(Vm vm) {
        ObjectBuilder.on(vm, Intrinsic.STRING_PROTOTYPE)
                .method("indexOf", 1, StringSearch::indexOf)
                .method("lastIndexOf", 1, StringSearch::lastIndexOf)
                .method("includes", 1, StringSearch::includes)
                .method("startsWith", 1, StringSearch::startsWith)
                .method("endsWith", 1, StringSearch::endsWith);
    }

    private static String receiver(Vm vm, long fp, String name) {
        return vm.strings().toJava(StringBuiltins.receiver(vm, fp, name));
    }

    private static int position(Vm vm, long value, int length, int ifUndefined) {
        return value == Value.UNDEFINED
                ? ifUndefined : (int) Math.clamp(vm.conversions().toInteger(value), 0, length);
    }

    private static long indexOf(Vm vm, long fp, int argc) {
        long text = StringBuiltins.receiver(vm, fp, "indexOf");
        long sought = vm.strings().flatten(vm.conversions().toStringValue(argument(fp, argc, 0)));
        int from = position(vm, argument(fp, argc, 1), Strings.length(text), 0);
        return Value.ofInt(Strings.indexOf(text, sought, from));
    }

    private static long lastIndexOf(Vm vm, long fp, int argc) {
        String text = receiver(vm, fp, "lastIndexOf");
        String sought = vm.conversions().toJavaString(argument(fp, argc, 0));
        double from = vm.conversions().toDouble(argument(fp, argc, 1));
        int position = Double.isNaN(from) ? text.length() : (int) Math.clamp(from, 0, text.length());
        return Value.ofInt(text.lastIndexOf(sought, position));
    }

    /** The string to look for; one that is a regular expression by its Symbol.match is an error. */
    private static long sought(Vm vm, long value, String method) {
        if (RegExpBuiltins.isRegExp(vm, value)) {
            throw vm.typeError("First argument to String.prototype." + method
                    + " must not be a regular expression");
        }
        return vm.strings().flatten(vm.conversions().toStringValue(value));
    }

    private static long includes(Vm vm, long fp, int argc) {
        long text = StringBuiltins.receiver(vm, fp, "includes");
        long sought = sought(vm, argument(fp, argc, 0), "includes");
        int from = position(vm, argument(fp, argc, 1), Strings.length(text), 0);
        return Value.ofBoolean(Strings.indexOf(text, sought, from) >= 0);
    }

    private static long startsWith(Vm vm, long fp, int argc) {
        long text = StringBuiltins.receiver(vm, fp, "startsWith");
        long sought = sought(vm, argument(fp, argc, 0), "startsWith");
        int from = position(vm, argument(fp, argc, 1), Strings.length(text), 0);
        return Value.ofBoolean(Strings.startsWith(text, sought, from));
    }

    private static long endsWith(Vm vm, long fp, int argc) {
        long text = StringBuiltins.receiver(vm, fp, "endsWith");
        long sought = sought(vm, argument(fp, argc, 0), "endsWith");
        int end = position(vm, argument(fp, argc, 1), Strings.length(text), Strings.length(text));
        return Value.ofBoolean(Strings.startsWith(text, sought, end - Strings.length(sought)));
    }
}
