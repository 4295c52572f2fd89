package org.tierscope.views.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineIndexTest {

    @Test
    void everyOffsetHasItsLine() {
        LineIndex index = new LineIndex("ab\n\nc\n");
        assertThat(index.count()).isEqualTo(4);
        assertThat(new int[] {index.lineOf(0), index.lineOf(2), index.lineOf(3), index.lineOf(4), index.lineOf(6),
            index.lineOf(99)}).containsExactly(0, 0, 1, 2, 3, 3);
        assertThat(index.start(2)).isEqualTo(4);
    }

    @Test
    void noTextIsOneLine() {
        assertThat(new LineIndex("").lineOf(0)).isZero();
    }
}
