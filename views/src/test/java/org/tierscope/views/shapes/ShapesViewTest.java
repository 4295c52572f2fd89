package org.tierscope.views.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.ShapeCreated;
import org.tierscope.session.Cursor;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class ShapesViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new ShapesProvider();
    }

    @Test
    void theTreeGrowsByOneKeyAtATime() {
        assertThat(rows()).containsSubsequence("Object {}", "{x}", "{x, y}");
        picture("shapes");
    }

    @Test
    void aClickSelectsTheShapeForAllViewsAndTellsAboutIt() {
        clickOn("+ y");
        assertThat(context.viewpoint().selection()).contains(new Selection.Shape(51));
        assertThat(details()).startsWith("{x, y}: y is in slot 1; first made at (program) :");
        useLightTheme();
        picture("shapes-light");
    }

    @Test
    void aShapeSelectedElsewhereIsShown() {
        act(() -> context.select(new Selection.Shape(50)));
        assertThat(details()).startsWith("{x}");
    }

    @Test
    void anotherOrderOfKeysIsAnotherBranch() {
        shape(60, 1, "y");
        shape(61, 60, "x");
        assertThat(rows()).containsSubsequence("Object {}", "{x}", "{x, y}", "{y}", "{y, x}");
        act(() -> context.select(new Selection.Shape(1)));
        assertThat(details()).contains("From here objects went 2 ways: + x, + y.");
        clickOn("#shapes-search").write("{y,");
        assertThat(rows()).containsExactly("Object {}", "{y}", "{y, x}");
    }

    @Test
    void backInTimeTheyWereNotMadeYet() {
        act(() -> context.moveTo(Cursor.at(0)));
        assertThat(rows()).doesNotContain("{x}");
        picture("shapes-empty");
    }

    private void shape(int id, int parent, String key) {
        act(() -> context.session().append(Event.newBuilder().setTimeNanos(500 * SampleRecording.MILLI)
                .setShapeCreated(ShapeCreated.newBuilder().setShapeId(id).setParentShapeId(parent).setKey(key)
                        .setClassName("Object").setFunctionId(SampleProgram.PROGRAM).setPc(56)).build()));
    }

    private String details() {
        return lookup("#shapes-details").queryAs(Label.class).getText();
    }

    private List<String> rows() {
        TreeTableView<ShapeNode> table = lookup("#shapes-table").query();
        List<String> titles = new ArrayList<>();
        add(table.getRoot(), titles);
        return titles;
    }

    private static void add(TreeItem<ShapeNode> below, List<String> titles) {
        below.getChildren().forEach(item -> {
            titles.add(item.getValue().title());
            add(item, titles);
        });
    }
}
