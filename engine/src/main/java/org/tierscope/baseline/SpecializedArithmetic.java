package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Xmm.XMM0;
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
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.Value;

/** Arithmetic on operands of which the feedback has seen numbers only: on two int32, or on doubles. */
final class SpecializedArithmetic {
    private final CodeEmitter e;
    private final Assembler asm;
    private final Known known;
    private final KnownOperands operands;

    SpecializedArithmetic(CodeEmitter emitter, KnownOperands operands) {
        e = emitter;
        asm = emitter.asm;
        known = emitter.known;
        this.operands = operands;
    }

    /** Emits the current instruction's code; false, with nothing emitted, where there is no special case. */
    boolean emit(Opcode opcode) {
        return switch (opcode) {
            case ADD, ADD_INT, INC -> arithmetic(Op.ADD, Op.ADDSD);
            case SUB, SUB_INT, DEC -> arithmetic(Op.SUB, Op.SUBSD);
            case MUL, MUL_INT, NEG -> arithmetic(Op.IMUL, Op.MULSD);
            case DIV -> arithmetic(null, Op.DIVSD);
            case MOD -> remainder();
            case TO_NUMBER, TO_NUMERIC -> toNumber();
            case BIT_AND, BIT_AND_INT -> bits(Op.AND);
            case BIT_OR, BIT_OR_INT -> bits(Op.OR);
            case BIT_XOR -> bits(Op.XOR);
            case SHL, SHL_INT -> bits(Op.SHL);
            case SHR, SHR_INT -> bits(Op.SAR);
            case USHR, USHR_INT -> bits(Op.SHR);
            default -> false;
        };
    }

    /** The right operand where it is an int32 that is known, else null. */
    private Integer constantRight() {
        return switch (e.opcode()) {
            case ADD_INT, SUB_INT, MUL_INT, BIT_AND_INT, BIT_OR_INT, SHL_INT, SHR_INT, USHR_INT -> e.operand(3);
            case INC, DEC -> 1;
            case NEG -> -1;
            default -> {
                Known.Fact fact = known.find(e.operand(3));
                yield fact == null || fact.constant == null || !Value.isInt(fact.constant)
                        ? null
                        : Integer.valueOf(Value.asInt(fact.constant));
            }
        };
    }

    /** The types to expect of the left operand: what is known, else what the feedback has seen; 0 where that cannot be. */
    private int left() {
        return expected(2, FeedbackLayout.TYPE_LEFT);
    }

    private int right() {
        return constantRight() == null ? expected(3, FeedbackLayout.TYPE_RIGHT) : TypeBits.INT32;
    }

    private int expected(int operand, int slot) {
        int types = operands.types(operand);
        int seen = operands.feedbackByte(slot);
        boolean certain = types == TypeBits.INT32 || types == TypeBits.DOUBLE;
        return seen == 0 ? 0 : certain ? types : types & seen;
    }

    /** Whether both operands are the same value. */
    private boolean isOneValue() {
        return constantRight() == null && known.find(e.operand(2)) != null && known.find(e.operand(2)) == known.find(e.operand(3));
    }

    private static boolean isNumber(int types) {
        return types != 0 && (types & ~TypeBits.NUMBER) == 0;
    }

    private void record(int left, int right, int result) {
        if (Integer.bitCount(left) == 1) {
            operands.record(FeedbackLayout.TYPE_LEFT, left);
        }
        if (Integer.bitCount(right) == 1) {
            operands.record(FeedbackLayout.TYPE_RIGHT, right);
        }
        operands.record(FeedbackLayout.TYPE_RESULT, result);
    }

    private boolean arithmetic(Op intOp, Op doubleOp) {
        int left = left();
        int right = right();
        int result = operands.feedbackByte(FeedbackLayout.TYPE_RESULT);
        if (!isNumber(left) || !isNumber(right) || !isNumber(result) || left != right && isOneValue()) {
            return false;
        }
        boolean ints = left == TypeBits.INT32 && right == TypeBits.INT32 && intOp != null && (result & TypeBits.INT32) != 0;
        e.begin(true);
        if (ints) {
            onInts(intOp);
        } else {
            onDoubles(doubleOp, left, right, result);
        }
        return true;
    }

    // ---- int32 ----

    private void onInts(Op op) {
        Known.Fact leftFact = operands.fact(2);
        Reg left = operands.int32(2);
        Integer constant = constantRight();
        Operand right = constant == null ? operands.int32(3) : Operand.imm(constant);
        Known.Fact result = new Known.Fact();
        Reg target = copyOf(left, leftFact, result);
        if (op == Op.IMUL && constant != null) {
            asm.d(op, target, target, right);
        } else {
            asm.d(op, target, right);
        }
        asm.jcc(Cond.OVERFLOW, e.plain());
        if (op == Op.IMUL) {
            zeroIsNotNegative(target, constant);
        }
        record(TypeBits.INT32, TypeBits.INT32, TypeBits.INT32);
        operands.storeInt32(1, result);
    }

    /**
     * A register for the result that begins with the left operand's int32 in its lower half. Where nothing but this instruction's
     * destination has the left operand, that is the register it is in: plain code reads operands from the frame.
     */
    private Reg copyOf(Reg left, Known.Fact leftFact, Known.Fact result) {
        if (known.isOnlyIn(leftFact, e.operand(1))) {
            known.passWord(leftFact, result);
            return left;
        }
        Reg target = known.allocateWord(result);
        asm.d(Op.MOV, target, left);
        return target;
    }

    /** A product of zero is -0 where one of the factors is negative: then plain code multiplies. */
    private void zeroIsNotNegative(Reg product, Integer constant) {
        Label notZero = asm.label();
        asm.d(Op.TEST, product, product);
        if (constant != null && constant <= 0) {
            asm.jcc(Cond.ZERO, e.plain());
            return;
        }
        asm.jccShort(Cond.NOT_ZERO, notZero);
        asm.d(Op.MOV, RAX, e.register(2));
        if (constant == null) {
            asm.d(Op.OR, RAX, e.register(3));
        }
        asm.d(Op.TEST, RAX, RAX);
        asm.jcc(Cond.SIGN, e.plain());
        asm.bind(notZero);
    }

    /** MOD of int32 by a positive int32. */
    private boolean remainder() {
        boolean ints = left() == TypeBits.INT32
                && right() == TypeBits.INT32
                && (operands.feedbackByte(FeedbackLayout.TYPE_RESULT) & TypeBits.INT32) != 0;
        if (!ints) {
            return false;
        }
        e.begin(true);
        Reg left = operands.int32(2);
        Reg right = operands.int32(3);
        Label notZero = asm.label();
        asm.d(Op.MOV, RAX, left);
        asm.d(Op.MOV, RCX, right);
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.LESS_EQUAL, e.plain());
        asm.op(Op.CDQ);
        asm.d(Op.IDIV, RCX);
        asm.d(Op.TEST, RDX, RDX);
        asm.jccShort(Cond.NOT_ZERO, notZero);
        asm.d(Op.TEST, left, left);
        asm.jcc(Cond.SIGN, e.plain());
        asm.bind(notZero);
        Known.Fact result = new Known.Fact();
        Reg target = known.allocateWord(result);
        asm.d(Op.MOV, target, RDX);
        record(TypeBits.INT32, TypeBits.INT32, TypeBits.INT32);
        operands.storeInt32(1, result);
        return true;
    }

    // ---- doubles ----

    private void onDoubles(Op op, int left, int right, int resultTypes) {
        Xmm a = operands.number(2, left);
        Integer constant = constantRight();
        Operand b = constant == null
                ? rightNumber(a, right)
                : asm.literal(Double.doubleToRawLongBits(constant));
        Known.Fact result = new Known.Fact();
        Xmm target = known.allocateNumber(result);
        asm.op(Op.MOVAPS, target, a);
        asm.op(op, target, b);
        operands.storeNumber(1, result, resultTypes);
        record(left, right, 0);
    }

    /** Both operands may be the same register of the bytecode. */
    private Xmm rightNumber(Xmm left, int types) {
        return e.operand(2) == e.operand(3) ? left : operands.number(3, types);
    }

    /** TO_NUMBER and TO_NUMERIC of what is a number. */
    private boolean toNumber() {
        int types = left();
        if (types != TypeBits.INT32 && types != TypeBits.DOUBLE) {
            return false;
        }
        e.begin(true);
        if (types == TypeBits.INT32) {
            operands.int32(2);
        } else {
            operands.number(2, types);
        }
        e.store(1, operands.word(2));
        known.define(e.operand(1), operands.fact(2));
        record(types, 0, types);
        return true;
    }

    // ---- bits ----

    private boolean bits(Op op) {
        int left = left();
        int right = right();
        boolean fits = isNumber(left)
                && right == TypeBits.INT32
                && (operands.feedbackByte(FeedbackLayout.TYPE_RESULT) & TypeBits.INT32) != 0;
        if (!fits) {
            return false;
        }
        e.begin(true);
        Known.Fact leftFact = operands.fact(2);
        boolean truncated = left != TypeBits.INT32;
        Reg a = truncated ? truncated(left) : operands.int32(2);
        Integer constant = constantRight();
        Operand b = constant == null ? operands.int32(3) : Operand.imm(constant);
        Known.Fact result = new Known.Fact();
        Reg target = truncated ? known.allocateWord(result) : copyOf(a, leftFact, result);
        if (truncated) {
            asm.d(Op.MOV, target, a);
        }
        operate(op, target, b);
        record(left, right, TypeBits.INT32);
        operands.storeInt32(1, result);
        return true;
    }

    private void operate(Op op, Reg target, Operand right) {
        boolean shift = op == Op.SHL || op == Op.SAR || op == Op.SHR;
        if (!shift) {
            asm.d(op, target, right);
        } else if (right instanceof Imm(long count)) {
            asm.d(op, target, count & 31);
        } else {
            asm.d(Op.MOV, RCX, right);
            asm.d(op, target, RCX);
        }
        if (op == Op.SHR) {
            asm.comment("an unsigned result beyond int32");
            asm.d(Op.TEST, target, target);
            asm.jcc(Cond.SIGN, e.plain());
        }
    }

    /** edx = the left operand, a double or any number, as an int32; beyond 2^63 it is plain code's. */
    private Reg truncated(int types) {
        Label isInt = asm.label();
        Known.Fact fact = operands.fact(2);
        if (fact.number != null && fact.isOnly(types)) {
            asm.q(Op.CVTTSD2SI, RDX, operands.number(2, types));
        } else {
            Reg word = operands.word(2);
            asm.q(Op.MOV, RDX, word);
            asm.q(Op.CMP, RDX, INT_TAG);
            if (types == TypeBits.DOUBLE) {
                asm.jcc(Cond.ABOVE_EQUAL, e.plain());
            } else {
                asm.jccShort(Cond.ABOVE_EQUAL, isInt);
            }
            asm.q(Op.ADD, RDX, INT_TAG);
            asm.jcc(Cond.NO_CARRY, e.plain());
            asm.op(Op.MOVQ, XMM0, RDX);
            asm.q(Op.CVTTSD2SI, RDX, XMM0);
        }
        asm.q(Op.CMP, RDX, 1);
        asm.jcc(Cond.OVERFLOW, e.plain());
        asm.bind(isInt);
        return RDX;
    }
}
