package org.tierscope.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code tierscope}: opens the workbench, or does what a subcommand says. */
@Command(
        name = "tierscope",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Runs JavaScript on a tiered JIT compiler and shows what the compiler does.",
            "Without a subcommand it opens the workbench on a program or a recording."
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 the program failed or its file cannot be read; 2 wrong usage,",
            "or no display; 3 stopped by --timeout; 4 Tierscope itself broke or could not start."
        })
public final class Main implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE.js|FILE.tsr",
            description = "The program to run, or the recording to show.")
    private Path file;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command with all its subcommands, ready to {@link CommandLine#execute}. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(
                        (failure, command, _) -> internalError(failure, command.getErr()));
    }

    @Override
    public Integer call() {
        if (!Display.isPresent()) {
            return Display.reportMissing(spec.commandLine().getErr());
        }
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** A bug in Tierscope, not in the guest program: all that helps to find it. */
    private static int internalError(Exception failure, PrintWriter err) {
        err.println("tierscope: internal error; this is a bug in Tierscope");
        failure.printStackTrace(err);
        return ExitCode.INTERNAL;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {
                "Tierscope " + (version == null ? "(development)" : version),
                "Java " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch")
            };
        }
    }
}
