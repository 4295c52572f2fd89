package org.tierscope.asm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.asm.Xmm.XMM1;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** One-instruction functions give, for awkward operands, what Java's operator gives. */
@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class AgainstJavaTest {
    private static final long[] LONGS = {0, 1, -1, 2, 31, 32, 63, 64, 0x7fff_ffffL, 0x8000_0000L, -0x8000_0000L,
        0xffff_ffffL, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE, 0x0123_4567_89ab_cdefL};
    private static final double[] DOUBLES = {0.0, -0.0, 1.0, -1.5, 1e300, -1e300, Double.MIN_VALUE,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 2147483648.0, -2147483649.0};

    private static CodeMemory memory;
    private static CpuFeatures features;

    @BeforeAll
    static void open() {
        memory = CodeMemory.reserve(1 << 20);
        features = CpuFeatures.probe(memory);
    }

    @AfterAll
    static void close() {
        memory.close();
    }

    /** Machine code of two long arguments in rdi and rsi and a result in rax. */
    private static LongBinaryOperator function(Consumer<Assembler> body) {
        Assembler asm = Assembler.plain(features);
        body.accept(asm);
        asm.op(Op.RET);
        var handle = NativeCall.handle(memory.install(asm.finish(), "test").address(), 2);
        return (a, b) -> {
            try {
                return (long) handle.invokeExact(a, b);
            } catch (Throwable e) {
                throw NativeCall.unexpected(e);
            }
        };
    }

    private static void assertSame(String name, LongBinaryOperator actual, LongBinaryOperator expected) {
        for (long a : LONGS) {
            for (long b : LONGS) {
                assertThat(actual.applyAsLong(a, b)).as("%s %x %x", name, a, b).isEqualTo(expected.applyAsLong(a, b));
            }
        }
    }

    @Test
    void arithmetic() {
        Map<Op, LongBinaryOperator> wide = Map.of(Op.ADD, Long::sum, Op.SUB, (a, b) -> a - b,
                Op.AND, (a, b) -> a & b, Op.OR, (a, b) -> a | b, Op.XOR, (a, b) -> a ^ b, Op.IMUL, (a, b) -> a * b);
        wide.forEach((op, java) -> {
            assertSame(op + ".q", function(asm -> {
                asm.q(Op.MOV, RAX, RDI);
                asm.q(op, RAX, RSI);
            }), java);
            assertSame(op + ".d", function(asm -> {
                asm.q(Op.MOV, RAX, RDI);
                asm.d(op, RAX, RSI);
            }), (a, b) -> java.applyAsLong(a, b) & 0xffff_ffffL);
        });
    }

    @Test
    void shifts() {
        Map<Op, LongBinaryOperator> wide = Map.of(Op.SHL, (a, b) -> a << b, Op.SHR, (a, b) -> a >>> b,
                Op.SAR, (a, b) -> a >> b, Op.ROL, (a, b) -> Long.rotateLeft(a, (int) b),
                Op.ROR, (a, b) -> Long.rotateRight(a, (int) b));
        wide.forEach((op, java) -> assertSame(op + ".q", function(asm -> {
            asm.q(Op.MOV, RCX, RSI);
            asm.q(Op.MOV, RAX, RDI);
            asm.q(op, RAX, RCX);
        }), java));
        Map<Op, LongBinaryOperator> narrow = Map.of(Op.SHL, (a, b) -> (int) a << b, Op.SHR, (a, b) -> (int) a >>> b,
                Op.SAR, (a, b) -> (int) a >> b);
        narrow.forEach((op, java) -> assertSame(op + ".d", function(asm -> {
            asm.q(Op.MOV, RCX, RSI);
            asm.q(Op.MOV, RAX, RDI);
            asm.d(op, RAX, RCX);
        }), (a, b) -> java.applyAsLong(a, b) & 0xffff_ffffL));
    }

    @Test
    void shiftsByRegister() {
        assumeTrue(features.has(CpuFeature.BMI2));
        Map<Op, LongBinaryOperator> ops = Map.of(Op.SHLX, (a, b) -> a << b, Op.SHRX, (a, b) -> a >>> b,
                Op.SARX, (a, b) -> a >> b);
        ops.forEach((op, java) -> assertSame(op.mnemonic, function(asm -> asm.q(op, RAX, RDI, RSI)), java));
    }

    @Test
    void division() {
        LongBinaryOperator quotient = function(asm -> {
            asm.q(Op.MOV, RAX, RDI);
            asm.op(Op.CQO);
            asm.q(Op.IDIV, RSI);
        });
        LongBinaryOperator remainder32 = function(asm -> {
            asm.d(Op.MOV, RAX, RDI);
            asm.op(Op.CDQ);
            asm.d(Op.IDIV, RSI);
            asm.q(Op.MOVSXD, RAX, RDX);
        });
        for (long a : LONGS) {
            for (long b : LONGS) {
                if (b != 0 && b != -1) {
                    assertThat(quotient.applyAsLong(a, b)).isEqualTo(a / b);
                }
                if ((int) b != 0 && (int) b != -1) {
                    assertThat(remainder32.applyAsLong(a, b)).isEqualTo((int) a % (int) b);
                }
            }
        }
    }

    @Test
    void conditions() {
        Map<Cond, LongBinaryOperator> expected = Map.of(
                Cond.EQUAL, (a, b) -> a == b ? 1 : 0, Cond.LESS, (a, b) -> a < b ? 1 : 0,
                Cond.LESS_EQUAL, (a, b) -> a <= b ? 1 : 0,
                Cond.BELOW, (a, b) -> Long.compareUnsigned(a, b) < 0 ? 1 : 0,
                Cond.BELOW_EQUAL, (a, b) -> Long.compareUnsigned(a, b) <= 0 ? 1 : 0,
                Cond.SIGN, (a, b) -> a - b < 0 ? 1 : 0,
                Cond.OVERFLOW, (a, b) -> ((a ^ b) & (a ^ a - b)) < 0 ? 1 : 0,
                Cond.PARITY, (a, b) -> (Long.bitCount(a - b & 0xff) & 1) == 0 ? 1 : 0);
        expected.forEach((cond, java) -> {
            assertSame("set" + cond, set(cond), java);
            assertSame("set" + cond.negate(), set(cond.negate()), (a, b) -> 1 - java.applyAsLong(a, b));
            assertSame("cmov" + cond, function(asm -> {
                asm.q(Op.MOV, RAX, RDI);
                asm.q(Op.CMP, RDI, RSI);
                asm.cmov(cond, Width.Q, RAX, RSI);
            }), (a, b) -> java.applyAsLong(a, b) == 1 ? b : a);
            assertSame("j" + cond, function(asm -> {
                Label yes = asm.label();
                asm.q(Op.MOV, RAX, 1);
                asm.q(Op.CMP, RDI, RSI);
                asm.jcc(cond, yes);
                asm.d(Op.XOR, RAX, RAX);
                asm.bind(yes);
            }), java);
        });
    }

    private static LongBinaryOperator set(Cond cond) {
        return function(asm -> {
            asm.q(Op.CMP, RDI, RSI);
            asm.set(cond, RAX);
            asm.d(Op.MOVZX8, RAX, RAX);
        });
    }

    @Test
    void doubles() {
        Map<Op, DoubleBinaryOperator> ops = Map.of(Op.ADDSD, Double::sum, Op.SUBSD, (a, b) -> a - b,
                Op.MULSD, (a, b) -> a * b, Op.DIVSD, (a, b) -> a / b, Op.SQRTSD, (_, b) -> Math.sqrt(b));
        ops.forEach((op, java) -> {
            LongBinaryOperator code = function(asm -> {
                asm.op(Op.MOVQ, XMM0, RDI);
                asm.op(Op.MOVQ, XMM1, RSI);
                asm.op(op, XMM0, XMM1);
                asm.op(Op.MOVQ, RAX, XMM0);
            });
            for (double a : DOUBLES) {
                for (double b : DOUBLES) {
                    long bits = code.applyAsLong(Double.doubleToRawLongBits(a), Double.doubleToRawLongBits(b));
                    assertThat(Double.longBitsToDouble(bits)).as("%s %s %s", op, a, b)
                            .isEqualTo(Double.valueOf(java.applyAsDouble(a, b)));
                }
            }
        });
    }

    @Test
    void conversions() {
        LongBinaryOperator truncate = function(asm -> {
            asm.op(Op.MOVQ, XMM0, RDI);
            asm.d(Op.CVTTSD2SI, RAX, XMM0);
        });
        for (double d : DOUBLES) {
            boolean fits = d > -2147483649.0 && d < 2147483648.0;
            long expected = fits ? (int) d & 0xffff_ffffL : 0x8000_0000L;
            assertThat(truncate.applyAsLong(Double.doubleToRawLongBits(d), 0)).as("%s", d).isEqualTo(expected);
        }
        LongBinaryOperator widen = function(asm -> {
            asm.d(Op.CVTSI2SD, XMM0, RDI);
            asm.op(Op.MOVQ, RAX, XMM0);
        });
        LongBinaryOperator round = function(asm -> {
            asm.op(Op.MOVQ, XMM0, RDI);
            asm.op(Op.CVTSD2SS, XMM0, XMM0);
            asm.op(Op.CVTSS2SD, XMM0, XMM0);
            asm.op(Op.MOVQ, RAX, XMM0);
        });
        for (long n : LONGS) {
            assertThat(widen.applyAsLong(n, 0)).isEqualTo(Double.doubleToRawLongBits((int) n));
            double d = n;
            assertThat(round.applyAsLong(Double.doubleToRawLongBits(d), 0))
                    .isEqualTo(Double.doubleToRawLongBits((float) d));
        }
    }
}
