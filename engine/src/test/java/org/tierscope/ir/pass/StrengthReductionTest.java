package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphInterpreter;
import org.tierscope.ir.GraphParser;
import org.tierscope.ir.Machine;
import org.tierscope.ir.Node;
import org.tierscope.runtime.Value;

class StrengthReductionTest {
    private static String after(String nodes) {
        return PassTests.after(new StrengthReduction(), PassTests.block("v3 = CheckInt32 v0 !NOT_INT32 @s0\n" + nodes));
    }

    private static String function(String operation, int divisor) {
        return PassTests.block(
                """
                v3 = CheckInt32 v0 !NOT_INT32 @s0
                v4 = ConstantInt32[%d]
                v5 = %s
                v6 = BoxInt32 v5
                v7 = Return v6
                """.formatted(divisor, operation));
    }

    /** The value that a graph returns for an argument; null where it leaves. */
    private static Integer run(Graph graph, int argument) {
        Machine machine = new Machine() {
            @Override
            public long load(long address, int bytes) {
                throw new IllegalStateException("no memory here");
            }

            @Override
            public void store(long address, int bytes, long value) {
                throw new IllegalStateException("no memory here");
            }

            @Override
            public long register(int register) {
                return Value.ofInt(argument);
            }

            @Override
            public long perform(Node node, long[] operands) {
                throw new IllegalStateException("no calls here");
            }
        };
        return GraphInterpreter.run(graph, machine, 1000) instanceof GraphInterpreter.Returned returned
                ? Integer.valueOf(Value.asInt(returned.value()))
                : null;
    }

    @Test
    void quotientsAndRemaindersByAnyConstantAreExact() {
        var random = new Random(7);
        for (int i = 0; i < 400; i++) {
            int divisor = i < 120 ? i - 60 : random.nextInt() >> random.nextInt(31);
            Graph quotient = reduced(function("DivInt32 v3 v4", divisor));
            Graph remainder = reduced(function("ModInt32 v3 v4", divisor));
            Graph checked = reduced(function("ModInt32Checked[true] v3 v4 !MINUS_ZERO @s1", divisor));
            for (int j = 0; j < 60; j++) {
                int dividend = switch (j) {
                    case 0 -> Integer.MIN_VALUE;
                    case 1 -> Integer.MAX_VALUE;
                    case 2 -> Integer.MIN_VALUE + 1;
                    case 3 -> divisor;
                    case 4 -> -divisor;
                    case 5 -> divisor - 1;
                    default -> j < 20 ? j - 13 : j < 30 ? divisor * (j - 25) : random.nextInt() >> random.nextInt(31);
                };
                String what = dividend + " by " + divisor;
                assertThat(run(quotient, dividend)).as(what).isEqualTo(divisor == 0 ? 0 : dividend / divisor);
                assertThat(run(remainder, dividend)).as(what).isEqualTo(divisor == 0 ? 0 : dividend % divisor);
                boolean leaves = divisor == 0 || dividend < 0 && dividend % divisor == 0;
                assertThat(run(checked, dividend)).as(what).isEqualTo(leaves ? null : dividend % divisor);
            }
        }
    }

    private static Graph reduced(String text) {
        Graph graph = GraphParser.parse(text);
        new StrengthReduction().run(graph, new PassNotes());
        org.tierscope.ir.GraphVerifier.verify(graph, "strength-reduction");
        return graph;
    }

    @Test
    void aRemainderOfWhatIsNotNegativeNeedsNoCheckAndSharesItsQuotient() {
        String text = after("""
                v4 = CheckNotNegative v3 !OVERFLOW @s0
                v5 = ConstantInt32[10]
                v6 = DivInt32 v4 v5
                v7 = ModInt32Checked[true] v4 v5 !MINUS_ZERO @s1
                v8 = AddInt32 v6 v7
                v9 = BoxInt32 v8
                v10 = Return v9
                """);

        assertThat(text).containsOnlyOnce("MulHighInt32").doesNotContain("CheckTrue", "DivInt32", "ModInt32");
    }

    @Test
    void aRemainderThatMayBeMinusZeroIsChecked() {
        String text = after("""
                v5 = ConstantInt32[10]
                v7 = ModInt32Checked[true] v3 v5 !MINUS_ZERO @s1
                v9 = BoxInt32 v7
                v10 = Return v9
                """);

        assertThat(text).contains("CheckTrue", "!MINUS_ZERO @s1").doesNotContain("ModInt32");
    }

    @Test
    void aTruncatedDoubleQuotientOfAnInt32IsAnInt32Quotient() {
        String text = after("""
                v4 = Int32ToFloat64 v3
                v5 = ConstantFloat64[10.0]
                v6 = DivFloat64 v4 v5
                v7 = TruncateFloat64 v6
                v9 = BoxInt32 v7
                v10 = Return v9
                """);

        assertThat(text).contains("MulHighInt32").doesNotContain("TruncateFloat64");
    }

    @Test
    void whatMayBeNegativeAndIsRoundedDownStays() {
        String text = after("""
                v4 = Int32ToFloat64 v3
                v5 = ConstantFloat64[10.0]
                v6 = DivFloat64 v4 v5
                v7 = FloorFloat64 v6
                v8 = CheckFloat64IsInt32 v7 !NOT_EXACT @s1
                v9 = BoxInt32 v8
                v10 = Return v9
                """);

        assertThat(text).contains("CheckFloat64IsInt32").doesNotContain("MulHighInt32");
    }

    @Test
    void quotientsByFractionsAndByVariablesStay() {
        String text = after("""
                v4 = Int32ToFloat64 v3
                v5 = ConstantFloat64[2.5]
                v6 = DivFloat64 v4 v5
                v7 = TruncateFloat64 v6
                v8 = ModInt32 v7 v3
                v9 = BoxInt32 v8
                v10 = Return v9
                """);

        assertThat(text).contains("TruncateFloat64", "ModInt32 v7 v3").doesNotContain("MulHighInt32");
    }
}
