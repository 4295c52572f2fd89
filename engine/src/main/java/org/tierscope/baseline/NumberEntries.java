package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.asm.Xmm.XMM1;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.ir.Intrinsic;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Questions about numbers, and parseInt, see {@link NativeEntries}. */
final class NumberEntries {
    private static final long EXPONENT = 0x7FF0_0000_0000_0000L;

    /** So many decimal digits fit an int32. */
    private static final int MAX_DIGITS = 9;

    private final Assembler asm;
    private final Label slow;

    NumberEntries(Assembler asm, Label slow) {
        this.asm = asm;
        this.slow = slow;
    }

    boolean emit(Intrinsic function) {
        switch (function) {
            case NUMBER_IS_INTEGER -> classify(true, false, this::isInteger);
            case NUMBER_IS_FINITE -> classify(true, false, this::isFinite);
            case NUMBER_IS_NAN -> classify(false, false, this::isNaN);
            case GLOBAL_IS_FINITE -> classify(true, true, this::isFinite);
            case GLOBAL_IS_NAN -> classify(false, true, this::isNaN);
            case GLOBAL_PARSE_INT -> parseInt();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What is said of int32; others than numbers are {@code false}, or converted by Java; rax = a double's bits for the rest. */
    private void classify(boolean ofInt, boolean converts, Runnable ofDouble) {
        Label isDouble = asm.label();
        Label number = asm.label();
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 0);
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.MOV, RAX, at(FP));
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jccShort(Cond.BELOW, isDouble);
        answer(ofInt);
        asm.bind(isDouble);
        asm.q(Op.TEST, RAX, INT_TAG);
        if (converts) {
            asm.jcc(Cond.ZERO, slow);
        } else {
            asm.jccShort(Cond.NOT_ZERO, number);
            answer(false);
        }
        asm.bind(number);
        asm.comment("adding the int tag subtracts the offset of doubles");
        asm.q(Op.ADD, RAX, INT_TAG);
        ofDouble.run();
    }

    /** Of a few decimal digits and nothing else, and of numbers that are int32 or whose integral part is one other than 0. */
    private void parseInt() {
        Label decimal = asm.label();
        Label noInt = asm.label();
        Label isDouble = asm.label();
        Label next = asm.label();
        Label done = asm.label();
        asm.d(Op.MOV, RCX, at(FP, Frame.ARGUMENT_COUNT));
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.CMP, RCX, 1);
        asm.jcc(Cond.EQUAL, decimal);
        asm.q(Op.MOV, RDX, at(FP, 8));
        asm.q(Op.CMP, RDX, Value.UNDEFINED);
        asm.jcc(Cond.EQUAL, decimal);
        asm.q(Op.MOV, RCX, Value.ofInt(10));
        asm.q(Op.CMP, RDX, RCX);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.bind(decimal);
        asm.q(Op.MOV, RAX, at(FP));
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jcc(Cond.BELOW, noInt);
        asm.op(Op.RET);
        asm.bind(noInt);
        asm.q(Op.TEST, RAX, INT_TAG);
        asm.jcc(Cond.NOT_ZERO, isDouble);
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.MOV, RSI, at(RAX, Layout.STRING_LENGTH));
        asm.q(Op.LEA, RCX, at(RSI, -1));
        asm.d(Op.CMP, RCX, MAX_DIGITS - 1);
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.XOR, RDX, RDX);
        asm.d(Op.XOR, RDI, RDI);
        asm.bind(next);
        asm.d(Op.MOVZX8, RCX, at(RAX, RDX, 1, Layout.STRING_DATA));
        asm.d(Op.SUB, RCX, '0');
        asm.d(Op.CMP, RCX, 9);
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.LEA, RDI, at(RDI, RDI, 4, 0));
        asm.q(Op.LEA, RDI, at(RCX, RDI, 2, 0));
        asm.d(Op.ADD, RDX, 1);
        asm.d(Op.CMP, RDX, RSI);
        asm.jcc(Cond.BELOW, next);
        asm.q(Op.MOV, RAX, RDI);
        asm.bind(done);
        asm.q(Op.OR, RAX, INT_TAG);
        asm.op(Op.RET);
        asm.bind(isDouble);
        asm.comment("adding the int tag subtracts the offset of doubles");
        asm.q(Op.ADD, RAX, INT_TAG);
        asm.op(Op.MOVQ, XMM0, RAX);
        asm.d(Op.CVTTSD2SI, RAX, XMM0);
        asm.comment("Integer.MIN_VALUE for all that is out of range; −0.5 gives −0");
        asm.q(Op.LEA, RCX, at(RAX, RAX, 1, 0));
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
        asm.jmp(done);
    }

    private void answer(boolean value) {
        asm.q(Op.MOV, RAX, Value.ofBoolean(value));
        asm.op(Op.RET);
    }

    private void answerIf(Cond condition) {
        asm.d(Op.MOV, RAX, 0);
        asm.set(condition, RAX);
        asm.d(Op.ADD, RAX, Value.FALSE);
        asm.op(Op.RET);
    }

    private void isInteger() {
        asm.op(Op.MOVQ, XMM0, RAX);
        asm.q(Op.CVTTSD2SI, RCX, XMM0);
        asm.comment("beyond 64 bits, infinite or not a number");
        asm.q(Op.CMP, RCX, 1);
        asm.jcc(Cond.OVERFLOW, slow);
        asm.op(Op.XORPS, XMM1, XMM1);
        asm.q(Op.CVTSI2SD, XMM1, RCX);
        asm.op(Op.UCOMISD, XMM0, XMM1);
        answerIf(Cond.EQUAL);
    }

    private void isFinite() {
        asm.q(Op.MOV, RDX, EXPONENT);
        asm.q(Op.AND, RAX, RDX);
        asm.q(Op.CMP, RAX, RDX);
        answerIf(Cond.NOT_EQUAL);
    }

    private void isNaN() {
        asm.q(Op.MOV, R8, Value.CANONICAL_NAN_BITS);
        asm.q(Op.CMP, RAX, R8);
        answerIf(Cond.EQUAL);
    }
}
