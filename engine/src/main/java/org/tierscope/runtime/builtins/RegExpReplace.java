package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.util.Arrays;
import org.tierscope.regexp.Flags;
import org.tierscope.regexp.Program;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.RegExps;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** RegExp.prototype[Symbol.replace] (22.2.6.11). */
final class RegExpReplace {
    private final RegExpMethods methods;
    private final OriginalRegExps originals;

    RegExpReplace(RegExpMethods methods, OriginalRegExps originals) {
        this.methods = methods;
        this.originals = originals;
    }

    long replace(Vm vm, long fp, int argc) {
        long object = RegExpBuiltins.object(vm, fp, "[Symbol.replace]");
        long string = RegExpMethods.flatArgument(vm, fp, argc);
        long replacement = argument(fp, argc, 1);
        boolean functional = Layout.isCallable(replacement);
        if (!functional) {
            replacement = vm.strings().flatten(vm.conversions().toStringValue(replacement));
        }
        try (var result = new StringPieces(vm)) {
            return originals.covers(object)
                    ? replaceDirectly(vm, object, string, replacement, functional, result)
                    : replaceByExec(vm, object, string, replacement, functional, result);
        }
    }

    // Without the protocol.

    /** All matches: start and end of each group, one match after the other. */
    private static final class Matches {
        final int groups;
        int[] bounds = new int[16];
        int count;

        Matches(int groups) {
            this.groups = groups;
        }

        void add(RegExps regExps) {
            int needed = 2 * groups * (count + 1);
            if (needed > bounds.length) {
                bounds = Arrays.copyOf(bounds, Math.max(needed, 2 * bounds.length));
            }
            for (int i = 0; i < groups; i++) {
                bounds[2 * (groups * count + i)] = regExps.start(i);
                bounds[2 * (groups * count + i) + 1] = regExps.end(i);
            }
            count++;
        }

        int start(int match, int group) {
            return bounds[2 * (groups * match + group)];
        }

        int end(int match, int group) {
            return bounds[2 * (groups * match + group) + 1];
        }
    }

    private static long replaceDirectly(
            Vm vm, long object, long string, long replacement, boolean functional, StringPieces result) {
        Program program = vm.regExps().program(object);
        Matches matches = matches(vm, object, string, program);
        if (matches.count == 0) {
            return string;
        }
        boolean plain = !functional && Substitution.isPlain(replacement);
        int copied = 0;
        for (int i = 0; i < matches.count; i++) {
            result.add(string, copied, matches.start(i, 0));
            if (functional) {
                result.add(call(vm, replacement, string, matches, i, program));
            } else if (plain) {
                result.add(replacement, 0, Strings.length(replacement));
            } else {
                Substitution.apply(vm, replacement, string, new DirectMatch(vm, string, matches, i, program), result);
            }
            copied = matches.end(i, 0);
        }
        result.add(string, copied, Strings.length(string));
        return result.finish();
    }

    private static Matches matches(Vm vm, long object, long string, Program program) {
        RegExps regExps = vm.regExps();
        var matches = new Matches(program.groups());
        if (!program.flags().has(Flags.GLOBAL)) {
            if (regExps.advance(object, string)) {
                matches.add(regExps);
            }
            return matches;
        }
        regExps.setLastIndex(object, Value.ZERO);
        boolean sticky = program.flags().has(Flags.STICKY);
        long from = 0;
        while (from <= Strings.length(string) && regExps.find(object, string, (int) from, sticky)) {
            matches.add(regExps);
            from = regExps.end(0) == regExps.start(0)
                    ? RegExpMethods.advance(string, regExps.end(0), program.flags().readsCodePoints())
                    : regExps.end(0);
        }
        return matches;
    }

    private static long group(Vm vm, long string, Matches matches, int match, int group) {
        int start = matches.start(match, group);
        return start < 0 ? Value.UNDEFINED : vm.strings().substring(string, start, matches.end(match, group));
    }

    /** What the function given as replacement returns, as a string. */
    private static long call(Vm vm, long function, long string, Matches matches, int match, Program program) {
        boolean named = !program.names().isEmpty();
        int roots = vm.temporaryRoots().depth();
        var arguments = new long[matches.groups + (named ? 3 : 2)];
        for (int i = 0; i < matches.groups; i++) {
            arguments[i] = group(vm, string, matches, match, i);
            vm.temporaryRoots().push(arguments[i]);
        }
        arguments[matches.groups] = Value.ofInt(matches.start(match, 0));
        arguments[matches.groups + 1] = string;
        if (named) {
            arguments[matches.groups + 2] = vm.regExps().namedGroups(program, i -> arguments[i]);
        }
        long result = vm.conversions().toStringValue(vm.call(function, Value.UNDEFINED, arguments));
        vm.temporaryRoots().reset(roots);
        return result;
    }

    private record DirectMatch(Vm vm, long string, Matches matches, int match, Program program)
            implements Substitution.Match {
        @Override
        public int start() {
            return matches.start(match, 0);
        }

        @Override
        public int end() {
            return matches.end(match, 0);
        }

        @Override
        public void addMatched(long subject, StringPieces target) {
            addGroup(0, target);
        }

        @Override
        public int groups() {
            return matches.groups - 1;
        }

        @Override
        public void addGroup(int index, StringPieces target) {
            if (matches.start(match, index) >= 0) {
                target.add(string, matches.start(match, index), matches.end(match, index));
            }
        }

        @Override
        public boolean hasNames() {
            return !program.names().isEmpty();
        }

        @Override
        public void addNamed(long name, StringPieces target) {
            var candidates = program.names().get(vm.strings().toJava(name));
            if (candidates != null) {
                candidates.forEach(group -> addGroup(group, target));
            }
        }
    }

    // By the protocol.

    private long replaceByExec(
            Vm vm, long object, long string, long replacement, boolean functional, StringPieces result) {
        String flags = RegExpMethods.flags(vm, object);
        boolean global = flags.indexOf('g') >= 0;
        if (global) {
            RegExpMethods.setLastIndex(vm, object, 0);
        }
        long results = vm.literals().newArray();
        int count = 0;
        for (long match = methods.exec(vm, object, string);
                match != Value.NULL;
                match = global ? methods.exec(vm, object, string) : Value.NULL) {
            vm.literals().arrayAppend(results, match);
            count++;
            if (global && Strings.length(text(vm, match, 0)) == 0) {
                RegExpMethods.skipEmptyMatch(vm, object, string, RegExpMethods.readsCodePoints(flags));
            }
        }
        int copied = 0;
        for (int i = 0; i < count; i++) {
            long match = vm.properties().get(results, Value.ofInt(i));
            copied = replaceMatch(vm, match, string, replacement, functional, copied, result);
        }
        result.add(string, copied, Strings.length(string));
        return result.finish();
    }

    private static long text(Vm vm, long match, long index) {
        long key = vm.conversions().toPropertyKey(Value.number(index));
        return vm.strings().flatten(vm.conversions().toStringValue(vm.properties().get(match, key)));
    }

    /** Adds what replaces a match, unless that begins before what has been copied already. */
    private static int replaceMatch(
            Vm vm, long match, long string, long replacement, boolean functional, int copied, StringPieces result) {
        long groups = Math.max(0, vm.conversions().toLength(vm.properties().get(match, vm.names().length)) - 1);
        long matched = text(vm, match, 0);
        double index = vm.conversions().toInteger(vm.properties().get(match, vm.names().index));
        int position = (int) Math.clamp(index, 0, Strings.length(string));
        if (groups > 0xFFFF) {
            throw vm.rangeError("Too many groups");
        }
        int roots = vm.temporaryRoots().depth();
        var captures = new long[(int) groups + 1];
        captures[0] = matched;
        for (int i = 0; i <= groups; i++) {
            if (i > 0) {
                long capture = vm.properties().get(match, Value.ofInt(i));
                captures[i] = capture == Value.UNDEFINED
                        ? capture
                        : vm.strings().flatten(vm.conversions().toStringValue(capture));
            }
            vm.temporaryRoots().push(captures[i]);
        }
        long named = vm.properties().get(match, vm.names().groups);
        var piece = new StringPieces(vm);
        if (functional) {
            long[] arguments = Arrays.copyOf(captures, captures.length + (named == Value.UNDEFINED ? 2 : 3));
            arguments[captures.length] = Value.ofInt(position);
            arguments[captures.length + 1] = string;
            if (named != Value.UNDEFINED) {
                arguments[captures.length + 2] = named;
            }
            piece.add(vm.conversions().toStringValue(vm.call(replacement, Value.UNDEFINED, arguments)));
        } else {
            long groupObject = named == Value.UNDEFINED ? named : vm.conversions().toObject(named);
            int end = Math.min(position + Strings.length(matched), Strings.length(string));
            var parts = new ProtocolMatch(vm, position, end, captures, groupObject);
            Substitution.apply(vm, replacement, string, parts, piece);
        }
        long text = piece.finish();
        vm.temporaryRoots().reset(roots);
        if (position < copied) {
            return copied;
        }
        result.add(string, copied, position);
        result.add(text);
        return Math.min(position + Strings.length(matched), Strings.length(string));
    }

    private record ProtocolMatch(Vm vm, int start, int end, long[] captures, long named)
            implements Substitution.Match {
        @Override
        public void addMatched(long subject, StringPieces target) {
            addGroup(0, target);
        }

        @Override
        public int groups() {
            return captures.length - 1;
        }

        @Override
        public void addGroup(int index, StringPieces target) {
            if (captures[index] != Value.UNDEFINED) {
                target.add(captures[index]);
            }
        }

        @Override
        public boolean hasNames() {
            return named != Value.UNDEFINED;
        }

        @Override
        public void addNamed(long name, StringPieces target) {
            long value = vm.properties().get(named, vm.conversions().stringToKey(name));
            if (value != Value.UNDEFINED) {
                target.add(vm.conversions().toStringValue(value));
            }
        }
    }
}
