package org.tierscope.views.explorer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tierscope.views.api.Lesson;

/**
 * A line of the explorer.
 *
 * @param file what it opens; empty for a group
 * @param note what a program says about itself in its first line, or where it lies
 */
record Entry(String name, String note, Optional<Path> file, List<Entry> children) {
    private static final int MOST_OF_A_FOLDER = 500;

    static Entry group(String name, String note, List<Entry> children) {
        return new Entry(name, note, Optional.empty(), children);
    }

    boolean isRecording() {
        return file.filter(path -> path.toString().endsWith(".tsr")).isPresent();
    }

    boolean isLesson() {
        return file.filter(path -> path.toString().endsWith(".md")).isPresent();
    }

    /** Reads directories and first lines: not for the JavaFX thread. Groups that would be empty are left out. */
    static List<Entry> all(List<Path> samples, List<Path> recent, Optional<Path> open) {
        List<Entry> groups = new ArrayList<>();
        groups.add(group("Lessons", "steps to read and to try", samples.stream()
                .flatMap(folder -> Lesson.in(folder).stream())
                .map(lesson -> new Entry(lesson.title(), lesson.about(), Optional.of(lesson.file()), List.of())).toList()));
        for (Path folder : samples) {
            String name = folder.equals(samples.getFirst()) ? "Samples" : "Samples of " + folder.getFileName();
            groups.add(group(name, folder.toString(), files(folder, ".js", ".mjs")));
        }
        groups.add(group("Recent", "opened lately", recent.stream().filter(Files::isRegularFile)
                .map(path -> new Entry(path.getFileName().toString(), String.valueOf(path.getParent()),
                        Optional.of(path), List.of())).toList()));
        open.map(Path::getParent).ifPresent(folder -> {
            groups.add(group(String.valueOf(folder.getFileName()), folder.toString(), files(folder, ".js", ".mjs")));
            groups.add(group("Recordings", folder.toString(), files(folder, ".tsr")));
        });
        return groups.stream().filter(group -> !group.children().isEmpty()).toList();
    }

    private static List<Entry> files(Path folder, String... endings) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
                    .filter(Files::isRegularFile).sorted().limit(MOST_OF_A_FOLDER)
                    .map(path -> new Entry(path.getFileName().toString(), firstWords(path), Optional.of(path), List.of()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The comment that a program begins with, up to its first line end; empty if there is none. */
    private static String firstWords(Path path) {
        if (path.toString().endsWith(".tsr")) {
            return "";
        }
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            String line = reader.readLine();
            return line != null && line.startsWith("//") ? line.substring(2).strip() : "";
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    boolean mentions(String wanted) {
        return (name + " " + note).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
