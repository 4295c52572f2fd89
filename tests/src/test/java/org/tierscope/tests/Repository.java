package org.tierscope.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The source tree that the tests run in. */
public final class Repository {
    private Repository() {}

    /** The folder with the root pom; found upwards, because an IDE starts tests elsewhere than Maven does. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("tierscope"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not inside the source tree: " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    /** The text of a file, by its path from the root. */
    public static String text(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jars that a class path file of the build names, the modules of this build left out. */
    public static List<Path> librariesOf(String classPathFile) {
        Path own = root();
        return List.of(text(classPathFile).strip().split(":")).stream()
                .map(Path::of)
                .filter(jar -> !jar.startsWith(own))
                .toList();
    }
}
