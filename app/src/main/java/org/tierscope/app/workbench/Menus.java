package org.tierscope.app.workbench;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
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

    /** A menu for each group of commands, sections with lines between; later commands come in as they are added. */
    static MenuBar menuBar(Workbench workbench, CommandTable commands) {
        MenuBar bar = new MenuBar();
        fill(bar, workbench, commands);
        commands.onChanged(() -> fill(bar, workbench, commands));
        return bar;
    }

    private static void fill(MenuBar bar, Workbench workbench, Commands commands) {
        Map<String, Menu> menus = new LinkedHashMap<>();
        Map<String, String> sections = new LinkedHashMap<>();
        Set<Character> mnemonics = new HashSet<>();
        for (Command command : commands.all()) {
            Menu menu = menus.computeIfAbsent(command.menu(), name -> menu(name, mnemonics));
            addSection(menu.getItems(), sections.put(command.menu(), command.group()), command);
            (command.submenu().isEmpty() ? menu : submenu(menu, command.submenu())).getItems().add(item(commands, command));
            if (command.id().equals("file.open")) {
                menu.getItems().add(recentFiles(workbench));
            }
        }
        bar.getMenus().setAll(menus.values());
    }

    /** The one of this title; a new one if it is not there yet. */
    private static Menu submenu(Menu menu, String title) {
        return menu.getItems().stream().filter(Menu.class::isInstance).map(Menu.class::cast)
                .filter(inner -> title.equals(inner.getText())).findFirst().orElseGet(() -> {
                    Menu inner = new Menu(title);
                    inner.setId("menu-" + title.toLowerCase().replace(' ', '-'));
                    menu.getItems().add(inner);
                    return inner;
                });
    }

    private static Menu menu(String name, Set<Character> mnemonics) {
        Menu menu = new Menu(mnemonics.add(name.charAt(0)) ? "_" + name : name);
        menu.setId("menu-" + name.toLowerCase());
        return menu;
    }

    private static void addSection(ObservableList<MenuItem> items, String before, Command command) {
        if (before != null && !before.equals(command.group())) {
            items.add(new SeparatorMenuItem());
        }
    }

    /** A context menu of these commands, as they are when it opens; a line between commands of different groups. */
    static ContextMenu contextMenu(Commands commands, List<Command> shown) {
        ContextMenu menu = new ContextMenu();
        String group = null;
        for (Command command : shown) {
            addSection(menu.getItems(), group, command);
            group = command.group();
            MenuItem item = item(commands, command);
            item.setId("context-" + command.id().replace('.', '-'));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem item(Commands commands, Command command) {
        MenuItem item = new MenuItem(command.title());
        item.setId("menu-" + command.id().replace('.', '-'));
        item.setMnemonicParsing(false);
        if (!command.icon().isEmpty()) {
            item.setGraphic(new FontIcon(command.icon()));
        }
        // shown in the menu; the keys themselves are bound once, for the whole window
        if (commands.find(command.id()).isPresent()) {
            item.acceleratorProperty().bind(commands.key(command.id()));
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
    static Button iconButton(Commands commands, String id) {
        Command command = commands.find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no command " + id));
        Button button = new Button(null, new FontIcon(command.icon()));
        button.setId("tool-" + command.id().replace('.', '-'));
        button.getStyleClass().add("tool-button");
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(Bindings.createStringBinding(() -> {
            var key = commands.key(id).get();
            return key == null ? command.title() : command.title() + " (" + key.getDisplayText() + ")";
        }, commands.key(id)));
        button.setTooltip(tooltip);
        button.setAccessibleText(command.title());
        button.setFocusTraversable(false);
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setOnAction(event -> command.run());
        return button;
    }
}
