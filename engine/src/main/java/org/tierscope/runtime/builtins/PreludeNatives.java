package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** What every file of the prelude may use of Java. */
final class PreludeNatives {
    private PreludeNatives() {}

    static void install(Vm vm) {
        long natives = vm.prelude().natives();
        ObjectBuilder.on(vm, natives)
                .value("symbolIterator", vm.names().symbolIterator)
                .value("symbolAsyncIterator", vm.names().symbolAsyncIterator)
                .value("TypeError", vm.properties().get(vm.realm().get(Intrinsic.TYPE_ERROR_PROTOTYPE), vm.names().constructor))
                .value("RangeError", vm.properties().get(vm.realm().get(Intrinsic.RANGE_ERROR_PROTOTYPE), vm.names().constructor))
                .method("call", 2, PreludeNatives::call)
                .method("toLength", 1, (v, fp, argc) -> Value.number(v.conversions().toLength(argument(fp, argc, 0))))
                .method("toInteger", 1, (v, fp, argc) -> Value.number(v.conversions().toInteger(argument(fp, argc, 0))))
                .method("toObject", 1, (v, fp, argc) -> v.conversions().toObject(argument(fp, argc, 0)))
                .method("throwNotFunction", 1, (v, fp, argc) -> {
                    throw v.typeError(v.errors().render(argument(fp, argc, 0)) + " is not a function");
                })
                .method("throwNotConstructor", 1, (v, fp, argc) -> {
                    throw v.typeError(v.errors().render(argument(fp, argc, 0)) + " is not a constructor");
                });
    }

    /** call(function, this, …arguments), whatever happened to Function.prototype.call. */
    private static long call(Vm vm, long fp, int argc) {
        var arguments = new long[Math.max(0, argc - 2)];
        for (int i = 2; i < argc; i++) {
            arguments[i - 2] = Frame.get(fp, i);
        }
        return vm.call(argument(fp, argc, 0), argument(fp, argc, 1), arguments);
    }
}
