package org.tierscope.views.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.input.KeyCombination;
import org.tierscope.session.Session;
import org.tierscope.session.Viewpoint;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.Commands;
import org.tierscope.views.api.KeptRun;
import org.tierscope.views.api.Lesson;
import org.tierscope.views.api.OpenView;
import org.tierscope.views.api.Program;
import org.tierscope.views.api.SyntaxProblem;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.Palette;

/** A workbench for one view: a session, a viewpoint, and nothing around them. Background work runs at once. */
public final class TestContext implements ViewContext {

    /** A text with this in it is no program. */
    public static final String NO_PROGRAM = "@@";

    private final Viewpoint viewpoint;
    private Optional<SyntaxProblem> draftProblem = Optional.empty();
    private Optional<Path> file = Optional.empty();
    private final List<String> runTexts = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private int collectionsAsked;
    private boolean answering;
    private List<KeptRun> keptRuns = List.of();
    private final List<Map<String, String>> runsAsked = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private final Map<String, String> options = new TreeMap<>();
    private List<Path> recentFiles = List.of();
    private Optional<Path> samples = Optional.empty();
    private Optional<Lesson> lesson = Optional.empty();
    private final RecordedCommands commands = new RecordedCommands();
    private Palette palette = Palette.DARK;

    public TestContext(Session session) {
        viewpoint = new Viewpoint(session);
    }

    @Override
    public Viewpoint viewpoint() {
        return viewpoint;
    }

    @Override
    public Commands commands() {
        return commands;
    }

    @Override
    public Palette palette() {
        return palette;
    }

    public void setPalette(Palette newPalette) {
        palette = newPalette;
    }

    @Override
    public List<OpenView> openViews() {
        return List.of();
    }

    @Override
    public Program program() {
        return new NoProgram();
    }

    @Override
    public <T> void background(String subject, Supplier<T> work, Consumer<T> then) {
        then.accept(work.get());
    }

    @Override
    public void say(String message) {
        said.add(message);
    }

    /** What the view has said in the status line. */
    public List<String> said() {
        return said;
    }

    private static final class RecordedCommands implements Commands {
        private final List<String> run = new ArrayList<>();

        @Override
        public void run(String id) {
            run.add(id);
        }

        @Override
        public void add(Command command) {
            throw new UnsupportedOperationException("a view test has no table of commands");
        }

        @Override
        public Optional<Command> find(String id) {
            return Optional.empty();
        }

        @Override
        public Collection<Command> all() {
            return List.of();
        }

        @Override
        public ReadOnlyObjectProperty<KeyCombination> key(String id) {
            throw new IllegalArgumentException("there is no command " + id);
        }

        @Override
        public void bind(String id, KeyCombination key) {
            throw new IllegalArgumentException("there is no command " + id);
        }
    }

    /** Files that the view has asked to be opened. */
    public List<Path> opened() {
        return opened;
    }

    /** The lesson that the window has open. */
    public void setLesson(Lesson newLesson) {
        lesson = Optional.of(newLesson);
    }

    /** Ids of the commands that the view has run. */
    public List<String> commandsRun() {
        return commands.run;
    }

    /** Makes the program one of a file, which can be edited and run. */
    public void setFile(Path programFile) {
        file = Optional.of(programFile);
    }

    /** Texts that the view has run in place of the file's. */
    public List<String> runTexts() {
        return runTexts;
    }

    /** What there is to compare with. */
    public void setKeptRuns(List<KeptRun> runs) {
        keptRuns = runs;
    }

    /** The options of runs that the view asked for. */
    public List<Map<String, String>> runsAsked() {
        return runsAsked;
    }

    /** Whether there is an engine to ask. */
    public void setAnswering(boolean newAnswering) {
        answering = newAnswering;
    }

    /** What the view has asked the engine. */
    public List<String> questions() {
        return questions;
    }

    /** How often it asked for a collection. */
    public int collectionsAsked() {
        return collectionsAsked;
    }

    /** What there is to open. */
    public void setFiles(List<Path> recent, Optional<Path> samplesFolder) {
        recentFiles = recent;
        samples = samplesFolder;
    }

    private final class NoProgram implements Program {

        @Override
        public Optional<Path> file() {
            return file;
        }

        @Override
        public void open(Path file) {
            opened.add(file);
        }

        @Override
        public List<Path> recentFiles() {
            return recentFiles;
        }

        @Override
        public Optional<Path> samples() {
            return samples;
        }

        @Override
        public boolean canRun() {
            return file.isPresent();
        }

        @Override
        public boolean isRunning() {
            return false;
        }

        @Override
        public void runText(String text) {
            runTexts.add(text);
        }

        @Override
        public List<Path> sampleFolders() {
            return samples.stream().toList();
        }

        @Override
        public Optional<Lesson> lesson() {
            return lesson;
        }

        @Override
        public Optional<SyntaxProblem> check(String text) {
            int at = text.indexOf(NO_PROGRAM);
            return at < 0 ? Optional.empty() : Optional.of(new SyntaxProblem("Expected an operand but found @", at,
                    1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count()));
        }

        @Override
        public void setDraftProblem(Optional<SyntaxProblem> problem) {
            draftProblem = problem;
        }

        @Override
        public Optional<SyntaxProblem> draftProblem() {
            return draftProblem;
        }

        @Override
        public Map<String, String> options() {
            return options;
        }

        @Override
        public void setOption(String name, String value) {
            options.put(name, value);
        }

        @Override
        public List<KeptRun> keptRuns() {
            return keptRuns;
        }

        @Override
        public void runToCompare(Map<String, String> options) {
            runsAsked.add(options);
        }

        @Override
        public void openToCompare(Path recording) {
            opened.add(recording);
        }

        @Override
        public boolean isAnswering() {
            return answering;
        }

        @Override
        public void evaluate(String text) {
            questions.add(text);
        }

        @Override
        public void collectGarbage() {
            collectionsAsked++;
        }
    }
}
