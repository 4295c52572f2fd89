package org.tierscope.tests.test262;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of results for people: by directory, by feature, and against what is known to fail. */
final class Summary {
    private static final int MAX_LISTED = 200;

    private final List<Result> results;
    private final KnownFailures known;

    Summary(List<Result> results, KnownFailures known) {
        this.results = results;
        this.known = known;
    }

    /** Failures that the list does not know. */
    List<Result> newFailures() {
        return results.stream()
                .filter(result -> result.status() == Result.Status.FAIL && known.reason(result.test()).isEmpty())
                .toList();
    }

    /** Tests on the list that pass. */
    List<Result> newPasses() {
        return results.stream()
                .filter(result -> result.status() == Result.Status.PASS && known.reason(result.test()).isPresent())
                .toList();
    }

    String text() {
        var text = new StringBuilder();
        text.append(table("directory", result -> Stream.of(directory(result, 2), directory(result, 1))));
        text.append('\n').append(table("feature", result -> result.test().metadata().features().stream()));
        text.append('\n').append(knownGroups());
        list(text, "start to pass; take them off the list of known failures", newPasses(), false);
        list(text, "fail and are not known to", newFailures(), true);
        text.append('\n').append(line("all", results)).append('\n');
        return text.toString();
    }

    private String table(String title, Function<Result, Stream<String>> keys) {
        Map<String, List<Result>> rows = new TreeMap<>();
        results.forEach(result -> keys.apply(result)
                .distinct()
                .forEach(key -> rows.computeIfAbsent(key, k -> new ArrayList<>()).add(result)));
        return "%-50s %7s %7s %7s %8s%n".formatted(title, "pass", "fail", "skip", "passed")
                + rows.entrySet().stream()
                        .map(row -> line(row.getKey(), row.getValue()))
                        .collect(Collectors.joining());
    }

    private static String line(String name, List<Result> rows) {
        long pass = count(rows, Result.Status.PASS);
        long fail = count(rows, Result.Status.FAIL);
        String rate = pass + fail == 0 ? "" : "%.2f%%".formatted(Math.floor(1e4 * pass / (pass + fail)) / 100);
        return "%-50s %7d %7d %7d %8s%n".formatted(name, pass, fail, count(rows, Result.Status.SKIP), rate);
    }

    private static long count(List<Result> rows, Result.Status status) {
        return rows.stream().filter(row -> row.status() == status).count();
    }

    /** The first folders of a test's path below "test". */
    private static String directory(Result result, int depth) {
        String[] parts = result.test().file().split("/");
        return Stream.of(parts).skip(1).limit(Math.min(depth, Math.max(1, parts.length - 2)))
                .collect(Collectors.joining("/"));
    }

    private String knownGroups() {
        Map<String, Long> groups = results.stream()
                .filter(result -> result.status() == Result.Status.FAIL)
                .flatMap(result -> known.reason(result.test()).stream())
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
        return groups.entrySet().stream()
                .map(group -> "known: %6d fail: %s%n".formatted(group.getValue(), group.getKey()))
                .collect(Collectors.joining());
    }

    private static void list(StringBuilder text, String title, List<Result> listed, boolean messages) {
        if (listed.isEmpty()) {
            return;
        }
        text.append('\n').append(listed.size()).append(" tests ").append(title).append(":\n");
        listed.stream().limit(MAX_LISTED).forEach(result -> text.append("  ")
                .append(result.test())
                .append(messages ? ": " + result.message().lines().findFirst().orElse("") : "")
                .append('\n'));
        if (listed.size() > MAX_LISTED) {
            text.append("  and ").append(listed.size() - MAX_LISTED).append(" more (--out has all)\n");
        }
    }
}
