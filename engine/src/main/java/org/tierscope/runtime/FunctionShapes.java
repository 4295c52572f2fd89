package org.tierscope.runtime;

import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.BytecodeFunction.Flag;

/** The shapes that functions of a realm begin with: "length", "name" and "prototype" are there, but made only when asked for. */
final class FunctionShapes {
    // Slots of the lazy properties.
    static final int LENGTH_SLOT = 0;
    static final int NAME_SLOT = 1;
    static final int PROTOTYPE_SLOT = 2;

    private final Vm vm;
    private final Realm realm;
    private final Shape constructor;
    private final Shape classConstructor;
    private final Shape method;
    /** Of async functions, generators and async generators; made when the first closure is. */
    private final Shape[] suspendable = new Shape[3];

    FunctionShapes(Vm vm, Realm realm, long functionPrototype) {
        this.vm = vm;
        this.realm = realm;
        Names names = vm.names();
        int hidden = Attributes.CONFIGURABLE;
        vm.objects().becomePrototype(functionPrototype);
        constructor = vm.shapes().lazyRoot(
                functionPrototype,
                CellType.FUNCTION,
                3,
                new long[] {names.length, names.name, names.prototype},
                new int[] {hidden, hidden, Attributes.WRITABLE});
        classConstructor = vm.shapes().lazyRoot(
                functionPrototype,
                CellType.FUNCTION,
                5,
                new long[] {names.length, names.name, names.prototype},
                new int[] {hidden, hidden, Attributes.NONE});
        method = vm.shapes().lazyRoot(
                functionPrototype, CellType.FUNCTION, 3, new long[] {names.length, names.name}, new int[] {hidden, hidden});
    }

    /** The shape of arrow functions, methods and built-ins. */
    Shape method() {
        return method;
    }

    /** The shape that closures of a function begin with. */
    Shape of(FunctionInfo function) {
        BytecodeFunction code = function.bytecode();
        if (code != null && (code.is(Flag.GENERATOR) || code.is(Flag.ASYNC))) {
            return suspendable(code.is(Flag.GENERATOR), code.is(Flag.ASYNC));
        }
        return code == null || !code.isConstructor()
                ? method
                : function.isClassConstructor() ? classConstructor : constructor;
    }

    private Shape suspendable(boolean generator, boolean async) {
        int index = generator ? async ? 2 : 1 : 0;
        if (suspendable[index] == null) {
            Names names = vm.names();
            int hidden = Attributes.CONFIGURABLE;
            long prototype = realm.get(!generator
                    ? Intrinsic.ASYNC_FUNCTION_PROTOTYPE
                    : async ? Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE : Intrinsic.GENERATOR_FUNCTION_PROTOTYPE);
            vm.objects().becomePrototype(prototype);
            suspendable[index] = vm.shapes().lazyRoot(
                    prototype,
                    CellType.FUNCTION,
                    3,
                    generator ? new long[] {names.length, names.name, names.prototype} : new long[] {names.length, names.name},
                    generator ? new int[] {hidden, hidden, Attributes.WRITABLE} : new int[] {hidden, hidden});
        }
        return suspendable[index];
    }
}
