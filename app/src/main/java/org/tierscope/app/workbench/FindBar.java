package org.tierscope.app.workbench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.views.api.Findable;
import org.tierscope.views.control.TextQuery;

/** Searches one view: stands on top of it while it is open. The lines are looked through away from the JavaFX thread. */
final class FindBar extends HBox {
    private static final double ROOM_FOR_CHOICES = 350;
    private static final double ROOM_FOR_COUNT = 250;

    private final Supplier<Optional<Findable>> findable;
    private final Consumer<Runnable> background;
    private final TextField text = new TextField();
    private final ToggleButton matchCase = new ToggleButton("Aa");
    private final ToggleButton pattern = new ToggleButton(".*");
    private final Label count = new Label();
    private final AtomicLong latest = new AtomicLong();
    private List<Integer> found = List.of();
    private int current = -1;

    /**
     * @param findable what is searched, as it is now
     * @param onClose takes the bar away
     */
    FindBar(Supplier<Optional<Findable>> findable, Consumer<Runnable> background, Runnable onClose) {
        this.findable = findable;
        this.background = background;
        getStyleClass().addAll("view-bar", "find-bar");
        text.setId("find-text");
        text.setPromptText("Find in this view");
        text.setPrefColumnCount(18);
        setMinWidth(0);
        text.setMinWidth(60);
        text.textProperty().addListener((property, old, wanted) -> search(true));
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                step(event.isShiftDown() ? -1 : 1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
        tip(matchCase, "Capital letters count");
        tip(pattern, "A regular expression");
        matchCase.setOnAction(event -> search(true));
        pattern.setOnAction(event -> search(true));
        count.setId("find-count");
        count.getStyleClass().add("view-note");
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(new FontIcon("bi-search"), text, count, matchCase, pattern,
                button("bi-chevron-up", "The one before (Shift+Enter)", () -> step(-1)),
                button("bi-chevron-down", "The next one (Enter)", () -> step(1)),
                button("bi-x", "Close (Escape)", onClose));
    }

    /** In a narrow view the field and the way out matter most. */
    @Override
    protected void layoutChildren() {
        boolean roomForChoices = getWidth() >= ROOM_FOR_CHOICES;
        boolean roomForCount = getWidth() >= ROOM_FOR_COUNT;
        show(matchCase, roomForChoices);
        show(pattern, roomForChoices);
        show(count, roomForCount);
        super.layoutChildren();
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private static void tip(ToggleButton button, String words) {
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setMinWidth(USE_PREF_SIZE);
    }

    private static Button button(String icon, String words, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Ready to type into. */
    void focus() {
        text.requestFocus();
        text.selectAll();
    }

    /** Searches for something else. */
    void setText(String wanted) {
        text.setText(wanted);
    }

    /** The view shows something else now: the places found are others, too. */
    void contentChanged() {
        search(false);
    }

    /** Goes to the next place or, with -1, the one before; behind the last one comes the first. */
    void step(int by) {
        if (!found.isEmpty()) {
            current = Math.floorMod(current + by, found.size());
            show(true);
        }
    }

    private void search(boolean fromStart) {
        long request = latest.incrementAndGet();
        Optional<Findable> searched = findable.get();
        Optional<TextQuery> query = TextQuery.of(text.getText(), matchCase.isSelected(), pattern.isSelected());
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), query.isEmpty());
        if (searched.isEmpty() || query.isEmpty() || text.getText().isEmpty()) {
            found = List.of();
            current = -1;
            searched.ifPresent(Findable::clear);
            count.setText(query.isEmpty() ? "not a pattern" : "");
            return;
        }
        List<String> lines = searched.get().lines();
        background.accept(() -> {
            List<Integer> result = query.get().linesOf(lines);
            Platform.runLater(() -> accept(request, result, fromStart));
        });
    }

    private void accept(long request, List<Integer> result, boolean fromStart) {
        if (request == latest.get()) {
            boolean same = result.equals(found);
            found = result;
            current = found.isEmpty() ? -1 : fromStart ? 0 : Math.clamp(current, 0, found.size() - 1);
            show(fromStart || !same);
        }
    }

    private void show(boolean reveal) {
        count.setText(found.isEmpty() ? "none" : (current + 1) + " of " + found.size());
        if (reveal) {
            findable.get().ifPresent(lines ->
                    lines.show(java.util.Set.copyOf(found), current < 0 ? -1 : found.get(current)));
        }
    }

    /** Lights go out. */
    void close() {
        latest.incrementAndGet();
        findable.get().ifPresent(Findable::clear);
    }
}
