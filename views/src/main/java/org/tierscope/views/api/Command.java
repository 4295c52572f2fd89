package org.tierscope.views.api;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can do. Menus, tool bar, key bindings and the command finder are all made from these.
 *
 * @param id never changes: {@code run.start}
 * @param title as in a menu: {@code Restart}
 * @param icon Ikonli literal, or empty for none
 * @param key null for none
 * @param enabled whether it can be done now
 */
public record Command(String id, String title, String icon, KeyCombination key, ObservableBooleanValue enabled,
        Runnable action) {

    /** A command that can always be done. {@code key} is written as {@code Shortcut+O}, or empty for none. */
    public static Command of(String id, String title, String icon, String key, Runnable action) {
        return of(id, title, icon, key, new SimpleBooleanProperty(true), action);
    }

    public static Command of(String id, String title, String icon, String key, ObservableBooleanValue enabled,
            Runnable action) {
        KeyCombination combination = key.isEmpty() ? null : KeyCombination.valueOf(key);
        return new Command(id, title, icon, combination, enabled, action);
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    /** The title with the key behind it, for tooltips. */
    public String titleWithKey() {
        return key == null ? title : title + " (" + key.getDisplayText() + ")";
    }
}
