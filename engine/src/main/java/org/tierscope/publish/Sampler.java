package org.tierscope.publish;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.record.Recorder;
import org.tierscope.record.proto.CountersSample;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.FeedbackSample;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.FunctionCounters;
import org.tierscope.record.proto.Totals;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Vm;

/**
 * Samples counters and feedback into the recording on a thread of its own, reading the guest's memory while it runs, so that the
 * guest does nothing for it.
 */
final class Sampler {
    private final Recorder recorder;
    private final Vm vm;
    private final Counters counters;
    private final FeedbackEvents feedback;
    private final int intervalMillis;
    private final Runnable before;
    private final Map<Integer, FunctionCounters> lastCounters = new HashMap<>();
    private final Map<Integer, byte[]> lastFeedback = new HashMap<>();
    private final ScheduledExecutorService thread;
    private Totals lastTotals = Totals.getDefaultInstance();

    /** @param before runs ahead of each sample: introduces what the sample names */
    Sampler(Recorder recorder, Vm vm, Counters counters, FeedbackEvents feedback, int intervalMillis, Runnable before) {
        this.recorder = recorder;
        this.vm = vm;
        this.counters = counters;
        this.feedback = feedback;
        this.intervalMillis = intervalMillis;
        this.before = before;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var worker = new Thread(task, "sampler");
            worker.setDaemon(true);
            return worker;
        });
    }

    void start() {
        thread.scheduleAtFixedRate(this::sample, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    /** The guest has ended: takes the last sample. */
    void sampleLast() {
        stop();
        sample();
    }

    /** No more samples, nor one under way, when this returns. */
    void stop() {
        thread.shutdown();
        try {
            while (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                // A sample takes milliseconds; memory must not go while one is under way.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void sample() {
        before.run();
        var sample = CountersSample.newBuilder();
        long calls = 0;
        long iterations = 0;
        long deopts = 0;
        long osrEntries = 0;
        for (Counters.Function function : counters.functions()) {
            FunctionCounters now = countersOf(function);
            calls += now.getCalls();
            iterations += now.getLoopIterations();
            deopts += now.getDeopts();
            osrEntries += now.getOsrEntries();
            if (!now.equals(lastCounters.put(function.info.id(), now))) {
                sample.addFunctions(now);
            }
            sampleFeedback(function.info);
        }
        Totals totals = Totals.newBuilder()
                .setHeapUsedBytes(vm.heap().usedBytes())
                .setHeapCommittedBytes(vm.heap().usedBytes())
                .setCollections(counters.collections.get())
                .setCodeBytes(counters.codeBytes.get())
                .setShapes(vm.shapes().limit())
                .setCalls(calls)
                .setLoopIterations(iterations)
                .setDeopts(deopts)
                .setOsrEntries(osrEntries)
                .setCompilations(counters.compilations.get())
                .setCompileNanos(counters.compileNanos.get())
                .build();
        if (sample.getFunctionsCount() > 0 || !totals.equals(lastTotals)) {
            lastTotals = totals;
            recorder.post(Event.newBuilder().setCountersSample(sample.setTotals(totals)));
        }
    }

    private static FunctionCounters countersOf(Counters.Function function) {
        var now = FunctionCounters.newBuilder()
                .setFunctionId(function.info.id())
                .setTier(function.tier)
                .setCalls(calls(function.info))
                .setLoopIterations(ExecutionCounts.iterations(function.info))
                .setDeopts(function.deopts.get())
                .setOsrEntries(function.osrEntries.get());
        ExecutionCounts.of(function.info).forEach((pc, count) -> now.addCountPcs(pc).addCounts(count));
        return now.build();
    }

    private static long calls(FunctionInfo function) {
        return Mem.getLong(function.feedback() + FeedbackLayout.CALLS)
                + Mem.getLong(function.feedback() + FeedbackLayout.OPTIMIZED_CALLS);
    }

    private void sampleFeedback(FunctionInfo function) {
        var bytes = new byte[function.bytecode().feedbackSize()];
        if (bytes.length <= FeedbackLayout.HEADER_SIZE) {
            return;
        }
        Mem.read(function.feedback(), bytes);
        byte[] last = lastFeedback.put(function.id(), bytes);
        var sample = FeedbackSample.newBuilder().setFunctionId(function.id());
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            Opcode opcode = Opcode.of(code[pc]);
            if (opcode.feedbackOperand() == 0) {
                continue;
            }
            int from = code[pc + opcode.feedbackOperand()];
            int to = from + opcode.slotKind().size();
            if (last == null || !Arrays.equals(bytes, from, to, last, from, to)) {
                FeedbackSlot slot = feedback.slot(function, pc);
                if (slot != null) {
                    sample.addSlots(slot);
                }
            }
        }
        if (sample.getSlotsCount() > 0) {
            recorder.post(Event.newBuilder().setFeedbackSample(sample));
        }
    }
}
