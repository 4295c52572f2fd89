package org.tierscope.views.callstack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tierscope.record.proto.StateSnapshot;
import org.tierscope.session.Moment;
import org.tierscope.session.RunState;
import org.tierscope.session.text.Words;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.FindableItems;
import org.tierscope.views.control.TierBadge;
import org.tierscope.views.control.ViewBar;
import org.tierscope.views.control.ViewPane;

/** The frames, innermost first; a click goes to where a frame stands. */
final class CallStackView implements View {
    private final ViewContext context;
    private final ViewBar bar = new ViewBar();
    private final ListView<StackLine> list = new ListView<>();
    private final EmptyState empty = new EmptyState("bi-layers", "The program has not been paused",
            "Pause it (F6), and the functions that are being called at that moment are listed here.");
    private final ViewPane pane = new ViewPane("call-stack", bar, list, empty);
    private StateSnapshot shown;

    CallStackView(ViewContext context) {
        this.context = context;
        list.setId("call-stack-list");
        list.getStyleClass().add("dense");
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, line) -> {
            if (line != null) {
                line.target().ifPresent(context::select);
            }
        });
        context.commands().find("run.pause").ifPresent(empty::offer);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        Optional<StateSnapshot> stack = moment.stack().filter(snapshot -> snapshot.getFramesCount() > 0);
        if (stack.isEmpty()) {
            shown = null;
            pane.showEmpty();
            return;
        }
        boolean paused = moment.run().phase() == RunState.Phase.PAUSED;
        int frames = stack.get().getFramesCount();
        bar.show(paused ? "Paused" : "When it was last paused", frames == 1 ? "1 frame" : Words.count(frames) + " frames");
        if (!stack.get().equals(shown)) {
            shown = stack.get();
            list.getItems().setAll(StackLine.of(moment, shown));
        }
        pane.showContent();
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(FindableItems.of(list, CallStackView::words));
    }

    @Override
    public Optional<String> text() {
        return Optional.of(list.getItems().stream().map(CallStackView::words)
                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static String words(StackLine line) {
        return line.function() + " (" + line.place() + ")" + (line.times() > 1 ? " × " + line.times() : "");
    }

    private static final class Cell extends ListCell<StackLine> {
        @Override
        protected void updateItem(StackLine line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            if (isEmpty || line == null) {
                setGraphic(null);
                return;
            }
            Label depth = new Label(String.valueOf(line.depth()));
            depth.getStyleClass().add("view-note");
            depth.setMinWidth(28);
            depth.setAlignment(Pos.CENTER_RIGHT);
            Label function = new Label(line.function() + (line.times() > 1 ? "  × " + Words.count(line.times()) : ""));
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label place = new Label(line.place());
            place.getStyleClass().add("view-note");
            place.setMinWidth(0);
            HBox row = new HBox(8, depth);
            line.tier().ifPresent(tier -> row.getChildren().add(new TierBadge(tier)));
            row.getChildren().addAll(function, space, place);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            setPrefWidth(0);
            setGraphic(row);
        }
    }
}
