package org.tierscope.app.workbench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.app.process.EngineExit;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.session.Session;
import org.tierscope.session.Timed;
import org.tierscope.views.api.Command;

/** Says, below the tool bar, that an engine has died or a program has failed: why, what came last, and what now. */
final class EndBanner {
    private static final int LAST_EVENTS = 12;

    private final VBox box = new VBox(6);
    private final Command restart;

    EndBanner(Command restart) {
        this.restart = restart;
        box.setId("end-banner");
        box.getStyleClass().add("end-banner");
        hide();
    }

    Region node() {
        return box;
    }

    void hide() {
        box.setVisible(false);
        box.setManaged(false);
    }

    /** Shows how an engine ended, if that was not as it should be. */
    void show(EngineExit exit, Session session) {
        boolean asUsual = exit.ended().getStatus() == RunEnded.Status.COMPLETED
                || exit.ended().getStatus() == RunEnded.Status.STOPPED && !exit.died();
        if (asUsual) {
            hide();
            return;
        }
        String words = exit.inWords();
        Label title = new Label(words.lines().findFirst().orElse(""), new FontIcon("bi-exclamation-triangle-fill"));
        title.getStyleClass().add("end-title");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        TextArea details = new TextArea(words + "\n\nThe last events:\n" + lastEvents(session));
        details.setEditable(false);
        details.setPrefRowCount(LAST_EVENTS);
        details.getStyleClass().add("code-font");
        ToggleButton showDetails = new ToggleButton("Details");
        showDetails.selectedProperty().addListener((property, old, shown) -> {
            if (shown) {
                box.getChildren().add(details);
            } else {
                box.getChildren().remove(details);
            }
        });
        Button again = new Button("Restart", new FontIcon("bi-arrow-repeat"));
        again.setId("end-restart");
        again.setOnAction(event -> restart.run());
        Button dismiss = new Button(null, new FontIcon("bi-x"));
        dismiss.setAccessibleText("Dismiss");
        dismiss.setOnAction(event -> hide());
        HBox row = new HBox(8, title, showDetails, again, dismiss);
        row.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().setAll(row);
        box.setVisible(true);
        box.setManaged(true);
    }

    private static String lastEvents(Session session) {
        List<Timed<Event>> events = session.events();
        return events.subList(Math.max(0, events.size() - LAST_EVENTS), events.size()).stream()
                .map(event -> String.format(Locale.ROOT, "%12.6f s  %s", event.nanos() / 1e9,
                        event.value().getKindCase().name().toLowerCase().replace('_', ' ')))
                .collect(Collectors.joining("\n"));
    }
}
