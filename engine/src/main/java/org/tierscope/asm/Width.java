package org.tierscope.asm;

/** Size of the general-purpose operands of an instruction, by Intel's letters. */
public enum Width {
    /** Byte, 8 bits. */
    B(1, "byte"),
    /** Word, 16 bits. */
    W(2, "word"),
    /** Doubleword, 32 bits; writing a register clears its upper half. */
    D(4, "dword"),
    /** Quadword, 64 bits. */
    Q(8, "qword"),
    /** The instruction has one size only (SSE, jumps, stack). */
    NONE(0, "");

    final int bytes;
    final String keyword;

    Width(int bytes, String keyword) {
        this.bytes = bytes;
        this.keyword = keyword;
    }

    /** The value that an operand of this width holds after {@code value} is cut to it, sign-extended. */
    long signExtend(long value) {
        return switch (this) {
            case B -> (byte) value;
            case W -> (short) value;
            case D -> (int) value;
            case Q, NONE -> value;
        };
    }

    /** Whether {@code value}, read as signed or as unsigned, is encodable in an immediate of this width. */
    boolean accepts(long value) {
        return switch (this) {
            case B -> value >= Byte.MIN_VALUE && value <= 0xFF;
            case W -> value >= Short.MIN_VALUE && value <= 0xFFFF;
            case D -> value >= Integer.MIN_VALUE && value <= 0xFFFF_FFFFL;
            case Q, NONE -> Imm.fitsSigned32(value);
        };
    }
}
