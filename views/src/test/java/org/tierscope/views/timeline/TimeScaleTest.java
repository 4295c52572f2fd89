package org.tierscope.views.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeScaleTest {

    private static final double END = 400e6;
    private final TimeScale whole = new TimeScale(0, END, 100, 800);

    @Test
    void mapsTimesToPixelsAndBack() {
        assertThat(whole.x(0)).isEqualTo(100);
        assertThat(whole.x(END)).isEqualTo(900);
        assertThat(whole.nanos(whole.x(123e6))).isCloseTo(123e6, within(1.0));
    }

    @Test
    void zoomKeepsTheTimeUnderTheMouse() {
        double before = whole.nanos(300);
        TimeScale zoomed = whole.zoomed(300, 0.1, END);
        assertThat(zoomed.nanos(300)).isCloseTo(before, within(1.0));
        assertThat(zoomed.span()).isCloseTo(END / 10, within(1.0));
    }

    @Test
    void zoomEndsAtTheWholeRunAndAtAMicrosecond() {
        assertThat(whole.zoomed(300, 10, END).span()).isEqualTo(END);
        TimeScale near = whole;
        for (int i = 0; i < 50; i++) {
            near = near.zoomed(500, 0.5, END);
        }
        assertThat(near.span()).isCloseTo(TimeScale.SHORTEST, within(1.0));
    }

    @Test
    void panStopsAtBothEnds() {
        TimeScale half = whole.zoomed(500, 0.5, END);
        assertThat(half.panned(100_000, END).from()).isZero();
        assertThat(half.panned(-100_000, END).to()).isCloseTo(END, within(1.0));
    }

    @Test
    void ticksAreRoundAndNotCrowded() {
        assertThat(whole.ticks()).extracting(TimeScale.Tick::label)
                .containsExactly("0 ms", "50 ms", "100 ms", "150 ms", "200 ms", "250 ms", "300 ms", "350 ms", "400 ms");
        assertThat(new TimeScale(0, 3e9, 0, 300).ticks()).extracting(TimeScale.Tick::label)
                .containsExactly("0 s", "1 s", "2 s", "3 s");
        assertThat(new TimeScale(2_000_000, 2_010_000, 0, 200).ticks()).extracting(TimeScale.Tick::label)
                .containsExactly("2.000 ms", "2.005 ms", "2.010 ms");
    }
}
