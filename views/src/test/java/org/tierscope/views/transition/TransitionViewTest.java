package org.tierscope.views.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.tierscope.session.Cursor;
import org.tierscope.session.Selection;
import org.tierscope.session.Session;
import org.tierscope.session.Transition;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class TransitionViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new TransitionProvider();
    }

    @Override
    protected double width() {
        return 820;
    }

    @Override
    protected double height() {
        return 340;
    }

    @Test
    void showsTheLatestBeforeTheCursorAndNothingMovesByItself() {
        assertThat(title()).isEqualTo("Deoptimization: not int32 in add");
        assertThat(caption()).contains("expected int32, got string \"five hundred\"");
        picture("transition-deopt-start");
        act(() -> context.moveTo(Cursor.at(SampleRecording.DEOPT - 1)));
        assertThat(title()).startsWith("On-stack replacement: sum goes on in optimized code");
        act(() -> context.moveTo(Cursor.at(0)));
        assertThat(lookup(".empty-state").<javafx.scene.Node>query().isVisible()).isTrue();
    }

    @Test
    void stepsThroughTheValues() {
        clickOn("#transition-step");
        awaitProgress(1);
        assertThat(caption()).isEqualTo("list = [0, 1, 2, …] (1000) stays where it is, in frame slot r0.");
        clickOn("#transition-step");
        awaitProgress(2);
        assertThat(caption()).isEqualTo("total = 124750 goes from rsi to r1, tagged from int32.");
        picture("transition-deopt-middle");
        clickOn("#transition-back");
        assertThat(progress()).isEqualTo(1);
        clickOn("#transition-end");
        assertThat(caption()).isEqualTo(
                "Both frames are rebuilt: the interpreter goes on in add at pc 0 (sum.js:3:10).");
        picture("transition-deopt-end");
        useLightTheme();
        picture("transition-light");
    }

    @Test
    void playsAndPauses() {
        clickOn("#transition-play");
        awaitProgressBeyond(0.1);
        clickOn("#transition-play");
        double paused = progress();
        assertThat(paused).isGreaterThan(0).isLessThan(5);
        WaitForAsyncUtils.sleep(150, TimeUnit.MILLISECONDS);
        assertThat(progress()).isEqualTo(paused);
    }

    @Test
    void selectionOfATransitionAnywhereShowsIt() {
        Transition osr = context.moment().transitions().get(1);
        act(() -> context.select(new Selection.EventAt(osr.eventIndex())));
        assertThat(title()).startsWith("On-stack replacement");
        clickOn("#transition-step");
        awaitProgress(1);
        clickOn("#transition-step");
        awaitProgress(2);
        assertThat(caption()).isEqualTo("total = 66066 goes from r1 to rsi, untagged to int32.");
        picture("transition-osr");
    }

    @Test
    void clickInTheListSelectsTheEventForAllViews() {
        clickOn("sum → code 1");
        Transition first = context.moment().transitions().getFirst();
        assertThat(context.viewpoint().selection()).contains(new Selection.EventAt(first.eventIndex()));
        ListView<Transition> list = lookup("#transition-list").query();
        assertThat(list.getSelectionModel().getSelectedItem()).isEqualTo(first);
    }

    @Test
    void walksFromTransitionToTransitionWhereThereIsNoRoomForTheList() {
        act(() -> ((javafx.scene.layout.Region) view.node()).setMaxWidth(480));
        assertThat(lookup("#transition-list").queryAll()).isEmpty();
        clickOn("#transition-previous");
        assertThat(title()).startsWith("On-stack replacement");
        picture("transition-narrow");
        clickOn("#transition-next");
        assertThat(title()).startsWith("Deoptimization");
    }

    @Test
    void slowerIsSlower() {
        Player player = new Player();
        player.load(4);
        player.setSpeed(0.25);
        player.play();
        player.advance(1);
        player.pause();
        assertThat(player.progress().get()).isEqualTo(0.25);
    }

    @Test
    void everySampleTransitionHasAScenarioThatEndsWithAllValuesInPlace() {
        Session session = context.session();
        for (Transition transition : session.now().transitions()) {
            Scenario scenario = Scenarios.of(session.now(), transition);
            assertThat(scenario.steps()).isPositive();
            assertThat(scenario.moves()).allSatisfy(move -> {
                assertThat(move.row()).isLessThan(scenario.boxes().get(move.box()).rows().size());
                assertThat(move.place()).isLessThan(scenario.places().size());
            });
            assertThat(scenario.captionAt(scenario.steps())).isEqualTo(scenario.outcome());
        }
    }

    private void awaitProgress(double wanted) {
        awaitProgressBeyond(wanted - 1e-9);
        assertThat(progress()).isEqualTo(wanted);
    }

    private void awaitProgressBeyond(double wanted) {
        try {
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> progress() >= wanted);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("progress is " + progress() + ", not " + wanted, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private double progress() {
        return lookup("#transition-slider").<Slider>query().getValue();
    }

    private String title() {
        return lookup("#transition-title").<Label>query().getText();
    }

    private String caption() {
        return lookup("#transition-caption").<Label>query().getText();
    }
}
