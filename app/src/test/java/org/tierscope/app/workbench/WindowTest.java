package org.tierscope.app.workbench;

import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.record.RecordingWriter;
import org.tierscope.session.RunState;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeList;

/** A window with a workbench in it, and what tests need to use it as a person does. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTest {
    @TempDir
    static Path directory;

    final Path settingsDirectory = directory.resolve("settings-" + System.nanoTime());
    Stage stage;
    Workbench workbench;

    /** The engine that programs run on. */
    abstract EngineCommand engine();

    Collection<ViewProvider> views() {
        return Workbench.installedViews();
    }

    /** To be called by the start method of the test class: the extension looks for those in the class itself only. */
    void openWindow(Stage newStage) {
        stage = newStage;
        workbench = newWorkbench(newStage);
        workbench.show();
    }

    Workbench newWorkbench(Stage onStage) {
        return new Workbench(onStage, Settings.in(settingsDirectory), engine(), views());
    }

    /** Closes the window and opens it again, as at the next start. */
    void startAgain() throws Exception {
        fx(() -> {
            workbench.close();
            stage = new Stage();
            workbench = newWorkbench(stage);
            workbench.show();
            return null;
        });
        waitForFxEvents();
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            workbench.close();
            return null;
        });
    }

    void openRecording() throws Exception {
        Path file = directory.resolve("sum.tsr");
        RecordingWriter.write(file, SampleRecording.events());
        open(file);
        until(() -> !workbench.program().loadingProperty().get());
        settle();
    }

    void open(Path file) throws Exception {
        fx(() -> {
            workbench.open(file);
            return null;
        });
    }

    void select(Selection selection) throws Exception {
        fx(() -> {
            workbench.viewpoint().select(selection);
            return null;
        });
    }

    Optional<Selection> selection() throws Exception {
        return fx(() -> workbench.viewpoint().selection());
    }

    RunState.Phase phase() {
        return workbench.viewpoint().session().now().run().phase();
    }

    void settle() throws Exception {
        fx(() -> {
            workbench.refreshNow();
            return null;
        });
        until(workbench::isIdle);
        waitForFxEvents();
    }

    static <T> T fx(Callable<T> work) throws Exception {
        return asyncFx(work).get(120, TimeUnit.SECONDS);
    }

    static void until(Callable<Boolean> condition) throws Exception {
        waitFor(300, TimeUnit.SECONDS, () -> fx(condition));
    }

    @SuppressWarnings("unchecked")
    <T extends Node> T lookup(String query) {
        return (T) workbench.scene().lookup(query);
    }

    String label(String query) throws Exception {
        return fx(() -> ((Label) lookup(query)).getText());
    }

    List<String> texts(String query) throws Exception {
        return fx(() -> {
            List<String> texts = new ArrayList<>();
            for (String one : query.split(", ")) {
                CodeList list = lookup(one);
                if (list != null) {
                    list.getItems().forEach(line -> texts.add(line.text()));
                }
            }
            return texts;
        });
    }

    List<String> litTexts(String query) throws Exception {
        return fx(() -> {
            CodeList list = lookup(query);
            return list.getItems().stream().filter(list::isLit).map(CodeLine::text).toList();
        });
    }

    /** The cell of a code list that shows a line, after scrolling to it. */
    Node cell(String list, String text) throws Exception {
        fx(() -> {
            CodeList lines = lookup(list);
            lines.scrollTo(Math.max(0, indexOf(lines, text) - 2));
            return null;
        });
        waitForFxEvents();
        CodeList lines = lookup(list);
        return new FxRobot().from(lines).lookup(".code-cell").match(cell -> cell instanceof ListCell<?> c
                && c.getItem() instanceof CodeLine line && line.text().contains(text)).query();
    }

    static int indexOf(CodeList list, String text) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).text().contains(text)) {
                return i;
            }
        }
        throw new AssertionError("no line with " + text);
    }

    int offsetOf(String text) throws Exception {
        return fx(() -> {
            CodeList machine = lookup("#machine-list");
            return (Integer) machine.getItems().get(indexOf(machine, text)).key();
        });
    }

    static DockLayout.Tabs tabsWith(DockLayout layout, String view) {
        return switch (layout) {
            case DockLayout.Tabs tabs -> tabs;
            case DockLayout.Split split -> split.parts().stream().filter(part -> part.views().contains(view))
                    .map(part -> tabsWith(part, view)).findFirst().orElseThrow();
        };
    }
}
