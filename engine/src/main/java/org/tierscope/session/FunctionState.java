package org.tierscope.session;

import java.util.OptionalInt;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Tier;

/**
 * A function at a moment.
 *
 * @param tier the highest tier that valid code of it exists for
 * @param calls, loopIterations, deopts, osrEntries totals since the start
 * @param code id of the best valid code, if there is any
 * @param compiling a compilation of it is running
 */
public record FunctionState(FunctionLoaded function, Tier tier, long calls, long loopIterations, long deopts,
        long osrEntries, OptionalInt code, boolean compiling) {

    public int id() {
        return function.getFunctionId();
    }

    public String name() {
        return function.getName();
    }

    /** Calls and loop iterations: how much the function works. */
    public long heat() {
        return calls + loopIterations;
    }
}
