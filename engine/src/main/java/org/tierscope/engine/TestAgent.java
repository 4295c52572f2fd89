package org.tierscope.engine;

import static org.tierscope.runtime.NativeFunction.argument;

import java.math.BigInteger;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.frontend.SyntaxErrorException;
import org.tierscope.options.EngineOptions;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.PreludeCode;
import org.tierscope.runtime.SharedMemory;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.builtins.ObjectBuilder;

/** One of {@link TestAgents}: a thread that runs a script and its jobs in a VM of its own. */
final class TestAgent {
    private static final long STACK_BYTES = 256L << 20;
    private static final long SLICE_MILLIS = 20;

    /**
     * What the parent sends.
     *
     * @param number a Double or a BigInteger
     * @param received counts who has got it
     */
    record Message(SharedMemory memory, boolean growable, Object number, CountDownLatch received) {}

    private final TestAgents family;
    private final EngineOptions options;
    private final PreludeCode prelude;
    private final String script;
    private final Thread thread = new Thread(null, this::run, "agent", STACK_BYTES);
    private final CountDownLatch running = new CountDownLatch(1);
    private final LinkedBlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    private volatile boolean stopped;
    private Vm vm;

    TestAgent(TestAgents family, EngineOptions options, PreludeCode prelude, String script) {
        this.family = family;
        this.options = options;
        this.prelude = prelude;
        this.script = script;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Open when the agent runs. */
    CountDownLatch running() {
        return running;
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    void send(Message message) {
        inbox.add(message);
    }

    void stop() {
        stopped = true;
        interrupt();
        LockSupport.unpark(thread);
    }

    void join() throws InterruptedException {
        thread.join();
    }

    private synchronized void interrupt() {
        if (vm != null) {
            vm.requestInterrupt();
        }
    }

    private synchronized void setVm(Vm vm) {
        this.vm = vm;
    }

    private void run() {
        try (var guest = new GuestMachine(options, prelude)) {
            guest.onSafepoint(() -> stopped, Outcome.Status.STOPPED);
            setVm(guest.vm());
            try {
                runScript(guest.vm());
            } finally {
                setVm(null);
            }
        } catch (GuestStop e) {
            // the test is over
        }
    }

    private void runScript(Vm vm) {
        new HostObject(vm, vm.realm(), line -> {}, this::addMethods).install();
        // the parent may notify as long as it lets this agent live
        vm.asyncWaits().setOthers(() -> !stopped);
        var loop = new EventLoop(vm, reason -> {});
        loop.install();
        running.countDown();
        try {
            ConformanceHost.execute(
                    vm, vm.realm(), Compiler.compile(new SourceText(2, "agent", script), CompileMode.SCRIPT));
            loop.run();
        } catch (GuestException e) {
            System.err.println("agent: " + Uncaught.describe(vm, e.value()));
        } catch (SyntaxErrorException e) {
            System.err.println("agent: " + e.headline());
        }
    }

    private void addMethods(Vm machine, ObjectBuilder agent) {
        agent
                .method("receiveBroadcast", 1, (v, fp, argc) -> {
                    receive(v, argument(fp, argc, 0));
                    return Value.UNDEFINED;
                })
                .method("report", 1, (v, fp, argc) -> {
                    family.report(v.conversions().toJavaString(argument(fp, argc, 0)));
                    return Value.UNDEFINED;
                })
                .method("leaving", 0, (v, fp, argc) -> Value.UNDEFINED);
    }

    private void receive(Vm vm, long callback) {
        Message message = take(vm);
        long buffer = vm.buffers().newShared(
                message.memory, message.growable, vm.realm().get(Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE));
        vm.temporaryRoots().push(buffer);
        long number = message.number instanceof BigInteger big
                ? vm.bigInts().of(big)
                : Value.number((double) message.number);
        message.received.countDown();
        vm.call(callback, Value.UNDEFINED, buffer, number);
    }

    private Message take(Vm vm) {
        try {
            for (;;) {
                Message message = inbox.poll(SLICE_MILLIS, TimeUnit.MILLISECONDS);
                if (message != null) {
                    return message;
                }
                TestAgents.checkInterrupt(vm);
            }
        } catch (InterruptedException e) {
            throw new GuestStop(Outcome.Status.STOPPED);
        }
    }
}
