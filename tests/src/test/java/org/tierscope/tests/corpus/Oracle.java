package org.tierscope.tests.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;

/** GraalJS: another JavaScript engine, whose opinion of what a program prints counts as much as node's. */
public final class Oracle implements AutoCloseable {
    /**
     * {@code console.log} as node has it for values that are no objects. How objects are printed is nowhere
     * specified, so programs that print them are not for this oracle.
     */
    private static final String CONSOLE = """
            {
              const { is } = Object;
              const text = String;
              const write = print;
              globalThis.console = {
                log() {
                  let line = "";
                  for (let i = 0; i < arguments.length; i++) {
                    const value = arguments[i];
                    if (typeof value === "object" && value !== null || typeof value === "function") {
                      throw new Error("the oracle does not know how node prints objects");
                    }
                    line += (i > 0 ? " " : "") + (is(value, -0) ? "-0" : text(value))
                        + (typeof value === "bigint" ? "n" : "");
                  }
                  write(line);
                },
              };
            }
            """;

    private static final long STACK_BYTES = 32L << 20;

    private final Engine engine = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    /** Runs the program as a script in a realm of its own, on a thread with room for its recursion. */
    public Outcome run(GuestProgram program) {
        var task = new FutureTask<>(() -> runHere(program));
        new Thread(null, task, "oracle", STACK_BYTES).start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(program.name(), e.getCause());
        }
    }

    private Outcome runHere(GuestProgram program) {
        var output = new ByteArrayOutputStream();
        try (Context context = Context.newBuilder("js").engine(engine).out(output).err(output).build()) {
            context.eval("js", CONSOLE);
            Optional<String> error = Optional.empty();
            try {
                context.eval(Source.newBuilder("js", program.source(), program.name()).buildLiteral());
            } catch (PolyglotException e) {
                if (!e.isGuestException()) {
                    throw e;
                }
                error = e.getMessage().lines().findFirst();
            }
            return new Outcome(output.toString(StandardCharsets.UTF_8), error);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
