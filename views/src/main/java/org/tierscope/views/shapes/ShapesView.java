package org.tierscope.views.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.Session;
import org.tierscope.session.text.Filter;
import org.tierscope.session.text.TextView;
import org.tierscope.session.text.Words;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Table;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.FindableItems;

/** The tree, a filter, and below it what there is to say about the selected shape. */
final class ShapesView implements View {
    private static final int MOST_USES = 12;
    /** Inline caches of a running program are looked at this often. */
    private static final long INTERVAL_NANOS = 500_000_000;

    /** What the tree depends on, as far as it needs to be up to date. */
    private record Seen(Session session, int shapes, long interval, boolean ended) {
    }

    private final ViewContext context;
    private final StackPane root = new StackPane();
    private final TreeTableView<ShapeNode> table = new TreeTableView<>();
    private final TextField search = new TextField();
    private final ToggleButton all = new ToggleButton("All shapes");
    private final Label details = new Label();
    private final BorderPane content = new BorderPane(table);
    private final EmptyState empty = new EmptyState("bi-diagram-3", "No shapes yet",
            "When the program makes objects, the shapes they go through appear here as a tree.");
    private List<ShapeNode> roots = List.of();
    private Moment moment;
    private Seen lastSeen;
    private boolean following;

    ShapesView(ViewContext context) {
        this.context = context;
        root.setId("shapes");
        table.setId("shapes-table");
        table.getStyleClass().addAll("view-table", "dense");
        table.setShowRoot(false);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Shape", "The property that was added; the tooltip has all", 190, this::label));
        table.getColumns().add(column("Id", "As in inline caches and guards", 46, node -> "#" + node.id()));
        table.getColumns().add(column("Made at", "The function and line that made the first such object", 130, this::origin));
        table.getColumns().add(column("Known to", "Inline caches that have seen it", 66,
                node -> node.uses().isEmpty() ? "" : String.valueOf(node.uses().size())));
        table.getColumns().add(column("State", "", 90, ShapesView::state));
        table.setRoot(new TreeItem<>());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, item) -> {
            if (item != null && item.getValue() != null) {
                details.setText(story(item.getValue()));
                if (!following) {
                    context.select(new Selection.Shape(item.getValue().id()));
                }
            }
        });
        search.setId("shapes-search");
        search.setPromptText("Filter by property or class");
        search.textProperty().addListener((property, before, now) -> showTree());
        HBox.setHgrow(search, Priority.ALWAYS);
        all.setId("shapes-all");
        all.setTooltip(new Tooltip("Also shapes that the program has not made or met itself"));
        all.setOnAction(event -> showTree());
        all.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(search, all);
        bar.getStyleClass().add("view-bar");
        details.setId("shapes-details");
        details.setWrapText(true);
        details.setMinHeight(Region.USE_PREF_SIZE);
        details.setMaxWidth(Double.MAX_VALUE);
        details.setStyle("-fx-padding: 6 10 8 10;");
        details.setText("Select a shape to read where it comes from and who knows it.");
        content.setTop(bar);
        content.setBottom(details);
        root.getChildren().addAll(content, empty);
    }

    private static TreeTableColumn<ShapeNode, String> column(String title, String tip, double width,
            Function<ShapeNode, String> text) {
        TreeTableColumn<ShapeNode, String> column = new TreeTableColumn<>();
        Label label = new Label(title);
        if (!tip.isEmpty()) {
            label.setTooltip(new Tooltip(tip));
        }
        column.setGraphic(label);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 60));
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue().getValue())));
        column.setCellFactory(c -> new TreeTableCell<>() {
            @Override
            protected void updateItem(String value, boolean isEmpty) {
                super.updateItem(value, isEmpty);
                setText(isEmpty ? null : value);
                ShapeNode node = isEmpty || getTableRow() == null ? null : getTableRow().getItem();
                setTooltip(node == null ? null : new Tooltip(node.title()));
            }
        });
        return column;
    }

    private String label(ShapeNode node) {
        return node.isRoot() ? node.title() : "+ " + node.state().shape().getKey();
    }

    private String origin(ShapeNode node) {
        int function = node.state().shape().getFunctionId();
        return function == 0 ? "" : place(new Selection.Bytecode(function, node.state().shape().getPc()));
    }

    /** {@code length2 :25}. */
    private String place(Selection.Bytecode bytecode) {
        return Words.function(moment, bytecode.functionId()) + line(bytecode);
    }

    private String line(Selection.Bytecode bytecode) {
        return moment.function(bytecode.functionId()).flatMap(function -> function.function().getInstructionsList().stream()
                .filter(i -> i.getPc() == bytecode.pc()).findFirst()
                .flatMap(i -> moment.source(function.function().getSourceId()).map(source -> {
                    int end = Math.min(i.getSourceStart(), source.getText().length());
                    return " :" + (source.getText().substring(0, end).chars().filter(c -> c == '\n').count() + 1);
                }))).orElse("");
    }

    private static String state(ShapeNode node) {
        String kind = node.state().shape().getDictionary() ? "dictionary" : "";
        return node.state().retired().map(why -> kind.isEmpty() ? why : kind + ", " + why).orElse(kind);
    }

    private String story(ShapeNode node) {
        StringBuilder text = new StringBuilder(node.title());
        if (!node.isRoot()) {
            text.append(": ").append(node.state().shape().getKey()).append(" is in slot ")
                    .append(node.state().shape().getSlot());
        }
        if (node.state().shape().getFunctionId() != 0) {
            text.append("; first made at ").append(origin(node));
        }
        text.append(". ");
        if (node.uses().isEmpty()) {
            text.append("No inline cache knows it.");
        } else {
            text.append("Known to ").append(node.uses().size() == 1 ? "one inline cache" : node.uses().size() + " inline caches")
                    .append(": ").append(node.uses().stream().limit(MOST_USES).map(this::place).distinct()
                            .collect(Collectors.joining(", ")))
                    .append(node.uses().size() > MOST_USES ? "…" : ".");
        }
        if (node.children().size() > 1) {
            text.append(" From here objects went ").append(node.children().size()).append(" ways: ")
                    .append(node.children().stream().limit(MOST_USES).map(child -> "+ " + child.state().shape().getKey())
                            .collect(Collectors.joining(", "))).append('.');
        }
        return text.toString();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh(Moment newMoment) {
        Seen seen = new Seen(newMoment.session(), newMoment.shapes().size(), newMoment.nanos() / INTERVAL_NANOS,
                newMoment.run().ended().isPresent());
        moment = newMoment;
        if (!seen.equals(lastSeen)) {
            lastSeen = seen;
            context.background(() -> ShapeNode.of(newMoment), this::accept);
        }
    }

    private void accept(List<ShapeNode> fresh) {
        if (!fresh.equals(roots)) {
            roots = fresh;
            showTree();
        }
        empty.setVisible(roots.isEmpty());
        content.setVisible(!roots.isEmpty());
        select(context.viewpoint().links());
    }

    private void showTree() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        following = true;
        table.getRoot().getChildren().setAll(items(roots, wanted));
        following = false;
    }

    private List<TreeItem<ShapeNode>> items(List<ShapeNode> nodes, String wanted) {
        List<TreeItem<ShapeNode>> items = new ArrayList<>();
        for (ShapeNode node : nodes) {
            if ((all.isSelected() || node.anyOfInterest()) && node.mentions(wanted)) {
                TreeItem<ShapeNode> item = new TreeItem<>(node);
                item.getChildren().setAll(items(node.children(), wanted));
                item.setExpanded(true);
                items.add(item);
            }
        }
        return items;
    }

    @Override
    public void select(Links links) {
        if (context.viewpoint().selection().orElse(null) instanceof Selection.Shape shape) {
            following = true;
            find(table.getRoot(), shape.shapeId()).ifPresent(item -> {
                if (table.getSelectionModel().getSelectedItem() != item) {
                    table.getSelectionModel().select(item);
                    table.scrollTo(table.getRow(item));
                }
            });
            following = false;
        }
    }

    private static Optional<TreeItem<ShapeNode>> find(TreeItem<ShapeNode> below, int shapeId) {
        for (TreeItem<ShapeNode> item : below.getChildren()) {
            if (item.getValue().id() == shapeId) {
                return Optional.of(item);
            }
            Optional<TreeItem<ShapeNode>> deeper = find(item, shapeId);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(FindableItems.of(table, node -> label(node) + "  #" + node.id()));
    }

    @Override
    public Optional<Table> table() {
        Moment now = moment;
        return now == null ? Optional.empty() : Optional.of(new Table(
                List.of("shape", "parent", "class", "key", "slot", "attributes", "state"),
                () -> now.shapes().stream().map(state -> List.of(String.valueOf(state.id()),
                        String.valueOf(state.shape().getParentShapeId()), state.shape().getClassName(),
                        state.shape().getKey(), String.valueOf(state.shape().getSlot()), state.shape().getAttributes(),
                        state.retired().orElse(""))).toList()));
    }

    @Override
    public Optional<String> text() {
        return moment == null ? Optional.empty() : Optional.of(TextView.SHAPES.render(moment, Filter.ALL));
    }
}
