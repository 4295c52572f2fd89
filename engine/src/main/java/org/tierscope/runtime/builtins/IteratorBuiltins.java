package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.thisValue;

import java.util.function.LongConsumer;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.StringIteration;
import org.tierscope.runtime.TemporaryRoots;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** %IteratorPrototype% and the engine's own iterators (27.1, 23.1.5, 24.1.5, 24.2.6, 22.1.5). */
final class IteratorBuiltins {
    private IteratorBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.ITERATOR_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .method(vm.names().symbolIterator, "[Symbol.iterator]", 0, (v, fp, argc) -> thisValue(fp))
                .as(Intrinsic.ITERATOR_SELF, vm.names().symbolIterator);
        iterator(vm, Intrinsic.ARRAY_ITERATOR_PROTOTYPE, Intrinsic.ARRAY_ITERATOR_NEXT, CellType.ARRAY_ITERATOR,
                "Array Iterator", (v, iterator) -> v.iteration().stepArrayIterator(iterator));
        iterator(vm, Intrinsic.MAP_ITERATOR_PROTOTYPE, Intrinsic.MAP_ITERATOR_NEXT, CellType.MAP_ITERATOR,
                "Map Iterator", HashTables::step);
        iterator(vm, Intrinsic.SET_ITERATOR_PROTOTYPE, Intrinsic.SET_ITERATOR_NEXT, CellType.SET_ITERATOR,
                "Set Iterator", HashTables::step);
        iterator(vm, Intrinsic.STRING_ITERATOR_PROTOTYPE, Intrinsic.STRING_ITERATOR_NEXT, CellType.STRING_ITERATOR,
                "String Iterator", StringIteration::step);
    }

    private static void iterator(
            Vm vm, Intrinsic prototype, Intrinsic next, CellType type, String tag, Iteration.Stepper stepper) {
        ObjectBuilder.intrinsic(vm, prototype, Intrinsic.ITERATOR_PROTOTYPE)
                .method("next", 0, (v, fp, argc) -> {
                    long iterator = thisValue(fp);
                    if (!Layout.isObject(iterator) || CellType.at(iterator) != type) {
                        throw v.typeError("next method called on incompatible receiver " + v.errors().render(iterator));
                    }
                    long value = stepper.step(v, iterator);
                    return v.realm().newIteratorResult(value == Value.EMPTY ? Value.UNDEFINED : value, value == Value.EMPTY);
                })
                .as(next, "next")
                .tag(tag);
        // Made now, because machine code has it as a constant from the beginning.
        vm.objects().rootShape(vm.realm().get(prototype), type, 0);
    }

    /** A method that gives an iterator of its receiver. */
    static NativeFunction arrayIterator(int kind) {
        return (v, fp, argc) -> v.iteration().newArrayIterator(v.conversions().toObject(thisValue(fp)), kind);
    }

    /**
     * Runs {@code action} for each value that an iterable gives; closes the iterator where it throws.
     *
     * @param kept what the action has captured and nothing else keeps alive
     */
    static void forEach(Vm vm, long iterable, LongConsumer action, long... kept) {
        TemporaryRoots roots = vm.temporaryRoots();
        int depth = roots.depth();
        for (long value : kept) {
            roots.push(value);
        }
        try {
            forEach(vm, iterable, action);
        } finally {
            roots.reset(depth);
        }
    }

    /** What was thrown must outlive what the iterator does then. */
    private static void closeAfter(Vm vm, long record, GuestException thrown) {
        TemporaryRoots roots = vm.temporaryRoots();
        int depth = roots.depth();
        roots.push(thrown.value());
        try {
            vm.iteration().iteratorClose(record, true);
        } finally {
            roots.reset(depth);
        }
    }

    private static void forEach(Vm vm, long iterable, LongConsumer action) {
        long record = vm.iteration().newRecord();
        vm.iteration().getIterator(record, iterable);
        for (long value = vm.iteration().iteratorNext(record);
                value != Value.EMPTY;
                value = vm.iteration().iteratorNext(record)) {
            try {
                action.accept(value);
            } catch (GuestException e) {
                closeAfter(vm, record, e);
                throw e;
            }
        }
    }
}
