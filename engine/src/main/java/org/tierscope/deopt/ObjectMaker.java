package org.tierscope.deopt;

import org.tierscope.ir.VirtualKind;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Allocates the objects that optimized code has not, and fills them. */
public final class ObjectMaker {
    private final Vm vm;

    public ObjectMaker(Vm vm) {
        this.vm = vm;
    }

    /** The object without its fields; where memory is full this throws, and nothing has changed yet. */
    public long allocate(RemovedObject object) {
        return switch (object.kind()) {
            case OBJECT -> vm.objects().allocate(vm.shapes().get(object.shape()), 0);
            case ARRAY -> vm.literals().newArray(object.length(), object.elements());
            case CONTEXT -> vm.literals().createContext(0, object.length());
            case CLOSURE -> vm.functions().createClosure(vm.function(object.function()), 0);
        };
    }

    /** Writes a boxed word to a field, counted as {@link VirtualKind} says. */
    public void setField(long address, RemovedObject object, int index, long value) {
        if (object.kind() == VirtualKind.CONTEXT && index == 0 || object.kind() == VirtualKind.CLOSURE) {
            // What closed over nothing has 0 there, which is what ends a chain of contexts.
            int offset = object.kind() == VirtualKind.CLOSURE ? Layout.FUNCTION_CONTEXT : Layout.CONTEXT_PARENT;
            Mem.putLong(address + offset, value);
            return;
        }
        switch (object.kind()) {
            case OBJECT -> Objects.setField(address, index, value);
            case ARRAY -> {
                long target = Mem.getLong(address + Layout.OBJECT_ELEMENTS) + Layout.ARRAY_DATA + 8L * index;
                Mem.putLong(target, object.elements().isDouble() ? raw(value) : value);
            }
            default -> Mem.putLong(address + Layout.CONTEXT_SLOTS + 8L * (index - 1), value);
        }
    }

    private static long raw(long number) {
        return Value.bits(Value.numberAsDouble(number));
    }
}
