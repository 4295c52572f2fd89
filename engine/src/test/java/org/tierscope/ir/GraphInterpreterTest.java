package org.tierscope.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.TypeBits;
import org.tierscope.ir.pass.EscapeAnalysis;
import org.tierscope.ir.pass.Pass;
import org.tierscope.ir.pass.PassNotes;
import org.tierscope.ir.pass.PassRunner;
import org.tierscope.ir.pass.Passes;
import org.tierscope.runtime.Value;

/** Runs graphs before and after optimization over the same values: they must return, throw or leave alike. */
class GraphInterpreterTest {
    private static final long FUEL = 1_000_000;

    /** Registers as given, and memory that answers what was stored. */
    private static final class Registers implements Machine {
        private final long[] registers;
        private final Map<Long, Long> memory = new HashMap<>();
        private int calls;

        Registers(long... registers) {
            this.registers = registers;
        }

        @Override
        public long load(long address, int bytes) {
            return memory.getOrDefault(address, 0L);
        }

        @Override
        public void store(long address, int bytes, long value) {
            memory.put(address, value);
        }

        @Override
        public long register(int register) {
            return register < 0 || register >= registers.length ? Value.UNDEFINED : registers[register];
        }

        @Override
        public long perform(Node node, long[] operands) {
            calls++;
            return Value.ofInt(calls);
        }
    }

    private static GraphInterpreter.Outcome run(Graph graph, long... arguments) {
        return GraphInterpreter.run(graph, new Registers(arguments), FUEL);
    }

    private static Graph optimized(Guest guest, Set<String> disabled) {
        Graph graph = guest.build("f");
        new PassRunner(Passes.all(), disabled, true, (_, _) -> {}).run(graph);
        return graph;
    }

    /** The number returned, or the reason of the exit. */
    private static Object result(GraphInterpreter.Outcome outcome) {
        return switch (outcome) {
            case GraphInterpreter.Returned returned -> Value.numberAsDouble(returned.value());
            case GraphInterpreter.Threw threw -> threw;
            case GraphInterpreter.Left left -> left.reason();
        };
    }

    private static void agree(Guest guest, Set<String> disabled, long... arguments) {
        GraphInterpreter.Outcome before = run(guest.build("f"), arguments);
        GraphInterpreter.Outcome after = run(optimized(guest, disabled), arguments);
        assertThat(result(after)).isEqualTo(result(before));
    }

    static List<String> passNames() {
        return Passes.all().stream().map(Pass::name).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("passNames")
    void leavingOutAnyPassChangesNoResult(String pass) {
        var sum = Guest.of(
                        "function f(n, k) { let s = 0; for (let i = 0; i < n; i++) { if (i % 3 === 0) s += i * k; else s -= i & k; } return s; }")
                .sawInts("f");
        for (int k : new int[] {3, 0, -1, 70_000}) {
            agree(sum, Set.of(pass), Value.ofInt(100), Value.ofInt(k));
        }
    }

    @Test
    void anExitMakesTheObjectsThatEscapeAnalysisRemoved() {
        String text =
                """
                graph f function=1 entry=0 slots=3
                b0:
                  v0 = Parameter[0]
                  v1 = NewObject[300 2] @s0
                  v2 = StoreField[24 NAMED] v1 v0
                  v3 = StoreField[32 NAMED] v1 v1
                  v4 = StoreShape[301] v1
                  v5 = CheckInt32 v0 !NOT_INT32 @s1
                  v6 = BoxInt32 v5
                  v7 = Return v6
                s0: f1@0 regs=2 {0=v0}
                s1: f1@8 regs=2 {0=v0 1=v1}
                """;
        Graph removed = GraphParser.parse(text);
        new EscapeAnalysis().run(removed, new PassNotes());
        var before = new Registers(Value.TRUE);
        var after = new Registers(Value.TRUE);

        GraphInterpreter.Outcome left = GraphInterpreter.run(GraphParser.parse(text), before, FUEL);

        assertThat(GraphPrinter.print(removed)).doesNotContain("NewObject");
        assertThat(GraphInterpreter.run(removed, after, FUEL)).isEqualTo(left);
        assertThat(after.memory).isEqualTo(before.memory).isNotEmpty();
    }

    @Test
    void int32OverflowLeavesWithTheStateBeforeTheAddition() {
        var guest = Guest.of("function f(a, b) { return a + b; }").sawInts("f");

        var left = (GraphInterpreter.Left) run(
                optimized(guest, Set.of()), Value.ofInt(Integer.MAX_VALUE), Value.ofInt(1));

        assertThat(left.reason()).isEqualTo(ExitReason.OVERFLOW);
        assertThat(left.frames()).containsExactly(new GraphInterpreter.LeftFrame(
                guest.id("f"), guest.pc("f", Opcode.ADD, 0), 0, 0,
                Map.of(0, Value.ofInt(Integer.MAX_VALUE), 1, Value.ofInt(1)), null));
    }

    @Test
    void aProductThatIsMinusZeroLeaves() {
        var guest = Guest.of("function f(a, b) { return a * b; }").sawInts("f");

        assertThat(result(run(optimized(guest, Set.of()), Value.ofInt(0), Value.ofInt(-1))))
                .isEqualTo(ExitReason.OVERFLOW);
        assertThat(result(run(optimized(guest, Set.of()), Value.ofInt(-3), Value.ofInt(5)))).isEqualTo(-15.0);
    }

    @Test
    void minusZeroSurvivesDoubles() {
        var guest = Guest.of("function f(a, b) { return a * b; }").sawTypes("f", TypeBits.NUMBER);

        assertThat(result(run(optimized(guest, Set.of()), Value.ofInt(0), Value.ofInt(-1)))).isEqualTo(-0.0);
    }

    @Test
    void negatingZeroAndTheLeastInt32Leave() {
        var guest = Guest.of("function f(a) { return -a; }").sawInts("f");

        assertThat(result(run(optimized(guest, Set.of()), Value.ofInt(0)))).isEqualTo(ExitReason.MINUS_ZERO);
        assertThat(result(run(optimized(guest, Set.of()), Value.ofInt(Integer.MIN_VALUE))))
                .isEqualTo(ExitReason.MINUS_ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void unsignedShiftsAreUnsigned(int a) {
        var guest = Guest.of("function f(a) { return a >>> 0; }")
                .sawTypes("f", Opcode.USHR_INT, 0, TypeBits.INT32, TypeBits.INT32, TypeBits.NUMBER);

        assertThat(result(run(optimized(guest, Set.of()), Value.ofInt(a))))
                .isEqualTo((double) Integer.toUnsignedLong(a));
    }

    @Test
    void aLoopThatOverflowsLeavesInTheIterationThatDoes() {
        var guest = Guest.of("function f(n) { let s = 2147483000; for (let i = 0; i < n; i++) s += i; return s; }")
                .sawInts("f");

        var left = (GraphInterpreter.Left) run(optimized(guest, Set.of()), Value.ofInt(1000));

        assertThat(left.reason()).isEqualTo(ExitReason.OVERFLOW);
        assertThat(left.frames().getFirst().registers()).containsValue(Value.ofInt(36));
    }

    @Test
    void comparisonsWithNaNTakeTheFalseWay() {
        var guest = Guest.of("function f(a, b) { if (a < b) return 1; if (!(a < b)) return 2; return 3; }")
                .sawTypes("f", TypeBits.NUMBER);

        agree(guest, Set.of(), Value.NAN, Value.ofInt(1));
        assertThat(result(run(optimized(guest, Set.of()), Value.NAN, Value.ofInt(1)))).isEqualTo(2.0);
    }
}
