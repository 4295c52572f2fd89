package org.tierscope.asm;

/** Writes one instruction's bytes: prefixes, opcode, ModRM, SIB, displacement, immediate. */
final class Encoder {
    private static final int REX = 0x40;
    private static final int SIB_FOLLOWS = 4;
    private static final int NO_BASE = 5;

    private final CodeBuffer out;
    /** Where the last instruction's 32-bit displacement to a label stands, or −1. */
    private int labelDisplacement;

    Encoder(CodeBuffer out) {
        this.out = out;
    }

    /**
     * Appends an instruction.
     *
     * @return position of the four displacement bytes relative to RIP, to be filled in, or −1 when there are
     * none
     */
    int encode(Form form, Cond cond, Width width, Operand[] operands) {
        labelDisplacement = -1;
        Operand rm = form.rmIndex < 0 ? null : operands[form.rmIndex];
        int reg = form.extension >= 0 ? form.extension : form.regIndex < 0 ? 0 : number(operands[form.regIndex]);
        if (form.vex) {
            vexPrefix(form, width, reg, form.vvvvIndex < 0 ? 0 : number(operands[form.vvvvIndex]), rm);
            out.put8(form.opcode[form.opcode.length - 1]);
        } else {
            prefixes(form, width, reg, rm, operands);
            opcode(form, cond, width, rm);
        }
        if (form.modrm) {
            modrm(reg & 7, rm);
        }
        for (int i = 0; i < operands.length; i++) {
            if (operands[i] instanceof Imm immediate) {
                out.put(immediate.value(), form.kinds[i].immediateBytes(width));
            }
        }
        return labelDisplacement;
    }

    // Chains of instanceof, not switches: those are linked when they first run, and this runs before the JVM has warmed up.

    private static int number(Operand register) {
        return register instanceof Reg reg ? reg.ordinal() : ((Xmm) register).ordinal();
    }

    private void prefixes(Form form, Width width, int reg, Operand rm, Operand[] operands) {
        if (width == Width.W) {
            out.put8(0x66);
        }
        if (form.prefix != 0) {
            out.put8(form.prefix);
        }
        int rex = width == Width.Q || form.wide ? 8 : 0;
        rex |= reg >= 8 ? 4 : 0;
        rex |= extensionBits(rm);
        if (rex != 0 || namesRexByteRegister(form, width, operands)) {
            out.put8(REX | rex);
        }
    }

    /** The X and B bits: fourth bit of index, and of base or register. */
    private static int extensionBits(Operand rm) {
        if (rm instanceof Address a) {
            return (a.index() != null && a.index().high() ? 2 : 0) | (a.base() != null && a.base().high() ? 1 : 0);
        }
        return rm != null && number(rm) >= 8 ? 1 : 0;
    }

    private static boolean namesRexByteRegister(Form form, Width width, Operand[] operands) {
        for (int i = 0; i < operands.length; i++) {
            if (operands[i] instanceof Reg reg && reg.byteNeedsRex() && form.kinds[i].width(width) == Width.B) {
                return true;
            }
        }
        return false;
    }

    private void opcode(Form form, Cond cond, Width width, Operand rm) {
        int last = form.opcode.length - 1;
        for (int i = 0; i < last; i++) {
            out.put8(form.opcode[i]);
        }
        int code = form.opcode[last];
        if (form.registerInOpcode) {
            code += ((Reg) rm).low();
        }
        if (form.conditionInOpcode) {
            code += cond.ordinal();
        }
        if (width == Width.B) {
            code -= 1;
        }
        out.put8(code);
    }

    /**
     * VEX prefix, in two bytes where the manual allows it. The vector length bit stays 0 (scalar, 128 bits).
     */
    private void vexPrefix(Form form, Width width, int reg, int vvvv, Operand rm) {
        int pp = switch (form.prefix) {
            case 0x66 -> 1;
            case 0xF3 -> 2;
            case 0xF2 -> 3;
            default -> 0;
        };
        int map = form.opcode.length == 2 ? 1 : form.opcode[1] == 0x38 ? 2 : 3;
        int w = width == Width.Q || form.wide ? 0x80 : 0;
        int notR = reg >= 8 ? 0 : 0x80;
        int tail = (~vvvv & 15) << 3 | pp;
        int xb = extensionBits(rm);
        if (map == 1 && w == 0 && xb == 0) {
            out.put8(0xC5);
            out.put8(notR | tail);
        } else {
            out.put8(0xC4);
            out.put8(notR | (~xb & 3) << 5 | map);
            out.put8(w | tail);
        }
    }

    private void modrm(int reg, Operand rm) {
        if (rm instanceof Address address) {
            address(reg, address);
        } else {
            out.put8(0xC0 | reg << 3 | number(rm) & 7);
        }
    }

    private void address(int reg, Address a) {
        if (a.label() != null) {
            out.put8(reg << 3 | NO_BASE);
            labelDisplacement = out.size();
            out.put(a.disp(), 4);
        } else if (a.base() == null) {
            // with neither base nor index this is the absolute form; plain ModRM 101 would mean RIP
            out.put8(reg << 3 | SIB_FOLLOWS);
            out.put8(scaleBits(a) | indexBits(a) | NO_BASE);
            out.put(a.disp(), 4);
        } else {
            based(reg, a);
        }
    }

    private void based(int reg, Address a) {
        int base = a.base().low();
        // rbp and r13 without displacement are the encodings of "no base", so they take a zero one
        int dispBytes = a.disp() == 0 && base != NO_BASE ? 0 : Imm.fitsSigned8(a.disp()) ? 1 : 4;
        int mod = dispBytes == 0 ? 0 : dispBytes == 1 ? 0x40 : 0x80;
        if (a.index() != null || base == SIB_FOLLOWS) {
            out.put8(mod | reg << 3 | SIB_FOLLOWS);
            out.put8(scaleBits(a) | indexBits(a) | base);
        } else {
            out.put8(mod | reg << 3 | base);
        }
        out.put(a.disp(), dispBytes);
    }

    private static int scaleBits(Address a) {
        return a.index() == null ? 0 : Integer.numberOfTrailingZeros(a.scale()) << 6;
    }

    private static int indexBits(Address a) {
        return (a.index() == null ? SIB_FOLLOWS : a.index().low()) << 3;
    }
}
