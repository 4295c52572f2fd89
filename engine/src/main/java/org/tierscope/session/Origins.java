package org.tierscope.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which nodes or instructions come from which bytecode. Guarded by the session's lock. */
final class Origins {

    private final Map<Selection.Bytecode, Set<Integer>> byOrigin = new HashMap<>();
    private final Map<Integer, Selection.Bytecode> origins = new HashMap<>();

    /** Notes that {@code item} comes from {@code pc} of a function, unless the function is 0: none. */
    void add(int item, int functionId, int pc) {
        if (functionId != 0) {
            Selection.Bytecode origin = new Selection.Bytecode(functionId, pc);
            if (origins.putIfAbsent(item, origin) == null) {
                byOrigin.computeIfAbsent(origin, o -> new TreeSet<>()).add(item);
            }
        }
    }

    Set<Integer> from(Selection.Bytecode origin) {
        return byOrigin.getOrDefault(origin, Set.of());
    }

    /** Null if it comes from no bytecode. */
    Selection.Bytecode of(int item) {
        return origins.get(item);
    }
}
