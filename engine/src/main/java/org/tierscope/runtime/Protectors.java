package org.tierscope.runtime;

/**
 * Facts about built-in objects that hold until a program breaks them. Each is a u32 cell that is 1 while it holds, so that
 * compiled code can depend on it like on a prototype's validity.
 */
public final class Protectors {
    private final Vm vm;
    private final long noElements;

    Protectors(Vm vm) {
        this.vm = vm;
        noElements = vm.arena().allocate(4);
        Mem.putInt(noElements, 1);
    }

    /** Address of the cell: no object that is a prototype has had an indexed property added. */
    public long noElementsOnPrototypes() {
        return noElements;
    }

    void elementsOnPrototype(long object) {
        if (Mem.getInt(noElements) == 1) {
            vm.prototypes().breakCell(noElements);
        }
    }

    /** Whether no prototype of an object has indexed properties. */
    public boolean noElementsAbove(long object) {
        for (long o = vm.objects().prototypeOf(object); o != 0; o = vm.objects().prototypeOf(o)) {
            if (ElementsKind.at(o) != ElementsKind.EMPTY) {
                return false;
            }
        }
        return true;
    }
}
