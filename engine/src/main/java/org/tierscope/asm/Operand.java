package org.tierscope.asm;

/** What an instruction works on. Its size comes from the instruction, never from the operand. */
public sealed interface Operand permits Reg, Xmm, Address, Imm {

    /** An immediate; checked against the instruction's width when it is emitted. */
    static Imm imm(long value) {
        return new Imm(value);
    }

    /** What this is for an instruction of {@code width}: a set of {@link Kind}'s bits, for the table to choose an encoding by. */
    int classes(Width width);
}
