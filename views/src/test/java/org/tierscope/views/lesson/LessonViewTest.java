package org.tierscope.views.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.matcher.control.LabeledMatchers;
import org.tierscope.session.Cursor;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Lesson;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class LessonViewTest extends ViewTest {
    private static final String TEXT = """
            ---
            title: Loops
            about: How loops run, and how they are left.
            program: ../loop.js
            ---
            A **loop** such as that in `sum` gets hot.

            - First it is [interpreted](view:bytecode).
            - Then it is [entered on the fly](osr:sum).

            ```
            for (const x of list) s += x;
            ```

            ? Does `add` ever leave its code?
            = deopts add >= 1

            ## Where
            [Select sum](function:sum), or [its line](line:2). [Nobody](function:nobody) is not there. [Run](run:)
            """;

    @TempDir
    static Path folder;

    private Path file;

    @Override
    public void start(Stage stage) {
        try {
            Files.createDirectories(folder.resolve("lessons"));
            file = Files.writeString(folder.resolve("lessons/loops.md"), TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.setFiles(List.of(), Optional.of(folder));
        super.start(stage);
    }

    @Override
    protected ViewProvider provider() {
        return new LessonProvider();
    }

    @Override
    protected double width() {
        return 340;
    }

    @Override
    protected double height() {
        return 520;
    }

    private void openLesson() {
        act(() -> {
            try {
                context.setLesson(Lesson.read(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            view.refresh(context.moment());
        });
    }

    @Test
    void lessonsAreListedAndAClickOpensOne() {
        picture("lesson-list");
        clickOn("Loops");
        assertThat(context.opened()).containsExactly(file);
    }

    @Test
    void linksOpenViewsAndMoveTime() {
        openLesson();
        picture("lesson");
        clickOn("interpreted");
        assertThat(context.commandsRun()).containsExactly("view.bytecode");
        clickOn("entered on the fly");
        assertThat(context.viewpoint().cursor()).isInstanceOf(Cursor.Fixed.class);
        assertThat(context.viewpoint().selection()).get().isInstanceOf(Selection.EventAt.class);
        assertThat(context.commandsRun()).endsWith("view.transition");
    }

    @Test
    void linksSelectFunctionsAndLines() {
        openLesson();
        clickOn("#lesson-next");
        clickOn("Select sum");
        assertThat(context.viewpoint().selection()).get().isInstanceOf(Selection.Function.class);
        clickOn("its line");
        assertThat(context.viewpoint().selection()).get().isInstanceOf(Selection.SourceRange.class);
        clickOn("Nobody");
        assertThat(context.said()).containsExactly("nobody has not run yet: run the program of this lesson first");
        clickOn("Run");
        assertThat(context.opened()).containsExactly(folder.resolve("loop.js"));
    }

    @Test
    void anAnswerIsJudgedByTheRecording() {
        openLesson();
        clickOn(LabeledMatchers.hasText("No"));
        assertThat(lookup(".lesson-answer").queryLabeled().getText())
                .isEqualTo("Look again. It is yes: deoptimizations in add: 1.");
        clickOn(LabeledMatchers.hasText("Yes"));
        assertThat(lookup(".lesson-answer").queryLabeled().getText()).isEqualTo("Right: deoptimizations in add: 1.");
        useLightTheme();
        picture("lesson-answered-light");
    }

    @Test
    void stepsGoOnAndBackAndTheListComesBack() {
        openLesson();
        assertThat(lookup("#lesson-place").queryLabeled().getText()).isEqualTo("1 of 2");
        assertThat(lookup("#lesson-back").query().isDisabled()).isTrue();
        clickOn("#lesson-next");
        assertThat(lookup("#lesson-place").queryLabeled().getText()).isEqualTo("2 of 2");
        assertThat(lookup("#lesson-next").query().isDisabled()).isTrue();
        clickOn("#lesson-back");
        assertThat(lookup("#lesson-place").queryLabeled().getText()).isEqualTo("1 of 2");
        clickOn("#lesson-all");
        assertThat(lookup("#lesson-list").tryQuery()).isPresent();
        assertThat(view.text().orElseThrow()).isEqualTo("Loops: How loops run, and how they are left.\n");
    }
}
