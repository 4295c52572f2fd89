package org.tierscope.views.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.session.Moment;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.FindableItems;
import org.tierscope.views.control.ViewPane;

/** Files in groups; a double click or Enter opens one. */
final class ExplorerView implements View {

    /** What the list is made from. */
    private record Seen(Optional<Path> open, List<Path> recent) {
    }

    private final ViewContext context;
    private final TextField search = new TextField();
    private final TreeView<Entry> tree = new TreeView<>();
    private final ViewPane pane;
    private List<Entry> groups = List.of();
    private Seen seen;

    ExplorerView(ViewContext context) {
        this.context = context;
        search.setId("explorer-search");
        search.setPromptText("Filter by name or first words");
        search.textProperty().addListener((property, before, now) -> show());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox bar = new HBox(search);
        bar.getStyleClass().add("view-bar");
        tree.setId("explorer-tree");
        tree.getStyleClass().add("dense");
        tree.setShowRoot(false);
        tree.setRoot(new TreeItem<>());
        tree.setCellFactory(view -> new Cell());
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
                event.consume();
            }
        });
        EmptyState empty = new EmptyState("bi-folder", "No files yet",
                "Lessons, samples, files opened lately and those beside the open program appear here.");
        context.commands().find("file.open").ifPresent(empty::offer);
        pane = new ViewPane("explorer", bar, tree, empty);
    }

    private void openSelected() {
        Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).flatMap(item -> item.getValue().file())
                .ifPresent(context.program()::open);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        Seen now = new Seen(context.program().file(), context.program().recentFiles());
        if (!now.equals(seen)) {
            seen = now;
            List<Path> samples = context.program().sampleFolders();
            context.background(() -> Entry.all(samples, now.recent(), now.open()), fresh -> {
                groups = fresh;
                show();
            });
        }
    }

    private void show() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        tree.getRoot().getChildren().setAll(groups.stream().map(group -> {
            TreeItem<Entry> item = new TreeItem<>(group);
            item.getChildren().setAll(group.children().stream().filter(entry -> entry.mentions(wanted))
                    .map(TreeItem::new).toList());
            item.setExpanded(true);
            return item;
        }).filter(item -> !item.isLeaf()).toList());
        if (groups.isEmpty()) {
            pane.showEmpty();
        } else {
            pane.showContent();
        }
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(FindableItems.of(tree, entry -> entry.name() + "  " + entry.note()));
    }

    @Override
    public Optional<String> text() {
        StringBuilder text = new StringBuilder();
        for (Entry group : groups) {
            text.append(group.name()).append('\n');
            group.children().forEach(entry -> text.append("  %-28s %s".formatted(entry.name(), entry.note()).stripTrailing())
                    .append('\n'));
        }
        return Optional.of(text.toString());
    }

    private final class Cell extends TreeCell<Entry> {
        Cell() {
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2) {
                    openSelected();
                }
            });
        }

        @Override
        protected void updateItem(Entry entry, boolean isEmpty) {
            super.updateItem(entry, isEmpty);
            if (isEmpty || entry == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            boolean open = entry.file().isPresent() && entry.file().equals(context.program().file());
            FontIcon icon = new FontIcon(entry.file().isEmpty() ? "bi-folder"
                    : entry.isLesson() ? "bi-book" : entry.isRecording() ? "bi-record-circle" : "bi-file-earmark-code");
            Label name = new Label(entry.name(), icon);
            name.setMinWidth(0);
            name.setStyle(open ? "-fx-font-weight: bold;" : "");
            HBox row = new HBox(name);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            setPrefWidth(0);
            setGraphic(row);
            setTooltip(entry.note().isEmpty() ? null : new Tooltip(entry.note()));
        }
    }
}
