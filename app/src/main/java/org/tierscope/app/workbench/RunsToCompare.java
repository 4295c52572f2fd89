package org.tierscope.app.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.process.EngineProcess;
import org.tierscope.app.process.RecordingPump;
import org.tierscope.record.proto.OptionSetting;
import org.tierscope.record.proto.Run;
import org.tierscope.session.Session;
import org.tierscope.views.api.KeptRun;

/** Runs that are kept beside the one that is shown, the latest first; the oldest are given up. JavaFX thread only. */
final class RunsToCompare {
    private static final int MOST = 6;
    /** A program that runs for ever is stopped: what it has done by then is compared. */
    private static final String SECONDS = "20";
    private static final String TIMEOUT = "timeout";

    private final EngineCommand engineCommand;
    private final Consumer<String> say;
    private final Consumer<Path> madeDirectory;
    private final ReadOnlyObjectWrapper<List<KeptRun>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final List<EngineProcess> engines = new ArrayList<>();
    private int count;

    /** @param madeDirectory is told of folders to delete at the end */
    RunsToCompare(EngineCommand engineCommand, Consumer<String> say, Consumer<Path> madeDirectory) {
        this.engineCommand = engineCommand;
        this.say = say;
        this.madeDirectory = madeDirectory;
    }

    ReadOnlyObjectProperty<List<KeptRun>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    /** Another program is shown. */
    void clear() {
        engines.forEach(EngineProcess::kill);
        engines.clear();
        runs.set(List.of());
        count = 0;
    }

    /** Keeps a run that was shown until now. */
    void keep(Session session, Map<String, String> options) {
        if (!session.now().functions().isEmpty()) {
            add("run " + ++count, options, session);
        }
    }

    private void add(String name, Map<String, String> options, Session session) {
        String words = new TreeMap<>(options).entrySet().stream().filter(option -> !option.getKey().equals(TIMEOUT))
                .map(option -> "--" + option.getKey() + "=" + option.getValue()).collect(Collectors.joining(" "));
        List<KeptRun> all = new ArrayList<>(runs.get());
        all.addFirst(new KeptRun(words.isEmpty() ? name : name + ", " + words, session));
        runs.set(List.copyOf(all.subList(0, Math.min(MOST, all.size()))));
    }

    /** Runs a program once more; it is among the runs when it has ended. */
    void run(Path program, String text, Map<String, String> options) {
        Map<String, String> all = new TreeMap<>(options);
        all.putIfAbsent(TIMEOUT, SECONDS);
        Run.Builder run = Run.newBuilder().setProgramPath(program.toString()).setSourceText(text);
        all.forEach((name, value) -> run.addOptions(OptionSetting.newBuilder().setName(name).setValue(value)));
        Session session = new Session();
        try {
            Path directory = Files.createTempDirectory("tierscope-run");
            madeDirectory.accept(directory);
            EngineProcess[] engine = new EngineProcess[1];
            engine[0] = EngineProcess.start(engineCommand, run.build(), session, directory, end -> Platform.runLater(() -> {
                if (engines.remove(engine[0])) {
                    add("run " + ++count, options, session);
                    say.accept("The run to compare with: " + end.inWords().lines().findFirst().orElse(""));
                }
            }));
            engines.add(engine[0]);
            say.accept("Running once more, to compare…");
        } catch (IOException e) {
            say.accept("The engine could not be started: " + e.getMessage());
        }
    }

    /** Reads a recording; it is among the runs when it has been read. */
    void open(Path recording) {
        Session session = new Session();
        Thread.ofPlatform().daemon().name("recording-reader").start(() -> {
            try {
                RecordingPump.read(recording, session);
                Platform.runLater(() -> add(String.valueOf(recording.getFileName()), Map.of(), session));
            } catch (IOException e) {
                Platform.runLater(() -> say.accept(recording.getFileName() + " could not be read: " + e.getMessage()));
            }
        });
    }
}
