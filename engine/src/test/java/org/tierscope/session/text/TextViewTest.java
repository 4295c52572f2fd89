package org.tierscope.session.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tierscope.session.Moment;
import org.tierscope.session.sample.SampleRecording;

/**
 * Text views of the sample recording against the files beside this test's resources. After a wished-for change, run
 * once with {@code -Dgolden.update=true} and read the difference.
 */
class TextViewTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/tierscope/session/text");

    private final Moment end = SampleRecording.session().now();

    @ParameterizedTest
    @EnumSource(TextView.class)
    void looksAsWished(TextView view) throws IOException {
        String text = view.render(end, Filter.ALL);
        Path golden = GOLDEN.resolve(view.id() + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void showsOneFunctionIfAsked() {
        assertThat(TextView.BYTECODE.render(end, Filter.function("add"))).contains("add ").doesNotContain("GET_FIELD");
    }

    @Test
    void showsTheGraphAfterThePassThatIsAskedFor() {
        Filter inlining = new Filter(Optional.of("sum"), Optional.of("inline calls"));
        assertThat(TextView.SSA.render(end, inlining)).contains("after Inline calls", "CheckInt32 v6");
        assertThat(TextView.SSA.render(end, Filter.function("sum"))).contains("after Allocate registers")
                .doesNotContain("CheckInt32 v6");
    }

    @Test
    void showsTheStateOfTheMoment() {
        Moment early = SampleRecording.session().at(10 * SampleRecording.MILLI);
        assertThat(TextView.ASM.render(early, Filter.ALL)).isEmpty();
        assertThat(TextView.DEOPTS.render(early, Filter.ALL)).isEmpty();
    }

    @Test
    void namesWhatThereIsWhenAskedForSomethingElse() {
        assertThatThrownBy(() -> TextView.SSA.render(end, Filter.function("summ")))
                .isInstanceOf(NoSuchThingException.class)
                .hasMessage("no function is named summ; there are (program), add, sum");
        assertThatThrownBy(() -> TextView.SSA.render(end, new Filter(Optional.empty(), Optional.of("Magic"))))
                .hasMessageStartingWith("no pass is named Magic; there are Build graph, Inline calls");
    }

    @Test
    void viewsHaveTheNamesOfTheCommandLine() {
        assertThat(TextView.ids()).isEqualTo("ast, bytecode, passes, ssa, intervals, asm, timeline, deopts, shapes");
        assertThat(TextView.named("deopts")).contains(TextView.DEOPTS);
        assertThat(TextView.named("nothing")).isEmpty();
    }
}
