package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.ir.pass.PassTests.block;

import org.junit.jupiter.api.Test;

/** Arithmetic of which only the low 32 bits are needed. */
class TruncationTest {
    private static String after(String nodes) {
        return PassTests.after(new Truncation(), block("""
                v10 = CheckInt32 v0 !NOT_INT32 @s0
                v11 = CheckInt32 v1 !NOT_INT32 @s0
                v12 = ConstantInt32[0]
                """ + nodes));
    }

    @Test
    void aSumThatIsTruncatedNeedsNoCheck() {
        String text = after("""
                v13 = AddInt32Checked v10 v11 !OVERFLOW @s0
                v14 = OrInt32 v13 v12
                v15 = BoxInt32 v14
                v16 = Return v15
                """);
        assertThat(text).containsPattern("v(\\d+) = AddInt32 v10 v11\\n.*BoxInt32 v\\1").doesNotContain("Checked", "OrInt32");
    }

    @Test
    void aSumThatIsAlsoReturnedDoes() {
        String text = after("""
                v13 = AddInt32Checked v10 v11 !OVERFLOW @s0
                v14 = XorInt32 v13 v11
                v15 = BoxInt32 v14
                v17 = StringOfUnit v14 !THROWS @s0
                v16 = BoxInt32 v13
                v18 = Return v16
                """);
        assertThat(text).contains("AddInt32Checked v10 v11");
    }

    @Test
    void aSumOfSumsIsExactToo() {
        String text = after("""
                v13 = AddInt32Checked v10 v11 !OVERFLOW @s0
                v14 = SubInt32Checked v13 v11 !OVERFLOW @s0
                v15 = AndInt32 v14 v10
                v16 = BoxInt32 v15
                v18 = Return v16
                """);
        assertThat(text).contains("AddInt32 ", "SubInt32 ").doesNotContain("Checked");
    }

    @Test
    void aProductOfAnyInt32IsNotExactInDoubles() {
        String text = after("""
                v13 = MulInt32Checked[true] v10 v11 !OVERFLOW @s0
                v14 = OrInt32 v13 v12
                v15 = BoxInt32 v14
                v16 = Return v15
                """);
        assertThat(text).contains("MulInt32Checked[true] v10 v11");
    }

    @Test
    void aProductWithASmallFactorIs() {
        String text = after("""
                v13 = ConstantInt32[31]
                v14 = MulInt32Checked[true] v10 v13 !OVERFLOW @s0
                v15 = AddInt32Checked v14 v11 !OVERFLOW @s0
                v16 = OrInt32 v15 v12
                v17 = BoxInt32 v16
                v18 = Return v17
                """);
        assertThat(text).contains("MulInt32 v10 v13").doesNotContain("Checked");
    }

    @Test
    void theInterpreterGetsTheExactValue() {
        String text = PassTests.after(
                new Truncation(),
                """
                graph f function=1 entry=0 slots=2
                b0:
                  v0 = Parameter[0]
                  v1 = CheckInt32 v0 !NOT_INT32 @s0
                  v2 = AddInt32Checked v1 v1 !OVERFLOW @s0
                  v3 = CheckString v0 !NOT_STRING @s1
                  v4 = XorInt32 v2 v1
                  v5 = BoxInt32 v4
                  v6 = Return v5
                s0: f1@0 regs=2 {0=v0}
                s1: f1@3 regs=2 {0=v0 1=v2}
                """);
        assertThat(text).containsPattern("v(\\d+) = AddFloat64 [\\s\\S]*s1: .*1=v\\1").contains("AddInt32 v1 v1");
    }

    @Test
    void aTruncatedSumOfDoublesMadeOfInt32IsOneOfInt32() {
        String text = after("""
                v13 = Int32ToFloat64 v10
                v14 = ConstantFloat64[31.0]
                v15 = MulFloat64 v13 v14
                v16 = Int32ToFloat64 v11
                v17 = AddFloat64 v15 v16
                v18 = TruncateFloat64 v17
                v19 = BoxInt32 v18
                v20 = Return v19
                """);
        assertThat(text).contains("MulInt32 v10", "AddInt32 v").doesNotContain("TruncateFloat64");
    }

    @Test
    void oneOfFractionsIsNot() {
        String text = after("""
                v13 = Int32ToFloat64 v10
                v14 = ConstantFloat64[0.5]
                v15 = AddFloat64 v13 v14
                v18 = TruncateFloat64 v15
                v19 = BoxInt32 v18
                v20 = Return v19
                """);
        assertThat(text).contains("TruncateFloat64 v15");
    }

    @Test
    void aTruncatedUnsignedElementIsLoadedAsInt32() {
        String text = after("""
                v13 = LoadTypedData v2
                v14 = LoadTypedFloat64[UINT32] v13 v10
                v18 = TruncateFloat64 v14
                v19 = BoxInt32 v18
                v20 = Return v19
                """);
        assertThat(text).contains("LoadTypedInt32[INT32] v13 v10").doesNotContain("TruncateFloat64");
    }

    private static final String UNSIGNED_LOOP = """
            graph f function=1 entry=0 slots=1
            b0:
              v0 = Parameter[0]
              v1 = ConstantFloat64[%s]
              v2 = Checkpoint @s0
              v3 = Jump b1
            b1 <- b0 b2:
              v4 = Phi:FLOAT64 v1 v8
              v5 = TruncateFloat64 v4
              v6 = Truthy v0
              v7 = Branch v6 b2 b3
            b2 <- b1:
              v10 = ConstantInt32[5]
              v11 = XorInt32 v5 v10
              v8 = %s
              v12 = CheckInterrupt !INTERRUPT @s1
              v13 = Jump b1
            b3 <- b1:
              v14 = BoxInt32 v5
              v15 = Return v14
            s0: f1@0 regs=1 {0=v0}
            s1: f1@4 regs=1 {0=v4}
            """;

    @Test
    void aLoopVariableThatIsUnsignedIsCarriedAsInt32() {
        String text = PassTests.after(new Truncation(), UNSIGNED_LOOP.formatted("4.294967295E9", "Uint32ToFloat64 v11"));

        assertThat(text).contains("Phi:INT32 v", "ConstantInt32[-1]").doesNotContain("TruncateFloat64").contains("s1: f1@4 regs=1 {0=v4}");
    }

    @Test
    void oneThatGrowsWithoutBoundIsNot() {
        String text = PassTests.after(new Truncation(), UNSIGNED_LOOP.formatted("1.0", "AddFloat64 v4 v1"));

        assertThat(text).contains("TruncateFloat64 v4").doesNotContain("Phi:INT32");
    }
}
