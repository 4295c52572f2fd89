package org.tierscope.tests.test262;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.app.json.Json;

/** What differs from the results of another run: of tests that both have run, those that came to something else. */
final class Comparison {
    private final Map<String, String> before = new HashMap<>();

    private Comparison() {}

    /**
     * @param file what {@link ResultsFile} has written
     * @throws IllegalArgumentException where it is something else
     */
    static Comparison with(Path file) throws IOException {
        var comparison = new Comparison();
        try {
            var root = (Map<?, ?>) Json.parse(Files.readString(file));
            for (Object each : (List<?>) root.get("tests")) {
                var test = (Map<?, ?>) each;
                comparison.before.put(test.get("file") + " (" + test.get("mode") + ")", (String) test.get("status"));
            }
        } catch (ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException(file + " has no results of tests");
        }
        return comparison;
    }

    /** A line for each difference. */
    List<String> differences(List<Result> results) {
        return results.stream()
                .filter(result -> {
                    String other = before.get(result.test().toString());
                    return other != null && !other.equals(result.status().toString());
                })
                .map(result -> result.test() + ": " + before.get(result.test().toString()) + " before, "
                        + result.status() + " now" + (result.message().isEmpty() ? "" : ": " + firstLine(result)))
                .toList();
    }

    private static String firstLine(Result result) {
        return result.message().lines().findFirst().orElse("");
    }
}
