package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Functions;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Proxy (28.2). */
final class ProxyBuiltins {
    private ProxyBuiltins() {}

    static void install(Vm vm) {
        long constructor = vm.functions().createNative(vm.defineNative("Proxy", 2, ProxyBuiltins::construct), true);
        FunctionInfo revoker = vm.defineNative("", 0, ProxyBuiltins::revoke);
        ObjectBuilder.on(vm, constructor)
                .method("revocable", 2, (v, fp, argc) -> revocable(v, fp, argc, revoker));
        ObjectBuilder.on(vm, vm.realm().globalObject()).value("Proxy", constructor);
    }

    private static long construct(Vm vm, long fp, int argc) {
        FunctionBuiltins.requireNew(vm, fp, "Proxy");
        return vm.proxies().create(argument(fp, argc, 0), argument(fp, argc, 1));
    }

    private static long revocable(Vm vm, long fp, int argc, FunctionInfo revoker) {
        long proxy = vm.proxies().create(argument(fp, argc, 0), argument(fp, argc, 1));
        long revoke = vm.functions().createNativeClosure(revoker, proxy);
        long result = vm.realm().newObject();
        vm.objects().add(result, vm.strings().intern("proxy"), Attributes.DEFAULT, proxy);
        vm.objects().add(result, vm.strings().intern("revoke"), Attributes.DEFAULT, revoke);
        return result;
    }

    private static long revoke(Vm vm, long fp, int argc) {
        long function = Frame.get(fp, Frame.CALLEE_REGISTER);
        long proxy = Functions.captured(function, 0);
        if (proxy != Value.NULL) {
            Functions.setCaptured(function, 0, Value.NULL);
            vm.proxies().revoke(proxy);
        }
        return Value.UNDEFINED;
    }
}
