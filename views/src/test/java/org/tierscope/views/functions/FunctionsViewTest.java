package org.tierscope.views.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.CountersSample;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.FunctionCounters;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.Cursor;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class FunctionsViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new FunctionsProvider();
    }

    @Override
    protected double width() {
        return 300;
    }

    @Test
    void hottestFunctionsComeFirst() {
        picture("functions");
        assertThat(names()).containsExactly("sum", "add", "(program)");
        useLightTheme();
        picture("functions-light");
    }

    @Test
    void showsTheTiersAtTheCursor() {
        act(() -> context.moveTo(Cursor.at(200 * SampleRecording.MILLI)));
        assertThat(row("sum").get().tier()).isEqualTo(Tier.OPTIMIZING);
        assertThat(row("sum").get().deopts()).isZero();
        act(() -> context.moveTo(Cursor.at(0)));
        assertThat(names()).isEmpty();
        act(() -> context.moveTo(Cursor.live()));
        assertThat(row("sum").get().tier()).isEqualTo(Tier.BASELINE);
        assertThat(row("sum").get().deopts()).isEqualTo(1);
    }

    @Test
    void clickSelectsForAllViews() {
        clickOn("add");
        assertThat(context.viewpoint().selection()).contains(new Selection.Function(SampleProgram.ADD));
    }

    @Test
    void selectionElsewhereSelectsTheRow() {
        act(() -> context.select(new Selection.Function(SampleProgram.SUM)));
        assertThat(table().getSelectionModel().getSelectedItem().id()).isEqualTo(SampleProgram.SUM);
        act(() -> context.select(new Selection.Bytecode(SampleProgram.ADD, 0)));
        assertThat(table().getSelectionModel().getSelectedItem()).isNull();
        assertThat(context.viewpoint().selection()).contains(new Selection.Bytecode(SampleProgram.ADD, 0));
    }

    @Test
    void filtersByNameAndHidesTheEnginesOwn() {
        act(() -> context.session().append(Event.newBuilder().setFunctionLoaded(FunctionLoaded.newBuilder()
                .setFunctionId(9).setName("Array.prototype.map").setInternal(true)).build()));
        assertThat(names()).doesNotContain("Array.prototype.map");
        clickOn("#functions-internal");
        assertThat(names()).contains("Array.prototype.map");
        clickOn("#functions-search").write("MAP");
        assertThat(names()).containsExactly("Array.prototype.map");
    }

    @Test
    void showsAllColumnsWhereThereIsRoom() {
        assertThat(table().getVisibleLeafColumns()).hasSize(4);
        act(() -> view.node().getScene().getWindow().setWidth(700));
        assertThat(table().getVisibleLeafColumns()).hasSize(8);
        picture("functions-wide");
        act(() -> view.node().getScene().getWindow().setWidth(300));
        assertThat(table().getVisibleLeafColumns()).hasSize(4);
    }

    @Test
    void orderFollowsTheCounts() {
        act(() -> context.session().append(Event.newBuilder().setCountersSample(CountersSample.newBuilder()
                .addFunctions(FunctionCounters.newBuilder().setFunctionId(SampleProgram.ADD).setCalls(1_000_000_000)))
                .build()));
        assertThat(names()).startsWith("add");
    }

    private List<String> names() {
        return table().getItems().stream().map(row -> row.get().name()).toList();
    }

    private FunctionRow row(String name) {
        return table().getItems().stream().filter(row -> row.get().name().equals(name)).findFirst().orElseThrow();
    }

    private TableView<FunctionRow> table() {
        return lookup("#functions-table").query();
    }
}
