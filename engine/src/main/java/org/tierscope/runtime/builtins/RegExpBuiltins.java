package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.regexp.Flags;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.RegExps;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** RegExp: constructor, accessors, {@code exec}, {@code test} (22.2.4 to 22.2.6, B.2.4). */
final class RegExpBuiltins {
    private static final String[] FLAG_NAMES = {
        "hasIndices", "global", "ignoreCase", "multiline", "dotAll", "unicode", "unicodeSets", "sticky"
    };

    private RegExpBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder prototype = ObjectBuilder.intrinsic(vm, Intrinsic.REGEXP_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .method("exec", 1, RegExpBuiltins::exec);
        for (int i = 0; i < FLAG_NAMES.length; i++) {
            String name = FLAG_NAMES[i];
            int flag = 1 << i;
            prototype.getter(name, (v, fp, argc) -> flag(v, fp, name, flag));
        }
        prototype.getter("flags", RegExpBuiltins::flags)
                .getter("source", RegExpBuiltins::source)
                .method("compile", 2, RegExpBuiltins::compile)
                .method("toString", 0, RegExpBuiltins::toText);
        ObjectBuilder constructor = ObjectBuilder.constructor(
                        vm, "RegExp", 2, RegExpBuiltins::construct, Intrinsic.REGEXP_PROTOTYPE)
                .as(Intrinsic.REGEXP)
                .species()
                .method("escape", 1, (v, fp, argc) -> RegExpText.escape(v, argument(fp, argc, 0)));
        RegExpLegacy.install(vm, constructor);
        RegExpMethods.install(vm);
    }

    /** IsRegExp. */
    static boolean isRegExp(Vm vm, long value) {
        if (!Layout.isObject(value)) {
            return false;
        }
        long matcher = vm.properties().get(value, vm.names().symbolMatch);
        return matcher == Value.UNDEFINED ? RegExps.isRegExp(value) : Conversions.truthy(matcher);
    }

    private static long construct(Vm vm, long fp, int argc) {
        long pattern = argument(fp, argc, 0);
        long flags = argument(fp, argc, 1);
        boolean isPattern = isRegExp(vm, pattern);
        long newTarget = Frame.get(fp, Frame.NEW_TARGET_REGISTER);
        if (newTarget == Value.UNDEFINED) {
            newTarget = Frame.get(fp, Frame.CALLEE_REGISTER);
            if (isPattern && flags == Value.UNDEFINED
                    && vm.properties().get(pattern, vm.names().constructor) == newTarget) {
                return pattern;
            }
        }
        long source = pattern;
        long letters = flags;
        if (RegExps.isRegExp(pattern)) {
            source = RegExps.source(pattern);
            letters = flags == Value.UNDEFINED ? RegExps.flagsText(pattern) : flags;
        } else if (isPattern) {
            source = vm.properties().get(pattern, vm.names().source);
            letters = flags == Value.UNDEFINED ? vm.properties().get(pattern, vm.names().flags) : flags;
        }
        long object = vm.regExps().allocateWith(vm.realm().prototypeFor(newTarget, Intrinsic.REGEXP_PROTOTYPE));
        initialize(vm, object, source, letters);
        return object;
    }

    /** RegExpInitialize. */
    private static void initialize(Vm vm, long object, long pattern, long flags) {
        long source = StringPieces.textOrEmpty(vm, pattern);
        long letters = StringPieces.textOrEmpty(vm, flags);
        vm.regExps().initialize(object, source, letters);
        vm.regExps().setLastIndex(object, Value.ZERO);
    }

    /** The receiver, which must be a regular expression. */
    static long receiver(Vm vm, long fp, String name) {
        long value = thisValue(fp);
        if (!RegExps.isRegExp(value)) {
            throw vm.typeError("Method RegExp.prototype." + name + " called on incompatible receiver "
                    + vm.errors().render(value));
        }
        return value;
    }

    /** The receiver, which must be an object. */
    static long object(Vm vm, long fp, String name) {
        long value = thisValue(fp);
        if (!Layout.isObject(value)) {
            throw vm.typeError("RegExp.prototype." + name + " called on incompatible receiver "
                    + vm.errors().render(value));
        }
        return value;
    }

    private static long exec(Vm vm, long fp, int argc) {
        long regExp = receiver(vm, fp, "exec");
        return vm.regExps().exec(regExp, vm.conversions().toStringValue(argument(fp, argc, 0)));
    }

    private static boolean isPrototype(Vm vm, long value) {
        return value == vm.realm().get(Intrinsic.REGEXP_PROTOTYPE);
    }

    private static long flag(Vm vm, long fp, String name, int flag) {
        long value = thisValue(fp);
        if (!RegExps.isRegExp(value)) {
            if (isPrototype(vm, value)) {
                return Value.UNDEFINED;
            }
            receiver(vm, fp, name);
        }
        return Value.ofBoolean(RegExps.has(value, flag));
    }

    private static long flags(Vm vm, long fp, int argc) {
        long object = object(vm, fp, "flags");
        var letters = new StringBuilder();
        for (int i = 0; i < FLAG_NAMES.length; i++) {
            if (Conversions.truthy(vm.properties().get(object, FLAG_NAMES[i]))) {
                letters.append(Flags.LETTERS.charAt(i));
            }
        }
        return vm.strings().intern(letters.toString());
    }

    private static long source(Vm vm, long fp, int argc) {
        long value = thisValue(fp);
        if (!RegExps.isRegExp(value)) {
            if (isPrototype(vm, value)) {
                return vm.strings().intern("(?:)");
            }
            receiver(vm, fp, "source");
        }
        return RegExpText.source(vm, RegExps.source(value));
    }

    private static long compile(Vm vm, long fp, int argc) {
        long regExp = receiver(vm, fp, "compile");
        long pattern = argument(fp, argc, 0);
        long flags = argument(fp, argc, 1);
        if (RegExps.isRegExp(pattern)) {
            if (flags != Value.UNDEFINED) {
                throw vm.typeError("Invalid flags supplied to RegExp constructor");
            }
            initialize(vm, regExp, RegExps.source(pattern), RegExps.flagsText(pattern));
        } else {
            initialize(vm, regExp, pattern, flags);
        }
        return regExp;
    }

    private static long toText(Vm vm, long fp, int argc) {
        long object = object(vm, fp, "toString");
        Strings strings = vm.strings();
        long pattern = vm.conversions().toStringValue(vm.properties().get(object, vm.names().source));
        long flags = vm.conversions().toStringValue(vm.properties().get(object, vm.names().flags));
        long slash = strings.ofUnit('/');
        return strings.concat(strings.concat(strings.concat(slash, pattern), slash), flags);
    }
}
