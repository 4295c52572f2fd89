package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.RegExps;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The methods of String.prototype that leave their work to a pattern object if they are given one (22.1.3). */
final class StringPatterns {
    private static final long MAX_ARRAY_LENGTH = 0xFFFF_FFFFL;

    private StringPatterns() {}

    static void install(Vm vm) {
        ObjectBuilder.on(vm, Intrinsic.STRING_PROTOTYPE)
                .method("match", 1, byPattern("match", vm.names().symbolMatch))
                .method("matchAll", 1, StringPatterns::matchAll)
                .method("replace", 2, (v, fp, argc) -> replace(v, fp, argc, false))
                .method("replaceAll", 2, (v, fp, argc) -> replace(v, fp, argc, true))
                .method("search", 1, byPattern("search", vm.names().symbolSearch))
                .method("split", 2, StringPatterns::split);
    }

    private static long receiver(Vm vm, long fp, String name) {
        long value = thisValue(fp);
        if (Value.isNullish(value)) {
            throw vm.typeError("String.prototype." + name + " called on null or undefined");
        }
        return value;
    }

    /** The method that an object given as a pattern has for this operation; undefined for none. */
    private static long delegate(Vm vm, long pattern, long symbol) {
        return Layout.isObject(pattern) ? vm.properties().getMethod(pattern, symbol) : Value.UNDEFINED;
    }

    private static long flat(Vm vm, long value) {
        return vm.strings().flatten(vm.conversions().toStringValue(value));
    }

    private static NativeFunction byPattern(String name, long symbol) {
        return (vm, fp, argc) -> {
            long receiver = receiver(vm, fp, name);
            long pattern = argument(fp, argc, 0);
            long method = delegate(vm, pattern, symbol);
            if (method != Value.UNDEFINED) {
                return vm.call(method, pattern, receiver);
            }
            return invoke(vm, symbol, flat(vm, receiver), pattern, vm.strings().empty());
        };
    }

    /** Makes a regular expression of a pattern that is none, and calls its method. */
    private static long invoke(Vm vm, long symbol, long string, long pattern, long flags) {
        RegExps regExps = vm.regExps();
        long regExp = regExps.allocateWith(vm.realm().get(Intrinsic.REGEXP_PROTOTYPE));
        regExps.initialize(regExp, StringPieces.textOrEmpty(vm, pattern), flags);
        return vm.call(vm.properties().get(regExp, symbol), regExp, string);
    }

    /** For the methods that always look for all matches: a TypeError where a regular expression does not. */
    private static void requireGlobal(Vm vm, long pattern, String method) {
        if (!RegExpBuiltins.isRegExp(vm, pattern)) {
            return;
        }
        long flags = vm.properties().get(pattern, vm.names().flags);
        if (Value.isNullish(flags) || vm.conversions().toJavaString(flags).indexOf('g') < 0) {
            throw vm.typeError("String.prototype." + method + " called with a non-global RegExp argument");
        }
    }

    private static long matchAll(Vm vm, long fp, int argc) {
        long receiver = receiver(vm, fp, "matchAll");
        long pattern = argument(fp, argc, 0);
        if (Layout.isObject(pattern)) {
            requireGlobal(vm, pattern, "matchAll");
            long method = delegate(vm, pattern, vm.names().symbolMatchAll);
            if (method != Value.UNDEFINED) {
                return vm.call(method, pattern, receiver);
            }
        }
        return invoke(vm, vm.names().symbolMatchAll, flat(vm, receiver), pattern, vm.strings().ofUnit('g'));
    }

    private static long replace(Vm vm, long fp, int argc, boolean all) {
        String name = all ? "replaceAll" : "replace";
        long receiver = receiver(vm, fp, name);
        long pattern = argument(fp, argc, 0);
        long replacement = argument(fp, argc, 1);
        if (Layout.isObject(pattern)) {
            if (all) {
                requireGlobal(vm, pattern, name);
            }
            long method = delegate(vm, pattern, vm.names().symbolReplace);
            if (method != Value.UNDEFINED) {
                return vm.call(method, pattern, receiver, replacement);
            }
        }
        return replaceText(vm, flat(vm, receiver), flat(vm, pattern), replacement, all);
    }

    private static long replaceText(Vm vm, long string, long sought, long replacement, boolean all) {
        boolean functional = Layout.isCallable(replacement);
        long template = functional ? Value.UNDEFINED : flat(vm, replacement);
        int length = Strings.length(sought);
        int at = Strings.indexOf(string, sought, 0);
        if (at < 0) {
            return string;
        }
        try (var result = new StringPieces(vm)) {
            int copied = 0;
            while (at >= 0) {
                result.add(string, copied, at);
                if (functional) {
                    result.add(Substitution.callReplacer(vm, replacement, sought, at, string));
                } else {
                    var match = new Substitution.TextMatch(at, at + length);
                    Substitution.apply(vm, template, string, match, result);
                }
                copied = at + length;
                at = all ? Strings.indexOf(string, sought, at + Math.max(1, length)) : -1;
            }
            result.add(string, copied, Strings.length(string));
            return result.finish();
        }
    }

    private static long split(Vm vm, long fp, int argc) {
        long receiver = receiver(vm, fp, "split");
        long separator = argument(fp, argc, 0);
        long limit = argument(fp, argc, 1);
        long method = delegate(vm, separator, vm.names().symbolSplit);
        if (method != Value.UNDEFINED) {
            return vm.call(method, separator, receiver, limit);
        }
        long string = flat(vm, receiver);
        long max = limit(vm, limit);
        long separatorString = flat(vm, separator);
        long result = vm.literals().newArray();
        if (max == 0) {
            return result;
        }
        if (separator == Value.UNDEFINED) {
            vm.literals().arrayAppend(result, string);
            return result;
        }
        splitText(vm, string, separatorString, max, result);
        return result;
    }

    /** How many parts a split may give. */
    static long limit(Vm vm, long limit) {
        return limit == Value.UNDEFINED ? MAX_ARRAY_LENGTH : vm.conversions().toInt32(limit) & 0xFFFF_FFFFL;
    }

    private static void splitText(Vm vm, long string, long separator, long limit, long result) {
        long max = limit;
        int length = Strings.length(string);
        int size = Strings.length(separator);
        if (size == 0) {
            for (int i = 0; i < Math.min(length, max); i++) {
                vm.literals().arrayAppend(result, vm.strings().ofUnit(Strings.unitAt(string, i)));
            }
            return;
        }
        int from = 0;
        for (int at = Strings.indexOf(string, separator, 0); at >= 0; at = Strings.indexOf(string, separator, from)) {
            vm.literals().arrayAppend(result, vm.strings().substring(string, from, at));
            if (--max == 0) {
                return;
            }
            from = at + size;
        }
        vm.literals().arrayAppend(result, vm.strings().substring(string, from, length));
    }
}
