package org.tierscope.views.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.FindableItems;
import org.tierscope.views.control.TierBadge;
import org.tierscope.views.control.ViewBar;
import org.tierscope.views.control.ViewPane;

/** A tree of the program's functions in the order of the source; a click selects one. */
final class OutlineView implements View {
    private final ViewContext context;
    private final ViewBar bar = new ViewBar();
    private final TreeView<FunctionState> tree = new TreeView<>();
    private final ViewPane pane = new ViewPane("outline", bar, tree, new EmptyState("bi-list-nested",
            "No functions yet", "The functions of the program appear here as they stand in one another."));
    private final Map<Integer, TreeItem<FunctionState>> items = new HashMap<>();
    private Object session;
    private boolean following;

    OutlineView(ViewContext context) {
        this.context = context;
        tree.setId("outline-tree");
        tree.getStyleClass().add("dense");
        tree.setShowRoot(false);
        tree.setRoot(new TreeItem<>());
        tree.setCellFactory(view -> new Cell());
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, item) -> {
            if (item != null && item.getValue() != null && !following) {
                context.select(new Selection.Function(item.getValue().id()));
            }
        });
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        List<FunctionState> functions = moment.functions().stream()
                .filter(function -> !function.function().getInternal()).toList();
        if (functions.isEmpty()) {
            clear();
            pane.showEmpty();
            return;
        }
        following = true;
        if (session != moment.session() || functions.size() != items.size()) {
            session = moment.session();
            build(functions);
        } else {
            functions.forEach(this::update);
        }
        following = false;
        bar.show("Functions", String.valueOf(functions.size()));
        pane.showContent();
    }

    private void clear() {
        items.clear();
        tree.getRoot().getChildren().clear();
        session = null;
    }

    private void build(List<FunctionState> functions) {
        clear();
        functions.forEach(function -> items.put(function.id(), new TreeItem<>(function)));
        List<TreeItem<FunctionState>> roots = new ArrayList<>();
        for (FunctionState function : functions) {
            TreeItem<FunctionState> parent = items.get(function.function().getParentFunctionId());
            TreeItem<FunctionState> item = items.get(function.id());
            item.setExpanded(true);
            (parent == null ? roots : parent.getChildren()).add(item);
        }
        items.values().forEach(item -> item.getChildren().sort((a, b) -> Integer.compare(
                a.getValue().function().getStart(), b.getValue().function().getStart())));
        tree.getRoot().getChildren().setAll(roots);
    }

    /** Only the tier is shown: counts change all the time. */
    private void update(FunctionState function) {
        TreeItem<FunctionState> item = items.get(function.id());
        if (item != null && item.getValue().tier() != function.tier()) {
            item.setValue(function);
        }
    }

    @Override
    public void select(Links links) {
        following = true;
        Optional<TreeItem<FunctionState>> item = links.functions().stream().map(Selection.Function::functionId)
                .sorted().flatMap(id -> Optional.ofNullable(items.get(id)).stream()).findFirst();
        if (item.isEmpty()) {
            tree.getSelectionModel().clearSelection();
        } else if (tree.getSelectionModel().getSelectedItem() != item.get()) {
            tree.getSelectionModel().select(item.get());
            tree.scrollTo(Math.max(0, tree.getRow(item.get()) - 2));
        }
        following = false;
    }

    private static String words(FunctionState function) {
        return function.name() + "  :" + function.function().getLine();
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(FindableItems.of(tree, OutlineView::words));
    }

    @Override
    public Optional<String> text() {
        StringBuilder text = new StringBuilder();
        tree.getRoot().getChildren().forEach(item -> add(item, 0, text));
        return Optional.of(text.toString());
    }

    private static void add(TreeItem<FunctionState> item, int depth, StringBuilder text) {
        text.append("  ".repeat(depth)).append(words(item.getValue())).append('\n');
        item.getChildren().forEach(child -> add(child, depth + 1, text));
    }

    private static final class Cell extends TreeCell<FunctionState> {
        @Override
        protected void updateItem(FunctionState function, boolean isEmpty) {
            super.updateItem(function, isEmpty);
            if (isEmpty || function == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Label name = new Label(function.name());
            name.setMinWidth(0);
            Label line = new Label(":" + function.function().getLine());
            line.getStyleClass().add("view-note");
            line.setMinWidth(Region.USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            TierBadge badge = new TierBadge(function.tier());
            badge.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(6, name, line, space, badge);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPadding(new Insets(0, 6, 0, 0));
            row.setMinWidth(0);
            setPrefWidth(0);
            setGraphic(row);
            setTooltip(new Tooltip(function.function().getKind() + " " + words(function) + ", "
                    + function.function().getParameterCount() + " parameters"));
        }
    }
}
