package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
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
import static org.tierscope.machine.MachineConvention.runtime;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.feedback.TypeBits;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Stubs about values and for calling the runtime; {@link BaselineStubs} says what each takes and gives. */
final class ValueStubs {

    private ValueStubs() {}

    static void execute(Assembler asm) {
        onFrame(asm, RuntimeFunction.EXECUTE);
    }

    static void takesJump(Assembler asm) {
        onFrame(asm, RuntimeFunction.TAKES_JUMP);
    }

    /** The runtime returns straight to the template, so the stub needs no native frame of its own. */
    private static void onFrame(Assembler asm, RuntimeFunction function) {
        asm.d(Op.MOV, at(FP, Frame.PC), RSI);
        asm.q(Op.MOV, RDI, FP);
        asm.op(Op.JMP, runtime(function));
    }

    static void numbers(Assembler asm) {
        Label none = asm.label();
        asm.d(Op.XOR, RCX, RCX);
        number(asm, RAX, XMM0, 0, none);
        number(asm, RDX, XMM1, 8, none);
        asm.op(Op.RET);
        asm.bind(none);
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.RET);
    }

    private static void number(Assembler asm, Reg value, Xmm target, int shift, Label none) {
        Label isDouble = asm.label();
        Label done = asm.label();
        asm.q(Op.CMP, value, INT_TAG);
        asm.jccShort(Cond.BELOW, isDouble);
        asm.op(Op.XORPS, target, target);
        asm.d(Op.CVTSI2SD, target, value);
        asm.d(Op.OR, RCX, TypeBits.INT32 << shift);
        asm.jmpShort(done);
        asm.bind(isDouble);
        asm.q(Op.TEST, value, INT_TAG);
        asm.jcc(Cond.ZERO, none);
        // adding the int tag subtracts the offset of doubles: the two are each other's negatives
        asm.q(Op.ADD, value, INT_TAG);
        asm.op(Op.MOVQ, target, value);
        asm.d(Op.OR, RCX, TypeBits.DOUBLE << shift);
        asm.bind(done);
    }

    static void box(Assembler asm) {
        Label isZero = asm.label();
        Label isInt = asm.label();
        Label isDouble = asm.label();
        Label isNan = asm.label();
        asm.d(Op.CVTTSD2SI, RAX, XMM0);
        asm.op(Op.XORPS, XMM1, XMM1);
        asm.d(Op.CVTSI2SD, XMM1, RAX);
        asm.op(Op.UCOMISD, XMM0, XMM1);
        asm.jccShort(Cond.PARITY, isNan);
        asm.jccShort(Cond.NOT_EQUAL, isDouble);
        asm.d(Op.TEST, RAX, RAX);
        asm.jccShort(Cond.ZERO, isZero);
        asm.bind(isInt);
        asm.d(Op.OR, RCX, TypeBits.INT32 << 16);
        asm.q(Op.OR, RAX, INT_TAG);
        asm.op(Op.RET);
        asm.bind(isZero);
        asm.op(Op.MOVQ, RDX, XMM0);
        asm.q(Op.TEST, RDX, RDX);
        asm.jcc(Cond.ZERO, isInt);
        asm.bind(isDouble);
        asm.d(Op.OR, RCX, TypeBits.DOUBLE << 16);
        asm.op(Op.MOVQ, RAX, XMM0);
        asm.q(Op.SUB, RAX, INT_TAG);
        asm.op(Op.RET);
        asm.bind(isNan);
        asm.d(Op.OR, RCX, TypeBits.DOUBLE << 16);
        asm.q(Op.MOV, RAX, Value.NAN);
        asm.op(Op.RET);
    }

    static void truthy(Assembler asm) {
        Label notInt = asm.label();
        Label constant = asm.label();
        Label no = asm.label();
        Label unknown = asm.label();
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jccShort(Cond.BELOW, notInt);
        asm.d(Op.TEST, RAX, RAX);
        asm.jccShort(Cond.ZERO, no);
        Label yes = asm.label();
        asm.bind(yes);
        asm.q(Op.MOV, RAX, Value.TRUE);
        asm.op(Op.RET);
        asm.bind(notInt);
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jccShort(Cond.NOT_ZERO, constant);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jccShort(Cond.BELOW, unknown);
        asm.b(Op.TEST, at(RAX, Layout.FLAGS), Layout.FLAG_UNDETECTABLE);
        asm.jcc(Cond.ZERO, yes);
        asm.bind(no);
        asm.q(Op.MOV, RAX, Value.FALSE);
        asm.op(Op.RET);
        asm.bind(constant);
        asm.q(Op.TEST, RAX, INT_TAG);
        asm.jccShort(Cond.NOT_ZERO, unknown);
        asm.q(Op.CMP, RAX, Value.TRUE);
        asm.jcc(Cond.EQUAL, yes);
        asm.jmp(no);
        asm.bind(unknown);
        asm.d(Op.XOR, RAX, RAX);
        asm.op(Op.RET);
    }

    /** Decides all but two different numbers, and strings or bigints that may have equal content. */
    static void strictEqual(Assembler asm) {
        equal(asm, false);
    }

    /** The same for loose equality, which converts operands of different types: those are left to the runtime. */
    static void looseEqual(Assembler asm) {
        equal(asm, true);
    }

    private static void equal(Assembler asm, boolean loose) {
        Label typeBits = asm.label("typeBits");
        Label differ = asm.label("differ");
        Label sameType = asm.label("sameType");
        Label no = asm.label("no");
        Label unknown = asm.label("unknown");
        Label yes = asm.label("yes");
        asm.q(Op.MOV, RDI, RAX);
        asm.call(typeBits);
        asm.d(Op.MOV, R8, RCX);
        asm.q(Op.MOV, RDI, RDX);
        asm.call(typeBits);
        asm.q(Op.CMP, RAX, RDX);
        asm.jccShort(Cond.NOT_EQUAL, differ);
        asm.comment("a double may be NaN");
        asm.d(Op.TEST, R8, TypeBits.DOUBLE);
        asm.jcc(Cond.NOT_ZERO, unknown);
        asm.bind(yes);
        asm.q(Op.MOV, RAX, Value.TRUE);
        record(asm);

        asm.bind(differ);
        asm.d(Op.CMP, R8, RCX);
        asm.jccShort(Cond.EQUAL, sameType);
        if (loose) {
            asm.jmp(unknown);
        } else {
            asm.d(Op.MOV, R9, R8);
            asm.d(Op.OR, R9, RCX);
            asm.d(Op.CMP, R9, TypeBits.NUMBER);
            asm.jcc(Cond.EQUAL, unknown);
        }
        asm.bind(no);
        asm.q(Op.MOV, RAX, Value.FALSE);
        record(asm);

        asm.bind(sameType);
        if (loose) {
            asm.d(Op.TEST, R8, TypeBits.NULLISH);
            asm.jcc(Cond.NOT_ZERO, yes);
            objectsThatMayBeNullish(asm, unknown);
        }
        asm.d(Op.TEST, R8, TypeBits.DOUBLE | TypeBits.BIGINT);
        asm.jcc(Cond.NOT_ZERO, unknown);
        asm.d(Op.TEST, R8, TypeBits.STRING);
        asm.jcc(Cond.ZERO, no);
        asm.b(Op.TEST, at(RAX, Layout.FLAGS), Layout.FLAG_INTERNED);
        asm.jcc(Cond.ZERO, unknown);
        asm.b(Op.TEST, at(RDX, Layout.FLAGS), Layout.FLAG_INTERNED);
        asm.jcc(Cond.NOT_ZERO, no);
        asm.bind(unknown);
        asm.d(Op.XOR, RAX, RAX);
        asm.op(Op.RET);
        asm.bind(typeBits);
        typeBits(asm);
    }

    private static void objectsThatMayBeNullish(Assembler asm, Label unknown) {
        Label others = asm.label();
        asm.d(Op.TEST, R8, TypeBits.OBJECT);
        asm.jccShort(Cond.ZERO, others);
        asm.b(Op.TEST, at(RAX, Layout.FLAGS), Layout.FLAG_UNDETECTABLE);
        asm.jcc(Cond.NOT_ZERO, unknown);
        asm.bind(others);
    }

    static void concatenates(Assembler asm) {
        Label no = asm.label();
        asm.d(Op.MOV, RCX, TypeBits.STRING << 16);
        stringOrInt(asm, RAX, 0, no);
        stringOrInt(asm, RDX, 8, no);
        asm.d(Op.OR, at(RSI), RCX);
        asm.d(Op.MOV, RCX, 1);
        asm.op(Op.RET);
        asm.bind(no);
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.RET);
    }

    /** Adds the word's TypeBits to ecx. */
    private static void stringOrInt(Assembler asm, Reg word, int shift, Label otherwise) {
        Label isInt = asm.label();
        Label done = asm.label();
        asm.q(Op.CMP, word, INT_TAG);
        asm.jccShort(Cond.ABOVE_EQUAL, isInt);
        requireString(asm, word, otherwise);
        asm.d(Op.OR, RCX, TypeBits.STRING << shift);
        asm.jmpShort(done);
        asm.bind(isInt);
        asm.d(Op.OR, RCX, TypeBits.INT32 << shift);
        asm.bind(done);
    }

    private static void requireString(Assembler asm, Reg word, Label otherwise) {
        asm.q(Op.TEST, word, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, otherwise);
        asm.b(Op.CMP, at(word, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.ABOVE, otherwise);
    }

    static void bothStrings(Assembler asm) {
        Label no = asm.label();
        requireString(asm, RAX, no);
        requireString(asm, RDX, no);
        asm.w(Op.OR, at(RSI), TypeBits.STRING | TypeBits.STRING << 8);
        asm.d(Op.MOV, RCX, 1);
        asm.op(Op.RET);
        asm.bind(no);
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.RET);
    }

    /** Adds r8 (left) and ecx (right) to the slot at rsi, and returns. */
    private static void record(Assembler asm) {
        asm.b(Op.OR, at(RSI, 0), R8);
        asm.b(Op.OR, at(RSI, 1), RCX);
        asm.op(Op.RET);
    }

    /** rdi = value → ecx = its TypeBits. */
    private static void typeBits(Assembler asm) {
        Label constant = asm.label();
        Label cell = asm.label();
        asm.d(Op.MOV, RCX, TypeBits.INT32);
        asm.q(Op.CMP, RDI, INT_TAG);
        asm.jccShort(Cond.BELOW, constant);
        asm.op(Op.RET);
        asm.bind(constant);
        asm.d(Op.MOV, RCX, TypeBits.DOUBLE);
        asm.q(Op.TEST, RDI, INT_TAG);
        Label notNumber = asm.label();
        asm.jccShort(Cond.ZERO, notNumber);
        asm.op(Op.RET);
        asm.bind(notNumber);
        asm.q(Op.TEST, RDI, NOT_CELL_MASK);
        asm.jccShort(Cond.ZERO, cell);
        returnIf(asm, TypeBits.BOOLEAN, () -> {
            asm.q(Op.MOV, R9, RDI);
            asm.q(Op.AND, R9, ~1L);
            asm.q(Op.CMP, R9, Value.FALSE);
        }, Cond.EQUAL);
        asm.d(Op.MOV, RCX, TypeBits.NULLISH);
        asm.op(Op.RET);
        asm.bind(cell);
        asm.d(Op.MOVZX8, R9, at(RDI, Layout.CELL_TYPE));
        returnIf(asm, TypeBits.OBJECT, () -> asm.d(Op.CMP, R9, CellType.OBJECT.code()), Cond.ABOVE_EQUAL);
        returnIf(asm, TypeBits.SYMBOL, () -> asm.d(Op.CMP, R9, CellType.SYMBOL.code()), Cond.EQUAL);
        returnIf(asm, TypeBits.BIGINT, () -> asm.d(Op.CMP, R9, CellType.BIGINT.code()), Cond.EQUAL);
        asm.d(Op.MOV, RCX, TypeBits.STRING);
        asm.op(Op.RET);
    }

    private static void returnIf(Assembler asm, int typeBits, Runnable compare, Cond cond) {
        Label otherwise = asm.label();
        asm.d(Op.MOV, RCX, typeBits);
        compare.run();
        asm.jccShort(cond.negate(), otherwise);
        asm.op(Op.RET);
        asm.bind(otherwise);
    }
}
