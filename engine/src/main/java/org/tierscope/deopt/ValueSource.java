package org.tierscope.deopt;

import org.tierscope.ir.Representation;
import org.tierscope.machine.Location;

/** Where an exit finds the value of a register of the interpreter. */
public sealed interface ValueSource {
    /** In a machine register or frame slot, held as {@code representation}. */
    record Held(int node, Location location, Representation representation) implements ValueSource {}

    /** Nowhere: it is this word. */
    record Constant(int node, long word) implements ValueSource {}

    /** Nowhere: it is the exit's removed object of this index. */
    record Removed(int index) implements ValueSource {}
}
