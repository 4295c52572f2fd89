package org.tierscope.views.counters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.tierscope.record.proto.Totals;
import org.tierscope.session.Counter;
import org.tierscope.session.Cursor;
import org.tierscope.session.Moment;
import org.tierscope.session.Timed;
import org.tierscope.views.api.Table;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.Palette.Role;

/**
 * Small charts side by side, all over the whole run. The mouse shows the values of all charts at one time; a click
 * moves the cursor there.
 */
final class CountersView implements View {

    private final ViewContext context;
    private final StackPane root = new StackPane();
    private final ChartGrid grid = new ChartGrid();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final EmptyState empty = new EmptyState("bi-graph-up", "Nothing counted yet",
            "Run a program: heap, code size, calls and transitions are drawn while it runs.");
    private final List<Chart> charts = List.of(
            new Chart(Counter.HEAP_USED, Role.OSR),
            new Chart(Counter.LOOP_ITERATIONS, Role.INTERPRETER),
            new Chart(Counter.CALLS, Role.INTERPRETER),
            new Chart(Counter.CODE_SIZE, Role.OPTIMIZING),
            new Chart(Counter.COMPILE_LOAD, Role.OPTIMIZING),
            new Chart(Counter.OSR_ENTRIES, Role.OSR),
            new Chart(Counter.DEOPTS, Role.DEOPT),
            new Chart(Counter.SHAPES, Role.TRACING),
            new Chart(Counter.COLLECTIONS, Role.COLLECTION));

    CountersView(ViewContext context) {
        this.context = context;
        root.setId("counters");
        root.getChildren().addAll(scroll, empty);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        grid.getChildren().addAll(charts);
        for (Chart chart : charts) {
            chart.setPalette(context.palette());
            chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(chart.nanos(event.getX())));
            chart.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(-1));
            chart.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> moveCursor(chart, event));
            chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> moveCursor(chart, event));
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh(Moment moment) {
        Moment whole = moment.session().now();
        List<Timed<Totals>> samples = whole.totals();
        empty.setVisible(samples.isEmpty());
        scroll.setVisible(!samples.isEmpty());
        boolean live = context.viewpoint().cursor() instanceof Cursor.Live;
        for (Chart chart : charts) {
            int most = (int) Math.max(50, chart.getWidth());
            chart.show(chart.counter().points(samples, 0, whole.nanos(), most), whole.nanos(), moment.nanos(), live);
        }
    }

    @Override
    public void themeChanged() {
        charts.forEach(chart -> chart.setPalette(context.palette()));
    }

    /** Every sample, a column for each counter. */
    @Override
    public Optional<Table> table() {
        List<String> columns = new ArrayList<>(List.of("time (ms)"));
        charts.forEach(chart -> columns.add(chart.counter().title()));
        return Optional.of(new Table(columns, () -> rows(context.session().now().totals())));
    }

    private List<List<String>> rows(List<Timed<Totals>> samples) {
        List<Map<Long, Double>> values = charts.stream().map(chart -> chart.counter()
                .points(samples, 0, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Counter.Point::nanos, Counter.Point::value, (a, b) -> b))).toList();
        return samples.stream().map(sample -> Stream.concat(Stream.of(String.valueOf(sample.nanos() / 1e6)),
                values.stream().map(column -> column.get(sample.nanos()))
                        .map(value -> value == null ? "" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()))
                .toList()).toList();
    }

    @Override
    public Optional<String> text() {
        StringBuilder text = new StringBuilder();
        charts.forEach(chart -> text.append("%-18s %s%n".formatted(chart.counter().title(), chart.valueText())));
        return Optional.of(text.toString());
    }

    private void hover(double nanos) {
        charts.forEach(chart -> chart.hover(nanos));
    }

    private void moveCursor(Chart chart, MouseEvent event) {
        context.moveTo(Cursor.at(Math.round(chart.nanos(event.getX()))));
    }
}
