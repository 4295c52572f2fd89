package org.tierscope.baseline;

import java.util.Map;
import org.tierscope.asm.AssembledCode;

/**
 * Baseline code of one function, not installed yet. All positions are offsets from its start, which is also
 * its entry.
 *
 * @param osrEntries loop header pc → where to enter that loop, by a call, on an interpreter frame
 * @param handlers   pc of an exception handler → its code
 * @param pcMap      bytecode of each byte; a listing's origins are the same pcs
 */
public record BaselineCode(
        AssembledCode code, Map<Integer, Integer> osrEntries, Map<Integer, Integer> handlers, PcMap pcMap) {
    public BaselineCode {
        osrEntries = Map.copyOf(osrEntries);
        handlers = Map.copyOf(handlers);
    }
}
