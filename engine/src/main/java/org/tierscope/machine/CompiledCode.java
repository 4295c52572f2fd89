package org.tierscope.machine;

import java.util.Map;
import org.tierscope.asm.CodeBlock;
import org.tierscope.asm.Listing;
import org.tierscope.options.Tier;
import org.tierscope.runtime.FunctionInfo;

/**
 * Installed machine code of one function.
 *
 * @param id positive, unique in its VM
 * @param entry address to call, or 0 where it can only be entered by OSR
 * @param osrEntries loop header pc → address to enter at, on a frame of the tier below; entered by a call
 * @param landings pc of an exception handler or behind a SUSPEND → address to jump to (baseline)
 * @param listing what it is made of; origins are as the tier that made it defines
 */
public record CompiledCode(
        int id,
        FunctionInfo function,
        Tier tier,
        CodeBlock block,
        long entry,
        Map<Integer, Long> osrEntries,
        Map<Integer, Long> landings,
        Listing listing) {
    public CompiledCode {
        osrEntries = Map.copyOf(osrEntries);
        landings = Map.copyOf(landings);
    }
}
