package org.tierscope.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphVerifierTest {
    private static List<String> errorsOf(String text) {
        return GraphVerifier.check(GraphParser.parse(text));
    }

    private static List<String> errorsOfLoop(String from, String to) {
        assertThat(GraphTextTest.LOOP).contains(from);
        return errorsOf(GraphTextTest.LOOP.replace(from, to));
    }

    @Test
    void useBeforeDefinition() {
        assertThat(errorsOfLoop("CompareInt32[LT] v4 v2", "CompareInt32[LT] v5 v2"))
                .anyMatch(error -> error.contains("uses v5 before it is there"));
    }

    @Test
    void useOnAPathThatTheDefinitionIsNotOn() {
        assertThat(errorsOfLoop("BoxInt32 v4", "BoxInt32 v8"))
                .containsExactly("v10 = BoxInt32 v8: uses v8 before it is there");
    }

    @Test
    void phiWithTooFewOperands() {
        assertThat(errorsOfLoop("Phi:INT32 v1 v5", "Phi:INT32 v1"))
                .containsExactly("v4 = Phi:INT32 v1 : Int32: has 1 operands for 2 predecessors");
    }

    @Test
    void wrongRepresentation() {
        assertThat(errorsOfLoop("Return v10", "Return v4"))
                .containsExactly("v11 = Return v4: operand v4 is INT32, not TAGGED");
    }

    @Test
    void guardWithoutState() {
        assertThat(errorsOfLoop("!OVERFLOW @s1", "!OVERFLOW")).anyMatch(error -> error.contains("needs a frame state"));
    }

    @Test
    void stateThatUsesAValueNotYetThere() {
        assertThat(errorsOfLoop("s1: f3@7 regs=2 {0=v0 1=v4}", "s1: f3@7 regs=2 {0=v0 1=v10}"))
                .containsExactly("v5 = AddInt32Checked v4 v8 !OVERFLOW: uses v10 before it is there");
    }

    @Test
    void criticalEdge() {
        assertThat(errorsOf(
                        """
                        graph f function=1 entry=0 slots=0
                        b0:
                          v0 = ConstantBool[true]
                          v1 = Branch v0 b1 b2
                        b1 <- b0:
                          v2 = Jump b2
                        b2 <- b0 b1:
                          v3 = Constant[0xa]
                          v4 = Return v3
                        """))
                .containsExactly("b0: has a critical edge to b2");
    }

    @Test
    void guardThatWouldRepeatASideEffect() {
        assertThat(errorsOf(
                        """
                        graph f function=1 entry=0 slots=1
                        b0:
                          v0 = Parameter[0]
                          v1 = Call[-1] v0 v0 v0 @s0 ; f1@8
                          v2 = CheckInt32 v1 !NOT_INT32 @s0 ; f1@8
                          v3 = Return v0
                        s0: f1@8 regs=1 {0=v0}
                        """))
                .containsExactly("v2 = CheckInt32 v1 !NOT_INT32: would repeat the side effect of v1");
    }

    @Test
    void guardOfTheNextBytecodeIsFine() {
        assertThat(errorsOf(
                        """
                        graph f function=1 entry=0 slots=1
                        b0:
                          v0 = Parameter[0]
                          v1 = Call[-1] v0 v0 v0 @s0 ; f1@8
                          v2 = CheckInt32 v1 !NOT_INT32 @s1 ; f1@13
                          v3 = Return v0
                        s0: f1@8 regs=1 {0=v0}
                        s1: f1@13 regs=1 {0=v1}
                        """))
                .isEmpty();
    }
}
