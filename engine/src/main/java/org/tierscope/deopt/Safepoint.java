package org.tierscope.deopt;

import java.util.List;

/**
 * A call in optimized code: the functions that are active there, inlined ones included, for stack walks.
 *
 * @param id what the frame's pc says, unique in the VM
 * @param places innermost first
 */
public record Safepoint(int id, List<Place> places) {
    /** A function and the pc of its bytecode that is being executed. */
    public record Place(int function, int pc) {}

    public Safepoint {
        places = List.copyOf(places);
    }
}
