package org.tierscope.views.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.Moment;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;

class SourceNotesTest {
    private final Moment end = SampleRecording.session().now();

    @Test
    void deoptimizationsStandOnTheLineOfTheFailedGuess() {
        SourceNotes.Line line = notes(end).line(lineOf("return a + b"));
        assertThat(line.deopts()).isEqualTo(1);
        assertThat(line.deoptReason()).isEqualTo("not int32");
    }

    @Test
    void osrEntriesStandOnTheLineOfTheLoop() {
        assertThat(notes(end).line(lineOf("for (let i = 0")).osrEntries()).isPositive();
    }

    @Test
    void functionsHaveTheColourOfTheirTierAtTheMoment() {
        int line = lineOf("total = add");
        assertThat(notes(SampleRecording.session().at(0)).line(line).tier()).isNotEqualTo(notes(end).line(line).tier());
        assertThat(notes(SampleRecording.session().at(SampleRecording.DEOPT - 1)).line(line).tier())
                .contains(Tier.OPTIMIZING);
        assertThat(notes(end).line(lineOf("console.log")).tier()).isEmpty();
    }

    @Test
    void theHottestLineIsTheInnermost() {
        SourceNotes notes = notes(end);
        assertThat(notes.line(lineOf("total = add")).heat()).isGreaterThan(notes.line(lineOf("let total")).heat());
        assertThat(notes.line(lineOf("total = add")).count()).isPositive();
    }

    @Test
    void linesThatDoNotExistHaveNothingToSay() {
        assertThat(notes(end).line(999)).isEqualTo(SourceNotes.Line.NONE);
        assertThat(notes(end).line(-1)).isEqualTo(SourceNotes.Line.NONE);
    }

    private static SourceNotes notes(Moment moment) {
        return SourceNotes.of(moment, SampleRecording.session().now().source(SampleProgram.SOURCE).orElseThrow());
    }

    private static int lineOf(String text) {
        return new LineIndex(SampleProgram.TEXT).lineOf(SampleProgram.TEXT.indexOf(text));
    }
}
