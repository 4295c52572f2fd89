package org.tierscope.views.functions;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.session.FunctionState;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.EventMark;
import org.tierscope.views.control.TierBadge;

/** The table's columns and cells. The narrow first layout has room for name, tier, heat and deopts only. */
final class FunctionTable extends TableView<FunctionRow> {

    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");

    /** From this width on all columns are shown. */
    private static final double ROOM_FOR_DETAILS = 480;

    private final List<TableColumn<FunctionRow, FunctionState>> details;
    private Set<Integer> linked = Set.of();
    private Set<String> sharedNames = Set.of();
    private long hottest = 1;

    FunctionTable() {
        setId("functions-table");
        getStyleClass().addAll("functions-table", "dense");
        getStylesheets().add(FunctionTable.class.getResource("functions.css").toExternalForm());
        setTableMenuButtonVisible(true);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(table -> new Row());
        TableColumn<FunctionRow, FunctionState> name = nameColumn();
        TableColumn<FunctionRow, FunctionState> heat = heatColumn();
        getColumns().add(name);
        getColumns().add(tierColumn());
        getColumns().add(heat);
        getColumns().add(deopts());
        details = List.of(countColumn("Calls", "Calls", 60, FunctionState::calls),
                countColumn("Loops", "Loop iterations", 60, FunctionState::loopIterations),
                countColumn("OSR", "On-stack replacements", 46, FunctionState::osrEntries),
                countColumn("Line", "Line of its first character", 46, function -> function.function().getLine()));
        details.forEach(column -> column.setVisible(false));
        getColumns().addAll(details);
        widthProperty().addListener((property, before, now) -> {
            if (before.doubleValue() < ROOM_FOR_DETAILS != now.doubleValue() < ROOM_FOR_DETAILS) {
                details.forEach(column -> column.setVisible(now.doubleValue() >= ROOM_FOR_DETAILS));
            }
        });
        heat.setSortType(TableColumn.SortType.DESCENDING);
        getSortOrder().add(heat);
    }

    void setLinked(Set<Integer> functions) {
        linked = functions;
        refreshRows();
    }

    /** Names that several functions have: their lines are shown too. */
    void setSharedNames(Set<String> names) {
        sharedNames = names;
    }

    void setHottest(long heat) {
        hottest = Math.max(1, heat);
    }

    private void refreshRows() {
        lookupAll(".table-row-cell").forEach(node -> {
            if (node instanceof Row row) {
                row.showLink();
            }
        });
    }

    private TableColumn<FunctionRow, FunctionState> nameColumn() {
        TableColumn<FunctionRow, FunctionState> column = column("Function", "Name and place", 120,
                Comparator.comparing(FunctionState::name, String.CASE_INSENSITIVE_ORDER));
        column.setCellFactory(c -> new StateCell(Pos.CENTER_LEFT) {
            @Override
            void show(FunctionState state) {
                setText(sharedNames.contains(state.name())
                        ? state.name() + " :" + state.function().getLine() : state.name());
                setGraphic(state.compiling() ? new FontIcon("bi-gear") : null);
                setTooltip(new Tooltip("%s, line %d%s".formatted(state.name(), state.function().getLine(),
                        state.compiling() ? ", is being compiled" : "")));
                setStyle(state.function().getInternal() ? "-fx-text-fill: -ts-text-muted;" : "");
            }
        });
        return column;
    }

    private TableColumn<FunctionRow, FunctionState> tierColumn() {
        TableColumn<FunctionRow, FunctionState> column = column("Tier", "Highest tier that has valid code", 50,
                Comparator.comparing(state -> state.tier().getNumber()));
        column.setCellFactory(c -> new StateCell(Pos.CENTER) {
            private TierBadge badge;

            @Override
            void show(FunctionState state) {
                if (badge == null) {
                    badge = new TierBadge(state.tier());
                }
                badge.setTier(state.tier());
                setGraphic(badge);
            }
        });
        return column;
    }

    private TableColumn<FunctionRow, FunctionState> heatColumn() {
        TableColumn<FunctionRow, FunctionState> column = column("Heat", "Calls and loop iterations", 64,
                Comparator.comparingLong(FunctionState::heat));
        column.setCellFactory(c -> new StateCell(Pos.CENTER_RIGHT) {
            private final Region bar = new Region();
            private final Label count = new Label();
            private final StackPane both = new StackPane(new HBox(bar), count);

            {
                bar.getStyleClass().add("heat-bar");
                bar.setOpacity(0.35);
                StackPane.setAlignment(count, Pos.CENTER_RIGHT);
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            }

            @Override
            void show(FunctionState state) {
                count.setText(Words.count(state.heat()));
                double share = Math.log1p(state.heat()) / Math.log1p(hottest);
                bar.setPrefWidth(share * (column.getWidth() - 18));
                bar.setMinWidth(bar.getPrefWidth());
                setGraphic(both);
            }
        });
        return column;
    }

    private static TableColumn<FunctionRow, FunctionState> deopts() {
        TableColumn<FunctionRow, FunctionState> column = countColumn("Deopts",
                "Deopts: how often compiled code of it was left", 44, FunctionState::deopts);
        ((Label) column.getGraphic()).setGraphic(EventMark.DEOPT.node(11));
        ((Label) column.getGraphic()).setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return column;
    }

    private static TableColumn<FunctionRow, FunctionState> countColumn(String title, String tip, double width,
            ToLongFunction<FunctionState> count) {
        TableColumn<FunctionRow, FunctionState> column =
                column(title, tip, width, Comparator.comparingLong(count));
        column.setCellFactory(c -> new StateCell(Pos.CENTER_RIGHT) {
            @Override
            void show(FunctionState state) {
                long value = count.applyAsLong(state);
                setText(value == 0 ? "" : Words.count(value));
            }
        });
        return column;
    }

    private static TableColumn<FunctionRow, FunctionState> column(String title, String tip, double width,
            Comparator<FunctionState> order) {
        TableColumn<FunctionRow, FunctionState> column = new TableColumn<>(title);
        column.setId("functions-" + title.toLowerCase());
        column.setCellValueFactory(cell -> cell.getValue().state());
        column.setComparator(order);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 46));
        Label label = new Label(title);
        label.setTooltip(new Tooltip(tip));
        column.setText(null);
        column.setGraphic(label);
        return column;
    }

    /** A cell that shows one aspect of a function. */
    private abstract static class StateCell extends TableCell<FunctionRow, FunctionState> {

        StateCell(Pos alignment) {
            setAlignment(alignment);
        }

        abstract void show(FunctionState state);

        @Override
        protected void updateItem(FunctionState state, boolean empty) {
            super.updateItem(state, empty);
            if (empty || state == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
            } else {
                show(state);
            }
        }
    }

    private final class Row extends TableRow<FunctionRow> {

        @Override
        protected void updateItem(FunctionRow row, boolean empty) {
            super.updateItem(row, empty);
            showLink();
        }

        void showLink() {
            pseudoClassStateChanged(LINKED, getItem() != null && linked.contains(getItem().id()));
        }
    }
}
