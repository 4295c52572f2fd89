package org.tierscope.views.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.record.proto.SyntaxNode;
import org.tierscope.record.proto.SyntaxTree;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.FindableItems;
import org.tierscope.views.control.ViewBar;
import org.tierscope.views.control.ViewPane;

/** The tree of the source that the function in focus stands in. A click selects the text of a node; a selected text its node. */
final class SyntaxView implements View {
    /** Of a larger tree only this many levels are open at first. */
    private static final int MANY = 3000;
    private static final int OPEN_LEVELS = 6;

    /** A tree that has been built, and its nodes in preorder. */
    private record Built(int sourceId, TreeItem<SyntaxNode> root, List<TreeItem<SyntaxNode>> items) {
    }

    private final ViewContext context;
    private final ViewBar bar = new ViewBar();
    private final TreeView<SyntaxNode> tree = new TreeView<>();
    private final ViewPane pane = new ViewPane("syntax", bar, tree, new EmptyState("bi-diagram-3-fill", "No syntax tree",
            "What the parser makes of the program appears here; of a text with more than a million characters nothing is kept."));
    private SyntaxTree shown = SyntaxTree.getDefaultInstance();
    private Built built;
    private boolean following;

    SyntaxView(ViewContext context) {
        this.context = context;
        tree.setId("syntax-tree");
        tree.getStyleClass().add("dense");
        tree.setCellFactory(view -> new Cell());
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, item) -> {
            if (item != null && !following && built != null) {
                context.select(new Selection.SourceRange(built.sourceId(), item.getValue().getStart(),
                        item.getValue().getEnd()));
            }
        });
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        Optional<SourceLoaded> source = source(moment);
        Optional<SyntaxTree> wanted = source.flatMap(s -> moment.syntaxTree(s.getSourceId()))
                .filter(found -> found.getNodesCount() > 0);
        if (wanted.isEmpty()) {
            shown = SyntaxTree.getDefaultInstance();
            built = null;
            pane.showEmpty();
            return;
        }
        if (!wanted.get().equals(shown)) {
            shown = wanted.get();
            SyntaxTree building = shown;
            context.background(() -> build(building), fresh -> {
                if (building == shown) {
                    show(fresh, source.get());
                }
            });
        }
    }

    private Optional<SourceLoaded> source(Moment moment) {
        int wanted = Focus.of(moment, context.viewpoint().selection(), context.viewpoint().links()).function()
                .map(FunctionState::function).map(function -> function.getSourceId()).orElse(0);
        List<SourceLoaded> sources = moment.sources().stream().filter(source -> !source.getInternal()).toList();
        return sources.stream().filter(source -> source.getSourceId() == wanted).findFirst()
                .or(() -> sources.stream().findFirst());
    }

    private static Built build(SyntaxTree tree) {
        Deque<TreeItem<SyntaxNode>> path = new ArrayDeque<>();
        List<TreeItem<SyntaxNode>> items = new ArrayList<>();
        for (SyntaxNode node : tree.getNodesList()) {
            TreeItem<SyntaxNode> item = new TreeItem<>(node);
            item.setExpanded(tree.getNodesCount() < MANY || node.getDepth() < OPEN_LEVELS);
            while (!path.isEmpty() && path.peek().getValue().getDepth() >= node.getDepth()) {
                path.pop();
            }
            if (!path.isEmpty()) {
                path.peek().getChildren().add(item);
            }
            path.push(item);
            items.add(item);
        }
        return new Built(tree.getSourceId(), items.getFirst(), items);
    }

    private void show(Built fresh, SourceLoaded source) {
        built = fresh;
        following = true;
        tree.setRoot(fresh.root());
        following = false;
        String path = source.getPath();
        bar.show(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
                fresh.items().size() + " nodes");
        pane.showContent();
        select(context.viewpoint().links());
    }

    /** Selects the smallest node around the selected text. */
    @Override
    public void select(Links links) {
        if (built == null) {
            return;
        }
        Optional<Selection.SourceRange> range = context.viewpoint().selection()
                .filter(selection -> selection instanceof Selection.SourceRange)
                .map(selection -> (Selection.SourceRange) selection)
                .or(() -> links.sourcesIn(built.sourceId()).stream().findFirst())
                .filter(found -> found.sourceId() == built.sourceId());
        TreeItem<SyntaxNode> selected = tree.getSelectionModel().getSelectedItem();
        if (range.isEmpty() || selected != null && isAt(selected.getValue(), range.get())) {
            return;
        }
        following = true;
        smallestAround(range.get()).ifPresent(item -> {
            for (TreeItem<SyntaxNode> above = item.getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
            tree.getSelectionModel().select(item);
            tree.scrollTo(Math.max(0, tree.getRow(item) - 3));
        });
        following = false;
    }

    private static boolean isAt(SyntaxNode node, Selection.SourceRange range) {
        return node.getStart() == range.start() && node.getEnd() == range.end();
    }

    private Optional<TreeItem<SyntaxNode>> smallestAround(Selection.SourceRange range) {
        TreeItem<SyntaxNode> best = null;
        for (TreeItem<SyntaxNode> item : built.items()) {
            SyntaxNode node = item.getValue();
            if (node.getStart() <= range.start() && range.end() <= node.getEnd()
                    && (best == null || length(node) <= length(best.getValue()))) {
                best = item;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int length(SyntaxNode node) {
        return node.getEnd() - node.getStart();
    }

    private static String words(SyntaxNode node) {
        return node.getLabel().isEmpty() ? node.getKind() : node.getKind() + " " + node.getLabel();
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(FindableItems.of(tree, SyntaxView::words));
    }

    @Override
    public Optional<String> text() {
        StringBuilder text = new StringBuilder();
        shown.getNodesList().forEach(node -> text.append("  ".repeat(node.getDepth())).append(words(node)).append('\n'));
        return Optional.of(text.toString());
    }

    private static final class Cell extends TreeCell<SyntaxNode> {
        private final Text kind = new Text();
        private final Text label = new Text();
        private final HBox row = new HBox(8, kind, label);

        Cell() {
            kind.getStyleClass().add("code-type");
            label.getStyleClass().add("code-text");
            row.getStyleClass().add("code-font");
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(SyntaxNode node, boolean isEmpty) {
            super.updateItem(node, isEmpty);
            if (isEmpty || node == null) {
                setGraphic(null);
                return;
            }
            kind.setText(node.getKind().replaceFirst("Node$", ""));
            label.setText(node.getLabel());
            setGraphic(row);
        }
    }
}
