package org.tierscope.app.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Command;
import org.tierscope.views.control.TierBadge;

/**
 * Whatever there is, by its name: commands, functions of the program, files opened lately. Type parts of the name,
 * choose with the arrow keys, Enter does it.
 */
final class QuickAccess {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 380;
    private static final double TOP = 80;
    private static final int MOST_FUNCTIONS = 500;

    /** Something to choose: what kind it is, its name, what stands at its right. */
    private record Entry(String kind, String name, String note, Node icon, boolean enabled, Runnable action) {

        private String searched() {
            return (kind + " " + name).toLowerCase(Locale.ROOT);
        }

        /** The sooner the words come, the better; in the name better than in the kind. */
        private int rank(String[] words) {
            String lower = name.toLowerCase(Locale.ROOT);
            int rank = enabled ? 0 : 1000;
            for (String word : words) {
                int at = lower.indexOf(word);
                rank += at < 0 ? 200 : at == 0 ? 0 : Character.isLetterOrDigit(lower.charAt(at - 1)) ? 50 : 10;
            }
            return rank;
        }
    }

    private final Popup popup = new Popup();
    private final TextField text = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final List<Entry> commands;
    private final List<Entry> others = new ArrayList<>();

    QuickAccess(Workbench workbench) {
        commands = workbench.commands().all().stream().map(command -> of(workbench, command)).toList();
        workbench.viewpoint().moment().functions().stream()
                .filter(function -> !function.function().getInternal())
                .sorted(Comparator.comparingLong(FunctionState::heat).reversed()).limit(MOST_FUNCTIONS)
                .forEach(function -> others.add(of(workbench, function)));
        workbench.settings().recentFiles().forEach(file -> others.add(of(workbench, file)));
        list.setId("quick-access-list");
        list.getStyleClass().add("dense");
        list.setCellFactory(view -> new Cell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> runSelected());
        text.setId("quick-access");
        text.setPromptText("A command, function or recent file");
        text.textProperty().addListener((property, old, wanted) -> filter(wanted));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        VBox box = new VBox(6, text, list);
        box.getStyleClass().add("quick-access");
        box.setPrefSize(WIDTH, HEIGHT);
        VBox.setVgrow(list, Priority.ALWAYS);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        filter("");
    }

    private static Entry of(Workbench workbench, Command command) {
        KeyCombination key = workbench.commands().key(command.id()).get();
        return new Entry(command.menu(), command.title(), key == null ? "" : key.getDisplayText(),
                command.icon().isEmpty() ? new Region() : new FontIcon(command.icon()), command.enabled().get(),
                command::run);
    }

    private static Entry of(Workbench workbench, FunctionState function) {
        return new Entry("Function", function.name(), "line " + function.function().getLine(),
                new TierBadge(function.tier()), true,
                () -> workbench.viewpoint().select(new Selection.Function(function.id())));
    }

    private static Entry of(Workbench workbench, Path file) {
        return new Entry("Recent", file.getFileName().toString(), String.valueOf(file.getParent()),
                new FontIcon("bi-clock-history"), true, () -> workbench.open(file));
    }

    private void typed(KeyEvent event) {
        int selected = list.getSelectionModel().getSelectedIndex();
        KeyCode code = event.getCode();
        switch (code) {
            case DOWN -> choose(selected + 1);
            case UP -> choose(selected - 1);
            case PAGE_DOWN -> choose(Math.min(list.getItems().size() - 1, selected + 10));
            case PAGE_UP -> choose(Math.max(0, selected - 10));
            case ENTER -> runSelected();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int index) {
        if (index >= 0 && index < list.getItems().size()) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 4));
        }
    }

    /** Functions and files come in once something has been typed: nobody scrolls through them. */
    private void filter(String wanted) {
        String[] words = wanted.toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<Entry> candidates = new ArrayList<>(commands);
        if (!wanted.isBlank()) {
            candidates.addAll(others);
        }
        list.getItems().setAll(candidates.stream()
                .filter(entry -> Arrays.stream(words).allMatch(entry.searched()::contains))
                .sorted(Comparator.comparingInt(entry -> wanted.isBlank() ? 0 : entry.rank(words)))
                .toList());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void runSelected() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (entry != null && entry.enabled()) {
            entry.action().run();
        }
    }

    void show(Window window) {
        popup.show(window, window.getX() + (window.getWidth() - WIDTH) / 2, window.getY() + TOP);
        text.requestFocus();
    }

    private static final class Cell extends ListCell<Entry> {
        private static final double ICON_WIDTH = 34;

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            HBox icon = new HBox(entry.icon());
            icon.setAlignment(javafx.geometry.Pos.CENTER);
            icon.setMinWidth(ICON_WIDTH);
            Label kind = new Label(entry.kind() + ":");
            kind.getStyleClass().add("view-note");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            Label name = new Label(entry.name());
            name.setMinWidth(0);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label note = new Label(entry.note());
            note.getStyleClass().add("view-note");
            note.setMinWidth(40);
            note.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
            note.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
            HBox row = new HBox(6, icon, kind, name, space, note);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            row.setMinWidth(0);
            row.setOpacity(entry.enabled() ? 1 : 0.5);
            setPrefWidth(0);
            setGraphic(row);
        }
    }
}
