package org.tierscope.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tierscope.record.proto.Tier;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.tier.OptimizedCode;

/** What is counted outside the guest's memory, per function and in all. Written by the guest's thread, read by the sampler's. */
final class Counters {
    /** Counts of one function. */
    static final class Function {
        final FunctionInfo info;
        volatile Tier tier = Tier.INTERPRETER;
        volatile boolean hasBaseline;
        final AtomicLong deopts = new AtomicLong();
        final AtomicLong osrEntries = new AtomicLong();

        Function(FunctionInfo info) {
            this.info = info;
        }
    }

    private final Map<Integer, Function> functions = new ConcurrentHashMap<>();
    final AtomicLong codeBytes = new AtomicLong();
    final AtomicLong compileNanos = new AtomicLong();
    final AtomicInteger compilations = new AtomicInteger();
    final AtomicInteger collections = new AtomicInteger();

    void add(FunctionInfo info) {
        functions.put(info.id(), new Function(info));
    }

    Collection<Function> functions() {
        return new ArrayList<>(functions.values());
    }

    private Function of(FunctionInfo info) {
        return functions.computeIfAbsent(info.id(), id -> new Function(info));
    }

    void baseline(FunctionInfo info, int bytes, long nanos) {
        Function function = of(info);
        function.hasBaseline = true;
        if (function.tier == Tier.INTERPRETER) {
            function.tier = Tier.BASELINE;
        }
        compiled(bytes, nanos);
    }

    void optimized(OptimizedCode code, long nanos) {
        of(code.code().function()).tier = Tier.OPTIMIZING;
        compiled(code.code().block().size(), nanos);
    }

    private void compiled(int bytes, long nanos) {
        codeBytes.addAndGet(bytes);
        compileNanos.addAndGet(nanos);
        compilations.incrementAndGet();
    }

    void invalidated(OptimizedCode code) {
        Function function = of(code.code().function());
        function.tier = function.hasBaseline ? Tier.BASELINE : Tier.INTERPRETER;
    }

    void osrEntered(FunctionInfo info) {
        of(info).osrEntries.incrementAndGet();
    }

    void deoptimized(FunctionInfo info) {
        of(info).deopts.incrementAndGet();
    }

    void collected() {
        collections.incrementAndGet();
    }
}
