package org.tierscope.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a recording costs, from a run without and a run with one. */
class RecordingCostTest {
    private static RecordingCost cost(Measurement without, Measurement with) {
        return new RecordingCost(Path.of("samples", "sieve.js"), without, with);
    }

    private static final Measurement WITHOUT = Measurement.of(100, 1000, 9000, "sieve 42\n#times 4 2 2\n");
    private static final Measurement WITH = Measurement.of(110, 1000, 14000, "sieve 42\n#times 8 3 2.1\n");

    @Test
    void ratiosAreOfFullSpeedAndOfTimeInBothCompilers() {
        assertThat(cost(WITHOUT, WITH).peakRatio()).isEqualTo(1.05);
        assertThat(cost(WITHOUT, WITH).compilingRatio()).isEqualTo(1.5);
        assertThat(cost(WITHOUT, WITH).row())
                .isEqualTo("sieve                      2.000       2.100    1.05        10.00        15.00    1.50");
    }

    @Test
    void aProgramThatIsNeverCompiledCostsNothingToCompile() {
        Measurement small = Measurement.of(1, 0, 0, "");
        assertThat(cost(small, small).compilingRatio()).isEqualTo(1);
    }

    @Test
    void differentOutputsAreSeen() {
        assertThat(cost(WITHOUT, Measurement.of(100, 0, 0, "sieve 41\n#times 4 2 2\n")).row()).endsWith("OUTPUTS DIFFER");
    }
}
