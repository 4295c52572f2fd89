package org.tierscope.tests.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tierscope.options.EngineOption;
import org.tierscope.tests.Repository;

class OptionsPageTest {
    @Test
    void documentsEveryEngineOptionAsItIs() {
        String page = Repository.text("docs/command-line.md");
        String table = EngineOption.ALL.stream().map(OptionsPageTest::row).collect(Collectors.joining("\n", "", "\n"));
        assertThat(page).as("the table of engine options").endsWith("|---|---|---|\n" + table);
    }

    private static String row(EngineOption<?> option) {
        String value = option.isFlag() ? "" : "=" + option.placeholder();
        String unit = option.unit().isEmpty() ? "" : " " + option.unit();
        String written = option.defaultText().isEmpty() ? "none" : option.defaultText() + unit;
        String defaultText = option.isFlag() ? "off" : written;
        String range = option.isFlag() ? "" : " Range: " + option.range() + ".";
        return "| `" + option + value + "` | " + defaultText + " | " + option.meaning() + range + " |";
    }
}
