package org.tierscope.views.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreakerTest {

    @Test
    void aLongLineIsBrokenBetweenWordsAndKeepsItsColours() {
        CodeLine line = CodeLine.of("key").add("moved ", "code-muted").add("v12", "code-register")
                .add(" out of the loop").build();
        List<CodeLine> pieces = CodeLine.wrapped(List.of(line), 16);
        assertThat(pieces).extracting(CodeLine::text).containsExactly("moved v12 out of", "    the loop");
        assertThat(pieces.getFirst().spans()).extracting(CodeSpan::style).containsExactly("code-muted", "code-register", "");
    }

    @Test
    void eachPieceHasAKeyOfItsOwnAndTheFirstHasTheLines() {
        CodeLine line = CodeLine.of("key").add("one two three four").build();
        assertThat(CodeLine.wrapped(List.of(line), 12)).extracting(CodeLine::key).doesNotHaveDuplicates()
                .startsWith("key");
    }

    @Test
    void aWordThatIsTooLongIsCut() {
        CodeLine line = CodeLine.of("key").add("abcdefghijkl").build();
        assertThat(CodeLine.wrapped(List.of(line), 8)).extracting(CodeLine::text).containsExactly("abcdefgh", "    ijkl");
    }

    @Test
    void aLineThatFitsStaysAsItIs() {
        List<CodeLine> lines = List.of(CodeLine.of("key").add("short").build());
        assertThat(CodeLine.wrapped(lines, 5)).isEqualTo(lines);
    }
}
