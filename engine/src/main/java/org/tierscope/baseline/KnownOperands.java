package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.asm.Xmm.XMM1;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;

/**
 * Operands of specialized templates: in machine registers, checked as far as what is known leaves anything to check. A check that
 * fails goes to the code of the same instruction that knows nothing ({@link CodeEmitter#plain}), for which the frame is right: so
 * nothing may have been stored before the last check. Changes rax, xmm0, xmm1.
 */
final class KnownOperands {
    private final CodeEmitter e;
    private final Assembler asm;
    private final Known known;

    KnownOperands(CodeEmitter emitter) {
        e = emitter;
        asm = emitter.asm;
        known = emitter.known;
    }

    /** A byte of the instruction's feedback slot, as it is now. */
    int feedbackByte(int offset) {
        return Mem.getUnsignedByte(feedbackAddress(offset));
    }

    int feedbackInt(int offset) {
        return Mem.getInt(feedbackAddress(offset));
    }

    long feedbackLong(int offset) {
        return Mem.getLong(feedbackAddress(offset));
    }

    private long feedbackAddress(int offset) {
        return e.function.feedback() + e.operand(e.opcode().feedbackOperand()) + offset;
    }

    /** Adds TypeBits to the slot's byte at {@code offset}, unless they are there already: no bit is ever taken away. */
    void record(int offset, int types) {
        if ((feedbackByte(offset) & types) != types) {
            asm.b(Op.OR, e.feedback(offset), types);
        }
    }

    Known.Fact fact(int operand) {
        return known.of(e.operand(operand));
    }

    /** What is known to be possible of the operand's type. */
    int types(int operand) {
        Known.Fact fact = known.find(e.operand(operand));
        return fact == null ? Known.ANY : fact.types;
    }

    /** The operand's word. */
    Reg word(int operand) {
        Known.Fact fact = fact(operand);
        Reg word = load(operand, fact);
        if (!fact.isTagged) {
            asm.q(Op.OR, word, INT_TAG);
            fact.isTagged = true;
        }
        return word;
    }

    private Reg load(int operand, Known.Fact fact) {
        if (fact.word == null) {
            asm.q(Op.MOV, known.allocateWord(fact), e.register(operand));
        } else {
            known.pin(fact);
        }
        return fact.word;
    }

    /** The operand is an int32: the register whose lower half it is. */
    Reg int32(int operand) {
        Known.Fact fact = fact(operand);
        Reg word = load(operand, fact);
        if (!fact.isOnly(TypeBits.INT32)) {
            asm.q(Op.CMP, word, INT_TAG);
            asm.jcc(Cond.BELOW, e.plain());
            fact.types = TypeBits.INT32;
        }
        return word;
    }

    /** The operand's word, which is the address of a cell. */
    Reg cell(int operand) {
        Known.Fact fact = fact(operand);
        Reg word = word(operand);
        if (!fact.isCell) {
            asm.q(Op.TEST, word, NOT_CELL_MASK);
            asm.jcc(Cond.NOT_ZERO, e.plain());
            fact.isCell = true;
        }
        return word;
    }

    /** The operand's word, which is the address of a cell of this shape. */
    Reg cellOfShape(int operand, int shape) {
        Known.Fact fact = fact(operand);
        Reg word = cell(operand);
        if (!fact.hasShape(shape)) {
            asm.d(Op.CMP, Address.at(word, Layout.SHAPE), shape);
            asm.jcc(Cond.NOT_EQUAL, e.plain());
            known.setShape(fact, shape);
        }
        return word;
    }

    /**
     * The operand's numeric value.
     *
     * @param expected some of {@link TypeBits#NUMBER}; words of other types go to plain code
     */
    Xmm number(int operand, int expected) {
        Known.Fact fact = fact(operand);
        if (fact.number != null && fact.isOnly(expected)) {
            known.pin(fact);
            return fact.number;
        }
        boolean isNew = fact.number == null;
        Xmm target = isNew ? known.allocateNumber(fact) : XMM0;
        known.pin(fact);
        if (isNew && fact.constant != null) {
            asm.op(Op.MOVSD, target, asm.literal(Double.doubleToRawLongBits(Value.numberAsDouble(fact.constant))));
            return target;
        }
        int types = fact.types & expected;
        if (fact.isOnly(TypeBits.INT32)) {
            convert(target, fact.word == null ? e.register(operand) : fact.word);
            return target;
        }
        e.load(RAX, operand);
        unbox(target, types, fact.types);
        fact.types = types;
        return isNew ? target : fact.number;
    }

    /** {@code target} = the number in rax, which must be of one of these types. */
    private void unbox(Xmm target, int types, int possible) {
        Label isDouble = asm.label();
        Label done = asm.label();
        if ((possible & TypeBits.INT32) != 0) {
            asm.q(Op.CMP, RAX, INT_TAG);
            if (types == TypeBits.DOUBLE) {
                asm.jcc(Cond.ABOVE_EQUAL, e.plain());
            } else if (types == TypeBits.INT32) {
                asm.jcc(Cond.BELOW, e.plain());
                convert(target, RAX);
                return;
            } else {
                asm.jccShort(Cond.BELOW, isDouble);
                convert(target, RAX);
                asm.jmpShort(done);
            }
        }
        asm.bind(isDouble);
        asm.comment("adding the int tag subtracts the offset of doubles; only numbers carry");
        asm.q(Op.ADD, RAX, INT_TAG);
        if ((possible & ~TypeBits.NUMBER) != 0) {
            asm.jcc(Cond.NO_CARRY, e.plain());
        }
        asm.op(Op.MOVQ, target, RAX);
        asm.bind(done);
    }

    private void convert(Xmm target, Operand int32) {
        asm.op(Op.XORPS, target, target);
        asm.d(Op.CVTSI2SD, target, int32);
    }

    /** Stores the result, an int32 in the lower half of its machine register, whose upper half is zero. Changes rax. */
    void storeInt32(int operand, Known.Fact result) {
        asm.comment("tagged apart, so that what goes on with the int32 need not wait");
        asm.d(Op.MOV, RAX, result.word);
        asm.q(Op.OR, RAX, INT_TAG);
        e.store(operand, RAX);
        result.types = TypeBits.INT32;
        result.isTagged = false;
        known.define(e.operand(operand), result);
    }

    /** Stores the result's word, which is in its machine register. */
    void storeWord(int operand, Known.Fact result) {
        e.store(operand, result.word);
        known.define(e.operand(operand), result);
    }

    /**
     * Stores the number in {@code result.number}, as an int32 where it is one.
     *
     * @param expected the types that are stored here; numbers of others go to plain code, and so does NaN
     */
    void storeNumber(int operand, Known.Fact result, int expected) {
        Xmm number = result.number;
        Label isDouble = asm.label();
        Label boxed = asm.label();
        asm.d(Op.CVTTSD2SI, RAX, number);
        asm.op(Op.XORPS, XMM1, XMM1);
        asm.d(Op.CVTSI2SD, XMM1, RAX);
        asm.op(Op.UCOMISD, number, XMM1);
        if (expected == TypeBits.DOUBLE) {
            asm.comment("an int32, a zero or NaN");
            asm.jcc(Cond.EQUAL, e.plain());
        } else {
            asm.jcc(Cond.PARITY, e.plain());
            boolean both = expected == TypeBits.NUMBER;
            asm.jcc(Cond.NOT_EQUAL, both ? isDouble : e.plain());
            tagInt32(number);
            if (both) {
                asm.jmpShort(boxed);
            }
        }
        asm.bind(isDouble);
        if (expected != TypeBits.INT32) {
            asm.op(Op.MOVQ, RAX, number);
            asm.q(Op.SUB, RAX, INT_TAG);
        }
        asm.bind(boxed);
        e.store(operand, RAX);
        result.types = expected;
        known.define(e.operand(operand), result);
    }

    /** rax = the word for the number, whose int32 is in eax; -0 is plain code's. */
    private void tagInt32(Xmm number) {
        Label notZero = asm.label();
        asm.d(Op.TEST, RAX, RAX);
        asm.jccShort(Cond.NOT_ZERO, notZero);
        asm.op(Op.MOVQ, RAX, number);
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.NOT_ZERO, e.plain());
        asm.bind(notZero);
        asm.q(Op.OR, RAX, INT_TAG);
    }
}
