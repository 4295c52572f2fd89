package org.tierscope.runtime.builtins;

import org.tierscope.runtime.CellType;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NumberText;
import org.tierscope.runtime.Proxies;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** node's {@code util.format}: what {@code console.log} prints for its arguments. */
final class ConsoleFormat {
    private ConsoleFormat() {}

    static String format(Vm vm, long[] arguments) {
        if (arguments.length == 0) {
            return "";
        }
        var text = new StringBuilder();
        int next = 0;
        if (Layout.isString(arguments[0])) {
            String first = vm.strings().toJava(arguments[0]);
            if (arguments.length == 1) {
                return first;
            }
            next = directives(vm, first, arguments, text);
        }
        for (int i = next; i < arguments.length; i++) {
            if (i > 0) {
                text.append(' ');
            }
            text.append(Layout.isString(arguments[i])
                    ? vm.strings().toJava(arguments[i]) : Inspector.inspect(vm, arguments[i]));
        }
        return text.toString();
    }

    /** Fills in the directives of a format string; returns the index of the first argument not used. */
    private static int directives(Vm vm, String format, long[] arguments, StringBuilder text) {
        int next = 1;
        int copied = 0;
        for (int i = 0; i < format.length() - 1; i++) {
            if (format.charAt(i) != '%') {
                continue;
            }
            char directive = format.charAt(i + 1);
            if (directive == '%') {
                text.append(format, copied, i).append('%');
            } else if ("sdifjoOc".indexOf(directive) >= 0 && next < arguments.length) {
                text.append(format, copied, i).append(directive(vm, directive, arguments[next++]));
            } else {
                continue;
            }
            copied = i + 2;
            i++;
        }
        text.append(format, copied, format.length());
        return next;
    }

    private static String directive(Vm vm, char directive, long value) {
        return switch (directive) {
            case 's' -> string(vm, value);
            case 'd' -> Layout.isObject(value)
                    ? InspectText.number(Value.numberAsDouble(BigIntBuiltins.toNumber(vm, value)))
                    : number(vm, value, Layout.isSymbol(value) ? Double.NaN : toDouble(vm, value));
            case 'i' -> number(vm, value, Layout.isSymbol(value) ? Double.NaN : parseInt(vm, value));
            case 'f' -> InspectText.number(
                    Layout.isSymbol(value)
                            ? Double.NaN : NumberText.parseFloat(vm.conversions().toJavaString(value)));
            case 'j' -> json(vm, value);
            case 'o' -> new Inspector(vm, InspectOptions.DEFAULTS.withDepth(4).withHidden(true).withProxies()).format(value);
            case 'O' -> Inspector.inspect(vm, value);
            default -> "";
        };
    }

    private static String json(Vm vm, long value) {
        try {
            long json = new JsonWriter(vm).write(value, Value.UNDEFINED, "");
            return json == Value.UNDEFINED ? "undefined" : vm.strings().toJava(json);
        } catch (GuestException e) {
            long message = Layout.isObject(e.value()) ? vm.properties().get(e.value(), vm.names().message) : Value.EMPTY;
            if (Layout.isString(message) && vm.strings().toJava(message).startsWith("Converting circular structure")) {
                return "[Circular]";
            }
            throw e;
        }
    }

    private static double toDouble(Vm vm, long value) {
        return isBigInt(value) ? 0 : vm.conversions().toDouble(value);
    }

    private static double parseInt(Vm vm, long value) {
        return NumberText.parseInt(vm.conversions().toJavaString(value), 10);
    }

    private static boolean isBigInt(long value) {
        return Value.isCell(value) && CellType.at(value) == CellType.BIGINT;
    }

    private static String number(Vm vm, long value, double number) {
        return isBigInt(value) ? vm.conversions().toJavaString(value) + "n" : InspectText.number(number);
    }

    private static String string(Vm vm, long value) {
        if (Value.isNumber(value)) {
            return InspectText.number(Value.numberAsDouble(value));
        }
        if (isBigInt(value)) {
            return vm.conversions().toJavaString(value) + "n";
        }
        if (Layout.isSymbol(value)) {
            return vm.errors().keyText(value);
        }
        if (!Layout.isObject(value) || Layout.isCallable(value) || !hasBuiltInToString(vm, value)) {
            return vm.conversions().toJavaString(value);
        }
        return new Inspector(vm, InspectOptions.DEFAULTS.withDepth(0)).format(value);
    }

    /** Whether the program itself does not say how the object looks as a string. */
    private static boolean hasBuiltInToString(Vm vm, long object) {
        while (Proxies.isProxy(object)) {
            object = Proxies.target(object);
            if (object == Value.NULL) {
                return true;
            }
        }
        long toString = vm.names().toString;
        long toPrimitive = vm.names().symbolToPrimitive;
        boolean converts = Layout.isCallable(vm.properties().get(object, toPrimitive));
        boolean prints = Layout.isCallable(vm.properties().get(object, toString));
        if (!converts && !prints) {
            return true;
        }
        for (long o = object; o != 0; o = vm.objects().prototypeOf(o)) {
            if (prints && vm.properties().hasOwn(o, toString) || converts && vm.properties().hasOwn(o, toPrimitive)) {
                return o != object && new ObjectNames(vm).isBuiltInPrototype(o);
            }
        }
        return true;
    }
}
