package org.tierscope.views.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class ExplorerViewTest extends ViewTest {
    @TempDir
    static Path folder;

    private Path loop;

    @Override
    public void start(Stage stage) {
        try {
            Path samples = Files.createDirectories(folder.resolve("samples"));
            loop = Files.writeString(samples.resolve("loop.js"), "// One loop over ints.\nlet a;\n");
            Files.writeString(samples.resolve("notes.txt"), "no program");
            Path lately = Files.writeString(folder.resolve("lately.js"), "let b;\n");
            context.setFiles(List.of(lately, folder.resolve("gone.js")), Optional.of(samples));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        super.start(stage);
    }

    @Override
    protected ViewProvider provider() {
        return new ExplorerProvider();
    }

    @Test
    void programsAreListedWithTheirFirstWords() {
        assertThat(view.text().orElseThrow()).contains("Samples\n  loop.js").contains("One loop over ints.")
                .contains("Recent\n  lately.js").doesNotContain("gone.js").doesNotContain("notes.txt");
    }

    @Test
    void aDoubleClickOpens() {
        doubleClickOn("loop.js");
        assertThat(context.opened()).containsExactly(loop);
    }

    @Test
    void theFilterAlsoReadsFirstWords() {
        clickOn("#explorer-search").write("over ints");
        assertThat(lookup("loop.js").tryQuery()).isPresent();
        assertThat(lookup("lately.js").tryQuery()).isEmpty();
    }
}
