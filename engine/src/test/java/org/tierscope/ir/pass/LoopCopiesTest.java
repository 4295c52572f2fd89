package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Loop unrolling and loop peeling. */
class LoopCopiesTest {
    /** {@code for (i = 0; i < limit; i += 1) body}, with i in v10; v0 and v1 are parameters, v4 and v5 are 0 and 1. */
    private static String loop(String limit, String body) {
        return """
                graph f function=1 entry=0 slots=3
                b0:
                  v0 = Parameter[0]
                  v1 = Parameter[1]
                  v2 = CheckInt32 v0 !NOT_INT32 @s0
                  v4 = ConstantInt32[0]
                  v5 = ConstantInt32[1]
                  %s
                  v6 = Checkpoint @s1
                  v7 = Jump b1
                b1 <- b0 b2:
                  v10 = Phi:INT32 v4 v12
                  v11 = CompareInt32[LT] v10 v3
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
                s1: f1@4 regs=3 {0=v0 1=v1 2=v4}
                s2: f1@9 regs=3 {0=v0 1=v1 2=v10}
                """.formatted(limit, body.stripTrailing().indent(2).stripTrailing());
    }

    private static int count(String text, String what) {
        return text.split(java.util.regex.Pattern.quote(what), -1).length - 1;
    }

    @Test
    void aLoopOfThreeIterationsBecomesStraightCode() {
        String text = PassTests.after(
                new LoopUnrolling(), loop("v3 = ConstantInt32[3]", "v20 = CheckBounds v10 v2 !OUT_OF_BOUNDS @s2"));

        assertThat(text).doesNotContain("Phi", "Branch", "CheckInterrupt");
        assertThat(count(text, "CheckBounds")).isEqualTo(3);
        assertThat(text).as("behind the loop i is 3").containsPattern("Constant\\[0xfffe000000000003\\]\n  v\\d+ = Return");
    }

    @Test
    void eachIterationLeavesToItsOwnState() {
        String text = PassTests.after(
                new LoopUnrolling(), loop("v3 = ConstantInt32[2]", "v20 = CheckBounds v10 v2 !OUT_OF_BOUNDS @s2"));

        String zero = text.substring(text.indexOf(" = ConstantInt32[0]") - 4, text.indexOf(" = ConstantInt32[0]")).strip();
        assertThat(text).containsPattern("f1@9 regs=3 \\{0=v0 1=v1 2=" + zero + "\\}")
                .containsPattern("f1@9 regs=3 \\{0=v0 1=v1 2=v(?!" + zero.substring(1) + "\\b)\\d+\\}");
    }

    @Test
    void aLoopOverAnArrayThatStaysAsLongAsItIsRunsOncePerElement() {
        String text = PassTests.after(
                new LoopUnrolling(),
                loop("v8 = NewArray[5 TAGGED] v0 v1 @s0\n  v3 = LoadArrayLength v8", "v20 = LoadAnyElement v8 v10 !HOLE @s2"));

        assertThat(text).doesNotContain("Phi");
        assertThat(count(text, "LoadAnyElement")).isEqualTo(2);
    }

    @Test
    void aLoopThatMakesItsArrayLongerStays() {
        String text = loop("v8 = NewArray[5 TAGGED] v0 v1 @s0\n  v3 = LoadArrayLength v8", "v20 = ArrayPush v8 v0 @s2");

        assertThat(PassTests.after(new LoopUnrolling(), text)).contains("v10 = Phi");
    }

    @Test
    void aLoopStaysWhoseLimitIsNotKnownOrTooFar() {
        String unknown = loop("v3 = CheckInt32 v1 !NOT_INT32 @s0", "v20 = CheckBounds v10 v2 !OUT_OF_BOUNDS @s2");
        String far = loop("v3 = ConstantInt32[1000]", "v20 = CheckBounds v10 v2 !OUT_OF_BOUNDS @s2");

        assertThat(PassTests.after(new LoopUnrolling(), unknown)).contains("v10 = Phi");
        assertThat(PassTests.after(new LoopUnrolling(), far)).contains("v10 = Phi");
    }

    @Test
    void aLoopWithACallStays() {
        String text = loop("v3 = ConstantInt32[3]", "v20 = Call[-1] v0 v0 v0 @s2");

        assertThat(PassTests.after(new LoopUnrolling(), text)).contains("v10 = Phi");
    }

    @Test
    void aLoopThatCountsBeyondInt32Stays() {
        String text = loop("v3 = ConstantInt32[3]", "v20 = CheckBounds v10 v2 !OUT_OF_BOUNDS @s2")
                .replace("CompareInt32[LT]", "CompareInt32[NE]").replace("v5 = ConstantInt32[1]", "v5 = ConstantInt32[1073741824]");

        assertThat(PassTests.after(new LoopUnrolling(), text)).contains("v10 = Phi");
    }

    @Test
    void whatBreaksOutOfAnIterationTakesThatIterationsValues() {
        String text = PassTests.after(
                new LoopUnrolling(),
                """
                graph f function=1 entry=0 slots=3
                b0:
                  v0 = Parameter[0]
                  v2 = CheckInt32 v0 !NOT_INT32 @s0
                  v4 = ConstantInt32[0]
                  v5 = ConstantInt32[1]
                  v3 = ConstantInt32[2]
                  v6 = Checkpoint @s1
                  v7 = Jump b1
                b1 <- b0 b5:
                  v10 = Phi:INT32 v4 v12
                  v11 = CompareInt32[LT] v10 v3
                  v13 = Branch v11 b2 b3
                b2 <- b1:
                  v20 = MulInt32 v10 v2
                  v21 = CompareInt32[GT] v20 v2
                  v22 = Branch v21 b4 b5
                b5 <- b2:
                  v12 = AddInt32Checked v10 v5 !OVERFLOW @s2
                  v14 = CheckInterrupt !INTERRUPT @s2
                  v15 = Jump b1
                b4 <- b2:
                  v23 = BoxInt32 v20
                  v24 = Return v23
                b3 <- b1:
                  v16 = BoxInt32 v10
                  v17 = Return v16
                s0: f1@0 regs=3 {0=v0}
                s1: f1@4 regs=3 {0=v0 2=v4}
                s2: f1@9 regs=3 {0=v0 2=v10}
                """);

        assertThat(text).as("one phi of the product in the first and in the second iteration").containsOnlyOnce("Phi:INT32");
        assertThat(count(text, "Return")).isEqualTo(2);
    }

    /** A search for the largest: what v30 holds first is a constant, and later what {@code found} boxes. */
    private static String search(String first, String found) {
        return """
                graph f function=1 entry=0 slots=3
                b0:
                  v0 = Parameter[0]
                  v1 = Parameter[1]
                  v3 = CheckInt32 v0 !NOT_INT32 @s0
                  v4 = ConstantInt32[0]
                  v5 = ConstantInt32[1]
                  v9 = Constant[%s]
                  v6 = Checkpoint @s1
                  v7 = Jump b1
                b1 <- b0 b6:
                  v10 = Phi:INT32 v4 v12
                  v30 = Phi:TAGGED v9 v34
                  v11 = CompareInt32[LT] v10 v3
                  v13 = Branch v11 b2 b3
                b2 <- b1:
                  v31 = Truthy v30
                  v32 = Branch v31 b4 b5
                b4 <- b2:
                  v40 = Jump b6
                b5 <- b2:
                  v33 = %s
                  v41 = Jump b6
                b6 <- b4 b5:
                  v34 = Phi:TAGGED v30 v33
                  v12 = AddInt32Checked v10 v5 !OVERFLOW @s2
                  v14 = CheckInterrupt !INTERRUPT @s2
                  v15 = Jump b1
                b3 <- b1:
                  v17 = Return v30
                s0: f1@0 regs=3 {0=v0 1=v1}
                s1: f1@4 regs=3 {0=v0 1=v9 2=v4}
                s2: f1@9 regs=3 {0=v0 1=v34 2=v10}
                """.formatted(first, found);
    }

    private static final String UNDEFINED = "0xa";

    @Test
    void theIterationThatFindsTheFirstNumberComesBeforeTheLoop() {
        String text = PassTests.after(new LoopPeeling(), search(UNDEFINED, "BoxInt32 v10"));

        assertThat(count(text, "Truthy")).isEqualTo(2);
        assertThat(text).as("the loop has a checkpoint of its own").containsPattern("Checkpoint @s\\d+\n  v\\d+ = Jump b1");
    }

    @Test
    void aVariableThatIsANumberFromTheStartOrMayBeSomethingElseLaterPeelsNothing() {
        String number = PassTests.after(new LoopPeeling(), search("0xfffe000000000000", "BoxInt32 v10"));
        String other = PassTests.after(new LoopPeeling(), search(UNDEFINED, "CheckObject v1 !NOT_OBJECT @s1"));

        assertThat(count(number, "Truthy")).isEqualTo(1);
        assertThat(count(other, "Truthy")).isEqualTo(1);
    }

    @Test
    void aLoopWithTwoWaysBackIsNotCopied() {
        String text = search(UNDEFINED, "BoxInt32 v10").replace("b1 <- b0 b6:", "b1 <- b0 b6 b4:").replace("v40 = Jump b6", "v40 = Jump b1")
                .replace("b6 <- b4 b5:", "b6 <- b5:").replace("v34 = Phi:TAGGED v30 v33", "v34 = Phi:TAGGED v33")
                .replace("Phi:INT32 v4 v12", "Phi:INT32 v4 v12 v10").replace("Phi:TAGGED v9 v34", "Phi:TAGGED v9 v34 v30");

        assertThat(count(PassTests.after(new LoopPeeling(), text), "Truthy")).isEqualTo(1);
    }
}
