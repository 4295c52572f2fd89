package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** String, and the methods of its prototype that read characters and parts (22.1). */
final class StringBuiltins {
    private StringBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.constructor(vm, "String", 1, StringBuiltins::construct, Intrinsic.STRING_PROTOTYPE)
                .as(Intrinsic.STRING)
                .method("fromCharCode", 1, StringBuiltins::fromCharCode)
                .method("fromCodePoint", 1, StringBuiltins::fromCodePoint)
                .method("raw", 1, StringBuiltins::raw);
        ObjectBuilder.on(vm, Intrinsic.STRING_PROTOTYPE)
                .method("toString", 0, (v, fp, argc) -> thisString(v, fp, "toString"))
                .method("valueOf", 0, (v, fp, argc) -> thisString(v, fp, "valueOf"))
                .method("at", 1, StringBuiltins::at)
                .method("charAt", 1, StringBuiltins::charAt)
                .method("charCodeAt", 1, StringBuiltins::charCodeAt)
                .method("codePointAt", 1, StringBuiltins::codePointAt)
                .method("slice", 2, StringBuiltins::slice)
                .method("substring", 2, StringBuiltins::substring)
                .method("substr", 2, StringBuiltins::substr)
                .method("concat", 1, StringBuiltins::concat)
                .method("repeat", 1, StringBuiltins::repeat);
        StringSearch.install(vm);
        StringPatterns.install(vm);
        StringTransforms.install(vm);
    }

    /** RequireObjectCoercible and ToString of the receiver of {@code String.prototype.name}; a flat string. */
    static long receiver(Vm vm, long fp, String name) {
        long value = thisValue(fp);
        if (Layout.isString(value)) {
            return vm.strings().flatten(value);
        }
        if (Value.isNullish(value)) {
            throw vm.typeError("String.prototype." + name + " called on null or undefined");
        }
        return vm.strings().flatten(vm.conversions().toStringValue(value));
    }

    private static long thisString(Vm vm, long fp, String name) {
        long value = thisValue(fp);
        if (Layout.isString(value)) {
            return value;
        }
        if (Layout.isObject(value) && CellType.at(value) == CellType.STRING_OBJECT) {
            return Objects.field(value, 0);
        }
        throw vm.typeError("String.prototype." + name + " requires that 'this' be a String");
    }

    private static long construct(Vm vm, long fp, int argc) {
        boolean isNew = FunctionBuiltins.isConstructCall(fp);
        long value = argument(fp, argc, 0);
        long string = argc == 0
                ? vm.strings().empty()
                : !isNew && Layout.isSymbol(value)
                        ? vm.strings().of(vm.errors().keyText(value))
                        : vm.conversions().toStringValue(value);
        if (!isNew) {
            return string;
        }
        long newTarget = Frame.get(fp, Frame.NEW_TARGET_REGISTER);
        return vm.realm().wrap(
                string, CellType.STRING_OBJECT,
                        vm.realm().prototypeFor(newTarget, Intrinsic.STRING_PROTOTYPE));
    }

    private static long fromCharCode(Vm vm, long fp, int argc) {
        if (argc == 1 && Value.isInt(Frame.get(fp, 0))) {
            return vm.strings().ofUnit(Value.asInt(Frame.get(fp, 0)) & 0xFFFF);
        }
        var text = new StringBuilder(argc);
        for (int i = 0; i < argc; i++) {
            text.append((char) vm.conversions().toInt32(Frame.get(fp, i)));
        }
        return vm.strings().of(text.toString());
    }

    private static long fromCodePoint(Vm vm, long fp, int argc) {
        var text = new StringBuilder(argc);
        for (int i = 0; i < argc; i++) {
            double number = vm.conversions().toDouble(Frame.get(fp, i));
            if (number != Math.floor(number) || number < 0 || number > Character.MAX_CODE_POINT) {
                throw vm.rangeError("Invalid code point " + vm.conversions().toJavaString(Frame.get(fp, i)));
            }
            text.appendCodePoint((int) number);
        }
        return vm.strings().of(text.toString());
    }

    private static long raw(Vm vm, long fp, int argc) {
        long cooked = vm.conversions().toObject(argument(fp, argc, 0));
        long literals = vm.conversions().toObject(vm.properties().get(cooked, vm.names().raw));
        long count = vm.conversions().toLength(vm.properties().get(literals, vm.names().length));
        var text = new StringBuilder();
        for (long i = 0; i < count; i++) {
            text.append(vm.conversions().toJavaString(
                    vm.properties().get(literals, vm.conversions().toPropertyKey(Value.number(i)))));
            if (i + 1 < count && i + 1 < argc) {
                text.append(vm.conversions().toJavaString(Frame.get(fp, (int) i + 1)));
            }
        }
        return vm.strings().of(text.toString());
    }

    // Characters.

    private static long at(Vm vm, long fp, int argc) {
        long string = receiver(vm, fp, "at");
        double relative = vm.conversions().toInteger(argument(fp, argc, 0));
        double index = relative < 0 ? Strings.length(string) + relative : relative;
        return index < 0 || index >= Strings.length(string)
                ? Value.UNDEFINED
                : vm.strings().ofUnit(Strings.unitAt(string, (int) index));
    }

    /** The index that an argument means, −1 where the string has no such character. */
    private static int index(Vm vm, long fp, int argc, long string) {
        long argument = argument(fp, argc, 0);
        double index = Value.isInt(argument) ? Value.asInt(argument) : vm.conversions().toInteger(argument);
        return index >= 0 && index < Strings.length(string) ? (int) index : -1;
    }

    private static long charAt(Vm vm, long fp, int argc) {
        long string = receiver(vm, fp, "charAt");
        int index = index(vm, fp, argc, string);
        return index < 0 ? vm.strings().empty() : vm.strings().ofUnit(Strings.unitAt(string, index));
    }

    private static long charCodeAt(Vm vm, long fp, int argc) {
        long string = receiver(vm, fp, "charCodeAt");
        int index = index(vm, fp, argc, string);
        return index < 0 ? Value.NAN : Value.ofInt(Strings.unitAt(string, index));
    }

    private static long codePointAt(Vm vm, long fp, int argc) {
        long string = receiver(vm, fp, "codePointAt");
        int index = index(vm, fp, argc, string);
        if (index < 0) {
            return Value.UNDEFINED;
        }
        char first = Strings.unitAt(string, index);
        if (Character.isHighSurrogate(first) && index + 1 < Strings.length(string)) {
            char second = Strings.unitAt(string, index + 1);
            if (Character.isLowSurrogate(second)) {
                return Value.ofInt(Character.toCodePoint(first, second));
            }
        }
        return Value.ofInt(first);
    }

    // Parts.

    private static long slice(Vm vm, long fp, int argc) {
        long string = receiver(vm, fp, "slice");
        int length = Strings.length(string);
        int from = (int) vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        int to = (int) vm.conversions().relativeIndex(argument(fp, argc, 1), length, length);
        return vm.strings().substring(string, from, Math.max(from, to));
    }

    private static long substring(Vm vm, long fp, int argc) {
        long string = receiver(vm, fp, "substring");
        int length = Strings.length(string);
        int from = clamped(vm, argument(fp, argc, 0), length, 0);
        int to = clamped(vm, argument(fp, argc, 1), length, length);
        return vm.strings().substring(string, Math.min(from, to), Math.max(from, to));
    }

    private static int clamped(Vm vm, long value, int length, int ifUndefined) {
        return value == Value.UNDEFINED
                ? ifUndefined : (int) Math.clamp(vm.conversions().toInteger(value), 0, length);
    }

    private static long substr(Vm vm, long fp, int argc) {
        long string = receiver(vm, fp, "substr");
        int length = Strings.length(string);
        int from = (int) vm.conversions().relativeIndex(argument(fp, argc, 0), length, 0);
        int count = clamped(vm, argument(fp, argc, 1), length - from, length - from);
        return vm.strings().substring(string, from, from + count);
    }

    private static long concat(Vm vm, long fp, int argc) {
        long result = receiver(vm, fp, "concat");
        for (int i = 0; i < argc; i++) {
            result = vm.strings().concat(result, vm.conversions().toStringValue(Frame.get(fp, i)));
        }
        return result;
    }

    private static long repeat(Vm vm, long fp, int argc) {
        long string = receiver(vm, fp, "repeat");
        double count = vm.conversions().toInteger(argument(fp, argc, 0));
        if (count < 0 || Double.isInfinite(count)) {
            throw vm.rangeError("Invalid count value: "
                    + vm.conversions().toJavaString(argument(fp, argc, 0)));
        }
        if (count * Strings.length(string) > Strings.MAX_LENGTH) {
            throw vm.rangeError("Invalid string length");
        }
        return Strings.length(string) == 0
                ? string
                : vm.strings().of(vm.strings().toJava(string).repeat((int) count));
    }
}
