package org.tierscope.views.deopts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.Event;
import org.tierscope.session.Cursor;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class DeoptsViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new DeoptsProvider();
    }

    @Override
    protected double height() {
        return 400;
    }

    @Test
    void listsThePlaceWithItsReasonAndTheValueThatDidNotFit() {
        assertThat(table().getRoot().getChildren()).singleElement().satisfies(item -> {
            assertThat(item.getValue().place()).startsWith("add :");
            assertThat(item.getValue().reason()).isEqualTo("not int32");
            assertThat(item.getValue().got()).contains("string").contains("five hundred");
            assertThat(item.getValue().count()).isEqualTo(1);
        });
        picture("deopts");
    }

    @Test
    void aClickSelectsTheEventForAllViewsAndTellsItsStory() {
        clickOn(firstPlace());
        assertThat(context.viewpoint().selection()).get().isInstanceOfSatisfying(Selection.EventAt.class,
                event -> assertThat(context.session().event(event.index()).hasDeoptimized()).isTrue());
        assertThat(story()).contains("code 5").contains("five hundred").contains("int32 was expected")
                .contains("Values of several types meet here");
        clickOn("#deopts-go");
        assertThat(context.viewpoint().cursor()).isEqualTo(Cursor.at(SampleRecording.DEOPT));
        useLightTheme();
        picture("deopts-story-light");
    }

    @Test
    void backInTimeNothingHasFailedYet() {
        act(() -> context.moveTo(Cursor.at(SampleRecording.DEOPT - 1)));
        assertThat(table().getRoot().getChildren()).isEmpty();
        assertThat(lookup(".empty-title").queryAs(Label.class).getText()).isEqualTo("No guess has failed");
        picture("deopts-empty");
    }

    @Test
    void theSameGuessInThreeCodesIsALoop() {
        for (int code = 7; code < 9; code++) {
            fail(code, 1, 350 + code);
        }
        assertThat(table().getRoot().getChildren()).singleElement().satisfies(item -> {
            assertThat(item.getValue().count()).isEqualTo(3);
            assertThat(item.getValue().outcome()).startsWith("loop");
        });
    }

    @Test
    void manyFailuresInAShortTimeAreAStorm() {
        fail(SampleRecording.CODE, 5000, 390);
        assertThat(table().getRoot().getChildren()).singleElement()
                .satisfies(item -> assertThat(item.getValue().outcome()).startsWith("storm"));
    }

    @Test
    void groupsAndFilters() {
        act(() -> context.session().append(Event.newBuilder().setTimeNanos(500 * SampleRecording.MILLI)
                .setDeoptimized(Deoptimized.newBuilder().setCodeId(9).setExitId(1).setFunctionId(SampleProgram.SUM)
                        .setAtFunctionId(SampleProgram.SUM).setAtPc(30).setReason("overflow").setCount(2)).build()));
        act(() -> lookup("#deopts-grouping").queryAs(javafx.scene.control.ChoiceBox.class).getSelectionModel().select(1));
        assertThat(table().getRoot().getChildren()).extracting(item -> item.getValue().place())
                .containsExactly("add", "sum");
        assertThat(lookup("#deopts-note").queryAs(Label.class).getText()).isEqualTo("2 places, 3 times");
        picture("deopts-grouped");
        clickOn("#deopts-search").write("overf");
        assertThat(table().getRoot().getChildren()).extracting(item -> item.getValue().place()).containsExactly("sum");
    }

    private void fail(int code, long count, long millis) {
        Deoptimized first = context.session().events().stream().map(timed -> timed.value())
                .filter(Event::hasDeoptimized).findFirst().orElseThrow().getDeoptimized();
        act(() -> context.session().append(Event.newBuilder().setTimeNanos(millis * SampleRecording.MILLI)
                .setDeoptimized(first.toBuilder().setCodeId(code).setCount(count)).build()));
    }

    private DeoptsTable table() {
        return lookup("#deopts-table").query();
    }

    private String firstPlace() {
        TreeItem<DeoptsTable.Row> item = table().getRoot().getChildren().getFirst();
        return item.getValue().place();
    }

    private String story() {
        StringBuilder text = new StringBuilder();
        lookup("#deopts-story").queryAs(javafx.scene.layout.VBox.class).getChildren().stream()
                .filter(Label.class::isInstance).forEach(label -> text.append(((Label) label).getText()).append('\n'));
        return text.toString();
    }
}
