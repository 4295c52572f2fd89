package org.tierscope.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a recording costs, from a run without and a run with one. */
class RecordingCostTest {
    private static Measurement run(double millis, double baselineMicros, double optimizingMicros, String printed) {
        return Measurement.of(millis, new Compiling(baselineMicros, 1), new Compiling(optimizingMicros, 1), printed);
    }

    private static RecordingCost cost(Measurement without, Measurement with) {
        return new RecordingCost(Path.of("samples", "sieve.js"), without, with);
    }

    private static final Measurement WITHOUT = run(100, 1000, 9000, "sieve 42\n#times 4 2 2\n");
    private static final Measurement WITH = run(110, 1000, 14000, "sieve 42\n#times 8 3 2.1\n");

    @Test
    void ratiosAreOfFullSpeedAndOfTimeInBothCompilers() {
        assertThat(cost(WITHOUT, WITH).peakRatio()).isEqualTo(1.05);
        assertThat(cost(WITHOUT, WITH).compilingRatio()).isEqualTo(1.5);
        assertThat(cost(WITHOUT, WITH).row())
                .isEqualTo("sieve                      2.000       2.100    1.05        10.00        15.00    1.50");
    }

    @Test
    void aProgramThatIsNeverCompiledCostsNothingToCompile() {
        Measurement small = run(1, 0, 0, "");
        assertThat(cost(small, small).compilingRatio()).isEqualTo(1);
    }

    @Test
    void differentOutputsAreSeen() {
        assertThat(cost(WITHOUT, run(100, 0, 0, "sieve 41\n#times 4 2 2\n")).row()).endsWith("OUTPUTS DIFFER");
    }
}
