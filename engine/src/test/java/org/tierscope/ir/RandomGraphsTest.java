package org.tierscope.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierscope.ir.pass.Pass;
import org.tierscope.ir.pass.PassNotes;
import org.tierscope.ir.pass.PassRunner;
import org.tierscope.ir.pass.Passes;
import org.tierscope.runtime.Value;

/**
 * Graphs of random programs do what the programs do, after each pass and after all: they return the same and store the same, and where they
 * leave, the program goes on from that state to the same end. More of them: {@code -Drandom.graphs=100000}.
 */
class RandomGraphsTest {
    private static final int PROGRAMS = Integer.getInteger("random.graphs", 400);
    private static final long FUEL = 1_000_000;

    /** What a program gave: its result and what it stored, numbers compared by value. */
    record End(Object result, Map<Long, Object> memory) {
        static End of(long result, RandomGraph.Cells cells) {
            var memory = new TreeMap<Long, Object>();
            cells.memory.forEach((address, word) -> memory.put(address, comparable(word)));
            return new End(comparable(result), memory);
        }

        private static Object comparable(long word) {
            return Value.isNumber(word) ? (Object) Value.numberAsDouble(word) : (Object) Long.toHexString(word);
        }
    }

    static End expected(RandomProgram program, long[] arguments) {
        var cells = new RandomGraph.Cells(arguments);
        return End.of(program.run(0, arguments.clone(), cells), cells);
    }

    private static End actual(RandomProgram program, Graph graph, long[] arguments) {
        var cells = new RandomGraph.Cells(arguments);
        return switch (GraphInterpreter.run(graph, cells, FUEL)) {
            case GraphInterpreter.Returned returned -> End.of(returned.value(), cells);
            case GraphInterpreter.Threw threw -> throw new AssertionError("threw " + threw);
            case GraphInterpreter.Left left -> {
                var registers = new long[RandomProgram.REGISTERS];
                left.frames().getFirst().registers().forEach((register, word) -> registers[register] = word);
                yield End.of(program.run(left.frames().getFirst().pc(), registers, cells), cells);
            }
        };
    }

    private static void check(long seed, List<Pass> passes) {
        var program = new RandomProgram(seed);
        Graph graph = RandomGraph.of(program);
        new PassRunner(passes, Set.of(), true, (_, _) -> {}).run(graph);
        for (int i = 0; i < 3; i++) {
            long[] arguments = program.arguments();
            assertThat(actual(program, graph, arguments))
                    .as("seed %d, run %d, passes %s%n%s%n%s", seed, i, passes.stream().map(Pass::name).toList(), program,
                            GraphPrinter.print(graph))
                    .isEqualTo(expected(program, arguments));
        }
    }

    /** Each pass as it is listed, with whether it is the last of its kind. */
    static List<Pass> passes() {
        return Passes.all();
    }

    @Test
    void asBuilt() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            check(seed, List.of());
        }
    }

    @ParameterizedTest
    @MethodSource("passes")
    void afterEachPassAlone(Pass pass) {
        for (long seed = 0; seed < PROGRAMS / 8; seed++) {
            check(seed, List.of(pass));
        }
    }

    @ParameterizedTest
    @MethodSource("passes")
    void afterEachPassOnUnboxedValues(Pass pass) {
        List<Pass> all = Passes.all();
        for (long seed = 10_000; seed < 10_000 + PROGRAMS / 8; seed++) {
            check(seed, List.of(all.get(0), pass, all.get(0), pass));
        }
    }

    /** Copies the first iterations of every loop, whatever for. */
    private static final class Copies implements Pass {
        private final int count;

        Copies(int count) {
            this.count = count;
        }

        @Override
        public String name() {
            return "copies";
        }

        @Override
        public String purpose() {
            return "Copies the first iterations of every loop.";
        }

        @Override
        public void run(Graph graph, PassNotes notes) {
            int found = new LoopTree(graph, new DominatorTree(graph)).loops().size();
            for (int i = 0; i < found; i++) {
                var loops = new LoopTree(graph, new DominatorTree(graph));
                LoopCopy copy = LoopCopy.of(graph, loops, loops.loops().get(i));
                if (copy != null && copy.canBeCopied() && graph.nodeCount() < 2_000) {
                    copy.peel(count, false);
                }
            }
        }
    }

    @Test
    void afterCopyingLoops() {
        List<Pass> all = Passes.all();
        for (long seed = 20_000; seed < 20_000 + PROGRAMS / 2; seed++) {
            check(seed, List.of(new Copies(1 + (int) (seed % 3))));
            check(seed, List.of(all.get(0), new Copies(1), all.get(0), new Copies(2)));
        }
    }

    @Test
    void afterAllPasses() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            check(seed, Passes.all());
        }
    }

    @Test
    void mostProgramsReturnWithoutLeaving() {
        int returned = 0;
        for (long seed = 0; seed < PROGRAMS; seed++) {
            var program = new RandomProgram(seed);
            Graph graph = RandomGraph.of(program);
            Passes.all().forEach(pass -> pass.run(graph, new PassNotes()));
            if (GraphInterpreter.run(graph, new RandomGraph.Cells(program.arguments()), FUEL) instanceof GraphInterpreter.Returned) {
                returned++;
            }
        }
        assertThat(returned).isGreaterThan(PROGRAMS / 4);
    }
}
