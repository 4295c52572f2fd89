package org.tierscope.views.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Session;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.KeptRun;
import org.tierscope.views.api.Table;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.ViewPane;

/**
 * Two lists that scroll together, and what both cost. Each side is of the run that is shown or of another one: an earlier run, one with
 * other options, a recording. What stands on each side is chosen; at first it is what people ask for most of the function in focus,
 * and where the runs differ, the same of both.
 */
final class CompareView implements View {

    /** What there is to choose from: it changes with the number of runs, codes and passes only. */
    private record Seen(Session session, List<KeptRun> runs, Subject.Kind kind, int count) {
    }

    private record Subjects(List<Subject> left, List<Subject> right) {
    }

    private static final double KIND_WIDTH = 128;
    private static final double ROOM_FOR_FIGURES = 170;

    private final ViewContext context;
    private final ChoiceBox<Subject.Kind> kind = new ChoiceBox<>();
    private final Party left;
    private final Party right;
    private final MenuButton more = new MenuButton("Add run");
    private final Label note = new Label();
    private final FlowPane figures = new FlowPane(18, 4);
    private final ViewPane pane;
    private Comparison shown;
    private Seen seen;
    private boolean scrollsTogether;

    CompareView(ViewContext context) {
        this.context = context;
        left = new Party(context, "compare-left", "on the left");
        right = new Party(context, "compare-right", "on the right");
        kind.setId("compare-kind");
        kind.getItems().setAll(Subject.Kind.values());
        kind.setValue(Subject.Kind.CODE);
        kind.setTooltip(new Tooltip("What to compare"));
        kind.setMinWidth(KIND_WIDTH);
        kind.setPrefWidth(KIND_WIDTH);
        kind.setOnAction(event -> chooseAnew());
        more.setId("compare-add-run");
        more.setMinWidth(KIND_WIDTH);
        more.setPrefWidth(KIND_WIDTH);
        more.setTooltip(new Tooltip("Run the program again under other options, or open a recording, to compare with"));
        note.setId("compare-note");
        note.getStyleClass().add("view-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        left.onChosen(this::chooseAnew, this::leftChosen);
        right.onChosen(this::chooseAnew, this::compare);
        figures.setId("compare-figures");
        figures.setStyle("-fx-padding: 6 10 6 10;");
        SplitPane split = new SplitPane(left.list, right.list);
        split.setOrientation(Orientation.HORIZONTAL);
        split.getStyleClass().add("view-split");
        BorderPane content = new BorderPane(split);
        content.setBottom(figures);
        // where there is little room the lines matter more
        content.heightProperty().addListener((property, before, now) -> {
            figures.setVisible(now.doubleValue() >= ROOM_FOR_FIGURES);
            figures.setManaged(figures.isVisible());
        });
        VBox bars = new VBox(bar(more, left.run, right.run), bar(kind, left.subject, right.subject));
        pane = new ViewPane("compare", bars, content, new EmptyState("bi-layout-split", "Nothing to compare yet",
                "When two functions, compilations or pieces of machine code are known, or two runs, they stand here side by side."));
    }

    private static HBox bar(Node first, Region left, Region right) {
        HBox bar = new HBox(first, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        bar.getStyleClass().add("view-bar");
        return bar;
    }

    @Override
    public Node node() {
        return pane;
    }

    // ------------------------------------------------------------------------------------------ what there is

    @Override
    public void refresh(Moment moment) {
        int count = moment.functions().size() + moment.compilations().size()
                + moment.compilations().stream().mapToInt(compilation -> compilation.passes().size()).sum();
        List<KeptRun> runs = runs(moment);
        Seen now = new Seen(moment.session(), runs, kind.getValue(), count);
        if (now.equals(seen)) {
            return;
        }
        boolean runCame = seen != null && seen.session() == now.session() && runs.size() > seen.runs().size();
        if (seen == null || !runs.equals(seen.runs())) {
            left.setRuns(runs);
            right.setRuns(runs);
            fillMenu();
        }
        if (runCame) {
            // somebody asked for it, to see it
            left.chooseRun(runs.getFirst());
            right.chooseRun(runs.get(1));
        }
        seen = now;
        fill(runCame);
    }

    private List<KeptRun> runs(Moment moment) {
        List<KeptRun> runs = new ArrayList<>();
        runs.add(new KeptRun("the run shown" + OptionWords.suffix(context.program().options()), moment.session()));
        runs.addAll(context.program().keptRuns());
        return List.copyOf(runs);
    }

    private void fillMenu() {
        List<MenuItem> items = new ArrayList<>();
        for (OtherOptions options : OtherOptions.ALL) {
            MenuItem item = new MenuItem(options.title());
            item.setDisable(!context.program().canRun());
            item.setOnAction(event -> runWith(options.over(context.program().options())));
            items.add(item);
        }
        MenuItem open = new MenuItem("Open a Recording…");
        open.setOnAction(event -> RecordingChooser.ask(pane.getScene().getWindow()).ifPresent(context.program()::openToCompare));
        items.add(new javafx.scene.control.SeparatorMenuItem());
        items.add(open);
        more.getItems().setAll(items);
    }

    private void runWith(Map<String, String> options) {
        context.program().runToCompare(options);
    }

    private void chooseAnew() {
        seen = new Seen(context.session(), runs(context.moment()), kind.getValue(), -1);
        fill(true);
    }

    private void fill(boolean anew) {
        Subject.Kind wanted = kind.getValue();
        Moment leftMoment = left.moment();
        Moment rightMoment = right.moment();
        int focused = Focus.of(context.moment(), context.viewpoint().selection(), context.viewpoint().links()).function()
                .map(function -> function.id()).orElse(0);
        context.background(() -> {
            List<Subject> ofLeft = Subject.all(wanted, leftMoment);
            return new Subjects(ofLeft, leftMoment.session() == rightMoment.session() ? ofLeft : Subject.all(wanted, rightMoment));
        }, all -> choose(all, focused, anew));
    }

    private void choose(Subjects all, int focused, boolean anew) {
        boolean twoRuns = left.session() != right.session();
        boolean enough = twoRuns ? !all.left().isEmpty() && !all.right().isEmpty() : all.left().size() > 1;
        if (!enough && !twoRuns && seen.runs().size() < 2 && kind.getValue() != Subject.Kind.RUN) {
            shown = null;
            pane.showEmpty();
            return;
        }
        pane.showContent();
        if (all.left().isEmpty() || all.right().isEmpty()) {
            showNothing(all);
            return;
        }
        Subject.Pair usual = Subject.Pair.of(all.left(), left.isShown() ? focused : 0);
        Subject ofLeft = twoRuns ? usual.right() : usual.left();
        left.setSubjects(all.left(), ofLeft, anew);
        right.setSubjects(all.right(), twoRuns ? Subject.counterpart(left.subject.getValue(), all.right()) : usual.right(), anew);
        compare();
    }

    /** A run without anything of the kind is a finding too: with the interpreter only there is no machine code. */
    private void showNothing(Subjects all) {
        shown = null;
        left.setSubjects(all.left(), all.left().isEmpty() ? null : all.left().getFirst(), true);
        right.setSubjects(all.right(), all.right().isEmpty() ? null : all.right().getFirst(), true);
        left.list.setLines(List.of());
        right.list.setLines(List.of());
        note.setText("There is no " + kind.getValue() + " on the " + (all.left().isEmpty() ? "left" : "right"));
        figures.getChildren().setAll(note);
    }

    // ------------------------------------------------------------------------------------------- what is shown

    /** Of two runs the same is compared, unless the person chooses otherwise on the right. */
    private void leftChosen() {
        if (left.session() != right.session() && left.subject.getValue() != null && !right.subject.getItems().isEmpty()) {
            right.setSubjects(right.subject.getItems(), Subject.counterpart(left.subject.getValue(), right.subject.getItems()), true);
        }
        compare();
    }

    private void compare() {
        if (left.subject.getValue() == null || right.subject.getValue() == null) {
            return;
        }
        Subject a = left.subject.getValue();
        Subject b = right.subject.getValue();
        Moment ofA = left.moment();
        Moment ofB = right.moment();
        Session session = context.session();
        context.background("lines", () -> Comparison.of(a, ofA, b, ofB, session), this::show);
    }

    private void show(Comparison comparison) {
        shown = comparison;
        left.list.setLines(comparison.left());
        right.list.setLines(comparison.right());
        note.setText("%d the same, %d − %d +".formatted(comparison.same(), comparison.removed(), comparison.added()));
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
        if (!scrollsTogether && left.list.lookup(".scroll-bar:vertical") instanceof ScrollBar a
                && right.list.lookup(".scroll-bar:vertical") instanceof ScrollBar b) {
            scrollsTogether = true;
            a.valueProperty().bindBidirectional(b.valueProperty());
        }
    }

    @Override
    public void select(Links links) {
        left.select(links);
        right.select(links);
    }

    @Override
    public Optional<String> text() {
        if (shown == null) {
            return Optional.empty();
        }
        String lines = IntStream.range(0, shown.left().size()).mapToObj(i -> "%s %-58s %s".formatted(
                mark(shown.left().get(i), shown.right().get(i)), shown.left().get(i).text(), shown.right().get(i).text())
                .stripTrailing()).collect(Collectors.joining("\n", "", "\n"));
        return Optional.of(left.title(twoRuns()) + "  |  " + right.title(twoRuns()) + "\n" + lines);
    }

    private boolean twoRuns() {
        return left.session() != right.session();
    }

    private static String mark(CodeLine a, CodeLine b) {
        return a.styles().contains("line-removed") || b.styles().contains("line-added") ? "≠" : " ";
    }

    /** The figures: of lines side by side there is text. */
    @Override
    public Optional<Table> table() {
        return shown == null ? Optional.empty() : Optional.of(new Table(
                List.of("", left.title(twoRuns()), right.title(twoRuns())),
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
            left.list.show(found, current);
            right.list.show(found, current);
        }
    }
}
