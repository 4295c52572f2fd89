package org.tierscope.engine;

import static org.tierscope.runtime.NativeFunction.argument;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tierscope.options.EngineOptions;
import org.tierscope.runtime.BigInts;
import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.PreludeCode;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;
import org.tierscope.runtime.builtins.ObjectBuilder;

/**
 * The agents that a conformance test starts: threads with VMs of their own, which share memory and nothing else (test262's
 * INTERPRETING.md, {@code $262.agent}).
 */
final class TestAgents implements AutoCloseable {
    /** How long a guest that waits here goes without looking whether it is to stop. */
    private static final long SLICE_MILLIS = 20;

    private final EngineOptions options;
    private final PreludeCode prelude;
    private final List<TestAgent> agents = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> reports = new ConcurrentLinkedQueue<>();

    TestAgents(EngineOptions options, PreludeCode prelude) {
        this.options = options;
        this.prelude = prelude;
    }

    /** The parent's part of {@code $262.agent}. */
    void addMethods(Vm vm, ObjectBuilder agent) {
        vm.asyncWaits().setOthers(this::anyRuns);
        agent
                .method("start", 1, (v, fp, argc) -> {
                    start(v, v.conversions().toJavaString(argument(fp, argc, 0)));
                    return Value.UNDEFINED;
                })
                .method("broadcast", 1, (v, fp, argc) -> {
                    broadcast(v, argument(fp, argc, 0), argument(fp, argc, 1));
                    return Value.UNDEFINED;
                })
                .method("getReport", 0, (v, fp, argc) -> {
                    String report = reports.poll();
                    return report == null ? Value.NULL : v.strings().of(report);
                });
    }

    void report(String message) {
        reports.add(message);
    }

    private void start(Vm vm, String script) {
        var agent = new TestAgent(this, options, prelude, script);
        agents.add(agent);
        agent.start();
        await(vm, agent.running());
    }

    private void broadcast(Vm vm, long buffer, long number) {
        if (!Layout.isObject(buffer) || CellType.at(buffer) != CellType.SHARED_ARRAY_BUFFER) {
            throw vm.typeError("only a SharedArrayBuffer can be broadcast");
        }
        List<TestAgent> receivers = agents.stream().filter(TestAgent::isRunning).toList();
        var message = new TestAgent.Message(
                vm.buffers().memoryOf(buffer),
                Buffers.isResizable(buffer),
                Conversions.isBigInt(number) ? BigInts.value(number) : vm.conversions().toDouble(number),
                new CountDownLatch(receivers.size()));
        receivers.forEach(agent -> agent.send(message));
        await(vm, message.received());
    }

    /** Waits for what agents will do, unless none is left to do it. */
    private void await(Vm vm, CountDownLatch latch) {
        try {
            while (!latch.await(SLICE_MILLIS, TimeUnit.MILLISECONDS) && anyRuns()) {
                checkInterrupt(vm);
            }
        } catch (InterruptedException e) {
            throw new GuestStop(Outcome.Status.STOPPED);
        }
    }

    static void checkInterrupt(Vm vm) {
        if (Mem.getInt(vm.state() + VmState.INTERRUPT) != 0) {
            vm.safepoint();
        }
    }

    private boolean anyRuns() {
        return agents.stream().anyMatch(TestAgent::isRunning);
    }

    /** Stops all agents and waits for their end. */
    @Override
    public void close() {
        agents.forEach(TestAgent::stop);
        try {
            for (TestAgent agent : agents) {
                agent.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
