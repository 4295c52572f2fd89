package org.tierscope.tests.test262;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tierscope.engine.ConformanceHost;
import org.tierscope.engine.ConformanceHost.Phase;
import org.tierscope.engine.ProgramException;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;

/**
 * A process that runs tests: reads a {@link Request} a line from standard input and answers each with a {@link Report} on
 * standard output, until the input ends. Arguments: the checkout, the time limit in milliseconds, engine options.
 */
final class Worker {
    /** Native stack of the guest's thread, as an engine's own has it. */
    private static final long STACK_BYTES = 1L << 30;
    /** For tests of tail calls, which go 100,000 frames deep: calls in tail position do use the stack. */
    private static final long GUEST_STACK_BYTES = 32L << 20;
    /** How many times its limit a test may take on a busy machine, where it does not get a processor all the time. */
    static final int WAIT_FACTOR = 6;

    private static final String STRICT = "\"use strict\";\n";

    private final Path checkout;
    private final long limitMillis;
    private final Harness harness;
    private final ConformanceHost.Library library = new ConformanceHost.Library();
    private final EngineOptions options;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "clock");
        thread.setDaemon(true);
        return thread;
    });

    private Worker(Path checkout, long limitMillis, EngineOptions options) {
        this.checkout = checkout;
        this.limitMillis = limitMillis;
        this.harness = new Harness(checkout);
        this.options = options;
    }

    public static void main(String[] arguments) throws InterruptedException {
        EngineOptions options = EngineOptions.DEFAULTS.with(EngineOption.MAX_STACK, GUEST_STACK_BYTES);
        for (String argument : List.of(arguments).subList(2, arguments.length)) {
            options = withArgument(options, argument);
        }
        PrintStream answers = System.out;
        System.setOut(System.err);
        var worker = new Worker(Path.of(arguments[0]), Long.parseLong(arguments[1]), options);
        var thread = new Thread(null, () -> worker.serve(answers), "guest", STACK_BYTES);
        thread.start();
        thread.join();
    }

    /** @throws IllegalArgumentException where this is no option of the engine */
    static EngineOptions withArgument(EngineOptions options, String argument) {
        String[] parts = argument.substring(2).split("=", 2);
        EngineOption<?> option = EngineOption.named(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("unknown option " + argument));
        String text = parts.length > 1 ? parts[1] : "true";
        if (option.accumulates() && options.chosen().containsKey(option)) {
            text = options.toTexts().get(option.name()) + "," + text;
        }
        return options.withText(option, text);
    }

    private void serve(PrintStream answers) {
        try (var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = requests.readLine(); line != null; line = requests.readLine()) {
                answers.print(run(Request.parse(line)).toLine() + "\n");
                answers.flush();
            }
        } catch (IOException e) {
            System.err.println("test262 worker: " + e);
        }
    }

    /** Stops a test that has had its time, or had to wait for it too long. */
    private ScheduledFuture<?> watch(ConformanceHost host) {
        var threads = ManagementFactory.getThreadMXBean();
        long guest = Thread.currentThread().threadId();
        long startNanos = System.nanoTime();
        long startCpuNanos = threads.getThreadCpuTime(guest);
        return clock.scheduleWithFixedDelay(() -> {
            long used = (threads.getThreadCpuTime(guest) - startCpuNanos) / 1_000_000;
            long waited = (System.nanoTime() - startNanos) / 1_000_000;
            if (used >= limitMillis || waited >= WAIT_FACTOR * limitMillis) {
                host.stop();
            }
        }, limitMillis, Math.max(1, limitMillis / 20), TimeUnit.MILLISECONDS);
    }

    private Report run(Request request) throws IOException {
        String text = new String(Files.readAllBytes(checkout.resolve(request.file())), StandardCharsets.UTF_8);
        var printed = new StringBuilder();
        var host = new ConformanceHost(options, library);
        ScheduledFuture<?> alarm = watch(host);
        try {
            ConformanceHost.Result result = host.run(
                    new ConformanceHost.Test(
                            request.file(),
                            request.mode() == Mode.STRICT ? STRICT + text : text,
                            request.mode() == Mode.MODULE,
                            request.canBlock()),
                    harness.scriptsFor(request),
                    line -> {
                        if (printed.isEmpty() && line.startsWith("Test262:Async")) {
                            printed.append(line);
                        }
                    });
            String message = result.phase() == Phase.STOPPED
                    ? "stopped after " + limitMillis / 1000.0 + " seconds"
                    : result.message();
            return new Report(result.phase(), result.errorName(), message, printed.toString());
        } catch (ProgramException e) {
            return new Report(Phase.INTERNAL, "", "harness: " + e.getMessage(), "");
        } finally {
            alarm.cancel(false);
        }
    }
}
