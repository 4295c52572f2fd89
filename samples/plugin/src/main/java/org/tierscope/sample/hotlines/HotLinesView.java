package org.tierscope.sample.hotlines;

import org.tierscope.session.Moment;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.Counts;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.TextTableView;

/** A table in a pane with a bar: search, copies and exports come with it. */
final class HotLinesView extends TextTableView<HotLine> {
    /** A running program is looked at this often. */
    private static final long INTERVAL_NANOS = 300_000_000;

    private final ViewContext context;
    private Moment shown;

    HotLinesView(ViewContext context) {
        super("hot-lines-table");
        this.context = context;
        table.number("Ran", "How often", 70, HotLine::count, line -> Counts.brief(line.count()));
        table.number("Line", "Of the source", 50, HotLine::number, line -> String.valueOf(line.number()));
        table.column("Function", "Where the line is", 120, HotLine::function);
        table.column("Source", "The line", 400, HotLine::text);
        table.onChosen(line -> context.select(line.where()));
        stand("hot-lines", table, new EmptyState("bi-thermometer", "Nothing has run yet",
                "The lines that ran most often appear here while the program runs."));
    }

    @Override
    public void refresh(Moment moment) {
        boolean soon = shown != null && shown.session() == moment.session() && moment.run().ended().isEmpty()
                && Math.abs(moment.nanos() - shown.nanos()) < INTERVAL_NANOS;
        if (soon) {
            return;
        }
        shown = moment;
        context.background(() -> HotLine.of(moment), lines -> {
            table.setRows(lines);
            bar.show("Hot lines", lines.size() == 1 ? "1 line" : lines.size() + " lines");
            showContent(!lines.isEmpty());
        });
    }
}
