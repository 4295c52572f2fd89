package org.tierscope.tests.corpus;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Optional;

/**
 * What running a program gave.
 *
 * @param output all of its standard output
 * @param error the first line of the uncaught error that ended it, if one did
 */
public record Outcome(String output, Optional<String> error) {
    private static final int CONTEXT_LINES = 2;

    /** What the program must give. */
    public static Outcome expectedOf(GuestProgram program) {
        return new Outcome(program.output(), program.error());
    }

    /** What is different, for people: a unified diff, then the errors. Empty where nothing is. */
    public String differenceFrom(Outcome expected) {
        if (equals(expected)) {
            return "";
        }
        var text = new StringBuilder();
        List<String> want = expected.output.lines().toList();
        List<String> got = output.lines().toList();
        var patch = DiffUtils.diff(want, got);
        UnifiedDiffUtils.generateUnifiedDiff("expected", "got", want, patch, CONTEXT_LINES)
                .forEach(line -> text.append(line).append('\n'));
        if (patch.getDeltas().isEmpty() && !output.equals(expected.output)) {
            text.append("the outputs differ in their line ends only\n");
        }
        if (!error.equals(expected.error)) {
            text.append("expected error: ").append(expected.error.orElse("none"));
            text.append("\nerror:          ").append(error.orElse("none")).append('\n');
        }
        return text.toString();
    }
}
