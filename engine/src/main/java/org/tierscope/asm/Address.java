package org.tierscope.asm;

/**
 * A memory operand: {@code [base + index*scale + disp]}, an absolute 32-bit address, or a label relative to
 * RIP.
 *
 * @param base  register, or null
 * @param index register, or null; never RSP, which the encoding has no room for
 * @param scale 1, 2, 4 or 8
 * @param disp  bytes, sign-extended from 32 bits
 * @param label when not null, the operand is {@code [rip + label + disp]} and has no registers
 */
public record Address(Reg base, Reg index, int scale, int disp, Label label) implements Operand {

    public Address {
        if (index == Reg.RSP) {
            throw new IllegalArgumentException("rsp cannot be an index register");
        }
        if (scale != 1 && scale != 2 && scale != 4 && scale != 8) {
            throw new IllegalArgumentException("scale must be 1, 2, 4 or 8, not " + scale);
        }
        if (label != null && (base != null || index != null)) {
            throw new IllegalArgumentException("an address relative to rip has no registers");
        }
    }

    /** {@code [base]}. */
    public static Address at(Reg base) {
        return at(base, 0);
    }

    /** {@code [base + disp]}. */
    public static Address at(Reg base, long disp) {
        return new Address(base, null, 1, checked(disp), null);
    }

    /** {@code [base + index*scale + disp]}. */
    public static Address at(Reg base, Reg index, int scale, long disp) {
        return new Address(base, index, scale, checked(disp), null);
    }

    /** {@code [index*scale + disp]}. */
    public static Address scaled(Reg index, int scale, long disp) {
        return new Address(null, index, scale, checked(disp), null);
    }

    /** An address in the lowest or highest 2 GB of the address space. */
    public static Address absolute(long address) {
        return new Address(null, null, 1, checked(address), null);
    }

    /** {@code [rip + label]}: data or code near the instruction. */
    public static Address rip(Label label) {
        return new Address(null, null, 1, 0, label);
    }

    /** The same address, {@code bytes} further on. */
    public Address plus(long bytes) {
        return new Address(base, index, scale, checked(disp + bytes), label);
    }

    @Override
    public int classes(Width width) {
        return Kind.MEMORY;
    }

    private static int checked(long disp) {
        if (!Imm.fitsSigned32(disp)) {
            throw new IllegalArgumentException(
                    "displacement " + IntelText.hex(disp) + " does not fit into 32 bits, sign-extended");
        }
        return (int) disp;
    }
}
