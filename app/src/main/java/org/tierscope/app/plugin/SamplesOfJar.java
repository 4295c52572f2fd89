package org.tierscope.app.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Copies the {@code samples/} of a jar to where programs can be run and edited. */
final class SamplesOfJar {
    private static final String SAMPLES = "samples/";

    private SamplesOfJar() {
    }

    /** The folder with the samples; empty if the jar has none. What was in the folder before goes. */
    static Optional<Path> unpack(Path jar, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> samples = zip.stream()
                    .filter(entry -> entry.getName().startsWith(SAMPLES) && !entry.isDirectory()).toList();
            if (samples.isEmpty()) {
                return Optional.empty();
            }
            clear(target);
            for (ZipEntry entry : samples) {
                Path file = target.resolve(entry.getName().substring(SAMPLES.length())).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(entry.getName() + " would lie outside of the folder of samples");
                }
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return Optional.of(target);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
