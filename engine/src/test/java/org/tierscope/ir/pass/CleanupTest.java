package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.ir.pass.PassTests.block;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tierscope.ir.GraphParser;

/** Branch folding, dead code, and the runner. */
class CleanupTest {
    private static final String DIAMOND =
            """
            graph f function=1 entry=0 slots=1
            b0:
              v0 = Parameter[0]
              v1 = %s
              v2 = Branch v1 b1 b2
            b1 <- b0:
              v3 = Constant[0x2]
              v4 = Jump b3
            b2 <- b0:
              v5 = Constant[0xa]
              v6 = Branch v1 b4 b5
            b4 <- b2:
              v7 = Return v0
            b5 <- b2:
              v8 = Jump b3
            b3 <- b1 b5:
              v9 = Phi:TAGGED v3 v5
              v10 = Return v9
            """;

    @Test
    void aConstantBranchLeavesOneWay() {
        String text = PassTests.after(new BranchFolding(), DIAMOND.formatted("ConstantBool[true]"));

        assertThat(text).contains("Return v3").doesNotContain("Branch", "b2", "Phi");
    }

    @Test
    void aConditionDecidedAboveIsNotTestedAgain() {
        String text = PassTests.after(new BranchFolding(), DIAMOND.formatted("Truthy v0"));

        assertThat(text).containsOnlyOnce("Branch").doesNotContain("v7 = Return v0");
    }

    @Test
    void aConditionDecidedOnOneOfTwoWaysIsTestedAgain() {
        String text = PassTests.after(
                new BranchFolding(),
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Parameter[0]
                  v11 = Parameter[1]
                  v1 = Truthy v0
                  v12 = Truthy v11
                  v2 = Branch v12 b1 b2
                b1 <- b0:
                  v3 = Branch v1 b4 b5
                b4 <- b1:
                  v4 = Return v0
                b5 <- b1:
                  v5 = Jump b3
                b2 <- b0:
                  v6 = Jump b3
                b3 <- b5 b2:
                  v7 = Branch v1 b6 b7
                b6 <- b3:
                  v8 = Return v11
                b7 <- b3:
                  v9 = Return v0
                """);

        assertThat(text).contains("v3 = Branch v1", "v7 = Branch v1");
    }

    @Test
    void aNegatedBranchSwapsItsTargets() {
        String text = PassTests.after(
                new BranchFolding(),
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Parameter[0]
                  v1 = Truthy v0
                  v2 = NotBool v1
                  v3 = Branch v2 b1 b2
                b1 <- b0:
                  v4 = Return v0
                b2 <- b0:
                  v5 = Constant[0xa]
                  v6 = Return v5
                """);
        assertThat(text).contains("Branch v1 b2 b1");
    }

    @Test
    void unusedGuardsStayAndUnusedValuesGo() {
        String text = PassTests.after(
                new DeadCodeElimination(false),
                block(
                        """
                        v3 = CheckInt32 v0 !NOT_INT32 @s0
                        v4 = AddInt32 v3 v3
                        v5 = NewObject[300 2] @s0
                        v6 = Return v1
                        """));
        assertThat(text).contains("CheckInt32").doesNotContain("AddInt32", "NewObject");
    }

    @Test
    void whatOnlyAStateNeedsStays() {
        String text = PassTests.after(
                new DeadCodeElimination(false),
                """
                graph f function=1 entry=0 slots=1
                b0:
                  v0 = Parameter[0]
                  v1 = ConstantInt32[5]
                  v2 = CheckString v0 !NOT_STRING @s0
                  v3 = Return v0
                s0: f1@3 regs=2 {0=v0 1=v1}
                """);
        assertThat(text).contains("v1 = ConstantInt32[5]");
    }

    @Test
    void aDisabledPassDoesNotRun() {
        var runs = new AtomicInteger();
        var runner = new PassRunner(Passes.all(), Set.of("constant-folding"), true, (report, _) -> {
            assertThat(report.pass().name()).isNotEqualTo("constant-folding");
            runs.incrementAndGet();
        });

        runner.run(GraphParser.parse(DIAMOND.formatted("ConstantBool[true]")));

        long folding = Passes.all().stream().filter(pass -> pass.name().equals("constant-folding")).count();
        assertThat(runs.get()).isEqualTo(Passes.all().size() - (int) folding);
    }
}
