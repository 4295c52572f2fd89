package org.tierscope.views.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tierscope.session.Moment;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.KeyField;

/** The commands with their keys: choose one, press its new key. */
final class SettingsView implements View {
    private final ViewContext context;
    private final BorderPane pane = new BorderPane();
    private final TextField search = new TextField();
    private final ObservableList<Command> commands = FXCollections.observableArrayList();
    private final FilteredList<Command> shown = new FilteredList<>(commands);
    private final TableView<Command> table = new TableView<>(shown);
    private final Label chosen = new Label();
    private final KeyField key = new KeyField(this::bind);
    private final Button none = new Button("No key");
    private final Button standard = new Button();
    private final HBox editor = new HBox(8, chosen, key, none, standard);

    SettingsView(ViewContext context) {
        this.context = context;
        pane.setId("settings");
        search.setId("settings-search");
        search.setPromptText("Filter by command or key");
        search.textProperty().addListener((property, before, wanted) -> filter());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox bar = new HBox(search);
        bar.getStyleClass().add("view-bar");
        table.setId("settings-keys");
        table.getStyleClass().addAll("dense", "view-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new EmptyState("bi-keyboard", "No such command", "Type another part of its name or key."));
        table.getColumns().add(column("Menu", 90, Command::menu));
        table.getColumns().add(column("Command", 240, Command::title));
        table.getColumns().add(keyColumn());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> showChosen());
        key.setId("settings-key");
        key.setPrefColumnCount(14);
        none.setId("settings-no-key");
        none.setOnAction(event -> bind(Optional.empty()));
        standard.setId("settings-standard-key");
        standard.setOnAction(event -> selected().ifPresent(command -> bind(Optional.ofNullable(command.key()))));
        chosen.setMinWidth(0);
        HBox.setHgrow(chosen, Priority.ALWAYS);
        chosen.setMaxWidth(Double.MAX_VALUE);
        none.setMinWidth(Button.USE_PREF_SIZE);
        standard.setMinWidth(Button.USE_PREF_SIZE);
        editor.getStyleClass().add("view-bar");
        pane.setTop(bar);
        pane.setCenter(table);
        pane.setBottom(editor);
        showChosen();
    }

    private static TableColumn<Command, String> column(String title, double width, Function<Command, String> text) {
        TableColumn<Command, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private TableColumn<Command, String> keyColumn() {
        TableColumn<Command, String> column = new TableColumn<>("Key");
        column.setCellValueFactory(cell -> context.commands().key(cell.getValue().id())
                .map(KeyCombination::getDisplayText));
        column.setPrefWidth(150);
        return column;
    }

    private Optional<Command> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void bind(Optional<KeyCombination> newKey) {
        selected().ifPresent(command -> {
            Optional<Command> loser = newKey.flatMap(context.commands()::withKey)
                    .filter(other -> !other.id().equals(command.id()));
            context.commands().bind(command.id(), newKey.orElse(null));
            loser.ifPresent(other -> context.say("%s was the key of “%s”, which has none now"
                    .formatted(newKey.get().getDisplayText(), other.title())));
            showChosen();
        });
    }

    private void showChosen() {
        editor.setDisable(selected().isEmpty());
        selected().ifPresentOrElse(command -> {
            chosen.setText(command.title() + ": click the field and press its new key");
            key.show(context.commands().key(command.id()).get());
            standard.setText(command.key() == null ? "Standard: none" : "Standard: " + command.key().getDisplayText());
        }, () -> {
            chosen.setText("Choose a command to change its key");
            key.show(null);
            standard.setText("Standard");
        });
    }

    private void filter() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(command -> (command.menu() + " " + command.title() + " " + keyText(command))
                .toLowerCase(Locale.ROOT).contains(wanted));
    }

    private String keyText(Command command) {
        KeyCombination now = context.commands().key(command.id()).get();
        return now == null ? "" : now.getDisplayText();
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        List<Command> all = List.copyOf(context.commands().all());
        if (!all.equals(commands)) {
            commands.setAll(all);
        }
    }

    @Override
    public Optional<String> text() {
        return Optional.of(shown.stream()
                .map(command -> "%-8s %-32s %s".formatted(command.menu(), command.title(), keyText(command)).strip())
                .collect(Collectors.joining("\n", "", "\n")));
    }
}
