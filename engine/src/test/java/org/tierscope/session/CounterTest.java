package org.tierscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Totals;

class CounterTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void ratesAreTakenBetweenSamples() {
        List<Timed<Totals>> samples = List.of(calls(0, 0), calls(SECOND, 500), calls(2 * SECOND, 500),
                calls(2 * SECOND + SECOND / 2, 1500));
        assertThat(Counter.CALLS.points(samples, 0, Long.MAX_VALUE, 100)).containsExactly(
                new Counter.Point(SECOND, 500), new Counter.Point(2 * SECOND, 0),
                new Counter.Point(2 * SECOND + SECOND / 2, 2000));
    }

    @Test
    void twoSamplesAtOneTimeHaveNoRate() {
        assertThat(Counter.CALLS.points(List.of(calls(5, 1), calls(5, 9)), 0, 10, 100))
                .containsExactly(new Counter.Point(5, 0));
    }

    @Test
    void timeThatWasReportedLateIsMovedToWhenItWasSpent() {
        List<Timed<Totals>> samples = List.of(compiled(0, 0), compiled(SECOND, 0), compiled(2 * SECOND, 0),
                compiled(3 * SECOND, 3 * SECOND / 2), compiled(4 * SECOND, 3 * SECOND / 2));
        assertThat(Counter.COMPILE_LOAD.points(samples, 0, Long.MAX_VALUE, 100)).containsExactly(
                new Counter.Point(SECOND, 0), new Counter.Point(2 * SECOND, 0.5),
                new Counter.Point(3 * SECOND, 1), new Counter.Point(4 * SECOND, 0));
    }

    @Test
    void thinningKeepsPeaks() {
        List<Timed<Totals>> samples = IntStream.range(0, 10_000)
                .mapToObj(i -> new Timed<>((long) i, Totals.newBuilder().setDeopts(i == 7777 ? 99 : 1).build())).toList();
        List<Counter.Point> points = Counter.DEOPTS.points(samples, 0, 10_000, 200);
        assertThat(points).hasSize(200).contains(new Counter.Point(7777, 99));
    }

    @Test
    void rangeIncludesItsNeighbours() {
        List<Timed<Totals>> samples = IntStream.range(0, 100)
                .mapToObj(i -> new Timed<>((long) i, Totals.newBuilder().setShapes(i).build())).toList();
        assertThat(Counter.SHAPES.points(samples, 40, 45, 100)).extracting(Counter.Point::nanos)
                .containsExactly(39L, 40L, 41L, 42L, 43L, 44L, 45L, 46L);
    }

    private static Timed<Totals> compiled(long nanos, long compileNanos) {
        return new Timed<>(nanos, Totals.newBuilder().setCompileNanos(compileNanos).build());
    }

    private static Timed<Totals> calls(long nanos, long calls) {
        return new Timed<>(nanos, Totals.newBuilder().setCalls(calls).build());
    }
}
