package org.tierscope.views.heap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.record.proto.CellKind;
import org.tierscope.record.proto.GarbageCollected;
import org.tierscope.record.proto.Totals;
import org.tierscope.session.Counter;
import org.tierscope.session.Cursor;
import org.tierscope.session.Moment;
import org.tierscope.session.Timed;
import org.tierscope.session.text.Words;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.Counts;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.TextTable;
import org.tierscope.views.control.TextTableView;

/**
 * The heap over the whole run, whatever the cursor, the collections until the cursor, and what stood on the heap when it was last
 * counted before it. A click into the picture moves the
 * cursor there; a chosen collection is marked in the picture.
 */
final class HeapView extends TextTableView<Timed<GarbageCollected>> {
    private static final double ROOM_FOR_TWO = 720;
    private static final int MOST_POINTS = 1000;

    private final ViewContext context;
    private final HeapCanvas canvas = new HeapCanvas();
    private final TextTable<CellKind> kinds = new TextTable<>("heap-kinds");
    private final Button collect;
    private List<CellKind> counted = List.of();
    private long allBytes;

    HeapView(ViewContext context) {
        Button collector = new Button("Collect now", new FontIcon("bi-trash"));
        super("heap-collections", collector);
        this.collect = collector;
        this.context = context;
        canvas.setId("heap-canvas");
        canvas.setPalette(context.palette());
        canvas.setAccessibleText("Heap over time");
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED,
                event -> context.moveTo(Cursor.at(Math.round(canvas.nanos(event.getX())))));
        table.setPlaceholder(new EmptyState("bi-trash", "No collection yet", "Each garbage collection is listed here."));
        table.number("When", "Since the start of the run", 62, Timed::nanos,
                c -> String.format(Locale.ROOT, "%.2f s", c.nanos() / 1e9));
        table.column("Why", "What asked for it", 104, c -> c.value().getReason());
        table.number("Pause", "How long the program stood still", 70, c -> c.value().getMicros(),
                c -> Counts.micros(c.value().getMicros()));
        table.number("Before", "Bytes in use before", 62, c -> c.value().getBytesBefore(),
                c -> Words.bytes(c.value().getBytesBefore()));
        table.number("After", "Bytes in use after", 62, c -> c.value().getBytesAfter(),
                c -> Words.bytes(c.value().getBytesAfter()));
        table.number("Freed", "Bytes that nobody could reach any more", 62, HeapView::freed, c -> Words.bytes(freed(c)));
        table.onChosen(collection -> refresh(context.moment()));
        kinds.setPlaceholder(new EmptyState("bi-pie-chart", "Not counted yet",
                "Cells are counted at each collection and at the program's end."));
        kinds.column("Kind", "What the cells are", 150, CellKind::getKind);
        kinds.number("Cells", "How many there are", 62, CellKind::getCells, kind -> Words.count(kind.getCells()));
        kinds.number("Size", "With what the allocator adds", 70, CellKind::getBytes, kind -> Words.bytes(kind.getBytes()));
        kinds.number("Share", "Of all bytes counted", 56, CellKind::getBytes, this::share);
        kinds.number("Each", "Bytes of one cell on average", 56, kind -> kind.getBytes() / Math.max(1, kind.getCells()),
                kind -> Words.bytes(kind.getBytes() / Math.max(1, kind.getCells())));
        SplitPane tables = new SplitPane(kinds, table);
        tables.getStyleClass().add("view-split");
        tables.setOrientation(Orientation.VERTICAL);
        SplitPane split = new SplitPane(canvas, tables);
        split.getStyleClass().add("view-split");
        split.setDividerPositions(0.42);
        split.widthProperty().addListener((property, before, now) -> {
            boolean wide = now.doubleValue() >= ROOM_FOR_TWO;
            split.setOrientation(wide ? Orientation.HORIZONTAL : Orientation.VERTICAL);
            tables.setOrientation(wide ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        });
        collect.setId("heap-collect");
        collect.setTooltip(new Tooltip("Collect garbage in the running program, and count what is left"));
        collect.setOnAction(event -> context.program().collectGarbage());
        stand("heap", split, new EmptyState("bi-hdd-stack", "Nothing measured yet",
                "Run a program: its heap is drawn here while it runs, with every garbage collection."));
    }

    private String share(CellKind kind) {
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * kind.getBytes() / Math.max(1, allBytes));
    }

    private void showKinds(Moment moment) {
        List<CellKind> now = moment.heapKinds().map(Timed::value).orElse(List.of());
        if (now != counted) {
            counted = now;
            allBytes = now.stream().mapToLong(CellKind::getBytes).sum();
            kinds.setRows(now);
        }
    }

    private static long freed(Timed<GarbageCollected> collection) {
        return Math.max(0, collection.value().getBytesBefore() - collection.value().getBytesAfter());
    }

    private void pressed(MouseEvent event) {
        canvas.collectionAt(event.getX()).filter(index -> index < table.getItems().size())
                .map(index -> context.moment().collections().get(index)).ifPresent(table::follow);
        context.moveTo(Cursor.at(Math.round(canvas.nanos(event.getX()))));
    }

    @Override
    public void refresh(Moment moment) {
        Moment whole = moment.session().now();
        List<Timed<Totals>> samples = whole.totals();
        if (samples.isEmpty()) {
            showContent(false);
            return;
        }
        collect.setDisable(!context.program().isAnswering());
        showKinds(moment);
        List<Timed<GarbageCollected>> collections = moment.collections();
        table.setRows(collections);
        List<Timed<GarbageCollected>> all = whole.collections();
        canvas.show(new HeapCanvas.Picture(Counter.HEAP_USED.points(samples, 0, whole.nanos(), MOST_POINTS),
                Counter.HEAP_COMMITTED.points(samples, 0, whole.nanos(), MOST_POINTS), all, whole.nanos(),
                moment.nanos(), context.viewpoint().cursor() instanceof Cursor.Live,
                all.indexOf(table.getSelectionModel().getSelectedItem())));
        bar.show("Heap", note(moment, collections));
        showContent(true);
    }

    private static String note(Moment moment, List<Timed<GarbageCollected>> collections) {
        long paused = collections.stream().mapToLong(collection -> collection.value().getMicros()).sum();
        return moment.latestTotals().map(totals -> "%s used, %s committed; ".formatted(
                Words.bytes(totals.getHeapUsedBytes()), Words.bytes(totals.getHeapCommittedBytes()))).orElse("")
                + (collections.isEmpty() ? "no collection"
                        : (collections.size() == 1 ? "1 collection" : collections.size() + " collections") + ", "
                                + Counts.micros(paused));
    }

    @Override
    public void themeChanged() {
        canvas.setPalette(context.palette());
    }

    @Override
    public Optional<String> text() {
        return super.text().map(rows -> note(context.moment(), context.moment().collections()) + "\n" + rows
                + (counted.isEmpty() ? "" : "\n" + kinds.text()));
    }

}
