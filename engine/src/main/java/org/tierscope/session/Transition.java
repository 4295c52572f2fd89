package org.tierscope.session;

import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.OsrEntered;

/** The running program changed tiers in the middle of a function. */
public sealed interface Transition {

    /** Nanoseconds since the start of the run. */
    long nanos();

    /** Place in {@link Session#events()}. */
    int eventIndex();

    /** Into compiled code, at a loop header. */
    record Osr(long nanos, int eventIndex, OsrEntered event) implements Transition {
    }

    /** Out of compiled code, at a guard that failed or a safepoint. */
    record Deopt(long nanos, int eventIndex, Deoptimized event) implements Transition {
    }

    default int functionId() {
        return switch (this) {
            case Osr osr -> osr.event().getFunctionId();
            case Deopt deopt -> deopt.event().getFunctionId();
        };
    }

    default int codeId() {
        return switch (this) {
            case Osr osr -> osr.event().getCodeId();
            case Deopt deopt -> deopt.event().getCodeId();
        };
    }

    /** Whether the event tells each value; details of frequent events are left out. */
    default boolean hasDetail() {
        return switch (this) {
            case Osr osr -> osr.event().getValuesCount() > 0;
            case Deopt deopt -> deopt.event().getFramesCount() > 0;
        };
    }
}
