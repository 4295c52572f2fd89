package org.tierscope.views.codecache;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.tierscope.session.Cursor;
import org.tierscope.session.Selection;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class CodeCacheViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new CodeCacheProvider();
    }

    private TableView<?> table() {
        return lookup("#code-cache-table").queryAs(TableView.class);
    }

    @Test
    void eachCodeHasALineWithItsFunctionAndState() {
        assertThat(view.text().orElseThrow()).contains("sum").contains("optimizing").contains("valid");
        picture("code-cache");
    }

    @Test
    void aChosenLineShowsItsCompilationEverywhere() {
        act(() -> table().getSelectionModel().select(0));
        assertThat(context.viewpoint().selection()).get().isInstanceOf(Selection.Compilation.class);
    }

    @Test
    void aClickOnTheMapChoosesTheCodeThere() {
        clickOn(point("#code-cache-map").atPosition(javafx.geometry.Pos.TOP_LEFT).atOffset(14, 16));
        assertThat(context.viewpoint().selection()).isPresent();
        assertThat(table().getSelectionModel().getSelectedIndex()).isNotNegative();
    }

    @Test
    void beforeTheFirstCodeThereAreWords() {
        act(() -> context.viewpoint().moveTo(Cursor.at(0)));
        assertThat(view.text()).isEmpty();
        useLightTheme();
        picture("code-cache-empty");
    }
}
