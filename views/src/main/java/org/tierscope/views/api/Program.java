package org.tierscope.views.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program (or recording) that the workbench shows, and what can be done with it. */
public interface Program {

    /** The file that was opened: JavaScript or a recording; empty before anything is opened. */
    Optional<Path> file();

    /** Opens a JavaScript file and runs it, shows a recording, or opens a lesson together with its program. */
    void open(Path file);

    /** Files opened lately, the last one first. */
    List<Path> recentFiles();

    /** The folder of the programs that come with Tierscope; empty if they were not installed. */
    Optional<Path> samples();

    /** The folders that samples are in: Tierscope's own and those of plug-ins. Lessons are in {@code lessons} below each. */
    List<Path> sampleFolders();

    /** The lesson that is open. */
    Optional<Lesson> lesson();

    /** Whether there is a JavaScript file that can be edited and run, rather than a recording only. */
    boolean canRun();

    /** Whether an engine is running it now. */
    boolean isRunning();

    /**
     * Reads a text as a program, as far as errors are found before it runs. Takes a while: not for the JavaFX thread.
     *
     * @return the first error; empty for a program
     */
    Optional<SyntaxProblem> check(String text);

    /** Tells all views what is wrong with the text that is being edited; empty if nothing is. */
    void setDraftProblem(Optional<SyntaxProblem> problem);

    /** What is wrong with the text that is being edited. */
    Optional<SyntaxProblem> draftProblem();

    /** Runs {@code text} in place of the file's; the file stays as it is. */
    void runText(String text);

    /** The engine's options that differ from their defaults, as on the command line without the dashes. */
    Map<String, String> options();

    /**
     * Chooses an engine option for later runs and, where it can change while a program runs, for the running one.
     *
     * @param value as on the command line; the default takes the choice back
     */
    void setOption(String name, String value);

    /** Whether there is an engine to ask: while the program runs, and after its end until another one starts. */
    boolean isAnswering();

    /** Runs to compare with the one that is shown: earlier ones of the program, ones made for that, recordings; the latest first. */
    List<KeptRun> keptRuns();

    /**
     * Runs the program once more beside what is shown, and keeps that run.
     *
     * @param options of the engine, as on the command line without the dashes; in place of those that are chosen
     */
    void runToCompare(Map<String, String> options);

    /** Reads a recording beside what is shown, and keeps it. */
    void openToCompare(Path recording);

    /** Evaluates text in the program; the answer comes as an event. */
    void evaluate(String text);

    /** Has the program's garbage collected; the answer comes as an event. */
    void collectGarbage();
}
