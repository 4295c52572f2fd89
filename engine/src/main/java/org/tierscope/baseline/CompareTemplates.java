package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.asm.Xmm.XMM1;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Xmm;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.TypeBits;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Value;

/** Comparisons, alone (d = a op b) and fused with jumps (if (a op b) goto j). */
final class CompareTemplates {
    private static final int INTS = TypeBits.INT32 | TypeBits.INT32 << 8;

    /**
     * How to decide a comparison.
     *
     * @param ints      holds after {@code cmp a, b} on int32
     * @param doubles   holds after {@code ucomisd} on doubles, also where one is NaN; of a and b, or of b and
     *                  a when
     *                  {@code swapped} (so that "below" conditions, which NaN satisfies, mean "not greater")
     * @param wanted    the result of the function for which the comparison holds
     * @param function  decides it in the runtime
     */
    record Comparison(Cond ints, Cond doubles, boolean swapped, boolean wanted, RuntimeFunction function) {
        static final Comparison LESS = new Comparison(Cond.LESS, Cond.ABOVE, true, true, RuntimeFunction.LESS);
        static final Comparison LESS_EQ = new Comparison(Cond.LESS_EQUAL, Cond.ABOVE_EQUAL, true, true, RuntimeFunction.LESS_EQ);
        static final Comparison GREATER = new Comparison(Cond.GREATER, Cond.ABOVE, false, true, RuntimeFunction.GREATER);
        static final Comparison GREATER_EQ = new Comparison(Cond.GREATER_EQUAL, Cond.ABOVE_EQUAL, false, true, RuntimeFunction.GREATER_EQ);
        static final Comparison EQUAL = new Comparison(Cond.EQUAL, Cond.EQUAL, false, true, RuntimeFunction.STRICT_EQUALS);

        Comparison not() {
            return new Comparison(ints.negate(), doubles.negate(), swapped, !wanted, function);
        }

        /** Of words other than numbers too, and NaN needs the parity flag. */
        boolean equality() {
            return function == RuntimeFunction.STRICT_EQUALS;
        }
    }

    private final Emitter e;
    private final Assembler asm;
    private final Branches branches;

    CompareTemplates(Emitter emitter, Branches branches) {
        e = emitter;
        asm = emitter.asm;
        this.branches = branches;
    }

    /** What an instruction compares by; null for instructions that are no comparison. */
    static Comparison comparison(Opcode opcode) {
        return switch (opcode) {
            case LESS, JUMP_IF_LESS -> Comparison.LESS;
            case LESS_EQ, JUMP_IF_LESS_EQ -> Comparison.LESS_EQ;
            case GREATER, JUMP_IF_GREATER -> Comparison.GREATER;
            case GREATER_EQ, JUMP_IF_GREATER_EQ -> Comparison.GREATER_EQ;
            case EQ, STRICT_EQ, JUMP_IF_EQ, JUMP_IF_STRICT_EQ -> Comparison.EQUAL;
            case JUMP_IF_NOT_LESS -> Comparison.LESS.not();
            case JUMP_IF_NOT_LESS_EQ -> Comparison.LESS_EQ.not();
            case JUMP_IF_NOT_GREATER -> Comparison.GREATER.not();
            case JUMP_IF_NOT_GREATER_EQ -> Comparison.GREATER_EQ.not();
            case NOT_EQ, STRICT_NOT_EQ, JUMP_IF_NOT_EQ, JUMP_IF_NOT_STRICT_EQ -> Comparison.EQUAL.not();
            default -> null;
        };
    }

    static boolean isStrict(Opcode opcode) {
        return switch (opcode) {
            case STRICT_EQ, STRICT_NOT_EQ, JUMP_IF_STRICT_EQ, JUMP_IF_NOT_STRICT_EQ -> true;
            default -> false;
        };
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        Comparison comparison = comparison(opcode);
        if (comparison == null) {
            return false;
        }
        if (opcode.targetOperand() == 0) {
            value(comparison, isStrict(opcode));
        } else {
            jump(comparison, isStrict(opcode));
        }
        return true;
    }

    private void requireInts(Label otherwise) {
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jcc(Cond.BELOW, otherwise);
        asm.q(Op.CMP, RDX, INT_TAG);
        asm.jcc(Cond.BELOW, otherwise);
        asm.w(Op.OR, e.feedback(0), INTS);
        asm.d(Op.CMP, RAX, RDX);
    }

    // ---- d = a op b ----

    private void value(Comparison comparison, boolean strict) {
        Label other = asm.label();
        e.load(RAX, 2);
        e.load(RDX, 3);
        requireInts(other);
        asm.set(comparison.ints, RAX);
        storeFlag();
        Label slow = e.slow();
        e.later(() -> {
            asm.bind(other);
            Label numbers = asm.label();
            e.load(RAX, 2);
            e.load(RDX, 3);
            if (comparison.equality()) {
                equalWords(strict, numbers);
                if (!comparison.wanted) {
                    asm.d(Op.XOR, RAX, 1);
                }
                e.store(1, RAX);
                e.goOn();
                asm.bind(numbers);
                e.load(RAX, 2);
            }
            Label strings = asm.label();
            compareDoubles(comparison, strings);
            asm.set(comparison.doubles, RAX);
            if (comparison.equality()) {
                parityInto(comparison);
            }
            storeFlag();
            e.goOn();
            asm.bind(strings);
            compareStrings(comparison, 2, 3, slow);
            if (!comparison.wanted) {
                asm.d(Op.XOR, RAX, 1);
            }
            e.store(1, RAX);
            e.goOn();
        });
    }

    /** The byte in al, 0 or 1, becomes the value false or true. */
    private void storeFlag() {
        asm.d(Op.MOVZX8, RAX, RAX);
        asm.d(Op.ADD, RAX, Value.FALSE);
        e.store(1, RAX);
    }

    /** NaN is equal to nothing: corrects al, which only looked at the zero flag. */
    private void parityInto(Comparison comparison) {
        if (comparison.wanted) {
            asm.set(Cond.NO_PARITY, RCX);
            asm.b(Op.AND, RAX, RCX);
        } else {
            asm.set(Cond.PARITY, RCX);
            asm.b(Op.OR, RAX, RCX);
        }
    }

    // ---- if (a op b) goto j ----

    private void jump(Comparison comparison, boolean strict) {
        Label other = asm.label();
        e.load(RAX, 1);
        e.load(RDX, 2);
        requireInts(other);
        branches.branch(comparison.ints);
        Label slow = branches.slow();
        e.later(() -> {
            asm.bind(other);
            Label numbers = asm.label();
            e.load(RAX, 1);
            e.load(RDX, 2);
            if (comparison.equality()) {
                equalWords(strict, numbers);
                asm.d(Op.CMP, RAX, Value.TRUE);
                branches.branchOutOfLine(comparison.wanted ? Cond.EQUAL : Cond.NOT_EQUAL);
                asm.bind(numbers);
                e.load(RAX, 1);
            }
            Label strings = asm.label();
            compareDoubles(comparison, strings);
            if (comparison.equality()) {
                branches.jumpOnParity(!comparison.wanted);
            }
            branches.branchOutOfLine(comparison.doubles);
            asm.bind(strings);
            compareStrings(comparison, 1, 2, slow);
            asm.d(Op.CMP, RAX, Value.TRUE);
            branches.branchOutOfLine(comparison.wanted ? Cond.EQUAL : Cond.NOT_EQUAL);
        });
    }

    /**
     * rax = whether the words are equal; goes to {@code numbers} where it takes more than looking at
     * them.
     */
    private void equalWords(boolean strict, Label numbers) {
        asm.q(Op.LEA, RSI, e.feedback(0));
        asm.call(strict ? e.stubs.strictEqual() : e.stubs.looseEqual());
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, numbers);
    }

    /** rax = what the function says of the operands, which must be strings: of these, loose equality is strict. */
    private void compareStrings(Comparison comparison, int left, int right, Label slow) {
        e.load(RAX, left);
        e.load(RDX, right);
        asm.q(Op.LEA, RSI, e.feedback(0));
        asm.call(e.stubs.bothStrings());
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
        e.operation(comparison.function, left, right);
    }

    /** Flags of the comparison of rax and rdx as doubles; other operands go to {@code slow}. */
    private void compareDoubles(Comparison comparison, Label slow) {
        asm.call(e.stubs.numbers());
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
        asm.w(Op.OR, e.feedback(0), RCX);
        Xmm left = comparison.swapped ? XMM1 : XMM0;
        asm.op(Op.UCOMISD, left, comparison.swapped ? XMM0 : XMM1);
    }
}
