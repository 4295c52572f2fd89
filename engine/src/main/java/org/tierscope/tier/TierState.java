package org.tierscope.tier;

import java.util.HashMap;
import java.util.Map;
import org.tierscope.baseline.BaselineCode;
import org.tierscope.machine.CompiledCode;

/** What the tier manager knows of one function: its code, and how it got on with it. Guest's thread only. */
final class TierState {
    /** Calls and loop iterations so far, as far as budgets were spent. */
    long heat;
    /** The budget that was granted last. */
    int granted;
    CompiledCode baseline;
    /** What {@link #baseline} was installed from. */
    BaselineCode baselineCode;
    /** Heat at which baseline code is made again if it would know more by then. */
    long renewBaselineAt;
    /** Optimized code for calls. */
    OptimizedCode optimized;
    /** Optimized code for entries at loop headers. */
    final Map<Integer, OptimizedCode> loops = new HashMap<>();
    /** A compilation is under way. */
    boolean queued;
    /** How often optimized code of this function was thrown away because a guess was wrong. */
    int discarded;
    /** Heat at which optimizing is tried again; it doubles with each discarded version. */
    long optimizeAt;
    /** Why the optimizer does not take this function, or null. */
    String refusal;
}
