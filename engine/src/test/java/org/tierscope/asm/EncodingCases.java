package org.tierscope.asm;

import static org.tierscope.asm.Reg.R12;
import static org.tierscope.asm.Reg.R13;
import static org.tierscope.asm.Reg.R14;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RBP;
import static org.tierscope.asm.Reg.RBX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Reg.RSP;
import static org.tierscope.asm.Xmm.XMM1;
import static org.tierscope.asm.Xmm.XMM12;
import static org.tierscope.asm.Xmm.XMM15;
import static org.tierscope.asm.Xmm.XMM5;
import static org.tierscope.asm.Xmm.XMM8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Every encoding in the table, at every width it has, with every class of operand that the encoding treats in
 * its own way: one operand runs through its list while the others stay.
 */
final class EncodingCases {
    /** Where the label of RIP-relative operands is bound: this many bytes behind the instruction. */
    static final int LABEL_DISTANCE = 0x1234;

    record Case(Op op, Cond cond, Width width, Operand[] operands) {
        private static final String LABEL = "target";

        /** Bytes of this instruction alone, and its listing text with a number in the place of the label. */
        Encoded encode() {
            Assembler asm = Assembler.listing(CpuFeatures.all(), Symbols.NONE);
            Operand[] actual = operands.clone();
            Label label = asm.label(LABEL);
            for (int i = 0; i < actual.length; i++) {
                if (actual[i] instanceof Address(_, _, _, _, Label used) && used != null) {
                    actual[i] = Address.rip(label);
                }
            }
            asm.emit(op, cond, width, actual);
            int length = asm.position();
            asm.nop(LABEL_DISTANCE);
            asm.bind(label);
            AssembledCode code = asm.finish();
            String hex = HexFormat.of().formatHex(code.bytesAt(0), 0, length);
            String text = code.listing().lines().getFirst().text();
            return new Encoded(hex, text.replace(LABEL, IntelText.hex(LABEL_DISTANCE)), bits());
        }

        private int bits() {
            return width == Width.NONE ? 64 : width.bytes * 8;
        }
    }

    record Encoded(String hex, String text, int immediateBits) {
    }

    private static final List<Operand> GENERAL = List.of(RAX, RBX, RSP, RBP, RSI, R8, R12, R13);
    private static final List<Operand> SSE = List.of(XMM1, XMM5, XMM8, XMM12, XMM15);
    private static final List<Operand> MEMORY = List.of(
            Address.at(RAX),
            Address.at(RSP),
            Address.at(R12, 0x18),
            Address.at(RBP),
            Address.at(R13),
            Address.at(R13, -0x80),
            Address.at(RBX, 0x7f),
            Address.at(R8, 0x80),
            Address.at(RSP, -0x81),
            Address.at(RBX, RSI, 8, 0),
            Address.at(RBP, R12, 1, 0),
            Address.at(R9, R14, 4, 0x12345678),
            Address.scaled(RCX, 2, 0),
            Address.absolute(0x1234),
            Address.rip(Label.external("replaced", 0)));

    private EncodingCases() {
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (Op op : Op.values()) {
            for (Form form : op.forms) {
                for (Width width : Width.values()) {
                    if (form.hasWidth(width)) {
                        add(cases, op, form, width);
                    }
                }
            }
        }
        return cases;
    }

    private static void add(List<Case> cases, Op op, Form form, Width width) {
        for (Cond cond : form.conditionInOpcode ? Cond.values() : new Cond[] {null}) {
            Operand[] usual = new Operand[form.kinds.length];
            for (int i = 0; i < usual.length; i++) {
                usual[i] = choices(form.kinds[i], width).getFirst();
            }
            boolean plain = cond == null || cond == Cond.LESS;
            if (usual.length == 0 || !plain) {
                cases.add(new Case(op, cond, width, usual));
                continue;
            }
            for (int i = 0; i < usual.length; i++) {
                for (Operand choice : choices(form.kinds[i], width)) {
                    Operand[] operands = usual.clone();
                    operands[i] = choice;
                    // an earlier form may be the shorter encoding of the same operands
                    if (op.formFor(width, operands) == form) {
                        cases.add(new Case(op, cond, width, operands));
                    }
                }
            }
        }
    }

    private static List<Operand> choices(Kind kind, Width width) {
        List<Operand> choices = new ArrayList<>();
        if (kind == Kind.CL) {
            return List.of(RCX);
        }
        if ((kind.classes & Kind.GENERAL) != 0) {
            choices.addAll(GENERAL);
        }
        if ((kind.classes & Kind.SSE) != 0) {
            choices.addAll(SSE);
        }
        if (kind.memory()) {
            choices.addAll(MEMORY);
        }
        choices.addAll(switch (kind) {
            case I8 -> immediates(-0x80, 5, -1, 0x7f);
            case I -> switch (width) {
                case B -> immediates(0x12, -0x80, 0xff);
                case W -> immediates(0x1234, -0x8000, 0xff00, 0x80);
                case D -> immediates(0x12345678, 0x80, -0x8000_0000L, 0xff00_0000L);
                case Q, NONE -> immediates(0x12345678, 0x80, -0x81, -0x8000_0000L, 0x7fff_ffff);
            };
            case U8 -> immediates(7, 0, 31, 200);
            case U32 -> immediates(0x8000_0000L, 0, 0xffff_ffffL);
            case I64 -> immediates(0x1234_5678_9abc_def0L, Long.MIN_VALUE, 0x1_0000_0000L, -0x8000_0001L);
            case ONE -> immediates(1);
            default -> List.<Operand>of();
        });
        return choices;
    }

    private static List<Operand> immediates(long... values) {
        List<Operand> operands = new ArrayList<>();
        for (long value : values) {
            operands.add(new Imm(value));
        }
        return operands;
    }
}
