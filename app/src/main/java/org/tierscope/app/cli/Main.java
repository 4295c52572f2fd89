package org.tierscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tierscope.app.workbench.WorkbenchApplication;
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

    public static void main(String[] arguments) throws IOException {
        Optional<RunRequest> plain = RunRequest.ofPlain(arguments);
        System.exit(plain.isPresent()
                ? RunCommand.run(plain.get(), System.out, System.err)
                : commandLine().execute(arguments));
    }

    /** The command with all its subcommands, ready to {@link CommandLine#execute}. */
    static CommandLine commandLine() {
        var line = new CommandLine(new Main());
        for (ProgramCommand command : List.of(
                new RunCommand(),
                new RecordCommand(),
                new ShowCommand(),
                new SnapshotCommand(),
                new BenchCommand())) {
            line.addSubcommand(command.commandLine());
        }
        line.addSubcommand(new MeasureCommand());
        return line.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((error, _) -> wrongUsage(error))
                .setExecutionExceptionHandler(
                        (failure, command, _) -> failed(failure, command.getErr()));
    }

    @Override
    public Integer call() {
        if (!Display.isPresent()) {
            return Display.reportMissing(spec.commandLine().getErr());
        }
        if (file != null) {
            GivenFile.requireReadable(file);
        }
        WorkbenchApplication.open(file == null ? List.of() : List.of(file));
        return ExitCode.OK;
    }

    /** What is wrong, and where help is; the whole help would hide it. */
    private static int wrongUsage(CommandLine.ParameterException error) {
        CommandLine command = error.getCommandLine();
        command.getErr().println("tierscope: " + error.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(error, command.getErr())) {
            command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }

    /** One line for a file that can't be read; for a bug in Tierscope, all that helps to find it. */
    private static int failed(Exception failure, PrintWriter err) {
        if (failure instanceof GivenFile.UnreadableException) {
            err.println("tierscope: " + failure.getMessage());
            return ExitCode.GUEST;
        }
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
