package org.tierscope.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tierscope.options.EngineOptions;
import org.tierscope.record.proto.RunEnded;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A subcommand that starts an engine: all of them take the same engine options. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
abstract class ProgramCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    private EngineOptionsMixin engine;

    /** This command as picocli knows it, with the engine options added. */
    CommandLine commandLine() {
        var line = new CommandLine(this);
        engine = EngineOptionsMixin.addTo(line.getCommandSpec());
        return line;
    }

    EngineOptions options() {
        return engine.options();
    }

    /** Says how a run failed, if it did: the program's error, or what became of the engine. */
    void reportFailure(RecordedRun run) {
        GuestFailure.of(run.session().now()).ifPresent(failure -> err().print(failure.text()));
        if (run.exit().ended().getStatus() == RunEnded.Status.CRASHED) {
            err().println("tierscope: " + run.exit().inWords());
        }
        err().flush();
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
