package org.tierscope.app.cli;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.snapshot.Snapshots;
import org.tierscope.app.workbench.Theme;
import org.tierscope.record.proto.OptionSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tierscope snapshot}: the workbench and each view as pictures. */
@Command(
        name = "snapshot",
        description = {
            "Draws the workbench and each view as PNG, without a display.",
            "A program is run first; the pictures show its end."
        })
final class SnapshotCommand extends ProgramCommand {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    @Parameters(paramLabel = "FILE.js|FILE.tsr", description = "The program, or the recording.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Gets the pictures.")
    private Path output;

    @Option(names = "--theme", paramLabel = "THEME", description = "dark, light or high_contrast; default dark.")
    private Theme theme = Theme.DARK;

    @Option(
            names = "--size",
            paramLabel = "WIDTHxHEIGHT",
            description = "Pixels of the workbench's picture, 640x400 to 7680x4320; default 1600x950.")
    private String size = "1600x950";

    @Option(names = "--svg", description = "Write each view as SVG too, with all that it draws.")
    private boolean svg;

    @Option(names = "--page", description = "Write the session as one page for browsers too: session.html.")
    private boolean page;

    @Override
    public Integer call() throws Exception {
        Matcher pixels = SIZE.matcher(size);
        if (!pixels.matches() || !isIn(number(pixels, 1), 640, 7680) || !isIn(number(pixels, 2), 400, 4320)) {
            throw new ParameterException(spec.commandLine(),
                    "--size: expected WIDTHxHEIGHT, 640x400 to 7680x4320, got '" + size + "'");
        }
        GivenFile.requireReadable(file);
        var settings = options().toTexts().entrySet().stream()
                .map(choice -> OptionSetting.newBuilder()
                        .setName(choice.getKey())
                        .setValue(choice.getValue())
                        .build())
                .toList();
        var request = new Snapshots.Request(
                file, output, settings, theme, number(pixels, 1), number(pixels, 2), svg, page);
        for (Path picture : Snapshots.render(EngineCommand.ofThisJvm(), request)) {
            out().println(picture);
        }
        return ExitCode.OK;
    }

    private static int number(Matcher pixels, int group) {
        return Integer.parseInt(pixels.group(group));
    }

    private static boolean isIn(int value, int least, int most) {
        return least <= value && value <= most;
    }
}
