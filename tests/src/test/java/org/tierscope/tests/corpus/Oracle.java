package org.tierscope.tests.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** GraalJS: another JavaScript engine, whose opinion of what a program prints counts as much as node's. */
public final class Oracle implements AutoCloseable {
    /** Console and timers as node has them, in JavaScript: {@code tests/src/test/resources/oracle/host.js}. */
    private static final String HOST = text("/oracle/host.js");

    /** A program is a CommonJS file: the body of a function. It begins in the line where the function does. */
    private static final String HEAD = "(function (exports, require, module, __filename, __dirname) { ";
    private static final String TAIL = "\n})";

    private static final String CALL = """
            (f) => {
              const module = { exports: {} };
              const require = (name) => { throw new Error(`Cannot find module '${name}'`); };
              f.call(module.exports, module.exports, require, module, "/program.js", "/");
            }
            """;

    private static final long STACK_BYTES = 32L << 20;

    private final Engine engine = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    /** Runs the program in a realm of its own, on a thread with room for its recursion, until nothing is left to do. */
    public Outcome run(GuestProgram program) {
        return run(program.name(), program.source());
    }

    /** @param name for messages */
    public Outcome run(String name, String text) {
        var task = new FutureTask<>(() -> runHere(name, text));
        new Thread(null, task, "oracle", STACK_BYTES).start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(name, e.getCause());
        }
    }

    private Outcome runHere(String name, String text) {
        var output = new StringBuilder();
        try (Context context = Context.newBuilder("js")
                .engine(engine)
                .option("js.unhandled-rejections", "throw")
                .out(new ByteArrayOutputStream())
                .build()) {
            Optional<String> error = Optional.empty();
            try {
                ProxyExecutable write = arguments -> output.append(arguments[0].asString());
                Value runNext = context.eval("js", HOST).execute(write);
                Source source = Source.newBuilder("js", HEAD + text + TAIL, name).buildLiteral();
                context.eval("js", CALL).execute(context.eval(source));
                while (runNext.execute().asBoolean()) {
                    // each callback, with the jobs that it leaves, is a call of its own
                }
            } catch (PolyglotException e) {
                if (!e.isGuestException()) {
                    throw e;
                }
                error = e.getMessage().lines().findFirst();
            }
            return new Outcome(output.toString(), error);
        }
    }

    private static String text(String resource) {
        try (InputStream in = Oracle.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
