package org.tierscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.session.sample.SampleRecording.CODE;
import static org.tierscope.session.sample.SampleRecording.COMPILATION;

import org.junit.jupiter.api.Test;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;

class LinksTest {

    private final Moment moment = SampleRecording.session().now();

    @Test
    void caretInTheSourceLeadsToTheInnermostExpression() {
        int plus = SampleProgram.TEXT.indexOf("a + b") + 2;
        Links links = Links.of(moment, new Selection.SourceRange(SampleProgram.SOURCE, plus, plus));
        assertThat(links.pcsIn(SampleProgram.ADD)).containsExactly(0);
        assertThat(links.nodesIn(COMPILATION)).containsExactlyInAnyOrder(17, 18, 19);
        assertThat(links.offsetsIn(CODE)).hasSize(6);
    }

    @Test
    void lineInTheSourceLeadsToAllThatBeginsInIt() {
        int start = SampleProgram.TEXT.indexOf("  return a + b");
        Links links = Links.of(moment, new Selection.SourceRange(SampleProgram.SOURCE, start, start + 15));
        assertThat(links.pcsIn(SampleProgram.ADD)).containsExactlyInAnyOrder(0, 5);
        assertThat(links.hasFunction(SampleProgram.ADD)).isTrue();
    }

    @Test
    void nodeLeadsToItsBytecodeItsSourceAndItsOwnInstructionsOnly() {
        Links links = Links.of(moment, new Selection.Node(COMPILATION, 19));
        assertThat(links.nodesIn(COMPILATION)).containsExactly(19);
        assertThat(links.pcsIn(SampleProgram.ADD)).containsExactly(0);
        assertThat(links.sourcesIn(SampleProgram.SOURCE)).singleElement()
                .satisfies(r -> assertThat(SampleProgram.TEXT.substring(r.start(), r.end())).isEqualTo("a + b"));
        assertThat(links.offsetsIn(CODE)).hasSize(2);
        assertThat(links.exits()).containsExactly(new Selection.Exit(CODE, 4));
    }

    @Test
    void instructionLeadsBackToItsNode() {
        int offset = moment.code(CODE).orElseThrow().code().getInstructionsList().stream()
                .filter(i -> i.getText().equals("inc edi")).findFirst().orElseThrow().getOffset();
        Links links = Links.of(moment, new Selection.Instruction(CODE, offset));
        assertThat(links.nodesIn(COMPILATION)).containsExactly(22);
        assertThat(links.pcsIn(SampleProgram.SUM)).containsExactly(35);
    }

    @Test
    void deoptLeadsToItsExitGuardAndPosition() {
        Transition deopt = moment.transitions().getLast();
        Links links = Links.of(moment, new Selection.EventAt(deopt.eventIndex()));
        assertThat(links.exits()).containsExactly(new Selection.Exit(CODE, SampleRecording.EXIT));
        assertThat(links.nodesIn(COMPILATION)).containsExactly(17);
        assertThat(links.pcsIn(SampleProgram.ADD)).containsExactly(0);
        assertThat(links.hasFunction(SampleProgram.SUM)).isTrue();
    }

    @Test
    void shapeLeadsToWhereItWasMadeAndToCachesThatKnowIt() {
        assertThat(Links.of(moment, new Selection.Shape(51)).pcsIn(SampleProgram.PROGRAM)).containsExactly(61);
        assertThat(Links.of(moment, new Selection.Shape(42)).pcsIn(SampleProgram.SUM)).containsExactlyInAnyOrder(6, 25);
    }

    @Test
    void unknownThingsHaveNoCounterparts() {
        assertThat(Links.of(moment, new Selection.Bytecode(99, 0)).isEmpty()).isTrue();
        assertThat(Links.of(moment, new Selection.EventAt(-1)).isEmpty()).isTrue();
    }
}
