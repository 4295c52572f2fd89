package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import java.util.ArrayList;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.GuestCompiler.FunctionKind;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Function and Function.prototype (20.2). */
final class FunctionBuiltins {
    private FunctionBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.constructor(vm, "Function", 1, FunctionBuiltins::construct, Intrinsic.FUNCTION_PROTOTYPE)
                .as(Intrinsic.FUNCTION);
        ObjectBuilder.on(vm, Intrinsic.FUNCTION_PROTOTYPE)
                .define(vm.names().length, Value.ZERO, Attributes.CONFIGURABLE)
                .define(vm.names().name, vm.strings().empty(), Attributes.CONFIGURABLE)
                .method("call", 1, FunctionBuiltins::call)
                .method("apply", 2, FunctionBuiltins::apply)
                .method("bind", 1, FunctionBuiltins::bind)
                .method("toString", 0, FunctionBuiltins::text)
                .fixedMethod(vm.names().symbolHasInstance, "[Symbol.hasInstance]", 1, FunctionBuiltins::hasInstance, Attributes.NONE);
        vm.realm().set(
                Intrinsic.FUNCTION_HAS_INSTANCE,
                vm.properties().get(vm.realm().get(Intrinsic.FUNCTION_PROTOTYPE), vm.names().symbolHasInstance));
        long thrower = vm.functions().createNative(
                vm.defineNative("", 0, (v, fp, argc) -> {
                    if (isSloppyFunction(v, thisValue(fp))) {
                        return Value.UNDEFINED;
                    }
                    throw v.typeError("'caller', 'callee', and 'arguments' properties may not be accessed on strict mode "
                            + "functions or the arguments objects for calls to them");
                }),
                false);
        vm.definitions().setIntegrity(thrower, true);
        vm.realm().set(Intrinsic.THROW_TYPE_ERROR, thrower);
        ObjectBuilder.on(vm, Intrinsic.FUNCTION_PROTOTYPE).poisoned("caller", thrower).poisoned("arguments", thrower);
    }

    /** Only these may have been asked for their caller before strict code existed; they answer undefined. */
    private static boolean isSloppyFunction(Vm vm, long value) {
        if (!Layout.isObject(value) || Layout.cellType(value) != CellType.FUNCTION.ordinal()) {
            return false;
        }
        FunctionInfo function = vm.functions().infoOf(value);
        return function.bytecode() != null && !function.isStrict() && function.bytecode().isConstructor();
    }

    private static long construct(Vm vm, long fp, int argc) {
        return CodeBuiltins.createFunction(vm, fp, argc, FunctionKind.NORMAL, Intrinsic.FUNCTION_PROTOTYPE);
    }

    private static long callable(Vm vm, long fp, String method) {
        long function = thisValue(fp);
        if (!Layout.isCallable(function)) {
            throw vm.typeError("Function.prototype." + method + " was called on " + vm.errors().render(function) + ", which is "
                    + vm.strings().toJava(vm.conversions().typeOf(function)) + " and not a function");
        }
        return function;
    }

    private static long call(Vm vm, long fp, int argc) {
        long function = callable(vm, fp, "call");
        var arguments = new long[Math.max(0, argc - 1)];
        for (int i = 1; i < argc; i++) {
            arguments[i - 1] = Frame.get(fp, i);
        }
        return vm.call(function, argument(fp, argc, 0), arguments);
    }

    private static long apply(Vm vm, long fp, int argc) {
        long function = callable(vm, fp, "apply");
        long list = argument(fp, argc, 1);
        return vm.call(function, argument(fp, argc, 0), Value.isNullish(list) ? new long[0] : toList(vm, list));
    }

    /** CreateListFromArrayLike. Only to be handed to a call at once: the collector does not see the array. */
    static long[] toList(Vm vm, long object) {
        if (!Layout.isObject(object)) {
            throw vm.typeError("CreateListFromArrayLike called on non-object");
        }
        long length = vm.conversions().toLength(vm.properties().get(object, vm.names().length));
        if (length > 1 << 20) {
            throw vm.stackOverflow();
        }
        ElementsKind kind = Elements.kindOf(object);
        if (!kind.isHoley() && (kind.isBoxed() || kind.isDouble()) && length <= Elements.limit(object)) {
            var list = new long[(int) length];
            for (int i = 0; i < list.length; i++) {
                list[i] = Elements.get(object, i);
            }
            return list;
        }
        // Getters may run: a guest array keeps what they return.
        long copy = vm.literals().newArray();
        for (int i = 0; i < length; i++) {
            vm.literals().arrayAppend(copy, vm.properties().get(object, Value.ofInt(i)));
        }
        var list = new long[(int) length];
        for (int i = 0; i < list.length; i++) {
            list[i] = Elements.get(copy, i);
        }
        return list;
    }

    private static long bind(Vm vm, long fp, int argc) {
        long target = thisValue(fp);
        if (!Layout.isCallable(target)) {
            throw vm.typeError("Bind must be called on a function");
        }
        var arguments = new ArrayList<Long>();
        for (int i = 1; i < argc; i++) {
            arguments.add(Frame.get(fp, i));
        }
        long bound = vm.functions().createBound(target, argument(fp, argc, 0), arguments);
        double length = 0;
        if (vm.properties().hasOwn(target, vm.names().length)) {
            long value = vm.properties().get(target, vm.names().length);
            if (Value.isNumber(value)) {
                length = Math.max(0, vm.conversions().toInteger(value) - arguments.size());
            }
        }
        vm.definitions().define(bound, vm.names().length, Value.number(length), Attributes.CONFIGURABLE);
        long name = vm.properties().get(target, vm.names().name);
        String text = "bound " + (Layout.isString(name) ? vm.strings().toJava(name) : "");
        vm.definitions().define(bound, vm.names().name, vm.strings().of(text), Attributes.CONFIGURABLE);
        return bound;
    }

    private static long text(Vm vm, long fp, int argc) {
        if (!Layout.isCallable(thisValue(fp))) {
            throw vm.typeError("Function.prototype.toString requires that 'this' be a Function");
        }
        return vm.strings().of(vm.functions().sourceText(thisValue(fp)));
    }

    private static long hasInstance(Vm vm, long fp, int argc) {
        return Value.ofBoolean(vm.comparison().ordinaryHasInstance(thisValue(fp), argument(fp, argc, 0)));
    }

    /** Whether the native function at {@code fp} was called with new. */
    static boolean isConstructCall(long fp) {
        return Frame.get(fp, Frame.NEW_TARGET_REGISTER) != Value.UNDEFINED;
    }

    /** For constructors that must be called with new; returns new.target. */
    static long requireNew(Vm vm, long fp, String name) {
        if (!isConstructCall(fp)) {
            throw vm.typeError("Constructor " + name + " requires 'new'");
        }
        return Frame.get(fp, Frame.NEW_TARGET_REGISTER);
    }

    /** A new object of a built-in type for a constructor call. */
    static long newInstance(Vm vm, long newTarget, CellType type, Intrinsic prototype) {
        return vm.realm().newObject(vm.realm().prototypeFor(newTarget, prototype), type);
    }
}
