package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.WeakTargets;

/** FinalizationRegistry (26.2). */
final class FinalizationBuiltins {
    private FinalizationBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("FinalizationRegistry")
                .method("register", 2, FinalizationBuiltins::register)
                .method("unregister", 1, FinalizationBuiltins::unregister);
        ObjectBuilder.constructor(
                vm,
                "FinalizationRegistry",
                1,
                FinalizationBuiltins::construct,
                Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE);
    }

    private static long construct(Vm vm, long fp, int argc) {
        long newTarget = FunctionBuiltins.requireNew(vm, fp, "FinalizationRegistry");
        long callback = argument(fp, argc, 0);
        if (!Layout.isCallable(callback)) {
            throw vm.typeError("FinalizationRegistry: cleanup must be callable");
        }
        long registry = FunctionBuiltins.newInstance(
                vm, newTarget, CellType.FINALIZATION_REGISTRY, Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE);
        Objects.setField(registry, WeakTargets.CALLBACK, callback);
        Objects.setField(registry, WeakTargets.HELD_VALUES, vm.literals().newArray());
        return registry;
    }

    private static long receiver(Vm vm, long fp, String method) {
        return CollectionBuiltins.receiver(vm, fp, CellType.FINALIZATION_REGISTRY, "FinalizationRegistry", method);
    }

    private static long register(Vm vm, long fp, int argc) {
        long registry = receiver(vm, fp, "register");
        long target = argument(fp, argc, 0);
        if (!CollectionBuiltins.canBeHeldWeakly(vm, target)) {
            throw vm.typeError("FinalizationRegistry.prototype.register: invalid target");
        }
        if (vm.comparison().sameValue(target, argument(fp, argc, 1))) {
            throw vm.typeError("FinalizationRegistry.prototype.register: target and holdings must not be same");
        }
        long token = argument(fp, argc, 2);
        if (token != Value.UNDEFINED && !CollectionBuiltins.canBeHeldWeakly(vm, token)) {
            throw invalidToken(vm, token);
        }
        vm.weakTargets().register(registry, target, argument(fp, argc, 1), token == Value.UNDEFINED ? 0 : token);
        return Value.UNDEFINED;
    }

    private static long unregister(Vm vm, long fp, int argc) {
        long registry = receiver(vm, fp, "unregister");
        long token = argument(fp, argc, 0);
        if (!CollectionBuiltins.canBeHeldWeakly(vm, token)) {
            throw invalidToken(vm, token);
        }
        return Value.ofBoolean(vm.weakTargets().unregister(registry, token));
    }

    private static RuntimeException invalidToken(Vm vm, long token) {
        return vm.typeError("Invalid unregisterToken ('" + vm.errors().render(token) + "')");
    }
}
