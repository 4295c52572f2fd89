package org.tierscope.views.feedback;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.tierscope.record.proto.CacheState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Session;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.TextTableView;

/** The sites of the function in focus, or of all functions; below, what the selected one has seen in full. */
final class FeedbackView extends TextTableView<Site> {
    /** Feedback of a running program is read this often. */
    private static final long INTERVAL_NANOS = 300_000_000;

    private record Seen(Session session, int function, boolean all, long interval, boolean ended) {
    }

    private final ViewContext context;
    private final ToggleButton all;
    private final Label details = new Label();
    private Seen seen;

    FeedbackView(ViewContext context) {
        this(context, new ToggleButton("All functions"));
    }

    private FeedbackView(ViewContext context, ToggleButton all) {
        super("feedback-table", all);
        this.context = context;
        this.all = all;
        all.setId("feedback-all");
        all.setTooltip(new Tooltip("The sites of all functions, to find the worst inline caches"));
        all.setOnAction(event -> refresh(context.moment()));
        table.column("Function", "Where the site is", 90, Site::function);
        table.number("Line", "Of the source", 44, Site::line, site -> String.valueOf(site.line()));
        table.column("Code", "What is written there", 150, Site::code);
        table.column("Kind", "What kind of operation remembers", 104, Site::kind);
        table.column("State", "How many kinds of things the inline cache has met: one (mono), a few (poly), many (mega)",
                70, Site::stateText, Site::stateStyle);
        table.column("Seen", "What it has seen", 300, Site::seen);
        table.onChosen(site -> {
            showDetails(site);
            context.select(site.place());
        });
        details.setId("feedback-details");
        details.setWrapText(true);
        details.setMinHeight(Region.USE_PREF_SIZE);
        details.setMaxWidth(Double.MAX_VALUE);
        details.setStyle("-fx-padding: 6 10 8 10;");
        BorderPane content = new BorderPane(table);
        content.setBottom(details);
        stand("feedback", content, new EmptyState("bi-eye", "No feedback yet",
                "When the selected function has run, each operation's types, shapes and targets appear here."));
        showDetails(null);
    }

    private void showDetails(Site site) {
        if (site == null) {
            details.setText("Select a site to read what it has seen.");
            return;
        }
        List<String> lines = site.details(context.moment());
        details.setText(site.code() + ": " + site.seen()
                + (lines.isEmpty() ? "" : lines.stream().collect(Collectors.joining("\n• ", "\n• ", ""))));
    }

    @Override
    public void refresh(Moment moment) {
        Optional<FunctionState> function = Focus
                .of(moment, context.viewpoint().selection(), context.viewpoint().links()).function();
        if (function.isEmpty()) {
            seen = null;
            showContent(false);
            return;
        }
        Seen now = new Seen(moment.session(), all.isSelected() ? 0 : function.get().id(), all.isSelected(),
                moment.nanos() / INTERVAL_NANOS, moment.run().ended().isPresent());
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        List<FunctionState> functions = all.isSelected()
                ? moment.functions().stream().filter(f -> !f.function().getInternal()).toList() : List.of(function.get());
        context.background(() -> functions.stream().flatMap(f -> Site.of(moment, f).stream()).toList(), sites -> {
            table.getColumns().getFirst().setVisible(all.isSelected());
            if (all.isSelected()) {
                bar.show("All functions", note(sites));
            } else {
                bar.show(function.get().tier(), function.get().name(), note(sites));
            }
            table.setRows(sites);
            showContent(!sites.isEmpty());
            select(context.viewpoint().links());
        });
    }

    private static String note(List<Site> sites) {
        long megamorphic = sites.stream().filter(site -> site.state().filter(CacheState.MEGAMORPHIC::equals).isPresent())
                .count();
        long polymorphic = sites.stream().filter(site -> site.state().filter(CacheState.POLYMORPHIC::equals).isPresent())
                .count();
        return sites.size() + (sites.size() == 1 ? " site" : " sites") + ", " + polymorphic + " polymorphic, "
                + megamorphic + " megamorphic";
    }

    @Override
    public void select(Links links) {
        Optional<Site> site = table.getItems().stream().filter(s -> links.bytecodes().contains(s.place())).findFirst();
        Site selected = table.getSelectionModel().getSelectedItem();
        if (selected == null || !links.bytecodes().contains(selected.place())) {
            table.follow(site.orElse(null));
            showDetails(site.orElse(null));
        }
    }
}
