package org.tierscope.views.transition;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.Transition;
import org.tierscope.session.text.Filter;
import org.tierscope.session.text.TextView;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.FindableItems;

/**
 * Plays transitions. Shows the one that is selected, or else the latest before the cursor that has details. Nothing
 * moves until it is played.
 */
final class TransitionView implements View {

    /** Below this width the list gives way; the arrows walk through it. */
    private static final double ROOM_FOR_LIST = 600;
    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

    private final ViewContext context;
    private final StackPane root = new StackPane();
    private final TransitionList list = new TransitionList();
    private final Stage stage = new Stage();
    private final Label title = new Label();
    private final Label caption = new Label();
    private final Player player = new Player();
    private final SplitPane content;
    private final EmptyState empty = new EmptyState("bi-arrow-left-right", "No transition yet",
            "When a loop gets hot and enters compiled code, or a guess of the compiler fails, it is played here.");

    private Scenario scenario;
    private Transition played;
    private boolean listFollows;

    TransitionView(ViewContext context) {
        this.context = context;
        root.setId("transition");
        stage.setPalette(context.palette());
        title.setId("transition-title");
        title.setStyle("-fx-font-weight: bold;");
        title.setMinWidth(0);
        caption.setId("transition-caption");
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, title, caption);
        words.setStyle("-fx-padding: 4 10 6 10;");
        ScrollPane scroll = new ScrollPane(stage);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        BorderPane right = new BorderPane(scroll, controls(), null, words, null);
        content = new SplitPane(list, right);
        SplitPane.setResizableWithParent(list, false);
        content.setDividerPositions(0.26);
        root.getChildren().addAll(content, empty);
        root.widthProperty().addListener((property, before, now) -> showList(now.doubleValue() >= ROOM_FOR_LIST));
        player.progress().addListener((property, before, now) -> show());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !listFollows) {
                play(now);
                context.select(new Selection.EventAt(now.eventIndex()));
            }
        });
        right.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private void showList(boolean wanted) {
        if (wanted && !content.getItems().contains(list)) {
            content.getItems().addFirst(list);
            content.setDividerPositions(0.26);
        } else if (!wanted) {
            content.getItems().remove(list);
        }
    }

    private Node controls() {
        Button play = button("transition-play", "bi-play-fill", "Play or pause (Space)",
                this::playOrPause);
        player.playing().addListener((property, before, now) ->
                ((FontIcon) play.getGraphic()).setIconLiteral(now ? "bi-pause-fill" : "bi-play-fill"));
        Slider slider = new Slider(0, 1, 0);
        slider.setId("transition-slider");
        slider.setAccessibleText("Progress of the transition");
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMinWidth(40);
        player.progress().addListener((property, before, now) -> {
            if (!slider.isValueChanging()) {
                slider.setMax(Math.max(1, player.steps()));
                slider.setValue(now.doubleValue());
            }
        });
        slider.valueProperty().addListener((property, before, now) -> {
            if (Math.abs(now.doubleValue() - player.progress().get()) > 1e-6) {
                player.pause();
                player.progress().set(now.doubleValue());
            }
        });
        ChoiceBox<Double> speed = new ChoiceBox<>();
        speed.setId("transition-speed");
        speed.getItems().addAll(SPEEDS);
        speed.setConverter(new SpeedText());
        speed.setValue(1.0);
        speed.setPrefWidth(76);
        speed.setMinWidth(76);
        speed.setTooltip(new Tooltip("Speed"));
        speed.valueProperty().addListener((property, before, now) -> player.setSpeed(now));
        HBox bar = new HBox(
                button("transition-previous", "bi-chevron-up", "The transition before", () -> walk(-1)),
                button("transition-next", "bi-chevron-down", "The next transition", () -> walk(1)),
                new Separator(Orientation.VERTICAL),
                button("transition-start", "bi-skip-start-fill", "To the beginning (Home)", player::toStart),
                button("transition-back", "bi-skip-backward-fill", "One value back (Left)", player::stepBack),
                play,
                button("transition-step", "bi-skip-forward-fill", "One value on (Right)", player::stepForward),
                button("transition-end", "bi-skip-end-fill", "To the end (End)", player::toEnd),
                slider, speed);
        bar.getStyleClass().add("view-bar");
        return bar;
    }

    /** Selects the transition before or after the one shown. */
    private void walk(int direction) {
        List<Transition> transitions = context.moment().transitions();
        int next = transitions.indexOf(played) + direction;
        if (next >= 0 && next < transitions.size()) {
            context.select(new Selection.EventAt(transitions.get(next).eventIndex()));
        }
    }

    private static Button button(String id, String icon, String tip, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(event -> action.run());
        return button;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh(Moment moment) {
        List<Transition> transitions = moment.transitions();
        empty.setVisible(transitions.isEmpty());
        content.setVisible(!transitions.isEmpty());
        listFollows = true;
        list.update(moment);
        listFollows = false;
        if (!player.playing().get()) {
            wanted(moment, transitions).ifPresentOrElse(this::play, this::playNothing);
        }
    }

    @Override
    public void select(Links links) {
        selectedTransition(context.moment()).ifPresent(this::play);
    }

    @Override
    public void themeChanged() {
        stage.setPalette(context.palette());
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(FindableItems.of(list, list::words));
    }

    @Override
    public Optional<String> text() {
        return Optional.of(TextView.DEOPTS.render(context.moment(), Filter.ALL));
    }

    @Override
    public void dispose() {
        player.pause();
    }

    /** The one to show: selected; or the one shown, if it is in the past; or the latest with details. */
    private Optional<Transition> wanted(Moment moment, List<Transition> transitions) {
        Optional<Transition> selected = selectedTransition(moment);
        if (selected.isPresent()) {
            return selected;
        }
        return transitions.reversed().stream().filter(Transition::hasDetail).findFirst()
                .or(() -> transitions.isEmpty() ? Optional.empty() : Optional.of(transitions.getLast()));
    }

    private Optional<Transition> selectedTransition(Moment moment) {
        if (!(context.viewpoint().selection().orElse(null) instanceof Selection.EventAt event)) {
            return Optional.empty();
        }
        List<Transition> transitions = moment.transitions();
        int low = 0;
        int high = transitions.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int index = transitions.get(middle).eventIndex();
            if (index == event.index()) {
                return Optional.of(transitions.get(middle));
            }
            if (index < event.index()) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    private void play(Transition transition) {
        if (transition.equals(played)) {
            return;
        }
        played = transition;
        scenario = Scenarios.of(context.session().at(transition.nanos()), transition);
        player.load(scenario.steps());
        title.setText(scenario.title());
        title.setTooltip(new Tooltip(scenario.title()));
        listFollows = true;
        list.getSelectionModel().select(transition);
        listFollows = false;
        show();
    }

    private void playNothing() {
        played = null;
        scenario = null;
        player.load(0);
    }

    private void show() {
        if (scenario != null) {
            stage.show(scenario, player.progress().get());
            caption.setText(scenario.captionAt(player.progress().get()));
        }
    }

    private void playOrPause() {
        if (player.playing().get()) {
            player.pause();
        } else {
            player.play();
        }
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> playOrPause();
            case LEFT -> player.stepBack();
            case RIGHT -> player.stepForward();
            case HOME -> player.toStart();
            case END -> player.toEnd();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
