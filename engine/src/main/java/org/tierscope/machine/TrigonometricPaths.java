package org.tierscope.machine;

import static org.tierscope.machine.FastPaths.A;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;

/**
 * Sine and cosine of raw doubles up to some 800,000, with the very operations of Sun's fdlibm in their order (k_sin.c, k_cos.c and the
 * first step of e_rem_pio2.c of netlib's fdlibm 5.3), which {@link StrictMath} is defined to be: so results are the same
 * bit for bit. Whatever needs more than the first step of the reduction, because it lies close to a multiple of π/2, is Java's.
 */
final class TrigonometricPaths {
    private static final double[] SINE = {
        -1.66666666666666324348e-01, 8.33333333332248946124e-03, -1.98412698298579493134e-04,
        2.75573137070700676789e-06, -2.50507602534068634195e-08, 1.58969099521155010221e-10
    };
    private static final double[] COSINE = {
        4.16666666666666019037e-02, -1.38888888888741095749e-03, 2.48015872894767294178e-05,
        -2.75573143513906633035e-07, 2.08757232129817482790e-09, -1.13596475577881948265e-11
    };
    private static final double TWO_BY_PI = 6.36619772367581382433e-01;
    /** The first 33 bits of π/2, and what is missing. */
    private static final double HALF_PI = 1.57079632673412561417e+00;

    private static final double HALF_PI_REST = 6.07710050650619224932e-11;

    // High words of doubles without their sign.
    private static final int QUARTER_PI_HIGH = 0x3fe921fb;
    private static final int LARGEST_HIGH = 0x413921fb;
    private static final int TINY_HIGH = 0x3e400000;

    /** How many bits the first step of the reduction may cancel. */
    private static final int CANCELLED = 16;

    private static final Reg HIGH = Reg.RAX;
    private static final Reg QUADRANT = Reg.R11;
    private static final Xmm X = Xmm.XMM0;
    private static final Xmm Y = Xmm.XMM1;
    private static final Xmm Z = Xmm.XMM2;
    private static final Xmm V = Xmm.XMM3;
    private static final Xmm R = Xmm.XMM4;
    private static final Xmm T = Xmm.XMM5;
    private static final Xmm Q = Xmm.XMM6;

    private final Assembler asm;
    private final Label slow;

    private TrigonometricPaths(Assembler asm, Label slow) {
        this.asm = asm;
        this.slow = slow;
    }

    static void sine(Assembler asm, Label slow) {
        new TrigonometricPaths(asm, slow).emit(0);
    }

    /** The cosine is the sine a quadrant further on. */
    static void cosine(Assembler asm, Label slow) {
        new TrigonometricPaths(asm, slow).emit(1);
    }

    private void emit(int firstQuadrant) {
        Label reduce = asm.label();
        Label tiny = asm.label();
        Label cosine = asm.label();
        Label sign = asm.label();
        Label done = asm.label();
        asm.op(Op.MOVQ, X, A);
        high(X);
        asm.d(Op.CMP, HIGH, QUARTER_PI_HIGH);
        asm.jcc(Cond.ABOVE, reduce);
        asm.d(Op.CMP, HIGH, TINY_HIGH);
        asm.jcc(Cond.BELOW, tiny);
        if (firstQuadrant == 0) {
            sineOfSmall();
        } else {
            asm.op(Op.XORPS, Y, Y);
            cosineOfReduced();
        }
        asm.op(Op.MOVQ, Reg.RAX, X);
        asm.op(Op.RET);
        asm.bind(tiny);
        if (firstQuadrant == 0) {
            asm.q(Op.MOV, Reg.RAX, A);
        } else {
            asm.q(Op.MOV, Reg.RAX, Double.doubleToRawLongBits(1));
        }
        asm.op(Op.RET);

        asm.bind(reduce);
        asm.d(Op.CMP, HIGH, LARGEST_HIGH);
        asm.jcc(Cond.ABOVE, slow);
        reduce();
        if (firstQuadrant != 0) {
            asm.d(Op.ADD, QUADRANT, firstQuadrant);
        }
        asm.d(Op.TEST, QUADRANT, 1);
        asm.jcc(Cond.NOT_ZERO, cosine);
        sineOfReduced();
        asm.jmp(sign);
        asm.bind(cosine);
        high(X);
        cosineOfReduced();
        asm.bind(sign);
        asm.op(Op.MOVQ, Reg.RAX, X);
        asm.d(Op.TEST, QUADRANT, 2);
        asm.jcc(Cond.ZERO, done);
        asm.q(Op.MOV, Reg.R10, Long.MIN_VALUE);
        asm.q(Op.XOR, Reg.RAX, Reg.R10);
        asm.bind(done);
        asm.op(Op.RET);
    }

    /** HIGH = the upper half of a double without its sign. */
    private void high(Xmm number) {
        asm.op(Op.MOVQ, HIGH, number);
        asm.q(Op.SHR, HIGH, 32);
        asm.d(Op.AND, HIGH, Integer.MAX_VALUE);
    }

    /** X + Y = the number less QUADRANT times π/2; HIGH is the number's. */
    private void reduce() {
        Label positive = asm.label();
        asm.q(Op.MOV, Reg.R10, A);
        asm.q(Op.BTR, Reg.R10, 63);
        asm.op(Op.MOVQ, Y, Reg.R10);
        asm.op(Op.MOVAPD, Z, Y);
        constant(Op.MULSD, Z, TWO_BY_PI);
        constant(Op.ADDSD, Z, 0.5);
        asm.d(Op.CVTTSD2SI, QUADRANT, Z);
        asm.op(Op.XORPS, Z, Z);
        asm.d(Op.CVTSI2SD, Z, QUADRANT);
        asm.op(Op.MOVAPD, V, Z);
        constant(Op.MULSD, V, HALF_PI);
        asm.op(Op.SUBSD, Y, V);
        constant(Op.MULSD, Z, HALF_PI_REST);
        asm.op(Op.MOVAPD, X, Y);
        asm.op(Op.SUBSD, X, Z);
        // Exponents of the number and of what is left of it.
        asm.op(Op.MOVQ, Reg.R10, X);
        asm.q(Op.SHR, Reg.R10, 52);
        asm.d(Op.AND, Reg.R10, 0x7ff);
        asm.d(Op.SHR, HIGH, 20);
        asm.d(Op.SUB, HIGH, Reg.R10);
        asm.d(Op.CMP, HIGH, CANCELLED);
        asm.jcc(Cond.GREATER, slow);
        asm.op(Op.SUBSD, Y, X);
        asm.op(Op.SUBSD, Y, Z);
        asm.q(Op.TEST, A, A);
        asm.jcc(Cond.NO_SIGN, positive);
        asm.op(Op.MOVSD, T, asm.literal(Long.MIN_VALUE));
        asm.op(Op.XORPD, X, T);
        asm.op(Op.XORPD, Y, T);
        asm.d(Op.NEG, QUADRANT);
        asm.bind(positive);
    }

    /** R = c[from] + Z (c[from + 1] + Z (…)). */
    private void polynomial(double[] c, int from) {
        asm.op(Op.MOVSD, R, asm.literal(Double.doubleToRawLongBits(c[c.length - 1])));
        for (int i = c.length - 2; i >= from; i--) {
            asm.op(Op.MULSD, R, Z);
            constant(Op.ADDSD, R, c[i]);
        }
    }

    private void squares() {
        asm.op(Op.MOVAPD, Z, X);
        asm.op(Op.MULSD, Z, X);
        asm.op(Op.MOVAPD, V, Z);
        asm.op(Op.MULSD, V, X);
    }

    /** X = x + v (S1 + z r). */
    private void sineOfSmall() {
        squares();
        polynomial(SINE, 1);
        asm.op(Op.MULSD, R, Z);
        constant(Op.ADDSD, R, SINE[0]);
        asm.op(Op.MULSD, R, V);
        asm.op(Op.ADDSD, X, R);
    }

    /** X = x − ((z (y/2 − v r) − y) − v S1). */
    private void sineOfReduced() {
        squares();
        polynomial(SINE, 1);
        asm.op(Op.MOVAPD, T, Y);
        constant(Op.MULSD, T, 0.5);
        asm.op(Op.MULSD, R, V);
        asm.op(Op.SUBSD, T, R);
        asm.op(Op.MULSD, T, Z);
        asm.op(Op.SUBSD, T, Y);
        constant(Op.MULSD, V, SINE[0]);
        asm.op(Op.SUBSD, T, V);
        asm.op(Op.SUBSD, X, T);
    }

    /** X = 1 − (z/2 − (z r − x y)), from 0.3 on in two parts; HIGH is that of X. */
    private void cosineOfReduced() {
        Label large = asm.label();
        Label part = asm.label();
        Label done = asm.label();
        asm.op(Op.MOVAPD, Z, X);
        asm.op(Op.MULSD, Z, X);
        polynomial(COSINE, 0);
        asm.op(Op.MULSD, R, Z);
        asm.op(Op.MOVAPD, T, Z);
        asm.op(Op.MULSD, T, R);
        asm.op(Op.MULSD, X, Y);
        asm.op(Op.SUBSD, T, X);
        asm.op(Op.MOVAPD, V, Z);
        constant(Op.MULSD, V, 0.5);
        asm.op(Op.MOVSD, X, asm.literal(Double.doubleToRawLongBits(1)));
        asm.d(Op.CMP, HIGH, 0x3fd33333);
        asm.jcc(Cond.ABOVE_EQUAL, large);
        asm.op(Op.SUBSD, V, T);
        asm.op(Op.SUBSD, X, V);
        asm.jmp(done);
        asm.bind(large);
        asm.op(Op.MOVSD, Q, asm.literal(Double.doubleToRawLongBits(0.28125)));
        asm.d(Op.CMP, HIGH, 0x3fe90000);
        asm.jcc(Cond.ABOVE, part);
        asm.comment("a quarter of X, roughly");
        asm.d(Op.SUB, HIGH, 0x00200000);
        asm.q(Op.SHL, HIGH, 32);
        asm.op(Op.MOVQ, Q, HIGH);
        asm.bind(part);
        asm.op(Op.SUBSD, V, Q);
        asm.op(Op.SUBSD, X, Q);
        asm.op(Op.SUBSD, V, T);
        asm.op(Op.SUBSD, X, V);
        asm.bind(done);
    }

    private void constant(Op op, Xmm target, double value) {
        asm.op(op, target, asm.literal(Double.doubleToRawLongBits(value)));
    }
}
