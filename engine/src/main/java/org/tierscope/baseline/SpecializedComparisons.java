package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Comparisons of operands of which the feedback has seen one case: two int32, doubles, or for strict equality with a constant,
 * objects, undefined, null and booleans.
 */
final class SpecializedComparisons {
    private final CodeEmitter e;
    private final Assembler asm;
    private final Known known;
    private final KnownOperands operands;
    private final Branches branches;

    SpecializedComparisons(CodeEmitter emitter, KnownOperands operands, Branches branches) {
        e = emitter;
        asm = emitter.asm;
        known = emitter.known;
        this.operands = operands;
        this.branches = branches;
    }

    /** Emits the current instruction's code; false, with nothing emitted, where there is no special case. */
    boolean emit(Opcode opcode) {
        CompareTemplates.Comparison comparison = CompareTemplates.comparison(opcode);
        if (comparison == null) {
            return false;
        }
        boolean jump = opcode.targetOperand() != 0;
        int first = jump ? 1 : 2;
        int left = expected(first, FeedbackLayout.TYPE_LEFT);
        int right = expected(first + 1, FeedbackLayout.TYPE_RIGHT);
        if (left == TypeBits.INT32 && right == TypeBits.INT32) {
            e.begin(true);
            ints(comparison, first, jump);
            return true;
        }
        boolean numbers = left != 0 && right != 0 && ((left | right) & ~TypeBits.NUMBER) == 0 && !isOneValue(first);
        if (numbers && !comparison.equality()) {
            e.begin(true);
            doubles(comparison, first, left, right, jump);
            return true;
        }
        return comparison.equality() && CompareTemplates.isStrict(opcode) && constants(comparison, first, jump);
    }

    private int expected(int operand, int slot) {
        int types = operands.types(operand);
        int seen = operands.feedbackByte(slot);
        boolean certain = types == TypeBits.INT32 || types == TypeBits.DOUBLE;
        return seen == 0 ? 0 : certain ? types : types & seen;
    }

    private boolean isOneValue(int first) {
        Known.Fact fact = known.find(e.operand(first));
        return e.operand(first) == e.operand(first + 1) || fact != null && fact == known.find(e.operand(first + 1));
    }

    private void record(int left, int right) {
        if (Integer.bitCount(left) == 1) {
            operands.record(FeedbackLayout.TYPE_LEFT, left);
        }
        if (Integer.bitCount(right) == 1) {
            operands.record(FeedbackLayout.TYPE_RIGHT, right);
        }
    }

    private void ints(CompareTemplates.Comparison comparison, int first, boolean jump) {
        Reg left = operands.int32(first);
        Known.Fact rightFact = operands.fact(first + 1);
        Operand right = rightFact.constant != null ? Operand.imm(Value.asInt(rightFact.constant)) : operands.int32(first + 1);
        record(TypeBits.INT32, TypeBits.INT32);
        asm.d(Op.CMP, left, right);
        finish(comparison.ints(), jump);
    }

    private void doubles(CompareTemplates.Comparison comparison, int first, int left, int right, boolean jump) {
        Xmm a = operands.number(first, left);
        Xmm b = operands.number(first + 1, right);
        record(left, right);
        asm.op(Op.UCOMISD, comparison.swapped() ? b : a, comparison.swapped() ? a : b);
        finish(comparison.doubles(), jump);
    }

    private void finish(Cond cond, boolean jump) {
        if (jump) {
            branches.branch(cond);
        } else {
            asm.set(cond, RAX);
            asm.d(Op.MOVZX8, RAX, RAX);
            asm.d(Op.ADD, RAX, Value.FALSE);
            e.store(1, RAX);
            known.forget(e.operand(1));
        }
    }

    // ---- a === undefined, null, true or false ----

    /** The left operand may be of the constant's own type, or an object. */
    private boolean constants(CompareTemplates.Comparison comparison, int first, boolean jump) {
        Known.Fact constant = known.find(e.operand(first + 1));
        if (constant == null || constant.constant == null || !isOddball(constant.constant)) {
            return false;
        }
        long word = constant.constant;
        int own = Value.isBoolean(word) ? TypeBits.BOOLEAN : TypeBits.NULLISH;
        int seen = operands.feedbackByte(FeedbackLayout.TYPE_LEFT);
        if (seen == 0 || (seen & ~(own | TypeBits.OBJECT)) != 0 || operands.feedbackByte(FeedbackLayout.TYPE_RIGHT) == 0) {
            return false;
        }
        e.begin(true);
        Reg left = operands.word(first);
        requireType(left, own, seen);
        operands.record(FeedbackLayout.TYPE_RIGHT, own);
        asm.q(Op.CMP, left, word);
        finish(comparison.ints(), jump);
        return true;
    }

    private static boolean isOddball(long word) {
        return word == Value.UNDEFINED || word == Value.NULL || Value.isBoolean(word);
    }

    /** Words of other types than those seen are plain code's. */
    private void requireType(Reg word, int own, int seen) {
        Label isObject = asm.label();
        Label done = asm.label();
        boolean objects = (seen & TypeBits.OBJECT) != 0;
        if (objects) {
            asm.q(Op.TEST, word, NOT_CELL_MASK);
            asm.jcc(Cond.NOT_ZERO, (seen & own) == 0 ? e.plain() : isObject);
            asm.b(Op.CMP, Address.at(word, Layout.CELL_TYPE), CellType.OBJECT.code());
            asm.jcc(Cond.BELOW, e.plain());
            if ((seen & own) == 0) {
                return;
            }
            asm.jmpShort(done);
        }
        asm.bind(isObject);
        asm.q(Op.MOV, RAX, word);
        if (own == TypeBits.BOOLEAN) {
            asm.q(Op.AND, RAX, ~1L);
            asm.q(Op.CMP, RAX, Value.FALSE);
        } else {
            asm.q(Op.AND, RAX, ~(Value.NULL ^ Value.UNDEFINED));
            asm.q(Op.CMP, RAX, Value.NULL);
        }
        asm.jcc(Cond.NOT_EQUAL, e.plain());
        asm.bind(done);
    }
}
