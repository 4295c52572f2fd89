package org.tierscope.views.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class FeedbackViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new FeedbackProvider();
    }

    private TableView<Site> table() {
        return lookup("#feedback-table").query();
    }

    @Test
    void theSitesOfTheFunctionInFocusAreListed() {
        act(() -> context.select(new Selection.Function(SampleProgram.SUM)));
        assertThat(table().getItems()).isNotEmpty().allMatch(site -> site.place().functionId() == SampleProgram.SUM);
        assertThat(table().getItems()).anyMatch(site -> site.seen().contains("int32"));
    }

    @Test
    void aSelectedBytecodeHasItsSiteSelectedAndItsDetailsTold() {
        act(() -> context.select(new Selection.Function(SampleProgram.SUM)));
        Site last = table().getItems().getLast();
        act(() -> context.select(last.place()));
        assertThat(table().getSelectionModel().getSelectedItem().place()).isEqualTo(last.place());
        assertThat(((Label) lookup("#feedback-details").query()).getText()).contains(last.seen());
    }

    @Test
    void allFunctionsCanBeLookedThrough() {
        clickOn("#feedback-all");
        assertThat(table().getItems().stream().map(Site::function).distinct()).hasSizeGreaterThan(1);
        picture("feedback-all");
    }
}
