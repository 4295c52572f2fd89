package org.tierscope.views.console;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tierscope.session.Moment;
import org.tierscope.session.RunState;
import org.tierscope.session.Session;
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
    private final PromptHistory history = new PromptHistory();
    private final Label waiting = new Label();
    private Object lastShown;
    private Session session;
    private int asked;

    ConsoleView(ViewContext context) {
        this.context = context;
        this.list = new CodeList(context::select);
        list.setId("console-list");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        prompt.setId("console-prompt");
        prompt.setAccessibleText("Evaluate in the program");
        prompt.setTooltip(new Tooltip("JavaScript that runs in the program: at its next loop, call or job, or after its end."
                + "\nUp and Down bring back what was asked before."));
        prompt.getStyleClass().add("code-font");
        prompt.setOnAction(event -> ask());
        prompt.addEventFilter(KeyEvent.KEY_PRESSED, this::walkHistory);
        Label caret = new Label("›");
        caret.getStyleClass().add("prompt-caret");
        waiting.setId("console-waiting");
        waiting.getStyleClass().add("view-note");
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(prompt, Priority.ALWAYS);
        promptLine = new HBox(caret, prompt, waiting);
        promptLine.setAlignment(Pos.CENTER_LEFT);
        promptLine.getStyleClass().add("prompt-line");
        pane.setCenter(empty);
    }

    private void ask() {
        String text = prompt.getText();
        if (!text.isBlank()) {
            history.asked(text);
            asked++;
            context.program().evaluate(text);
            prompt.clear();
            showWaiting(context.moment());
        }
    }

    private void walkHistory(KeyEvent event) {
        Optional<String> other = switch (event.getCode()) {
            case UP -> history.before(prompt.getText());
            case DOWN -> history.after();
            default -> Optional.empty();
        };
        other.ifPresent(text -> {
            prompt.setText(text);
            prompt.end();
        });
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            event.consume();
        }
    }

    /** A program may be long on its way to a place where it can answer. */
    private void showWaiting(Moment moment) {
        if (session != moment.session()) {
            session = moment.session();
            asked = 0;
        }
        int open = asked - moment.session().now().answers().size();
        waiting.setText(open > 0 && context.program().isAnswering() ? "waiting for the program" : "");
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        output.update(moment);
        List<CodeLine> lines = output.lines();
        boolean answering = context.program().isAnswering();
        prompt.setPromptText(moment.run().phase() == RunState.Phase.ENDED ? "Evaluate in the program, which has ended"
                : "Evaluate in the running program");
        showWaiting(moment);
        pane.setBottom(answering ? promptLine : null);
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
