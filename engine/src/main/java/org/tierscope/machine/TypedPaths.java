package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.FastPaths.A;
import static org.tierscope.machine.FastPaths.finish;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import java.util.List;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Fast paths for elements of the typed array A at the index in r10, where code has seen too many kinds to know, see {@link FastPaths}. */
final class TypedPaths {
    private static final Reg INDEX = Reg.R10;
    private static final Reg DATA = Reg.R11;
    private static final Reg KIND = Reg.RDI;
    private static final Reg VALUE = Reg.RCX;
    private static final List<ElementsKind> BYTES = List.of(ElementsKind.UINT8, ElementsKind.UINT8_CLAMPED);

    private TypedPaths() {}

    /** A detached array has length 0. */
    private static void open(Assembler asm, Label slow) {
        asm.q(Op.CMP, INDEX, at(A, Layout.TYPED_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.q(Op.MOV, DATA, at(A, Layout.TYPED_DATA));
        asm.d(Op.MOVZX8, KIND, at(A, Layout.ELEMENTS_KIND));
    }

    private static Address element(int size) {
        return at(DATA, INDEX, size, 0);
    }

    /** Returns the element. */
    static void load(Assembler asm, Label slow) {
        Label box = asm.label();
        Label tag = asm.label();
        open(asm, slow);
        onKind(asm, ElementsKind.FLOAT64, box, () -> asm.op(Op.MOVSD, Xmm.XMM0, element(8)));
        for (ElementsKind kind : BYTES) {
            onKind(asm, kind, tag, () -> asm.d(Op.MOVZX8, Reg.RAX, element(1)));
        }
        onKind(asm, ElementsKind.INT32, tag, () -> asm.d(Op.MOV, Reg.RAX, element(4)));
        onKind(asm, ElementsKind.UINT16, tag, () -> asm.d(Op.MOVZX16, Reg.RAX, element(2)));
        onKind(asm, ElementsKind.INT16, tag, () -> asm.d(Op.MOVSX16, Reg.RAX, element(2)));
        onKind(asm, ElementsKind.INT8, tag, () -> asm.d(Op.MOVSX8, Reg.RAX, element(1)));
        onKind(asm, ElementsKind.FLOAT32, box, () -> {
            asm.op(Op.MOVSS, Xmm.XMM0, element(4));
            asm.op(Op.CVTSS2SD, Xmm.XMM0, Xmm.XMM0);
        });
        onKind(asm, ElementsKind.UINT32, box, () -> {
            asm.d(Op.MOV, Reg.RAX, element(4));
            asm.op(Op.XORPS, Xmm.XMM0, Xmm.XMM0);
            asm.q(Op.CVTSI2SD, Xmm.XMM0, Reg.RAX);
        });
        asm.jmp(slow);
        asm.bind(tag);
        asm.q(Op.OR, Reg.RAX, INT_TAG);
        asm.op(Op.RET);
        asm.bind(box);
        Label number = asm.label();
        asm.op(Op.UCOMISD, Xmm.XMM0, Xmm.XMM0);
        asm.jcc(Cond.NO_PARITY, number);
        finish(asm, Value.NAN);
        asm.bind(number);
        asm.op(Op.MOVQ, Reg.RAX, Xmm.XMM0);
        word(asm);
        asm.op(Op.RET);
    }

    /** rax = the word of the double whose bits it has and which is no NaN; overwrites rdi, r11 and two xmm registers. */
    static void word(Assembler asm) {
        Label asDouble = asm.label();
        Label done = asm.label();
        asm.op(Op.MOVQ, Xmm.XMM0, Reg.RAX);
        asm.d(Op.CVTTSD2SI, Reg.R11, Xmm.XMM0);
        asm.op(Op.XORPS, Xmm.XMM1, Xmm.XMM1);
        asm.d(Op.CVTSI2SD, Xmm.XMM1, Reg.R11);
        asm.op(Op.MOVQ, Reg.RDI, Xmm.XMM1);
        // The same bits, so not −0 either.
        asm.q(Op.CMP, Reg.RDI, Reg.RAX);
        asm.jcc(Cond.NOT_EQUAL, asDouble);
        asm.q(Op.MOV, Reg.RAX, INT_TAG);
        asm.q(Op.OR, Reg.RAX, Reg.R11);
        asm.jmp(done);
        asm.bind(asDouble);
        asm.q(Op.MOV, Reg.RDI, Value.DOUBLE_OFFSET);
        asm.q(Op.ADD, Reg.RAX, Reg.RDI);
        asm.bind(done);
    }

    /** Stores the number in rcx. */
    static void store(Assembler asm, Label slow) {
        Label done = asm.label();
        Label bits = asm.label();
        open(asm, slow);
        onKind(asm, ElementsKind.FLOAT64, done, () -> {
            number(asm, slow);
            asm.op(Op.MOVSD, element(8), Xmm.XMM0);
        });
        onKind(asm, ElementsKind.FLOAT32, done, () -> {
            number(asm, slow);
            asm.op(Op.CVTSD2SS, Xmm.XMM0, Xmm.XMM0);
            asm.op(Op.MOVSS, element(4), Xmm.XMM0);
        });
        onKind(asm, ElementsKind.UINT8_CLAMPED, done, () -> {
            asm.q(Op.CMP, VALUE, INT_TAG);
            asm.jcc(Cond.BELOW, slow);
            asm.d(Op.CMP, VALUE, 255);
            asm.jcc(Cond.ABOVE, slow);
            asm.b(Op.MOV, element(1), VALUE);
        });
        asm.d(Op.MOV, Reg.RAX, VALUE);
        asm.q(Op.CMP, VALUE, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, bits);
        FastPaths.toDouble(asm, Xmm.XMM0, VALUE, slow);
        asm.q(Op.CVTTSD2SI, Reg.RAX, Xmm.XMM0);
        asm.q(Op.CMP, Reg.RAX, 1);
        asm.jcc(Cond.OVERFLOW, slow);
        asm.bind(bits);
        for (ElementsKind kind : List.of(ElementsKind.UINT8, ElementsKind.INT8)) {
            onKind(asm, kind, done, () -> asm.b(Op.MOV, element(1), Reg.RAX));
        }
        for (ElementsKind kind : List.of(ElementsKind.INT32, ElementsKind.UINT32)) {
            onKind(asm, kind, done, () -> asm.d(Op.MOV, element(4), Reg.RAX));
        }
        for (ElementsKind kind : List.of(ElementsKind.INT16, ElementsKind.UINT16)) {
            onKind(asm, kind, done, () -> asm.w(Op.MOV, element(2), Reg.RAX));
        }
        asm.jmp(slow);
        asm.bind(done);
        finish(asm, Value.UNDEFINED);
    }

    /** xmm0 = the number in rcx, which is no NaN: typed arrays have the one that Java has. */
    private static void number(Assembler asm, Label slow) {
        FastPaths.toDouble(asm, Xmm.XMM0, VALUE, slow);
        asm.op(Op.UCOMISD, Xmm.XMM0, Xmm.XMM0);
        asm.jcc(Cond.PARITY, slow);
    }

    private static void onKind(Assembler asm, ElementsKind kind, Label then, Runnable access) {
        Label other = asm.label();
        asm.d(Op.CMP, KIND, kind.ordinal());
        asm.jcc(Cond.NOT_EQUAL, other);
        access.run();
        asm.jmp(then);
        asm.bind(other);
    }
}
