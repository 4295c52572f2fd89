package org.tierscope.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.asm.CpuFeatures;
import org.tierscope.deopt.ValueSource;
import org.tierscope.ir.Representation;
import org.tierscope.machine.Location;

/** Which instructions operations become, with AVX: memory operands, guards without moves, doubles in words. */
class InstructionSelectionTest extends CodeFixture {
    @Override
    CpuFeatures features() {
        return CpuFeatures.all();
    }

    private static final String ADD_FIELDS = """
            b0:
              v0 = Parameter[0]
              v1 = CheckShape[300] v0 !WRONG_SHAPE @s0
              v2 = LoadField[24 NAMED] v1
              v3 = CheckNumber v2 !NOT_NUMBER @s1
              v4 = LoadField[32 NAMED] v1
              v5 = CheckNumber v4 !NOT_NUMBER @s2
              v6 = AddFloat64 v3 v5
              v7 = BoxFloat64 v6
              v8 = StoreField[24 NAMED] v1 v7
              v9 = Return v0
            s0: $f@0 regs=2 {0=v0}
            s1: $f@1 regs=2 {0=v0 1=v2}
            s2: $f@2 regs=2 {0=v2 1=v4}
            """;

    @Test
    void aGuardsResultIsItsOperandsRegister() {
        var result = generate(ADD_FIELDS);
        assertThat(codeOf(result, 1)).contains("cmp dword ptr [rax], 0x12c\njne exit_v1\nmov dword ptr [r13");
        assertThat(codeOf(result, 9)).startsWith("add rsp");
    }

    @Test
    void aNumberIsUnboxedFromMemoryAndOneComparisonFindsAllThatIsNoDouble() {
        var result = generate(ADD_FIELDS);
        assertThat(codeOf(result, 2)).isEmpty();
        assertThat(codeOf(result, 5)).startsWith("""
                movsd xmm1, [rax+0x20]
                vpaddq xmm1, xmm1, [rip+kfffe000000000000]
                ucomisd xmm1, xmm1
                jp""");
    }

    @Test
    void theExitOfACheckOfMemoryLoadsTheWordAgain() {
        var result = generate(ADD_FIELDS);
        assertThat(codeOf(result, 5)).contains("mov r10, [rax+0x20]\ntest r10, r14\nje exit_v5");
        assertThat(result.exits().get(2).frames().getFirst().values().getLast().source())
                .isEqualTo(new ValueSource.Held(4, new Location.InReg(Registers.SCRATCH_2), Representation.TAGGED));
    }

    @Test
    void exitsReadWhatACheckUnboxedInsteadOfTheWord() {
        var source = (ValueSource.Held) generate(ADD_FIELDS).exits().get(2).frames().getFirst().values().getFirst().source();
        assertThat(source.node()).isEqualTo(3);
        assertThat(source.location()).isInstanceOf(Location.InXmm.class);
    }

    @Test
    void aSumIsBoxedOnItsWayToMemoryAndItsNanIsTheOne() {
        var result = generate(ADD_FIELDS);
        assertThat(codeOf(result, 6)).isEqualTo("vaddsd xmm0, xmm0, xmm1");
        assertThat(codeOf(result, 7)).isEmpty();
        assertThat(codeOf(result, 8)).isEqualTo("vpaddq xmm15, xmm0, [rip+k2000000000000]\nmovsd [rax+0x18], xmm15");
    }

    @Test
    void aDoubleFromATypedArrayIsCheckedForNanWhereItBecomesAWord() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = LoadTypedData v0
                  v2 = ConstantInt32[3]
                  v3 = LoadTypedFloat64[FLOAT64] v1 v2
                  v4 = AddFloat64 v3 v3
                  v5 = BoxFloat64 v4
                  v6 = StoreField[24 NAMED] v0 v5
                  v7 = Return v0
                """);
        assertThat(codeOf(result, 3)).isEqualTo("movsd xmm0, [rcx+0x18]");
        assertThat(codeOf(result, 6)).startsWith("ucomisd xmm0, xmm0\njp");
    }

    @Test
    void aTypedArrayGetsTheUsualNan() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = LoadTypedData v0
                  v2 = ConstantInt32[3]
                  v3 = UnboxNumber v0
                  v5 = StoreTypedFloat64[FLOAT64] v1 v2 v3
                  v6 = StoreTypedFloat64[FLOAT32] v1 v2 v3
                  v7 = Return v0
                """);
        assertThat(codeOf(result, 5)).startsWith("ucomisd xmm0, xmm0\njp").contains("0x7ff8000000000000");
        assertThat(codeOf(result, 6)).contains("ucomiss xmm14, xmm14\njp").contains("0x7fc00000");
    }

    @Test
    void aLoadBehindWhichSomethingIsStoredIsNoMemoryOperand() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = Parameter[1]
                  v2 = LoadField[24 NAMED] v0
                  v3 = StoreField[24 NAMED] v0 v1
                  v4 = UnboxNumber v2
                  v5 = BoxFloat64 v4
                  v6 = Return v5
                """);
        assertThat(codeOf(result, 2)).startsWith("mov ").contains("+0x18]");
        assertThat(codeOf(result, 4)).startsWith("movq xmm0, ");
    }

    private static final String ELEMENTS = """
            b0:
              v0 = Parameter[0]
              v1 = Parameter[1]
              v2 = LoadTypedData v0
              v3 = CheckInt32 v1 !NOT_INT32 @s0
              v4 = LoadTypedLength v0
              v5 = CheckBounds v3 v4 !OUT_OF_BOUNDS @s0
              v6 = LoadTypedInt32[INT32] v2 v5
              v7 = AndInt32 v3 v6
              v8 = BoxInt32 v7
              v9 = Return v8
            s0: $f@0 regs=2 {0=v0 1=v1}
            """;

    @Test
    void anIndexIsUsedAsItIsAndArithmeticReadsMemory() {
        var result = generate(ELEMENTS);
        assertThat(codeOf(result, 6)).isEmpty();
        assertThat(codeOf(result, 7)).matches("mov (\\w+), (\\w+)\nand \\1, \\[\\w+\\+\\w+\\*4\\]");
    }

    @Test
    void aComparisonWithZeroTests() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = UnboxInt32 v0
                  v2 = ConstantInt32[0]
                  v3 = CompareInt32[GT] v1 v2
                  v4 = Branch v3 b1 b2
                b1 <- b0:
                  v5 = Return v0
                b2 <- b0:
                  v6 = Constant[0xa]
                  v7 = Return v6
                """);
        assertThat(codeOf(result, 4)).isEqualTo("test ecx, ecx\njle b2");
    }

    @Test
    void aLengthIsComparedWhereItLies() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = LoadArrayLength v0
                  v2 = ConstantInt32[7]
                  v3 = CompareInt32[GT] v2 v1
                  v4 = Branch v3 b1 b2
                b1 <- b0:
                  v5 = Return v0
                b2 <- b0:
                  v6 = Constant[0xa]
                  v7 = Return v6
                """);
        assertThat(codeOf(result, 1)).isEmpty();
        assertThat(codeOf(result, 4)).isEqualTo("cmp dword ptr [rax+0x18], 0x7\njge b2");
    }

    private static final String SUMS = """
            b0:
              v0 = Parameter[0]
              v1 = Parameter[1]
              v2 = UnboxInt32 v0
              v3 = UnboxInt32 v1
              v17 = BoxInt32 v2
              v4 = AddInt32 v2 v3
              v5 = ConstantInt32[5]
              v6 = SubInt32 v2 v5
              v7 = MulInt32 v3 v5
              v8 = ConstantInt32[8]
              v9 = MulInt32 v3 v8
              v10 = XorInt32 v4 v6
              v11 = XorInt32 v7 v9
              v12 = AddInt32 v10 v11
              v13 = XorInt32 v12 v2
              v14 = XorInt32 v13 v3
              v15 = BoxInt32 v14
              v16 = StoreField[24 NAMED] v0 v15
              v18 = StoreField[32 NAMED] v0 v17
              v19 = StoreField[40 NAMED] v1 v17
              v20 = BoxInt32 v3
              v21 = Return v20
            """;

    @Test
    void sumsAndSmallProductsOfWhatLivesOnAreAddresses() {
        var result = generate(SUMS);
        assertThat(codeOf(result, 4)).matches("lea \\w+, \\[\\w+\\+\\w+\\*1\\]");
        assertThat(codeOf(result, 6)).matches("lea \\w+, \\[\\w+-0x5\\]");
        assertThat(codeOf(result, 7)).matches("lea (\\w+), \\[(\\w+)\\+\\2\\*4\\]");
        assertThat(codeOf(result, 9)).contains("shl ").endsWith(", 0x3");
    }

    @Test
    void anInt32IsBoxedByOneInstructionWhetherItLivesOnOrNot() {
        var result = generate(SUMS);
        assertThat(codeOf(result, 15)).matches("or \\w+, r14");
        assertThat(codeOf(result, 17)).matches("lea \\w+, \\[\\w+\\+r14\\*1\\]");
    }

    @Test
    void anInt32InMemoryIsUnboxedByLoadingItsLowHalf() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = LoadField[24 NAMED] v0
                  v2 = UnboxInt32 v1
                  v3 = BoxInt32 v2
                  v4 = Return v3
                """);
        assertThat(codeOf(result, 1)).isEmpty();
        assertThat(codeOf(result, 2)).matches("mov e\\w+, \\[rax\\+0x18\\]");
    }

    @Test
    void aPositiveFactorNeedsNoLookForMinusZero() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = UnboxInt32 v0
                  v2 = ConstantInt32[7]
                  v3 = MulInt32Checked[true] v1 v2 !OVERFLOW @s0
                  v4 = ConstantInt32[-7]
                  v5 = MulInt32Checked[true] v3 v4 !OVERFLOW @s0
                  v6 = BoxInt32 v5
                  v7 = Return v6
                s0: $f@0 regs=2 {0=v0}
                """);
        assertThat(codeOf(result, 3)).contains("imul").doesNotContain("test");
        assertThat(codeOf(result, 5)).contains("imul").contains("test");
    }

    @Test
    void theEmptySideOfAnIfStatementIsFallenThrough() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = Parameter[1]
                  v2 = SameWord v0 v1
                  v3 = Branch v2 b1 b2
                b1 <- b0:
                  v4 = StoreField[24 NAMED] v0 v1
                  v5 = Jump b3
                b2 <- b0:
                  v6 = Jump b3
                b3 <- b1 b2:
                  v7 = Return v0
                """);
        assertThat(codeOf(result, 5)).isEmpty();
        assertThat(codeOf(result, 6)).isEmpty();
    }

    @Test
    void aValueThatALoopNeedsNoRegisterForLeavesItInFrontOfTheLoop() {
        var text = new StringBuilder("b0:\n  v0 = Parameter[0]\n  v1 = Parameter[1]\n  v2 = UnboxInt32 v1\n");
        text.append("  v3 = ConstantInt32[0]\n  v4 = Jump b1\nb1 <- b0 b2:\n  v5 = Phi:INT32 v3 v90\n");
        text.append("  v6 = CompareInt32[LT] v5 v2\n  v7 = Branch v6 b2 b3\nb2 <- b1:\n");
        for (int i = 10; i < 17; i++) {
            text.append("  v%d = ConstantInt32[%d]\n  v%d = XorInt32 v5 v%d\n".formatted(i, i, i + 20, i));
        }
        text.append("  v50 = AddInt32 v30 v31\n");
        for (int i = 32; i < 37; i++) {
            text.append("  v%d = AddInt32 v%d v%d\n".formatted(i + 19, i + 18, i));
        }
        text.append("  v90 = OrInt32 v55 v30\n  v91 = Jump b1\nb3 <- b1:\n  v92 = StoreField[24 NAMED] v0 v1\n  v93 = Return v0\n");
        assertThat(codeOf(generate(text.toString()), 91)).doesNotContain("[");
    }
}
