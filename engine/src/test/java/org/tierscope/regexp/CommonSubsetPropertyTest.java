package org.tierscope.regexp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/**
 * What java.util.regex and JavaScript understand alike must match alike. Groups are left out of quantified parts, because only
 * JavaScript forgets them in each turn, and so are turns that match nothing, which only JavaScript takes back.
 */
class CommonSubsetPropertyTest {
    @Property(tries = 2000)
    void matchLikeJava(@ForAll("patterns") String pattern, @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 12) String input) {
        java.util.regex.Matcher java = Pattern.compile(pattern).matcher(input);
        String expected = "no";
        if (java.find()) {
            var groups = new StringBuilder(java.group());
            for (int i = 1; i <= java.groupCount(); i++) {
                groups.append('|').append(java.group(i) == null ? "-" : java.group(i));
            }
            expected = groups.toString();
        }
        assertThat(Matching.groups(pattern, "", input)).isEqualTo(expected);
        assertThat(Matching.groups(pattern, "u", input + "€")).isEqualTo(
                Matching.groups(pattern, "", input + "€"));
    }

    @Provide
    Arbitrary<String> patterns() {
        return sequence(2, true).list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("|", parts));
    }

    private static Arbitrary<String> sequence(int depth, boolean groups) {
        return part(depth, groups).list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> part(int depth, boolean groups) {
        Arbitrary<String> character = Arbitraries.of("a", "b", "c", "d", ".", "[ab]", "[^a]", "[b-d]", "\\w", "\\b", "^", "$");
        Arbitrary<String> single = Arbitraries.of("a", "b", "c", "[ab]", "[^b]", ".");
        Arbitrary<String> repeated = Combinators.combine(single, quantifier()).as(String::concat);
        if (depth == 0) {
            return Arbitraries.oneOf(character, repeated);
        }
        Arbitrary<String> inner = sequence(depth - 1, groups);
        Arbitrary<String> plain = sequence(depth - 1, false);
        Arbitrary<String> look = Combinators.combine(Arbitraries.of("(?=", "(?!", "(?<!"), single)
                .as((open, body) -> open + body + ")");
        Arbitrary<String> loop = Combinators.combine(single, plain, quantifier())
                .as((head, body, quantifier) -> "(?:" + head + body + ")" + quantifier);
        Arbitrary<String> group = Combinators.combine(inner, inner)
                .as((left, right) -> (groups ? "(" : "(?:") + left + "|" + right + ")");
        return Arbitraries.oneOf(character, repeated, look, loop, group);
    }

    private static Arbitrary<String> quantifier() {
        return Arbitraries.of("*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{1,}?", "{0,2}?");
    }
}
