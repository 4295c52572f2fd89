package org.tierscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.tierscope.app.plugin.PluginJars;
import org.tierscope.app.plugin.Plugins;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.session.Selection;

/** A window with the sample plug-in, one whose view throws, and one whose command does. */
class PluginsInWindowTest extends WindowTest {
    private static final String THROWS = """
            import java.util.List;
            import org.tierscope.views.api.*;
            public class Throws implements ViewProvider, CommandProvider {
                public String id() { return "throws"; }
                public String title() { return "Throws"; }
                public String description() { return "Throws."; }
                public String icon() { return "bi-bug"; }
                public Place place() { return Place.of(Place.Area.DETAIL, 1).whenAsked(); }
                public View create(ViewContext context) { throw new IllegalStateException("thrown by the plug-in"); }
                public List<Command> commands(ViewContext context) {
                    return List.of(Command.of("throws.now", "Help", "Throw Now", "", "F5", () -> {
                        throw new IllegalStateException("thrown by the command");
                    }));
                }
            }
            """;

    private Path plugins;

    @Start
    void start(Stage newStage) throws Exception {
        plugins = Files.createTempDirectory(directory, "plugins");
        PluginJars.sample(plugins);
        PluginJars.of(plugins, "throws", "Throws", THROWS, Map.of(
                "META-INF/services/org.tierscope.views.api.ViewProvider", "Throws\n",
                "META-INF/services/org.tierscope.views.api.CommandProvider", "Throws\n"));
        openWindow(newStage);
    }

    @Override
    EngineCommand engine() {
        return EngineCommand.ofThisJvm();
    }

    @Override
    Workbench newWorkbench(Stage onStage) {
        return new Workbench(onStage, Settings.in(settingsDirectory), engine(),
                Plugins.load(plugins.resolve("plugins"), plugins.resolve("samples")));
    }

    private void command(String id) throws Exception {
        fx(() -> {
            workbench.commands().run(id);
            return null;
        });
        settle();
    }

    @Test
    void theSamplesViewShowsItsTableAndItsCommandSelects() throws Exception {
        openRecording();
        command("view.hot-lines");
        until(() -> lookup("#hot-lines-table") instanceof TableView<?> table && !table.getItems().isEmpty());
        command("hot-lines.go");
        assertThat(selection()).get().isInstanceOf(Selection.SourceRange.class);
    }

    @Test
    void aViewThatThrowsShowsItsErrorInItsOwnPanelAndTheOthersGoOn() throws Exception {
        command("view.throws");
        assertThat(label("#view-throws .error-title")).contains("Throws");
        openRecording();
        assertThat(texts("#bytecode-list")).isNotEmpty();
        assertThat(fx(() -> workbench.docking().host("throws").orElseThrow().error())).hasMessage("thrown by the plug-in");
    }

    @Test
    void aCommandThatThrowsIsAMessageAndTakesNobodysKey() throws Exception {
        command("throws.now");
        assertThat(label("#status-message")).contains("“Throw Now” has failed").contains("thrown by the command");
        assertThat(workbench.commands().key("run.start").get().getName()).isEqualTo("F5");
        assertThat(workbench.commands().key("throws.now").get()).isNull();
    }

    @Test
    void itsLessonOpensWithItsProgram() throws Exception {
        open(workbench.program().sampleFolders().getLast().resolve("lessons/hot-lines.md"));
        settle();
        assertThat(fx(workbench::openViews)).contains("lesson");
        assertThat(fx(() -> workbench.program().file()).orElseThrow().getFileName()).hasToString("hot-and-cold.js");
        assertThat(fx(() -> workbench.program().lesson().orElseThrow().title())).isEqualTo("Where does the time go?");
    }
}
