package org.tierscope.asm;

/** The 16 general-purpose registers; the ordinal is the hardware number. */
public enum Reg implements Operand {
    RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15;

    private static final String[] LEGACY = {"ax", "cx", "dx", "bx", "sp", "bp", "si", "di"};

    @Override
    public int classes(Width width) {
        return this == RCX ? Kind.GENERAL | Kind.COUNT : Kind.GENERAL;
    }

    /** Low three bits of the number, as in ModRM, SIB and opcode fields. */
    int low() {
        return ordinal() & 7;
    }

    /** Whether the number needs its fourth bit in a REX or VEX prefix. */
    boolean high() {
        return ordinal() >= 8;
    }

    /** Whether the 8-bit name (spl, bpl, sil, dil) exists only under a REX prefix. */
    boolean byteNeedsRex() {
        return ordinal() >= 4 && ordinal() < 8;
    }

    /** The name as Intel writes it for an operand of that width: {@code al}, {@code ax}, {@code eax}, … */
    public String name(Width width) {
        int n = ordinal();
        if (n >= 8) {
            return "r" + n + switch (width) {
                case B -> "b";
                case W -> "w";
                case D -> "d";
                case Q, NONE -> "";
            };
        }
        return switch (width) {
            case B -> n < 4 ? LEGACY[n].charAt(0) + "l" : LEGACY[n] + "l";
            case W -> LEGACY[n];
            case D -> "e" + LEGACY[n];
            case Q, NONE -> "r" + LEGACY[n];
        };
    }
}
