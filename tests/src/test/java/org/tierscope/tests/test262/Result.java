package org.tierscope.tests.test262;

import java.util.Locale;
import org.tierscope.engine.ConformanceHost.Phase;

/**
 * How a test went.
 *
 * @param message why it failed or was skipped; empty where it passed
 */
record Result(TestCase test, Status status, String message) {
    /** What a test can come to. */
    enum Status {
        PASS,
        FAIL,
        SKIP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Result skip(TestCase test, String why) {
        return new Result(test, Status.SKIP, why);
    }

    static Result fail(TestCase test, String why) {
        return new Result(test, Status.FAIL, why);
    }

    /** Judges a run by what the test's metadata asks for. */
    static Result of(TestCase test, Report report) {
        String problem = test.metadata().negative().isPresent()
                ? negativeProblem(test.metadata().negative().get(), report)
                : positiveProblem(test, report);
        return problem.isEmpty() ? new Result(test, Status.PASS, "") : fail(test, problem);
    }

    private static String positiveProblem(TestCase test, Report report) {
        if (report.phase() != Phase.NONE) {
            return report.message();
        }
        if (!test.metadata().has("async") || report.printed().equals("Test262:AsyncTestComplete")) {
            return "";
        }
        return report.printed().isEmpty() ? "$DONE was not called" : report.printed();
    }

    private static String negativeProblem(Metadata.Negative negative, Report report) {
        String expected = negative.type() + " (" + negative.phase() + ")";
        String actual = report.errorName() + " (" + report.phase().name().toLowerCase(Locale.ROOT) + ")";
        if (expected.equals(actual)) {
            return "";
        }
        return "expected " + expected + ", " + (report.phase() == Phase.NONE ? "nothing was thrown" : report.message());
    }
}
