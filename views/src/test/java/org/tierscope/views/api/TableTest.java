package org.tierscope.views.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table(List.of("name", "note"),
            () -> List.of(List.of("sum", "a, b"), List.of("say \"hi\"", "x | y\nz")));

    @Test
    void csvQuotesWhatNeedsIt() {
        assertThat(table.csv()).isEqualTo("name,note\r\nsum,\"a, b\"\r\n\"say \"\"hi\"\"\",\"x | y\nz\"\r\n");
    }

    @Test
    void markdownKeepsCellsApart() {
        assertThat(table.markdown()).isEqualTo("""
                | name | note |
                | --- | --- |
                | sum | a, b |
                | say "hi" | x \\| y z |
                """);
    }
}
