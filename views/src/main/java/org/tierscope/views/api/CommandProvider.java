package org.tierscope.views.api;

import java.util.List;

/**
 * Adds commands to the window: to its menus, to quick access, and to the keys that can be chosen. Found by
 * {@link java.util.ServiceLoader}; has a constructor without parameters, and is asked once, on the JavaFX thread.
 */
public interface CommandProvider {

    /**
     * The commands. A key that another command has already is not given to them; the person may do so.
     *
     * @param context may be kept: it always speaks of what the window shows now
     */
    List<Command> commands(ViewContext context);
}
