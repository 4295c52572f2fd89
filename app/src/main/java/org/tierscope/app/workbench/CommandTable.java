package org.tierscope.app.workbench;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.Commands;

/** The commands of a window, by id and by key. */
final class CommandTable implements Commands {
    private final Map<String, Command> byId = new LinkedHashMap<>();
    private final Map<KeyCombination, Command> byKey = new LinkedHashMap<>();

    @Override
    public void add(Command command) {
        if (byId.containsKey(command.id())) {
            throw new IllegalArgumentException("there is already a command " + command.id());
        }
        if (command.key() != null) {
            Command other = byKey.putIfAbsent(command.key(), command);
            if (other != null) {
                throw new IllegalArgumentException("%s of %s is the key of %s"
                        .formatted(command.key().getDisplayText(), command.id(), other.id()));
            }
        }
        byId.put(command.id(), command);
    }

    @Override
    public Optional<Command> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Collection<Command> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** The command of a key that has been pressed. */
    Optional<Command> match(KeyEvent event) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getKey().match(event))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
