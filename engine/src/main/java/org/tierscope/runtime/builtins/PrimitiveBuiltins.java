package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.StringIteration;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Boolean (20.3), and the prototypes of the other primitives that have their methods elsewhere. */
final class PrimitiveBuiltins {
    private PrimitiveBuiltins() {}

    static void install(Vm vm) {
        long booleanPrototype = vm.realm().wrap(
                Value.FALSE, CellType.BOOLEAN_OBJECT, vm.realm().get(Intrinsic.OBJECT_PROTOTYPE));
        vm.realm().set(Intrinsic.BOOLEAN_PROTOTYPE, booleanPrototype);
        ObjectBuilder.on(vm, Intrinsic.BOOLEAN_PROTOTYPE)
                .method("toString", 0, (v, fp, argc) -> v.conversions().toStringValue(thisBoolean(v, fp)))
                .method("valueOf", 0, (v, fp, argc) -> thisBoolean(v, fp));
        ObjectBuilder.constructor(vm, "Boolean", 1, PrimitiveBuiltins::construct, Intrinsic.BOOLEAN_PROTOTYPE)
                .as(Intrinsic.BOOLEAN);
        long stringPrototype = vm.realm().wrap(
                vm.strings().empty(), CellType.STRING_OBJECT, vm.realm().get(Intrinsic.OBJECT_PROTOTYPE));
        vm.realm().set(Intrinsic.STRING_PROTOTYPE, stringPrototype);
        ObjectBuilder.on(vm, Intrinsic.STRING_PROTOTYPE)
                .method(vm.names().symbolIterator, "[Symbol.iterator]", 0, PrimitiveBuiltins::stringIterator);
    }

    private static long construct(Vm vm, long fp, int argc) {
        long value = Value.ofBoolean(Conversions.truthy(argument(fp, argc, 0)));
        if (!FunctionBuiltins.isConstructCall(fp)) {
            return value;
        }
        long newTarget = Frame.get(fp, Frame.NEW_TARGET_REGISTER);
        return vm.realm().wrap(
                value, CellType.BOOLEAN_OBJECT, vm.realm().prototypeFor(newTarget, Intrinsic.BOOLEAN_PROTOTYPE));
    }

    private static long stringIterator(Vm vm, long fp, int argc) {
        if (Value.isNullish(thisValue(fp))) {
            throw vm.typeError("String.prototype[Symbol.iterator] called on null or undefined");
        }
        return StringIteration.create(vm, vm.conversions().toStringValue(thisValue(fp)));
    }

    private static long thisBoolean(Vm vm, long fp) {
        long value = thisValue(fp);
        if (Value.isBoolean(value)) {
            return value;
        }
        if (Layout.isObject(value) && CellType.at(value) == CellType.BOOLEAN_OBJECT) {
            return Objects.field(value, 0);
        }
        throw vm.typeError("Boolean.prototype.valueOf requires that 'this' be a Boolean");
    }
}
