package org.tierscope.ir;

/**
 * Double functions with no faster form, called as leaf routines; each is the {@code Math} function of its
 * name.
 */
public enum MathFunction {
    /** The remainder operator on doubles (exact, sign of the dividend). */
    MOD(2),
    POW(2),
    ATAN2(2),
    HYPOT(2),
    SIN(1),
    COS(1),
    TAN(1),
    ASIN(1),
    ACOS(1),
    ATAN(1),
    SINH(1),
    COSH(1),
    TANH(1),
    EXP(1),
    EXPM1(1),
    LOG(1),
    LOG2(1),
    LOG10(1),
    LOG1P(1),
    CBRT(1),
    SIGN(1),
    FROUND(1);

    private final int arity;

    MathFunction(int arity) {
        this.arity = arity;
    }

    public int arity() {
        return arity;
    }
}
