package org.tierscope.views.outline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TreeView;
import org.junit.jupiter.api.Test;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class OutlineViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new OutlineProvider();
    }

    @Test
    void functionsStandInTheProgram() {
        assertThat(view.text().orElseThrow().lines()).first().asString().startsWith("(program)");
        assertThat(view.text().orElseThrow()).contains("\n  sum  :").contains("\n  add  :");
    }

    @Test
    void aClickSelectsAndASelectionIsFollowed() {
        TreeView<FunctionState> tree = lookup("#outline-tree").query();
        act(() -> context.select(new Selection.Function(SampleProgram.ADD)));
        assertThat(tree.getSelectionModel().getSelectedItem().getValue().id()).isEqualTo(SampleProgram.ADD);
        clickOn("sum");
        assertThat(context.viewpoint().selection()).contains(new Selection.Function(SampleProgram.SUM));
    }
}
