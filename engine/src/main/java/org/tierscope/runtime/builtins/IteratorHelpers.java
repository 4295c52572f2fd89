package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.bytecode.ResumeMode;
import org.tierscope.bytecode.SuspendKind;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Generators;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Iterator and its helpers (27.1.3, 27.1.4); the methods are in {@code prelude/iterator.js}. */
final class IteratorHelpers {
    private static final String FILE = "iterator";

    private IteratorHelpers() {}

    static void install(Vm vm) {
        long prototype = vm.realm().get(Intrinsic.ITERATOR_PROTOTYPE);
        ObjectBuilder constructor = ObjectBuilder.constructor(
                        vm, "Iterator", 0, IteratorHelpers::construct, Intrinsic.ITERATOR_PROTOTYPE)
                .as(Intrinsic.ITERATOR)
                .prelude(FILE, "from", 1)
                .prelude(FILE, "concat", 0)
                .prelude(FILE, "zip", 1)
                .prelude(FILE, "zipKeyed", 1);
        ObjectBuilder methods = ObjectBuilder.on(vm, prototype);
        for (String name : new String[] {
            "map", "filter", "take", "drop", "flatMap", "reduce", "forEach", "some", "every", "find", "includes",
            "join", "chunks", "windows"
        }) {
            methods.prelude(FILE, name, 1);
        }
        methods.prelude(FILE, "toArray", 0);
        weird(vm, prototype, vm.names().constructor, "constructor", constructor.object());
        weird(vm, prototype, vm.names().symbolToStringTag, "[Symbol.toStringTag]", vm.strings().intern("Iterator"));

        ObjectBuilder.intrinsic(vm, Intrinsic.ITERATOR_HELPER_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
                .method("next", 0, IteratorHelpers::next)
                .as(Intrinsic.ITERATOR_HELPER_NEXT, "next")
                .method("return", 0, IteratorHelpers::close)
                .tag("Iterator Helper");
        ObjectBuilder.on(vm, vm.prelude().natives())
                .value("originalIterator", constructor.object())
                .value("iteratorPrototype", prototype)
                .value("helperPrototype", vm.realm().get(Intrinsic.ITERATOR_HELPER_PROTOTYPE))
                .value("ownKeys", globalMethod(vm, "Reflect", "ownKeys"))
                .value("ownProperty", globalMethod(vm, "Object", "getOwnPropertyDescriptor"))
                .method("newSymbol", 0, (v, fp, argc) -> v.names().newSymbol(Value.UNDEFINED, 0))
                .method("rangeError", 1, (v, fp, argc) -> {
                    throw v.rangeError(v.strings().toJava(argument(fp, argc, 0)));
                })
                .method("isInstance", 2, (v, fp, argc) -> Value.ofBoolean(
                        v.comparison().ordinaryHasInstance(argument(fp, argc, 0), argument(fp, argc, 1))))
                .method("setPrototype", 2, (v, fp, argc) -> {
                    ObjectBuiltins.changePrototype(v, argument(fp, argc, 0), argument(fp, argc, 1));
                    return Value.UNDEFINED;
                })
                .method("helper", 2, (v, fp, argc) -> {
                    Objects.setField(argument(fp, argc, 0), Generators.RESULT, argument(fp, argc, 1));
                    return argument(fp, argc, 0);
                });
    }

    private static long globalMethod(Vm vm, String object, String name) {
        return vm.properties().get(vm.properties().get(vm.realm().globalObject(), object), name);
    }

    private static long construct(Vm vm, long fp, int argc) {
        long newTarget = Frame.get(fp, Frame.NEW_TARGET_REGISTER);
        if (newTarget == Value.UNDEFINED) {
            throw vm.typeError("Constructor Iterator requires 'new'");
        }
        if (newTarget == Frame.get(fp, Frame.CALLEE_REGISTER)) {
            throw vm.typeError("Abstract class Iterator not directly constructable");
        }
        return FunctionBuiltins.newInstance(vm, newTarget, CellType.OBJECT, Intrinsic.ITERATOR_PROTOTYPE);
    }

    /**
     * An accessor that behaves as a writable data property would on objects that inherit it, and cannot be changed on its home
     * (SetterThatIgnoresPrototypeProperties, 7.3.26).
     */
    private static void weird(Vm vm, long home, long key, String name, long value) {
        long getter = vm.functions().createNativeOver(
                vm.defineNative("get " + name, 0, (v, fp, argc) -> value), value);
        long setter = vm.functions().createNativeOver(
                vm.defineNative("set " + name, 1, (v, fp, argc) -> {
                    long receiver = thisValue(fp);
                    if (!Layout.isObject(receiver) || receiver == home) {
                        throw v.typeError("Cannot assign to this property");
                    }
                    var own = new Property();
                    if (v.definitions().getOwn(receiver, key, own)) {
                        if (!v.properties().set(receiver, key, argument(fp, argc, 0), receiver)) {
                            throw v.typeError("Cannot assign to read only property");
                        }
                    } else if (!v.definitions().defineOwn(
                            receiver, key, Property.data(argument(fp, argc, 0), Attributes.DEFAULT))) {
                        throw v.typeError("Cannot define property, object is not extensible");
                    }
                    return Value.UNDEFINED;
                }),
                home);
        vm.definitions().defineOwn(home, key, Property.accessor(getter, setter, Attributes.CONFIGURABLE));
    }

    private static long helper(Vm vm, long fp, String method) {
        long helper = thisValue(fp);
        if (!Layout.isObject(helper) || CellType.at(helper) != CellType.GENERATOR
                || !vm.generators().isHelper(helper)) {
            throw vm.typeError("Iterator Helper.prototype." + method + " called on incompatible receiver "
                    + vm.errors().render(helper));
        }
        return helper;
    }

    private static long next(Vm vm, long fp, int argc) {
        long helper = helper(vm, fp, "next");
        long value = vm.generators().step(helper, Value.UNDEFINED, ResumeMode.NEXT);
        return vm.realm().newIteratorResult(value, Generators.state(helper) == Generators.COMPLETED);
    }

    /** A helper that has not begun closes its iterators itself: field RESULT is what does that. */
    private static long close(Vm vm, long fp, int argc) {
        long helper = helper(vm, fp, "return");
        if (Generators.state(helper) == SuspendKind.START.ordinal()) {
            Generators.complete(helper);
            vm.call(Objects.field(helper, Generators.RESULT), Value.UNDEFINED);
        } else {
            vm.generators().step(helper, Value.UNDEFINED, ResumeMode.RETURN);
        }
        return vm.realm().newIteratorResult(Value.UNDEFINED, Generators.state(helper) == Generators.COMPLETED);
    }
}
