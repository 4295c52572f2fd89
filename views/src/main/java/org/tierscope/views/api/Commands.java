package org.tierscope.views.api;

import java.util.Collection;
import java.util.Optional;

/** The one table of commands. */
public interface Commands {

    /** @throws IllegalArgumentException if the id or the key is taken */
    void add(Command command);

    Optional<Command> find(String id);

    /** In the order in which they were added. */
    Collection<Command> all();

    /** Does the command if it is there and can be done now. */
    default void run(String id) {
        find(id).ifPresent(Command::run);
    }
}
