package org.tierscope.app.workbench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What the workbench remembers from one start to the next, in {@code workbench.properties}. Nothing in it is needed: a
 * missing or damaged file means defaults and, if it is damaged, a note.
 */
public final class Settings {
    private static final String FILE = "workbench.properties";
    private static final String RECENT = "recent.";
    private static final int MOST_RECENT = 10;

    private final Path file;
    private final Properties values;
    private final List<String> notes = new ArrayList<>();

    private Settings(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /** Reads the settings in a directory, which need not exist. */
    public static Settings in(Path directory) {
        Path file = directory.resolve(FILE);
        Properties values = new Properties();
        Settings settings = new Settings(file, values);
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (NoSuchFileException first) {
            return settings;
        } catch (IOException | IllegalArgumentException e) {
            values.clear();
            settings.note("The settings in " + file + " could not be read (" + e.getMessage() + "); defaults are used");
        }
        return settings;
    }

    /** Where this system keeps the settings of a user's programs. */
    public static Path userDirectory() {
        String home = System.getProperty("user.home");
        String os = System.getProperty("os.name").toLowerCase();
        if (os.contains("win") && System.getenv("APPDATA") != null) {
            return Path.of(System.getenv("APPDATA"), "Tierscope");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Tierscope");
        }
        String config = System.getenv("XDG_CONFIG_HOME");
        return config == null || config.isEmpty() ? Path.of(home, ".config", "tierscope") : Path.of(config, "tierscope");
    }

    /** Says something about these settings, to be shown when the window opens. */
    void note(String text) {
        notes.add(text);
    }

    /** What was wrong with the settings. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    public double getNumber(String key, double otherwise) {
        try {
            return get(key).map(Double::parseDouble).orElse(otherwise);
        } catch (NumberFormatException e) {
            note("The setting " + key + " is not a number");
            return otherwise;
        }
    }

    public void set(String key, String value) {
        values.setProperty(key, value);
    }

    /** In alphabetical order. */
    List<String> keysBeginningWith(String start) {
        return values.stringPropertyNames().stream().filter(key -> key.startsWith(start)).sorted().toList();
    }

    public void remove(String key) {
        values.remove(key);
    }

    /** Files opened lately, the last one first. */
    public List<Path> recentFiles() {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < MOST_RECENT; i++) {
            get(RECENT + i).map(Path::of).ifPresent(files::add);
        }
        return files;
    }

    public void addRecentFile(Path newFile) {
        List<Path> files = new ArrayList<>(recentFiles());
        files.remove(newFile);
        files.addFirst(newFile);
        for (int i = 0; i < Math.min(MOST_RECENT, files.size()); i++) {
            set(RECENT + i, files.get(i).toString());
        }
    }

    /** Writes the settings, whole or not at all. */
    public void save() throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(FILE + ".new");
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            values.store(writer, "Tierscope workbench");
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
