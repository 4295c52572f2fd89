package org.tierscope.ir;

/** Says that a function will not be optimized, and why. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    public RefusedException(String function, Refusal refusal) {
        super((function.isEmpty() ? "an anonymous function" : function) + " " + refusal.meaning());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
