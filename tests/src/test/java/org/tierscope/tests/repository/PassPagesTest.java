package org.tierscope.tests.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierscope.tests.Repository;
import org.tierscope.tier.OptimizerSteps;

/** Every pass has its page, the index names it, and no page is about a pass that is gone. */
class PassPagesTest {
    private static final Path PAGES = Repository.root().resolve("docs/passes");

    static Stream<String> passes() {
        return OptimizerSteps.names().stream();
    }

    @ParameterizedTest
    @MethodSource("passes")
    void aPassHasAPageThatShowsItAndSaysHowToTurnItOff(String pass) throws IOException {
        assertThat(Files.readString(PAGES.resolve(pass + ".md")))
                .contains("## Before and after", "```js", "--disable-pass=" + pass);
        assertThat(Files.readString(PAGES.resolve("README.md"))).contains("[" + pass + "](" + pass + ".md)");
    }

    @Test
    void noPageIsAboutAPassThatIsGone() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")).filter(name -> !name.equals("README")))
                    .allMatch(name -> passes().anyMatch(name::equals));
        }
    }
}
