package org.tierscope.views.intervals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class IntervalsViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new IntervalsProvider();
    }

    private CompilationState compilation() {
        return Focus.of(context.moment(), context.viewpoint().selection(), context.viewpoint().links()).compilation()
                .orElseThrow();
    }

    private Allocation allocation() {
        return Allocation.of(context.moment(), compilation()).orElseThrow();
    }

    private void click(double x, double y) {
        Point2D point = lookup("#intervals-canvas").query().localToScreen(x, y);
        clickOn(point);
    }

    @Test
    void aClickOnAValueSelectsItsNode() {
        click(20, IntervalCanvas.HEAD + IntervalCanvas.ROW / 2);
        assertThat(context.viewpoint().selection())
                .contains(new Selection.Node(compilation().id(), allocation().values().getFirst().nodeId()));
        picture("intervals");
    }

    @Test
    void aSelectedNodeIsLit() {
        int node = allocation().values().getLast().nodeId();
        act(() -> context.select(new Selection.Node(compilation().id(), node)));
        IntervalCanvas canvas = lookup("#intervals-canvas").query();
        assertThat(canvas.lit().picked()).isEqualTo(Set.of(node));
    }

    @Test
    void aColumnLeadsToItsInstruction() {
        Allocation allocation = allocation();
        int step = 0;
        while (allocation.steps().get(step).nodeId() == 0) {
            step++;
        }
        IntervalCanvas canvas = lookup("#intervals-canvas").query();
        click(IntervalCanvas.LABELS + (step + 0.5) * canvas.cell(), 30);
        assertThat(context.viewpoint().selection())
                .contains(new Selection.Node(compilation().id(), allocation.steps().get(step).nodeId()));
    }

    @Test
    void rowsCanBeRegisters() {
        clickOn("#intervals-by-place");
        assertThat(view.text().orElseThrow().lines().map(line -> line.split(" ")[0]))
                .contains(allocation().places().getFirst().label());
        useLightTheme();
        picture("intervals-registers-light");
    }

    @Test
    void everythingIsInTheDrawingAndTheTable() {
        assertThat(view.drawing().orElseThrow().width()).isPositive();
        assertThat(view.table().orElseThrow().rows().get()).hasSize(
                allocation().values().stream().mapToInt(row -> row.bars().size()).sum());
    }
}
