package org.tierscope.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tierscope.engine.Engine;
import org.tierscope.engine.Outcome;
import org.tierscope.engine.Program;
import org.tierscope.engine.ProgramException;
import org.tierscope.publish.Detail;
import org.tierscope.record.QueueRecorder;
import org.tierscope.record.RecordingReader;
import org.tierscope.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tierscope run}: a program, and nothing but what it prints. */
@Command(
        name = "run",
        description = {
            "Runs a program. Standard output gets what the program prints and nothing else;",
            "an uncaught error goes to standard error with its stack."
        })
final class RunCommand extends ProgramCommand {
    @Parameters(paramLabel = "FILE.js", description = "The program.")
    private Path file;

    @Option(
            names = "--stats",
            paramLabel = "OUT.json",
            description = "Write what was compiled, entered and left, as JSON (docs/stats.md).")
    private Path stats;

    @Override
    public Integer call() throws IOException {
        return run(new RunRequest(file, Optional.ofNullable(stats), options()), System.out, System.err);
    }

    /** Runs what was asked for; the exit code. Runs in this process and on this command's own streams. */
    static int run(RunRequest request, PrintStream out, PrintStream err) throws IOException {
        Program program;
        try {
            request.stats().ifPresent(GivenFile::requireWritable);
            program = Program.of(request.file().toString(), GivenFile.program(request.file()));
        } catch (GivenFile.UnreadableException e) {
            err.println("tierscope: " + e.getMessage());
            return ExitCode.GUEST;
        } catch (ProgramException e) {
            err.println(e.getMessage());
            return ExitCode.GUEST;
        }
        if (!Engine.whyNoMachineCode().isEmpty()) {
            err.println("tierscope: " + Engine.whyNoMachineCode() + "; the program is interpreted");
        }
        var engine = new Engine(request.options()).output(out, err);
        Outcome outcome = request.stats().isPresent()
                ? runWithStatistics(engine, program, request.stats().get())
                : engine.run(program);
        out.flush();
        if (!outcome.error().isEmpty()) {
            err.println(outcome.error());
        }
        return outcome.exitCode();
    }

    /** Statistics are a view of a recording like any other, of one in outline. */
    private static Outcome runWithStatistics(Engine engine, Program program, Path stats) throws IOException {
        var recording = new ByteArrayOutputStream();
        Outcome outcome;
        try (var recorder = new QueueRecorder(recording, System::nanoTime)) {
            outcome = engine.recorder(recorder, Detail.OUTLINE).run(program);
        }
        var session = new Session();
        RecordingReader.read(new ByteArrayInputStream(recording.toByteArray())).events().forEach(session::append);
        Files.writeString(stats, Statistics.of(session.now()) + "\n");
        return outcome;
    }
}
