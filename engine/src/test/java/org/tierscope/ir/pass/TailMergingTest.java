package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.ir.GraphParser;
import org.tierscope.ir.GraphPrinter;

/** What both ways of a branch do last. */
class TailMergingTest {
    /** Two ways that meet: what stands on each, and behind them. */
    private static String merged(String then, String otherwise, String behind) {
        return PassTests.after(new TailMerging(), graph(then, otherwise, behind));
    }

    private static String graph(String then, String otherwise, String behind) {
        return """
                graph f function=1 entry=0 slots=3
                b0:
                  v0 = Parameter[0]
                  v2 = Parameter[1]
                  v1 = CheckShape[300] v0 !WRONG_SHAPE @s0
                  v3 = CheckInt32 v2 !NOT_INT32 @s0
                  v4 = Truthy v2
                  v5 = Branch v4 b1 b2
                b1 <- b0:
                %s
                  v18 = Jump b3
                b2 <- b0:
                %s
                  v28 = Jump b3
                b3 <- b1 b2:
                %s
                s0: f1@0 regs=3 {0=v0 1=v2}
                s1: f1@8 regs=3 {0=v0 1=v2}
                """.formatted(indented(then), indented(otherwise), indented(behind));
    }

    private static String indented(String nodes) {
        return nodes.stripTrailing().indent(2).stripTrailing();
    }

    private static void assertUnchanged(String then, String otherwise, String behind) {
        assertThat(merged(then, otherwise, behind)).isEqualTo(GraphPrinter.print(GraphParser.parse(graph(then, otherwise, behind))));
    }

    @Test
    void aStoreOfOneValueOrAnotherIsOneStore() {
        String text = merged(
                "v10 = BoxInt32 v3\nv11 = StoreField[24 NAMED] v1 v10",
                "v20 = Constant[0xa]\nv21 = StoreField[24 NAMED] v1 v20",
                "v30 = Return v0");

        assertThat(text).containsOnlyOnce("StoreField").containsPattern("Phi:TAGGED v10 v20.*\n\\s+v11 = StoreField\\[24 NAMED\\] v1 v\\d+\n");
    }

    @Test
    void severalStoresKeepTheirOrder() {
        String text = merged(
                "v10 = StoreField[24 NAMED] v1 v2\nv11 = StoreField[32 NAMED] v1 v2",
                "v20 = StoreField[24 NAMED] v1 v2\nv21 = StoreField[32 NAMED] v1 v2",
                "v30 = StoreField[40 NAMED] v1 v2\nv31 = Return v0");

        assertThat(text).containsSubsequence("b3 <-", "StoreField[24", "StoreField[32", "StoreField[40").doesNotContain("Phi");
        assertThat(text.split("StoreField", -1)).hasSize(4);
    }

    @Test
    void whatAPhiBringsTogetherIsComputedOnceFromAPhi() {
        String text = merged(
                "v10 = AddInt32 v3 v3\nv11 = BoxInt32 v10",
                "v20 = MulInt32 v3 v3\nv21 = BoxInt32 v20",
                "v30 = Phi:TAGGED v11 v21\nv31 = Return v30");

        assertThat(text).containsOnlyOnce("BoxInt32").containsPattern("v(\\d+) = Phi:INT32 v10 v20.*\n\\s+v11 = BoxInt32 v\\1.*\n\\s+v31 = Return v11");
    }

    @Test
    void constantsThatAreTheSameOnBothWaysAreMadeBehindThem() {
        String text = merged(
                "v10 = ConstantInt32[7]\nv11 = AddInt32 v3 v10",
                "v20 = ConstantInt32[7]\nv22 = XorInt32 v3 v3\nv21 = AddInt32 v22 v20",
                "v30 = Phi:INT32 v11 v21\nv32 = BoxInt32 v30\nv31 = Return v32");

        assertThat(text).containsOnlyOnce("AddInt32").containsPattern("Phi:INT32 v3 v22.*\n\\s+v\\d+ = ConstantInt32\\[7\\]\n\\s+v11 = AddInt32");
    }

    @Test
    void differentPlacesStayDifferent() {
        assertUnchanged("v10 = StoreField[24 NAMED] v1 v2", "v20 = StoreField[32 NAMED] v1 v2", "v30 = Return v0");
    }

    @Test
    void twoDifferentOperandsWouldBeTwoPhis() {
        assertUnchanged(
                "v9 = BoxInt32 v3\nv10 = StoreField[24 NAMED] v1 v9",
                "v20 = Constant[0xa]\nv19 = Constant[0x7000]\nv21 = StoreField[24 NAMED] v19 v20",
                "v30 = Return v0");
    }

    @Test
    void whatOneWayUsesFurtherStays() {
        assertUnchanged(
                "v10 = AddInt32 v3 v3\nv11 = BoxInt32 v10",
                "v20 = MulInt32 v3 v3\nv21 = BoxInt32 v20",
                "v30 = Phi:TAGGED v11 v21\nv32 = Phi:TAGGED v2 v21\nv33 = StoreField[24 NAMED] v1 v32\nv31 = Return v30");
    }

    @Test
    void checksStayWhereTheirStatesAre() {
        assertUnchanged("v10 = CheckString v2 !NOT_STRING @s0", "v20 = CheckString v2 !NOT_STRING @s1", "v30 = Phi:TAGGED v10 v20\nv31 = Return v30");
    }

    @Test
    void storesBehindADifferentLastOperationStay() {
        assertUnchanged(
                "v10 = StoreField[24 NAMED] v1 v2\nv11 = StoreField[32 NAMED] v1 v2",
                "v20 = StoreField[24 NAMED] v1 v2",
                "v30 = Return v0");
    }
}
