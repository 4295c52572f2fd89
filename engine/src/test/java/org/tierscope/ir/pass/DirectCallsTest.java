package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.ir.Representation.FLOAT64;
import static org.tierscope.ir.Representation.INT32;
import static org.tierscope.ir.Representation.TAGGED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tierscope.ir.EntryShape;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphParser;
import org.tierscope.ir.GraphPrinter;
import org.tierscope.ir.GraphVerifier;
import org.tierscope.ir.Signature;

/** Function 1 has three parameters; function 7 takes (int32, tagged, float64). */
class DirectCallsTest {
    private static final int SEVEN = Signature.of(List.of(INT32, TAGGED, FLOAT64));

    private static Graph after(String text) {
        Graph graph = GraphParser.parse(text);
        graph.setEntryShape(new EntryShape(3, 3, Map.of(7, SEVEN)));
        new DirectCalls().run(graph, new PassNotes());
        GraphVerifier.verify(graph, "direct-calls");
        return graph;
    }

    private static String block(String nodes) {
        return GraphPrinter.print(after(PassTests.block(nodes)));
    }

    @Test
    void aParameterThatIsOnlyUsedAsANumberIsUnboxedWhereTheFunctionBegins() {
        Graph graph = after(PassTests.block("""
                v5 = LoadField[16 NAMED] v1
                v6 = CheckInt32 v0 !NOT_INT32 @s1
                v7 = CheckNumber v2 !NOT_NUMBER @s1
                v8 = Int32ToFloat64 v6
                v9 = AddFloat64 v7 v8
                v10 = BoxFloat64 v9
                v20 = Return v10
                """));

        assertThat(Signature.format(graph.signature())).isEqualTo("(int32, tagged, float64)");
        assertThat(GraphPrinter.print(graph)).containsPattern(
                "v2 = Parameter\\[2\\].*\\n *(v\\d+) = CheckInt32 v0 !NOT_INT32 @(s\\d).*\\n *v\\d+ = CheckNumber v2 !NOT_NUMBER @\\2.*\\n *v5 = LoadField");
        assertThat(GraphPrinter.print(graph)).contains("f1@0 regs=3 {0=v0 1=v1 2=v2}").doesNotContain("@s1");
    }

    @Test
    void aParameterThatIsUsedAsAWordTooStaysOne() {
        Graph graph = after(PassTests.block("""
                v6 = CheckInt32 v0 !NOT_INT32 @s0
                v20 = Return v0
                """));

        assertThat(graph.signature()).isEqualTo(Signature.NONE);
    }

    @Test
    void aParameterThatOneWayDoesNotUseStaysAWord() {
        Graph graph = after("""
                graph f function=1 entry=0 slots=3
                b0:
                  v0 = Parameter[0]
                  v1 = Parameter[1]
                  v8 = Truthy v1
                  v9 = Branch v8 b1 b2
                b1 <- b0:
                  v10 = CheckInt32 v0 !NOT_INT32 @s0
                  v11 = BoxInt32 v10
                  v20 = Return v11
                b2 <- b0:
                  v21 = Return v1
                s0: f1@0 regs=3 {0=v0 1=v1}
                """);

        assertThat(graph.signature()).isEqualTo(Signature.NONE);
    }

    @Test
    void whatIsUnboxedOnBothWaysIsUnboxedAtTheBeginning() {
        Graph graph = after("""
                graph f function=1 entry=0 slots=3
                b0:
                  v0 = Parameter[0]
                  v1 = Parameter[1]
                  v8 = Truthy v1
                  v9 = Branch v8 b1 b2
                b1 <- b0:
                  v10 = CheckInt32 v0 !NOT_INT32 @s0
                  v11 = BoxInt32 v10
                  v20 = Return v11
                b2 <- b0:
                  v12 = CheckInt32 v0 !NOT_INT32 @s0
                  v13 = AddInt32 v12 v12
                  v14 = BoxInt32 v13
                  v21 = Return v14
                s0: f1@0 regs=3 {0=v0 1=v1}
                """);

        assertThat(Signature.format(graph.signature())).isEqualTo("(int32, tagged, tagged)");
        assertThat(GraphPrinter.print(graph)).containsOnlyOnce("CheckInt32");
    }

    @Test
    void aCallPassesWhatItHasUnboxed() {
        String text = block("""
                v5 = CheckInt32 v0 !NOT_INT32 @s0
                v6 = BoxInt32 v5
                v7 = Constant[0xa] : Undefined
                v8 = Call[7] v1 v7 v7 v6 v2 v6 @s1
                v20 = Return v8
                """);

        assertThat(text).containsPattern("(v\\d+) = Int32ToFloat64 v\\d+\\n *v\\d+ = CallDirect\\[7 " + SEVEN + "] v1 v7 v7 v\\d+ v2 \\1 @");
    }

    @Test
    void argumentsThatMayBeSomethingElseOrAreLeftOutGoAsEver() {
        assertThat(block("""
                v7 = Constant[0xa] : Undefined
                v8 = Call[7] v1 v7 v7 v0 v2 v2 @s1
                v20 = Return v8
                """)).doesNotContain("CallDirect");
        assertThat(block("""
                v7 = Constant[0xa] : Undefined
                v5 = ConstantInt32[3]
                v6 = BoxInt32 v5
                v8 = Call[7] v1 v7 v7 v6 v2 @s1
                v9 = Call[8] v1 v7 v7 v6 v2 v6 @s1
                v20 = Return v8
                """)).doesNotContain("CallDirect");
    }

    @Test
    void recursionUsesTheEntryThatIsJustMade() {
        String text = block("""
                v5 = CheckInt32 v0 !NOT_INT32 @s0
                v6 = AddInt32 v5 v5
                v9 = BoxInt32 v6
                v7 = Constant[0xa] : Undefined
                v8 = Call[1] v1 v7 v7 v9 v2 v2 @s1
                v20 = Return v8
                """);

        assertThat(text).containsPattern("CallDirect\\[1 \\d+] v1 v7 v7 v6 v2 v2 @s");
    }
}
