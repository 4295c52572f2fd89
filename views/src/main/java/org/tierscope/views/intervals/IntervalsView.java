package org.tierscope.views.intervals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Drawing;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.Table;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.ViewBar;
import org.tierscope.views.control.ViewPane;

/** The live intervals of the compilation in focus, by value or by register; a click selects the value or the instruction. */
final class IntervalsView implements View {
    private static final double ZOOM_STEP = 1.25;

    private final ViewContext context;
    private final IntervalCanvas canvas = new IntervalCanvas();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final ToggleButton byPlace = new ToggleButton("by register");
    private final ViewBar bar;
    private final ViewPane pane;
    private final EmptyState empty = new EmptyState("bi-list-nested", "No registers have been given out yet",
            "When the optimizing compiler has finished the selected function, the life of each of its values is drawn here: "
                    + "in which register, when in a slot of the frame, where not needed.");
    private final Tooltip tooltip = new Tooltip();
    private Allocation shown;
    private int wanted;
    private boolean scrolling;

    IntervalsView(ViewContext context) {
        this.context = context;
        canvas.setId("intervals-canvas");
        canvas.setPalette(context.palette());
        canvas.setAccessibleText("Live intervals. Arrow keys scroll, plus and minus zoom.");
        byPlace.setId("intervals-by-place");
        byPlace.setTooltip(new Tooltip("A row for each register and slot instead of each value"));
        byPlace.setOnAction(event -> showRows());
        bar = new ViewBar(legend(), byPlace);
        across.setOrientation(Orientation.HORIZONTAL);
        down.setOrientation(Orientation.VERTICAL);
        across.valueProperty().addListener((property, old, now) -> scrolled());
        down.valueProperty().addListener((property, old, now) -> scrolled());
        canvas.widthProperty().addListener((property, old, now) -> {
            if (old.doubleValue() == 0) {
                canvas.fit();
            }
            placeScrollBars();
        });
        canvas.heightProperty().addListener((property, old, now) -> placeScrollBars());
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::hovered);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> tooltip.hide());
        canvas.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        BorderPane drawn = new BorderPane(canvas, null, down, across, null);
        pane = new ViewPane("intervals", bar, drawn, empty);
    }

    private Node legend() {
        HBox legend = new HBox(10, key("register", Allocation.Kind.GENERAL), key("vector", Allocation.Kind.VECTOR),
                key("frame slot", Allocation.Kind.SLOT), key("variable's slot", Allocation.Kind.HOME));
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    private static Label key(String words, Allocation.Kind kind) {
        Region box = new Region();
        box.setMinSize(10, kind == Allocation.Kind.GENERAL || kind == Allocation.Kind.VECTOR ? 10 : 5);
        box.setMaxSize(10, box.getMinHeight());
        box.setStyle("-fx-background-color: -ts-" + IntervalCanvas.role(kind).name().toLowerCase() + ";");
        Label label = new Label(words, box);
        label.getStyleClass().add("view-note");
        return label;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        Optional<CompilationState> compilation = Focus
                .of(moment, context.viewpoint().selection(), context.viewpoint().links()).compilation();
        if (compilation.isEmpty() || compilation.get().passes().isEmpty()) {
            show(Optional.empty());
            return;
        }
        int version = compilation.get().id() * 1000 + compilation.get().passes().size();
        if (wanted != version) {
            wanted = version;
            CompilationState chosen = compilation.get();
            context.background(() -> Allocation.of(moment, chosen), allocation -> {
                if (wanted == version) {
                    show(allocation);
                    select(context.viewpoint().links());
                }
            });
        }
    }

    private void show(Optional<Allocation> allocation) {
        if (allocation.isEmpty()) {
            shown = null;
            pane.showEmpty();
            return;
        }
        boolean other = shown == null || shown.compilationId() != allocation.get().compilationId();
        shown = allocation.get();
        String function = context.moment().compilation(shown.compilationId())
                .flatMap(c -> context.moment().function(c.started().getFunctionId())).map(f -> f.name()).orElse("?");
        bar.show(org.tierscope.record.proto.Tier.OPTIMIZING, function, "%d values, %d split, %d in frame slots"
                .formatted(shown.values().size(), shown.split(), shown.spilled()));
        pane.showContent();
        showRows();
        if (other) {
            canvas.fit();
            placeScrollBars();
        }
    }

    private List<Allocation.Row> rows() {
        return shown == null ? List.of() : byPlace.isSelected() ? shown.places() : shown.values();
    }

    private void showRows() {
        if (shown != null) {
            canvas.show(shown, rows());
            canvas.scrollTo(canvas.scrollX(), canvas.scrollY());
            placeScrollBars();
        }
    }

    // ---------------------------------------------------------------------------------------------- scrolling

    private void placeScrollBars() {
        scrolling = true;
        place(across, canvas.maxScrollX(), canvas.getWidth(), canvas.scrollX());
        place(down, canvas.maxScrollY(), canvas.getHeight(), canvas.scrollY());
        scrolling = false;
    }

    private static void place(ScrollBar bar, double hidden, double shown, double value) {
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden == 0 ? 1 : hidden * shown / (shown + hidden));
        bar.setUnitIncrement(IntervalCanvas.ROW);
        bar.setBlockIncrement(shown / 2);
        bar.setValue(value);
        bar.setVisible(hidden > 0);
        bar.setManaged(hidden > 0);
    }

    private void scrolled() {
        if (!scrolling) {
            canvas.scrollTo(across.getValue(), down.getValue());
        }
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown()) {
            canvas.setCell(canvas.cell() * (event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP), event.getX());
        } else {
            canvas.scrollTo(canvas.scrollX() - event.getDeltaX(), canvas.scrollY() - event.getDeltaY());
        }
        placeScrollBars();
        event.consume();
    }

    private void typed(KeyEvent event) {
        double middle = canvas.getWidth() / 2;
        switch (event.getCode()) {
            case LEFT -> canvas.scrollTo(canvas.scrollX() - 60, canvas.scrollY());
            case RIGHT -> canvas.scrollTo(canvas.scrollX() + 60, canvas.scrollY());
            case UP -> canvas.scrollTo(canvas.scrollX(), canvas.scrollY() - IntervalCanvas.ROW);
            case DOWN -> canvas.scrollTo(canvas.scrollX(), canvas.scrollY() + IntervalCanvas.ROW);
            case PLUS, ADD, EQUALS -> canvas.setCell(canvas.cell() * ZOOM_STEP, middle);
            case MINUS, SUBTRACT -> canvas.setCell(canvas.cell() / ZOOM_STEP, middle);
            case DIGIT0, NUMPAD0 -> canvas.fit();
            default -> {
                return;
            }
        }
        placeScrollBars();
        event.consume();
    }

    // -------------------------------------------------------------------------------------------------- mouse

    private void clicked(MouseEvent event) {
        canvas.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            nodeAt(canvas.at(event.getX(), event.getY()))
                    .ifPresent(node -> context.select(new Selection.Node(shown.compilationId(), node)));
        }
    }

    /** On a bar or a label its value; elsewhere the instruction of the column. */
    private Optional<Integer> nodeAt(IntervalCanvas.Hit hit) {
        if (shown == null) {
            return Optional.empty();
        }
        Optional<Integer> ofRow = hit.row() < 0 || hit.step() >= 0 ? Optional.empty()
                : Optional.of(rows().get(hit.row()).nodeId());
        Optional<Integer> ofStep = hit.step() < 0 ? Optional.empty()
                : Optional.of(shown.steps().get(hit.step()).nodeId());
        return hit.bar().map(Allocation.Bar::nodeId).or(() -> ofRow).or(() -> ofStep).filter(node -> node != 0);
    }

    private void hovered(MouseEvent event) {
        IntervalCanvas.Hit hit = canvas.at(event.getX(), event.getY());
        String words = words(hit);
        if (words.isEmpty()) {
            tooltip.hide();
        } else {
            tooltip.setText(words);
            tooltip.show(canvas, event.getScreenX() + 14, event.getScreenY() + 18);
        }
    }

    private String words(IntervalCanvas.Hit hit) {
        if (shown == null) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        if (hit.row() >= 0 && (hit.step() < 0 || hit.bar().isPresent())) {
            Allocation.Row row = rows().get(hit.row());
            words.append(row.label()).append(": ").append(hit.bar().map(bar -> row.nodeId() == 0
                    ? "v" + bar.nodeId() : "in " + bar.place()).orElse(row.note()));
        }
        if (hit.step() >= 0) {
            Allocation.Step step = shown.steps().get(hit.step());
            words.append(words.isEmpty() ? "" : "\n").append("at ").append(step.text());
            if (hit.row() < 0) {
                words.append("\n").append(shown.inRegisters()[hit.step()]).append(" values in registers");
            }
        }
        return words.toString();
    }

    // ------------------------------------------------------------------------------------- selection, export

    @Override
    public void select(Links links) {
        if (shown == null) {
            return;
        }
        Set<Integer> nodes = links.nodesIn(shown.compilationId());
        Set<Integer> picked = context.viewpoint().selection()
                .map(selection -> selection instanceof Selection.Node node
                        && node.compilationId() == shown.compilationId() ? Set.of(node.nodeId()) : Set.<Integer>of())
                .orElse(Set.of());
        IntervalCanvas.Lit before = canvas.lit();
        canvas.setLit(new IntervalCanvas.Lit(nodes, picked, before.foundRows(), before.foundRow()));
        if (!before.nodes().equals(nodes) || !before.picked().equals(picked)) {
            reveal(picked.isEmpty() ? nodes : picked);
            placeScrollBars();
        }
    }

    private void reveal(Set<Integer> nodes) {
        int row = -1;
        for (int i = 0; i < rows().size() && row < 0; i++) {
            row = nodes.contains(rows().get(i).nodeId()) ? i : -1;
        }
        int step = -1;
        for (int i = 0; i < shown.steps().size() && step < 0; i++) {
            step = nodes.contains(shown.steps().get(i).nodeId()) ? i : -1;
        }
        canvas.reveal(row, step);
    }

    @Override
    public void themeChanged() {
        canvas.setPalette(context.palette());
    }

    @Override
    public Optional<Drawing> drawing() {
        return shown == null ? Optional.empty() : canvas.drawing();
    }

    private static String line(Allocation.Row row) {
        return "%-28s %s".formatted(row.label(), row.bars().stream()
                .map(bar -> (row.nodeId() == 0 ? "v" + bar.nodeId() : bar.place())
                        + " [" + bar.start() + ", " + bar.end() + ")")
                .collect(Collectors.joining("  ")));
    }

    @Override
    public Optional<String> text() {
        return shown == null ? Optional.empty()
                : Optional.of(rows().stream().map(IntervalsView::line).collect(Collectors.joining("\n", "", "\n")));
    }

    @Override
    public Optional<Table> table() {
        return shown == null ? Optional.empty() : Optional.of(new Table(
                List.of("value", "operation", "place", "start", "end"),
                () -> shown.values().stream().flatMap(row -> row.bars().stream().map(bar -> List.of("v" + row.nodeId(),
                        row.label().substring(row.label().indexOf(' ') + 1), bar.place(), String.valueOf(bar.start()),
                        String.valueOf(bar.end())))).toList()));
    }

    @Override
    public Optional<Findable> findable() {
        return shown == null ? Optional.empty() : Optional.of(new FindableRows());
    }

    private final class FindableRows implements Findable {
        @Override
        public List<String> lines() {
            return rows().stream().map(row -> row.label() + "  " + row.note()).toList();
        }

        @Override
        public void show(Set<Integer> found, int current) {
            canvas.setLit(new IntervalCanvas.Lit(canvas.lit().nodes(), canvas.lit().picked(), new HashSet<>(found),
                    current));
            canvas.reveal(current, -1);
            placeScrollBars();
        }
    }
}
