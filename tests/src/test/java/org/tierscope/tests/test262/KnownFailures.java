package org.tierscope.tests.test262;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The tests that are known to fail, and why: {@code tests/known-failures.txt}. */
final class KnownFailures {
    private record Group(Predicate<TestCase> tests, String reason) {}

    private final Map<String, List<Group>> byFile = new HashMap<>();
    private final List<Group> others = new ArrayList<>();

    KnownFailures(ReasonList list) {
        for (ReasonList.Entry entry : list.entries()) {
            var group = new Group(Patterns.test(entry.name()), entry.reason());
            int end = entry.name().indexOf(".js");
            boolean oneFile = end > 0 && entry.name().chars().noneMatch(c -> "*?[{".indexOf(c) >= 0);
            if (oneFile) {
                byFile.computeIfAbsent(entry.name().substring(0, end + 3), file -> new ArrayList<>()).add(group);
            } else {
                others.add(group);
            }
        }
    }

    /** Why the test is known to fail; empty where it is not. */
    Optional<String> reason(TestCase test) {
        String relative = test.file().startsWith("test/") ? test.file().substring(5) : test.file();
        for (List<Group> groups :
                List.of(byFile.getOrDefault(relative, List.of()), byFile.getOrDefault(test.file(), List.of()), others)) {
            for (Group group : groups) {
                if (group.tests.test(test)) {
                    return Optional.of(group.reason);
                }
            }
        }
        return Optional.empty();
    }
}
