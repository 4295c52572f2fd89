package org.tierscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceExcerptTest {
    @Test
    void pointsAtTheColumn() {
        assertThat(SourceExcerpt.of("let a = 1;\nlet a = 2;\n", 2, 5)).isEqualTo("let a = 2;\n    ^\n");
    }

    @Test
    void keepsTabsSoThatTheCaretStandsUnderItsPlace() {
        assertThat(SourceExcerpt.of("\tif (x {", 1, 8)).isEqualTo("\tif (x {\n\t      ^\n");
    }

    @Test
    void pointsBehindTheEndOfTheSource() {
        assertThat(SourceExcerpt.of("f(", 1, 3)).isEqualTo("f(\n  ^\n");
        assertThat(SourceExcerpt.of("f(\n", 2, 1)).isEqualTo("\n^\n");
    }

    @Test
    void countsLinesAsJavaScriptDoes() {
        assertThat(SourceExcerpt.of("a\r\nb\u2028c\rd", 4, 1)).isEqualTo("d\n^\n");
    }

    @Test
    void saysNothingAboutALineThatIsNotThere() {
        assertThat(SourceExcerpt.of("a", 7, 1)).isEmpty();
    }
}
