package org.tierscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.tierscope.app.measure.StallDetector;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.process.FakeEngine;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.ViewProvider;

/** Commands reach the person through menus, keys and quick access, and their keys can be changed. */
class CommandsInWindowTest extends WindowTest {
    @Start
    void start(Stage newStage) {
        openWindow(newStage);
    }

    @Override
    EngineCommand engine() {
        return EngineCommand.ofThisJvm(FakeEngine.class.getName());
    }

    private void quickAccess(FxRobot robot, String text) throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).release(KeyCode.P, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write(text);
        waitForFxEvents();
        robot.type(KeyCode.ENTER);
        waitForFxEvents();
    }

    @Test
    void everyCommandStandsInAMenu() throws Exception {
        List<String> titles = fx(() -> ((MenuBar) lookup(".menu-bar")).getMenus().stream()
                .flatMap(menu -> itemsOf(menu)).map(MenuItem::getText).toList());
        assertThat(titles).containsAll(workbench.commands().all().stream().map(Command::title).toList());
    }

    private static Stream<MenuItem> itemsOf(Menu menu) {
        return menu.getItems().stream().flatMap(item -> item instanceof Menu inner ? itemsOf(inner) : Stream.of(item));
    }

    @Test
    void aCommandAddedLaterComesIntoTheMenus() throws Exception {
        fx(() -> {
            workbench.commands().add(Command.of("tools.test", "Tools", "Do It", "", "", () -> { }));
            return null;
        });
        assertThat(fx(() -> ((MenuBar) lookup(".menu-bar")).getMenus().getLast().getItems())).singleElement()
                .extracting(MenuItem::getText).isEqualTo("Do It");
    }

    /** What had the focus is gone when the view fills itself; the focus must not go to another view's tab and open that. */
    @Test
    void aViewThatFillsItselfStaysInFront() throws Exception {
        openRecording();
        fx(() -> {
            workbench.reveal("explorer");
            return null;
        });
        settle();
        assertThat(fx(() -> lookup("#explorer-tree").getScene())).isNotNull();
        assertThat(fx(() -> workbench.activeProperty().get().provider().id())).isEqualTo("explorer");
    }

    @Test
    void quickAccessFindsFunctions(FxRobot robot) throws Exception {
        openRecording();
        quickAccess(robot, "sumsq");
        quickAccess(robot, "function sum");
        assertThat(selection()).get().isInstanceOf(Selection.Function.class);
    }

    @Test
    void aKeyIsChangedInTheSettings(FxRobot robot) throws Exception {
        quickAccess(robot, "view settings");
        settle();
        assertThat(fx(workbench::openViews)).contains("settings");
        robot.clickOn("#settings-search").write("switch theme");
        fx(() -> {
            TableView<?> table = lookup("#settings-keys");
            table.getSelectionModel().select(0);
            return null;
        });
        robot.clickOn("#settings-key");
        robot.press(KeyCode.CONTROL, KeyCode.P).release(KeyCode.P, KeyCode.CONTROL);
        waitForFxEvents();
        assertThat(((TextField) lookup("#settings-key")).getText()).isEqualTo("Ctrl+P");
        assertThat(label("#status-message")).contains("was the key of “Go to Function…”");
        assertThat(fx(workbench::theme)).isEqualTo(Theme.DARK);

        robot.clickOn("#settings-search");
        robot.press(KeyCode.CONTROL, KeyCode.P).release(KeyCode.P, KeyCode.CONTROL);
        assertThat(fx(workbench::theme)).isEqualTo(Theme.LIGHT);
        startAgain();
        assertThat(workbench.commands().key("window.theme").get().getDisplayText()).isEqualTo("Ctrl+P");
        assertThat(workbench.commands().key("go.function").get()).isNull();
    }

    /** Those that wait for an answer, or end the window: tests of their own give it. */
    private static final Set<String> ASKING = Set.of("file.open", "file.save-recording", "file.export-page", "file.quit",
            "edit.export-text", "edit.export-csv", "edit.export-png", "edit.export-svg", "window.save-perspective",
            "window.delete-perspective");
    /** What needs a program that runs, or a selection to go back to. */
    private static final Set<String> NOT_NOW = Set.of("run.start", "run.pause", "run.stop", "run.restart", "go.back", "go.forward",
            "go.live", "edit.export-csv");

    @Test
    void everyCommandCanBeDoneAndNoViewBreaks() throws Exception {
        openRecording();
        for (Command command : List.copyOf(workbench.commands().all())) {
            if (ASKING.contains(command.id())) {
                continue;
            }
            fx(() -> {
                workbench.reveal("deopts");
                return null;
            });
            boolean possible = fx(() -> {
                boolean enabled = command.enabled().get();
                if (enabled) {
                    command.run();
                }
                return enabled;
            });
            settle();
            assertThat(possible || NOT_NOW.contains(command.id())).as("%s can be done", command.id()).isTrue();
            assertThat(fx(() -> workbench.openViewHosts().stream().filter(host -> host.error() != null)
                    .map(host -> host.provider().id() + ": " + host.error()).toList())).as("views after %s", command.id()).isEmpty();
        }
    }

    /** Whatever the machine does beside: processor time, and only once everything has been seen and is compiled. */
    @Test
    void noViewKeepsTheThreadBusyForLong() throws Exception {
        openRecording();
        List<String> views = fx(() -> workbench.docking().providers().stream().map(ViewProvider::id).toList());
        showAll(views);
        showAll(views);
        try (StallDetector stalls = new StallDetector()) {
            showAll(views);
            assertThat(stalls.longestCpuNanos()).isPositive().isLessThan(25 * StallDetector.LIMIT_NANOS);
        }
    }

    private void showAll(List<String> views) throws Exception {
        for (String view : views) {
            fx(() -> {
                workbench.docking().reveal(view);
                return null;
            });
            settle();
        }
    }
}
