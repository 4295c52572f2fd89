package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.ir.pass.PassTests.block;

import org.junit.jupiter.api.Test;

/** What escape analysis removes, what it moves, and what it must leave alone. */
class EscapeAnalysisTest {
    private static String after(String text) {
        return PassTests.after(new EscapeAnalysis(), text);
    }

    @Test
    void fieldsOfAnObjectThatNobodySeesAreValues() {
        assertThat(after(block(
                        """
                        v3 = NewObject[300 2] @s0
                        v4 = StoreField[24 NAMED] v3 v0
                        v5 = StoreShape[301] v3
                        v6 = CheckShape[301] v3 !WRONG_SHAPE @s1
                        v7 = LoadField[24 NAMED] v6
                        v8 = Return v7
                        """)))
                .contains("Return v0").doesNotContain("NewObject", "Store", "Check", "Load");
    }

    @Test
    void anExitSaysWhatToMake() {
        assertThat(after(
                        """
                        graph f function=1 entry=0 slots=3
                        b0:
                          v0 = Parameter[0]
                          v1 = NewObject[300 2] @s0
                          v2 = StoreField[24 NAMED] v1 v0
                          v3 = StoreShape[301] v1
                          v4 = CheckInt32 v0 !NOT_INT32 @s1
                          v5 = BoxInt32 v4
                          v6 = Return v5
                        s0: f1@0 regs=2 {0=v0}
                        s1: f1@8 regs=2 {0=v0 1=v1}
                        """))
                .contains("VirtualObject[OBJECT 0 EMPTY]")
                .containsPattern("regs=2 \\{0=v0 1=(v\\d+)} \\1:301\\{v0}")
                .doesNotContain("NewObject");
    }

    @Test
    void anObjectThatIsReturnedIsAllocatedWithItsLastShape() {
        assertThat(after(block(
                        """
                        v3 = NewObject[300 2] @s0
                        v4 = StoreField[24 NAMED] v3 v0
                        v5 = StoreShape[301] v3
                        v6 = StoreField[32 NAMED] v3 v1
                        v7 = StoreShape[302] v3
                        v8 = Return v3
                        """)))
                .contains("NewObject[302 2]", "StoreField[24 NAMED]", "StoreField[32 NAMED]").doesNotContain("StoreShape");
    }

    @Test
    void anObjectThatEscapesOnOneWayIsAllocatedThere() {
        String text = after(
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Parameter[0]
                  v1 = NewObject[300 2] @s0
                  v2 = StoreField[24 NAMED] v1 v0
                  v3 = Truthy v0
                  v4 = Branch v3 b1 b2
                b1 <- b0:
                  v5 = Return v1
                b2 <- b0:
                  v6 = LoadField[24 NAMED] v1
                  v7 = Return v6
                s0: f1@0 regs=1 {0=v0}
                """);
        assertThat(text.substring(0, text.indexOf("b1 <-"))).doesNotContain("NewObject");
        assertThat(text.substring(text.indexOf("b1 <-"), text.indexOf("b2 <-"))).contains("NewObject");
        assertThat(text.substring(text.indexOf("b2 <-"))).contains("Return v0");
    }

    @Test
    void fieldsThatDifferMeetInPhis() {
        assertThat(after(
                        """
                        graph f function=1 entry=0 slots=1
                        b0:
                          v0 = Parameter[0]
                          v1 = Parameter[1]
                          v2 = NewObject[300 2] @s0
                          v3 = StoreField[24 NAMED] v2 v0
                          v4 = Truthy v0
                          v5 = Branch v4 b1 b2
                        b1 <- b0:
                          v6 = StoreField[24 NAMED] v2 v1
                          v7 = Jump b3
                        b2 <- b0:
                          v8 = Jump b3
                        b3 <- b1 b2:
                          v9 = LoadField[24 NAMED] v2
                          v10 = Return v9
                        s0: f1@0 regs=1 {0=v0}
                        """))
                .containsPattern("(v\\d+) = Phi:TAGGED v1 v0\n  v10 = Return \\1").doesNotContain("NewObject");
    }

    /** Another object each time around: its fields are phis. */
    private static final String LOOP =
            """
            graph f function=1 entry=0 slots=1
            b0:
              v0 = Parameter[0]
              v1 = Parameter[1]
              v2 = NewObject[300 1] @s0
              v3 = StoreField[24 NAMED] v2 v0
              v4 = Jump b1
            b1 <- b0 b2:
              v5 = Phi:TAGGED v2 v9
              v6 = Truthy v1
              v7 = Branch v6 b2 b3
            b2 <- b1:
              v8 = LoadField[24 NAMED] v5
              v9 = NewObject[300 1] @s1
              v10 = CallRuntime[ADD none] v8 v1 @s1
              v11 = StoreField[24 NAMED] v9 v10
              %s
              v13 = Jump b1
            b3 <- b1:
              v14 = LoadField[24 NAMED] v5
              v15 = Return v14
            s0: f1@0 regs=1 {0=v0}
            s1: f1@8 regs=1 {0=v5}
            """;

    @Test
    void aLoopThatReplacesAnObjectNeedsNone() {
        assertThat(after(LOOP.formatted("v12 = CheckTrue v6 !WRONG_VALUE @s1")))
                .containsPattern("Phi:TAGGED v0 v10").doesNotContain("NewObject").containsPattern("\\{0=(v\\d+)} \\1:300\\{v\\d+}");
    }

    @Test
    void anObjectThatLivesOnElsewhereIsNoneOfTheLoopsOwn() {
        assertThat(after(LOOP.formatted("v12 = StoreField[24 NAMED] v1 v9")))
                .containsPattern("(?s)NewObject.*NewObject.*StoreField\\[24 NAMED] v1");
    }

    @Test
    void objectsThatReferToEachOtherAreMadeTogether() {
        assertThat(after(block(
                        """
                        v3 = NewObject[300 1] @s0
                        v4 = NewObject[310 1] @s0
                        v5 = StoreField[24 NAMED] v3 v4
                        v6 = StoreField[24 NAMED] v4 v3
                        v7 = Return v3
                        """)))
                .containsPattern(
                        "(?s)(v\\d+) = NewObject\\[300 1].*(v\\d+) = NewObject\\[310 1].*StoreField\\[24 NAMED] \\2 \\1"
                                + ".*StoreField\\[24 NAMED] \\1 \\2.*Return \\1");
    }

    @Test
    void elementsOfASmallArrayAreValues() {
        assertThat(after(block(
                        """
                        v3 = NewArray[300 TAGGED] v0 v1 @s0
                        v4 = CheckShape[300] v3 !WRONG_SHAPE @s0
                        v5 = CheckElementsKind[TAGGED] v4 !WRONG_ELEMENTS_KIND @s0
                        v6 = LoadElements v5
                        v7 = LoadArrayLength v5
                        v8 = ConstantInt32[1]
                        v9 = CheckBounds v8 v7 !OUT_OF_BOUNDS @s0
                        v10 = LoadElement v6 v9
                        v11 = Return v10
                        """)))
                .contains("Return v1").doesNotContain("NewArray", "Check", "LoadE");
    }

    @Test
    void anUnknownIndexNeedsTheArray() {
        assertThat(after(block(
                        """
                        v3 = NewArray[300 TAGGED] v0 v1 @s0
                        v4 = LoadElements v3
                        v5 = CheckInt32 v2 !NOT_INT32 @s0
                        v6 = LoadElement v4 v5
                        v7 = Return v6
                        """)))
                .containsPattern("(?s)(v\\d+) = NewArray\\[300 TAGGED] v0 v1.*(v\\d+) = LoadElements \\1.*LoadElement \\2 v5");
    }

    @Test
    void variablesOfAClosureThatIsInlinedAreValues() {
        assertThat(after(block(
                        """
                        v3 = NewContext[1] v0 @s0
                        v4 = StoreField[24 CONTEXT] v3 v1
                        v5 = NewClosure[7] v3 @s0
                        v6 = CheckFunction[7] v5 !WRONG_TARGET @s1
                        v7 = LoadField[32 IMMUTABLE] v6
                        v8 = LoadField[24 CONTEXT] v7
                        v9 = Return v8
                        """)))
                .contains("Return v1").doesNotContain("NewContext", "NewClosure", "Check");
    }

    @Test
    void aNewObjectIsNoOtherValue() {
        assertThat(after(block(
                        """
                        v3 = NewObject[300 1] @s0
                        v4 = SameWord v3 v0
                        v5 = BoxBool v4
                        v6 = Return v5
                        """)))
                .contains("ConstantBool[false]").doesNotContain("NewObject", "SameWord");
    }

    @Test
    void aBranchOnTheLengthOfAnArrayThatIsNotThereGoesOneWay() {
        assertThat(after(
                        """
                        graph f function=1 entry=0 slots=1
                        b0:
                          v0 = Parameter[0]
                          v1 = NewArray[300 TAGGED] v0 @s0
                          v2 = LoadArrayLength v1
                          v3 = ConstantInt32[1]
                          v4 = CompareInt32[LT] v3 v2
                          v5 = Branch v4 b1 b2
                        b1 <- b0:
                          v6 = Return v1
                        b2 <- b0:
                          v7 = Return v0
                        s0: f1@0 regs=1 {0=v0}
                        """))
                .doesNotContain("NewArray", "b1").contains("Return v0");
    }
}
