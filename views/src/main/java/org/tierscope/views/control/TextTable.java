package org.tierscope.views.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Table;

/** A table whose cells are text; can be sorted, searched and exported. What does not fit is in the tooltip of a cell. */
public final class TextTable<T> extends TableView<T> {

    private record Column<T>(String title, Function<T, String> text) {
    }

    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final List<Column<T>> columns = new ArrayList<>();
    private boolean filling;

    public TextTable(String id) {
        setId(id);
        getStyleClass().addAll("view-table", "dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        SortedList<T> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    /** Adds a column of text. */
    public TextTable<T> column(String title, String tip, double width, Function<T, String> text) {
        return add(title, tip, width, Pos.CENTER_LEFT, text, row -> "", Comparator.comparing(text));
    }

    /** @param style a style class for each row: {@code cell-good}, {@code cell-fair}, {@code cell-bad}, {@code cell-muted} */
    public TextTable<T> column(String title, String tip, double width, Function<T, String> text,
            Function<T, String> style) {
        return add(title, tip, width, Pos.CENTER_LEFT, text, style, Comparator.comparing(text));
    }

    /** Adds a column of numbers, which are sorted as numbers. */
    public TextTable<T> number(String title, String tip, double width, Function<T, ? extends Number> number,
            Function<T, String> text) {
        return add(title, tip, width, Pos.CENTER_RIGHT, text, row -> "",
                Comparator.comparingDouble(row -> number.apply(row).doubleValue()));
    }

    private TextTable<T> add(String title, String tip, double width, Pos alignment, Function<T, String> text,
            Function<T, String> style, Comparator<T> order) {
        TableColumn<T, T> column = new TableColumn<>();
        Label label = new Label(title);
        label.setTooltip(new Tooltip(tip));
        column.setGraphic(label);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 44));
        column.setComparator(order);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new Cell<>(alignment, text, style));
        getColumns().add(column);
        columns.add(new Column<>(title, text));
        return this;
    }

    /** Calls {@code action} with a row that the person has chosen. */
    public void onChosen(java.util.function.Consumer<T> action) {
        getSelectionModel().selectedItemProperty().addListener((property, before, row) -> {
            if (row != null && !filling) {
                action.accept(row);
            }
        });
    }

    /** Shows other rows; one that is equal to the selected one is selected again. */
    public void setRows(List<T> newRows) {
        if (newRows.equals(rows)) {
            return;
        }
        quietly(() -> {
            T selected = getSelectionModel().getSelectedItem();
            rows.setAll(newRows);
            if (selected != null && newRows.contains(selected)) {
                getSelectionModel().select(selected);
            } else {
                getSelectionModel().clearSelection();
            }
        });
    }

    /** Selects a row without calling anybody; null for none. */
    public void follow(T row) {
        quietly(() -> {
            if (row == null) {
                getSelectionModel().clearSelection();
            } else if (!row.equals(getSelectionModel().getSelectedItem())) {
                getSelectionModel().select(row);
                scrollTo(row);
            }
        });
    }

    private void quietly(Runnable change) {
        filling = true;
        try {
            change.run();
        } finally {
            filling = false;
        }
    }

    public Findable findable() {
        return FindableItems.of(this, this::line);
    }

    public Table table() {
        return new Table(columns.stream().map(Column::title).toList(),
                () -> getItems().stream().map(this::cells).toList());
    }

    private List<String> cells(T row) {
        return columns.stream().map(column -> column.text().apply(row)).toList();
    }

    private String line(T row) {
        return String.join("  ", cells(row)).strip();
    }

    /** A line for each row. */
    public String text() {
        return getItems().stream().map(this::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static final class Cell<T> extends TableCell<T, T> {
        private final Function<T, String> text;
        private final Function<T, String> style;
        private String shownStyle = "";

        Cell(Pos alignment, Function<T, String> text, Function<T, String> style) {
            this.text = text;
            this.style = style;
            setAlignment(alignment);
        }

        @Override
        protected void updateItem(T row, boolean empty) {
            super.updateItem(row, empty);
            String words = empty || row == null ? "" : text.apply(row);
            String wanted = empty || row == null ? "" : style.apply(row);
            if (!wanted.equals(shownStyle)) {
                getStyleClass().remove(shownStyle);
                if (!wanted.isEmpty()) {
                    getStyleClass().add(wanted);
                }
                shownStyle = wanted;
            }
            setText(words.isEmpty() ? null : words);
            setTooltip(words.isEmpty() ? null : new Tooltip(words));
        }
    }
}
