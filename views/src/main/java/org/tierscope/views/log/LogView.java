package org.tierscope.views.log;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.tierscope.record.proto.Log;
import org.tierscope.session.Moment;
import org.tierscope.session.Timed;
import org.tierscope.session.text.Words;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeList;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.EventMark;
import org.tierscope.views.control.ViewBar;
import org.tierscope.views.control.ViewPane;

/** Lines with their times; those that warn can be shown alone. */
final class LogView implements View {
    private static final int TIME_WIDTH = 16;

    private final ViewContext context;
    private final ToggleButton warnings = new ToggleButton("Warnings only");
    private final ViewBar bar = new ViewBar(warnings);
    private final CodeList list;
    private final ViewPane pane;
    private List<Timed<Log>> shown = List.of();
    private boolean shownWarnings;

    LogView(ViewContext context) {
        this.context = context;
        list = new CodeList(context::select);
        list.setId("log-list");
        warnings.setId("log-warnings");
        warnings.setTooltip(new Tooltip("Leave out what is only said for information"));
        warnings.setOnAction(event -> refresh(context.moment()));
        pane = new ViewPane("log", bar, list, new EmptyState("bi-journal-text", "Nothing logged",
                "What the engine has to say about itself appears here: limits it met, things it could not record."));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        List<Timed<Log>> log = moment.log();
        if (log.isEmpty()) {
            shown = List.of();
            list.setLines(List.of());
            pane.showEmpty();
            return;
        }
        if (log.size() != shown.size() || warnings.isSelected() != shownWarnings || !log.getFirst().equals(shown.getFirst())) {
            boolean atEnd = shown.size() < log.size();
            shown = log;
            shownWarnings = warnings.isSelected();
            list.setLines(log.stream().filter(entry -> !shownWarnings || entry.value().getLevel() != Log.Level.INFO)
                    .map(LogView::line).toList());
            if (atEnd) {
                list.scrollTo(list.getItems().size() - 1);
            }
        }
        bar.show("Log", log.size() == 1 ? "1 line" : log.size() + " lines");
        pane.showContent();
    }

    private static CodeLine line(Timed<Log> entry) {
        CodeLine.Builder line = CodeLine.of(entry).add(Words.time(entry.nanos()), "code-muted").column(TIME_WIDTH);
        switch (entry.value().getLevel()) {
            case ERROR -> line.mark(EventMark.ERROR).add(entry.value().getText(), "code-deopt");
            case WARNING -> line.add(entry.value().getText(), "code-osr");
            case INFO, UNRECOGNIZED -> line.add(entry.value().getText());
        }
        return line.build();
    }

    @Override
    public Optional<String> text() {
        return Optional.of(list.allText());
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(list);
    }
}
