package org.tierscope.views.deopts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.tierscope.session.Moment;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.EventMark;

/** Sites in groups or without; groups are open until the person closes them. */
final class DeoptsTable extends TreeTableView<DeoptsTable.Row> {

    /** How rows are put together. */
    enum Grouping {
        SITE("by place"),
        FUNCTION("by function"),
        REASON("by reason");

        private final String words;

        Grouping(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A site, or a group of sites.
     *
     * @param place name of the function with line and column, or of the group
     * @param site empty for a group
     */
    record Row(String place, String reason, String got, long count, long lastNanos, String outcome,
            Optional<DeoptSite> site) {
    }

    private final Map<String, Boolean> closedGroups = new LinkedHashMap<>();

    DeoptsTable() {
        setId("deopts-table");
        getStyleClass().addAll("view-table", "dense");
        setShowRoot(false);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setTableMenuButtonVisible(true);
        getColumns().add(column("Place", "Function, line and column", 110, Row::place, Pos.CENTER_LEFT,
                Comparator.naturalOrder(), place -> place));
        getColumns().add(column("Reason", "What the guard that failed is for", 112, Row::reason, Pos.CENTER_LEFT,
                Comparator.naturalOrder(), reason -> reason));
        getColumns().add(column("Got", "The value that did not fit, the first time", 100, Row::got, Pos.CENTER_LEFT,
                Comparator.naturalOrder(), got -> got));
        TreeTableColumn<Row, Long> count = column("Times", "How often the code was left here", 50, Row::count,
                Pos.CENTER_RIGHT, Comparator.<Long>naturalOrder(), Words::count);
        getColumns().add(count);
        getColumns().add(column("Last", "The last time", 84, Row::lastNanos, Pos.CENTER_RIGHT,
                Comparator.<Long>naturalOrder(), Words::time));
        getColumns().add(column("Then", "What became of the code", 100, Row::outcome, Pos.CENTER_LEFT,
                Comparator.naturalOrder(), outcome -> outcome));
        setRoot(new TreeItem<>());
    }

    private static <T> TreeTableColumn<Row, T> column(String title, String tip, double width, Function<Row, T> value,
            Pos alignment, Comparator<T> order, Function<T, String> text) {
        TreeTableColumn<Row, T> column = new TreeTableColumn<>();
        Label label = new Label(title);
        label.setTooltip(new Tooltip(tip));
        column.setGraphic(label);
        column.setId("deopts-" + title.toLowerCase());
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 84));
        column.setComparator(order);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue().getValue())));
        column.setCellFactory(c -> new TextCell<>(alignment, text, title.equals("Reason")));
        return column;
    }

    /** Shows these sites; what is selected and which groups are closed stays. */
    void show(List<DeoptSite> sites, Moment moment, Grouping grouping) {
        remember();
        List<TreeItem<Row>> items = new ArrayList<>();
        if (grouping == Grouping.SITE) {
            sites.forEach(site -> items.add(new TreeItem<>(row(site, moment))));
        } else {
            Map<String, List<DeoptSite>> groups = new LinkedHashMap<>();
            for (DeoptSite site : sites) {
                String group = grouping == Grouping.REASON ? site.reason()
                        : Words.function(moment, site.first().getAtFunctionId());
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(site);
            }
            groups.forEach((name, members) -> items.add(group(name, members, moment)));
        }
        getRoot().getChildren().setAll(items);
        sort();
    }

    private void remember() {
        getRoot().getChildren().stream().filter(item -> !item.isLeaf())
                .forEach(item -> closedGroups.put(item.getValue().place(), !item.isExpanded()));
    }

    private TreeItem<Row> group(String name, List<DeoptSite> members, Moment moment) {
        Row sum = new Row(name, "", members.size() == 1 ? "" : members.size() + " places",
                members.stream().mapToLong(DeoptSite::count).sum(),
                members.stream().mapToLong(DeoptSite::lastNanos).max().orElse(0), "", Optional.empty());
        TreeItem<Row> item = new TreeItem<>(sum);
        members.forEach(site -> item.getChildren().add(new TreeItem<>(row(site, moment))));
        item.setExpanded(!closedGroups.getOrDefault(name, false));
        return item;
    }

    static Row row(DeoptSite site, Moment moment) {
        var position = site.first().getPosition();
        String place = Words.function(moment, site.first().getAtFunctionId())
                + (position.getLine() > 0 ? " :" + position.getLine() + ":" + position.getColumn() : "");
        String state = site.inUse() ? "code stays" : "thrown away";
        String outcome = site.trouble() == DeoptSite.Trouble.NONE ? state : site.trouble().word() + ", " + state;
        return new Row(place, site.reason(), site.got(), site.count(), site.lastNanos(), outcome, Optional.of(site));
    }

    /** Selects the row of a site, if it is shown. */
    void reveal(DeoptSite site) {
        find(getRoot(), site).ifPresent(item -> {
            if (getSelectionModel().getSelectedItem() != item) {
                getSelectionModel().select(item);
                scrollTo(getRow(item));
            }
        });
    }

    private static Optional<TreeItem<Row>> find(TreeItem<Row> below, DeoptSite site) {
        for (TreeItem<Row> item : below.getChildren()) {
            if (item.getValue().site().filter(s -> s.eventIndex() == site.eventIndex()).isPresent()) {
                return Optional.of(item);
            }
            Optional<TreeItem<Row>> deeper = find(item, site);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private static final class TextCell<T> extends TreeTableCell<Row, T> {
        private final Function<T, String> text;
        private final boolean withMark;

        TextCell(Pos alignment, Function<T, String> text, boolean withMark) {
            this.text = text;
            this.withMark = withMark;
            setAlignment(alignment);
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            String words = empty || value == null ? "" : text.apply(value);
            setText(words.isEmpty() ? null : words);
            setTooltip(words.isEmpty() ? null : new Tooltip(words));
            setGraphic(withMark && !words.isEmpty() ? EventMark.DEOPT.node(11) : null);
        }
    }
}
