package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.Frame;
import org.tierscope.runtime.GuestCompiler.FunctionKind;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Vm;

/** Built-ins that compile text: eval (19.2.1), and what the constructors of functions have in common (20.2.1.1.1). */
final class CodeBuiltins {
    private CodeBuiltins() {}

    static void install(Vm vm) {
        long global = vm.realm().globalObject();
        ObjectBuilder.on(vm, global)
                .method("eval", 1, (v, fp, argc) -> v.dynamicCode().evalIndirectly(argument(fp, argc, 0)));
        vm.realm().set(Intrinsic.EVAL, vm.properties().get(global, vm.strings().intern("eval")));
    }

    /**
     * CreateDynamicFunction for the native constructor at {@code fp}, whose last argument is the body.
     *
     * @param prototype of the function, unless new.target has another
     */
    static long createFunction(Vm vm, long fp, int argc, FunctionKind kind, Intrinsic prototype) {
        var parameters = new StringBuilder();
        for (int i = 0; i < argc - 1; i++) {
            parameters.append(i > 0 ? "," : "").append(vm.conversions().toJavaString(Frame.get(fp, i)));
        }
        String body = argc == 0 ? "" : vm.conversions().toJavaString(Frame.get(fp, argc - 1));
        long function = vm.dynamicCode().createFunction(kind, parameters.toString(), body);
        long own = vm.realm().prototypeFor(Frame.get(fp, Frame.NEW_TARGET_REGISTER), prototype);
        if (own != vm.objects().prototypeOf(function)) {
            vm.objects().setPrototypeOf(function, own);
        }
        return function;
    }
}
