package org.tierscope.views.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.Session;
import org.tierscope.session.Timed;
import org.tierscope.session.text.EventText;
import org.tierscope.session.text.Filter;
import org.tierscope.session.text.TextView;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.EventMark;

/**
 * The timeline. Shows the whole recording, whatever the cursor; what is right of the cursor is dimmed, since the
 * other views do not know it yet. Drag the ruler or the cursor line to go back in time, drag the lanes to pan, turn
 * the wheel with Ctrl to zoom.
 */
final class TimelineView implements View {

    private static final double ZOOM_STEP = 1.25;
    private static final double DRAG_BEGINS = 4;

    private final ViewContext context;
    private final BorderPane root = new BorderPane();
    private final TimelineCanvas canvas = new TimelineCanvas();
    private final ScrollBar scroll = new ScrollBar();
    private final ToggleButton all = new ToggleButton("All functions");
    private final Button live = new Button("Live", new FontIcon("bi-skip-end-fill"));
    private final Label note = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final EmptyState empty = new EmptyState("bi-bar-chart-steps", "Nothing has happened yet",
            "Compilations, on-stack replacements and deoptimizations of each function appear here as the program runs.");

    private List<Row> rows = List.of();
    private Session shown;
    private double endNanos;
    /** Null while everything is in sight; then the scale follows the end of the recording. */
    private TimeScale zoom;
    private Set<Integer> litFunctions = Set.of();
    private Set<Integer> foundRows = Set.of();
    private int foundRow = -1;

    private boolean draggingCursor;
    private boolean panning;
    private double pressX;
    private double lastX;

    TimelineView(ViewContext context) {
        this.context = context;
        root.setId("timeline");
        canvas.setId("timeline-canvas");
        root.setTop(bar());
        root.setCenter(new StackPane(canvas, empty));
        empty.setMouseTransparent(true);
        root.setRight(scroll);
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.valueProperty().addListener((property, before, now) -> draw());
        canvas.widthProperty().addListener((property, before, now) -> draw());
        canvas.heightProperty().addListener((property, before, now) -> draw());
        canvas.setPalette(context.palette());
        canvas.setFocusTraversable(true);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setAccessibleText("Timeline. Left and right go to the event before or after, End follows the run.");
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::hovered);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> tooltip.hide());
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private Node bar() {
        all.setId("timeline-all");
        all.setTooltip(new Tooltip("Also show functions that were never compiled"));
        all.setOnAction(event -> refresh(context.moment()));
        live.setId("timeline-live");
        live.setTooltip(new Tooltip("Follow the end of the run (End)"));
        live.setOnAction(event -> context.moveTo(org.tierscope.session.Cursor.live()));
        HBox legend = new HBox(8);
        legend.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Map<EventMark, String> words = new LinkedHashMap<>();
        words.put(EventMark.OSR, "OSR");
        words.put(EventMark.DEOPT, "deopt");
        words.put(EventMark.INVALIDATED, "invalidated");
        words.put(EventMark.REFUSED, "refused");
        words.put(EventMark.COLLECTION, "GC");
        words.forEach((mark, word) -> {
            Label entry = new Label(word, mark.node(11));
            entry.setTooltip(new Tooltip(mark.meaning()));
            entry.getStyleClass().add("view-note");
            legend.getChildren().add(entry);
        });
        note.getStyleClass().add("view-note");
        for (Region fixed : List.of(live, all, note)) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(live, button("bi-zoom-in", "Zoom in (+)", () -> zoomBy(1 / ZOOM_STEP)),
                button("bi-zoom-out", "Zoom out (−)", () -> zoomBy(ZOOM_STEP)),
                button("bi-arrows-angle-expand", "Show all of the run (F)", this::fit), all, note, space, legend);
        bar.getStyleClass().add("view-bar");
        bar.setMinWidth(0);
        bar.widthProperty().addListener((property, before, now) -> showWhereFits(legend, bar));
        note.textProperty().addListener((property, before, now) -> showWhereFits(legend, bar));
        return bar;
    }

    /** Half a legend explains nothing; the marks have tooltips too. */
    private static void showWhereFits(HBox legend, HBox bar) {
        double needed = bar.getInsets().getLeft() + bar.getInsets().getRight()
                + bar.getSpacing() * (bar.getChildren().size() - 1);
        for (Node child : bar.getChildren()) {
            needed += child.prefWidth(-1);
        }
        legend.setVisible(needed <= bar.getWidth());
        legend.setManaged(legend.isVisible());
    }

    private static Button button(String icon, String tip, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(event -> action.run());
        return button;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh(Moment moment) {
        if (shown != moment.session()) {
            shown = moment.session();
            zoom = null;
        }
        Moment whole = shown.now();
        endNanos = whole.nanos();
        rows = Row.of(whole, all.isSelected());
        empty.setVisible(rows.isEmpty());
        live.setDisable(isLive());
        note.setText(isLive() ? "" : "at " + TimeScale.label(moment.nanos(), 10_000) + " of "
                + TimeScale.label(endNanos, 1e6));
        draw();
    }

    @Override
    public void select(Links links) {
        Set<Integer> lit = links.functions().stream().map(Selection.Function::functionId).collect(Collectors.toSet());
        if (!lit.equals(litFunctions)) {
            litFunctions = lit;
            scrollToLit();
        }
        draw();
    }

    /** Brings the first lit lane into sight, if none is. */
    private void scrollToLit() {
        double room = canvas.getHeight() - TimelineCanvas.RULER - TimelineCanvas.ROW;
        double firstLit = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.OfFunction row && litFunctions.contains(row.functionId())) {
                double y = i * TimelineCanvas.ROW - scroll.getValue();
                if (y >= 0 && y <= room) {
                    return;
                }
                firstLit = firstLit < 0 ? i * TimelineCanvas.ROW : firstLit;
            }
        }
        if (firstLit >= 0) {
            scroll.setValue(Math.clamp(firstLit - room / 2, 0, scroll.getMax()));
        }
    }

    @Override
    public void themeChanged() {
        canvas.setPalette(context.palette());
        draw();
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(new FindableLanes());
    }

    @Override
    public Optional<String> text() {
        return Optional.of(TextView.TIMELINE.render(context.moment(), Filter.ALL));
    }

    /** The names of the lanes. */
    private final class FindableLanes implements Findable {
        @Override
        public List<String> lines() {
            return rows.stream().map(Row::label).toList();
        }

        @Override
        public void show(Set<Integer> found, int current) {
            foundRows = found;
            foundRow = current;
            if (current >= 0 && current < rows.size()) {
                double top = TimelineCanvas.contentHeight(current) - TimelineCanvas.contentHeight(0);
                double bottom = TimelineCanvas.contentHeight(current + 1);
                scroll.setValue(Math.clamp(scroll.getValue(), Math.max(0, bottom - canvas.getHeight()),
                        Math.max(0, Math.max(top, bottom - canvas.getHeight()))));
            }
            draw();
        }
    }

    private boolean isLive() {
        return context.viewpoint().cursor() instanceof org.tierscope.session.Cursor.Live;
    }

    private TimeScale scale() {
        TimeScale scale = zoom == null ? new TimeScale(0, Math.max(endNanos, 1e6), 0, 1) : zoom;
        return canvas.place(scale);
    }

    private void draw() {
        if (canvas.getWidth() <= 0 || canvas.getHeight() <= 0 || shown == null) {
            return;
        }
        double hidden = Math.max(0, TimelineCanvas.contentHeight(rows.size()) - canvas.getHeight());
        scroll.setMax(hidden);
        scroll.setVisibleAmount(hidden == 0 ? 1 : hidden * canvas.getHeight() / (canvas.getHeight() + hidden));
        scroll.setVisible(hidden > 0);
        scroll.setManaged(hidden > 0);
        if (scroll.getValue() > hidden) {
            scroll.setValue(hidden);
        }
        int selected = context.viewpoint().selection()
                .map(s -> s instanceof Selection.EventAt event ? event.index() : -1).orElse(-1);
        canvas.draw(new TimelineCanvas.Picture(rows, scale(), context.moment().nanos(), isLive(), endNanos,
                litFunctions, foundRows, foundRow, selected, scroll.getValue()));
    }

    // ---------------------------------------------------------------------------------------------- mouse

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        tooltip.hide();
        pressX = event.getX();
        lastX = event.getX();
        panning = false;
        boolean onRuler = event.getY() < TimelineCanvas.RULER && event.getX() >= TimelineCanvas.LABELS - 4;
        draggingCursor = onRuler || event.getX() >= TimelineCanvas.LABELS - 4 && canvas.isCursorAt(event.getX())
                && canvas.at(event.getX(), event.getY()).mark().isEmpty();
        if (onRuler) {
            moveCursor(event.getX());
        }
    }

    private void dragged(MouseEvent event) {
        if (draggingCursor) {
            moveCursor(event.getX());
        } else if (panning || Math.abs(event.getX() - pressX) > DRAG_BEGINS) {
            panning = true;
            zoom = scale().panned(event.getX() - lastX, endNanos);
            lastX = event.getX();
            draw();
        }
    }

    private void released(MouseEvent event) {
        if (draggingCursor || panning) {
            draggingCursor = false;
            panning = false;
            return;
        }
        TimelineCanvas.Hit hit = canvas.at(event.getX(), event.getY());
        if (hit.mark().filter(mark -> mark.eventIndex() >= 0).isPresent()) {
            Marks.Drawn mark = hit.mark().get();
            context.moveTo(org.tierscope.session.Cursor.at(mark.firstNanos()));
            context.select(new Selection.EventAt(mark.eventIndex()));
        } else if (hit.compilation().isPresent()) {
            context.select(new Selection.Compilation(hit.compilation().get().compilationId()));
        } else if (hit.row().orElse(null) instanceof Row.OfFunction function) {
            if (event.getX() >= TimelineCanvas.LABELS && event.getClickCount() == 2) {
                moveCursor(event.getX());
            }
            context.select(new Selection.Function(function.functionId()));
        }
    }

    private void moveCursor(double x) {
        double nanos = scale().nanos(x);
        context.moveTo(nanos >= endNanos && x > scale().x(endNanos) + 6 ? org.tierscope.session.Cursor.live()
                : org.tierscope.session.Cursor.at(Math.round(Math.clamp(nanos, 0, endNanos))));
        refresh(context.moment());
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoomAt(event.getX(), event.getDeltaY() > 0 ? 1 / ZOOM_STEP : ZOOM_STEP);
        } else if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            zoom = scale().panned(delta, endNanos);
            draw();
        } else {
            scroll.setValue(Math.clamp(scroll.getValue() - event.getDeltaY(), 0, scroll.getMax()));
        }
        event.consume();
    }

    private void hovered(MouseEvent event) {
        TimelineCanvas.Hit hit = canvas.at(event.getX(), event.getY());
        boolean onCursor = event.getY() < TimelineCanvas.RULER && event.getX() > TimelineCanvas.LABELS
                || hit.mark().isEmpty() && canvas.isCursorAt(event.getX());
        canvas.setCursor(onCursor ? Cursor.H_RESIZE : hit.mark().isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        Optional<String> text = TimelineTips.of(shown, hit);
        if (text.isPresent() && canvas.getScene() != null) {
            tooltip.setText(text.get());
            tooltip.show(canvas, event.getScreenX() + 14, event.getScreenY() + 16);
        } else {
            tooltip.hide();
        }
    }

    // ------------------------------------------------------------------------------------------- keyboard

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            case HOME -> context.moveTo(org.tierscope.session.Cursor.at(0));
            case END -> context.moveTo(org.tierscope.session.Cursor.live());
            case PLUS, ADD, EQUALS -> zoomBy(1 / ZOOM_STEP);
            case MINUS, SUBTRACT -> zoomBy(ZOOM_STEP);
            case F -> fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Goes to the next event before or after the cursor that has words. */
    private void step(int direction) {
        List<Timed<org.tierscope.record.proto.Event>> events = shown.events();
        long now = context.moment().nanos();
        Moment whole = shown.now();
        int i = direction > 0 ? 0 : events.size() - 1;
        for (; i >= 0 && i < events.size(); i += direction) {
            long nanos = events.get(i).nanos();
            boolean beyond = direction > 0 ? nanos > now : nanos < now;
            if (beyond && EventText.of(whole, events.get(i).value()).isPresent()) {
                context.moveTo(org.tierscope.session.Cursor.at(nanos));
                context.select(new Selection.EventAt(i));
                return;
            }
        }
    }

    private void zoomBy(double factor) {
        double x = canvas.cursorX();
        TimeScale scale = scale();
        zoomAt(x >= scale.left() && x <= scale.right() ? x : scale.left() + scale.width() / 2, factor);
    }

    private void zoomAt(double x, double factor) {
        TimeScale zoomed = scale().zoomed(x, factor, endNanos);
        zoom = zoomed.span() >= endNanos ? null : zoomed;
        draw();
    }

    private void fit() {
        zoom = null;
        draw();
    }
}
