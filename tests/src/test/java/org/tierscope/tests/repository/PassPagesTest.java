package org.tierscope.tests.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierscope.ir.pass.Pass;
import org.tierscope.ir.pass.Passes;
import org.tierscope.tests.Repository;

/** Every pass has its page, the index names it, and no page is about a pass that is gone. */
class PassPagesTest {
    private static final Path PAGES = Repository.root().resolve("docs/passes");

    private static final String STEP_OF_THE_BACK_END = "block-layout";

    static Stream<String> passes() {
        return Stream.concat(Passes.all().stream().map(Pass::name).distinct(), Stream.of(STEP_OF_THE_BACK_END));
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
