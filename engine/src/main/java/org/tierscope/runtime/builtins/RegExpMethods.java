package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.regexp.Flags;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.RegExps;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * The methods of RegExp.prototype that work through {@code exec}, and the iterator of all matches (22.2.6, 22.2.9). Where
 * {@code exec} is the original one, they match directly.
 */
final class RegExpMethods {
    // Fields of a REGEXP_STRING_ITERATOR.
    private static final int MATCHER = 0;
    private static final int STRING = 1;
    /** An int: bits of {@link Flags}. */
    private static final int FLAGS = 2;
    private static final int DONE = 3;

    private final OriginalRegExps originals;

    private RegExpMethods(OriginalRegExps originals) {
        this.originals = originals;
    }

    static void install(Vm vm) {
        var originals = new OriginalRegExps(vm);
        var methods = new RegExpMethods(originals);
        var replace = new RegExpReplace(methods, originals);
        var split = new RegExpSplit(methods, originals);
        ObjectBuilder.on(vm, Intrinsic.REGEXP_PROTOTYPE)
                .method("test", 1, methods::test)
                .method(vm.names().symbolMatch, "[Symbol.match]", 1, methods::match)
                .method(vm.names().symbolMatchAll, "[Symbol.matchAll]", 1, methods::matchAll)
                .method(vm.names().symbolReplace, "[Symbol.replace]", 2, replace::replace)
                .method(vm.names().symbolSearch, "[Symbol.search]", 1, methods::search)
                .method(vm.names().symbolSplit, "[Symbol.split]", 2, split::split);
        ObjectBuilder.intrinsic(vm, Intrinsic.REGEXP_STRING_ITERATOR_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
                .method("next", 0, methods::next)
                .tag("RegExp String Iterator");
    }

    static long flatArgument(Vm vm, long fp, int argc) {
        return vm.strings().flatten(vm.conversions().toStringValue(argument(fp, argc, 0)));
    }

    /** RegExpExec: an object, or null. */
    long exec(Vm vm, long object, long string) {
        long exec = vm.properties().get(object, vm.names().exec);
        if (originals.isExec(exec) && RegExps.isRegExp(object)) {
            return vm.regExps().exec(object, string);
        }
        if (Layout.isCallable(exec)) {
            long result = vm.call(exec, object, string);
            if (result != Value.NULL && !Layout.isObject(result)) {
                throw vm.typeError("exec must return an object or null, not " + vm.errors().render(result));
            }
            return result;
        }
        if (!RegExps.isRegExp(object)) {
            throw vm.typeError("RegExp.prototype.exec called on incompatible receiver " + vm.errors().render(object));
        }
        return vm.regExps().exec(object, string);
    }

    /** ToString of the flags property. */
    static String flags(Vm vm, long object) {
        return vm.conversions().toJavaString(vm.properties().get(object, vm.names().flags));
    }

    static boolean readsCodePoints(String flags) {
        return flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
    }

    /** AdvanceStringIndex. */
    static long advance(long flat, long index, boolean codePoints) {
        boolean pair = codePoints && index + 1 < Strings.length(flat)
                && Character.isHighSurrogate(Strings.unitAt(flat, (int) index))
                && Character.isLowSurrogate(Strings.unitAt(flat, (int) index + 1));
        return index + (pair ? 2 : 1);
    }

    static void setLastIndex(Vm vm, long object, long index) {
        vm.properties().put(object, vm.names().lastIndex, Value.number(index));
    }

    /** After an empty match: moves lastIndex on, so that the next match is another one. */
    static void skipEmptyMatch(Vm vm, long object, long flat, boolean codePoints) {
        long index = vm.conversions().toLength(vm.properties().get(object, vm.names().lastIndex));
        setLastIndex(vm, object, advance(flat, index, codePoints));
    }

    private long test(Vm vm, long fp, int argc) {
        long object = RegExpBuiltins.object(vm, fp, "test");
        long string = flatArgument(vm, fp, argc);
        return Value.ofBoolean(originals.covers(object)
                ? vm.regExps().advance(object, string)
                : exec(vm, object, string) != Value.NULL);
    }

    private long match(Vm vm, long fp, int argc) {
        long object = RegExpBuiltins.object(vm, fp, "[Symbol.match]");
        long string = flatArgument(vm, fp, argc);
        if (originals.covers(object)) {
            return RegExps.has(object, Flags.GLOBAL)
                    ? allMatches(vm, object, string)
                    : vm.regExps().exec(object, string);
        }
        String flags = flags(vm, object);
        if (flags.indexOf('g') < 0) {
            return exec(vm, object, string);
        }
        setLastIndex(vm, object, 0);
        long array = Value.NULL;
        for (long result = exec(vm, object, string); result != Value.NULL; result = exec(vm, object, string)) {
            array = array == Value.NULL ? vm.literals().newArray() : array;
            long matched = vm.conversions().toStringValue(vm.properties().get(result, Value.ZERO));
            vm.literals().arrayAppend(array, matched);
            if (Strings.length(matched) == 0) {
                skipEmptyMatch(vm, object, string, readsCodePoints(flags));
            }
        }
        return array;
    }

    private static long allMatches(Vm vm, long object, long string) {
        RegExps regExps = vm.regExps();
        boolean sticky = RegExps.has(object, Flags.STICKY);
        boolean codePoints = RegExps.has(object, Flags.UNICODE) || RegExps.has(object, Flags.UNICODE_SETS);
        regExps.setLastIndex(object, Value.ZERO);
        long array = Value.NULL;
        long from = 0;
        while (from <= Strings.length(string) && regExps.find(object, string, (int) from, sticky)) {
            array = array == Value.NULL ? vm.literals().newArray() : array;
            int start = regExps.start(0);
            int end = regExps.end(0);
            vm.literals().arrayAppend(array, vm.strings().substring(string, start, end));
            from = end == start ? advance(string, end, codePoints) : end;
        }
        return array;
    }

    private long search(Vm vm, long fp, int argc) {
        long object = RegExpBuiltins.object(vm, fp, "[Symbol.search]");
        long string = flatArgument(vm, fp, argc);
        if (originals.covers(object)) {
            boolean found = vm.regExps().find(object, string, 0, RegExps.has(object, Flags.STICKY));
            return Value.ofInt(found ? vm.regExps().start(0) : -1);
        }
        long lastIndex = vm.names().lastIndex;
        long previous = vm.properties().get(object, lastIndex);
        if (!vm.comparison().sameValue(previous, Value.ZERO)) {
            setLastIndex(vm, object, 0);
        }
        long result = exec(vm, object, string);
        long current = vm.properties().get(object, lastIndex);
        if (!vm.comparison().sameValue(current, previous)) {
            vm.properties().put(object, lastIndex, previous);
        }
        return result == Value.NULL ? Value.ofInt(-1) : vm.properties().get(result, vm.names().index);
    }

    private long matchAll(Vm vm, long fp, int argc) {
        long object = RegExpBuiltins.object(vm, fp, "[Symbol.matchAll]");
        long string = vm.conversions().toStringValue(argument(fp, argc, 0));
        long constructor = Species.constructor(vm, object, vm.realm().get(Intrinsic.REGEXP));
        long flags = vm.conversions().toStringValue(vm.properties().get(object, vm.names().flags));
        long matcher = vm.construct(constructor, constructor, object, flags);
        long lastIndex = vm.conversions().toLength(vm.properties().get(object, vm.names().lastIndex));
        setLastIndex(vm, matcher, lastIndex);
        String letters = vm.strings().toJava(flags);
        int bits = (letters.indexOf('g') >= 0 ? Flags.GLOBAL : 0) | (readsCodePoints(letters) ? Flags.UNICODE : 0);
        long prototype = vm.realm().get(Intrinsic.REGEXP_STRING_ITERATOR_PROTOTYPE);
        long iterator = vm.realm().newObject(prototype, CellType.REGEXP_STRING_ITERATOR);
        Objects.setField(iterator, MATCHER, matcher);
        Objects.setField(iterator, STRING, vm.strings().flatten(string));
        Objects.setField(iterator, FLAGS, Value.ofInt(bits));
        Objects.setField(iterator, DONE, Value.FALSE);
        return iterator;
    }

    private long next(Vm vm, long fp, int argc) {
        long iterator = thisValue(fp);
        if (!Layout.isObject(iterator) || CellType.at(iterator) != CellType.REGEXP_STRING_ITERATOR) {
            throw vm.typeError("next method called on incompatible receiver " + vm.errors().render(iterator));
        }
        if (Conversions.truthy(Objects.field(iterator, DONE))) {
            return vm.realm().newIteratorResult(Value.UNDEFINED, true);
        }
        long matcher = Objects.field(iterator, MATCHER);
        long string = Objects.field(iterator, STRING);
        int flags = Value.asInt(Objects.field(iterator, FLAGS));
        long match = exec(vm, matcher, string);
        if (match == Value.NULL) {
            Objects.setField(iterator, DONE, Value.TRUE);
            return vm.realm().newIteratorResult(Value.UNDEFINED, true);
        }
        if ((flags & Flags.GLOBAL) == 0) {
            Objects.setField(iterator, DONE, Value.TRUE);
        } else {
            long matched = vm.conversions().toStringValue(vm.properties().get(match, Value.ZERO));
            if (Strings.length(matched) == 0) {
                skipEmptyMatch(vm, matcher, string, (flags & Flags.UNICODE) != 0);
            }
        }
        return vm.realm().newIteratorResult(match, false);
    }
}
