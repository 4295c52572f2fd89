package org.tierscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.process.FakeEngine;

/** How the window looks can be changed: themes, size, perspectives. */
class LookTest extends WindowTest {
    @Start
    void start(Stage newStage) {
        openWindow(newStage);
    }

    @Override
    EngineCommand engine() {
        return EngineCommand.ofThisJvm(FakeEngine.class.getName());
    }

    private void run(String command) throws Exception {
        fx(() -> {
            workbench.commands().run(command);
            return null;
        });
        waitForFxEvents();
    }

    @Test
    void highContrastIsATheme() throws Exception {
        openRecording();
        run("window.theme-high-contrast");
        assertThat(fx(workbench::theme)).isEqualTo(Theme.HIGH_CONTRAST);
        startAgain();
        assertThat(fx(workbench::theme)).isEqualTo(Theme.HIGH_CONTRAST);
        run("window.theme");
        assertThat(fx(workbench::theme)).isEqualTo(Theme.DARK);
    }

    @Test
    void zoomLeavesNoPartOfTheWindowEmptyAndIsKept(FxRobot robot) throws Exception {
        openRecording();
        robot.press(KeyCode.CONTROL, KeyCode.EQUALS).release(KeyCode.EQUALS, KeyCode.CONTROL);
        waitForFxEvents();
        assertThat(fx(workbench::zoom)).isEqualTo(1.1);
        Region content = lookup(".workbench");
        assertThat(fx(() -> content.getBoundsInParent().getWidth() / workbench.scene().getWidth())).isBetween(0.999, 1.001);
        startAgain();
        assertThat(fx(workbench::zoom)).isEqualTo(1.1);
        run("window.zoom-normal");
        assertThat(fx(workbench::zoom)).isEqualTo(1);
    }

    @Test
    void everyPerspectiveHasItsViews() throws Exception {
        openRecording();
        for (Perspectives.Perspective perspective : workbench.perspectives().all()) {
            run("window.perspective-" + perspective.id());
            settle();
            Optional<DockLayout> layout = workbench.perspectives().layout(perspective.id());
            if (layout.isPresent()) {
                assertThat(fx(workbench::openViews)).containsExactlyInAnyOrderElementsOf(layout.get().views());
            } else {
                assertThat(fx(workbench::openViews)).contains("source", "machine", "timeline");
            }
        }
    }

    @Test
    void aPerspectiveIsSavedByNameAndThereNextTime() throws Exception {
        run("window.perspective-memory");
        fx(() -> {
            workbench.setNameQuestion(words -> Optional.of("My Heap!"));
            workbench.docking().close("counters");
            return null;
        });
        run("window.save-perspective");
        run("window.perspective-explore");
        assertThat(fx(workbench::openViews)).contains("machine");
        startAgain();
        run("window.perspective-my-heap-");
        assertThat(fx(workbench::openViews)).contains("heap", "shapes").doesNotContain("machine", "counters");
    }

    @Test
    void aSavedPerspectiveIsDeletedAndItsCommandGoes() throws Exception {
        fx(() -> {
            workbench.setNameQuestion(words -> Optional.of("Mine"));
            workbench.setChoiceQuestion(titles -> titles.stream().findFirst());
            return null;
        });
        run("window.delete-perspective");
        assertThat(label("#status-message")).isEqualTo("No perspective has been saved");
        run("window.save-perspective");
        assertThat(fx(() -> workbench.commands().find("window.perspective-mine"))).isPresent();
        run("window.delete-perspective");
        assertThat(fx(() -> workbench.commands().find("window.perspective-mine"))).isEmpty();
        startAgain();
        assertThat(fx(() -> workbench.commands().find("window.perspective-mine"))).isEmpty();
    }

    @Test
    void aViewFillsTheWindowAndGoesBackToItsPlace() throws Exception {
        openRecording();
        fx(() -> {
            workbench.reveal("bytecode");
            return null;
        });
        settle();
        String before = fx(() -> workbench.docking().layout().orElseThrow().text());
        double width = fx(() -> lookup("#view-bytecode").getBoundsInParent().getWidth());
        run("window.maximise");
        settle();
        assertThat(fx(() -> lookup("#view-bytecode").getBoundsInParent().getWidth())).isGreaterThan(2 * width);
        run("window.maximise");
        settle();
        assertThat(fx(() -> workbench.docking().layout().orElseThrow().text())).isEqualTo(before);
        assertThat(fx(() -> lookup("#view-bytecode").getBoundsInParent().getWidth())).isEqualTo(width);
        assertThat(texts("#bytecode-list")).isNotEmpty();
    }

    @Test
    void whatIsOpenedBesideAMaximisedViewBringsTheOthersBack() throws Exception {
        openRecording();
        fx(() -> {
            workbench.reveal("bytecode");
            return null;
        });
        settle();
        run("window.maximise");
        assertThat(fx(() -> workbench.docking().isMaximised())).isTrue();
        fx(() -> {
            workbench.reveal("timeline");
            return null;
        });
        assertThat(fx(() -> workbench.docking().isMaximised())).isFalse();
    }

    @Test
    void aViewGetsAWindowOfItsOwnAndComesBack() throws Exception {
        openRecording();
        fx(() -> {
            workbench.reveal("bytecode");
            return null;
        });
        settle();
        run("window.float");
        settle();
        var panel = fx(() -> workbench.docking().host("bytecode").orElseThrow().panel());
        assertThat(fx(() -> panel.getScene() != workbench.scene() && panel.getScene().getWindow().isShowing())).isTrue();
        assertThat(fx(() -> workbench.docking().layout().orElseThrow().views())).doesNotContain("bytecode");
        fx(() -> {
            workbench.reveal("bytecode");
            return null;
        });
        waitForFxEvents();
        run("window.float");
        settle();
        assertThat(fx(() -> panel.getScene() == workbench.scene())).isTrue();
        assertThat(texts("#bytecode-list")).isNotEmpty();
    }
}
