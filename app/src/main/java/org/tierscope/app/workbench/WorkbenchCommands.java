package org.tierscope.app.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.tierscope.session.Cursor;
import org.tierscope.session.RunState;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.ViewProvider;

/** The table of what a person can do with the window. Menus, tool bar and keys are made from it. */
final class WorkbenchCommands {
    static final String VIEW = "view.";

    /** A menu: its title, and ids of commands; an empty id is a line between. */
    record MenuPlan(String title, List<String> commandIds) {
    }

    private final Workbench workbench;
    private final BooleanProperty canGoBack = new SimpleBooleanProperty();
    private final BooleanProperty canGoForward = new SimpleBooleanProperty();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty live = new SimpleBooleanProperty(true);

    WorkbenchCommands(Workbench workbench) {
        this.workbench = workbench;
    }

    void addTo(CommandTable table) {
        OpenProgram program = workbench.program();
        var running = program.runningProperty();
        var canRun = program.runnableProperty();

        table.add(Command.of("file.open", "Open…", "bi-folder2-open", "Shortcut+O", workbench::chooseAndOpen));
        table.add(Command.of("file.save-recording", "Save Recording As…", "bi-save", "Shortcut+Shift+S",
                Bindings.createBooleanBinding(() -> program.file().isPresent(), program.fileProperty()),
                workbench::chooseAndSaveRecording));
        table.add(Command.of("file.quit", "Quit", "bi-box-arrow-right", "Shortcut+Q", workbench::close));

        table.add(Command.of("run.start", "Run", "bi-play-fill", "F5",
                Bindings.createBooleanBinding(() -> canRun.get() && (!running.get() || paused.get()),
                        canRun, running, paused),
                () -> {
                    if (running.get()) {
                        program.resume();
                    } else {
                        program.run();
                    }
                }));
        table.add(Command.of("run.pause", "Pause", "bi-pause-fill", "F6",
                running.and(paused.not()), program::pause));
        table.add(Command.of("run.stop", "Stop", "bi-stop-fill", "Shift+F5", running, program::stop));
        table.add(Command.of("run.restart", "Restart", "bi-arrow-repeat", "Shortcut+F5", canRun, program::run));

        table.add(Command.of("go.back", "Back", "bi-arrow-left", "Alt+Left", canGoBack,
                () -> workbench.viewpoint().goBack()));
        table.add(Command.of("go.forward", "Forward", "bi-arrow-right", "Alt+Right", canGoForward,
                () -> workbench.viewpoint().goForward()));
        table.add(Command.of("go.function", "Go to Function…", "bi-search", "Shortcut+P",
                workbench::focusFunctionFinder));
        table.add(Command.of("go.live", "Follow the Present", "bi-skip-end-fill", "Shortcut+End", live.not(),
                () -> workbench.viewpoint().moveTo(Cursor.live())));
        table.add(Command.of("go.nothing", "Select Nothing", "", "Escape",
                () -> workbench.viewpoint().selectNothing()));

        int number = 1;
        for (ViewProvider provider : workbench.docking().providers()) {
            String key = number <= 9 ? "Shortcut+" + number++ : "";
            table.add(Command.of(VIEW + provider.id(), provider.title(), provider.icon(), key,
                    () -> workbench.docking().reveal(provider.id())));
        }
        table.add(Command.of("window.reset-layout", "Reset Layout", "bi-layout-three-columns", "",
                workbench::resetLayout));
        table.add(Command.of("window.theme", "Switch Theme", "bi-circle-half", "Shortcut+Shift+T",
                () -> workbench.setTheme(workbench.theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK)));
        table.add(Command.of("window.commands", "Find Command…", "bi-command", "Shortcut+Shift+P",
                workbench::showCommandFinder));
        table.add(Command.of("help.legend", "Colours and Marks", "bi-palette", "F1", workbench::showLegend));
    }

    List<MenuPlan> menus() {
        List<String> views = new ArrayList<>();
        workbench.docking().providers().forEach(provider -> views.add(VIEW + provider.id()));
        return List.of(
                new MenuPlan("_File", List.of("file.open", "recent", "", "file.save-recording", "", "file.quit")),
                new MenuPlan("_Run", List.of("run.start", "run.pause", "run.stop", "run.restart")),
                new MenuPlan("_Go", List.of("go.back", "go.forward", "go.function", "go.nothing", "", "go.live")),
                new MenuPlan("_View", views),
                new MenuPlan("_Window", List.of("window.commands", "", "window.theme", "window.reset-layout")),
                new MenuPlan("_Help", List.of("help.legend")));
    }

    /** Ids of the commands in the tool bar; an empty id is a line between. */
    static List<String> toolBar() {
        return List.of("file.open", "", "run.start", "run.pause", "run.stop", "run.restart", "",
                "go.back", "go.forward", "go.live");
    }

    /** To be called after the recording, the cursor or the selection has changed. */
    void update() {
        var viewpoint = workbench.viewpoint();
        canGoBack.set(viewpoint.canGoBack());
        canGoForward.set(viewpoint.canGoForward());
        live.set(viewpoint.cursor() instanceof Cursor.Live);
        paused.set(viewpoint.session().now().run().phase() == RunState.Phase.PAUSED);
    }
}
