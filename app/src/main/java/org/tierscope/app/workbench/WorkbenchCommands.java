package org.tierscope.app.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.tierscope.session.Cursor;
import org.tierscope.session.RunState;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.ViewProvider;

/** What a person can do with the window, in the order of the menus. */
final class WorkbenchCommands {
    static final String VIEW = "view.";
    private static final double ZOOM_STEP = 1.1;
    /** Groups of commands that act on the active view begin so. */
    static final String OF_VIEW = "Edit/";

    private final Workbench workbench;
    private final BooleanProperty canGoBack = new SimpleBooleanProperty();
    private final BooleanProperty canGoForward = new SimpleBooleanProperty();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty live = new SimpleBooleanProperty(true);
    /** Changes whenever views may have changed. */
    private final LongProperty refreshed = new SimpleLongProperty();

    WorkbenchCommands(Workbench workbench) {
        this.workbench = workbench;
    }

    void addTo(CommandTable table) {
        addFile(table);
        addEdit(table);
        addRun(table);
        addGo(table);
        addViews(table);
        addWindow(table);
        table.add(Command.of("help.legend", "Help", "Colours and Marks", "bi-palette", "F1", workbench::showLegend));
    }

    private void addFile(CommandTable table) {
        OpenProgram program = workbench.program();
        table.add(Command.of("file.open", "File/open", "Open…", "bi-folder2-open", "Shortcut+O",
                workbench::chooseAndOpen));
        table.add(Command.of("file.save-recording", "File/save", "Save Recording As…", "bi-save", "Shortcut+Shift+S",
                Bindings.createBooleanBinding(() -> program.file().isPresent(), program.fileProperty()),
                workbench::chooseAndSaveRecording));
        table.add(Command.of("file.export-page", "File/save", "Export Session as HTML…", "bi-globe", "",
                Bindings.createBooleanBinding(() -> program.file().isPresent(), program.fileProperty()),
                () -> workbench.viewActions().exportPage()));
        table.add(Command.of("file.quit", "File/end", "Quit", "bi-box-arrow-right", "Shortcut+Q", workbench::close));
    }

    private void addEdit(CommandTable table) {
        var active = workbench.activeProperty();
        var someView = active.isNotNull();
        ViewActions actions = workbench.viewActions();
        var searchable = Bindings.createBooleanBinding(
                () -> active.get() != null && active.get().findable().isPresent(), active, refreshed);
        var tabular = Bindings.createBooleanBinding(
                () -> active.get() != null && active.get().view() != null && active.get().view().table().isPresent(),
                active, refreshed);
        table.add(ofView("edit.find", "find", "Find in View", "bi-search", "Shortcut+F", searchable, ViewHost::find));
        table.add(ofView("edit.find-next", "find", "Find Next", "", "F3", searchable, host -> step(host, 1)));
        table.add(ofView("edit.find-previous", "find", "Find Previous", "", "Shift+F3", searchable,
                host -> step(host, -1)));
        table.add(Command.of("edit.find-everywhere", "Edit/find", "Find in All Views…", "bi-binoculars", "Shortcut+H",
                () -> workbench.reveal("search")));
        table.add(ofView("edit.copy-text", "copy", "Copy View as Text", "bi-clipboard", "Shortcut+Shift+C", someView,
                actions::copyText));
        table.add(ofView("edit.copy-markdown", "copy", "Copy View as Markdown", "bi-markdown", "", someView,
                actions::copyMarkdown));
        table.add(ofView("edit.export-text", "export", "Export View as Text…", "", "", someView, actions::exportText));
        table.add(ofView("edit.export-csv", "export", "Export Table as CSV…", "bi-table", "", tabular,
                actions::exportCsv));
        table.add(ofView("edit.export-png", "export", "Export Picture as PNG…", "bi-image", "", someView,
                actions::exportPng));
        table.add(ofView("edit.export-svg", "export", "Export Picture as SVG…", "bi-vector-pen", "", someView,
                actions::exportSvg));
    }

    private Command ofView(String id, String section, String title, String icon, String key,
            ObservableBooleanValue enabled, Consumer<ViewHost> action) {
        return Command.of(id, OF_VIEW + section, title, icon, key, enabled, () -> {
            ViewHost host = workbench.activeProperty().get();
            if (host != null && host.view() != null) {
                action.accept(host);
            }
        });
    }

    private static void step(ViewHost host, int by) {
        host.findBar().ifPresentOrElse(bar -> bar.step(by), host::find);
    }

    private void addRun(CommandTable table) {
        OpenProgram program = workbench.program();
        var running = program.runningProperty();
        var canRun = program.runnableProperty();
        table.add(Command.of("run.start", "Run", "Run", "bi-play-fill", "F5",
                Bindings.createBooleanBinding(() -> canRun.get() && (!running.get() || paused.get()),
                        canRun, running, paused),
                () -> {
                    if (running.get()) {
                        program.resume();
                    } else {
                        program.run();
                    }
                }));
        table.add(Command.of("run.pause", "Run", "Pause", "bi-pause-fill", "F6",
                running.and(paused.not()), program::pause));
        table.add(Command.of("run.stop", "Run", "Stop", "bi-stop-fill", "Shift+F5", running, program::stop));
        table.add(Command.of("run.restart", "Run", "Restart", "bi-arrow-repeat", "Shortcut+F5", canRun,
                program::run));
    }

    private void addGo(CommandTable table) {
        table.add(Command.of("go.back", "Go/history", "Back", "bi-arrow-left", "Alt+Left", canGoBack,
                () -> workbench.viewpoint().goBack()));
        table.add(Command.of("go.forward", "Go/history", "Forward", "bi-arrow-right", "Alt+Right", canGoForward,
                () -> workbench.viewpoint().goForward()));
        table.add(Command.of("go.function", "Go/to", "Go to Function…", "bi-search", "Shortcut+P",
                workbench::focusFunctionFinder));
        table.add(Command.of("go.nothing", "Go/to", "Select Nothing", "", "Escape",
                () -> workbench.viewpoint().selectNothing()));
        table.add(Command.of("go.live", "Go/time", "Follow the Present", "bi-skip-end-fill", "Shortcut+End",
                live.not(), () -> workbench.viewpoint().moveTo(Cursor.live())));
    }

    private void addViews(CommandTable table) {
        List<ViewProvider> providers = workbench.docking().providers().stream()
                .sorted(Comparator.comparing((ViewProvider provider) -> !provider.place().atFirst())
                        .thenComparing(provider -> provider.place().area())
                        .thenComparing(provider -> provider.place().order()))
                .toList();
        int number = 1;
        for (ViewProvider provider : providers) {
            String key = provider.place().atFirst() && number <= 9 ? "Shortcut+" + number++ : "";
            String group = provider.place().atFirst() ? "View/" + provider.place().area() : "View/more>More Views";
            table.add(Command.of(VIEW + provider.id(), group, provider.title(),
                    provider.icon(), key, () -> workbench.reveal(provider.id())));
        }
    }

    private void addWindow(CommandTable table) {
        table.add(Command.of("window.commands", "Go/to", "Quick Access…", "bi-command", "Shortcut+Shift+P",
                workbench::showQuickAccess));
        table.add(Command.of("window.theme", "Window/look", "Switch Theme", "bi-circle-half", "Shortcut+Shift+T",
                () -> workbench.setTheme(workbench.theme().next())));
        for (Theme theme : Theme.values()) {
            table.add(Command.of("window.theme-" + theme.id(), "Window/look", theme.title() + " Theme", "", "",
                    () -> workbench.setTheme(theme)));
        }
        table.add(Command.of("window.zoom-in", "Window/zoom", "Zoom In", "bi-zoom-in", "Shortcut+EQUALS",
                () -> workbench.setZoom(workbench.zoom() * ZOOM_STEP)));
        table.add(Command.of("window.zoom-out", "Window/zoom", "Zoom Out", "bi-zoom-out", "Shortcut+MINUS",
                () -> workbench.setZoom(workbench.zoom() / ZOOM_STEP)));
        table.add(Command.of("window.zoom-normal", "Window/zoom", "Normal Size", "", "Shortcut+DIGIT0",
                () -> workbench.setZoom(1)));
        for (Perspectives.Perspective perspective : workbench.perspectives().all()) {
            table.add(command(perspective));
        }
        table.add(Command.of("window.save-perspective", "Window/layout", "Save Perspective As…",
                "bi-bookmark-plus", "", workbench::savePerspective));
        table.add(Command.of("window.delete-perspective", "Window/layout", "Delete Perspective…", "bi-bookmark-x", "",
                workbench::deletePerspective));
        table.add(Command.of("window.maximise", "Window/view", "Maximise or Restore View", "bi-fullscreen", "Shortcut+M",
                workbench.activeProperty().isNotNull(), () -> onActive(workbench.docking()::toggleMaximised)));
        table.add(Command.of("window.float", "Window/view", "Float or Dock View", "bi-window", "Shortcut+Shift+M",
                workbench.activeProperty().isNotNull(), () -> onActive(workbench.docking()::toggleFloating)));
        table.add(Command.of("window.reset-layout", "Window/layout", "Reset Layout", "bi-layout-three-columns", "",
                workbench::resetLayout));
    }

    private void onActive(Consumer<String> action) {
        ViewHost host = workbench.activeProperty().get();
        if (host != null) {
            action.accept(host.provider().id());
        }
    }

    /** Arranges the views in a named way. */
    Command command(Perspectives.Perspective perspective) {
        return Command.of("window.perspective-" + perspective.id(), "Window/perspectives",
                perspective.title() + " Perspective", "", "", () -> workbench.showPerspective(perspective.id()));
    }

    /** Ids of the commands in the tool bar; an empty id is a line between. */
    static List<String> toolBar() {
        return List.of("file.open", "", "run.start", "run.pause", "run.stop", "run.restart", "",
                "go.back", "go.forward", "go.live");
    }

    /** To be called after the recording, the cursor or the selection has changed. */
    void update() {
        var viewpoint = workbench.viewpoint();
        refreshed.set(refreshed.get() + 1);
        canGoBack.set(viewpoint.canGoBack());
        canGoForward.set(viewpoint.canGoForward());
        live.set(viewpoint.cursor() instanceof Cursor.Live);
        paused.set(viewpoint.session().now().run().phase() == RunState.Phase.PAUSED);
    }
}
