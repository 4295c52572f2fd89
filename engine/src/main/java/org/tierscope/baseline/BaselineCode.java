package org.tierscope.baseline;

import java.util.List;
import java.util.Map;
import org.tierscope.asm.AssembledCode;
import org.tierscope.runtime.Mem;

/**
 * Baseline code of one function, not installed yet. All positions are offsets from its start, which is also
 * its entry.
 *
 * @param osrEntries loop header pc → where to enter that loop, by a call, on an interpreter frame
 * @param landings   pc of an exception handler, or of the instruction behind a SUSPEND → its code
 * @param pcMap      bytecode of each byte; a listing's origins are the same pcs
 * @param unseen     addresses of the feedback slots that were empty, so that their instructions could not be specialized
 */
public record BaselineCode(
        AssembledCode code,
        Map<Integer, Integer> osrEntries,
        Map<Integer, Integer> landings,
        PcMap pcMap,
        List<Long> unseen) {
    public BaselineCode {
        osrEntries = Map.copyOf(osrEntries);
        landings = Map.copyOf(landings);
        unseen = List.copyOf(unseen);
    }

    /** Whether code made now would know more. */
    public boolean isOutdated() {
        return unseen.stream().anyMatch(slot -> Mem.getByte(slot) != 0);
    }
}
