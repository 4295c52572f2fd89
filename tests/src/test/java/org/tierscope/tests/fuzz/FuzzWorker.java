package org.tierscope.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.tierscope.engine.Engine;
import org.tierscope.engine.Program;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;

/**
 * The process that runs programs, because a miscompiled one may take it down. Reads from standard input, again and again, a program
 * and a setup (two byte strings, each behind its length), and answers with an {@link Ending} on standard output.
 */
final class FuzzWorker {
    /** Programs take milliseconds; under the worst stress switches some hundred times as long. */
    static final double SECONDS = 4;

    private FuzzWorker() {}

    public static void main(String[] arguments) throws IOException {
        var requests = new DataInputStream(System.in);
        var answers = new DataOutputStream(System.out);
        System.setOut(System.err);
        while (true) {
            String source;
            try {
                source = readText(requests);
            } catch (EOFException end) {
                return;
            }
            Ending ending = run(source, options(readText(requests)));
            answers.writeByte(ending.kind().ordinal());
            writeText(answers, ending.text());
            answers.flush();
        }
    }

    /** Options as the command line takes them, separated by spaces. */
    static EngineOptions options(String arguments) {
        EngineOptions options = EngineOptions.DEFAULTS;
        for (String argument : arguments.split(" ")) {
            String[] parts = argument.substring(2).split("=", 2);
            EngineOption<?> option = EngineOption.named(parts[0]).orElseThrow(() -> new IllegalArgumentException(argument));
            options = options.withText(option, parts.length > 1 ? parts[1] : "true");
        }
        return options;
    }

    private static Ending run(String source, EngineOptions options) {
        var output = new ByteArrayOutputStream();
        try {
            var engine = new Engine(options.with(EngineOption.TIMEOUT, SECONDS)).output(output, output);
            var end = engine.run(Program.of("fuzz.js", source));
            String printed = output.toString(StandardCharsets.UTF_8);
            return switch (end.status()) {
                case COMPLETED -> new Ending(Ending.Kind.COMPLETED, printed);
                case FAILED -> end.error().contains("SyntaxError: ") && printed.isEmpty()
                        ? new Ending(Ending.Kind.REJECTED, end.error())
                        : new Ending(Ending.Kind.FAILED, printed + end.error().lines().findFirst().orElse(""));
                case TIMED_OUT, STOPPED -> new Ending(Ending.Kind.STOPPED, end.error());
            };
        } catch (RuntimeException | Error e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return new Ending(Ending.Kind.BROKEN, trace.toString());
        }
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
