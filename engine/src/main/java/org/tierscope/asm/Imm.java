package org.tierscope.asm;

/** An immediate operand. */
public record Imm(long value) implements Operand {

    @Override
    public int classes(Width width) {
        int classes = Kind.WORD64;
        if (width.accepts(value)) {
            classes |= fitsSigned8(width.signExtend(value)) ? Kind.SIGNED8 | Kind.FULL : Kind.FULL;
        }
        if (fitsUnsigned32(value)) {
            classes |= value > 0xFF ? Kind.UNSIGNED32 : Kind.UNSIGNED32 | Kind.UNSIGNED8;
        }
        return value == 1 ? classes | Kind.IS_ONE : classes;
    }

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
