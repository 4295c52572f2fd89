package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.bytecode.ResumeMode;
import org.tierscope.bytecode.SuspendKind;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Generators;
import org.tierscope.runtime.GuestCompiler.FunctionKind;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The prototypes of generators, async generators and async functions (27.3 to 27.7). */
final class GeneratorBuiltins {
    private GeneratorBuiltins() {}

    static void install(Vm vm) {
        // Compiled code makes result objects too: of a shape that there is from the beginning.
        vm.realm().newIteratorResult(Value.UNDEFINED, true);
        ObjectBuilder.intrinsic(vm, Intrinsic.GENERATOR_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
                .method("next", 1, resume("next", ResumeMode.NEXT))
                .as(Intrinsic.GENERATOR_NEXT, "next")
                .method("return", 1, resume("return", ResumeMode.RETURN))
                .method("throw", 1, resume("throw", ResumeMode.THROW))
                .tag("Generator");
        functionPrototype(
                vm, Intrinsic.GENERATOR_FUNCTION_PROTOTYPE, Intrinsic.GENERATOR_PROTOTYPE, "GeneratorFunction",
                FunctionKind.GENERATOR);

        ObjectBuilder.intrinsic(vm, Intrinsic.ASYNC_ITERATOR_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .method(vm.names().symbolAsyncIterator, "[Symbol.asyncIterator]", 0, (v, fp, argc) -> thisValue(fp));
        ObjectBuilder.intrinsic(vm, Intrinsic.ASYNC_GENERATOR_PROTOTYPE, Intrinsic.ASYNC_ITERATOR_PROTOTYPE)
                .method("next", 1, enqueue("next", ResumeMode.NEXT))
                .method("return", 1, enqueue("return", ResumeMode.RETURN))
                .method("throw", 1, enqueue("throw", ResumeMode.THROW))
                .tag("AsyncGenerator");
        functionPrototype(
                vm,
                Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE,
                Intrinsic.ASYNC_GENERATOR_PROTOTYPE,
                "AsyncGeneratorFunction",
                FunctionKind.ASYNC_GENERATOR);

        ObjectBuilder.intrinsic(vm, Intrinsic.ASYNC_FUNCTION_PROTOTYPE, Intrinsic.FUNCTION_PROTOTYPE)
                .tag("AsyncFunction");
        constructor(vm, Intrinsic.ASYNC_FUNCTION_PROTOTYPE, "AsyncFunction", FunctionKind.ASYNC);
    }

    /** The constructor of a kind of functions, which only its prototype names. */
    private static void constructor(Vm vm, Intrinsic prototype, String name, FunctionKind kind) {
        long constructor = ObjectBuilder.hiddenConstructor(vm, name, 1, (v, fp, argc) ->
                CodeBuiltins.createFunction(v, fp, argc, kind, prototype), prototype).object();
        ObjectBuiltins.changePrototype(vm, constructor, vm.realm().get(Intrinsic.FUNCTION));
        vm.definitions().define(
                vm.realm().get(prototype), vm.names().constructor, constructor, Attributes.CONFIGURABLE);
    }

    /** The prototype of functions that make generators; its "prototype" is that of the generators. */
    private static void functionPrototype(Vm vm, Intrinsic self, Intrinsic instances, String tag,
            FunctionKind kind) {
        long prototype = vm.realm().get(instances);
        long object = ObjectBuilder.intrinsic(vm, self, Intrinsic.FUNCTION_PROTOTYPE)
                .define(vm.names().prototype, prototype, Attributes.CONFIGURABLE)
                .tag(tag)
                .object();
        vm.definitions().define(prototype, vm.names().constructor, object, Attributes.CONFIGURABLE);
        constructor(vm, self, tag, kind);
    }

    private static NativeFunction resume(String name, ResumeMode mode) {
        return (vm, fp, argc) -> {
            long generator = thisValue(fp);
            if (!Layout.isObject(generator) || CellType.at(generator) != CellType.GENERATOR
                    || vm.generators().isHelper(generator)) {
                throw vm.typeError(
                        name + " method called on incompatible receiver " + vm.errors().render(generator));
            }
            long value = vm.generators().step(generator, argument(fp, argc, 0), mode);
            int state = Generators.state(generator);
            return state == SuspendKind.DELEGATE.ordinal()
                    ? value
                    : vm.realm().newIteratorResult(value, state == Generators.COMPLETED);
        };
    }

    private static NativeFunction enqueue(String name, ResumeMode mode) {
        return (vm, fp, argc) -> {
            long generator = thisValue(fp);
            if (!Layout.isObject(generator) || CellType.at(generator) != CellType.ASYNC_GENERATOR) {
                long promise = vm.promises().create();
                vm.promises().reject(promise, vm.typeError(
                        name + " method called on incompatible receiver " + vm.errors().render(generator)).value());
                return promise;
            }
            return vm.asyncGenerators().enqueue(generator, mode, argument(fp, argc, 0));
        };
    }
}
