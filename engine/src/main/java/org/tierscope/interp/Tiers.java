package org.tierscope.interp;

import org.tierscope.runtime.FunctionInfo;

/**
 * What the interpreter asks of the compilers. The tier manager implements it; {@link #NONE} is an interpreter alone.
 */
public interface Tiers {
    Tiers NONE = new Tiers() {};

    /** A function's budget ran out at a call: decide about compiling it, and set its next budget. */
    default void callBudgetSpent(FunctionInfo function) {
        org.tierscope.runtime.Mem.putInt(
                function.feedback() + org.tierscope.feedback.FeedbackLayout.BUDGET, Integer.MAX_VALUE);
    }

    /**
     * A function's budget ran out at the back-edge to loop header {@code header}: decide about compiling, set the next budget.
     *
     * @return machine address to enter the loop at (OSR), or 0 to go on interpreting
     */
    default long loopBudgetSpent(FunctionInfo function, long fp, int header) {
        callBudgetSpent(function);
        return 0;
    }

    /** Address of machine code that interprets functions, entered as compiled code is; 0 where only Java interprets. */
    default long interpreterEntry() {
        return 0;
    }

    /** Goes on with an interpreter's frame in machine code until it returns; the result is a value or status word. */
    default long interpretFrame(long fp) {
        throw new IllegalStateException("no machine code");
    }

    /** Enters compiled code at {@code entry} on frame {@code fp}; returns a value or status word. */
    default long enter(long entry, long fp) {
        throw new IllegalStateException("no machine code");
    }
}
