package org.tierscope.views.api;

import java.util.Collection;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.input.KeyCombination;

/** The one table of commands, and the keys that they have now. */
public interface Commands {

    /** @throws IllegalArgumentException if the id is taken, or its key is that of another command */
    void add(Command command);

    Optional<Command> find(String id);

    /** In the order in which they were added. */
    Collection<Command> all();

    /**
     * The key of a command now; null while it has none.
     *
     * @throws IllegalArgumentException if there is no such command
     */
    ReadOnlyObjectProperty<KeyCombination> key(String id);

    /**
     * Gives a command another key, now and at the next start. A command that has this key loses it.
     *
     * @param key null for none
     * @throws IllegalArgumentException if there is no such command
     */
    void bind(String id, KeyCombination key);

    /** Does the command if it is there and can be done now. */
    default void run(String id) {
        find(id).ifPresent(Command::run);
    }

    /** The command that has this key now. */
    default Optional<Command> withKey(KeyCombination key) {
        return all().stream().filter(command -> key.equals(key(command.id()).get())).findFirst();
    }
}
