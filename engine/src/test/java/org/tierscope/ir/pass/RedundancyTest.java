package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.ir.pass.PassTests.block;

import org.junit.jupiter.api.Test;

/** Value numbering, guard elimination, load elimination: what is done twice, and what only looks so. */
class RedundancyTest {
    private static String numbered(String nodes) {
        return PassTests.after(new GlobalValueNumbering(), block(nodes));
    }

    private static String guarded(String nodes) {
        return PassTests.after(new GuardElimination(), block(nodes));
    }

    private static String loaded(String nodes) {
        return PassTests.after(new LoadElimination(), block(nodes));
    }

    @Test
    void aDominatingGuardIsEnough() {
        assertThat(numbered(
                        """
                        v3 = CheckShape[300] v0 !WRONG_SHAPE @s0
                        v4 = CheckShape[300] v0 !WRONG_SHAPE @s1
                        v5 = LoadField[24 NAMED] v4
                        v6 = Return v5
                        """))
                .containsOnlyOnce("CheckShape").contains("LoadField[24 NAMED] v3");
    }

    @Test
    void aCallMayChangeTheShape() {
        assertThat(numbered(
                        """
                        v3 = CheckShape[300] v0 !WRONG_SHAPE @s0
                        v4 = Call[-1] v1 v1 v1 @s0
                        v5 = CheckShape[300] v0 !WRONG_SHAPE @s1
                        v6 = LoadField[24 NAMED] v5
                        v7 = Return v6
                        """))
                .containsPattern("(?s)CheckShape.*CheckShape");
    }

    @Test
    void aFactOfOneBranchIsNotOneOfTheOther() {
        String text = PassTests.after(
                new GlobalValueNumbering(),
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Parameter[0]
                  v1 = Truthy v0
                  v2 = Branch v1 b1 b2
                b1 <- b0:
                  v3 = CheckInt32 v0 !NOT_INT32 @s0
                  v4 = BoxInt32 v3
                  v5 = Return v4
                b2 <- b0:
                  v6 = CheckInt32 v0 !NOT_INT32 @s0
                  v7 = BoxInt32 v6
                  v8 = Return v7
                s0: f1@0 regs=1 {0=v0}
                """);
        assertThat(text).contains("v3 = CheckInt32", "v6 = CheckInt32");
    }

    @Test
    void constantsOfDifferentBitsAreDifferent() {
        assertThat(numbered(
                        """
                        v3 = ConstantFloat64[0.0]
                        v4 = ConstantFloat64[-0.0]
                        v5 = BoxFloat64 v3
                        v6 = BoxFloat64 v4
                        v7 = SameWord v5 v6
                        v8 = BoxBool v7
                        v9 = Return v8
                        """))
                .contains("ConstantFloat64[0.0]", "ConstantFloat64[-0.0]");
    }

    @Test
    void allocationsAreNeverMerged() {
        assertThat(numbered(
                        """
                        v3 = NewObject[300 2] @s0
                        v4 = NewObject[300 2] @s0
                        v5 = SameWord v3 v4
                        v6 = BoxBool v5
                        v7 = Return v6
                        """))
                .containsPattern("(?s)NewObject.*NewObject");
    }

    @Test
    void aWiderCheckFollowsFromANarrowerOne() {
        assertThat(guarded(
                        """
                        v3 = CheckShape[300] v0 !WRONG_SHAPE @s0
                        v4 = CheckShape[300/301] v0 !WRONG_SHAPE @s1
                        v5 = Return v4
                        """))
                .containsOnlyOnce("CheckShape").contains("Return v3");
    }

    @Test
    void aNarrowerCheckDoesNotFollowFromAWiderOne() {
        assertThat(guarded(
                        """
                        v3 = CheckShape[300/301] v0 !WRONG_SHAPE @s0
                        v4 = CheckShape[300] v3 !WRONG_SHAPE @s1
                        v5 = Return v4
                        """))
                .contains("v4 = CheckShape[300]");
    }

    @Test
    void aStoredShapeIsKnown() {
        assertThat(guarded(
                        """
                        v3 = CheckShape[300] v0 !WRONG_SHAPE @s0
                        v4 = StoreShape[301] v3
                        v5 = CheckShape[301] v0 !WRONG_SHAPE @s1
                        v6 = Return v5
                        """))
                .doesNotContain("CheckShape[301]");
    }

    @Test
    void storingOneShapeMayChangeAnotherNodesObject() {
        assertThat(guarded(
                        """
                        v3 = CheckShape[300] v0 !WRONG_SHAPE @s0
                        v4 = CheckShape[300] v1 !WRONG_SHAPE @s0
                        v5 = StoreShape[301] v3
                        v6 = CheckShape[300] v1 !WRONG_SHAPE @s1
                        v7 = Return v6
                        """))
                .contains("v6 = CheckShape[300] v1");
    }

    @Test
    void anObjectKnownToHaveAnotherShapeIsAnotherObject() {
        assertThat(guarded(
                        """
                        v3 = CheckShape[300] v0 !WRONG_SHAPE @s0
                        v4 = CheckShape[302] v1 !WRONG_SHAPE @s0
                        v5 = StoreShape[301] v3
                        v6 = CheckShape[302] v1 !WRONG_SHAPE @s1
                        v7 = Return v6
                        """))
                .doesNotContain("v6 = CheckShape").contains("Return v4");
    }

    @Test
    void aStoredFieldIsForwarded() {
        assertThat(loaded(
                        """
                        v3 = CheckShape[300] v0 !WRONG_SHAPE @s0
                        v4 = StoreField[24 NAMED] v3 v1
                        v5 = LoadField[24 NAMED] v3
                        v6 = Return v5
                        """))
                .contains("Return v1").doesNotContain("LoadField");
    }

    @Test
    void aStoreToAnotherObjectMayBeTheSameOne() {
        assertThat(loaded(
                        """
                        v3 = CheckShape[300] v0 !WRONG_SHAPE @s0
                        v4 = CheckShape[300] v1 !WRONG_SHAPE @s0
                        v5 = StoreField[24 NAMED] v3 v2
                        v6 = StoreField[24 NAMED] v4 v1
                        v7 = LoadField[24 NAMED] v3
                        v8 = Return v7
                        """))
                .contains("v7 = LoadField");
    }

    @Test
    void aFreshObjectIsNotAnOldOne() {
        assertThat(loaded(
                        """
                        v3 = NewObject[300 2] @s0
                        v5 = StoreField[24 NAMED] v3 v2
                        v6 = StoreField[24 NAMED] v0 v1
                        v7 = LoadField[24 NAMED] v3
                        v8 = Return v7
                        """))
                .contains("Return v2");
    }

    @Test
    void aCallMayStore() {
        assertThat(loaded(
                        """
                        v3 = LoadField[24 CONTEXT] v0
                        v4 = Call[-1] v1 v1 v1 @s0
                        v5 = LoadField[24 CONTEXT] v0
                        v6 = SameWord v3 v5
                        v7 = BoxBool v6
                        v8 = Return v7
                        """))
                .contains("v5 = LoadField");
    }

    @Test
    void storingWhatIsThereIsDropped() {
        assertThat(loaded(
                        """
                        v3 = LoadField[24 CONTEXT] v0
                        v4 = StoreField[24 CONTEXT] v0 v3
                        v5 = Return v3
                        """))
                .doesNotContain("StoreField");
    }

    @Test
    void elementsAtUnknownIndicesMayBeTheSame() {
        assertThat(loaded(
                        """
                        v3 = LoadElements v0
                        v4 = ConstantInt32[0]
                        v5 = CheckInt32 v1 !NOT_INT32 @s0
                        v6 = LoadElement v3 v4
                        v7 = StoreElement v3 v5 v2
                        v8 = LoadElement v3 v4
                        v9 = SameWord v6 v8
                        v10 = BoxBool v9
                        v11 = Return v10
                        """))
                .contains("v8 = LoadElement");
    }
}
