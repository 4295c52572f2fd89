package org.tierscope.tests.corpus;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program of the corpus and every sample gives what node gives, in every tier and under stress. */
class ConformanceTest {
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("runs")
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
}
