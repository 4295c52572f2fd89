package org.tierscope.tests.test262;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;

/**
 * Patterns for test files: a folder names all below it, a file itself, a glob what {@link
 * java.nio.file.FileSystem#getPathMatcher} says, each relative to the folder {@code test} of a checkout (which they may name
 * too). A mode in parentheses behind it, {@code built-ins/Array/length.js (strict)}, names that run only.
 */
final class Patterns {
    private static final String ROOT = "test/";

    private Patterns() {}

    /** Whether any of the patterns names the file. */
    static Predicate<String> files(List<String> patterns) {
        return patterns.stream().map(Patterns::file).reduce(Predicate::or).orElse(file -> false);
    }

    private static Predicate<String> file(String pattern) {
        String plain = relative(pattern);
        if (plain.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
            return file -> {
                String path = relative(file);
                return path.equals(plain) || path.startsWith(plain + "/");
            };
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + plain);
        return file -> matcher.matches(Path.of(relative(file)));
    }

    /** Whether the pattern names the test. */
    static Predicate<TestCase> test(String pattern) {
        int open = pattern.endsWith(")") ? pattern.lastIndexOf(" (") : -1;
        if (open < 0) {
            Predicate<String> file = file(pattern);
            return test -> file.test(test.file());
        }
        Predicate<String> file = file(pattern.substring(0, open));
        String mode = pattern.substring(open + 2, pattern.length() - 1);
        return test -> test.mode().toString().equals(mode) && file.test(test.file());
    }

    private static String relative(String pattern) {
        String plain = pattern.startsWith(ROOT) ? pattern.substring(ROOT.length()) : pattern;
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
