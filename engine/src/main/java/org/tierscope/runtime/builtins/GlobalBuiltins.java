package org.tierscope.runtime.builtins;

import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The value properties of the global object (19.1), and clocks. */
final class GlobalBuiltins {
    private GlobalBuiltins() {}

    static void install(Vm vm) {
        long start = System.nanoTime();
        long performance = ObjectBuilder.plain(vm)
                .tag("Performance")
                .method("now", 0, (v, fp, argc) -> Value.number((System.nanoTime() - start) / 1e6))
                .object();
        ObjectBuilder.on(vm, vm.realm().globalObject())
                .constant("undefined", Value.UNDEFINED)
                .constant("NaN", Value.NAN)
                .constant("Infinity", Value.ofDouble(Double.POSITIVE_INFINITY))
                .value("globalThis", vm.realm().globalObject())
                .define(vm.conversions().key("performance"), performance, Attributes.DEFAULT);
    }
}
