package org.tierscope.views.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.tierscope.session.Moment;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.OpenView;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.FindableItems;
import org.tierscope.views.control.TextQuery;

/**
 * Results by view; choosing one shows its view with everything lit that was found there. The views are asked for their
 * lines one after the other, each in a turn of its own, and the lines are looked through in the background.
 */
final class SearchView implements View {
    private static final Duration TYPING = Duration.millis(150);

    private final ViewContext context;
    private final BorderPane pane = new BorderPane();
    private final TextField text = new TextField();
    private final ToggleButton matchCase = new ToggleButton("Aa");
    private final ToggleButton pattern = new ToggleButton(".*");
    private final Label note = new Label();
    private final ListView<SearchRow> list = new ListView<>();
    private final EmptyState empty = new EmptyState("bi-binoculars", "Search all views",
            "Type a name, an opcode, a register: every open view is searched, from the source to the machine code.");
    private final PauseTransition later = new PauseTransition(TYPING);
    private int request;

    SearchView(ViewContext context) {
        this.context = context;
        pane.setId("search");
        text.setId("search-text");
        text.setPromptText("Find in all views");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(80);
        text.textProperty().addListener((property, old, wanted) -> later.playFromStart());
        text.setOnAction(event -> search());
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
        later.setOnFinished(event -> search());
        tip(matchCase, "Capital letters count");
        tip(pattern, "A regular expression");
        note.setId("search-note");
        note.getStyleClass().add("view-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(text, matchCase, pattern, note);
        bar.getStyleClass().addAll("view-bar", "find-bar");
        list.setId("search-list");
        list.getStyleClass().add("dense");
        list.setCellFactory(view -> new SearchCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, old, row) -> {
            if (row instanceof SearchRow.Line line) {
                show(line);
            }
        });
        pane.setTop(bar);
        pane.setCenter(empty);
    }

    private void tip(ToggleButton button, String words) {
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> search());
    }

    private void search() {
        later.stop();
        int mine = ++request;
        Optional<TextQuery> query = TextQuery.of(text.getText(), matchCase.isSelected(), pattern.isSelected());
        pane.getTop().pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"), query.isEmpty());
        if (query.isEmpty() || text.getText().isBlank()) {
            note.setText(query.isEmpty() ? "not a pattern" : "");
            list.getItems().clear();
            pane.setCenter(empty);
            return;
        }
        Deque<OpenView> waiting = new ArrayDeque<>(context.openViews());
        waiting.removeIf(view -> view.provider() instanceof SearchProvider);
        collect(mine, query.get(), waiting, new ArrayList<>());
    }

    private void collect(int mine, TextQuery query, Deque<OpenView> waiting, List<SearchResult.Lines> collected) {
        if (mine != request) {
            return;
        }
        OpenView next = waiting.poll();
        if (next == null) {
            context.background(() -> collected.stream().flatMap(lines -> SearchResult.of(lines, query).stream()).toList(),
                    this::accept);
            return;
        }
        next.findable().map(Findable::lines).ifPresent(lines -> collected.add(new SearchResult.Lines(next, lines)));
        Platform.runLater(() -> collect(mine, query, waiting, collected));
    }

    private void accept(List<SearchResult> results) {
        int lines = results.stream().mapToInt(result -> result.all().size()).sum();
        note.setText(lines == 0 ? "none" : lines + (lines == 1 ? " line in " : " lines in ") + results.size()
                + (results.size() == 1 ? " view" : " views"));
        list.getItems().setAll(results.stream().flatMap(result -> SearchRow.of(result).stream()).toList());
        pane.setCenter(list);
    }

    private static void show(SearchRow.Line line) {
        line.result().view().reveal();
        line.result().view().findable()
                .ifPresent(findable -> findable.show(line.result().all(), line.hit().line()));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        // results stay as they were found
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(FindableItems.of(list, SearchRow::words));
    }

    @Override
    public Optional<String> text() {
        return Optional.of(list.getItems().stream().map(SearchRow::words).collect(Collectors.joining("\n", "", "\n")));
    }

    @Override
    public void dispose() {
        later.stop();
    }
}
