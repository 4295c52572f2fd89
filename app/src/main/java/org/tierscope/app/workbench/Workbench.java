package org.tierscope.app.workbench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.tierscope.app.plugin.Plugins;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.session.Viewpoint;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.Commands;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.control.KeyField;

/** The window: puts docking, menus, tool bar and status line together around an {@link OpenProgram}. */
public final class Workbench {
    private static final double FIRST_WIDTH = 1600;
    private static final double FIRST_HEIGHT = 950;
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 400;
    private static final String LAYOUT = "layout";
    private static final String THEME = "theme";
    private static final String ZOOM = "zoom";

    private final Stage stage;
    private final Settings settings;
    private final FramePacer pacer = new FramePacer();
    private final Background background = new Background(Platform::runLater);
    private final CommandTable commands;
    private final OpenProgram program;
    private final Docking docking;
    private final ViewActions viewActions;
    private final ObjectProperty<ViewHost> active = new SimpleObjectProperty<>();
    private final Refresher refresher;
    private final WorkbenchCommands commandPlan;
    private final ToolStrip tools;
    private final StatusLine status = new StatusLine();
    private final EndBanner banner;
    private final ZoomPane content;
    private final Perspectives perspectives;
    private final Scene scene;
    private Theme theme;
    private Runnable unsubscribe = () -> { };
    private boolean closed;
    private Function<String, Optional<String>> nameQuestion = this::askForName;
    private Function<List<String>, Optional<String>> choiceQuestion = this::askWhich;

    /**
     * Builds the window; {@link #show} makes it appear.
     *
     * @param engine how engines are started
     * @param providers the views there are
     */
    public Workbench(Stage stage, Settings settings, EngineCommand engine,
            Collection<? extends ViewProvider> providers) {
        this(stage, settings, engine, new Plugins(List.copyOf(providers), List.of(), List.of(), List.of()));
    }

    /** The same with all that plug-ins have. */
    public Workbench(Stage stage, Settings settings, EngineCommand engine, Plugins plugins) {
        this.stage = stage;
        this.settings = settings;
        this.commands = new CommandTable(settings);
        this.theme = Theme.of(settings.get(THEME).orElse(""));
        this.perspectives = new Perspectives(settings);
        this.program = new OpenProgram(engine, settings, pacer, this::say, plugins.sampleFolders());
        this.refresher = new Refresher(this::viewpoint, () -> docking().hosts());
        this.viewActions = new ViewActions(this, stage);
        this.docking = new Docking(plugins.views(), this::newHost, this::layoutChanged, this::activate, this::useKeys,
                this::contextMenu);
        this.commandPlan = new WorkbenchCommands(this);
        commandPlan.addTo(commands);
        PluginCommands.add(plugins.commands(), new HostContext(this, Optional.empty()), commands, settings::note);
        plugins.notes().forEach(settings::note);
        this.tools = new ToolStrip(this);
        this.banner = new EndBanner(commands.find("run.restart").orElseThrow());
        BorderPane content = new BorderPane(docking.pane());
        content.setTop(new VBox(Menus.menuBar(this, commands), tools.bar(), banner.node()));
        content.setBottom(status.node());
        content.getStyleClass().add("workbench");
        this.content = new ZoomPane(content, settings.getNumber(ZOOM, 1));
        this.scene = new Scene(this.content, Math.max(LEAST_WIDTH, settings.getNumber("width", FIRST_WIDTH)),
                Math.max(LEAST_HEIGHT, settings.getNumber("height", FIRST_HEIGHT)));
        ThemeStyles.apply(theme, scene.getStylesheets());
        useKeys(scene);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::useBackAndForwardButtons);
        scene.focusOwnerProperty().addListener((property, old, owner) -> hostOf(owner).ifPresent(this::activate));
        acceptDroppedFiles();
        docking.show(rememberedLayout());
        program.viewpointProperty().addListener((property, old, viewpoint) -> follow(viewpoint));
        program.fileProperty().addListener((property, old, file) -> {
            showTitle();
            Platform.runLater(this::saveSettings);
        });
        program.lessonProperty().addListener((property, old, lesson) -> lesson.ifPresent(opened -> reveal("lesson")));
        program.optionsProperty().addListener((property, old, options) -> somethingChanged());
        program.answeringProperty().addListener((property, old, answering) -> somethingChanged());
        program.keptRunsProperty().addListener((property, old, runs) -> somethingChanged());
        program.draftProblemProperty().addListener((property, old, problem) -> somethingChanged());
        program.exitProperty().addListener((property, old, exit) -> exit.ifPresentOrElse(
                end -> banner.show(end, viewpoint().session()), banner::hide));
        follow(viewpoint());
        showTitle();
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnCloseRequest(event -> close());
        say(settings.notes().stream().collect(Collectors.joining("; ")));
    }

    /** The views on the class path. */
    public static Collection<ViewProvider> installedViews() {
        return Plugins.builtIn().views();
    }

    public void show() {
        stage.show();
    }

    public Scene scene() {
        return scene;
    }

    public OpenProgram program() {
        return program;
    }

    public Commands commands() {
        return commands;
    }

    Settings settings() {
        return settings;
    }

    Docking docking() {
        return docking;
    }

    Theme theme() {
        return theme;
    }

    public Viewpoint viewpoint() {
        return program.viewpointProperty().get();
    }

    private ViewHost newHost(ViewProvider provider) {
        return new ViewHost(provider, host -> new HostContext(this, Optional.of(host)), refresher::refresh, background::run);
    }

    /** The view that was used last: commands on views act on it. Null if there is none. */
    ReadOnlyObjectProperty<ViewHost> activeProperty() {
        return active;
    }

    private void activate(ViewHost host) {
        active.set(host);
    }

    private Optional<ViewHost> hostOf(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            Node panel = at;
            Optional<ViewHost> host = docking.hosts().stream().filter(h -> h.panel() == panel).findFirst();
            if (host.isPresent()) {
                return host;
            }
        }
        return Optional.empty();
    }

    ViewActions viewActions() {
        return viewActions;
    }

    Collection<ViewHost> openViewHosts() {
        return docking.hosts();
    }

    /** Opens a view or brings it to the front, ready for the keyboard. */
    void reveal(String viewId) {
        docking.reveal(viewId);
        docking.host(viewId).ifPresent(host -> Platform.runLater(host::focus));
    }

    /** What can be done with a view: what only it can, then what all can. */
    private ContextMenu contextMenu(ViewHost host) {
        activate(host);
        List<Command> shown = new ArrayList<>(host.view() == null ? List.of() : host.view().commands());
        commands.all().stream().filter(command -> command.group().startsWith(WorkbenchCommands.OF_VIEW))
                .forEach(shown::add);
        return Menus.contextMenu(commands, shown);
    }

    private void useKeys(Scene window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::runKey);
    }

    /** Opens a JavaScript file and runs it, or shows a recording. */
    public void open(Path file) {
        program.open(file);
    }

    /** Says something in the status line. */
    void say(String message) {
        if (Platform.isFxApplicationThread()) {
            status.say(message);
        } else {
            Platform.runLater(() -> status.say(message));
        }
    }

    void runInBackground(Runnable work) {
        background.run(work);
    }

    /** Whether no view waits for work done away from the JavaFX thread. */
    public boolean isIdle() {
        return background.isIdle();
    }

    /**
     * Opens a view outside of the layout, as for a picture of it; it fills itself once it is in a scene.
     *
     * @param picture gets what makes the view's picture as SVG, of all that it draws
     */
    public Region detachedView(ViewProvider provider, Consumer<Supplier<String>> picture) {
        ViewHost host = newHost(provider);
        picture.accept(() -> ViewActions.svg(host));
        return host.panel();
    }

    private void follow(Viewpoint viewpoint) {
        unsubscribe.run();
        Runnable fromSession = viewpoint.session().onChange(this::somethingChanged);
        Runnable fromViewpoint = viewpoint.onChange(this::somethingChanged);
        unsubscribe = () -> {
            fromSession.run();
            fromViewpoint.run();
        };
        banner.hide();
        somethingChanged();
    }

    private void somethingChanged() {
        refresher.refreshAll();
        commandPlan.update();
        status.update(viewpoint());
    }

    /** Brings all views in sight up to date at once. */
    public void refreshNow() {
        somethingChanged();
        refresher.finish();
    }

    private void runKey(KeyEvent event) {
        if (event.getTarget() instanceof KeyField) {
            return;
        }
        boolean typing = event.getTarget() instanceof TextInputControl || event.getTarget() instanceof CodeArea;
        if (typing && !event.isShortcutDown() && !event.isAltDown() && !event.getCode().isFunctionKey()) {
            return;
        }
        commands.match(event).ifPresent(command -> {
            command.run();
            event.consume();
        });
    }

    /** The buttons that mice have at their sides. */
    private void useBackAndForwardButtons(MouseEvent event) {
        if (event.getButton() == MouseButton.BACK) {
            commands.run("go.back");
        } else if (event.getButton() == MouseButton.FORWARD) {
            commands.run("go.forward");
        }
    }

    private void acceptDroppedFiles() {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(event -> {
            Dragboard board = event.getDragboard();
            if (board.hasFiles()) {
                open(board.getFiles().getFirst().toPath());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private void showTitle() {
        stage.setTitle(program.file().map(file -> file.getFileName() + " — ").orElse("") + "Tierscope");
    }

    // --------------------------------------------------------------------------------------- layout and theme

    private DockLayout rememberedLayout() {
        Optional<String> text = settings.get(LAYOUT);
        if (text.isPresent()) {
            try {
                DockLayout layout = DockLayout.parse(text.get());
                if (layout.views().stream().anyMatch(id -> docking.providers().stream().anyMatch(p -> p.id().equals(id)))) {
                    return layout;
                }
            } catch (IllegalArgumentException e) {
                settings.note("The remembered layout could not be read; this is the first layout again");
            }
        }
        return DockLayout.initial(docking.providers(), scene.getWidth() / zoom());
    }

    void resetLayout() {
        showLayout(DockLayout.initial(docking.providers(), scene.getWidth() / zoom()));
    }

    private void showLayout(DockLayout layout) {
        active.set(null);
        docking.show(layout);
        refresher.refreshAll();
    }

    Perspectives perspectives() {
        return perspectives;
    }

    void showPerspective(String id) {
        perspectives.layout(id).ifPresentOrElse(this::showLayout, this::resetLayout);
    }

    /** Keeps the views as they stand, by a name that the person gives, with a command of its own. */
    void savePerspective() {
        docking.layout().ifPresent(layout -> nameQuestion.apply("The name of the perspective").ifPresent(name -> {
            Perspectives.Perspective saved = perspectives.save(name, layout);
            if (commands.find("window.perspective-" + saved.id()).isEmpty()) {
                commands.add(commandPlan.command(saved));
            }
            saveSettings();
            say("Saved the perspective " + saved.title());
        }));
    }

    /** Forgets a saved perspective that the person chooses. */
    void deletePerspective() {
        List<Perspectives.Perspective> saved = perspectives.saved();
        if (saved.isEmpty()) {
            say("No perspective has been saved");
            return;
        }
        List<String> titles = saved.stream().map(Perspectives.Perspective::title).toList();
        choiceQuestion.apply(titles).flatMap(title -> saved.stream().filter(p -> p.title().equals(title)).findFirst())
                .ifPresent(perspective -> {
                    perspectives.delete(perspective);
                    if (!perspectives.isBuiltIn(perspective)) {
                        commands.remove("window.perspective-" + perspective.id());
                    }
                    saveSettings();
                    say("Deleted the perspective " + perspective.title());
                });
    }

    /** Asks which of several in another way, as where there is nobody to ask. */
    void setChoiceQuestion(Function<List<String>, Optional<String>> question) {
        choiceQuestion = question;
    }

    private Optional<String> askWhich(List<String> titles) {
        ChoiceDialog<String> dialog = new ChoiceDialog<>(titles.getFirst(), titles);
        dialog.initOwner(stage);
        dialog.setTitle("Tierscope");
        dialog.setHeaderText("The perspective to delete");
        dialog.getDialogPane().getStylesheets().setAll(scene.getStylesheets());
        return dialog.showAndWait();
    }

    /** Asks for a name in another way, as where there is nobody to ask. */
    void setNameQuestion(Function<String, Optional<String>> question) {
        nameQuestion = question;
    }

    private Optional<String> askForName(String words) {
        TextInputDialog dialog = new TextInputDialog();
        dialog.initOwner(stage);
        dialog.setTitle("Tierscope");
        dialog.setHeaderText(words);
        dialog.getDialogPane().getStylesheets().setAll(scene.getStylesheets());
        return dialog.showAndWait().map(String::strip).filter(name -> !name.isEmpty());
    }

    double zoom() {
        return content.zoom();
    }

    /** Makes everything in the window larger or smaller. */
    void setZoom(double zoom) {
        content.setZoom(zoom);
        settings.set(ZOOM, String.valueOf(content.zoom()));
        say("Zoom " + Math.round(content.zoom() * 100) + "%");
    }

    private void layoutChanged() {
        if (scene != null) {
            // a window that has been closed has said its last, and another may use the settings by now
            Platform.runLater(() -> {
                if (!closed) {
                    saveSettings();
                }
            });
        }
    }

    public void setTheme(Theme newTheme) {
        theme = newTheme;
        ThemeStyles.apply(theme, scene.getStylesheets());
        settings.set(THEME, newTheme.id());
        docking.hosts().forEach(ViewHost::themeChanged);
        saveSettings();
    }

    private void saveSettings() {
        docking.layout().ifPresent(layout -> settings.set(LAYOUT, layout.text()));
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
            settings.set("width", String.valueOf(scene.getWidth()));
            settings.set("height", String.valueOf(scene.getHeight()));
        }
        try {
            settings.save();
        } catch (IOException e) {
            say("The settings could not be saved: " + e.getMessage());
        }
    }

    // ------------------------------------------------------------------------------------- what commands do

    void chooseAndOpen() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a program or a recording");
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("JavaScript and recordings", "*.js", "*.mjs", "*.tsr"),
                new FileChooser.ExtensionFilter("All files", "*"));
        program.file().map(Path::getParent).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showOpenDialog(stage);
        if (chosen != null) {
            open(chosen.toPath());
        }
    }

    void chooseAndSaveRecording() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the recording");
        chooser.setInitialFileName(program.file()
                .map(file -> file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".tsr").orElse("run.tsr"));
        File chosen = chooser.showSaveDialog(stage);
        if (chosen != null) {
            var session = viewpoint().session();
            background.run(() -> {
                try {
                    session.save(chosen.toPath());
                    say("Saved " + chosen);
                } catch (IOException e) {
                    say("The recording could not be saved: " + e.getMessage());
                }
            });
        }
    }

    void focusFunctionFinder() {
        tools.focusFinder();
    }

    void showQuickAccess() {
        new QuickAccess(this).show(stage);
    }

    void showLegend() {
        Legend.show(stage);
    }

    /** Ends the engine, saves the settings and closes the window. */
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        unsubscribe.run();
        refresher.close();
        saveSettings();
        program.close();
        pacer.close();
        background.close();
        docking.hosts().forEach(ViewHost::dispose);
        stage.close();
    }

    /** The text of an open view; empty if it is not open or has none. */
    public Optional<String> textOf(String viewId) {
        return docking.host(viewId).map(ViewHost::view).flatMap(View::text);
    }

    /** Ids of the views that are open. */
    public Collection<String> openViews() {
        return docking.hosts().stream().map(host -> host.provider().id()).collect(Collectors.toList());
    }
}
