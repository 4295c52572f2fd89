package org.tierscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.process.FakeEngine;
import org.tierscope.views.control.CodeList;

/** What can be done with any view: find, copy, export. */
class ViewActionsTest extends WindowTest {
    @Start
    void start(Stage newStage) {
        openWindow(newStage);
    }

    @Override
    EngineCommand engine() {
        return EngineCommand.ofThisJvm(FakeEngine.class.getName());
    }

    @BeforeEach
    void answerQuestions() throws Exception {
        openRecording();
        fx(() -> {
            workbench.viewActions().setFileQuestion(suggested -> Optional.of(settingsDirectory.resolve(suggested)));
            return null;
        });
    }

    private void run(String view, String command) throws Exception {
        fx(() -> {
            workbench.reveal(view);
            return null;
        });
        settle();
        fx(() -> {
            workbench.commands().run(command);
            return null;
        });
        until(workbench::isIdle);
        waitForFxEvents();
    }

    private static String clipboard() throws Exception {
        return fx(() -> Clipboard.getSystemClipboard().getString());
    }

    private Path exported(String name) throws Exception {
        Path file = settingsDirectory.resolve(name);
        until(() -> label("#status-message").equals("Wrote " + file));
        return file;
    }

    @Test
    void aViewIsSearchedWithTheKeyboardAlone(FxRobot robot) throws Exception {
        fx(() -> {
            workbench.reveal("bytecode");
            return null;
        });
        settle();
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.write("get_");
        CodeList list = lookup("#bytecode-list");
        long lines = fx(() -> list.lines().stream().filter(line -> line.contains("GET_")).count());
        assertThat(lines).isPositive();
        until(() -> label("#find-count").equals("1 of " + lines));
        robot.type(KeyCode.ENTER);
        until(() -> label("#find-count").equals((lines == 1 ? 1 : 2) + " of " + lines));
        robot.write("nowhere");
        until(() -> label("#find-count").equals("none"));
        robot.type(KeyCode.ESCAPE);
        waitForFxEvents();
        assertThat(fx(() -> lookup("#find-text") == null)).isTrue();
        assertThat(fx(() -> workbench.scene().getFocusOwner() == list)).isTrue();
    }

    @Test
    void everyViewWithTextCanBeSearched() throws Exception {
        List<String> without = List.of("counters", "settings");
        for (var provider : Workbench.installedViews()) {
            run(provider.id(), "edit.copy-text");
            var host = fx(() -> workbench.docking().host(provider.id()).orElseThrow());
            boolean filled = fx(() -> host.view().text().filter(text -> !text.isBlank()).isPresent());
            if (filled && !without.contains(provider.id())) {
                assertThat(fx(() -> host.findable().map(findable -> findable.lines().size()).orElse(0)))
                        .as("lines of " + provider.id()).isPositive();
            }
        }
    }

    @Test
    void allViewsAreSearchedAtOnce(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.H).release(KeyCode.H, KeyCode.CONTROL);
        waitForFxEvents();
        robot.write("sum").type(KeyCode.ENTER);
        until(() -> label("#search-note").contains(" views"));
        ListView<?> results = lookup("#search-list");
        assertThat(fx(() -> results.getItems().stream().map(Object::toString).toList()))
                .anyMatch(row -> row.startsWith("Head"))
                .anyMatch(row -> row.startsWith("Line") && row.contains("function sum(list)"));
    }

    @Test
    void textAndMarkdownGoToTheClipboard() throws Exception {
        run("bytecode", "edit.copy-text");
        assertThat(clipboard()).contains("GET_ELEMENT").doesNotContain("|");
        run("functions", "edit.copy-markdown");
        assertThat(clipboard()).startsWith("### Functions\n\n| function | line | tier |").contains("| sum |");
        run("machine", "edit.copy-markdown");
        assertThat(clipboard()).startsWith("### Machine code\n\n```\n").endsWith("\n```\n");
    }

    @Test
    void tablesAndPicturesGoToFiles() throws Exception {
        run("functions", "edit.export-csv");
        assertThat(Files.readAllLines(exported("sum-functions.csv"))).first().asString().startsWith("function,line,tier");
        run("ssa", "edit.export-svg");
        assertThat(Files.readString(exported("sum-ssa.svg"))).startsWith("<?xml").contains("<text");
        run("timeline", "edit.export-png");
        assertThat(ImageIO.read(exported("sum-timeline.png").toFile()).getWidth()).isGreaterThan(300);
        run("source", "edit.export-text");
        assertThat(Files.readString(exported("sum-source.txt"))).contains("function sum");
    }

    @Test
    void everyViewCanBeDrawnAsSvgWithoutPixels() throws Exception {
        for (var provider : Workbench.installedViews()) {
            run(provider.id(), "edit.export-svg");
            Path file = exported("sum-" + provider.id() + ".svg");
            assertThat(Files.readString(file)).as(provider.id()).startsWith("<?xml").endsWith("</svg>\n")
                    .doesNotContain("<image");
        }
    }

    @Test
    void aViewThatIsNoTableSaysSo() throws Exception {
        run("source", "edit.export-csv");
        assertThat(fx(() -> workbench.commands().find("edit.export-csv").orElseThrow().enabled().get())).isFalse();
        run("functions", "edit.export-csv");
        assertThat(fx(() -> workbench.commands().find("edit.export-csv").orElseThrow().enabled().get())).isTrue();
    }

    @Test
    void aContextMenuHasWhatCanBeDoneWithTheView(FxRobot robot) throws Exception {
        robot.rightClickOn("#bytecode-list");
        waitForFxEvents();
        robot.clickOn("#context-edit-copy-text");
        assertThat(clipboard()).contains("GET_ELEMENT");
    }
}
