package org.tierscope.engine;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.tierscope.asm.Platform;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.publish.Detail;
import org.tierscope.publish.Publisher;
import org.tierscope.record.Recorder;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Vm;
import org.tierscope.tier.GraphRuns;
import org.tierscope.tier.TierManager;

/**
 * A JavaScript engine: runs one program on its own thread, heap and code memory.
 *
 * <pre>{@code
 * Program program = Program.of("hello.js", "console.log('hello', 6 * 7)");
 * Outcome outcome = new Engine(EngineOptions.DEFAULTS).run(program);
 * }</pre>
 *
 * <p>One engine runs one program once; {@link #stop} may be called from any thread.
 */
public final class Engine {
    /** Native stack of the guest's thread: interpreter and compiled code may call each other deeply. */
    private static final long NATIVE_STACK_BYTES = 1L << 30;

    private static final long PARK_NANOS = 50_000_000;

    private volatile EngineOptions options;
    private volatile boolean optionsChanged;
    private final AtomicReference<Outcome.Status> stopRequest = new AtomicReference<>();
    private OutputStream out = System.out;
    private OutputStream err = System.err;
    private Recorder recorder = Recorder.off();
    private Detail detail = Detail.ALL;
    private final Object pauseLock = new Object();
    private volatile boolean paused;
    private volatile Vm vm;
    private volatile Thread guestThread;
    private GraphRuns.Summary graphRuns;
    private final Prompt prompt = new Prompt(this::interruptGuest);
    private volatile boolean collectionAsked;
    private boolean stay;

    public Engine(EngineOptions options) {
        this.options = options;
    }

    /** Where the program's {@code console.log} goes; standard output unless said otherwise. */
    public Engine output(OutputStream out, OutputStream err) {
        this.out = out;
        this.err = err;
        return this;
    }

    /** Where events go; nowhere unless said otherwise. The caller closes it. */
    public Engine recorder(Recorder recorder) {
        return recorder(recorder, Detail.ALL);
    }

    /** Where events go, and which. */
    public Engine recorder(Recorder recorder, Detail detail) {
        this.recorder = recorder;
        this.detail = detail;
        return this;
    }

    /** Has the engine go on answering {@link #evaluate} after the program's end, until {@link #stop}. */
    public Engine stay() {
        stay = true;
        return this;
    }

    /** Why functions are only interpreted on this computer; empty where they are compiled. */
    public static String whyNoMachineCode() {
        return Platform.whyNoMachineCode().orElse("");
    }

    /** With {@code --run-graphs}: what ran of graphs, once the program has ended; else null. */
    public GraphRuns.Summary graphRuns() {
        return graphRuns;
    }

    /** Runs the program to its end. Guest errors are an outcome, not an exception. */
    public Outcome run(Program program) {
        var result = new AtomicReference<Outcome>();
        var failure = new AtomicReference<Throwable>();
        var thread = new Thread(
                null,
                () -> {
                    try {
                        result.set(runHere(program));
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                },
                "guest",
                NATIVE_STACK_BYTES);
        thread.start();
        var watchdog = watchdog(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        } finally {
            watchdog.interrupt();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the engine failed: " + failure.get(), failure.get());
        }
        return result.get();
    }

    private Thread watchdog(Thread guest) {
        var watchdog = new Thread(
                () -> {
                    try {
                        if (!guest.join(Duration.ofNanos((long) (options.timeout() * 1e9)))) {
                            requestStop(Outcome.Status.TIMED_OUT);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "timeout");
        watchdog.setDaemon(true);
        if (options.timeout() > 0) {
            watchdog.start();
        }
        return watchdog;
    }

    /** Ends the program at its next loop iteration or call. */
    public void stop() {
        requestStop(Outcome.Status.STOPPED);
    }

    /**
     * Changes an option of {@link EngineOption#LIVE} while the program runs, from its next loop iteration or call on.
     *
     * @param text as on the command line
     * @throws IllegalArgumentException where the text is no value of the option, or the option cannot change now
     */
    public void setOption(EngineOption<?> option, String text) {
        if (!EngineOption.LIVE.contains(option)) {
            throw new IllegalArgumentException(option + " cannot be changed while a program runs");
        }
        synchronized (pauseLock) {
            options = options.withText(option, text);
            optionsChanged = true;
        }
        interruptGuest();
    }

    /**
     * Evaluates a text as a script of the running program, soon. The recorder gets the result, or what was thrown.
     *
     * @param request names the question in the answer
     */
    public void evaluate(int request, String text) {
        prompt.ask(request, text);
        synchronized (pauseLock) {
            pauseLock.notifyAll();
        }
    }

    /** Collects garbage soon. */
    public void collectGarbage() {
        collectionAsked = true;
        interruptGuest();
        synchronized (pauseLock) {
            pauseLock.notifyAll();
        }
    }

    /** Has the program wait at its next loop iteration or call, until {@link #resume}. */
    public void pause() {
        synchronized (pauseLock) {
            paused = true;
        }
        interruptGuest();
    }

    /** Lets a paused program go on. */
    public void resume() {
        synchronized (pauseLock) {
            paused = false;
            pauseLock.notifyAll();
        }
    }

    private void requestStop(Outcome.Status status) {
        stopRequest.compareAndSet(null, status);
        resume();
        interruptGuest();
    }

    private void interruptGuest() {
        Vm running = vm;
        if (running != null) {
            running.requestInterrupt();
            LockSupport.unpark(guestThread);
        }
    }

    private Outcome runHere(Program program) {
        long start = System.nanoTime();
        try (var guest = new GuestMachine(options, GuestMachine.prelude())) {
            Vm machine = guest.vm();
            TierManager tiers = guest.tiers();
            guestThread = Thread.currentThread();
            vm = machine;
            var publisher = new Publisher(recorder, detail, machine, tiers, options);
            machine.setSafepointHook(() -> atSafepoint(machine, tiers, publisher));
            if (paused || optionsChanged || stopRequest.get() != null) {
                machine.requestInterrupt();
            }
            machine.console().setOut(publisher.console(out, ConsoleOutput.Stream.OUT));
            machine.console().setImmediate(recorder.isOn());
            machine.console().setErr(publisher.console(err, ConsoleOutput.Stream.ERR));
            publisher.start(program.source());
            var process = new ProcessObject(machine);
            var loop = new EventLoop(machine, process::rejected);
            try (publisher) {
                Outcome outcome = runMain(guest, process, loop, program, start);
                publisher.end(recorded(outcome.status()), outcome.error(), outcome.wallMillis(), outcome.exitCode());
                if (stay) {
                    answerUntilStopped(machine, loop, publisher);
                }
                return outcome;
            } finally {
                graphRuns = tiers == null ? null : tiers.graphRuns();
                vm = null;
            }
        }
    }

    /** The program has ended: what is asked now runs as one more script of it, with the timers and jobs that it makes. */
    private void answerUntilStopped(Vm machine, EventLoop loop, Publisher publisher) {
        while (stopRequest.get() == null) {
            LockSupport.parkNanos(this, PARK_NANOS);
            try {
                if (prompt.hasQuestions() || collectionAsked) {
                    machine.safepoint();
                    loop.run();
                }
            } catch (GuestException e) {
                publisher.warn(Uncaught.describe(machine, e.value()));
            } catch (GuestStop | GuestExit ended) {
                return;
            }
        }
    }

    private void atSafepoint(Vm machine, TierManager tiers, Publisher publisher) {
        if (tiers != null) {
            tiers.installFinished();
            if (optionsChanged) {
                optionsChanged = false;
                tiers.setOptions(options);
            }
        }
        if (collectionAsked) {
            collectionAsked = false;
            publisher.collectGarbage();
        }
        prompt.atSafepoint(machine, publisher);
        if (paused && !prompt.isBusy() && stopRequest.get() == null) {
            publisher.paused();
            waitWhilePaused(machine, publisher);
            publisher.resumed();
        }
        Outcome.Status stop = stopRequest.get();
        if (stop != null) {
            throw new GuestStop(stop);
        }
    }

    private void waitWhilePaused(Vm machine, Publisher publisher) {
        while (isPausedStill()) {
            if (collectionAsked) {
                collectionAsked = false;
                publisher.collectGarbage();
            }
            prompt.whilePaused(machine, publisher);
        }
    }

    /** Waits until there is something to do or the pause is over. */
    private boolean isPausedStill() {
        synchronized (pauseLock) {
            while (paused && !prompt.hasQuestions() && !collectionAsked) {
                try {
                    pauseLock.wait();
                } catch (InterruptedException e) {
                    throw new GuestStop(Outcome.Status.STOPPED);
                }
            }
            return paused;
        }
    }

    private Outcome runMain(GuestMachine guest, ProcessObject process, EventLoop loop, Program program, long start) {
        Vm machine = guest.vm();
        try {
            process.install(Path.of(program.path()).toAbsolutePath().normalize().toString());
            runToEnd(guest, process, loop, program);
            int code = process.exitCode(0);
            machine.console().flush();
            return new Outcome(Outcome.Status.COMPLETED, "", millisSince(start), code);
        } catch (GuestExit exit) {
            machine.console().flush();
            return new Outcome(Outcome.Status.COMPLETED, "", millisSince(start), exit.code());
        } catch (GuestException e) {
            return failed(machine, process, e, start);
        } catch (GuestStop stop) {
            machine.console().flush();
            String what = stop.status() == Outcome.Status.TIMED_OUT
                    ? "stopped after %s seconds (--timeout)".formatted(options.timeout())
                    : "stopped";
            return Outcome.of(stop.status(), what, millisSince(start));
        }
    }

    private static void runToEnd(GuestMachine guest, ProcessObject process, EventLoop loop, Program program) {
        Vm machine = guest.vm();
        loop.install();
        var files = new CommonJs(machine, guest.compiler());
        machine.modules().setHost(new FileModules(files, false));
        Runnable main = () -> {
            if (program.module() == null) {
                files.run(program.main(), program.path());
            } else {
                String path = Path.of(program.path()).toAbsolutePath().normalize().toString();
                machine.modules().evaluate(machine.modules().link(path, program.module()));
            }
        };
        attempt(main, process);
        while (!attempt(loop::run, process)) {
            // an error that the program took note of: what is left to do is done
        }
    }

    /** Whether nothing was thrown. */
    private static boolean attempt(Runnable action, ProcessObject process) {
        try {
            action.run();
            return true;
        } catch (GuestException e) {
            if (!process.handlesUncaught(e.value())) {
                throw e;
            }
            return false;
        }
    }

    private static Outcome failed(Vm machine, ProcessObject process, GuestException error, long start) {
        machine.console().flush();
        String description = Uncaught.describe(machine, error.value());
        int code;
        try {
            code = process.exitCode(1);
        } catch (GuestException | GuestExit e) {
            code = e instanceof GuestExit exit ? exit.code() : 1;
        }
        machine.console().flush();
        return new Outcome(Outcome.Status.FAILED, description, millisSince(start), code == 0 ? 1 : code);
    }

    private static RunEnded.Status recorded(Outcome.Status status) {
        return switch (status) {
            case COMPLETED -> RunEnded.Status.COMPLETED;
            case FAILED -> RunEnded.Status.FAILED;
            case TIMED_OUT -> RunEnded.Status.TIMED_OUT;
            case STOPPED -> RunEnded.Status.STOPPED;
        };
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
