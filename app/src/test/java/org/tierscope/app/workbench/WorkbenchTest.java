package org.tierscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.process.FakeEngine;
import org.tierscope.session.Cursor;
import org.tierscope.session.RunState;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeList;
import software.coley.bentofx.control.Header;

/** The window as a person uses it, on recordings and on an engine that only plays one. */
class WorkbenchTest extends WindowTest {
    @Start
    void start(Stage newStage) {
        openWindow(newStage);
    }

    @Override
    EngineCommand engine() {
        return EngineCommand.ofThisJvm(FakeEngine.class.getName());
    }

    @Override
    Collection<ViewProvider> views() {
        List<ViewProvider> views = new ArrayList<>(super.views());
        views.add(new ThrowingView());
        return views;
    }

    private static Path program(String name) throws Exception {
        return Files.writeString(directory.resolve(name + ".js"), SampleProgram.TEXT);
    }

    // ------------------------------------------------------------------------------------------ recordings

    @Test
    void aRecordingFillsEveryView() throws Exception {
        openRecording();
        assertThat(texts("#bytecode-list")).anyMatch(line -> line.contains("GET_ELEMENT r11, r0, r2"));
        assertThat(texts("#machine-list")).anyMatch(line -> line.contains("add esi, r8d"));
        assertThat(texts("#ssa-text, #ssa-notes")).isNotEmpty();
        assertThat(stage.getTitle()).isEqualTo("sum.tsr — Tierscope");
        assertThat(label("#status-deopts")).isEqualTo("1 deopt");
        assertThat(label("#status-phase")).isEqualTo("ended");
    }

    @Test
    void aSelectedInstructionLightsItsCounterpartsEverywhere(FxRobot robot) throws Exception {
        openRecording();
        fx(() -> {
            CodeList machine = lookup("#machine-list");
            int index = indexOf(machine, "add esi, r8d");
            machine.scrollTo(index);
            return null;
        });
        waitForFxEvents();
        robot.clickOn((Node) robot.lookup(".code-cell").match(cell -> cell instanceof javafx.scene.control.ListCell<?> c
                && c.getItem() instanceof CodeLine line && line.text().contains("add esi, r8d")).query());
        settle();
        assertThat(selection()).contains(new Selection.Instruction(SampleRecording.CODE,
                offsetOf("add esi, r8d")));
        assertThat(litTexts("#bytecode-list")).anyMatch(line -> line.contains("ADD"));
        assertThat(litTexts("#machine-list")).anyMatch(line -> line.contains("add esi, r8d"));
    }

    @Test
    void aSelectedBytecodeIsShownInTheMachineCode(FxRobot robot) throws Exception {
        openRecording();
        robot.clickOn((Node) robot.lookup(".code-cell").match(cell -> cell instanceof javafx.scene.control.ListCell<?> c
                && c.getItem() instanceof CodeLine line && line.text().contains("GET_ELEMENT r11")
                && !line.text().startsWith(";")).query());
        settle();
        assertThat(selection()).contains(new Selection.Bytecode(SampleProgram.SUM, 25));
        assertThat(litTexts("#machine-list")).anyMatch(line -> line.contains("mov r8, [rdx+rdi*8+0x10]"));
    }

    @Test
    void backAndForwardWalkThroughSelections(FxRobot robot) throws Exception {
        openRecording();
        Selection first = new Selection.Function(SampleProgram.SUM);
        Selection second = new Selection.Bytecode(SampleProgram.ADD, 0);
        select(first);
        select(second);
        robot.clickOn("#tool-go-back");
        assertThat(selection()).contains(first);
        robot.clickOn("#tool-go-forward");
        assertThat(selection()).contains(second);
        robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        assertThat(selection()).contains(first);
    }

    @Test
    void goingBackInTimeShowsThatTime(FxRobot robot) throws Exception {
        openRecording();
        assertThat(texts("#machine-list")).isNotEmpty();
        fx(() -> {
            workbench.viewpoint().moveTo(Cursor.at(SampleRecording.BASELINE_OSR / 2));
            return null;
        });
        settle();
        assertThat(label("#status-deopts")).isEqualTo("0 deopts");
        assertThat(label("#status-phase")).isEqualTo("running");
        robot.clickOn("#tool-go-live");
        settle();
        assertThat(label("#status-deopts")).isEqualTo("1 deopt");
    }

    @Test
    void passesAreSteppedThrough(FxRobot robot) throws Exception {
        openRecording();
        select(new Selection.Compilation(SampleRecording.COMPILATION));
        settle();
        robot.clickOn("#ssa-as-text");
        List<String> last = texts("#ssa-text");
        robot.clickOn("#ssa-pass-back").clickOn("#ssa-pass-back");
        settle();
        assertThat(texts("#ssa-text")).isNotEqualTo(last);
        assertThat(texts("#ssa-notes")).anyMatch(line -> line.contains("changed") || line.contains("moved"));
    }

    @Test
    void aFileThatIsNoRecordingIsSaidAndHarmsNothing() throws Exception {
        Path file = Files.writeString(directory.resolve("broken.tsr"), "this is a letter, not a recording");
        open(file);
        until(() -> label("#status-message").contains("broken.tsr could not be read"));
        open(directory.resolve("missing.js"));
        assertThat(label("#status-message")).contains("no file");
    }

    // ------------------------------------------------------------------------------------------------ views

    @Test
    void closedViewsComeBackFromTheMenu(FxRobot robot) throws Exception {
        openRecording();
        fx(() -> {
            workbench.docking().close("bytecode");
            return null;
        });
        assertThat(fx(workbench::openViews)).doesNotContain("bytecode");
        robot.clickOn("#menu-view").clickOn("#menu-view-bytecode");
        assertThat(fx(workbench::openViews)).contains("bytecode");
        settle();
        assertThat(texts("#bytecode-list")).anyMatch(line -> line.contains("GET_ELEMENT"));
    }

    @Test
    void theLayoutIsThereAgainNextTime() throws Exception {
        fx(() -> {
            workbench.docking().close("ssa");
            workbench.docking().move("machine", "source");
            return null;
        });
        waitForFxEvents();
        DockLayout before = fx(() -> workbench.docking().layout().orElseThrow());
        assertThat(before.views()).doesNotContain("ssa");
        DockLayout after = fx(() -> {
            workbench.close();
            stage = new Stage();
            workbench = newWorkbench(stage);
            workbench.show();
            return workbench.docking().layout().orElseThrow();
        });
        assertThat(after.views()).isEqualTo(before.views());
        assertThat(tabsWith(after, "machine").views()).contains("source");
    }

    @Test
    void aTabIsClosedWithItsButtonAndStaysClosed(FxRobot robot) throws Exception {
        openRecording();
        robot.clickOn((Node) robot.from(header("bytecode")).lookup(".close-button").query());
        waitForFxEvents();
        assertThat(fx(workbench::openViews)).doesNotContain("bytecode");
        startAgain();
        assertThat(fx(workbench::openViews)).doesNotContain("bytecode").contains("source");
        robot.clickOn("#menu-view").clickOn("#menu-view-bytecode");
        assertThat(fx(workbench::openViews)).contains("bytecode");
    }

    private Node header(String view) {
        return new FxRobot().lookup(".header").match(node -> node instanceof Header header
                && header.getDockable().getIdentifier().equals(view)).query();
    }

    @Test
    void aDamagedLayoutMeansTheFirstOneAndANote() throws Exception {
        fx(() -> {
            workbench.close();
            Settings settings = Settings.in(settingsDirectory);
            settings.set("layout", "h(0.5)[t(source");
            settings.save();
            stage = new Stage();
            workbench = newWorkbench(stage);
            workbench.show();
            return null;
        });
        assertThat(fx(workbench::openViews)).contains("source", "bytecode", "ssa", "machine");
        assertThat(label("#status-message")).contains("layout");
    }

    @Test
    void themesSwitchWithAKey(FxRobot robot) throws Exception {
        openRecording();
        assertThat(fx(workbench::theme)).isEqualTo(Theme.DARK);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T).release(KeyCode.T, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(fx(workbench::theme)).isEqualTo(Theme.LIGHT);
        assertThat(Settings.in(settingsDirectory).get("theme")).contains("light");
    }

    @Test
    void aViewThatThrowsShowsItInItsOwnPanel() throws Exception {
        ThrowingView.THROWING.set(true);
        try {
            openRecording();
            fx(() -> {
                workbench.docking().reveal("throwing");
                return null;
            });
            settle();
            assertThat(fx(() -> workbench.docking().host("throwing").orElseThrow().error()))
                    .hasMessage("thrown for the test");
            assertThat(lookup("#view-throwing .error-title").isVisible()).isTrue();
            assertThat(texts("#bytecode-list")).isNotEmpty();
        } finally {
            ThrowingView.THROWING.set(false);
        }
        new FxRobot().clickOn("Open the view again");
        assertThat(fx(() -> workbench.docking().host("throwing").orElseThrow().error())).isNull();
    }

    @Test
    void quickAccessDoesWhatIsTyped(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).release(KeyCode.P, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write("theme").type(KeyCode.ENTER);
        waitForFxEvents();
        assertThat(workbench.theme()).isEqualTo(Theme.LIGHT);
    }

    // ----------------------------------------------------------------------------------------------- engine

    @Test
    void aProgramRunsWhenItIsOpened() throws Exception {
        open(program("sum"));
        until(() -> workbench.program().exitProperty().get().isPresent());
        settle();
        assertThat(texts("#bytecode-list")).isNotEmpty();
        assertThat(label("#status-message")).contains("has ended");
        assertThat(Settings.in(settingsDirectory).recentFiles()).first().asString().endsWith("sum.js");
    }

    @Test
    void pauseResumeStopAndRestart(FxRobot robot) throws Exception {
        open(program("waits"));
        until(() -> workbench.viewpoint().session().events().size() >= SampleRecording.events().size() - 1);
        settle();
        robot.clickOn("#tool-run-pause");
        until(() -> phase() == RunState.Phase.PAUSED);
        settle();
        robot.clickOn("#tool-run-start");
        until(() -> phase() == RunState.Phase.RUNNING);
        robot.clickOn("#tool-run-stop");
        until(() -> phase() == RunState.Phase.ENDED);
        until(() -> !workbench.program().isRunning());
        robot.clickOn("#tool-run-restart");
        until(() -> workbench.program().isRunning() && phase() == RunState.Phase.RUNNING);
    }

    @Test
    void aKilledEngineIsReportedWithAnOfferToRestart(FxRobot robot) throws Exception {
        open(program("waits"));
        until(() -> workbench.viewpoint().session().events().size() >= SampleRecording.events().size() - 1);
        ProcessHandle.of(fx(() -> workbench.program().enginePid().orElseThrow())).orElseThrow().destroyForcibly();
        until(() -> lookup("#end-banner").isVisible());
        assertThat(label("#end-banner .end-title")).contains("died").contains("signal 9");
        settle();
        assertThat(texts("#bytecode-list")).isNotEmpty();
        robot.clickOn("#end-restart");
        until(() -> workbench.program().isRunning());
        assertThat(lookup("#end-banner").isVisible()).isFalse();
    }

    @Test
    void theTierCapReachesTheRunningEngine() throws Exception {
        open(program("waits"));
        until(() -> workbench.viewpoint().session().events().size() >= SampleRecording.events().size() - 1);
        fx(() -> {
            ((javafx.scene.control.ChoiceBox<?>) lookup("#tier-cap")).getSelectionModel().select(1);
            return null;
        });
        until(() -> workbench.viewpoint().session().now().consoleText().contains("option max-tier=baseline"));
    }

    @Test
    void aBusyProgramLeavesTheWindowFree() throws Exception {
        openRecording();
        open(program("busy"));
        until(() -> workbench.viewpoint().session().events().size() > 1_000);
        // processor time, because other programs may keep the processor from this one for a while
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long fxThread = fx(() -> Thread.currentThread().threadId());
        long busyBefore = threads.getThreadCpuTime(fxThread);
        long start = System.nanoTime();
        int answers = 0;
        while (System.nanoTime() - start < 1_500_000_000L) {
            fx(() -> null);
            answers++;
            Thread.sleep(20);
        }
        double share = (double) (threads.getThreadCpuTime(fxThread) - busyBefore) / (System.nanoTime() - start);
        assertThat(share).as("share of the time that the JavaFX thread worked").isLessThan(0.8);
        assertThat(answers).isPositive();
    }

    @Test
    void aWindowClosedWhileViewsWaitToBeRefreshedIsQuiet() throws Exception {
        openRecording();
        fx(() -> {
            // the refreshes are queued behind this, so they run when the window has gone
            workbench.viewpoint().moveTo(Cursor.at(0));
            workbench.close();
            workbench.runInBackground(() -> { });
            return null;
        });
        waitForFxEvents();
        assertThat(workbench.isIdle()).isTrue();
    }
}
