package org.tierscope.app.cli;

import java.nio.file.Path;
import org.tierscope.record.proto.ConsoleOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tierscope record}: runs a program and keeps what was recorded, however it ended. */
@Command(
        name = "record",
        description = {
            "Runs a program and writes what the compiler did to a recording (.tsr).",
            "Open it with 'tierscope OUT.tsr', 'tierscope show' or 'tierscope snapshot'."
        })
final class RecordCommand extends ProgramCommand {
    @Parameters(paramLabel = "FILE.js", description = "The program.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.tsr",
            required = true,
            description = "The recording.")
    private Path output;

    @Override
    public Integer call() throws Exception {
        GivenFile.requireWritable(output);
        try (RecordedRun run = RecordedRun.of(file, options(), this::print)) {
            run.saveAs(output);
            out().flush();
            reportFailure(run);
            return ExitCode.of(run.exit().ended().getStatus());
        }
    }

    private void print(ConsoleOutput piece) {
        var stream = piece.getStream() == ConsoleOutput.Stream.ERR ? err() : out();
        stream.print(piece.getText());
        stream.flush();
    }
}
