package org.tierscope.app.cli;

import java.nio.file.Path;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.snapshot.Snapshots;
import org.tierscope.record.proto.OptionSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tierscope snapshot}: the workbench and each view as pictures. */
@Command(
        name = "snapshot",
        description = {
            "Draws the workbench and each view as PNG, without a display.",
            "A program is run first; the pictures show its end."
        })
final class SnapshotCommand extends ProgramCommand {
    @Parameters(paramLabel = "FILE.js|FILE.tsr", description = "The program, or the recording.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Gets the pictures.")
    private Path output;

    @Override
    public Integer call() throws Exception {
        GivenFile.requireReadable(file);
        var settings = options().toTexts().entrySet().stream()
                .map(choice -> OptionSetting.newBuilder()
                        .setName(choice.getKey())
                        .setValue(choice.getValue())
                        .build())
                .toList();
        var defaults = Snapshots.Request.of(file, output);
        var request = new Snapshots.Request(
                file, output, settings, defaults.theme(), defaults.width(), defaults.height());
        for (Path picture : Snapshots.render(EngineCommand.ofThisJvm(), request)) {
            out().println(picture);
        }
        return ExitCode.OK;
    }
}
