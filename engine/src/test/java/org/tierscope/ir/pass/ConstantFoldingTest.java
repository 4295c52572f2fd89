package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.ir.pass.PassTests.block;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierscope.runtime.Value;

class ConstantFoldingTest {
    private static String folded(String nodes) {
        return PassTests.after(new ConstantFolding(), block(nodes));
    }

    /** The word returned by int32 operation {@code operator} on two constants, or what was left of it. */
    private static String int32(String operator, int a, int b) {
        boolean guard = operator.contains("Checked");
        String text = folded(
                """
                v3 = ConstantInt32[%d]
                v4 = ConstantInt32[%d]
                v5 = %s v3 v4%s
                v6 = BoxInt32 v5
                v7 = Return v6
                """.formatted(a, b, operator, guard ? reason(operator) + " @s0" : ""));
        String returned = text.substring(text.indexOf("Return v") + 7).split("\n")[0];
        String definition = text.substring(text.indexOf("  " + returned + " = ") + returned.length() + 5).split("\n")[0];
        return definition.startsWith("Constant[0xfffe0000")
                ? Integer.toString((int) Long.parseUnsignedLong(definition.substring(11, definition.length() - 1), 16))
                : "kept";
    }

    private static String reason(String operator) {
        return operator.startsWith("Mod") ? " !MINUS_ZERO" : operator.startsWith("Div") ? " !NOT_EXACT" : " !OVERFLOW";
    }

    @ParameterizedTest
    @CsvSource({
        "AddInt32, 2147483647, 1, -2147483648",
        "AddInt32Checked, 2, 3, 5",
        "AddInt32Checked, 2147483647, 1, kept", // must not fold: overflows
        "SubInt32Checked, -2147483648, 1, kept", // must not fold: overflows
        "MulInt32Checked[true], 6, 7, 42",
        "MulInt32Checked[true], 0, -1, kept", // must not fold: −0
        "MulInt32Checked[false], 0, -1, 0",
        "MulInt32, 65536, 65536, 0",
        "DivInt32Checked, 6, 3, 2",
        "DivInt32Checked, 7, 2, kept", // must not fold: no integer
        "DivInt32Checked, 1, 0, kept", // must not fold: infinity
        "DivInt32Checked, 0, -5, kept", // must not fold: −0
        "DivInt32Checked, -2147483648, -1, kept", // must not fold: 2^31
        "ModInt32Checked[true], 7, 3, 1",
        "ModInt32Checked[true], -6, 3, kept", // must not fold: −0
        "ModInt32Checked[true], 6, 0, kept", // must not fold: NaN
        "ModInt32Checked[true], -2147483648, -1, kept", // must not fold: −0
        "ShlInt32, 1, 33, 2",
        "UshrInt32, -1, 28, 15",
        "ShrInt32, -16, 2, -4",
        "AndInt32, 12, 10, 8",
        "MinInt32, -3, 2, -3"
    })
    void int32Arithmetic(String operator, int a, int b, String expected) {
        assertThat(int32(operator, a, b)).isEqualTo(expected);
    }

    @Test
    void negatingZeroIsLeftToExit() {
        assertThat(folded(
                        """
                        v3 = ConstantInt32[0]
                        v4 = NegInt32Checked v3 !MINUS_ZERO @s0
                        v5 = BoxInt32 v4
                        v6 = Return v5
                        """))
                .contains("NegInt32Checked");
    }

    @Test
    void boxesAndChecksUndoEachOther() {
        assertThat(folded(
                        """
                        v3 = CheckInt32 v0 !NOT_INT32 @s0
                        v4 = BoxInt32 v3
                        v5 = CheckInt32 v4 !NOT_INT32 @s1
                        v6 = AddInt32 v5 v3
                        v7 = BoxInt32 v6
                        v8 = Return v7
                        """))
                .contains("AddInt32 v3 v3");
    }

    @Test
    void aGuardOnAnUnknownValueStays() {
        assertThat(folded("v3 = CheckInt32 v0 !NOT_INT32 @s0\nv4 = Return v0")).contains("CheckInt32 v0");
    }

    @Test
    void statesHoldUnboxedValues() {
        String text = PassTests.after(
                new ConstantFolding(),
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Parameter[0]
                  v1 = CheckInt32 v0 !NOT_INT32 @s0
                  v2 = BoxInt32 v1
                  v3 = CheckString v0 !NOT_STRING @s1
                  v4 = Return v3
                s0: f1@0 regs=1 {0=v0}
                s1: f1@4 regs=1 {0=v2}
                """);
        assertThat(text).contains("s1: f1@4 regs=1 {0=v1}");
    }

    @Test
    void truncatedSumOfInt32IsExactInInt32() {
        assertThat(folded(
                        """
                        v3 = CheckInt32 v0 !NOT_INT32 @s0
                        v4 = CheckInt32 v1 !NOT_INT32 @s0
                        v5 = Int32ToFloat64 v3
                        v6 = Int32ToFloat64 v4
                        v7 = AddFloat64 v5 v6
                        v8 = TruncateFloat64 v7
                        v9 = BoxInt32 v8
                        v10 = Return v9
                        """))
                .contains("AddInt32 v3 v4");
    }

    @Test
    void truncatedProductOfInt32IsNot() {
        assertThat(folded(
                        """
                        v3 = CheckInt32 v0 !NOT_INT32 @s0
                        v5 = Int32ToFloat64 v3
                        v7 = MulFloat64 v5 v5
                        v8 = TruncateFloat64 v7
                        v9 = BoxInt32 v8
                        v10 = Return v9
                        """))
                .contains("TruncateFloat64").doesNotContain("MulInt32");
    }

    @ParameterizedTest
    @CsvSource({
        "AddFloat64, 0.0, kept", // −0 + 0 is 0
        "AddFloat64, -0.0, x",
        "SubFloat64, 0.0, x",
        "SubFloat64, -0.0, kept", // −0 − −0 is 0
        "MulFloat64, 1.0, x",
        "MulFloat64, 0.0, kept", // NaN, −0
        "DivFloat64, 1.0, x"
    })
    void doubleIdentities(String operator, double constant, String expected) {
        String text = folded(
                """
                v3 = CheckNumber v0 !NOT_NUMBER @s0
                v4 = ConstantFloat64[%s]
                v5 = %s v3 v4
                v6 = BoxFloat64 v5
                v7 = Return v6
                """.formatted(constant, operator));
        assertThat(text.contains("BoxFloat64 v3") ? "x" : "kept").isEqualTo(expected);
    }

    @Test
    void comparisonsWithNaNAreFalse() {
        String text = folded(
                """
                v3 = ConstantFloat64[NaN]
                v4 = ConstantFloat64[1.0]
                v5 = CompareFloat64[LT] v3 v4
                v6 = NotBool v5
                v7 = BoxBool v6
                v8 = Return v7
                """);
        assertThat(text).contains("Constant[0x" + Long.toHexString(Value.TRUE) + "]");
    }

    @Test
    void anOrderedComparisonOfDoublesIsNotInverted() {
        assertThat(folded(
                        """
                        v3 = CheckNumber v0 !NOT_NUMBER @s0
                        v4 = CheckNumber v1 !NOT_NUMBER @s0
                        v5 = CompareFloat64[LT] v3 v4
                        v6 = NotBool v5
                        v7 = BoxBool v6
                        v8 = Return v7
                        """))
                .contains("NotBool").doesNotContain("GE");
    }

    @Test
    void doubleComparisonOfInt32IsDoneOnInt32() {
        assertThat(folded(
                        """
                        v3 = CheckInt32 v0 !NOT_INT32 @s0
                        v4 = Int32ToFloat64 v3
                        v5 = ConstantFloat64[-0.0]
                        v6 = CompareFloat64[LT] v4 v5
                        v7 = BoxBool v6
                        v8 = Return v7
                        """))
                .containsPattern("ConstantInt32\\[0\\]").containsPattern("CompareInt32\\[LT\\] v3");
    }

    @Test
    void aConstructorsResultThatIsNoObjectGivesThis() {
        assertThat(folded(
                        """
                        v3 = Constant[0xa]
                        v4 = SelectObject v3 v1
                        v5 = Return v4
                        """))
                .contains("Return v1");
    }

    @Test
    void whatIsNoCellHasNoShape() {
        String text = PassTests.after(
                new ConstantFolding(), block("v3 = Constant[0xa]\nv4 = TestShape[300] v3\nv5 = BoxBool v4\nv6 = Return v5"));

        assertThat(text).doesNotContain("TestShape").contains("Constant[0x6]");
    }

    @Test
    void aConstantStaysBehindTheTestThatMakesLoadsFromItSafe() {
        String text = PassTests.after(
                new ConstantFolding(),
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Constant[0x7f0000001000] : OtherObject
                  v1 = TestShape[300] v0
                  v2 = Branch v1 b1 b2
                b1 <- b0:
                  v3 = Refine:TAGGED v0 : OtherObject
                  v4 = LoadField[24 NAMED] v3
                  v5 = Return v4
                b2 <- b0:
                  v6 = Return v0
                """);

        assertThat(text).contains("LoadField[24 NAMED] v3");
    }

    private static String twoChecks(String second) {
        return folded(
                """
                v3 = CheckInt32 v0 !NOT_INT32 @s0
                v4 = LoadArrayLength v1
                v5 = LoadArrayLength v2
                v6 = LoadElements v1
                v7 = CheckBounds v3 v4 !OUT_OF_BOUNDS @s0
                v8 = LoadElement v6 v7
                v9 = %s !OUT_OF_BOUNDS @s1
                v10 = StoreElement v6 v9 v8
                v11 = Return v8
                """.formatted(second));
    }

    @Test
    void anIndexThatWasCheckedAgainstTheLengthIsNotCheckedAgain() {
        assertThat(twoChecks("CheckBounds v7 v4")).containsOnlyOnce("CheckBounds").contains("StoreElement v6 v7 v8");
    }

    @Test
    void anIndexThatWasCheckedAgainstAnotherLengthIsCheckedAgain() {
        assertThat(twoChecks("CheckBounds v7 v5")).contains("CheckBounds v3 v4", "CheckBounds v7 v5");
    }
}
