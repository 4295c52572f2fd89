package org.tierscope.asm;

/** An immediate operand. */
public record Imm(long value) implements Operand {

    static boolean fitsSigned8(long value) {
        return value == (byte) value;
    }

    static boolean fitsSigned32(long value) {
        return value == (int) value;
    }

    static boolean fitsUnsigned32(long value) {
        return value >>> 32 == 0;
    }
}
