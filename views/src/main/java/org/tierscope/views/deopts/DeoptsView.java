package org.tierscope.views.deopts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.session.Cursor;
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

/** The table of sites on one side, the story of the selected one on the other. */
final class DeoptsView implements View {
    /** Below this width the story stands under the table. */
    private static final double ROOM_FOR_TWO = 620;

    private final ViewContext context;
    private final StackPane root = new StackPane();
    private final DeoptsTable table = new DeoptsTable();
    private final TextField search = new TextField();
    private final ChoiceBox<DeoptsTable.Grouping> grouping = new ChoiceBox<>();
    private final Label note = new Label();
    private final VBox story = new VBox(6);
    private final BorderPane content = new BorderPane();
    private final EmptyState empty = new EmptyState("bi-lightning", "No guess has failed",
            "When compiled code meets what it was not made for, the place and the causes are listed here.");
    private List<DeoptSite> sites = List.of();
    private Moment moment;
    private int shownTransitions;
    private boolean following;

    DeoptsView(ViewContext context) {
        this.context = context;
        root.setId("deopts");
        search.setId("deopts-search");
        search.setPromptText("Filter by function or reason");
        search.textProperty().addListener((property, before, now) -> showRows());
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMinWidth(60);
        grouping.setId("deopts-grouping");
        grouping.getItems().setAll(DeoptsTable.Grouping.values());
        grouping.setValue(DeoptsTable.Grouping.SITE);
        grouping.setTooltip(new Tooltip("How the places are grouped"));
        grouping.valueProperty().addListener((property, before, now) -> showRows());
        grouping.setMinWidth(Region.USE_PREF_SIZE);
        note.setId("deopts-note");
        note.getStyleClass().add("view-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(search, grouping, note);
        bar.getStyleClass().add("view-bar");
        story.setId("deopts-story");
        story.setStyle("-fx-padding: 8 12 8 12;");
        ScrollPane scroll = new ScrollPane(story);
        scroll.setFitToWidth(true);
        scroll.setStyle("-fx-background: -ts-canvas; -fx-background-color: -ts-canvas;");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        SplitPane split = new SplitPane(table, scroll);
        split.getStyleClass().add("view-split");
        split.setDividerPositions(0.64);
        content.setTop(bar);
        content.setCenter(split);
        content.widthProperty().addListener((property, before, now) -> split.setOrientation(
                now.doubleValue() >= ROOM_FOR_TWO ? Orientation.HORIZONTAL : Orientation.VERTICAL));
        root.getChildren().addAll(content, empty);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            Optional<DeoptSite> site = Optional.ofNullable(now).flatMap(item -> item.getValue().site());
            if (!following) {
                site.ifPresent(chosen -> context.select(new Selection.EventAt(chosen.eventIndex())));
            }
            site.ifPresentOrElse(this::tell, this::tellHow);
        });
        tellHow();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh(Moment newMoment) {
        int transitions = newMoment.transitions().size();
        boolean same = moment != null && moment.session() == newMoment.session() && transitions == shownTransitions;
        moment = newMoment;
        shownTransitions = transitions;
        if (!same) {
            Moment wanted = newMoment;
            context.background(() -> DeoptSite.of(wanted), this::accept);
        }
    }

    private void accept(List<DeoptSite> fresh) {
        sites = fresh;
        empty.setVisible(sites.isEmpty());
        content.setVisible(!sites.isEmpty());
        showRows();
        select(context.viewpoint().links());
    }

    private void showRows() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<DeoptSite> shown = sites.stream().filter(site -> wanted.isEmpty()
                || site.reason().toLowerCase(Locale.ROOT).contains(wanted)
                || Words.function(moment, site.first().getAtFunctionId()).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        Optional<DeoptSite> selected = Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .flatMap(item -> item.getValue().site());
        following = true;
        table.show(shown, moment, grouping.getValue());
        selected.ifPresent(table::reveal);
        following = false;
        long times = shown.stream().mapToLong(DeoptSite::count).sum();
        note.setText(shown.size() + (shown.size() == 1 ? " place, " : " places, ") + Words.count(times)
                + (times == 1 ? " time" : " times"));
    }

    @Override
    public void select(Links links) {
        Optional<Selection> selection = context.viewpoint().selection();
        if (moment != null && selection.orElse(null) instanceof Selection.EventAt event) {
            following = true;
            siteOf(event.index()).ifPresent(table::reveal);
            following = false;
        }
    }

    /** The site that an event belongs to: its own first event, or a later one at the same place. */
    private Optional<DeoptSite> siteOf(int eventIndex) {
        if (eventIndex < 0 || eventIndex >= context.session().events().size()
                || !context.session().event(eventIndex).hasDeoptimized()) {
            return Optional.empty();
        }
        var event = context.session().event(eventIndex).getDeoptimized();
        return sites.stream().filter(site -> site.first().getAtFunctionId() == event.getAtFunctionId()
                && site.first().getAtPc() == event.getAtPc() && site.reason().equals(event.getReason())).findFirst();
    }

    private void tell(DeoptSite site) {
        story.getChildren().clear();
        DeoptStory.of(moment, site).forEach(sentence -> {
            Label label = new Label(sentence);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            story.getChildren().add(label);
        });
        Button go = new Button("Go to this moment", new FontIcon("bi-clock"));
        go.setId("deopts-go");
        go.setOnAction(event -> {
            context.moveTo(Cursor.at(site.firstNanos()));
            context.select(new Selection.EventAt(site.eventIndex()));
        });
        story.getChildren().add(go);
    }

    private void tellHow() {
        Label how = new Label("Select a place to read what led to it.");
        how.getStyleClass().add("view-note");
        story.getChildren().setAll(how);
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(FindableItems.of(table, row -> row.place() + "  " + row.reason() + "  " + row.got()));
    }

    @Override
    public Optional<Table> table() {
        Moment now = moment;
        List<DeoptSite> all = sites;
        return Optional.of(new Table(List.of("place", "reason", "got", "times", "last (ms)", "then"),
                () -> all.stream().map(site -> DeoptsTable.row(site, now))
                        .map(row -> List.of(row.place(), row.reason(), row.got(), String.valueOf(row.count()),
                                String.valueOf(row.lastNanos() / 1e6), row.outcome())).toList()));
    }

    @Override
    public Optional<String> text() {
        StringBuilder text = new StringBuilder();
        for (DeoptSite site : sites) {
            text.append("%s ×%s at %s%n".formatted(site.reason(), Words.count(site.count()),
                    Words.position(moment, site.first().getPosition())));
            DeoptStory.of(moment, site).forEach(sentence -> text.append("  ").append(sentence).append('\n'));
        }
        return Optional.of(text.toString());
    }
}
