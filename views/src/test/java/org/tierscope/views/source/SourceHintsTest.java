package org.tierscope.views.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.session.Moment;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;

class SourceHintsTest {
    private final Moment end = SampleRecording.session().now();
    private final SourceLoaded source = end.sources().stream().filter(s -> !s.getInternal()).findFirst().orElseThrow();

    private String hint(String code) {
        int line = new LineIndex(source.getText()).lineOf(source.getText().indexOf(code));
        SourceHints.Hint hint = SourceHints.of(end, source).lines().get(line);
        return hint == null ? "" : hint.text();
    }

    @Test
    void anOperatorThatHasSeenSeveralTypesSaysSoAndIsMarked() {
        assertThat(hint("return a + b")).startsWith("int32 | string");
        assertThat(SourceHints.of(end, source).lines().values()).anyMatch(SourceHints.Hint::bad);
    }

    @Test
    void aCallThatWasInlinedSaysWhat() {
        assertThat(SourceHints.of(end, source).lines().values()).extracting(SourceHints.Hint::text)
                .anyMatch(text -> text.contains("inlined add"));
    }

    @Test
    void beforeAnythingHasRunThereAreNone() {
        assertThat(SourceHints.of(end.session().at(0), source).lines()).isEmpty();
    }

    @Test
    void thePointerTellsWhatAnOperationHasSeen() {
        int plus = source.getText().indexOf("a + b");
        assertThat(HoverText.of(end, source, plus + 2)).contains("a + b: ").contains("int32 | string");
    }

    @Test
    void thePointerTellsTheValueOfAVariableAtTheLastChangeOfTiers() {
        assertThat(HoverText.of(end, source, source.getText().indexOf("a + b"))).containsPattern("a was .+ at .+ .deoptimization");
    }

    @Test
    void thePointerTellsTheTierOfAFunctionThatIsNamed() {
        String name = end.function(SampleProgram.ADD).orElseThrow().name();
        int call = source.getText().indexOf("= " + name + "(");
        assertThat(HoverText.of(end, source, call + 2)).contains("function " + name + ": ");
    }

    @Test
    void wordsAreFoundFromAnyOfTheirLetters() {
        assertThat(HoverText.identifier("a + total;", 6)).isEqualTo("total");
        assertThat(HoverText.identifier("a + total;", 2)).isEmpty();
        assertThat(HoverText.identifier("x1 = 12", 6)).isEmpty();
    }
}
