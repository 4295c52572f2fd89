package org.tierscope.views.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierscope.record.proto.MachineInstruction;
import org.tierscope.views.machine.JumpArrows.Jump;

class JumpArrowsTest {

    @Test
    void aJumpForwardAndALoop() {
        assertThat(String.join("\n", JumpArrows.draw(6, List.of(new Jump(1, 5), new Jump(4, 2))))).isEqualTo("""
                \s\s\s
                ╭──
                │╭▸
                ││\s
                │╰─
                ╰─▸""");
    }

    @Test
    void jumpsThatDoNotMeetShareALane() {
        assertThat(JumpArrows.draw(5, List.of(new Jump(0, 1), new Jump(3, 4)))).containsExactly("╭─", "╰▸", "  ", "╭─", "╰▸");
    }

    @Test
    void crossingJumpsAreDrawnThroughEachOther() {
        assertThat(JumpArrows.draw(4, List.of(new Jump(0, 2), new Jump(1, 3)))).containsExactly(" ╭─", "╭┼─", "│╰▸", "╰─▸");
    }

    @Test
    void withoutJumpsThereIsNoMargin() {
        assertThat(JumpArrows.draw(2, List.of())).containsExactly("", "");
    }

    @Test
    void thereIsNeverMoreThanAFewLanes() {
        List<Jump> many = IntStream.range(0, 20).mapToObj(i -> new Jump(i, 60 - i)).toList();
        assertThat(JumpArrows.draw(61, many)).allMatch(row -> row.length() == JumpArrows.MOST_LANES + 1);
    }

    @ParameterizedTest
    @CsvSource({"ebfe,0", "75 10,18", "e9fbffffff,0", "0f8510000000,22", "0f85faffffff,0"})
    void targetsAreReadFromTheBytes(String hex, int target) {
        assertThat(JumpTargets.of(instruction(hex))).hasValue(target);
    }

    @ParameterizedTest
    @CsvSource({"c3", "ff24c8", "90", "''", "0f8510", "e8fbffffff"})
    void whatIsNoRelativeJumpHasNoTarget(String hex) {
        assertThat(JumpTargets.of(instruction(hex))).isEmpty();
    }

    private static MachineInstruction instruction(String hex) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
        return MachineInstruction.newBuilder().setCode(ByteString.copyFrom(bytes)).build();
    }
}
