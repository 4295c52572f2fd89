package org.tierscope.views.ssa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.record.proto.Graph;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Drawing;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeList;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.ViewBar;
import org.tierscope.views.control.ViewPane;

/** The graphs of a compilation: choose a pass, see the graph after it and what it changed. */
final class SsaView implements View {
    private static final double NOTES_SHARE = 0.2;
    /** Taken from the width of lines that are wrapped: padding and scroll bar. */
    private static final double SCROLL_BAR = 28;
    private static final int LEAST_COLUMNS = 16;
    /** Graphs with more nodes are laid out away from the JavaFX thread. */
    private static final int MANY_NODES = 1500;

    private final ViewContext context;
    private final ViewPane pane;
    private final ComboBox<CompilationState> compilations = new ComboBox<>();
    private final ComboBox<Pass> passes = new ComboBox<>();
    private final ToggleButton asText = new ToggleButton(null, new FontIcon("bi-card-text"));
    private final ToggleButton showChanges = new ToggleButton(null, new FontIcon("bi-file-diff"));
    private final ViewBar bar;
    private final HBox passBar;
    private final GraphCanvas canvas;
    private final CodeList text;
    private final CodeList notes;
    private final BorderPane center = new BorderPane();
    private final SplitPane split = new SplitPane();
    private final EmptyState empty = new EmptyState("bi-diagram-2", "No graph yet",
            "When the optimizing compiler works on the selected function, its graph after each pass appears here.");
    private Optional<CompilationState> shown = Optional.empty();
    private List<CodeLine> noteLines = List.of();
    private String wantedPass = "";
    private Pass drawnPass;
    private boolean drawnChanges;
    private int pinned;
    private boolean filling;

    SsaView(ViewContext context) {
        this.context = context;
        this.canvas = new GraphCanvas(context.palette(), this::pick);
        this.text = new CodeList(context::select);
        this.notes = new CodeList(context::select);
        text.setId("ssa-text");
        notes.setId("ssa-notes");
        canvas.setId("ssa-graph");
        passes.setId("ssa-passes");
        passes.setVisibleRowCount(16);
        passes.setMaxWidth(Double.MAX_VALUE);
        passes.setCellFactory(list -> new PassCell(false));
        passes.setButtonCell(new PassCell(true));
        passes.setOnAction(event -> {
            if (!filling && passes.getValue() != null) {
                wantedPass = passes.getValue().name();
                showPass();
            }
        });
        compilations.setCellFactory(list -> new CompilationCell());
        compilations.setButtonCell(new CompilationCell());
        compilations.setOnAction(event -> {
            if (!filling && compilations.getValue() != null) {
                pinned = compilations.getValue().id();
                refresh(context.moment());
            }
        });
        asText.setId("ssa-as-text");
        asText.setTooltip(new Tooltip("Show as text"));
        asText.setAccessibleText("Show as text");
        asText.setOnAction(event -> showPass());
        showChanges.setSelected(true);
        showChanges.setTooltip(new Tooltip("Colour what the pass changed"));
        showChanges.setAccessibleText("Colour what the pass changed");
        showChanges.setOnAction(event -> showPass());
        Button fit = button("bi-aspect-ratio", "Show the whole graph", canvas::fit);
        compilations.getStyleClass().add("compilation-choice");
        bar = new ViewBar(showChanges, asText, fit);
        Button back = button("bi-chevron-left", "The pass before", () -> step(-1));
        back.setId("ssa-pass-back");
        Button forward = button("bi-chevron-right", "The next pass", () -> step(1));
        forward.setId("ssa-pass-forward");
        HBox.setHgrow(passes, Priority.ALWAYS);
        passBar = new HBox(compilations, back, passes, forward);
        passBar.getStyleClass().addAll("view-bar", "pass-bar");
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().addAll(center, notes);
        split.setDividerPositions(1 - NOTES_SHARE);
        split.getStyleClass().add("view-split");
        SplitPane.setResizableWithParent(notes, false);
        notes.widthProperty().addListener((property, old, width) -> wrapNotes());
        pane = new ViewPane("ssa", new VBox(bar, passBar), split, empty);
    }

    private static Button button(String icon, String tooltip, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setOnAction(event -> action.run());
        return button;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        Optional<CompilationState> focused = Focus
                .of(moment, context.viewpoint().selection(), context.viewpoint().links()).compilation();
        List<CompilationState> all = focused.map(c -> moment.compilationsOf(c.started().getFunctionId()).stream()
                .filter(compilation -> !compilation.passes().isEmpty()).toList()).orElse(List.of());
        if (all.isEmpty()) {
            showNothing(focused);
            return;
        }
        boolean asked = context.viewpoint().selection().filter(s -> s instanceof Selection.Node
                || s instanceof Selection.Block || s instanceof Selection.Compilation
                || s instanceof Selection.Instruction).isPresent();
        CompilationState compilation = all.stream().filter(c -> !asked && c.id() == pinned).findFirst()
                .or(() -> all.stream().filter(c -> c.id() == focused.get().id()).findFirst())
                .orElse(all.getLast());
        if (shown.map(CompilationState::id).orElse(0) != compilation.id()) {
            canvas.forgetPlace();
        }
        shown = Optional.of(compilation);
        fill(all, compilation);
        pane.showContent();
        showPass();
    }

    private void showNothing(Optional<CompilationState> focused) {
        shown = Optional.empty();
        drawnPass = null;
        focused.flatMap(CompilationState::refused).ifPresentOrElse(
                refused -> empty.say("The optimizing compiler gave up",
                        refused.getReason() + (refused.getDetail().isEmpty() ? "" : ": " + refused.getDetail())),
                () -> empty.say("No graph yet", "When the optimizing compiler works on the selected function, "
                        + "its graph after each pass appears here."));
        pane.showEmpty();
    }

    private void fill(List<CompilationState> all, CompilationState compilation) {
        filling = true;
        if (!compilations.getItems().stream().map(CompilationState::id).toList()
                .equals(all.stream().map(CompilationState::id).toList())) {
            compilations.getItems().setAll(all);
        }
        compilations.setValue(compilation);
        compilations.setVisible(all.size() > 1);
        compilations.setManaged(all.size() > 1);
        if (!passes.getItems().equals(compilation.passes())) {
            passes.getItems().setAll(compilation.passes());
        }
        passes.setValue(compilation.pass(wantedPass).orElse(compilation.passes().getLast()));
        filling = false;
    }

    private void step(int by) {
        int index = passes.getItems().indexOf(passes.getValue()) + by;
        if (index >= 0 && index < passes.getItems().size()) {
            passes.setValue(passes.getItems().get(index));
        }
    }

    private void showPass() {
        if (shown.isEmpty() || passes.getValue() == null) {
            return;
        }
        CompilationState compilation = shown.get();
        Pass pass = passes.getValue();
        String function = context.moment().function(compilation.started().getFunctionId())
                .map(f -> f.name()).orElse("?");
        bar.show(compilation.started().getTier(), function, pass.nodesAfter() + " nodes, "
                + pass.graph().getBlocksCount() + (pass.graph().getBlocksCount() == 1 ? " block" : " blocks"));
        center.setCenter(asText.isSelected() ? text : canvas);
        if (pass == drawnPass && drawnChanges == showChanges.isSelected()) {
            return;
        }
        drawnPass = pass;
        drawnChanges = showChanges.isSelected();
        Graph before = showChanges.isSelected() ? graphBefore(compilation, pass) : Graph.getDefaultInstance();
        double charWidth = canvas.charWidth();
        if (pass.graph().getNodesCount() < MANY_NODES) {
            draw(GraphScene.of(PassPicture.of(pass, before), charWidth), compilation, pass);
        } else {
            context.background(() -> GraphScene.of(PassPicture.of(pass, before), charWidth),
                    scene -> draw(scene, compilation, pass));
        }
    }

    private void draw(GraphScene scene, CompilationState compilation, Pass pass) {
        canvas.setScene(scene);
        text.setLines(SsaLines.graph(compilation.id(), scene.picture()));
        noteLines = SsaLines.notes(compilation.id(), pass, scene.picture());
        wrapNotes();
        select(context.viewpoint().links());
    }

    private void wrapNotes() {
        int columns = (int) ((notes.getWidth() - SCROLL_BAR) / canvas.charWidth());
        notes.setLines(columns < LEAST_COLUMNS ? noteLines : CodeLine.wrapped(noteLines, columns));
    }

    private static Graph graphBefore(CompilationState compilation, Pass pass) {
        int index = compilation.passes().indexOf(pass);
        return index <= 0 ? Graph.getDefaultInstance() : compilation.passes().get(index - 1).graph();
    }

    private void pick(GraphScene.Hit hit) {
        shown.ifPresent(compilation -> context.select(hit.line()
                .<Selection>map(line -> new Selection.Node(compilation.id(), line.nodeId()))
                .orElse(new Selection.Block(compilation.id(), hit.block().id()))));
    }

    @Override
    public void select(Links links) {
        if (shown.isEmpty()) {
            return;
        }
        int compilationId = shown.get().id();
        Set<Integer> nodes = links.nodesIn(compilationId);
        Set<Integer> exact = context.viewpoint().selection()
                .map(selection -> selection instanceof Selection.Node node && node.compilationId() == compilationId
                        ? Set.of(node.nodeId()) : Set.<Integer>of())
                .orElse(Set.of());
        canvas.setLinked(nodes, exact);
        text.setLinked(nodes, exact);
        Set<Object> noteKeys = new HashSet<>();
        exact.forEach(node -> noteKeys.add("note " + node));
        notes.setLinked(new ArrayList<>(noteKeys).isEmpty() ? Set.of() : noteKeys, Set.of());
    }

    @Override
    public Optional<Drawing> drawing() {
        return shown.flatMap(compilation -> canvas.drawing());
    }

    @Override
    public void themeChanged() {
        canvas.setPalette(context.palette());
    }

    @Override
    public Optional<Findable> findable() {
        return shown.map(compilation -> new FindableGraph(text, canvas));
    }

    @Override
    public Optional<String> text() {
        return shown.isEmpty() ? Optional.empty() : Optional.of(text.allText());
    }
}
