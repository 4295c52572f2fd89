package org.tierscope.views.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.session.Moment;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Lesson;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.FindableItems;

/** The list of lessons or, once one is open, its steps, one at a time. */
final class LessonView implements View {
    private final ViewContext context;
    private final BorderPane pane = new BorderPane();
    private final ListView<Lesson> list = new ListView<>();
    private final EmptyState empty = new EmptyState("bi-book", "No lessons",
            "Lessons lie beside the samples, and plug-ins may bring their own.");
    private final ScrollPane scroll = new ScrollPane();
    private final Button all = button("bi-list", "All lessons");
    private final Button back = button("bi-chevron-left", "The step before");
    private final Button next = button("bi-chevron-right", "The next step");
    private final Label place = new Label();
    private List<Path> read;
    private Optional<Lesson> opened = Optional.empty();
    private Optional<Lesson> shown = Optional.empty();
    private int step;

    LessonView(ViewContext context) {
        this.context = context;
        pane.setId("lesson");
        list.setId("lesson-list");
        list.getStyleClass().add("lesson-list");
        list.setCellFactory(view -> new Cell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        scroll.setId("lesson-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("lesson-scroll");
        all.setId("lesson-all");
        all.setOnAction(event -> showList());
        back.setId("lesson-back");
        back.setOnAction(event -> showStep(step - 1));
        next.setId("lesson-next");
        next.setOnAction(event -> showStep(step + 1));
        place.setId("lesson-place");
        place.getStyleClass().add("view-note");
        showList();
    }

    private static Button button(String icon, String tip) {
        Button button = new Button(null, new FontIcon(icon));
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        return button;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        List<Path> folders = context.program().sampleFolders();
        if (!folders.equals(read)) {
            read = folders;
            context.background(() -> folders.stream().flatMap(folder -> Lesson.in(folder).stream()).toList(), lessons -> {
                list.getItems().setAll(lessons);
                if (shown.isEmpty()) {
                    showList();
                }
            });
        }
        if (!context.program().lesson().equals(opened)) {
            opened = context.program().lesson();
            opened.ifPresent(lesson -> {
                shown = opened;
                showStep(0);
            });
        }
    }

    private void showList() {
        shown = Optional.empty();
        Label title = new Label("Lessons");
        title.getStyleClass().add("view-subject");
        HBox bar = new HBox(title);
        bar.getStyleClass().add("view-bar");
        show(bar, list.getItems().isEmpty() ? empty : list);
    }

    private void showStep(int number) {
        Lesson lesson = shown.orElseThrow();
        step = Math.clamp(number, 0, lesson.steps().size() - 1);
        Label title = new Label(lesson.title());
        title.getStyleClass().add("view-subject");
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(lesson.about()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        place.setText((step + 1) + " of " + lesson.steps().size());
        place.setMinWidth(Region.USE_PREF_SIZE);
        back.setDisable(step == 0);
        next.setDisable(step == lesson.steps().size() - 1);
        List.of(all, back, next).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        HBox bar = new HBox(all, title, space, back, place, next);
        bar.getStyleClass().add("view-bar");
        LessonLink links = new LessonLink(context);
        scroll.setContent(new StepBox(context, lesson.steps().get(step), target -> links.follow(target, lesson)));
        scroll.setVvalue(0);
        show(bar, scroll);
    }

    private void show(Node bar, Node content) {
        if (pane.isFocusWithin() && pane.getCenter() != content) {
            pane.requestFocus();
        }
        pane.setTop(bar);
        pane.setCenter(content);
    }

    private void openSelected() {
        Lesson lesson = list.getSelectionModel().getSelectedItem();
        if (lesson != null) {
            // the same one again begins at its first step
            opened = Optional.empty();
            context.program().open(lesson.file());
        }
    }

    @Override
    public Optional<Findable> findable() {
        return shown.isPresent() ? Optional.empty()
                : Optional.of(FindableItems.of(list, lesson -> lesson.title() + "  " + lesson.about()));
    }

    @Override
    public Optional<String> text() {
        if (shown.isEmpty()) {
            StringBuilder text = new StringBuilder();
            list.getItems().forEach(lesson -> text.append(lesson.title()).append(": ").append(lesson.about()).append('\n'));
            return Optional.of(text.toString());
        }
        return Optional.of(LessonWords.of(shown.get()));
    }

    private final class Cell extends ListCell<Lesson> {
        Cell() {
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    openSelected();
                }
            });
        }

        @Override
        protected void updateItem(Lesson lesson, boolean isEmpty) {
            super.updateItem(lesson, isEmpty);
            if (isEmpty || lesson == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(lesson.title());
            title.setStyle("-fx-font-weight: bold;");
            title.setWrapText(true);
            Label about = new Label(lesson.about());
            about.getStyleClass().add("view-note");
            about.setWrapText(true);
            VBox box = new VBox(2, title, about);
            for (Label label : List.of(title, about)) {
                label.prefWidthProperty().bind(list.widthProperty().subtract(40));
                label.setMinHeight(Region.USE_PREF_SIZE);
            }
            setPrefWidth(0);
            setGraphic(box);
        }
    }
}
