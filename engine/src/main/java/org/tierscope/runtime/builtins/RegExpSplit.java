package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.regexp.Flags;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.RegExps;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** RegExp.prototype[Symbol.split] (22.2.6.14). */
final class RegExpSplit {
    private final RegExpMethods methods;
    private final OriginalRegExps originals;

    RegExpSplit(RegExpMethods methods, OriginalRegExps originals) {
        this.methods = methods;
        this.originals = originals;
    }

    long split(Vm vm, long fp, int argc) {
        long object = RegExpBuiltins.object(vm, fp, "[Symbol.split]");
        long string = RegExpMethods.flatArgument(vm, fp, argc);
        long limit = argument(fp, argc, 1);
        long original = vm.realm().get(Intrinsic.REGEXP);
        long constructor = Species.constructor(vm, object, original);
        boolean quiet = limit == Value.UNDEFINED || Value.isNumber(limit);
        if (quiet && constructor == original && originals.covers(object)) {
            long max = StringPatterns.limit(vm, limit);
            long array = vm.literals().newArray();
            if (max > 0) {
                splitDirectly(vm, object, string, max, array);
            }
            return array;
        }
        String flags = RegExpMethods.flags(vm, object);
        long letters = vm.strings().of(flags.indexOf('y') >= 0 ? flags : flags + "y");
        long splitter = vm.construct(constructor, constructor, object, letters);
        long max = StringPatterns.limit(vm, limit);
        long array = vm.literals().newArray();
        if (max > 0) {
            splitByExec(vm, splitter, string, max, RegExpMethods.readsCodePoints(flags), array);
        }
        return array;
    }

    private static void splitDirectly(Vm vm, long object, long string, long max, long array) {
        RegExps regExps = vm.regExps();
        int size = Strings.length(string);
        if (size == 0) {
            if (!regExps.find(object, string, 0, true)) {
                vm.literals().arrayAppend(array, string);
            }
            return;
        }
        boolean codePoints = RegExps.has(object, Flags.UNICODE) || RegExps.has(object, Flags.UNICODE_SETS);
        long left = max;
        int groups = regExps.program(object).groups();
        int from = 0;
        long at = 0;
        while (at < size && regExps.find(object, string, (int) at, false) && regExps.start(0) < size) {
            int start = regExps.start(0);
            int end = regExps.end(0);
            if (end == from) {
                at = RegExpMethods.advance(string, start, codePoints);
                continue;
            }
            vm.literals().arrayAppend(array, vm.strings().substring(string, from, start));
            if (--left == 0) {
                return;
            }
            for (int i = 1; i < groups; i++) {
                vm.literals().arrayAppend(array, regExps.group(string, i));
                if (--left == 0) {
                    return;
                }
            }
            from = end;
            at = end;
        }
        vm.literals().arrayAppend(array, vm.strings().substring(string, from, size));
    }

    private void splitByExec(Vm vm, long splitter, long string, long max, boolean codePoints, long array) {
        long size = Strings.length(string);
        if (size == 0) {
            if (methods.exec(vm, splitter, string) == Value.NULL) {
                vm.literals().arrayAppend(array, string);
            }
            return;
        }
        long left = max;
        long from = 0;
        long at = 0;
        while (at < size) {
            RegExpMethods.setLastIndex(vm, splitter, at);
            long match = methods.exec(vm, splitter, string);
            long end = match == Value.NULL
                    ? from
                    : Math.min(size, vm.conversions().toLength(vm.properties().get(splitter, vm.names().lastIndex)));
            if (match == Value.NULL || end == from) {
                at = RegExpMethods.advance(string, at, codePoints);
                continue;
            }
            vm.literals().arrayAppend(array, vm.strings().substring(string, (int) from, (int) at));
            if (--left == 0) {
                return;
            }
            from = end;
            long groups = vm.conversions().toLength(vm.properties().get(match, vm.names().length)) - 1;
            for (long i = 1; i <= groups; i++) {
                long key = vm.conversions().toPropertyKey(Value.number(i));
                vm.literals().arrayAppend(array, vm.properties().get(match, key));
                if (--left == 0) {
                    return;
                }
            }
            at = from;
        }
        vm.literals().arrayAppend(array, vm.strings().substring(string, (int) from, (int) size));
    }
}
