package org.tierscope.views.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.EventMark;

class MachineLinesTest {
    private final Moment end = SampleRecording.session().now();

    @Test
    void everyInstructionHasALineWithAddressAndBytes() {
        List<CodeLine> lines = lines(true);
        var instructions = end.code(SampleRecording.CODE).orElseThrow().code().getInstructionsList();
        assertThat(lines.stream().filter(line -> line.key() instanceof Integer)).hasSameSizeAs(instructions);
        assertThat(with(lines, "add esi, r8d").text()).contains("4401c6");
        assertThat(with(lines(false), "add esi, r8d").text()).doesNotContain("4401c6");
    }

    @Test
    void aboveInstructionsStandsTheNodeAndTheLineTheyComeFrom() {
        List<CodeLine> lines = lines(true);
        CodeLine origin = lines.get(lines.indexOf(with(lines, "add esi, r8d")) - 1);
        assertThat(origin.text()).contains("; v19 AddInt32 v6, v17").contains(":3").contains("add");
        assertThat(origin.target()).contains(new Selection.Node(SampleRecording.COMPILATION, 19));
    }

    @Test
    void aGuardThatFailedSaysSo() {
        CodeLine guard = with(lines(true), "⚡not int32");
        assertThat(guard.mark()).contains(EventMark.DEOPT);
        assertThat(guard.text()).contains("×1");
        assertThat(guard.tooltip()).contains("v15 is an int32");
        assertThat(with(lines(true), "⚡overflow").mark()).isEmpty();
    }

    @Test
    void entriesAreMarked() {
        assertThat(lines(true).getFirst().text().strip()).isEqualTo("entry for calls");
    }

    private List<CodeLine> lines(boolean withBytes) {
        return MachineLines.of(end.code(SampleRecording.CODE).orElseThrow(), end, withBytes);
    }

    private static CodeLine with(List<CodeLine> lines, String text) {
        return lines.stream().filter(line -> line.text().contains(text)).findFirst().orElseThrow();
    }
}
