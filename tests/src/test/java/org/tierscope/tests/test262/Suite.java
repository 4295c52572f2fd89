package org.tierscope.tests.test262;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The test files of a checkout. */
final class Suite {
    private final Path checkout;

    Suite(Path checkout) {
        this.checkout = checkout;
    }

    /** Paths in the checkout of the test files that the patterns name, in their order. */
    List<String> files(List<String> patterns) throws IOException {
        Predicate<String> wanted = Patterns.files(patterns);
        try (Stream<Path> all = Files.walk(checkout.resolve("test"))) {
            return all.filter(Suite::isTest)
                    .map(path -> checkout.relativize(path).toString().replace('\\', '/'))
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isTest(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".js") && !name.contains("_FIXTURE") && Files.isRegularFile(path);
    }

    /** The runs that a file asks for. */
    List<TestCase> testsOf(String file) throws IOException {
        Metadata metadata =
                Metadata.of(new String(Files.readAllBytes(checkout.resolve(file)), StandardCharsets.UTF_8));
        return Mode.of(metadata).stream().map(mode -> new TestCase(file, mode, metadata)).toList();
    }
}
