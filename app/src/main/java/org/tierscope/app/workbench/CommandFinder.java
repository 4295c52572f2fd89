package org.tierscope.app.workbench;

import java.util.Collection;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.views.api.Command;

/** Every command by its name: type a part of it, choose with the arrow keys, Enter does it. */
final class CommandFinder {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 360;

    private final Popup popup = new Popup();
    private final TextField text = new TextField();
    private final FilteredList<Command> commands;
    private final ListView<Command> list;

    CommandFinder(Collection<Command> all) {
        commands = new FilteredList<>(FXCollections.observableArrayList(List.copyOf(all)));
        list = new ListView<>(commands);
        list.setCellFactory(view -> new CommandCell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> runSelected());
        text.setId("command-finder");
        text.setPromptText("What do you want to do?");
        text.textProperty().addListener((property, old, wanted) -> filter(wanted));
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.getSelectionModel().selectNext();
            } else if (event.getCode() == KeyCode.UP) {
                list.getSelectionModel().selectPrevious();
            } else if (event.getCode() == KeyCode.ENTER) {
                runSelected();
            }
        });
        VBox box = new VBox(6, text, list);
        box.getStyleClass().add("command-finder");
        box.setPrefSize(WIDTH, HEIGHT);
        VBox.setVgrow(list, Priority.ALWAYS);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        filter("");
    }

    private void filter(String wanted) {
        String[] words = wanted.toLowerCase().strip().split("\\s+");
        commands.setPredicate(command -> {
            for (String word : words) {
                if (!command.title().toLowerCase().contains(word)) {
                    return false;
                }
            }
            return true;
        });
        list.getSelectionModel().selectFirst();
    }

    private void runSelected() {
        Command command = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (command != null) {
            command.run();
        }
    }

    void show(Stage stage) {
        popup.show(stage, stage.getX() + (stage.getWidth() - WIDTH) / 2, stage.getY() + 80);
        text.requestFocus();
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(command.title());
            if (!command.icon().isEmpty()) {
                title.setGraphic(new FontIcon(command.icon()));
            }
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label key = new Label(command.key() == null ? "" : command.key().getDisplayText());
            key.getStyleClass().add("view-note");
            setGraphic(new HBox(8, title, space, key));
            setDisable(!command.enabled().get());
        }
    }
}
