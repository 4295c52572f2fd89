package org.tierscope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.tierscope.session.Session;
import org.tierscope.session.text.Filter;
import org.tierscope.session.text.NoSuchThingException;
import org.tierscope.session.text.TextView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tierscope show}: a view as text. */
@Command(
        name = "show",
        description = {
            "Prints a view of a program or a recording as text.",
            "A program is run first; what it prints itself goes nowhere."
        })
final class ShowCommand extends ProgramCommand {
    @Parameters(index = "0", paramLabel = "FILE.js|FILE.tsr", description = "The program, or the recording.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "VIEW",
            description = "ast, bytecode (with feedback), passes, ssa, intervals, asm, timeline, deopts or shapes.")
    private String view;

    @Option(names = "--function", paramLabel = "F", description = "Only the functions of this name.")
    private String function;

    @Option(names = "--pass", paramLabel = "P", description = "Only this pass of the optimizing compiler.")
    private String pass;

    @Override
    public Integer call() throws Exception {
        TextView wanted = TextView.named(view).orElseThrow(() -> new ParameterException(
                spec.commandLine(), "VIEW: expected one of " + TextView.ids() + ", got '" + view + "'"));
        if (GivenFile.isRecording(file)) {
            return print(wanted, GivenFile.recording(file));
        }
        try (RecordedRun run = RecordedRun.of(file, options(), _ -> {})) {
            reportFailure(run);
            print(wanted, run.session());
            return ExitCode.of(run.exit().ended().getStatus());
        }
    }

    private int print(TextView wanted, Session session) {
        try {
            var filter = new Filter(Optional.ofNullable(function), Optional.ofNullable(pass));
            out().print(wanted.render(session.now(), filter));
            out().flush();
            return ExitCode.OK;
        } catch (NoSuchThingException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
