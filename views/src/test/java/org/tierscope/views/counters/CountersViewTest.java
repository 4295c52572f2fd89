package org.tierscope.views.counters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.CountersSample;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.Totals;
import org.tierscope.session.Counter;
import org.tierscope.session.Cursor;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class CountersViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new CountersProvider();
    }

    @Override
    protected double width() {
        return 620;
    }

    @Override
    protected double height() {
        return 330;
    }

    @Test
    void showsTheValuesAtTheCursor() {
        assertThat(value("DEOPTS")).isEqualTo("1");
        act(() -> context.moveTo(Cursor.at(200 * SampleRecording.MILLI)));
        assertThat(value("DEOPTS")).isEqualTo("0");
        picture("counters-past");
    }

    @Test
    void growsWithTheRun() {
        act(() -> context.session().append(Event.newBuilder().setTimeNanos(500 * SampleRecording.MILLI)
                .setCountersSample(CountersSample.newBuilder().setTotals(Totals.newBuilder().setDeopts(12))).build()));
        assertThat(value("DEOPTS")).isEqualTo("12");
    }

    @Test
    void mouseShowsValuesAndMovesTheCursor() {
        moveTo("#chart-deopts");
        assertThat(value("DEOPTS")).isEqualTo("0");
        clickOn("#chart-deopts");
        assertThat(context.viewpoint().cursor()).isInstanceOfSatisfying(Cursor.Fixed.class,
                cursor -> assertThat(cursor.nanos() / 1e6).isBetween(190.0, 210.0));
    }

    @Test
    void isLegibleInBothThemes() {
        picture("counters");
        useLightTheme();
        picture("counters-light");
        assertThat(view.text().orElseThrow()).contains("heap used", "machine code");
    }

    private String value(String counter) {
        Chart chart = lookup("#chart-" + counter.toLowerCase().replace('_', '-')).query();
        assertThat(chart.counter()).isEqualTo(Counter.valueOf(counter));
        return chart.valueText();
    }
}
