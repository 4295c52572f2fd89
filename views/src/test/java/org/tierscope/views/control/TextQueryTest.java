package org.tierscope.views.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextQueryTest {
    private static final List<String> LINES = List.of("GetElement r3", "add r1", "ADD r2", "a.d");

    private static List<Integer> found(String text, boolean matchCase, boolean pattern) {
        return TextQuery.of(text, matchCase, pattern).orElseThrow().linesOf(LINES);
    }

    @Test
    void capitalsCountOnlyIfTheyAreToCount() {
        assertThat(found("add", false, false)).containsExactly(1, 2);
        assertThat(found("add", true, false)).containsExactly(1);
    }

    @Test
    void aPointIsAPointUnlessPatternsAreMeant() {
        assertThat(found("a.d", false, false)).containsExactly(3);
        assertThat(found("a.d", false, true)).containsExactly(1, 2, 3);
    }

    @Test
    void theFirstPlaceInALineIsKnown() {
        assertThat(TextQuery.of("r", false, false).orElseThrow().in("GetElement r3"))
                .contains(new TextQuery.Range(11, 12));
    }

    @Test
    void textThatIsNoPatternGivesNothing() {
        assertThat(TextQuery.of("(", false, true)).isEmpty();
        assertThat(TextQuery.of("(", false, false)).isPresent();
    }
}
