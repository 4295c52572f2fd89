package org.tierscope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tierscope.app.measure.Measurements;
import org.tierscope.app.process.EngineCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tierscope measure}: whether the window is as fast as it has to be. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = {
            "Uses the workbench as a person does and measures what it promises: start, views, stalls, large graphs,",
            "large recordings. Draws without a display. Meant for a machine that does nothing else."
        })
final class MeasureCommand implements Callable<Integer> {
    private static final long MB = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE.js", description = "The program; default samples/type-speculation.js.")
    private Path program;

    @Option(names = "--recording-size", paramLabel = "MB", defaultValue = "1024",
            description = "Size of the recording that is opened, in MB; default 1024.")
    private int recordingSize;

    @Override
    public Integer call() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        Path sample = Optional.ofNullable(program).orElseGet(
                () -> Path.of(System.getProperty("tierscope.home", "."), "samples", "type-speculation.js"));
        GivenFile.requireReadable(sample);
        var out = spec.commandLine().getOut();
        Measurements.run(EngineCommand.ofThisJvm(), sample, recordingSize * MB, figure -> {
            out.println(figure.line());
            out.flush();
        });
        return ExitCode.OK;
    }
}
