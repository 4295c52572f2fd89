package org.tierscope.views.inlining;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.FindableItems;
import org.tierscope.views.control.ViewBar;
import org.tierscope.views.control.ViewPane;

/** The tree of calls of the compilation in focus; a click selects the call. */
final class InliningView implements View {
    private final ViewContext context;
    private final ViewBar bar = new ViewBar();
    private final TreeView<CallNode> tree = new TreeView<>();
    private final EmptyState empty = new EmptyState("bi-arrows-collapse", "Nothing was compiled with calls in it",
            "When the optimizing compiler works on the selected function, its decisions about each call appear here.");
    private final ViewPane pane = new ViewPane("inlining", bar, tree, empty);
    private Optional<CallNode> shown = Optional.empty();
    private boolean following;

    InliningView(ViewContext context) {
        this.context = context;
        tree.setId("inlining-tree");
        tree.getStyleClass().add("dense");
        tree.setCellFactory(view -> new Cell());
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, item) -> {
            if (item != null && !following) {
                item.getValue().call().ifPresent(context::select);
            }
        });
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        Optional<CompilationState> compilation = Focus
                .of(moment, context.viewpoint().selection(), context.viewpoint().links()).compilation();
        Optional<CallNode> root = compilation.flatMap(c -> CallNode.of(moment, c));
        if (root.isEmpty()) {
            shown = root;
            pane.showEmpty();
            return;
        }
        CallNode calls = root.get();
        bar.show(Tier.OPTIMIZING, calls.callee(), "compilation %d: %s, %d nodes".formatted(compilation.orElseThrow().id(),
                calls.inlinedCalls() == 1 ? "1 call inlined" : calls.inlinedCalls() + " calls inlined",
                calls.allGraphNodes()));
        if (!root.equals(shown)) {
            shown = root;
            following = true;
            tree.setRoot(item(calls));
            following = false;
        }
        pane.showContent();
    }

    private static TreeItem<CallNode> item(CallNode call) {
        TreeItem<CallNode> item = new TreeItem<>(call);
        call.children().forEach(child -> item.getChildren().add(item(child)));
        item.setExpanded(true);
        return item;
    }

    @Override
    public void select(Links links) {
        following = true;
        find(tree.getRoot(), links).ifPresentOrElse(item -> {
            tree.getSelectionModel().select(item);
            tree.scrollTo(tree.getRow(item));
        }, () -> tree.getSelectionModel().clearSelection());
        following = false;
    }

    private static Optional<TreeItem<CallNode>> find(TreeItem<CallNode> below, Links links) {
        if (below == null) {
            return Optional.empty();
        }
        if (below.getValue().call().filter(links.bytecodes()::contains).isPresent()) {
            return Optional.of(below);
        }
        return below.getChildren().stream().flatMap(child -> find(child, links).stream()).findFirst();
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(FindableItems.of(tree, InliningView::words));
    }

    @Override
    public Optional<String> text() {
        StringBuilder text = new StringBuilder();
        shown.ifPresent(root -> add(root, 0, text));
        return Optional.of(text.toString());
    }

    private static void add(CallNode call, int depth, StringBuilder text) {
        text.append("  ".repeat(depth)).append(call.inlined() ? "" : "not ").append(words(call)).append('\n');
        call.children().forEach(child -> add(child, depth + 1, text));
    }

    private static String words(CallNode call) {
        return call.callee() + (call.line() > 0 ? ", called at line " + call.line() : "")
                + (call.why().isEmpty() ? "" : ": " + call.why());
    }

    private static final class Cell extends TreeCell<CallNode> {
        @Override
        protected void updateItem(CallNode call, boolean isEmpty) {
            super.updateItem(call, isEmpty);
            if (isEmpty || call == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            FontIcon icon = new FontIcon(call.inlined() ? "bi-check-circle" : "bi-x-circle");
            icon.setStyle(call.inlined() ? "-fx-icon-color: -ts-optimizing;" : "-fx-icon-color: -ts-text-muted;");
            icon.setAccessibleText(call.inlined() ? "inlined" : "not inlined");
            Label callee = new Label(call.callee() + (call.line() > 0 ? " :" + call.line() : ""), icon);
            callee.setMinWidth(Region.USE_PREF_SIZE);
            Label why = new Label(call.why());
            why.getStyleClass().add("view-note");
            why.setMinWidth(0);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label size = new Label(call.inlined() ? call.allGraphNodes() + " nodes" : "");
            size.getStyleClass().add("view-note");
            size.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(10, callee, why, space, size);
            row.setStyle("-fx-padding: 0 8 0 0;");
            row.setOpacity(call.inlined() ? 1 : 0.75);
            setPrefWidth(0);
            setGraphic(row);
            setTooltip(new Tooltip((call.inlined() ? "Inlined: " : "Not inlined: ") + words(call)));
        }
    }
}
