package org.tierscope.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tierscope.options.Tier;

/** What is made of the times that a benchmark program prints. */
class MeasurementTest {
    private static Measurement run(String printed) {
        return Measurement.of(100, Compiling.NONE, new Compiling(300, 20), printed);
    }

    @Test
    void timesAreNoOutput() {
        var run = run("sieve 42\n#times 9.5 2.25 1.0\n");
        assertThat(run.output()).isEqualTo("sieve 42\n");
        assertThat(run.rounds()).containsExactly(9.5, 2.25, 1.0);
    }

    @Test
    void compilingIsMeasuredPerBytecode() {
        assertThat(run("").optimizing().plus(new Compiling(100, 30)).microsPerBytecode()).isEqualTo(8);
        assertThat(run("").baseline().microsPerBytecode()).isZero();
    }

    @Test
    void fullSpeedIsTheMedianOfTheLastThird() {
        assertThat(run("#times 50 40 30 20 10 9 1 2 3\n").peakMillis()).isEqualTo(2);
        assertThat(run("#times 7\n").peakMillis()).isEqualTo(7);
    }

    @Test
    void warmUpIsWhatTheRoundsTookBeyondFullSpeed() {
        assertThat(run("#times 12 5 2 2 2 2\n").warmUpMillis()).isCloseTo(25 - 12, within(1e-9));
    }

    @Test
    void theFirstTwoSecondsAreAverages() {
        assertThat(run("#times 1500 400 50 50 5 5 5\n").earlyMillis()).isEqualTo(500);
        assertThat(run("#times 3 2 1\n").earlyMillis()).isEqualTo(2);
    }

    @Test
    void aProgramWithoutRoundsIsMeasuredAsAWhole() {
        assertThat(run("hello\n").peakMillis()).isEqualTo(100);
        assertThat(run("hello\n").warmUpMillis()).isZero();
    }

    @Test
    void ratiosCompareFullSpeed() {
        var benchmark = new Benchmark(
                Path.of("samples/bench/sieve.js"),
                Map.of(
                        Tier.INTERPRETER, run("42\n#times 60 60 60\n"),
                        Tier.BASELINE, run("42\n#times 40 20 20\n"),
                        Tier.OPTIMIZING, run("42\n#times 40 10 4\n")),
                Map.of(Node.NODE, run("42\n#times 30 5 2\n")));
        assertThat(benchmark.speedup(Tier.BASELINE)).isEqualTo(3);
        assertThat(benchmark.speedup(Tier.OPTIMIZING)).isEqualTo(15);
        assertThat(benchmark.ratio(Tier.OPTIMIZING, Node.NODE)).hasValue(2);
        assertThat(benchmark.ratio(Tier.INTERPRETER, Node.JITLESS)).isEmpty();
        assertThat(benchmark.outputsAgree()).isTrue();
        assertThat(BenchmarkTable.row(benchmark)).startsWith("sieve ").contains("60.000", "15.0", " 2.00");
        assertThat(BenchmarkTable.summary(List.of(benchmark)))
                .isEqualTo("geometric means: baseline 3.0× the interpreter, optimizing 15.0×"
                        + "; optimizing takes 2.00 times as long as node"
                        + "; in the first 2 s optimizing takes 1.46 times as long as node"
                        + "; compiling takes 0.0 µs per bytecode in baseline, 15.0 µs in optimizing");
    }

    @Test
    void differentOutputsAreNoticed() {
        var benchmark = new Benchmark(
                Path.of("sieve.js"),
                Map.of(
                        Tier.INTERPRETER, run("42\n"), Tier.BASELINE, run("42\n"), Tier.OPTIMIZING, run("43\n")),
                Map.of());
        assertThat(benchmark.outputsAgree()).isFalse();
        assertThat(BenchmarkTable.row(benchmark)).endsWith("OUTPUTS DIFFER");
    }
}
