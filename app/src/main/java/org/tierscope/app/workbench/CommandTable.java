package org.tierscope.app.workbench;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.Commands;

/** The commands of a window, by id and by key. Keys that the person has chosen are kept in the settings. */
final class CommandTable implements Commands {
    private static final String KEY = "key.";

    private record Entry(Command command, ReadOnlyObjectWrapper<KeyCombination> key) {
    }

    private final Settings settings;
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    CommandTable(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void add(Command command) {
        if (byId.containsKey(command.id())) {
            throw new IllegalArgumentException("there is already a command " + command.id());
        }
        byId.put(command.id(), new Entry(command, new ReadOnlyObjectWrapper<>(firstKey(command))));
        listeners.forEach(Runnable::run);
    }

    /** The key that the person chose for it, else its own unless the person gave that to another command. */
    private KeyCombination firstKey(Command command) {
        Optional<String> chosen = settings.get(KEY + command.id());
        if (chosen.isPresent()) {
            try {
                KeyCombination key = chosen.get().isEmpty() ? null : KeyCombination.valueOf(chosen.get());
                take(key);
                return key;
            } catch (IllegalArgumentException e) {
                settings.note("The key " + chosen.get() + " of " + command.title() + " could not be read");
            }
        }
        if (command.key() == null) {
            return null;
        }
        Optional<Command> other = withKey(command.key());
        if (other.isEmpty()) {
            return command.key();
        }
        if (settings.get(KEY + other.get().id()).isEmpty()) {
            throw new IllegalArgumentException("%s of %s is the key of %s"
                    .formatted(command.key().getDisplayText(), command.id(), other.get().id()));
        }
        return null;
    }

    private void take(KeyCombination key) {
        if (key != null) {
            withKey(key).ifPresent(other -> byId.get(other.id()).key().set(null));
        }
    }

    @Override
    public Optional<Command> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(Entry::command);
    }

    @Override
    public Collection<Command> all() {
        return Collections.unmodifiableList(byId.values().stream().map(Entry::command).toList());
    }

    @Override
    public ReadOnlyObjectProperty<KeyCombination> key(String id) {
        return entry(id).key().getReadOnlyProperty();
    }

    @Override
    public void bind(String id, KeyCombination key) {
        Entry entry = entry(id);
        if (key != null) {
            withKey(key).filter(other -> !other.id().equals(id)).ifPresent(other -> set(byId.get(other.id()), null));
        }
        set(entry, key);
    }

    private void set(Entry entry, KeyCombination key) {
        Command command = entry.command();
        entry.key().set(key);
        if (key == null ? command.key() == null : key.equals(command.key())) {
            settings.remove(KEY + command.id());
        } else {
            settings.set(KEY + command.id(), key == null ? "" : key.getName());
        }
    }

    private Entry entry(String id) {
        Entry entry = byId.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("there is no command " + id);
        }
        return entry;
    }

    /** The command of a key that has been pressed. */
    Optional<Command> match(KeyEvent event) {
        return byId.values().stream()
                .filter(entry -> entry.key().get() != null && entry.key().get().match(event))
                .map(Entry::command)
                .findFirst();
    }

    /** Takes a command out again; its key in the settings stays, should it come back. */
    void remove(String id) {
        if (byId.remove(id) != null) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Calls {@code listener} when a command has been added or taken out. */
    void onChanged(Runnable listener) {
        listeners.add(listener);
    }
}
