package org.tierscope.tests.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tierscope.tests.Repository;

/**
 * A JavaScript program with the output it must give, as node gave it when the program was written.
 *
 * @param name the path without its end, from the folder of its kind: {@code hot/02-int-min},
 *     {@code samples/osr}
 * @param file the program
 * @param output all of its standard output
 * @param error the first line of the uncaught error that ends it, if one does
 */
public record GuestProgram(String name, Path file, String output, Optional<String> error) {
    private static final String PROGRAMS = "tests/src/test/resources/programs";
    private static final String APPLICATIONS = "tests/src/test/resources/applications";
    private static final String SAMPLES = "samples";

    /** The programs of the corpus, each about some part of the language, in the order of their names. */
    public static List<GuestProgram> corpus() {
        return in(PROGRAMS);
    }

    /** Longer programs as people write them, for a purpose, in the order of their names. */
    public static List<GuestProgram> applications() {
        return in(APPLICATIONS);
    }

    private static List<GuestProgram> in(String folder) {
        Path root = Repository.root().resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return scripts(files)
                    .map(file -> {
                        String name = withoutEnd(root.relativize(file));
                        Path error = root.resolve(name + ".err.txt");
                        return new GuestProgram(
                                name,
                                file,
                                text(root.resolve(name + ".out")),
                                Files.exists(error) ? Optional.of(text(error).strip()) : Optional.empty());
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The samples, which people run. */
    public static List<GuestProgram> samples() {
        Path root = Repository.root().resolve(SAMPLES);
        try (Stream<Path> files = Files.list(root)) {
            return scripts(files)
                    .map(file -> {
                        String name = withoutEnd(root.relativize(file));
                        String output = text(root.resolve("expected/" + name + ".txt"));
                        return new GuestProgram(SAMPLES + "/" + name, file, output, Optional.empty());
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that was made just now; what it prints is not known. */
    static GuestProgram written(Path folder, String name, String source) {
        Path file = folder.resolve(name + ".js");
        try {
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GuestProgram("generated/" + name, file, "", Optional.empty());
    }

    /** The folder it is in, which names what it is about. */
    public String group() {
        return name.substring(0, name.indexOf('/'));
    }

    public String source() {
        return text(file);
    }

    /** Its name, for test reports. */
    @Override
    public String toString() {
        return name;
    }

    private static Stream<Path> scripts(Stream<Path> files) {
        return files.filter(file -> file.toString().endsWith(".js")).sorted();
    }

    private static String withoutEnd(Path path) {
        String name = path.toString().replace('\\', '/');
        return name.substring(0, name.length() - ".js".length());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
