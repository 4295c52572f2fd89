package org.tierscope.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tierscope.asm.Listing;
import org.tierscope.ir.ExitReason;

/** Graph text in, machine code out. */
class CodeGeneratorTest extends CodeFixture {
    private static final String CHECKED_ADD = """
            b0:
              v0 = Parameter[0]
              v1 = Parameter[1]
              v2 = CheckInt32 v0 !NOT_INT32 @s0
              v3 = CheckInt32 v1 !NOT_INT32 @s0
              v4 = AddInt32Checked v2 v3 !OVERFLOW @s0
              v5 = BoxInt32 v4
              v6 = Return v5
            s0: $f@0 regs=2 {0=v0 1=v1}
            """;

    @Test
    void aCheckOfAnInt32ComparesWithTheTagRegister() {
        assertThat(codeOf(generate(CHECKED_ADD), 2)).startsWith("cmp rax, r14\njb exit_v2");
    }

    @Test
    void aCheckedAdditionJumpsToItsExitOnOverflow() {
        assertThat(codeOf(generate(CHECKED_ADD), 4)).contains("add ").contains("jo exit_v4");
    }

    @Test
    void eachGuardHasAnExitThatSaysWhereEveryLiveRegisterIs() {
        var result = generate(CHECKED_ADD);
        assertThat(result.exits()).extracting(exit -> exit.reason())
                .containsExactly(ExitReason.NOT_INT32, ExitReason.NOT_INT32, ExitReason.OVERFLOW);
        assertThat(result.exits().getLast().frames()).hasSize(1);
        assertThat(result.exits().getLast().frames().getFirst().values())
                .extracting(value -> value.register())
                .containsExactly(0, 1);
    }

    @Test
    void aComparisonThatOnlyABranchUsesMakesNoBoolean() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = UnboxInt32 v0
                  v2 = ConstantInt32[10]
                  v3 = CompareInt32[LT] v1 v2
                  v4 = Branch v3 b1 b2
                b1 <- b0:
                  v5 = Return v0
                b2 <- b0:
                  v6 = Constant[0xa]
                  v7 = Return v6
                """);
        assertThat(codeOf(result, 3)).isEmpty();
        assertThat(codeOf(result, 4)).isEqualTo("cmp ecx, 0xa\njge b2");
    }

    @Test
    void aLoopKeepsItsPhiInARegister() {
        var result = generate("""
                b0:
                  v0 = ConstantInt32[0]
                  v1 = ConstantInt32[1]
                  v2 = ConstantInt32[100]
                  v3 = Jump b1
                b1 <- b0 b2:
                  v4 = Phi:INT32 v0 v8
                  v5 = CompareInt32[LT] v4 v2
                  v6 = Branch v5 b2 b3
                b2 <- b1:
                  v8 = AddInt32 v4 v1
                  v9 = Jump b1
                b3 <- b1:
                  v10 = BoxInt32 v4
                  v11 = Return v10
                """);
        assertThat(codeOf(result, 8)).doesNotContain("[");
        assertThat(codeOf(result, 9)).doesNotContain("[");
    }

    @Test
    void aLoopsTestStandsBehindItsBodyAndWhatLeavesBehindEverything() {
        var result = generate("""
                b0:
                  v0 = ConstantInt32[0]
                  v1 = ConstantInt32[1]
                  v2 = ConstantInt32[100]
                  v20 = Parameter[0]
                  v3 = Jump b1
                b1 <- b0 b5:
                  v4 = Phi:INT32 v0 v8
                  v5 = CompareInt32[LT] v4 v2
                  v6 = Branch v5 b2 b3
                b2 <- b1:
                  v21 = Truthy v20
                  v22 = Branch v21 b4 b5
                b4 <- b2:
                  v23 = Exit !INSUFFICIENT_FEEDBACK @s0
                b5 <- b2:
                  v8 = AddInt32 v4 v1
                  v9 = Jump b1
                b3 <- b1:
                  v10 = BoxInt32 v4
                  v11 = Return v10
                s0: $f@0 regs=2 {0=v20}
                """);
        String order = result.code().listing().lines().stream()
                .filter(line -> line.origin() >= 0)
                .map(line -> Integer.toString(line.origin()))
                .distinct()
                .collect(Collectors.joining(" "));
        assertThat(order).containsSubsequence("8", "6", "10", "11", "23");
        assertThat(codeOf(result, 9)).doesNotContain("jmp");
        assertThat(codeOf(result, 6)).contains("jl b2").doesNotContain("jmp");
    }

    @Test
    void aParameterThatLivesAcrossACallStaysInItsOwnSlot() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = CallRuntime[TYPEOF none] v0 @s0
                  v2 = CallRuntime[TO_OBJECT none] v0 @s0
                  v3 = SameWord v1 v2
                  v4 = BoxBool v3
                  v5 = Return v4
                s0: $f@0 regs=2 {0=v0}
                """);
        assertThat(codeOf(result, 1)).contains("call ");
        assertThat(codeOf(result, 2)).contains("mov rsi, [rbx]");
        assertThat(codeOf(result, 3)).contains("[rbx+");
    }

    @Test
    void exitsShareWhatIsTheSameInThem() {
        var result = generate("""
                b0:
                  v0 = Parameter[0]
                  v1 = Parameter[1]
                  v2 = CheckString v0 !NOT_STRING @s0
                  v3 = CheckObject v1 !NOT_OBJECT @s0
                  v4 = CheckInt32 v0 !NOT_INT32 @s1
                  v5 = BoxInt32 v4
                  v6 = Return v5
                s0: $f@0 regs=2 {0=v0 1=v1}
                s1: $f@4 regs=2 {0=v0 1=v1}
                """);
        var frames = result.exits().stream().map(exit -> exit.frames().getFirst()).toList();
        assertThat(frames).hasSize(3);
        assertThat(frames.get(1)).as("one state, the same places").isSameAs(frames.get(0));
        assertThat(frames.get(2)).as("another state").isNotSameAs(frames.get(0));
        assertThat(frames.get(2).values().get(0)).as("the same value in the same place").isSameAs(frames.get(0).values().get(0));
    }
}
