package org.tierscope.tests.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs of the corpus and samples give what node gives where their optimized functions are run by the interpreter of graphs, each
 * entry by the graph after another pass: so graphs mean the same before and after each pass. Here a slice of them; all:
 * {@code -Dgraphs.of=1}, or {@code tests/differential --stress --only=run-graphs}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunGraphsTest {
    /** One of how many programs runs. */
    private static final int OF = Integer.getInteger("graphs.of", 6);

    private final GraphShare share = new GraphShare();

    Stream<GuestProgram> programs() {
        List<GuestProgram> all = Stream.concat(GuestProgram.corpus().stream(), GuestProgram.samples().stream()).toList();
        return all.stream().filter(program -> Math.floorMod(program.name().hashCode(), OF) == 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void graphsOfAllStagesDoWhatTheProgramDoes(GuestProgram program) {
        Setup setup = Setup.runGraphs();
        String difference = setup.run(program, share::add).differenceFrom(Outcome.expectedOf(program));
        if (!difference.isEmpty()) {
            fail("%s%n%s%n./tierscope run %s %s", program, difference, program.file(),
                    String.join(" ", setup.options().toArguments()));
        }
    }

    /** Else the test above says nothing. What did not run belongs to code that was never entered again. */
    @AfterAll
    void mostOfWhatWasCompiledRan() {
        System.out.println("run-graphs: " + share);
        assertThat(share.ofCompilations()).as(share.toString()).isGreaterThan(0.8);
        assertThat(share.ofGraphs()).as(share.toString()).isGreaterThan(0.5);
    }
}
