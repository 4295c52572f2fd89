package org.tierscope.tests.test262;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.app.json.Json;

/** {@code {"tests":[{"file","mode","features","status","message"}]}}. */
final class ResultsFile {
    private ResultsFile() {}

    static void write(Path file, List<Result> results) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("{\"tests\":[");
            String separator = "\n";
            for (Result result : results) {
                out.write(separator);
                out.write(Json.of(toMap(result)));
                separator = ",\n";
            }
            out.write("\n]}\n");
        }
    }

    private static Map<String, Object> toMap(Result result) {
        var map = new LinkedHashMap<String, Object>();
        map.put("file", result.test().file());
        map.put("mode", result.test().mode().toString());
        map.put("features", result.test().metadata().features());
        map.put("status", result.status().toString());
        map.put("message", result.message());
        return map;
    }
}
