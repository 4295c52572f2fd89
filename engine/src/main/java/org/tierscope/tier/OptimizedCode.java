package org.tierscope.tier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.deopt.Exit;
import org.tierscope.machine.CompiledCode;

/** Optimized code with its exits and how often each was taken. */
public final class OptimizedCode {
    private final CompiledCode code;
    private final List<Exit> exits;
    private final long[] constants;
    private final int entryPc;
    private final Map<Integer, Integer> taken = new HashMap<>();
    private boolean valid = true;

    OptimizedCode(CompiledCode code, List<Exit> exits, List<Long> constants, int entryPc) {
        this.code = code;
        this.exits = List.copyOf(exits);
        this.constants = constants.stream().mapToLong(Long::longValue).distinct().toArray();
        this.entryPc = entryPc;
    }

    public CompiledCode code() {
        return code;
    }

    public List<Exit> exits() {
        return exits;
    }

    /** Heap words in the code. */
    public long[] constants() {
        return constants;
    }

    /** 0 for calls, or the loop header it is entered at. */
    public int entryPc() {
        return entryPc;
    }

    public boolean isValid() {
        return valid;
    }

    void invalidate() {
        valid = false;
    }

    /** Counts an exit; returns how often it was taken, this time included. */
    int count(Exit exit) {
        return taken.merge(exit.id(), 1, Integer::sum);
    }

    public int taken(Exit exit) {
        return taken.getOrDefault(exit.id(), 0);
    }
}
