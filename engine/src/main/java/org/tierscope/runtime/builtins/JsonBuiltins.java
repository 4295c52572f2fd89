package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.OwnKeys;
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

    private static long parse(Vm vm, long fp, int argc) {
        String text = vm.conversions().toJavaString(argument(fp, argc, 0));
        long value = new JsonReader(vm, text).read();
        long reviver = argument(fp, argc, 1);
        if (!Layout.isCallable(reviver)) {
            return value;
        }
        long root = vm.realm().newObject();
        vm.definitions().createDataProperty(root, vm.strings().empty(), value);
        return revive(vm, root, vm.strings().empty(), reviver);
    }

    /** InternalizeJSONProperty. */
    private static long revive(Vm vm, long holder, long key, long reviver) {
        long value = vm.properties().get(holder, key);
        if (vm.proxies().isArray(value)) {
            long length = vm.conversions().toLength(vm.properties().get(value, vm.names().length));
            for (long i = 0; i < length; i++) {
                reviveProperty(vm, value, vm.conversions().toPropertyKey(Value.number(i)), reviver);
            }
        } else if (Layout.isObject(value)) {
            long keys = vm.ownKeys().enumerableStrings(value);
            for (int i = 0; i < OwnKeys.count(keys); i++) {
                reviveProperty(vm, value, OwnKeys.at(keys, i), reviver);
            }
        }
        return vm.call(reviver, holder, vm.conversions().keyToValue(key), value);
    }

    private static void reviveProperty(Vm vm, long object, long key, long reviver) {
        long value = revive(vm, object, key, reviver);
        if (value == Value.UNDEFINED) {
            vm.properties().delete(object, key);
        } else {
            vm.definitions().createDataProperty(object, key, value);
        }
    }
}
