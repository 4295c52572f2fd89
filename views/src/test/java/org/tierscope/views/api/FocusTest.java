package org.tierscope.views.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;

class FocusTest {
    private final Moment end = SampleRecording.session().now();

    @Test
    void withoutASelectionTheBusiestFunctionIsShown() {
        Focus focus = Focus.of(end, Optional.empty(), Links.NONE);
        assertThat(focus.function().orElseThrow().name()).isEqualTo("sum");
        assertThat(focus.compilation().orElseThrow().id()).isEqualTo(SampleRecording.COMPILATION);
        assertThat(focus.code().orElseThrow().id()).isEqualTo(SampleRecording.CODE);
    }

    @Test
    void anInlinedNodeShowsTheBytecodeItComesFromAndTheGraphItIsIn() {
        Focus focus = focus(new Selection.Node(SampleRecording.COMPILATION, 19));
        assertThat(focus.function().orElseThrow().id()).isEqualTo(SampleProgram.ADD);
        assertThat(focus.compilation().orElseThrow().id()).isEqualTo(SampleRecording.COMPILATION);
        assertThat(focus.code().orElseThrow().id()).isEqualTo(SampleRecording.CODE);
    }

    @Test
    void aFunctionThatWasOnlyInlinedShowsTheGraphOfItsCaller() {
        Focus focus = focus(new Selection.Bytecode(SampleProgram.ADD, 0));
        assertThat(focus.function().orElseThrow().id()).isEqualTo(SampleProgram.ADD);
        assertThat(focus.compilation().orElseThrow().started().getFunctionId()).isEqualTo(SampleProgram.SUM);
    }

    @Test
    void aPlaceInTheTextShowsTheFunctionAroundIt() {
        int offset = SampleProgram.TEXT.indexOf("function sum") + 2;
        assertThat(focus(new Selection.SourceRange(SampleProgram.SOURCE, offset, offset)).function().orElseThrow().name())
                .isEqualTo("sum");
    }

    @Test
    void anInstructionShowsItsCodeEvenIfThatIsNoLongerValid() {
        Focus focus = focus(new Selection.Instruction(SampleRecording.CODE, 0));
        assertThat(focus.code().orElseThrow().id()).isEqualTo(SampleRecording.CODE);
        assertThat(focus.code().orElseThrow().isValid()).isFalse();
    }

    @Test
    void beforeAnythingHappenedThereIsNothingToShow() {
        Moment start = new org.tierscope.session.Session().now();
        Focus focus = Focus.of(start, Optional.empty(), Links.NONE);
        assertThat(focus.function()).isEmpty();
        assertThat(focus.compilation()).isEmpty();
        assertThat(focus.code()).isEmpty();
    }

    private Focus focus(Selection selection) {
        return Focus.of(end, Optional.of(selection), Links.of(end, selection));
    }
}
