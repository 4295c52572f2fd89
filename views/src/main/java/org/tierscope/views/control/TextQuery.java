package org.tierscope.views.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What is searched for in lines of text. */
public record TextQuery(Pattern pattern) {

    /** Where in a line it was found: [start, end). */
    public record Range(int start, int end) {
    }

    /** Empty if {@code text} is meant as a regular expression and is none. */
    public static Optional<TextQuery> of(String text, boolean matchCase, boolean isPattern) {
        int flags = (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE) | (isPattern ? 0 : Pattern.LITERAL);
        try {
            return Optional.of(new TextQuery(Pattern.compile(text, flags)));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** The first place in a line. */
    public Optional<Range> in(String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? Optional.of(new Range(matcher.start(), matcher.end())) : Optional.empty();
    }

    /** Indices of the lines that have it. */
    public List<Integer> linesOf(List<String> lines) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (in(lines.get(i)).isPresent()) {
                found.add(i);
            }
        }
        return List.copyOf(found);
    }
}
