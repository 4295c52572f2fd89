package org.tierscope.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.process.EngineExit;
import org.tierscope.app.process.EngineProcess;
import org.tierscope.options.EngineOptions;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.OptionSetting;
import org.tierscope.record.proto.Run;
import org.tierscope.session.Session;

/**
 * A program that was run to its end in an engine process of its own, so that whatever happened to the engine, what
 * was recorded until then is there. To be closed, which deletes the recording's file.
 */
final class RecordedRun implements AutoCloseable {
    private final Path directory;
    private final Session session = new Session();
    private int consoleRead;
    private EngineProcess process;
    private EngineExit exit;

    private RecordedRun(Path directory) {
        this.directory = directory;
    }

    /**
     * Runs a program and waits for its end.
     *
     * @param console gets what the program prints, as it comes
     * @throws GivenFile.UnreadableException if the program can't be read
     * @throws IOException if no engine can be started
     */
    static RecordedRun of(Path program, EngineOptions options, Consumer<ConsoleOutput> console)
            throws IOException {
        String source = GivenFile.program(program);
        var run = new RecordedRun(Files.createTempDirectory("tierscope"));
        try {
            run.execute(request(program, source, options), console);
            return run;
        } catch (IOException | RuntimeException e) {
            run.close();
            throw e;
        }
    }

    Session session() {
        return session;
    }

    EngineExit exit() {
        return exit;
    }

    /** Moves the recording to a file of this name. */
    void saveAs(Path file) throws IOException {
        Files.move(process.recordingFile(), file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(Run request, Consumer<ConsoleOutput> console) throws IOException {
        var end = new CompletableFuture<EngineExit>();
        session.onChange(() -> forward(console));
        process = EngineProcess.start(EngineCommand.ofThisJvm(), request, session, directory, end::complete);
        exit = end.join();
        forward(console);
    }

    private synchronized void forward(Consumer<ConsoleOutput> console) {
        var pieces = session.now().console();
        pieces.subList(consoleRead, pieces.size()).forEach(piece -> console.accept(piece.value()));
        consoleRead = pieces.size();
    }

    /** The text goes along, because the engine runs in another folder; the path is what messages say. */
    private static Run request(Path program, String source, EngineOptions options) {
        var run = Run.newBuilder();
        if (source.isEmpty()) {
            run.setProgramPath(program.toAbsolutePath().toString());
        } else {
            run.setProgramPath(program.toString()).setSourceText(source);
        }
        options.toTexts().forEach((name, value) ->
                run.addOptions(OptionSetting.newBuilder().setName(name).setValue(value)));
        return run.build();
    }
}
