package org.tierscope.app.workbench;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.Commands;

/** Menus and buttons made from commands. */
final class Menus {
    private Menus() {
    }

    static MenuBar menuBar(Workbench workbench, List<WorkbenchCommands.MenuPlan> plans) {
        MenuBar bar = new MenuBar();
        for (WorkbenchCommands.MenuPlan plan : plans) {
            Menu menu = new Menu(plan.title());
            menu.setId("menu-" + plan.title().replace("_", "").toLowerCase());
            for (String id : plan.commandIds()) {
                switch (id) {
                    case "" -> menu.getItems().add(new SeparatorMenuItem());
                    case "recent" -> menu.getItems().add(recentFiles(workbench));
                    default -> menu.getItems().add(item(find(workbench.commands(), id)));
                }
            }
            bar.getMenus().add(menu);
        }
        return bar;
    }

    private static Command find(Commands commands, String id) {
        return commands.find(id).orElseThrow(() -> new IllegalArgumentException("there is no command " + id));
    }

    static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.title());
        item.setId("menu-" + command.id().replace('.', '-'));
        item.setMnemonicParsing(false);
        if (!command.icon().isEmpty()) {
            item.setGraphic(new FontIcon(command.icon()));
        }
        // shown in the menu; the keys themselves are bound once, for the whole window
        if (command.key() != null) {
            item.setAccelerator(command.key());
        }
        item.disableProperty().bind(Bindings.not(command.enabled()));
        item.setOnAction(event -> command.run());
        return item;
    }

    private static Menu recentFiles(Workbench workbench) {
        Menu menu = new Menu("Open Recent", new FontIcon("bi-clock-history"));
        menu.setId("menu-recent");
        menu.getItems().add(new MenuItem("(none)"));
        menu.setOnShowing(event -> {
            List<Path> files = workbench.settings().recentFiles();
            if (!files.isEmpty()) {
                menu.getItems().setAll(files.stream().map(file -> recentFile(workbench, file)).toList());
            }
        });
        return menu;
    }

    private static MenuItem recentFile(Workbench workbench, Path file) {
        MenuItem item = new MenuItem(file.getFileName() + "  —  " + file.getParent());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> workbench.open(file));
        return item;
    }

    /** A button with an icon only; its tooltip names the command and its key. */
    static Button iconButton(Command command) {
        Button button = new Button(null, new FontIcon(command.icon()));
        button.setId("tool-" + command.id().replace('.', '-'));
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(command.titleWithKey()));
        button.setAccessibleText(command.title());
        button.setFocusTraversable(false);
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setOnAction(event -> command.run());
        return button;
    }
}
