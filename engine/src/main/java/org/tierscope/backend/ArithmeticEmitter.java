package org.tierscope.backend;

import static org.tierscope.backend.Registers.SCRATCH;
import static org.tierscope.backend.Registers.SCRATCH_2;
import static org.tierscope.backend.Registers.XMM_SCRATCH;
import static org.tierscope.backend.Registers.XMM_SCRATCH_2;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.CpuFeature;
import org.tierscope.asm.Imm;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Width;
import org.tierscope.asm.Xmm;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.machine.Location;

/** Emits int32 and double arithmetic. */
final class ArithmeticEmitter {
    private static final long SIGN_BIT = 1L << 63;
    /** roundsd's immediate: rounding mode, precision exception suppressed. */
    private static final int ROUND_FLOOR = 9;

    private static final int ROUND_CEIL = 10;
    private static final int ROUND_TRUNC = 11;

    private final Emission e;
    private final Assembler asm;

    ArithmeticEmitter(Emission emission) {
        this.e = emission;
        this.asm = emission.asm;
    }

    /** Emits {@code node} if it is one of these; says whether it was. */
    boolean emit(Node node) {
        switch (node.operator()) {
            case AddInt32, SubInt32 -> sum32(node);
            case MulInt32 -> product32(node);
            case MulHighInt32 -> multiplyHigh(node);
            case AndInt32 -> binary32(node, Op.AND);
            case OrInt32 -> binary32(node, Op.OR);
            case XorInt32 -> binary32(node, Op.XOR);
            case ShlInt32 -> shift(node, Op.SHL, Op.SHLX);
            case ShrInt32 -> shift(node, Op.SAR, Op.SARX);
            case UshrInt32 -> shift(node, Op.SHR, Op.SHRX);
            case MinInt32 -> select32(node, Cond.GREATER);
            case MaxInt32 -> select32(node, Cond.LESS);
            case CountLeadingZerosInt32 -> countLeadingZeros(node);
            case AddInt32Checked -> checked32(node, Op.ADD);
            case SubInt32Checked -> checked32(node, Op.SUB);
            case MulInt32Checked -> multiplyChecked(node);
            case DivInt32Checked -> divideChecked(node);
            case ModInt32Checked -> remainderChecked(node);
            case DivInt32 -> divide(node, false);
            case ModInt32 -> divide(node, true);
            case NegInt32Checked -> negateChecked(node);
            case AbsInt32Checked -> absoluteChecked(node);
            case AddFloat64 -> binaryFloat(node, Op.ADDSD, Op.VADDSD);
            case SubFloat64 -> binaryFloat(node, Op.SUBSD, Op.VSUBSD);
            case MulFloat64 -> binaryFloat(node, Op.MULSD, Op.VMULSD);
            case DivFloat64 -> binaryFloat(node, Op.DIVSD, Op.VDIVSD);
            case NegFloat64 -> bitsFloat(node, Op.XORPD, Op.VXORPD, SIGN_BIT);
            case AbsFloat64 -> bitsFloat(node, Op.ANDPD, Op.VANDPD, ~SIGN_BIT);
            case SqrtFloat64 -> {
                Xmm result = e.floatResult();
                asm.op(Op.SQRTSD, result, e.floatOperand(node.input(0)));
                e.define(result);
            }
            case FloorFloat64 -> round(node, ROUND_FLOOR);
            case CeilFloat64 -> round(node, ROUND_CEIL);
            case TruncFloat64 -> round(node, ROUND_TRUNC);
            case RoundFloat64 -> roundHalfUp(node);
            case MinFloat64 -> extremum(node, true);
            case MaxFloat64 -> extremum(node, false);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A sum whose operands live on is computed as an address. */
    private void sum32(Node node) {
        boolean subtracts = node.is(Operator.SubInt32);
        Node a = node.input(0);
        Node b = node.input(1);
        if (!subtracts && a.operator().isConstant()) {
            a = node.input(1);
            b = node.input(0);
        }
        Reg first = register(a);
        Reg second = register(b);
        Reg result = e.result();
        boolean inPlace = first == result || !subtracts && second == result;
        if (first == null || inPlace) {
            binary32(node, subtracts ? Op.SUB : Op.ADD);
        } else if (b.is(Operator.ConstantInt32) && b.intParameter(0) != Integer.MIN_VALUE) {
            asm.d(Op.LEA, result, Address.at(first, subtracts ? -b.intParameter(0) : b.intParameter(0)));
            e.define(result);
        } else if (second != null && !subtracts) {
            asm.d(Op.LEA, result, Address.at(first, second, 1, 0));
            e.define(result);
        } else {
            binary32(node, subtracts ? Op.SUB : Op.ADD);
        }
    }

    /** Where a value is, if that is a general register. */
    private Reg register(Node value) {
        boolean placed = !value.operator().isConstant() && !e.fusion.isFused(value);
        return placed && e.at(value) instanceof Location.InReg in ? in.register() : null;
    }

    /** Products by small constants are shifts and addresses. */
    private void product32(Node node) {
        Node a = node.input(0).operator().isConstant() ? node.input(1) : node.input(0);
        Node b = node.input(0).operator().isConstant() ? node.input(0) : node.input(1);
        int factor = b.is(Operator.ConstantInt32) && !a.operator().isConstant() ? b.intParameter(0) : 0;
        if (isPowerOfTwo(b) && factor != 0) {
            Reg result = e.result();
            load32(a, result);
            if (factor > 1) {
                asm.d(Op.SHL, result, Integer.numberOfTrailingZeros(factor));
            }
            e.define(result);
        } else if (factor == 3 || factor == 5 || factor == 9) {
            Reg result = e.result();
            Reg value = e.use(a, SCRATCH);
            asm.d(Op.LEA, result, Address.at(value, value, factor - 1, 0));
            e.define(result);
        } else {
            binary32(node, Op.IMUL);
        }
    }

    /** {@code result = a op b} with 32-bit registers; may leave the result in a scratch register until it is defined. */
    private void binary32(Node node, Op op) {
        e.define(compute32(node, op));
    }

    private void multiplyHigh(Node node) {
        boolean swapped = node.input(0).operator().isConstant();
        Node a = node.input(swapped ? 1 : 0);
        Node b = node.input(swapped ? 0 : 1);
        load32(a, SCRATCH);
        asm.q(Op.MOVSXD, SCRATCH, SCRATCH);
        if (b.is(Operator.ConstantInt32)) {
            asm.q(Op.IMUL, SCRATCH, SCRATCH, Operand.imm(b.intParameter(0)));
        } else {
            load32(b, SCRATCH_2);
            asm.q(Op.MOVSXD, SCRATCH_2, SCRATCH_2);
            asm.q(Op.IMUL, SCRATCH, SCRATCH_2);
        }
        asm.q(Op.SHR, SCRATCH, 32);
        e.define(SCRATCH);
    }

    private Reg compute32(Node node, Op op) {
        Node a = node.input(0);
        Node b = node.input(1);
        if (node.operator().isCommutative() && (a.operator().isConstant() || e.fusion.isFused(a))) {
            a = node.input(1);
            b = node.input(0);
        }
        Reg result = e.result();
        if (holds(b, result) && !holds(a, result)) {
            if (node.operator().isCommutative()) {
                Node swap = a;
                a = b;
                b = swap;
            } else {
                result = SCRATCH;
            }
        }
        load32(a, result);
        if (op == Op.IMUL && b.is(Operator.ConstantInt32)) {
            asm.emit(Op.IMUL, null, Width.D, result, result, new Imm(b.intParameter(0)));
        } else {
            e.alu32(op, result, b);
        }
        return result;
    }

    private boolean holds(Node value, Reg register) {
        return !value.operator().isConstant()
                && !e.fusion.isFused(value)
                && e.at(value) instanceof Location.InReg in
                && in.register() == register;
    }

    private void load32(Node value, Reg target) {
        if (value.operator().isConstant()) {
            asm.d(Op.MOV, target, value.intParameter(0));
        } else if (!holds(value, target)) {
            asm.d(Op.MOV, target, e.operand(value));
        }
    }

    private void checked32(Node node, Op op) {
        Reg result = compute32(node, op);
        e.exitIf(Cond.OVERFLOW);
        e.define(result);
    }

    private void multiplyChecked(Node node) {
        Reg result = e.result();
        Node b = node.input(1);
        load32(node.input(0), result);
        if (b.is(Operator.ConstantInt32)) {
            asm.emit(Op.IMUL, null, Width.D, result, result, new Imm(b.intParameter(0)));
        } else {
            e.alu32(Op.IMUL, result, b);
        }
        e.exitIf(Cond.OVERFLOW);
        boolean positiveFactor = b.is(Operator.ConstantInt32) && b.intParameter(0) > 0;
        if (node.boolParameter(0) && !positiveFactor) {
            Label back = asm.label();
            Label zero = asm.label();
            asm.d(Op.TEST, result, result);
            asm.jcc(Cond.EQUAL, zero);
            asm.bind(back);
            e.defer(() -> {
                asm.bind(zero);
                load32(node.input(0), SCRATCH_2);
                e.alu32(Op.OR, SCRATCH_2, b);
                e.exitIf(Cond.SIGN);
                asm.jmp(back);
            });
        }
        e.define(result);
    }

    private void shift(Node node, Op legacy, Op bmi2) {
        Node a = node.input(0);
        Node count = node.input(1);
        if (count.is(Operator.ConstantInt32)) {
            Reg result = e.result();
            load32(a, result);
            int n = count.intParameter(0) & 31;
            if (n != 0) {
                asm.d(legacy, result, n);
            }
            e.define(result);
        } else if (asm.features().has(CpuFeature.BMI2)) {
            Reg amount = e.use(count, SCRATCH_2);
            Reg result = e.result();
            asm.d(bmi2, result, a.operator().isConstant() ? e.use(a, SCRATCH) : e.operand(a), amount);
            e.define(result);
        } else {
            load32(a, SCRATCH);
            load32(count, SCRATCH_2);
            asm.q(Op.XCHG, SCRATCH_2, Reg.RCX);
            asm.d(legacy, SCRATCH, Reg.RCX);
            asm.q(Op.XCHG, SCRATCH_2, Reg.RCX);
            e.define(SCRATCH);
        }
    }

    /** The first operand unless it compares to the second as {@code other}. */
    private void select32(Node node, Cond other) {
        Reg b = e.use(node.input(1), SCRATCH_2);
        load32(node.input(0), SCRATCH);
        asm.d(Op.CMP, SCRATCH, b);
        asm.cmov(other, Width.D, SCRATCH, b);
        e.define(SCRATCH);
    }

    private void countLeadingZeros(Node node) {
        Reg a = e.use(node.input(0), SCRATCH);
        Reg result = e.result();
        if (asm.features().has(CpuFeature.LZCNT)) {
            asm.d(Op.LZCNT, result, a);
        } else {
            asm.d(Op.BSR, SCRATCH_2, a);
            asm.d(Op.MOV, SCRATCH, 63);
            asm.cmov(Cond.EQUAL, Width.D, SCRATCH_2, SCRATCH);
            asm.d(Op.XOR, SCRATCH_2, 31);
            asm.d(Op.MOV, result, SCRATCH_2);
        }
        e.define(result);
    }

    private void divideChecked(Node node) {
        load32(node.input(1), SCRATCH);
        asm.d(Op.TEST, SCRATCH, SCRATCH);
        e.exitIf(Cond.EQUAL);
        Label nonZero = asm.label();
        load32(node.input(0), SCRATCH_2);
        asm.d(Op.TEST, SCRATCH_2, SCRATCH_2);
        asm.jcc(Cond.NOT_EQUAL, nonZero);
        asm.d(Op.TEST, SCRATCH, SCRATCH);
        e.exitIf(Cond.SIGN);
        asm.bind(nonZero);
        Label noOverflow = asm.label();
        asm.d(Op.CMP, SCRATCH, -1);
        asm.jcc(Cond.NOT_EQUAL, noOverflow);
        asm.d(Op.CMP, SCRATCH_2, Integer.MIN_VALUE);
        e.exitIf(Cond.EQUAL);
        asm.bind(noOverflow);
        divideScratch();
        // SCRATCH_2: remainder, SCRATCH: quotient.
        asm.d(Op.TEST, SCRATCH_2, SCRATCH_2);
        e.exitIf(Cond.NOT_EQUAL);
        e.define(SCRATCH);
    }

    /** SCRATCH_2 / SCRATCH, neither zero divisor nor overflow: quotient to SCRATCH, remainder to SCRATCH_2; rax and rdx are kept. */
    private void divideScratch() {
        asm.op(Op.MOVQ, XMM_SCRATCH, Reg.RAX);
        asm.op(Op.MOVQ, XMM_SCRATCH_2, Reg.RDX);
        asm.d(Op.MOV, Reg.RAX, SCRATCH_2);
        asm.op(Op.CDQ);
        asm.d(Op.IDIV, SCRATCH);
        asm.d(Op.MOV, SCRATCH, Reg.RAX);
        asm.d(Op.MOV, SCRATCH_2, Reg.RDX);
        asm.op(Op.MOVQ, Reg.RAX, XMM_SCRATCH);
        asm.op(Op.MOVQ, Reg.RDX, XMM_SCRATCH_2);
    }

    private void remainderChecked(Node node) {
        Node divisor = node.input(1);
        boolean checksMinusZero = node.boolParameter(0);
        load32(divisor, SCRATCH);
        if (!isConstantOtherThan(divisor, 0)) {
            asm.d(Op.TEST, SCRATCH, SCRATCH);
            e.exitIf(Cond.EQUAL);
        }
        load32(node.input(0), SCRATCH_2);
        Label done = asm.label();
        if (isPowerOfTwo(divisor)) {
            remainderByPowerOfTwo(node, divisor.intParameter(0), checksMinusZero);
            return;
        }
        Label byMinusOne = asm.label();
        if (!isConstantOtherThan(divisor, -1)) {
            asm.d(Op.CMP, SCRATCH, -1);
            asm.jcc(Cond.EQUAL, byMinusOne);
            e.defer(() -> {
                asm.bind(byMinusOne);
                // INT_MIN % -1 would trap; every remainder by -1 is zero with the dividend's sign.
                asm.d(Op.MOV, SCRATCH_2, 0);
                if (checksMinusZero) {
                    load32(node.input(0), SCRATCH);
                    asm.d(Op.TEST, SCRATCH, SCRATCH);
                    e.exitIf(Cond.SIGN);
                }
                asm.jmp(done);
            });
        }
        divideScratch();
        if (checksMinusZero) {
            asm.d(Op.TEST, SCRATCH_2, SCRATCH_2);
            asm.jcc(Cond.NOT_EQUAL, done);
            load32(node.input(0), SCRATCH);
            asm.d(Op.TEST, SCRATCH, SCRATCH);
            e.exitIf(Cond.SIGN);
        }
        asm.bind(done);
        e.define(SCRATCH_2);
    }

    private static boolean isConstantOtherThan(Node node, int value) {
        return node.is(Operator.ConstantInt32) && node.intParameter(0) != value;
    }

    private static boolean isPowerOfTwo(Node node) {
        return node.is(Operator.ConstantInt32) && node.intParameter(0) > 0 && Integer.bitCount(node.intParameter(0)) == 1;
    }

    /** The dividend is in SCRATCH_2. Negative dividends: the remainder of the magnitude, negated. */
    private void remainderByPowerOfTwo(Node node, int divisor, boolean checksMinusZero) {
        Label done = asm.label();
        Label negative = asm.label();
        asm.d(Op.TEST, SCRATCH_2, SCRATCH_2);
        asm.jcc(Cond.SIGN, negative);
        asm.d(Op.AND, SCRATCH_2, divisor - 1);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(negative);
            asm.d(Op.NEG, SCRATCH_2);
            asm.d(Op.AND, SCRATCH_2, divisor - 1);
            if (checksMinusZero) {
                e.exitIf(Cond.EQUAL);
            }
            asm.d(Op.NEG, SCRATCH_2);
            asm.jmp(done);
        });
        e.define(SCRATCH_2);
    }

    /** Total division: a zero divisor gives 0, INT_MIN / −1 wraps. */
    private void divide(Node node, boolean remainder) {
        Label special = asm.label();
        Label done = asm.label();
        load32(node.input(0), SCRATCH_2);
        load32(node.input(1), SCRATCH);
        // Unsigned divisor + 1 <= 1 means 0 or -1.
        asm.d(Op.ADD, SCRATCH, 1);
        asm.d(Op.CMP, SCRATCH, 1);
        asm.jcc(Cond.BELOW_EQUAL, special);
        asm.d(Op.SUB, SCRATCH, 1);
        divideScratch();
        Reg result = remainder ? SCRATCH_2 : SCRATCH;
        asm.bind(done);
        e.defer(() -> {
            asm.bind(special);
            Label byZero = asm.label();
            if (remainder) {
                asm.d(Op.MOV, SCRATCH_2, 0);
            } else {
                asm.d(Op.CMP, SCRATCH, 1);
                asm.d(Op.MOV, SCRATCH, 0);
                asm.jcc(Cond.EQUAL, byZero);
                asm.d(Op.SUB, SCRATCH, SCRATCH_2);
                asm.bind(byZero);
            }
            asm.jmp(done);
        });
        e.define(result);
    }

    private void negateChecked(Node node) {
        Reg result = e.result();
        load32(node.input(0), SCRATCH);
        asm.d(Op.TEST, SCRATCH, Integer.MAX_VALUE);
        e.exitIf(Cond.EQUAL);
        asm.d(Op.NEG, SCRATCH);
        asm.d(Op.MOV, result, SCRATCH);
        e.define(result);
    }

    private void absoluteChecked(Node node) {
        load32(node.input(0), SCRATCH);
        asm.d(Op.MOV, SCRATCH_2, SCRATCH);
        asm.d(Op.NEG, SCRATCH_2);
        e.exitIf(Cond.OVERFLOW);
        asm.cmov(Cond.NO_SIGN, Width.D, SCRATCH, SCRATCH_2);
        e.define(SCRATCH);
    }

    private void binaryFloat(Node node, Op op, Op avx) {
        Node a = node.input(0);
        Node b = node.input(1);
        if (node.operator().isCommutative() && e.fusion.isFused(a)) {
            a = node.input(1);
            b = node.input(0);
        }
        Xmm result = e.floatResult();
        if (asm.features().has(CpuFeature.AVX)) {
            asm.op(avx, result, e.useFloat(a, XMM_SCRATCH), e.floatOperand(b));
            e.define(result);
            return;
        }
        if (holds(b, result) && !holds(a, result)) {
            if (node.operator().isCommutative()) {
                asm.op(op, result, e.floatOperand(a));
                e.define(result);
                return;
            }
            result = XMM_SCRATCH;
        }
        e.loadFloat(a, result);
        asm.op(op, result, e.floatOperand(b));
        e.define(result);
    }

    private boolean holds(Node value, Xmm register) {
        return !value.operator().isConstant()
                && !e.fusion.isFused(value)
                && e.at(value) instanceof Location.InXmm in
                && in.register() == register;
    }

    private void bitsFloat(Node node, Op op, Op avx, long mask) {
        if (asm.features().has(CpuFeature.AVX)) {
            Xmm result = e.floatResult();
            asm.op(avx, result, e.useFloat(node.input(0), XMM_SCRATCH), asm.literal(mask));
            e.define(result);
            return;
        }
        e.loadFloat(node.input(0), XMM_SCRATCH);
        asm.op(Op.MOVSD, XMM_SCRATCH_2, asm.literal(mask));
        asm.op(op, XMM_SCRATCH, XMM_SCRATCH_2);
        e.define(XMM_SCRATCH);
    }

    private void round(Node node, int mode) {
        Xmm result = e.floatResult();
        Xmm a = e.useFloat(node.input(0), XMM_SCRATCH_2);
        asm.op(Op.ROUNDSD, result, a, new Imm(mode));
        e.define(result);
    }

    /** Math.round: floor(x), one more if x − floor(x) ≥ 0.5; the sign of a zero result is x's. */
    private void roundHalfUp(Node node) {
        Xmm result = e.floatResult();
        Xmm a = e.useFloat(node.input(0), XMM_SCRATCH_2);
        Label done = asm.label();
        // The result may be XMM_SCRATCH itself, so it is written only when what that holds has been compared.
        asm.op(Op.ROUNDSD, XMM_SCRATCH, a, new Imm(ROUND_FLOOR));
        asm.op(Op.SUBSD, XMM_SCRATCH, a);
        asm.op(Op.UCOMISD, XMM_SCRATCH, asm.literal(Double.doubleToRawLongBits(-0.5)));
        asm.op(Op.ROUNDSD, result, a, new Imm(ROUND_FLOOR));
        asm.jcc(Cond.ABOVE, done);
        // -0.5 <= x < 0 gives floor -1 and 1 is added: the zero must be negative, which rounding up does right.
        asm.op(Op.ROUNDSD, result, a, new Imm(ROUND_CEIL));
        asm.bind(done);
        e.define(result);
    }

    /** Math.min and Math.max: NaN if either is NaN; −0 is less than +0. */
    private void extremum(Node node, boolean minimum) {
        Xmm result = e.floatResult();
        Label done = asm.label();
        Label notOrdered = asm.label();
        Label takeSecond = asm.label();
        Xmm b = e.useFloat(node.input(1), XMM_SCRATCH_2);
        e.loadFloat(node.input(0), XMM_SCRATCH);
        asm.op(Op.UCOMISD, XMM_SCRATCH, b);
        asm.jcc(Cond.PARITY, notOrdered);
        asm.jcc(Cond.EQUAL, notOrdered);
        asm.jcc(minimum ? Cond.BELOW : Cond.ABOVE, done);
        asm.bind(takeSecond);
        asm.op(Op.MOVAPD, XMM_SCRATCH, b);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(notOrdered);
            Label equal = asm.label();
            asm.jcc(Cond.NO_PARITY, equal);
            asm.op(Op.ADDSD, XMM_SCRATCH, b);
            asm.jmp(done);
            asm.bind(equal);
            // Equal: only the signs of zeros can differ.
            asm.op(minimum ? Op.ORPD : Op.ANDPD, XMM_SCRATCH, b);
            asm.jmp(done);
        });
        asm.op(Op.MOVAPD, result, XMM_SCRATCH);
        e.define(result);
    }
}
