package org.tierscope.views.codecache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.views.codecache.CodeMap.Piece;
import org.tierscope.views.codecache.CodeMap.Strip;

class CodeMapTest {

    @Test
    void whatDoesNotFitIntoARowGoesOnInTheNext() {
        CodeMap map = CodeMap.of(List.of(new Piece(1, 1000, 50), new Piece(2, 1050, 100)), 100);
        assertThat(map.strips()).containsExactly(new Strip(1, 0, 0, 0.5), new Strip(2, 0, 0.5, 0.5), new Strip(2, 1, 0, 0.5));
        assertThat(map.rows()).isEqualTo(2);
    }

    @Test
    void shortGapsAreShownAndLongOnesAreLeftOut() {
        List<Piece> pieces = List.of(new Piece(1, 0x7f0000000000L, 60), new Piece(2, 0x7f0000000050L, 20),
                new Piece(3, 0x7fff00000000L, 40));
        assertThat(CodeMap.of(pieces, 1000).strips()).containsExactly(new Strip(1, 0, 0, 0.06), new Strip(2, 0, 0.08, 0.02),
                new Strip(3, 0, 0.356, 0.04));
        assertThat(CodeMap.extent(pieces)).isEqualTo(396);
    }

    @Test
    void thePieceUnderAPlaceIsFound() {
        CodeMap map = CodeMap.of(List.of(new Piece(7, 0, 50), new Piece(8, 60, 40)), 100);
        assertThat(map.at(0, 0.2)).contains(7);
        assertThat(map.at(0, 0.55)).isEmpty();
        assertThat(map.at(0, 0.7)).contains(8);
        assertThat(map.at(1, 0.2)).isEmpty();
    }

    @Test
    void nothingIsNoFault() {
        assertThat(CodeMap.of(List.of(), 100).rows()).isZero();
        assertThat(CodeMap.extent(List.of())).isZero();
    }
}
