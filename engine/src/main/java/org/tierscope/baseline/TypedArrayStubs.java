package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;

/** Stubs for elements of typed arrays; {@link BaselineStubs} says what each takes and gives. */
final class TypedArrayStubs {

    private TypedArrayStubs() {}

    static void load(Assembler asm) {
        Label miss = asm.label("miss");
        Label box = asm.label("box");
        data(asm, miss);
        onKind(asm, ElementsKind.INT8, () -> {
            asm.d(Op.MOVSX8, RAX, at(RSI, RDX, 1, 0));
            asm.q(Op.OR, RAX, INT_TAG);
        });
        for (ElementsKind kind : new ElementsKind[] {ElementsKind.UINT8, ElementsKind.UINT8_CLAMPED}) {
            onKind(asm, kind, () -> {
                asm.d(Op.MOVZX8, RAX, at(RSI, RDX, 1, 0));
                asm.q(Op.OR, RAX, INT_TAG);
            });
        }
        onKind(asm, ElementsKind.INT16, () -> {
            asm.d(Op.MOVSX16, RAX, at(RSI, RDX, 2, 0));
            asm.q(Op.OR, RAX, INT_TAG);
        });
        onKind(asm, ElementsKind.UINT16, () -> {
            asm.d(Op.MOVZX16, RAX, at(RSI, RDX, 2, 0));
            asm.q(Op.OR, RAX, INT_TAG);
        });
        onKind(asm, ElementsKind.INT32, () -> {
            asm.d(Op.MOV, RAX, at(RSI, RDX, 4, 0));
            asm.q(Op.OR, RAX, INT_TAG);
        });
        onKind(asm, ElementsKind.UINT32, () -> {
            asm.d(Op.MOV, RAX, at(RSI, RDX, 4, 0));
            asm.op(Op.XORPS, XMM0, XMM0);
            asm.q(Op.CVTSI2SD, XMM0, RAX);
            asm.jmp(box);
        });
        onKind(asm, ElementsKind.FLOAT32, () -> {
            asm.op(Op.MOVSS, XMM0, at(RSI, RDX, 4, 0));
            asm.op(Op.CVTSS2SD, XMM0, XMM0);
            asm.jmp(box);
        });
        onKind(asm, ElementsKind.FLOAT64, () -> {
            asm.op(Op.MOVSD, XMM0, at(RSI, RDX, 8, 0));
            asm.jmp(box);
        });
        asm.bind(miss);
        asm.d(Op.XOR, RAX, RAX);
        asm.op(Op.RET);
        asm.bind(box);
        ValueStubs.box(asm);
    }

    static void store(Assembler asm) {
        Label miss = asm.label("miss");
        data(asm, miss);
        onKind(asm, ElementsKind.FLOAT64, () -> {
            storedNumber(asm, miss);
            asm.op(Op.MOVSD, at(RSI, RDX, 8, 0), XMM0);
            asm.d(Op.MOV, RCX, 1);
        });
        onKind(asm, ElementsKind.FLOAT32, () -> {
            storedNumber(asm, miss);
            asm.op(Op.CVTSD2SS, XMM0, XMM0);
            asm.op(Op.MOVSS, at(RSI, RDX, 4, 0), XMM0);
            asm.d(Op.MOV, RCX, 1);
        });
        asm.q(Op.CMP, RDI, INT_TAG);
        asm.jcc(Cond.BELOW, miss);
        for (ElementsKind kind : new ElementsKind[] {ElementsKind.INT8, ElementsKind.UINT8}) {
            onKind(asm, kind, () -> {
                asm.b(Op.MOV, at(RSI, RDX, 1, 0), RDI);
                asm.d(Op.MOV, RCX, 1);
            });
        }
        for (ElementsKind kind : new ElementsKind[] {ElementsKind.INT16, ElementsKind.UINT16}) {
            onKind(asm, kind, () -> {
                asm.w(Op.MOV, at(RSI, RDX, 2, 0), RDI);
                asm.d(Op.MOV, RCX, 1);
            });
        }
        for (ElementsKind kind : new ElementsKind[] {ElementsKind.INT32, ElementsKind.UINT32}) {
            onKind(asm, kind, () -> {
                asm.d(Op.MOV, at(RSI, RDX, 4, 0), RDI);
                asm.d(Op.MOV, RCX, 1);
            });
        }
        onKind(asm, ElementsKind.UINT8_CLAMPED, () -> {
            asm.d(Op.CMP, RDI, 255);
            asm.jcc(Cond.ABOVE, miss);
            asm.b(Op.MOV, at(RSI, RDX, 1, 0), RDI);
            asm.d(Op.MOV, RCX, 1);
        });
        asm.bind(miss);
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.RET);
    }

    /** rsi = first element, rdx = index, checked; a detached array has length 0. */
    private static void data(Assembler asm, Label miss) {
        asm.q(Op.MOVSXD, RDX, RDX);
        asm.q(Op.CMP, RDX, at(RAX, Layout.TYPED_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, miss);
        asm.q(Op.MOV, RSI, at(RAX, Layout.TYPED_DATA));
    }

    /** The number in rdi → xmm0. */
    private static void storedNumber(Assembler asm, Label miss) {
        Label isInt = asm.label();
        Label done = asm.label();
        asm.q(Op.CMP, RDI, INT_TAG);
        asm.jccShort(Cond.ABOVE_EQUAL, isInt);
        asm.q(Op.TEST, RDI, INT_TAG);
        asm.jcc(Cond.ZERO, miss);
        asm.q(Op.LEA, R8, at(RDI, INT_TAG, 1, 0));
        asm.op(Op.MOVQ, XMM0, R8);
        asm.op(Op.UCOMISD, XMM0, XMM0);
        asm.jccShort(Cond.NO_PARITY, done);
        // Typed arrays have the NaN that Java has.
        asm.op(Op.MOVSD, XMM0, asm.literal(Double.doubleToLongBits(Double.NaN)));
        asm.jmpShort(done);
        asm.bind(isInt);
        asm.op(Op.XORPS, XMM0, XMM0);
        asm.d(Op.CVTSI2SD, XMM0, RDI);
        asm.bind(done);
    }

    /** Code for arrays of one elements kind (in cl), which then returns. */
    private static void onKind(Assembler asm, ElementsKind kind, Runnable body) {
        Label other = asm.label();
        asm.b(Op.CMP, RCX, kind.ordinal());
        asm.jcc(Cond.NOT_EQUAL, other);
        body.run();
        asm.op(Op.RET);
        asm.bind(other);
    }
}
