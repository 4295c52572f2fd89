package org.tierscope.views.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.EventMark;

class BytecodeLinesTest {
    private final Moment end = SampleRecording.session().now();

    @Test
    void everyInstructionHasALineWithItsCount() {
        List<CodeLine> lines = lines(SampleProgram.SUM);
        assertThat(line(lines, 25).text()).startsWith(" 25").contains("GET_ELEMENT r11, r0, r2").endsWith("k");
        assertThat(line(lines, 25).heat()).isGreaterThan(line(lines, 0).heat());
        assertThat(line(lines, 25).target()).contains(new Selection.Bytecode(SampleProgram.SUM, 25));
    }

    @Test
    void feedbackStandsBelowItsInstruction() {
        List<CodeLine> lines = lines(SampleProgram.ADD);
        int add = lines.indexOf(line(lines, 0));
        assertThat(lines.get(add + 1).text()).contains("int ∨ string");
        assertThat(lines.get(add + 1).target()).isEqualTo(lines.get(add).target());
    }

    @Test
    void osrEntriesAndDeoptimizationsAreMarked() {
        assertThat(line(lines(SampleProgram.SUM), SampleProgram.SUM_LOOP).mark()).contains(EventMark.OSR);
        assertThat(line(lines(SampleProgram.ADD), 0).mark()).contains(EventMark.DEOPT);
    }

    @Test
    void keysAreUnique() {
        assertThat(lines(SampleProgram.SUM)).extracting(CodeLine::key).doesNotHaveDuplicates();
    }

    private List<CodeLine> lines(int functionId) {
        BytecodeState bytecode = end.bytecode(functionId).orElseThrow();
        return new BytecodeLines(bytecode.function()).at(bytecode, end.transitions());
    }

    private static CodeLine line(List<CodeLine> lines, int pc) {
        return lines.stream().filter(line -> line.key().equals(pc)).findFirst().orElseThrow();
    }
}
