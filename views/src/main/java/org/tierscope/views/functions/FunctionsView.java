package org.tierscope.views.functions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.text.Words;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Table;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.FindableItems;

/** The functions of the program, hottest first until the person sorts otherwise; a filter by name. */
final class FunctionsView implements View {

    private final ViewContext context;
    private final BorderPane root = new BorderPane();
    private final FunctionTable table = new FunctionTable();
    private final TextField search = new TextField();
    private final ToggleButton internal = new ToggleButton("", new FontIcon("bi-tools"));
    private final ObservableList<FunctionRow> rows = FXCollections.observableArrayList();
    private final FilteredList<FunctionRow> filtered = new FilteredList<>(rows, this::isShown);
    private final SortedList<FunctionRow> sorted = new SortedList<>(filtered);
    private final Map<Integer, FunctionRow> byId = new HashMap<>();
    private Object session;
    private boolean followingLinks;

    FunctionsView(ViewContext context) {
        this.context = context;
        root.setId("functions");
        search.setId("functions-search");
        search.setPromptText("Filter by name");
        search.textProperty().addListener((property, before, now) -> applyFilter());
        internal.setId("functions-internal");
        internal.setTooltip(new Tooltip("Also show the engine's own functions (built-ins written in JavaScript)"));
        internal.setAccessibleText("Also show the engine's own functions");
        internal.setOnAction(event -> applyFilter());
        HBox bar = new HBox(search, internal);
        HBox.setHgrow(search, Priority.ALWAYS);
        bar.getStyleClass().add("view-bar");
        root.setTop(bar);
        root.setCenter(table);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(new EmptyState("bi-list-ul", "No functions", "They appear when a program is loaded."));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !followingLinks) {
                context.select(new Selection.Function(now.id()));
            }
        });
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh(Moment moment) {
        if (session != moment.session()) {
            session = moment.session();
            rows.clear();
            byId.clear();
        }
        List<FunctionState> states = moment.functions();
        table.setHottest(states.stream().filter(this::isOfInterest).mapToLong(FunctionState::heat).max().orElse(1));
        table.setSharedNames(sharedNames(states));
        for (FunctionState state : states) {
            FunctionRow row = byId.get(state.id());
            if (row == null) {
                row = new FunctionRow(state);
                byId.put(state.id(), row);
                rows.add(row);
            } else {
                row.update(state);
            }
        }
        removeUnknown(states);
        sortAgain();
    }

    private Set<String> sharedNames(List<FunctionState> states) {
        Set<String> seen = new HashSet<>();
        return states.stream().filter(this::isOfInterest).map(FunctionState::name).filter(name -> !seen.add(name))
                .collect(Collectors.toSet());
    }

    /** Rows of functions that are not loaded at a cursor back in time. */
    private void removeUnknown(List<FunctionState> states) {
        if (states.size() < rows.size()) {
            Set<Integer> known = states.stream().map(FunctionState::id).collect(Collectors.toSet());
            rows.removeIf(row -> !known.contains(row.id()));
            byId.keySet().retainAll(known);
        }
    }

    /** Counts have changed within the rows, which the sorted list cannot see. */
    private void sortAgain() {
        if (table.getComparator() != null && !isSorted()) {
            FunctionRow selected = table.getSelectionModel().getSelectedItem();
            followingLinks = true;
            table.sort();
            table.getSelectionModel().select(selected);
            followingLinks = false;
        }
    }

    private boolean isSorted() {
        for (int i = 1; i < sorted.size(); i++) {
            if (table.getComparator().compare(sorted.get(i - 1), sorted.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void select(Links links) {
        Set<Integer> linked = links.functions().stream().map(Selection.Function::functionId)
                .collect(Collectors.toSet());
        table.setLinked(linked);
        followingLinks = true;
        Optional<Selection> selection = context.viewpoint().selection();
        if (selection.orElse(null) instanceof Selection.Function function && byId.containsKey(function.functionId())) {
            FunctionRow row = byId.get(function.functionId());
            if (row != table.getSelectionModel().getSelectedItem()) {
                table.getSelectionModel().select(row);
                table.scrollTo(row);
            }
        } else {
            table.getSelectionModel().clearSelection();
        }
        followingLinks = false;
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(FindableItems.of(table, row -> row.get().name()));
    }

    @Override
    public Optional<String> text() {
        return Optional.of(sorted.stream().map(FunctionRow::get)
                .map(f -> "%-30s %-12s calls %8s  loops %8s  osr %6s  deopts %6s".formatted(f.name(),
                        Words.tier(f.tier()), Words.count(f.calls()), Words.count(f.loopIterations()),
                        Words.count(f.osrEntries()), Words.count(f.deopts())))
                .collect(Collectors.joining("\n", "", "\n")));
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(new Table(List.of("function", "line", "tier", "calls", "loop iterations", "OSR entries",
                "deopts"), () -> sorted.stream().map(FunctionRow::get).map(FunctionsView::cells).toList()));
    }

    private static List<String> cells(FunctionState f) {
        return List.of(f.name(), String.valueOf(f.function().getLine()), Words.tier(f.tier()),
                String.valueOf(f.calls()), String.valueOf(f.loopIterations()), String.valueOf(f.osrEntries()),
                String.valueOf(f.deopts()));
    }

    private void applyFilter() {
        filtered.setPredicate(null);
        filtered.setPredicate(this::isShown);
    }

    private boolean isShown(FunctionRow row) {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        return isOfInterest(row.get()) && row.get().name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private boolean isOfInterest(FunctionState state) {
        return internal.isSelected() || !state.function().getInternal();
    }
}
