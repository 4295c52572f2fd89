package org.tierscope.app.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.process.EngineExit;
import org.tierscope.app.process.EngineProcess;
import org.tierscope.app.process.RecordingPump;
import org.tierscope.engine.ProgramException;
import org.tierscope.options.EngineOption;
import org.tierscope.record.proto.CollectGarbage;
import org.tierscope.record.proto.Control;
import org.tierscope.record.proto.Evaluate;
import org.tierscope.record.proto.OptionSetting;
import org.tierscope.record.proto.Pause;
import org.tierscope.record.proto.Resume;
import org.tierscope.record.proto.Run;
import org.tierscope.record.proto.SetOption;
import org.tierscope.session.Session;
import org.tierscope.session.Viewpoint;
import org.tierscope.views.api.KeptRun;
import org.tierscope.views.api.Lesson;
import org.tierscope.views.api.Program;
import org.tierscope.views.api.SyntaxProblem;

/**
 * What the workbench shows: a program with the engine that runs it, or a recording from a file. Each run has a new
 * session; a recording that is read and an engine that runs fill it the same way. JavaFX thread only.
 */
public final class OpenProgram implements Program {
    private final EngineCommand engineCommand;
    private final Settings settings;
    private final Executor refreshExecutor;
    private final Consumer<String> say;
    private final ReadOnlyObjectWrapper<Viewpoint> viewpoint = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper answering = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper runnable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<EngineExit>> exit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, String>> options = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Lesson>> lesson = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SyntaxProblem>> draftProblem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Path> moreSamples;
    private final RunsToCompare runsToCompare;
    private EngineProcess engine;
    private String shownText = "";
    private Map<String, String> shownOptions = Map.of();
    private final List<Path> runDirectories = new ArrayList<>();
    private int evaluations;

    /**
     * @param settings remember which files were opened
     * @param refreshExecutor paces the refreshes of sessions
     * @param say shows a message to the person
     * @param moreSamples folders of samples that plug-ins have
     */
    OpenProgram(EngineCommand engineCommand, Settings settings, Executor refreshExecutor, Consumer<String> say,
            List<Path> moreSamples) {
        this.moreSamples = moreSamples;
        this.engineCommand = engineCommand;
        this.settings = settings;
        this.refreshExecutor = refreshExecutor;
        this.say = say;
        this.runsToCompare = new RunsToCompare(engineCommand, say, runDirectories::add);
        newSession();
    }

    /** Where the person looks; a new one for each session. */
    public ReadOnlyObjectProperty<Viewpoint> viewpointProperty() {
        return viewpoint.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the engine can be asked: while the program runs, and after its end until another one starts. */
    ReadOnlyBooleanProperty answeringProperty() {
        return answering.getReadOnlyProperty();
    }

    @Override
    public boolean isAnswering() {
        return answering.get();
    }

    /** Whether there is a program to run. */
    ReadOnlyBooleanProperty runnableProperty() {
        return runnable.getReadOnlyProperty();
    }

    /** Whether a recording is being read. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** How the last engine ended; empty while it runs. */
    ReadOnlyObjectProperty<Optional<EngineExit>> exitProperty() {
        return exit.getReadOnlyProperty();
    }

    @Override
    public Optional<Path> file() {
        return file.get();
    }

    @Override
    public boolean canRun() {
        return runnable.get();
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Process id of the running engine. */
    Optional<Long> enginePid() {
        return Optional.ofNullable(engine).filter(EngineProcess::isAlive).map(EngineProcess::pid);
    }

    @Override
    public List<Path> recentFiles() {
        return settings.recentFiles();
    }

    @Override
    public Optional<Path> samples() {
        return Optional.ofNullable(System.getProperty("tierscope.home")).map(home -> Path.of(home, "samples"))
                .filter(Files::isDirectory);
    }

    @Override
    public List<Path> sampleFolders() {
        return Stream.concat(samples().stream(), moreSamples.stream()).toList();
    }

    @Override
    public void open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute)) {
            say.accept("There is no file " + absolute);
            return;
        }
        if (Lesson.isLesson(absolute)) {
            openLesson(absolute);
            return;
        }
        stop();
        newSession();
        runsToCompare.clear();
        draftProblem.set(Optional.empty());
        file.set(Optional.of(absolute));
        settings.addRecentFile(absolute);
        if (absolute.toString().endsWith(".tsr")) {
            runnable.set(false);
            load(absolute);
        } else {
            runnable.set(true);
            run();
        }
    }

    private void openLesson(Path path) {
        try {
            Lesson opened = Lesson.read(path);
            // set twice, so that the same one again is a change too
            lesson.set(Optional.empty());
            lesson.set(Optional.of(opened));
            opened.program().ifPresent(this::open);
        } catch (IOException e) {
            say.accept("This is no lesson: " + e.getMessage());
        }
    }

    @Override
    public Optional<Lesson> lesson() {
        return lesson.get();
    }

    /** The lesson that was opened last. */
    ReadOnlyObjectProperty<Optional<Lesson>> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    private void load(Path recording) {
        Session session = newSession();
        exit.set(Optional.empty());
        loading.set(true);
        Thread.ofPlatform().daemon().name("recording-reader").start(() -> {
            String problem = "";
            try {
                RecordingPump.read(recording, session);
            } catch (IOException e) {
                problem = recording.getFileName() + " could not be read: " + e.getMessage();
            }
            String message = problem;
            Platform.runLater(() -> {
                loading.set(false);
                if (!message.isEmpty()) {
                    say.accept(message);
                }
            });
        });
    }

    /** Runs the program from the start, in a new engine. */
    void run() {
        start("");
    }

    @Override
    public Optional<SyntaxProblem> check(String text) {
        try {
            org.tierscope.engine.Program.of(file.get().map(Path::toString).orElse("program.js"), text);
            return Optional.empty();
        } catch (ProgramException e) {
            return Optional.of(new SyntaxProblem(e.reason(), Math.clamp(e.offset(), 0, text.length()), e.line()));
        }
    }

    @Override
    public void setDraftProblem(Optional<SyntaxProblem> problem) {
        draftProblem.set(problem);
    }

    @Override
    public Optional<SyntaxProblem> draftProblem() {
        return draftProblem.get();
    }

    /** Changes while somebody edits the program. */
    ReadOnlyObjectProperty<Optional<SyntaxProblem>> draftProblemProperty() {
        return draftProblem.getReadOnlyProperty();
    }

    @Override
    public void runText(String text) {
        if (canRun()) {
            start(text);
        }
    }

    private void start(String text) {
        stop();
        runsToCompare.keep(viewpoint.get().session(), shownOptions);
        shownText = text;
        shownOptions = options.get();
        Session session = newSession();
        Run.Builder run = Run.newBuilder().setProgramPath(file.get().orElseThrow().toString())
                .setSourceText(text).setStay(true);
        options.get().forEach((name, value) ->
                run.addOptions(OptionSetting.newBuilder().setName(name).setValue(value)));
        try {
            Path directory = Files.createTempDirectory("tierscope-run");
            runDirectories.add(directory);
            exit.set(Optional.empty());
            engine = EngineProcess.start(engineCommand, run.build(), session, directory,
                    end -> Platform.runLater(() -> ended(session, end)), () -> Platform.runLater(() -> gone(session)));
            running.set(true);
            answering.set(true);
        } catch (IOException e) {
            say.accept("The engine could not be started: " + e.getMessage());
        }
    }

    private void ended(Session session, EngineExit end) {
        if (viewpoint.get().session() == session) {
            running.set(false);
            exit.set(Optional.of(end));
            say.accept(end.inWords().lines().findFirst().orElse(""));
        }
    }

    private void gone(Session session) {
        if (viewpoint.get().session() == session) {
            answering.set(false);
        }
    }

    /** Ends the program; the engine gets a moment to do so itself. */
    public void stop() {
        if (engine != null && engine.isAlive()) {
            engine.stop();
        }
    }

    void pause() {
        send(Control.newBuilder().setPause(Pause.getDefaultInstance()).build());
    }

    void resume() {
        send(Control.newBuilder().setResume(Resume.getDefaultInstance()).build());
    }

    @Override
    public List<KeptRun> keptRuns() {
        return runsToCompare.runsProperty().get();
    }

    /** Changes when there is another run to compare with. */
    ReadOnlyObjectProperty<List<KeptRun>> keptRunsProperty() {
        return runsToCompare.runsProperty();
    }

    @Override
    public void runToCompare(Map<String, String> otherOptions) {
        if (canRun()) {
            runsToCompare.run(file.get().orElseThrow(), shownText, otherOptions);
        }
    }

    @Override
    public void openToCompare(Path recording) {
        runsToCompare.open(recording);
    }

    @Override
    public void evaluate(String text) {
        ask(Control.newBuilder()
                .setEvaluate(Evaluate.newBuilder().setRequestId(++evaluations).setText(text)).build());
    }

    @Override
    public void collectGarbage() {
        ask(Control.newBuilder().setCollectGarbage(CollectGarbage.getDefaultInstance()).build());
    }

    private void ask(Control message) {
        if (answering.get()) {
            engine.send(message);
        }
    }

    @Override
    public Map<String, String> options() {
        return options.get();
    }

    /** Changes when an option is chosen. */
    ReadOnlyObjectProperty<Map<String, String>> optionsProperty() {
        return options.getReadOnlyProperty();
    }

    @Override
    public void setOption(String name, String value) {
        Map<String, String> chosen = new TreeMap<>(options.get());
        Optional<EngineOption<?>> option = EngineOption.named(name);
        if (option.isPresent() && option.get().defaultText().equals(value)) {
            chosen.remove(name);
        } else {
            chosen.put(name, value);
        }
        options.set(Collections.unmodifiableMap(chosen));
        if (option.isPresent() && EngineOption.LIVE.contains(option.get())) {
            send(Control.newBuilder().setSetOption(SetOption.newBuilder().setName(name).setValue(value)).build());
        } else if (running.get()) {
            say.accept("--" + name + " acts when the program is started again");
        }
    }

    private void send(Control message) {
        if (running.get()) {
            engine.send(message);
        }
    }

    private Session newSession() {
        Session session = new Session(refreshExecutor);
        answering.set(false);
        viewpoint.set(new Viewpoint(session));
        return session;
    }

    /** Ends the engine and removes what it left on disk. */
    void close() {
        runsToCompare.clear();
        if (engine != null && engine.isAlive()) {
            engine.kill();
        }
        for (Path directory : runDirectories) {
            try (Stream<Path> left = Files.walk(directory)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                System.getLogger(OpenProgram.class.getName())
                        .log(System.Logger.Level.INFO, "left behind: " + directory, e);
            }
        }
    }
}
