package org.tierscope.bytecode;

/** Why a function leaves by SUSPEND, and so what its caller gets. The ordinals are operands and states of generators. */
public enum SuspendKind {
    /** At the start of a generator's body: the caller gets the generator. */
    START,
    /** yield: the caller of next() gets the value in a result object. */
    YIELD,
    /** yield* of a generator that is not async: the caller of next() gets the value, a result object already. */
    DELEGATE,
    /** await: goes on when the value, a promise perhaps, is settled; the caller gets the function's own promise. */
    AWAIT;

    private static final SuspendKind[] BY_CODE = values();

    public static SuspendKind of(int code) {
        return BY_CODE[code];
    }
}
