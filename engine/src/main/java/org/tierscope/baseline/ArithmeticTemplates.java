package org.tierscope.baseline;

import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.asm.Xmm.XMM1;
import static org.tierscope.asm.Xmm.XMM2;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Imm;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.TypeBits;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Value;

/**
 * d = a op b on numbers. The straight path is for two int32; out of line follow doubles and whatever int32
 * arithmetic overflows into; all else is the runtime's. Operands are in rax and rdx.
 */
final class ArithmeticTemplates {
    private static final int INTS = TypeBits.INT32 | TypeBits.INT32 << 8 | TypeBits.INT32 << 16;

    private final Emitter e;
    private final Assembler asm;

    ArithmeticTemplates(Emitter emitter) {
        e = emitter;
        asm = emitter.asm;
    }

    private boolean rightIsImmediate() {
        return switch (e.opcode()) {
            case ADD_INT, SUB_INT, MUL_INT, BIT_AND_INT, BIT_OR_INT, SHL_INT, SHR_INT, USHR_INT -> true;
            default -> false;
        };
    }

    /** The right operand of unary forms: 1 or −1; 0 for other forms. */
    private int impliedRight() {
        return switch (e.opcode()) {
            case INC, DEC -> 1;
            case NEG -> -1;
            default -> 0;
        };
    }

    /** Whether the instruction, not a register, gives the right operand. */
    private boolean rightIsConstant() {
        return rightIsImmediate() || impliedRight() != 0;
    }

    /** The right operand as the source of an instruction. */
    private Operand right() {
        if (rightIsImmediate()) {
            return e.immediate(3);
        }
        return impliedRight() == 0 ? RDX : Operand.imm(impliedRight());
    }

    /** rax and rdx = the operands. */
    private void operands() {
        e.load(RAX, 2);
        if (rightIsImmediate()) {
            e.loadInt(RDX, 3);
        } else if (impliedRight() != 0) {
            asm.q(Op.MOV, RDX, Value.ofInt(impliedRight()));
        } else {
            e.load(RDX, 3);
        }
    }

    /**
     * rax and, unless it is constant, rdx = the operands; goes to {@code otherwise} unless they are int32.
     */
    private void ints(Label otherwise) {
        e.load(RAX, 2);
        if (!rightIsConstant()) {
            e.load(RDX, 3);
        }
        requireInts(otherwise);
    }

    /** eax = eax op right operand. */
    private void onInts(Op op) {
        Operand right = right();
        if (op == Op.IMUL && right instanceof Imm) {
            asm.d(op, RAX, RAX, right);
        } else {
            asm.d(op, RAX, right);
        }
    }

    private void requireInts(Label otherwise) {
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jcc(Cond.BELOW, otherwise);
        if (!rightIsConstant()) {
            asm.q(Op.CMP, RDX, INT_TAG);
            asm.jcc(Cond.BELOW, otherwise);
        }
    }

    /** The int32 in eax is the result of two int32. */
    private void finishInt() {
        asm.q(Op.OR, RAX, INT_TAG);
        asm.d(Op.OR, e.feedback(0), INTS);
        e.store(1, RAX);
    }

    // ---- + - * and what is made of them ----

    /** ADD, SUB, MUL, their immediate forms, INC, DEC, NEG (which is a multiplication by −1). */
    private void overflowing(Op intOp, Op doubleOp) {
        Label doubles = asm.label();
        ints(doubles);
        onInts(intOp);
        asm.jcc(Cond.OVERFLOW, doubles);
        if (intOp == Op.IMUL) {
            asm.comment("a zero may be -0");
            asm.d(Op.TEST, RAX, RAX);
            asm.jcc(Cond.ZERO, doubles);
        }
        finishInt();
        Label slow = e.slow();
        Label others = e.opcode() == Opcode.ADD ? asm.label() : slow;
        e.later(() -> {
            asm.bind(doubles);
            operands();
            doubles(doubleOp, others);
            e.goOn();
            if (others != slow) {
                asm.bind(others);
                concatenate(slow);
            }
        });
    }

    /** DIV: in doubles at once, since the quotient of two int32 seldom is one. */
    private void divide() {
        operands();
        doubles(Op.DIVSD, e.slow());
    }

    /** ADD where one operand is a string and the other a string or an int32; others are {@code slow}. */
    private void concatenate(Label slow) {
        e.load(RAX, 2);
        e.load(RDX, 3);
        asm.q(Op.LEA, RSI, e.feedback(0));
        asm.call(e.stubs.concatenates());
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
        e.operation(RuntimeFunction.ADD, 2, 3);
        e.store(1, RAX);
        e.goOn();
    }

    private void doubles(Op op, Label slow) {
        asm.call(e.stubs.numbers());
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
        asm.op(op, XMM0, XMM1);
        asm.call(e.stubs.box());
        asm.d(Op.OR, e.feedback(0), RCX);
        e.store(1, RAX);
    }

    /** MOD of int32 by a positive int32; out of line of any two integers; a zero that may be −0 is the runtime's. */
    private void remainder() {
        Label slow = e.slow();
        Label doubles = asm.label();
        Label nonZero = asm.label();
        ints(doubles);
        asm.d(Op.MOV, RCX, RDX);
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.LESS_EQUAL, slow);
        asm.op(Op.CDQ);
        asm.d(Op.IDIV, RCX);
        asm.d(Op.TEST, RDX, RDX);
        asm.jccShort(Cond.NOT_ZERO, nonZero);
        asm.d(Op.CMP, e.register(2), 0);
        asm.jcc(Cond.LESS, slow);
        asm.bind(nonZero);
        asm.d(Op.MOV, RAX, RDX);
        finishInt();
        e.later(() -> {
            asm.bind(doubles);
            remainderOfDoubles(slow);
            e.goOn();
        });
    }

    /** The remainder of doubles is exact, so for integers within 64 bits it is that of integer division. */
    private void remainderOfDoubles(Label slow) {
        operands();
        asm.call(e.stubs.numbers());
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.MOV, R8, RCX);
        exactInteger(RAX, XMM0, slow);
        exactInteger(RCX, XMM1, slow);
        asm.q(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
        asm.op(Op.CQO);
        asm.q(Op.IDIV, RCX);
        asm.q(Op.TEST, RDX, RDX);
        asm.jcc(Cond.ZERO, slow);
        asm.op(Op.XORPS, XMM0, XMM0);
        asm.q(Op.CVTSI2SD, XMM0, RDX);
        asm.d(Op.MOV, RCX, R8);
        asm.call(e.stubs.box());
        asm.d(Op.OR, e.feedback(0), RCX);
        e.store(1, RAX);
    }

    /** {@code target} = the integer that the double is, above −2^63. */
    private void exactInteger(Reg target, Xmm source, Label otherwise) {
        asm.q(Op.CVTTSD2SI, target, source);
        asm.q(Op.CMP, target, 1);
        asm.jcc(Cond.OVERFLOW, otherwise);
        asm.op(Op.XORPS, XMM2, XMM2);
        asm.q(Op.CVTSI2SD, XMM2, target);
        asm.op(Op.UCOMISD, XMM2, source);
        asm.jcc(Cond.NOT_EQUAL, otherwise);
        asm.jcc(Cond.PARITY, otherwise);
    }

    // ---- bits ----

    private void bitwise(Op op) {
        Label doubles = asm.label();
        ints(doubles);
        onInts(op);
        finishInt();
        truncated(doubles, () -> asm.d(op, RAX, RDX));
    }

    private void shift(Op op) {
        Label doubles = asm.label();
        ints(doubles);
        Label slow = e.slow();
        shiftBy(op, slow);
        finishInt();
        truncated(doubles, () -> shiftBy(op, slow));
    }

    /** Shift counts are taken modulo 32, by the processor as by the language. */
    private void shiftBy(Op op, Label slow) {
        if (right() instanceof Imm(long count)) {
            asm.d(op, RAX, count & 31);
        } else {
            asm.d(Op.MOV, RCX, right());
            asm.d(op, RAX, RCX);
        }
        if (op == Op.SHR) {
            asm.comment("an unsigned result beyond int32");
            asm.d(Op.TEST, RAX, RAX);
            asm.jcc(Cond.SIGN, slow);
        }
    }

    private void not() {
        Label slow = e.slow();
        e.load(RAX, 2);
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.NOT, RAX);
        finishInt();
    }

    /**
     * The operands as numbers, of which at least one is a double: ToInt32 of each (within ±2^63), then the
     * operation.
     */
    private void truncated(Label doubles, Runnable operation) {
        Label slow = e.slow();
        e.later(() -> {
            asm.bind(doubles);
            operands();
            asm.call(e.stubs.numbers());
            asm.d(Op.TEST, RCX, RCX);
            asm.jcc(Cond.ZERO, slow);
            asm.q(Op.CVTTSD2SI, RAX, XMM0);
            asm.q(Op.CMP, RAX, 1);
            asm.jcc(Cond.OVERFLOW, slow);
            asm.q(Op.CVTTSD2SI, RDX, XMM1);
            asm.q(Op.CMP, RDX, 1);
            asm.jcc(Cond.OVERFLOW, slow);
            asm.d(Op.OR, RCX, TypeBits.INT32 << 16);
            asm.d(Op.OR, e.feedback(0), RCX);
            operation.run();
            asm.q(Op.OR, RAX, INT_TAG);
            e.store(1, RAX);
            e.goOn();
        });
    }

    /** TO_NUMBER, TO_NUMERIC. */
    private void toNumber() {
        Label slow = e.slow();
        Label isInt = asm.label();
        Label done = asm.label();
        e.load(RAX, 2);
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jccShort(Cond.ABOVE_EQUAL, isInt);
        asm.q(Op.TEST, RAX, INT_TAG);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.OR, e.feedback(0), TypeBits.DOUBLE | TypeBits.DOUBLE << 16);
        asm.jmp(done);
        asm.bind(isInt);
        asm.d(Op.OR, e.feedback(0), TypeBits.INT32 | TypeBits.INT32 << 16);
        asm.bind(done);
        e.store(1, RAX);
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case ADD, ADD_INT, INC -> overflowing(Op.ADD, Op.ADDSD);
            case SUB, SUB_INT, DEC -> overflowing(Op.SUB, Op.SUBSD);
            case MUL, MUL_INT, NEG -> overflowing(Op.IMUL, Op.MULSD);
            case DIV -> divide();
            case MOD -> remainder();
            case BIT_AND, BIT_AND_INT -> bitwise(Op.AND);
            case BIT_OR, BIT_OR_INT -> bitwise(Op.OR);
            case BIT_XOR -> bitwise(Op.XOR);
            case SHL, SHL_INT -> shift(Op.SHL);
            case SHR, SHR_INT -> shift(Op.SAR);
            case USHR, USHR_INT -> shift(Op.SHR);
            case BIT_NOT -> not();
            case TO_NUMBER, TO_NUMERIC -> toNumber();
            default -> {
                return false;
            }
        }
        return true;
    }
}
