package org.tierscope.views.api;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can do. Menus, tool bar, context menus, key bindings and quick access are all made from these.
 *
 * @param id never changes: {@code run.start}
 * @param group the menu it stands in and, behind a slash, the section of that menu: {@code File/export}. Menus and
 *     sections stand in the order in which their first commands were added. {@code View/more>More Views} is in a menu
 *     within that section.
 * @param title as in a menu: {@code Restart}
 * @param icon Ikonli literal, or empty for none
 * @param key until the person chooses another one; null for none
 * @param enabled whether it can be done now
 */
public record Command(String id, String group, String title, String icon, KeyCombination key,
        ObservableBooleanValue enabled, Runnable action) {

    /** A command that can always be done. {@code key} is written as {@code Shortcut+O}, or empty for none. */
    public static Command of(String id, String group, String title, String icon, String key, Runnable action) {
        return of(id, group, title, icon, key, new SimpleBooleanProperty(true), action);
    }

    public static Command of(String id, String group, String title, String icon, String key,
            ObservableBooleanValue enabled, Runnable action) {
        KeyCombination combination = key.isEmpty() ? null : KeyCombination.valueOf(key);
        return new Command(id, group, title, icon, combination, enabled, action);
    }

    /** The menu: its group without the section. */
    public String menu() {
        int slash = group.indexOf('/');
        return slash < 0 ? group : group.substring(0, slash);
    }

    /** The title of the menu within the menu that it stands in; empty for the menu itself. */
    public String submenu() {
        int arrow = group.indexOf('>');
        return arrow < 0 ? "" : group.substring(arrow + 1);
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
