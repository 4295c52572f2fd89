package org.tierscope.views.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.TestContext;
import org.tierscope.views.testing.ViewTest;

class SourceViewTest extends ViewTest {
    @TempDir
    static Path folder;

    private CodeArea area;
    private String original;

    @Override
    protected ViewProvider provider() {
        return new SourceProvider();
    }

    @Override
    protected double height() {
        return 520;
    }

    @Override
    public void start(Stage stage) {
        context.setFile(Path.of(context.moment().sources().stream().filter(s -> !s.getInternal()).findFirst()
                .orElseThrow().getPath()));
        super.start(stage);
        area = lookup("#source-area").queryAs(CodeArea.class);
        original = area.getText();
    }

    private void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }

    private void type(String text) {
        act(() -> area.insertText(0, text));
    }

    @Test
    void linesHaveHintsThatCanBeTurnedOff() throws Exception {
        until(() -> lookup(".source-hint").queryAllAs(Label.class).stream().anyMatch(hint -> hint.isVisible()
                && hint.getText().contains("int")));
        picture("source-hints");
        clickOn("#source-hints-shown");
        assertThat(lookup("#source-hints").query().isVisible()).isFalse();
    }

    @Test
    void anErrorIsUnderlinedAndToldAsSoonAsTypingPauses() throws Exception {
        type(TestContext.NO_PROGRAM);
        until(() -> context.program().draftProblem().isPresent());
        act(() -> { });
        assertThat(area.getStyleAtPosition(1)).contains("source-error");
        assertThat(lookup(".view-note").queryAllAs(Label.class)).anyMatch(label ->
                label.getText().equals("line 1: Expected an operand but found @"));
        picture("source-error");
        act(() -> area.deleteText(0, TestContext.NO_PROGRAM.length()));
        until(() -> context.program().draftProblem().isEmpty());
        assertThat(area.getStyleAtPosition(1)).doesNotContain("source-error");
    }

    @Test
    void aChangedTextRunsWhenTypingPausesIfThatIsWanted() throws Exception {
        type("// not wanted\n");
        clickOn("#source-run-on-pause");
        until(() -> !context.runTexts().isEmpty());
        type("// wanted\n");
        until(() -> context.runTexts().size() == 2);
        assertThat(context.runTexts()).containsExactly("// not wanted\n" + original, "// wanted\n// not wanted\n" + original);
    }

    @Test
    void whatIsNoProgramDoesNotRun() throws Exception {
        act(() -> lookup("#source-run-on-pause").queryAs(ToggleButton.class).setSelected(true));
        type(TestContext.NO_PROGRAM);
        until(() -> context.program().draftProblem().isPresent());
        assertThat(context.runTexts()).isEmpty();
    }

    @Test
    void aChangeIsNotLostWhenTheOldTextRunsAgain() {
        type("// mine\n");
        act(() -> view.refresh(context.session().at(0)));
        act(() -> view.refresh(context.session().now()));
        assertThat(area.getText()).startsWith("// mine\n");
    }

    @Test
    void aFunctionFoldsByItsMarkAndUnfoldsByIt() {
        Label mark = lookup(".gutter-fold").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().equals("▾")).findFirst().orElseThrow();
        clickOn(mark);
        assertThat(hidden()).isPositive();
        picture("source-folded");
        clickOn(lookup(".gutter-fold").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().equals("▸")).findFirst().orElseThrow());
        assertThat(hidden()).isZero();
        assertThat(area.getText()).isEqualTo(original);
    }

    @Test
    void allIsFoldedAndWhatIsFoundUnfolds() {
        Command fold = view.commands().stream().filter(command -> command.id().equals("source.fold")).findFirst().orElseThrow();
        act(fold::run);
        int before = hidden();
        assertThat(before).isPositive();
        int line = java.util.stream.IntStream.range(0, area.getParagraphs().size()).filter(area::isFolded).findFirst()
                .orElseThrow();
        act(() -> view.findable().orElseThrow().show(java.util.Set.of(line), line));
        assertThat(area.isFolded(line)).isFalse();
        act(() -> view.commands().get(1).run());
        assertThat(hidden()).isZero();
    }

    private int hidden() {
        return (int) java.util.stream.IntStream.range(0, area.getParagraphs().size()).filter(area::isFolded).count();
    }

    @Test
    void lightThemeHasTheSame() throws Exception {
        useLightTheme();
        until(() -> lookup(".source-hint").queryAllAs(Label.class).stream().anyMatch(Label::isVisible));
        picture("source-light");
    }
}
