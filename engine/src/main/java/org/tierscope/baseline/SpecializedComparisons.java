package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Address;
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
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Comparisons of operands of which the feedback has seen one case: two int32, doubles, and for equality strings, or words that are
 * equal only to themselves.
 */
final class SpecializedComparisons {
    /** Types of which equal words are the same value, and others are not. */
    private static final int WORDS = TypeBits.OBJECT | TypeBits.NULLISH | TypeBits.BOOLEAN;

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
        return comparison.equality()
                && (strings(comparison, first, jump) || CompareTemplates.isStrict(opcode) && words(comparison, first, jump));
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

    // ---- of words: undefined, null, booleans and objects are equal to nothing but themselves ----

    private boolean words(CompareTemplates.Comparison comparison, int first, boolean jump) {
        int left = operands.feedbackByte(FeedbackLayout.TYPE_LEFT);
        int right = operands.feedbackByte(FeedbackLayout.TYPE_RIGHT);
        if (left == 0 || right == 0 || ((left | right) & ~WORDS) != 0) {
            return false;
        }
        e.begin(true);
        Operand b = word(first + 1, right, FeedbackLayout.TYPE_RIGHT);
        Operand a = word(first, left, FeedbackLayout.TYPE_LEFT);
        asm.q(Op.CMP, a instanceof Imm ? operands.word(first) : a, b);
        finish(comparison.ints(), jump);
        return true;
    }

    /** The operand, whose type is checked; a constant's is recorded. */
    private Operand word(int operand, int seen, int slot) {
        Known.Fact fact = known.find(e.operand(operand));
        if (fact != null && fact.constant != null && isOddball(fact.constant)) {
            operands.record(slot, Value.isBoolean(fact.constant) ? TypeBits.BOOLEAN : TypeBits.NULLISH);
            return Operand.imm(fact.constant);
        }
        Reg word = operands.word(operand);
        requireType(word, seen);
        return word;
    }

    private static boolean isOddball(long word) {
        return word == Value.UNDEFINED || word == Value.NULL || Value.isBoolean(word);
    }

    /** Words of other types than those seen are plain code's. Changes rax. */
    private void requireType(Reg word, int seen) {
        Label done = asm.label();
        int others = seen & ~TypeBits.OBJECT;
        if (others != seen) {
            Label noCell = asm.label();
            asm.q(Op.TEST, word, NOT_CELL_MASK);
            asm.jcc(Cond.NOT_ZERO, others == 0 ? e.plain() : noCell);
            asm.b(Op.CMP, Address.at(word, Layout.CELL_TYPE), CellType.OBJECT.code());
            asm.jcc(Cond.BELOW, e.plain());
            if (others != 0) {
                asm.jmpShort(done);
            }
            asm.bind(noCell);
        }
        if ((others & TypeBits.NULLISH) != 0) {
            asm.q(Op.MOV, RAX, word);
            asm.q(Op.AND, RAX, ~(Value.NULL ^ Value.UNDEFINED));
            asm.q(Op.CMP, RAX, Value.NULL);
            if ((others & TypeBits.BOOLEAN) == 0) {
                asm.jcc(Cond.NOT_EQUAL, e.plain());
            } else {
                asm.jccShort(Cond.EQUAL, done);
            }
        }
        if ((others & TypeBits.BOOLEAN) != 0) {
            asm.q(Op.MOV, RAX, word);
            asm.q(Op.AND, RAX, ~1L);
            asm.q(Op.CMP, RAX, Value.FALSE);
            asm.jcc(Cond.NOT_EQUAL, e.plain());
        }
        asm.bind(done);
    }

    // ---- of strings: the same word, or two interned ones; contents are plain code's to compare ----

    private boolean strings(CompareTemplates.Comparison comparison, int first, boolean jump) {
        boolean strings = operands.feedbackByte(FeedbackLayout.TYPE_LEFT) == TypeBits.STRING
                && operands.feedbackByte(FeedbackLayout.TYPE_RIGHT) == TypeBits.STRING;
        if (!strings) {
            return false;
        }
        e.begin(true);
        Label same = asm.label();
        Reg left = string(first);
        Reg right = string(first + 1);
        asm.q(Op.CMP, left, right);
        asm.jccShort(Cond.EQUAL, same);
        requireInterned(left);
        requireInterned(right);
        asm.q(Op.CMP, left, right);
        asm.bind(same);
        finish(comparison.ints(), jump);
        return true;
    }

    private Reg string(int operand) {
        Reg word = operands.cell(operand);
        asm.b(Op.CMP, Address.at(word, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.ABOVE, e.plain());
        return word;
    }

    private void requireInterned(Reg string) {
        asm.b(Op.TEST, Address.at(string, Layout.FLAGS), Layout.FLAG_INTERNED);
        asm.jcc(Cond.ZERO, e.plain());
    }
}
