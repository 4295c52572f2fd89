package org.tierscope.tests.corpus;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program of the corpus and every sample gives what node gives, in every tier and under stress. The applications, which are
 * longer, run as a user would run them, in the interpreter, and in two of the other configurations, by turns.
 */
class ConformanceTest {
    private static final List<Configuration> ALWAYS = List.of(Configuration.DEFAULT, Configuration.INTERPRETER);

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"runs", "applicationRuns"})
    void printsWhatNodePrints(Configuration configuration, GuestProgram program) {
        String difference = configuration.run(program).differenceFrom(Outcome.expectedOf(program));
        if (!difference.isEmpty()) {
            fail("%s%n%s%n./tierscope run %s %s", program, difference, program.file(),
                    String.join(" ", configuration.options().toArguments()));
        }
    }

    static Stream<Arguments> runs() {
        return Arrays.stream(Configuration.values())
                .flatMap(configuration -> Stream.of(GuestProgram.corpus(), GuestProgram.samples())
                        .flatMap(List::stream)
                        .map(program -> arguments(configuration, program)));
    }

    static Stream<Arguments> applicationRuns() {
        return GuestProgram.applications().stream()
                .flatMap(program -> configurations(program).map(configuration -> arguments(configuration, program)));
    }

    /** Two others besides those of all: which, depends on the program's name only, so that a run can be repeated. */
    private static Stream<Configuration> configurations(GuestProgram program) {
        List<Configuration> others = Arrays.stream(Configuration.values())
                .filter(configuration -> !ALWAYS.contains(configuration))
                .toList();
        int turn = Math.floorMod(program.name().hashCode(), others.size());
        int opposite = (turn + others.size() / 2) % others.size();
        return Stream.concat(ALWAYS.stream(), Stream.of(others.get(turn), others.get(opposite)));
    }
}
