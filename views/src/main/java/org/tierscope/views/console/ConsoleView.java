package org.tierscope.views.console;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tierscope.session.Moment;
import org.tierscope.session.RunState;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeList;
import org.tierscope.views.control.EmptyState;

/** Output of the program, its errors in another colour, and answers to what was asked at the prompt. */
final class ConsoleView implements View {
    private final ViewContext context;
    private final BorderPane pane = new BorderPane();
    private final CodeList list;
    private final TextField prompt = new TextField();
    private final HBox promptLine;
    private final EmptyState empty = new EmptyState("bi-terminal", "Nothing printed yet",
            "What the program writes with console.log appears here.");
    private final ConsoleLines output = new ConsoleLines();
    private Object lastShown;

    ConsoleView(ViewContext context) {
        this.context = context;
        this.list = new CodeList(context::select);
        list.setId("console-list");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        prompt.setId("console-prompt");
        prompt.setPromptText("Evaluate in the running program");
        prompt.getStyleClass().add("code-font");
        prompt.setOnAction(event -> {
            if (!prompt.getText().isBlank()) {
                context.program().evaluate(prompt.getText());
                prompt.clear();
            }
        });
        Label caret = new Label("›");
        caret.getStyleClass().add("prompt-caret");
        HBox.setHgrow(prompt, Priority.ALWAYS);
        promptLine = new HBox(caret, prompt);
        promptLine.getStyleClass().add("prompt-line");
        pane.setCenter(empty);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        output.update(moment);
        List<CodeLine> lines = output.lines();
        boolean running = context.program().isRunning() && moment.run().phase() != RunState.Phase.ENDED;
        pane.setBottom(running ? promptLine : null);
        if (lines.isEmpty()) {
            lastShown = null;
            pane.setCenter(empty);
            return;
        }
        list.setLines(lines);
        pane.setCenter(list);
        if (!lines.getLast().key().equals(lastShown)) {
            list.scrollTo(lines.size() - 1);
        }
        lastShown = lines.getLast().key();
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(list);
    }

    @Override
    public Optional<String> text() {
        return Optional.of(list.allText());
    }
}
