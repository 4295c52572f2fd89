package org.tierscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path directory;

    @Test
    void whatIsSavedIsThereNextTime() throws Exception {
        Settings settings = Settings.in(directory.resolve("new"));
        settings.set("theme", "light");
        settings.save();
        assertThat(Settings.in(directory.resolve("new")).get("theme")).contains("light");
    }

    @Test
    void missingSettingsAreNothingToMention() {
        assertThat(Settings.in(directory).notes()).isEmpty();
    }

    @Test
    void damagedSettingsMeanDefaultsAndANote() throws Exception {
        Files.writeString(directory.resolve("workbench.properties"), "theme=light\nlayout=\\u12zz\n");
        Settings settings = Settings.in(directory);
        assertThat(settings.get("theme")).isEmpty();
        assertThat(settings.notes()).singleElement().asString().contains("could not be read");
    }

    @Test
    void aNumberThatIsNoneMeansTheDefaultAndANote() {
        Settings settings = Settings.in(directory);
        settings.set("width", "wide");
        assertThat(settings.getNumber("width", 1600)).isEqualTo(1600);
        assertThat(settings.notes()).hasSize(1);
    }

    @Test
    void recentFilesAreFewAndTheLastComesFirst() {
        Settings settings = Settings.in(directory);
        IntStream.range(0, 15).forEach(i -> settings.addRecentFile(Path.of("/p" + i + ".js")));
        settings.addRecentFile(Path.of("/p9.js"));
        assertThat(settings.recentFiles()).hasSize(10).startsWith(Path.of("/p9.js"), Path.of("/p14.js"))
                .doesNotHaveDuplicates();
    }
}
