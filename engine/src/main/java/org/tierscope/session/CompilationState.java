package org.tierscope.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tierscope.record.proto.CompilationRefused;
import org.tierscope.record.proto.CompilationStarted;
import org.tierscope.record.proto.TierUpRequested;

/**
 * One compilation at a moment.
 *
 * @param startNanos when it started
 * @param endNanos when it was finished or refused; empty while it runs
 * @param request why it was started, if that was recorded
 * @param passes those finished, in order; none for baseline compilations
 * @param refused present if it was given up
 * @param code id of its code; empty until it is finished
 * @param micros time that the compiler took, in microseconds, without what its code waited for; empty until it is finished
 */
public record CompilationState(CompilationStarted started, long startNanos, OptionalLong endNanos,
        Optional<TierUpRequested> request, List<Pass> passes, Optional<CompilationRefused> refused, OptionalInt code,
        OptionalLong micros) {

    public int id() {
        return started.getCompilationId();
    }

    /** Whether the code is entered in the middle, at a loop header. */
    public boolean isOsr() {
        return started.getOsrPc() >= 0;
    }

    /** The pass of this name that ran last. */
    public Optional<Pass> pass(String name) {
        return passes.reversed().stream().filter(pass -> pass.name().equals(name)).findFirst();
    }
}
