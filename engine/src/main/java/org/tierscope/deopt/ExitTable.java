package org.tierscope.deopt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** All exits and safepoints of a VM's optimized code by number. Compiler threads add to it, the guest's thread reads. */
public final class ExitTable {
    private final List<Exit> exits = new ArrayList<>();
    private final List<Safepoint> safepoints = new ArrayList<>();

    /** Adds what {@code make} makes of the new number. */
    public synchronized Exit addExit(IntFunction<Exit> make) {
        Exit exit = make.apply(exits.size());
        exits.add(exit);
        return exit;
    }

    public synchronized Safepoint addSafepoint(List<Safepoint.Place> places) {
        Safepoint safepoint = new Safepoint(safepoints.size(), places);
        safepoints.add(safepoint);
        return safepoint;
    }

    public synchronized Exit exit(int id) {
        return exits.get(id);
    }

    public synchronized Safepoint safepoint(int id) {
        return safepoints.get(id);
    }
}
