package org.tierscope.tests.fuzz;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same programs in each build; {@code tests/fuzz} makes others. */
class FuzzSliceTest {
    private static final int SHRINK_SECONDS = 120;
    private static final int SEEDS = 12;

    @ParameterizedTest
    @EnumSource
    void setupsAgree(Profile profile) throws IOException {
        try (var job = new FuzzJob(profile, SHRINK_SECONDS)) {
            long first = 1 + (long) profile.ordinal() * SEEDS;
            for (long seed = first; seed < first + SEEDS; seed++) {
                if (job.run(seed) instanceof FuzzJob.Result.Different different) {
                    fail(different.finding().text());
                }
            }
        }
    }
}
