package org.tierscope.views.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Session;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.Table;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeList;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.ViewPane;

/**
 * Two lists that scroll together, and what both cost. What stands on each side is chosen; at first it is what people ask for
 * most of the function in focus.
 */
final class CompareView implements View {

    /** What there is to choose from: it changes with the number of codes and passes only. */
    private record Seen(Session session, Subject.Kind kind, int count) {
    }

    private static final double KIND_WIDTH = 128;
    private static final double ROOM_FOR_FIGURES = 170;

    private final ViewContext context;
    private final ChoiceBox<Subject.Kind> kind = new ChoiceBox<>();
    private final ComboBox<Subject> left = chooser("compare-left", "On the left");
    private final ComboBox<Subject> right = chooser("compare-right", "On the right");
    private final Label note = new Label();
    private final CodeList leftList;
    private final CodeList rightList;
    private final FlowPane figures = new FlowPane(18, 4);
    private final ViewPane pane;
    private Comparison shown;
    private Seen seen;
    private boolean filling;
    private boolean scrollsTogether;

    CompareView(ViewContext context) {
        this.context = context;
        leftList = new CodeList(context::select);
        rightList = new CodeList(context::select);
        leftList.setId("compare-left-list");
        rightList.setId("compare-right-list");
        kind.setId("compare-kind");
        kind.getItems().setAll(Subject.Kind.values());
        kind.setValue(Subject.Kind.CODE);
        kind.setTooltip(new Tooltip("What to compare"));
        kind.setMinWidth(KIND_WIDTH);
        kind.setOnAction(event -> {
            seen = null;
            refresh(context.moment());
        });
        note.setId("compare-note");
        note.getStyleClass().add("view-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        left.setOnAction(event -> compare());
        right.setOnAction(event -> compare());
        kind.setPrefWidth(KIND_WIDTH);
        HBox bar = new HBox(kind, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        bar.getStyleClass().add("view-bar");
        figures.setId("compare-figures");
        figures.setStyle("-fx-padding: 6 10 6 10;");
        SplitPane split = new SplitPane(leftList, rightList);
        split.setOrientation(Orientation.HORIZONTAL);
        split.getStyleClass().add("view-split");
        BorderPane content = new BorderPane(split);
        content.setBottom(figures);
        // where there is little room the lines matter more
        content.heightProperty().addListener((property, before, now) -> {
            figures.setVisible(now.doubleValue() >= ROOM_FOR_FIGURES);
            figures.setManaged(figures.isVisible());
        });
        pane = new ViewPane("compare", new VBox(bar), content, new EmptyState("bi-layout-split", "Nothing to compare yet",
                "When two functions, compilations or pieces of machine code are known, they stand here side by side."));
    }

    private static ComboBox<Subject> chooser(String id, String words) {
        ComboBox<Subject> chooser = new ComboBox<>();
        chooser.setId(id);
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setMinWidth(80);
        chooser.setPrefWidth(180);
        chooser.setVisibleRowCount(18);
        chooser.setAccessibleText(words);
        chooser.setConverter(new StringConverter<>() {
            @Override
            public String toString(Subject subject) {
                return subject == null ? "" : subject.title();
            }

            @Override
            public Subject fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list");
            }
        });
        return chooser;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        int count = moment.functions().size() + moment.compilations().size()
                + moment.compilations().stream().mapToInt(compilation -> compilation.passes().size()).sum();
        Seen now = new Seen(moment.session(), kind.getValue(), count);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        int focused = Focus.of(moment, context.viewpoint().selection(), context.viewpoint().links()).function()
                .map(function -> function.id()).orElse(0);
        context.background(() -> Subject.all(now.kind(), moment), all -> choose(all, focused));
    }

    private void choose(List<Subject> all, int focused) {
        if (all.size() < 2) {
            shown = null;
            pane.showEmpty();
            return;
        }
        filling = true;
        Subject.Pair usual = Subject.Pair.of(all, focused);
        fill(left, all, usual.left());
        fill(right, all, usual.right());
        filling = false;
        pane.showContent();
        compare();
    }

    /** What was chosen stays chosen. */
    private static void fill(ComboBox<Subject> chooser, List<Subject> all, Subject usual) {
        Subject before = chooser.getValue();
        chooser.getItems().setAll(all);
        chooser.setValue(before != null && all.contains(before) ? before : usual);
    }

    private void compare() {
        if (filling || left.getValue() == null || right.getValue() == null) {
            return;
        }
        Subject a = left.getValue();
        Subject b = right.getValue();
        Moment moment = context.moment();
        context.background(() -> Comparison.of(a, b, moment), this::show);
    }

    private void show(Comparison comparison) {
        shown = comparison;
        leftList.setLines(comparison.left());
        rightList.setLines(comparison.right());
        note.setText("%d the same, %d − %d +".formatted(comparison.same(), comparison.removed(), comparison.added()));
        left.setTooltip(new Tooltip(left.getValue().title()));
        right.setTooltip(new Tooltip(right.getValue().title()));
        figures.getChildren().setAll(Stream.concat(Stream.of(note), comparison.figures().stream().map(CompareView::figure)).toList());
        select(context.viewpoint().links());
        Platform.runLater(this::scrollTogether);
    }

    private static Node figure(Comparison.Figure figure) {
        Label name = new Label(figure.name());
        name.getStyleClass().add("view-note");
        boolean same = figure.left().equals(figure.right());
        Label values = new Label(same ? figure.left() : figure.left() + " → " + figure.right());
        values.setStyle(same ? "" : "-fx-font-weight: bold;");
        return new HBox(6, name, values);
    }

    /** The scroll bars exist once the lists have been laid out. */
    private void scrollTogether() {
        if (!scrollsTogether && leftList.lookup(".scroll-bar:vertical") instanceof ScrollBar a
                && rightList.lookup(".scroll-bar:vertical") instanceof ScrollBar b) {
            scrollsTogether = true;
            a.valueProperty().bindBidirectional(b.valueProperty());
        }
    }

    @Override
    public void select(Links links) {
        leftList.setLinked(keys(left.getValue(), links), Set.of());
        rightList.setLinked(keys(right.getValue(), links), Set.of());
    }

    private static Set<?> keys(Subject subject, Links links) {
        return switch (subject) {
            case null -> Set.of();
            case Subject.Bytecode bytecode -> links.pcsIn(bytecode.functionId());
            case Subject.Graph graph -> links.nodesIn(graph.compilationId());
            case Subject.Code code -> links.offsetsIn(code.codeId());
        };
    }

    @Override
    public Optional<String> text() {
        if (shown == null) {
            return Optional.empty();
        }
        String lines = IntStream.range(0, shown.left().size()).mapToObj(i -> "%s %-58s %s".formatted(
                mark(shown.left().get(i), shown.right().get(i)), shown.left().get(i).text(), shown.right().get(i).text())
                .stripTrailing()).collect(Collectors.joining("\n", "", "\n"));
        return Optional.of(left.getValue().title() + "  |  " + right.getValue().title() + "\n" + lines);
    }

    private static String mark(CodeLine a, CodeLine b) {
        return a.styles().contains("line-removed") || b.styles().contains("line-added") ? "≠" : " ";
    }

    /** The figures: of lines side by side there is text. */
    @Override
    public Optional<Table> table() {
        return shown == null ? Optional.empty() : Optional.of(new Table(
                List.of("", left.getValue().title(), right.getValue().title()),
                () -> shown.figures().stream().map(figure -> List.of(figure.name(), figure.left(), figure.right())).toList()));
    }

    @Override
    public Optional<Findable> findable() {
        return shown == null ? Optional.empty() : Optional.of(new FindableSides());
    }

    /** A line of both sides is one: what is found on either lights both. */
    private final class FindableSides implements Findable {
        @Override
        public List<String> lines() {
            Comparison comparison = shown;
            return IntStream.range(0, comparison.left().size())
                    .mapToObj(i -> comparison.left().get(i).text() + "\t" + comparison.right().get(i).text()).toList();
        }

        @Override
        public void show(Set<Integer> found, int current) {
            leftList.show(found, current);
            rightList.show(found, current);
        }
    }
}
