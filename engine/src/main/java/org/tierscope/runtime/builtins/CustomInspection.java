package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Objects that say themselves how they look: their method {@code [Symbol.for("nodejs.util.inspect.custom")]}. */
final class CustomInspection {
    private static final String SYMBOL = "nodejs.util.inspect.custom";

    private final Vm vm;
    private final Inspector inspector;
    private final InspectOptions options;

    CustomInspection(Vm vm, Inspector inspector, InspectOptions options) {
        this.vm = vm;
        this.inspector = inspector;
        this.options = options;
    }

    /** {@code target}: the object itself, or what a proxy stands for. Null where it does not say. */
    String of(long object, long target, int depth) {
        long symbol = vm.names().registered(SYMBOL);
        long method = symbol == 0 ? Value.UNDEFINED : vm.properties().get(target, symbol);
        if (!Layout.isCallable(method) || isPrototype(target)) {
            return null;
        }
        long limit = options.depth() == Integer.MAX_VALUE ? Value.NULL : Value.ofInt(options.depth() - depth);
        long inspect = vm.functions().createNative(vm.defineNative("inspect", 2, (v, fp, argc) -> v.strings().of(
                new Inspector(v, options(v, argument(fp, argc, 1), InspectOptions.DEFAULTS)).format(argument(fp, argc, 0)))),
                false);
        long result = vm.call(method, object, limit, userOptions(), inspect);
        if (result == object) {
            return null;
        }
        return Layout.isString(result)
                ? vm.strings().toJava(result).replace("\n", "\n" + " ".repeat(inspector.indentation()))
                : inspector.instead(result, depth);
    }

    private boolean isPrototype(long object) {
        long constructor = vm.properties().get(object, vm.names().constructor);
        return Layout.isObject(constructor) && vm.properties().get(constructor, vm.names().prototype) == object;
    }

    private long userOptions() {
        return ObjectBuilder.plain(vm)
                .value("depth", options.depth() == Integer.MAX_VALUE ? Value.NULL : Value.ofInt(options.depth()))
                .value("showHidden", Value.ofBoolean(options.showHidden()))
                .value("colors", Value.FALSE)
                .value("compact", Value.ofInt(InspectText.COMPACT))
                .value("maxArrayLength", Value.ofInt(options.maxItems()))
                .value("breakLength", Value.ofInt(options.breakLength()))
                .method("stylize", 2, (v, fp, argc) -> v.conversions().toStringValue(argument(fp, argc, 0)))
                .object();
    }

    /** Options as programs give them: an object, or nothing. */
    static InspectOptions options(Vm vm, long object, InspectOptions defaults) {
        if (!Layout.isObject(object)) {
            return defaults;
        }
        int depth = number(vm, object, "depth", defaults.depth());
        int items = number(vm, object, "maxArrayLength", defaults.maxItems());
        int columns = number(vm, object, "breakLength", defaults.breakLength());
        return defaults
                .withDepth(depth)
                .withHidden(Conversions.truthy(vm.properties().get(object, "showHidden")))
                .withLimits(Math.max(0, items), columns);
    }

    /** Null and Infinity are no limit. */
    private static int number(Vm vm, long object, String name, int otherwise) {
        long value = vm.properties().get(object, name);
        return value == Value.UNDEFINED
                ? otherwise
                : value == Value.NULL ? Integer.MAX_VALUE : (int) vm.conversions().toDouble(value);
    }
}
