package org.tierscope.views.inlining;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.junit.jupiter.api.Test;
import org.tierscope.session.Cursor;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class InliningViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new InliningProvider();
    }

    @Test
    void showsWhichCallsWereInlinedAndWhy() {
        act(() -> context.select(new Selection.Compilation(SampleRecording.COMPILATION)));
        assertThat(root().getValue().callee()).isEqualTo("sum");
        assertThat(root().getChildren()).singleElement().satisfies(item -> {
            assertThat(item.getValue().callee()).isEqualTo("add");
            assertThat(item.getValue().inlined()).isTrue();
            assertThat(item.getValue().why()).contains("small");
            assertThat(item.getValue().graphNodes()).isPositive();
        });
        picture("inlining");
    }

    @Test
    void aClickSelectsTheCall() {
        act(() -> context.select(new Selection.Compilation(SampleRecording.COMPILATION)));
        clickOn("add :" + root().getChildren().getFirst().getValue().line());
        assertThat(context.viewpoint().selection())
                .contains(new Selection.Bytecode(SampleProgram.SUM, SampleProgram.SUM_CALL));
        useLightTheme();
        picture("inlining-light");
    }

    @Test
    void beforeAnyCompilationItSaysWhatWouldBeHere() {
        act(() -> context.moveTo(Cursor.at(0)));
        assertThat(lookup(".empty-title").queryAs(Label.class).getText()).isEqualTo("Nothing was compiled with calls in it");
    }

    private TreeItem<CallNode> root() {
        TreeView<CallNode> tree = lookup("#inlining-tree").query();
        return tree.getRoot();
    }
}
