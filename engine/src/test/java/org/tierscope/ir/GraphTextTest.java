package org.tierscope.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GraphTextTest {
    /** {@code for (i = 0; i < a; i++);} with int32 feedback. */
    static final String LOOP =
            """
            graph count function=3 entry=0 slots=2
            b0:
              v0 = Parameter[0] : Value
              v1 = ConstantInt32[0]
              v2 = CheckInt32 v0 !NOT_INT32 @s0
              v3 = Jump b1
            b1 <- b0 b2:
              v4 = Phi:INT32 v1 v5 : Int32
              v6 = CompareInt32[LT] v4 v2
              v7 = Branch v6 b2 b3
            b2 <- b1:
              v8 = ConstantInt32[1]
              v5 = AddInt32Checked v4 v8 !OVERFLOW @s1
              v9 = Jump b1
            b3 <- b1:
              v10 = BoxInt32 v4
              v11 = Return v10
            s0: f3@0 regs=2 {0=v0}
            s1: f3@7 regs=2 {0=v0 1=v4}
            """;

    @Test
    void textReadBackIsTheSame() {
        Graph graph = GraphParser.parse(LOOP);

        assertThat(GraphPrinter.print(graph)).isEqualTo(LOOP);
        assertThat(GraphVerifier.check(graph)).isEmpty();
    }

    @Test
    void everyParameterKindIsReadBack() {
        String text =
                """
                graph all function=1 entry=0 slots=9
                b0:
                  v0 = Parameter[-1]
                  v1 = Constant[0xfffe000000000007]
                  v2 = ConstantFloat64[-0.0]
                  v3 = ConstantBool[true]
                  v4 = CheckShape[256/300] v0 !WRONG_SHAPE @s1
                  v5 = LoadField[24 NAMED] v4 : String|Null
                  v6 = CallRuntime[ADD f1+32] v5 v1 @s1
                  v7 = CallRuntime[TRUTHY none] v6 @s1
                  v8 = CheckElementsKind[INT/HOLEY_INT] v4 !WRONG_ELEMENTS_KIND @s0
                  v9 = TestType[NULLISH] v5
                  v10 = ExecuteBytecode[40 3/5] v0 v5 @s0
                  v11 = LoadRegister[3]
                  v12 = MathFloat64[POW] v2 v2
                  v13 = ExecuteBytecode[42 -] @s0
                  v14 = Return v11
                s0: f1@40 handled regs=1 {-1=v0}
                s1: f2@3 in s0 window=1 args=2 construct regs=0 {}
                """;

        assertThat(GraphPrinter.print(GraphParser.parse(text))).isEqualTo(text);
    }

    @Test
    void originsAreReadBackWhereTheyArePrinted() {
        Graph graph = GraphParser.parse(
                """
                graph f function=3 entry=0 slots=0
                b0:
                  v0 = Constant[0xa] ; f4@8 in f3@2
                  v1 = Return v0 ; f3@4
                """);

        Origin origin = graph.entry().nodes().getFirst().origin();
        assertThat(origin).isEqualTo(new Origin(4, 8, new Origin(3, 2, null)));
        assertThat(GraphPrinter.printWithOrigins(graph)).contains("v0 = Constant[0xa] ; f4@8 in f3@2");
    }

    @Test
    void aLineThatIsNoNodeIsNamed() {
        assertThatThrownBy(() -> GraphParser.parse(LOOP.replace("Jump b1\n  ", "Jump b1\n").replace("AddInt32Checked", "Frob")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Frob");
    }
}
