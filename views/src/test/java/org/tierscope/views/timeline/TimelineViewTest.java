package org.tierscope.views.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.tierscope.session.Cursor;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class TimelineViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new TimelineProvider();
    }

    @Test
    void draggingTheRulerGoesBackInTimeAndLiveComesForward() {
        drag(at(350, 10), MouseButton.PRIMARY).dropTo(at(200, 10));
        assertThat(context.viewpoint().cursor()).isInstanceOfSatisfying(Cursor.Fixed.class,
                cursor -> assertThat(cursor.nanos() / 1e6).isBetween(198.0, 202.0));
        picture("timeline-past");
        clickOn("#timeline-live");
        assertThat(context.viewpoint().cursor()).isEqualTo(Cursor.live());
    }

    @Test
    void theCursorLineItselfCanBeDragged() {
        act(() -> context.moveTo(Cursor.at(200 * SampleRecording.MILLI)));
        drag(at(200, 100), MouseButton.PRIMARY).dropTo(at(250, 100));
        assertThat(context.viewpoint().cursor()).isInstanceOfSatisfying(Cursor.Fixed.class,
                cursor -> assertThat(cursor.nanos() / 1e6).isBetween(248.0, 252.0));
    }

    @Test
    void clickOnADeoptSelectsItAndGoesThere() {
        clickOn(at(300, TimelineCanvas.RULER + 13));
        assertThat(context.viewpoint().cursor()).isEqualTo(Cursor.at(SampleRecording.DEOPT));
        assertThat(context.viewpoint().selection().orElseThrow()).isInstanceOfSatisfying(Selection.EventAt.class,
                event -> assertThat(context.session().event(event.index()).hasDeoptimized()).isTrue());
        picture("timeline-deopt");
    }

    @Test
    void clickOnALaneSelectsItsFunction() {
        clickOn(at(200, TimelineCanvas.RULER + TimelineCanvas.ROW * 1.5));
        assertThat(context.viewpoint().selection()).contains(new Selection.Function(SampleProgram.ADD));
    }

    @Test
    void arrowKeysGoFromEventToEvent() {
        clickOn(at(200, TimelineCanvas.RULER + 13));
        act(() -> context.moveTo(Cursor.at(200 * SampleRecording.MILLI)));
        push(KeyCode.RIGHT);
        assertThat(context.viewpoint().cursor()).isEqualTo(Cursor.at(SampleRecording.DEOPT));
        push(KeyCode.LEFT);
        assertThat(context.viewpoint().cursor()).isEqualTo(Cursor.at(150 * SampleRecording.MILLI));
        push(KeyCode.END);
        assertThat(context.viewpoint().cursor()).isEqualTo(Cursor.live());
    }

    @Test
    void neverCompiledFunctionsComeOnDemand() {
        ToggleButton all = lookup("#timeline-all").query();
        assertThat(all.isSelected()).isFalse();
        clickOn(all);
        picture("timeline-all");
        assertThat(Row.of(context.session().now(), true)).hasSizeGreaterThanOrEqualTo(
                Row.of(context.session().now(), false).size());
    }

    @Test
    void zoomsAndIsLegibleInBothThemes() {
        picture("timeline");
        clickOn(at(300, 100));
        for (int i = 0; i < 6; i++) {
            push(KeyCode.PLUS);
        }
        picture("timeline-zoomed");
        useLightTheme();
        picture("timeline-light");
        push(KeyCode.F);
        assertThat(view.text().orElseThrow()).contains("deoptimized at exit 3");
    }

    /** Screen position of a time in the fitted view, {@code y} below the top of the canvas. */
    private Point2D at(double millis, double y) {
        Node canvas = lookup(node -> node instanceof TimelineCanvas).query();
        Bounds bounds = canvas.localToScreen(canvas.getLayoutBounds());
        TimeScale scale = ((TimelineCanvas) canvas).place(new TimeScale(0, SampleRecording.END, 0, 1));
        return new Point2D(bounds.getMinX() + scale.x(millis * SampleRecording.MILLI), bounds.getMinY() + y);
    }
}
