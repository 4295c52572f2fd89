package org.tierscope.asm;

/** Condition codes of jcc, setcc and cmovcc; the ordinal is the hardware code. */
public enum Cond {
    OVERFLOW("o"), NO_OVERFLOW("no"),
    BELOW("b"), ABOVE_EQUAL("ae"),
    EQUAL("e"), NOT_EQUAL("ne"),
    BELOW_EQUAL("be"), ABOVE("a"),
    SIGN("s"), NO_SIGN("ns"),
    PARITY("p"), NO_PARITY("np"),
    LESS("l"), GREATER_EQUAL("ge"),
    LESS_EQUAL("le"), GREATER("g");

    /** Other names that read better after an instruction that is not a comparison. */
    public static final Cond ZERO = EQUAL;
    public static final Cond NOT_ZERO = NOT_EQUAL;
    public static final Cond CARRY = BELOW;
    public static final Cond NO_CARRY = ABOVE_EQUAL;

    private static final Cond[] ALL = values();

    /** What follows {@code j}, {@code set} or {@code cmov} in the mnemonic. */
    public final String suffix;
    /** Mnemonic of the conditional jump. */
    final String jump;

    Cond(String suffix) {
        this.suffix = suffix;
        this.jump = "j" + suffix;
    }

    /** The condition that holds exactly when this one does not. */
    public Cond negate() {
        return ALL[ordinal() ^ 1];
    }

    /** The condition that holds for (b, a) exactly when this one holds for (a, b) after {@code cmp a, b}. */
    public Cond swapOperands() {
        return switch (this) {
            case BELOW -> ABOVE;
            case ABOVE -> BELOW;
            case BELOW_EQUAL -> ABOVE_EQUAL;
            case ABOVE_EQUAL -> BELOW_EQUAL;
            case LESS -> GREATER;
            case GREATER -> LESS;
            case LESS_EQUAL -> GREATER_EQUAL;
            case GREATER_EQUAL -> LESS_EQUAL;
            case EQUAL, NOT_EQUAL -> this;
            case OVERFLOW, NO_OVERFLOW, SIGN, NO_SIGN, PARITY, NO_PARITY ->
                    throw new IllegalArgumentException(this + " says nothing about an order of operands");
        };
    }
}
