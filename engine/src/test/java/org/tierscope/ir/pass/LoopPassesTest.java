package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Representation selection, loop-invariant code motion, range analysis and sinking, over one loop. */
class LoopPassesTest {
    /** {@code for (i = start; i condition n; i += 1) body} with i unboxed in v10, n in v3, and the loop's start at pc 4. */
    private static String loop(int start, String condition, String body) {
        return """
                graph f function=1 entry=0 slots=3
                b0:
                  v0 = Parameter[0]
                  v1 = Parameter[1]
                  v3 = CheckInt32 v0 !NOT_INT32 @s0
                  v4 = ConstantInt32[%d]
                  v5 = ConstantInt32[1]
                  v6 = Checkpoint @s1
                  v7 = Jump b1
                b1 <- b0 b2:
                  v10 = Phi:INT32 v4 v12
                  v11 = CompareInt32[%s] v10 v3
                  v13 = Branch v11 b2 b3
                b2 <- b1:
                %s
                  v12 = AddInt32Checked v10 v5 !OVERFLOW @s2
                  v14 = CheckInterrupt !INTERRUPT @s2
                  v15 = Jump b1
                b3 <- b1:
                  v16 = BoxInt32 v10
                  v17 = Return v16
                s0: f1@0 regs=3 {0=v0 1=v1}
                s1: f1@4 regs=3 {0=v3 1=v1 2=v4}
                s2: f1@9 regs=3 {0=v3 1=v1 2=v10}
                """.formatted(start, condition, body.stripTrailing().indent(2).stripTrailing());
    }

    private static String body(String text) {
        return text.substring(text.indexOf("b2 <-"), text.indexOf("b3 <-"));
    }

    @Test
    void anInvariantGuardMovesOutAndLeavesToTheStateBeforeTheLoop() {
        String text = PassTests.after(
                new LoopInvariantCodeMotion(),
                loop(0, "LT", "v20 = CheckShape[300] v1 !WRONG_SHAPE @s2\nv21 = LoadField[24 NAMED] v20"));

        assertThat(body(text)).doesNotContain("CheckShape", "LoadField");
        assertThat(text).contains("v20 = CheckShape[300] v1 !WRONG_SHAPE @s1");
    }

    @Test
    void aGuardStaysWhereTheLoopMayChangeWhatItReads() {
        String text = PassTests.after(
                new LoopInvariantCodeMotion(),
                loop(0, "LT", "v20 = CheckShape[300] v1 !WRONG_SHAPE @s2\nv21 = Call[-1] v1 v1 v1 @s2"));

        assertThat(body(text)).contains("CheckShape");
    }

    @Test
    void aLoadStaysBehindTheTestThatMakesItSafe() {
        String text = PassTests.after(
                new LoopInvariantCodeMotion(),
                loop(0, "LT", "v20 = Refine:TAGGED v1\nv21 = LoadField[24 NAMED] v20"));

        assertThat(body(text)).contains("LoadField");
    }

    @Test
    void aLoadWithAConstantIndexMovesOutBehindItsCheckOnly() {
        String array = "v20 = CheckElementsKind[TAGGED] v1 !WRONG_ELEMENTS_KIND @s2\nv21 = LoadElements v20\nv22 = ConstantInt32[1000]\n";
        String checked = PassTests.after(
                new LoopInvariantCodeMotion(),
                loop(0, "LT", array + "v23 = LoadArrayLength v20\nv24 = CheckBounds v22 v23 !OUT_OF_BOUNDS @s2\nv25 = LoadElement v21 v22"));
        // Where a branch compared the index with the length, nothing of that is left in a constant.
        String unchecked = PassTests.after(new LoopInvariantCodeMotion(), loop(0, "LT", array + "v25 = LoadElement v21 v22"));

        assertThat(body(checked)).doesNotContain("LoadElement ");
        assertThat(body(unchecked)).contains("LoadElement v21");
    }

    @Test
    void aGuardThatNotEveryIterationComesToStays() {
        String text = PassTests.after(
                new LoopInvariantCodeMotion(),
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Parameter[0]
                  v1 = Checkpoint @s0
                  v2 = Jump b1
                b1 <- b0 b4:
                  v3 = Truthy v0
                  v4 = Branch v3 b2 b3
                b2 <- b1:
                  v5 = CheckInt32 v0 !NOT_INT32 @s1
                  v6 = Jump b4
                b3 <- b1:
                  v7 = Jump b4
                b4 <- b2 b3:
                  v8 = CheckInterrupt !INTERRUPT @s1
                  v9 = Jump b1
                s0: f1@0 regs=1 {0=v0}
                s1: f1@4 regs=1 {0=v0}
                """);
        assertThat(text).containsSubsequence("b2 <-", "v5 = CheckInt32");
    }

    @Test
    void aCounterBelowAnInt32CannotOverflow() {
        String text = PassTests.after(new RangeAnalysis(), loop(0, "LT", ""));

        assertThat(text).doesNotContain("AddInt32Checked").contains("Int32(0..2147483647)");
    }

    @Test
    void aCounterUpToAndIncludingAnInt32Can() {
        assertThat(PassTests.after(new RangeAnalysis(), loop(0, "LE", ""))).contains("AddInt32Checked");
    }

    @Test
    void aCounterThatIsOnlyComparedForInequalityCan() {
        assertThat(PassTests.after(new RangeAnalysis(), loop(0, "NE", ""))).contains("AddInt32Checked");
    }

    @Test
    void anIndexComparedWithTheVeryLengthIsInBounds() {
        String text = PassTests.after(new RangeAnalysis(), loop(0, "LT", "v20 = CheckBounds v10 v3 !OUT_OF_BOUNDS @s2"));

        assertThat(text).doesNotContain("CheckBounds");
    }

    @Test
    void anIndexThatMayBeNegativeIsNot() {
        String text = PassTests.after(new RangeAnalysis(), loop(-1, "LT", "v20 = CheckBounds v10 v3 !OUT_OF_BOUNDS @s2"));

        assertThat(text).contains("CheckBounds");
    }

    @Test
    void anIndexOneFurtherIsNot() {
        String text = PassTests.after(
                new RangeAnalysis(),
                loop(0, "LT", "v19 = AddInt32Checked v10 v5 !OVERFLOW @s2\nv20 = CheckBounds v19 v3 !OUT_OF_BOUNDS @s2"));

        assertThat(text).contains("CheckBounds");
    }

    @Test
    void aRemainderOfANonNegativeByAConstantNeedsNoCheck() {
        String text = PassTests.after(
                new RangeAnalysis(),
                loop(0, "LT", "v19 = ConstantInt32[7]\nv20 = ModInt32Checked[true] v10 v19 !MINUS_ZERO @s2"));

        assertThat(text).contains("ModInt32 v10 v19 : Int32(0..6)");
    }

    @Test
    void aProductWithANegativeFactorKeepsItsMinusZeroCheck() {
        String text = PassTests.after(
                new RangeAnalysis(),
                loop(0, "LT", "v19 = ConstantInt32[-1]\nv20 = MulInt32Checked[true] v10 v19 !OVERFLOW @s2"));

        assertThat(text).contains("MulInt32Checked[true]");
    }

    @Test
    void loopVariablesAreUnboxedEvenIfTheyEnterUnknown() {
        String text = PassTests.after(
                new RepresentationSelection(),
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Parameter[0]
                  v1 = ConstantInt32[1]
                  v2 = Checkpoint @s0
                  v3 = Jump b1
                b1 <- b0 b2:
                  v4 = Phi:TAGGED v0 v8
                  v5 = CheckInt32 v4 !NOT_INT32 @s1
                  v6 = CompareInt32[LT] v5 v1
                  v7 = Branch v6 b2 b3
                b2 <- b1:
                  v9 = AddInt32Checked v5 v1 !OVERFLOW @s1
                  v8 = BoxInt32 v9
                  v10 = CheckInterrupt !INTERRUPT @s1
                  v11 = Jump b1
                b3 <- b1:
                  v12 = Return v4
                s0: f1@0 regs=1 {0=v0}
                s1: f1@4 regs=1 {0=v4}
                """);
        assertThat(text).containsPattern("v\\d+ = CheckInt32 v0 !NOT_INT32 @s0").contains("Phi:INT32");
    }

    @Test
    void whatMayBeAStringStaysBoxed() {
        String text = PassTests.after(
                new RepresentationSelection(),
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Parameter[0] : String
                  v1 = ConstantInt32[1]
                  v2 = BoxInt32 v1
                  v3 = Truthy v0
                  v4 = Branch v3 b1 b2
                b1 <- b0:
                  v5 = Jump b3
                b2 <- b0:
                  v6 = Jump b3
                b3 <- b1 b2:
                  v7 = Phi:TAGGED v0 v2
                  v8 = Return v7
                """);
        assertThat(text).contains("Phi:TAGGED v0 v2");
    }

    @Test
    void mixedNumbersAreHeldAsDoubles() {
        String text = PassTests.after(
                new RepresentationSelection(),
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Parameter[0]
                  v1 = ConstantInt32[0]
                  v2 = BoxInt32 v1
                  v9 = CheckNumber v0 !NOT_NUMBER @s0
                  v10 = BoxFloat64 v9
                  v3 = Truthy v0
                  v4 = Branch v3 b1 b2
                b1 <- b0:
                  v5 = Jump b3
                b2 <- b0:
                  v6 = Jump b3
                b3 <- b1 b2:
                  v7 = Phi:TAGGED v2 v10
                  v8 = Return v7
                s0: f1@0 regs=1 {0=v0}
                """);
        assertThat(text).contains("Phi:FLOAT64", "Int32ToFloat64 v1", "BoxFloat64");
    }

    @Test
    void aBoxSinksOutOfItsLoop() {
        String text = PassTests.after(
                new CodeSinking(), loop(0, "LT", "").replace("v16 = BoxInt32 v10\n", "").replace(
                        "v11 = CompareInt32", "v16 = BoxInt32 v10\n  v11 = CompareInt32"));

        assertThat(text).containsSubsequence("b3 <-", "v16 = BoxInt32 v10", "Return v16");
    }

    @Test
    void whatTheLoopNeedsDoesNotSinkOutOfIt() {
        String text = PassTests.after(
                new CodeSinking(), loop(0, "LT", "v20 = BoxInt32 v10\nv21 = Call[-1] v1 v20 v1 @s2"));

        assertThat(body(text)).contains("v20 = BoxInt32 v10");
    }

    @Test
    void aLoadDoesNotSinkPastAStore() {
        String load = "v22 = LoadField[24 NAMED] v1\n  v11 = CompareInt32";
        String text = PassTests.after(
                new CodeSinking(),
                loop(0, "LT", "v23 = StoreField[24 NAMED] v1 v0").replace("v11 = CompareInt32", load).replace("Return v16", "Return v22"));

        assertThat(text).containsSubsequence("b1 <-", "v22 = LoadField", "b2 <-");
    }
}
