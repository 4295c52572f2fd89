package org.tierscope.session;

import java.util.List;
import java.util.OptionalLong;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Tier;

/**
 * What happened to one function over time, until a moment.
 *
 * @param tiers without gaps, from when the function was loaded; the last one is open
 * @param compilations in order of start
 * @param marks in order of time; may be very many
 */
public record Lane(FunctionLoaded function, List<TierSpan> tiers, List<CompilationSpan> compilations,
        List<Timed<Mark>> marks) {

    /** The function's best valid code was of {@code tier} in [start, end). */
    public record TierSpan(Tier tier, long startNanos, long endNanos) {
    }

    /** @param endNanos empty while it runs */
    public record CompilationSpan(int compilationId, Tier tier, boolean osr, boolean refused, long startNanos,
            OptionalLong endNanos) {
    }

    public enum MarkKind { TIER_UP_REQUESTED, REFUSED, INSTALLED, OSR, DEOPT, INVALIDATED }

    /**
     * @param eventIndex place in {@link Session#events()}
     * @param weight how many of its kind it stands for: frequent transitions are not all recorded one by one
     */
    public record Mark(MarkKind kind, int eventIndex, long weight) {
    }
}
