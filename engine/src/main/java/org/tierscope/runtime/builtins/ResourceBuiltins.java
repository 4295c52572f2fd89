package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** DisposableStack, AsyncDisposableStack, SuppressedError and the dispose methods of iterators; mostly {@code prelude/resource.js}. */
final class ResourceBuiltins {
    private static final String FILE = "resource";

    private ResourceBuiltins() {}

    static void install(Vm vm) {
        stack(vm, CellType.DISPOSABLE_STACK, "DisposableStack", Intrinsic.DISPOSABLE_STACK_PROTOTYPE)
                .prelude(FILE, "dispose", 0)
                .alias(vm.names().symbolDispose, "dispose");
        stack(vm, CellType.ASYNC_DISPOSABLE_STACK, "AsyncDisposableStack", Intrinsic.ASYNC_DISPOSABLE_STACK_PROTOTYPE)
                .prelude(FILE, "disposeAsync", 0)
                .alias(vm.names().symbolAsyncDispose, "disposeAsync");
        ObjectBuilder.on(vm, Intrinsic.ITERATOR_PROTOTYPE)
                .prelude(FILE, "disposeIterator", vm.names().symbolDispose, "[Symbol.dispose]", 0);
        ObjectBuilder.on(vm, Intrinsic.ASYNC_ITERATOR_PROTOTYPE)
                .prelude(FILE, "disposeAsyncIterator", vm.names().symbolAsyncDispose, "[Symbol.asyncDispose]", 0);
        vm.realm().set(Intrinsic.NEW_RESOURCES, vm.prelude().function(FILE, "newResources", "newResources", 0));
        vm.realm().set(Intrinsic.ADD_RESOURCE, vm.prelude().function(FILE, "addResource", "addResource", 3));
        vm.realm().set(Intrinsic.DISPOSE_NEXT, vm.prelude().function(FILE, "disposeNext", "disposeNext", 1));
        suppressedError(vm);
        ObjectBuilder.on(vm, vm.prelude().natives())
                .value("symbolDispose", vm.names().symbolDispose)
                .value("symbolAsyncDispose", vm.names().symbolAsyncDispose)
                .method("stackState", 2, (v, fp, argc) -> state(v, argument(fp, argc, 0),
                        argument(fp, argc, 1) == Value.TRUE ? CellType.ASYNC_DISPOSABLE_STACK : CellType.DISPOSABLE_STACK))
                .method("newStack", 2, (v, fp, argc) -> {
                    boolean async = argument(fp, argc, 0) == Value.TRUE;
                    long prototype = v.realm().get(async
                            ? Intrinsic.ASYNC_DISPOSABLE_STACK_PROTOTYPE
                            : Intrinsic.DISPOSABLE_STACK_PROTOTYPE);
                    CellType type = async ? CellType.ASYNC_DISPOSABLE_STACK : CellType.DISPOSABLE_STACK;
                    long object = v.realm().newObject(prototype, type);
                    Objects.setField(object, 0, argument(fp, argc, 1));
                    return object;
                })
                .method("suppressedError", 2, (v, fp, argc) -> {
                    long prototype = v.realm().get(Intrinsic.SUPPRESSED_ERROR_PROTOTYPE);
                    long error = v.errors().newError(prototype, Value.EMPTY);
                    return suppressing(v, error, argument(fp, argc, 0), argument(fp, argc, 1));
                })
                .as(Intrinsic.SUPPRESS, "suppressedError")
                .method("throwReferenceError", 1, (v, fp, argc) -> {
                    throw v.error(org.tierscope.bytecode.ErrorKind.REFERENCE_ERROR,
                            v.strings().toJava(argument(fp, argc, 0)));
                });
    }

    /** A constructor and its prototype with what both kinds have. */
    private static ObjectBuilder stack(Vm vm, CellType type, String name, Intrinsic prototype) {
        boolean async = type == CellType.ASYNC_DISPOSABLE_STACK;
        ObjectBuilder builder = ObjectBuilder.intrinsic(vm, prototype, Intrinsic.OBJECT_PROTOTYPE);
        for (String method : new String[] {"adopt", "defer", "move", "use"}) {
            int length = method.equals("adopt") ? 2 : method.equals("move") ? 0 : 1;
            builder.prelude(FILE, async ? method + "Async" : method, method, length);
        }
        builder.getter("disposed", (v, fp, argc) ->
                v.properties().get(state(v, thisValue(fp), type), v.conversions().key("disposed")));
        builder.tag(name);
        ObjectBuilder.constructor(
                vm,
                name,
                0,
                (v, fp, argc) -> {
                    long newTarget = FunctionBuiltins.requireNew(v, fp, name);
                    long object = FunctionBuiltins.newInstance(v, newTarget, type, prototype);
                    long state = ObjectBuilder.plain(v)
                            .define(v.conversions().key("disposed"), Value.FALSE, Attributes.DEFAULT)
                            .define(v.conversions().key("resources"), v.literals().newArray(), Attributes.DEFAULT)
                            .object();
                    Objects.setField(object, 0, state);
                    return object;
                },
                prototype);
        return builder;
    }

    private static long state(Vm vm, long stack, CellType type) {
        if (!Layout.isObject(stack) || CellType.at(stack) != type) {
            throw vm.typeError("method called on incompatible receiver " + vm.errors().render(stack));
        }
        return Objects.field(stack, 0);
    }

    private static void suppressedError(Vm vm) {
        Intrinsic prototype = Intrinsic.SUPPRESSED_ERROR_PROTOTYPE;
        ObjectBuilder.intrinsic(vm, prototype, Intrinsic.ERROR_PROTOTYPE)
                .value("name", vm.strings().intern("SuppressedError"))
                .value("message", vm.strings().empty());
        ObjectBuilder constructor = ObjectBuilder.constructor(
                vm,
                "SuppressedError",
                3,
                (v, fp, argc) -> {
                    long newTarget = FunctionBuiltins.isConstructCall(fp)
                            ? Frame.get(fp, Frame.NEW_TARGET_REGISTER)
                            : Frame.get(fp, Frame.CALLEE_REGISTER);
                    long parent = v.realm().prototypeFor(newTarget, prototype);
                    long message = argument(fp, argc, 2);
                    long text = message == Value.UNDEFINED ? Value.EMPTY : v.conversions().toStringValue(message);
                    long error = v.errors().newErrorAbove(parent, text, newTarget);
                    return suppressing(v, error, argument(fp, argc, 0), argument(fp, argc, 1));
                },
                prototype);
        ObjectBuiltins.changePrototype(vm, constructor.object(), vm.realm().get(Intrinsic.ERROR));
    }

    private static long suppressing(Vm vm, long error, long cause, long suppressed) {
        vm.definitions().define(error, vm.conversions().key("error"), cause, Attributes.HIDDEN);
        vm.definitions().define(error, vm.conversions().key("suppressed"), suppressed, Attributes.HIDDEN);
        return error;
    }
}
