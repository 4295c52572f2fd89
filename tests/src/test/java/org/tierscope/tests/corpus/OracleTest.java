package org.tierscope.tests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The expected outputs came from node; here GraalJS confirms them, so that no mistake of one engine is taken for
 * the language.
 */
class OracleTest {
    /** Groups about what no specification fixes: how objects are printed, what messages say, what hosts add; and several files. */
    private static final Set<String> UNSPECIFIED = Set.of("console", "messages", "host", "modules");

    /** Programs on which GraalJS is wrong, or free to differ. */
    private static final Set<String> DIFFERENT = Set.of(
            // they print node's messages, and states of promises
            "proxy/traps",
            "async/iteration",
            "async/order",
            "bigint/arrays",
            "bigint/operators",
            "regexp/matching",
            "regexp/replace-split",
            "generators/protocol",
            "sloppy/eval-scopes",
            "strings/tagged-templates",
            "limits/arrays",
            "natives/array-constructor",
            "iteration/own-iterators-and-generators",
            // the oracle has no Iterator.zip
            "iteration/zipped-to-the-longest",
            // it writes 1e21 in radix 36, where digits are free (6.1.6.1.20 Number::toString)
            "natives/text-entries",
            // Atomics.wait is not allowed on the oracle's thread
            "buffers/resizable",
            // How deep a stack may get is free, and GraalJS fills the heap before it gives up.
            "exceptions/stack-overflow",
            // in which order a comparator is called is up to the engine (23.1.3.30.1 SortIndexedProperties)
            "arrays/comparator-order",
            // reads the value of a result that is done (7.4.8 IteratorStepValue does not)
            "iteration/protocol-order");

    private static Oracle oracle;

    @BeforeAll
    static void start() {
        oracle = new Oracle();
    }

    @AfterAll
    static void stop() {
        oracle.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void graalJsAgrees(GuestProgram program) {
        String difference = oracle.run(program).differenceFrom(Outcome.expectedOf(program));
        assertThat(difference).as(program.name()).isEmpty();
    }

    static Stream<GuestProgram> programs() {
        return Stream.of(GuestProgram.corpus(), GuestProgram.applications(), GuestProgram.samples())
                .flatMap(List::stream)
                .filter(program -> !UNSPECIFIED.contains(program.group()) && !DIFFERENT.contains(program.name()));
    }
}
