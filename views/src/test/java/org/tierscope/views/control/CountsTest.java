package org.tierscope.views.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

    @ParameterizedTest
    @CsvSource({"0,0", "9999,9999", "12345,12.3k", "99960,100k", "999999,1000k", "1500000,1.5M", "2000000000,2.0G"})
    void countsAreShort(long count, String text) {
        assertThat(Counts.brief(count)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0 µs", "999,999 µs", "1200,1.20 ms", "2500000,2.50 s"})
    void timesHaveAFittingUnit(long micros, String text) {
        assertThat(Counts.micros(micros)).isEqualTo(text);
    }

    @Test
    void heatGrowsWithTheOrderOfMagnitude() {
        assertThat(Counts.heat(0, 1000)).isZero();
        assertThat(Counts.heat(1000, 1000)).isEqualTo(1);
        assertThat(Counts.heat(30, 1000)).isBetween(0.4, 0.6);
    }
}
