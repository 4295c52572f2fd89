package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.bytecode.ErrorKind;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The JSON object (25.5). */
public final class JsonBuiltins {
    private static final int MAX_INDENTATION = 10;

    private JsonBuiltins() {}

    static void install(Vm vm) {
        long json = ObjectBuilder.plain(vm)
                .method("parse", 2, JsonBuiltins::parse)
                .method("stringify", 3, JsonBuiltins::stringify)
                .method("rawJSON", 1, JsonBuiltins::raw)
                .method("isRawJSON", 1, (v, fp, argc) -> Value.ofBoolean(isRaw(argument(fp, argc, 0))))
                .tag("JSON")
                .object();
        ObjectBuilder.on(vm, vm.realm().globalObject()).value("JSON", json);
    }

    private static long stringify(Vm vm, long fp, int argc) {
        return new JsonWriter(vm).write(argument(fp, argc, 0), argument(fp, argc, 1),
                gap(vm, argument(fp, argc, 2)));
    }

    private static String gap(Vm vm, long space) {
        if (Layout.isObject(space)) {
            CellType type = CellType.at(space);
            space = type == CellType.NUMBER_OBJECT
                    ? vm.conversions().toNumber(space)
                    : type == CellType.STRING_OBJECT ? vm.conversions().toStringValue(space) : space;
        }
        if (Value.isNumber(space)) {
            return " ".repeat((int) Math.clamp(vm.conversions().toInteger(space), 0, MAX_INDENTATION));
        }
        if (Layout.isString(space)) {
            String text = vm.strings().toJava(space);
            return text.substring(0, Math.min(text.length(), MAX_INDENTATION));
        }
        return "";
    }

    /** The value of a JSON text; SyntaxError where it is none. */
    public static long parse(Vm vm, String text) {
        return new JsonReader(vm, text).read();
    }

    /** Whether JSON.rawJSON made it. */
    static boolean isRaw(long value) {
        return Layout.isObject(value) && CellType.at(value) == CellType.RAW_JSON;
    }

    /** JSON.rawJSON: the JSON of a primitive, that stringify copies. */
    private static long raw(Vm vm, long fp, int argc) {
        long string = vm.conversions().toStringValue(argument(fp, argc, 0));
        String text = vm.strings().toJava(string);
        boolean blank = text.isEmpty() || isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1));
        if (blank || text.charAt(0) == '{' || text.charAt(0) == '[') {
            throw vm.error(ErrorKind.SYNTAX_ERROR, "Invalid value for JSON.rawJSON");
        }
        new JsonReader(vm, text).read();
        long object = vm.realm().newObject(0, CellType.RAW_JSON);
        vm.definitions().createDataProperty(object, vm.conversions().key("rawJSON"), string);
        vm.definitions().setIntegrity(object, true);
        return object;
    }

    private static boolean isSpace(char c) {
        return " \t\n\r".indexOf(c) >= 0;
    }

    private static long parse(Vm vm, long fp, int argc) {
        String text = vm.conversions().toJavaString(argument(fp, argc, 0));
        long reviver = argument(fp, argc, 1);
        return Layout.isCallable(reviver)
                ? new JsonReviver(vm, reviver).revive(text)
                : new JsonReader(vm, text).read();
    }
}
