package org.tierscope.runtime.builtins;

import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.RegExps;
import org.tierscope.runtime.Shape;
import org.tierscope.runtime.Vm;

/**
 * Whether the protocol by which the methods of regular expressions work (exec, flags) would run only the engine's own
 * code, so that they can do without. Prototypes have shapes of their own, so an accessor that is replaced shows in the shape; a
 * method that is replaced does not, and is compared.
 */
final class OriginalRegExps {
    private static final String[] ACCESSORS = {
        "flags", "hasIndices", "global", "ignoreCase", "multiline", "dotAll", "unicode", "unicodeSets", "sticky"
    };

    private final Vm vm;
    private final long prototype;
    private final long exec;
    private final long[] getters = new long[ACCESSORS.length];
    private int knownShape;
    private boolean knownGood;
    private int execSlot;

    /** To be made when RegExp.prototype is as it should be. */
    OriginalRegExps(Vm vm) {
        this.vm = vm;
        this.prototype = vm.realm().get(Intrinsic.REGEXP_PROTOTYPE);
        this.exec = vm.properties().get(prototype, vm.names().exec);
        for (int i = 0; i < ACCESSORS.length; i++) {
            getters[i] = getter(ACCESSORS[i]);
        }
        vm.addRoots(mark -> {
            mark.accept(exec);
            for (long getter : getters) {
                mark.accept(getter);
            }
        });
    }

    private long getter(String name) {
        var property = new Property();
        return vm.definitions().getOwn(prototype, vm.conversions().key(name), property) && property.isAccessor()
                ? property.getter()
                : 0;
    }

    /** Whether exec and the flags of this object are the original ones. */
    boolean covers(long object) {
        if (!RegExps.isRegExp(object) || !vm.regExps().isPlain(object)) {
            return false;
        }
        int shape = Mem.getInt(prototype);
        if (shape != knownShape) {
            knownShape = shape;
            knownGood = check();
        }
        return knownGood && Objects.slot(prototype, vm.shapes().get(shape), execSlot) == exec;
    }

    private boolean check() {
        int info = vm.shapes().of(prototype).lookup(vm.names().exec);
        if (info < 0) {
            return false;
        }
        execSlot = Shape.slot(info);
        for (int i = 0; i < ACCESSORS.length; i++) {
            if (getter(ACCESSORS[i]) != getters[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is the original exec. */
    boolean isExec(long function) {
        return function == exec;
    }
}
