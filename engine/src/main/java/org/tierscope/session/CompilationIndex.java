package org.tierscope.session;

import java.lang.ref.SoftReference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.tierscope.record.proto.CompilationFinished;
import org.tierscope.record.proto.CompilationRefused;
import org.tierscope.record.proto.CompilationStarted;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.PassFinished;
import org.tierscope.record.proto.TierUpRequested;

/** One compilation, by time. Guarded by the session's lock. */
final class CompilationIndex {

    final CompilationStarted started;
    final long startNanos;
    final Optional<TierUpRequested> request;
    private final Set<Integer> inlined = new HashSet<>();
    private SoftReference<Origins> nodes = new SoftReference<>(null);
    private int passesInNodes;
    private final TimeList<Pass> passes = new TimeList<>();
    private Timed<CompilationFinished> finished;
    private Timed<CompilationRefused> refused;

    CompilationIndex(CompilationStarted started, long nanos, Optional<TierUpRequested> request) {
        this.started = started;
        this.startNanos = nanos;
        this.request = request;
    }

    /**
     * @param summary its figures and name
     * @param event all of it
     * @param changed whether the event has a graph
     * @param functions of which it has inlined calls
     */
    void addPass(long nanos, PassFinished summary, Loaded<PassFinished> event, boolean changed, Set<Integer> functions) {
        Loaded<PassFinished> source = changed ? event : passes.last(Long.MAX_VALUE).map(p -> p.value().source())
                .orElseGet(() -> Loaded.of(PassFinished.getDefaultInstance()));
        passes.add(nanos, new Pass(nanos, summary.getIndex(), summary.getName().intern(), summary.getMicros(),
                summary.getNodesBefore(), summary.getNodesAfter(), changed, event, source));
        inlined.addAll(functions);
    }

    /** The nodes of all passes that come from a bytecode. */
    Set<Integer> nodesFrom(Selection.Bytecode origin) {
        boolean here = origin.functionId() == started.getFunctionId() || inlined.contains(origin.functionId());
        return here ? origins().from(origin) : Set.of();
    }

    /** Where a node comes from; null if from no bytecode. */
    Selection.Bytecode originOf(int node) {
        return origins().of(node);
    }

    private synchronized Origins origins() {
        List<Pass> all = passes.valuesUntil(Long.MAX_VALUE);
        Origins known = nodes.get();
        if (known == null) {
            known = new Origins();
            passesInNodes = 0;
            nodes = new SoftReference<>(known);
        }
        for (; passesInNodes < all.size(); passesInNodes++) {
            if (all.get(passesInNodes).changed()) {
                for (GraphNode node : all.get(passesInNodes).graph().getNodesList()) {
                    known.add(node.getId(), node.getFunctionId(), node.getPc());
                }
            }
        }
        return known;
    }

    void finish(long nanos, CompilationFinished event) {
        finished = new Timed<>(nanos, event);
    }

    void refuse(long nanos, CompilationRefused event) {
        refused = new Timed<>(nanos, event);
    }

    CompilationState at(long nanos) {
        OptionalLong end = OptionalLong.empty();
        Optional<CompilationRefused> refusal = Optional.empty();
        OptionalInt code = OptionalInt.empty();
        OptionalLong micros = OptionalLong.empty();
        if (finished != null && finished.nanos() <= nanos) {
            end = OptionalLong.of(finished.nanos());
            code = OptionalInt.of(finished.value().getCodeId());
            micros = OptionalLong.of(finished.value().getMicros());
        }
        if (refused != null && refused.nanos() <= nanos) {
            end = OptionalLong.of(refused.nanos());
            refusal = Optional.of(refused.value());
        }
        return new CompilationState(started, start(end), end, request,
                passes.valuesUntil(nanos), refusal, code, micros);
    }

    /** A compilation on the guest's thread is recorded when it has ended: then its own time says when it began. */
    private long start(OptionalLong end) {
        return end.isPresent() && finished != null
                ? Math.min(startNanos, end.getAsLong() - finished.value().getMicros() * 1000)
                : startNanos;
    }

    boolean isRunningAt(long nanos) {
        return startNanos <= nanos && endsAfter(finished, nanos) && endsAfter(refused, nanos);
    }

    Lane.CompilationSpan spanAt(long nanos) {
        Timed<?> end = finished != null ? finished : refused;
        boolean ended = end != null && end.nanos() <= nanos;
        return new Lane.CompilationSpan(started.getCompilationId(), started.getTier(), started.getOsrPc() >= 0,
                ended && refused != null, startNanos, ended ? OptionalLong.of(end.nanos()) : OptionalLong.empty());
    }

    private static boolean endsAfter(Timed<?> end, long nanos) {
        return end == null || end.nanos() > nanos;
    }
}
