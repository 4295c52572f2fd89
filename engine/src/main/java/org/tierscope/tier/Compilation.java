package org.tierscope.tier;

import org.tierscope.backend.CodeGenerator;
import org.tierscope.ir.FeedbackSnapshot;
import org.tierscope.runtime.FunctionInfo;

/**
 * One run of the optimizing compiler, from request to result. Made on the guest's thread, filled in by the compiler's, read by the
 * guest's again.
 */
public final class Compilation {
    private final int id;
    private final FunctionInfo function;
    private final FeedbackSnapshot snapshot;
    private CodeGenerator.Result result;
    private String refusal;
    private long nanos;
    private GraphRuns.Recorder graphs;

    Compilation(int id, FunctionInfo function, FeedbackSnapshot snapshot) {
        this.id = id;
        this.function = function;
        this.snapshot = snapshot;
    }

    public int id() {
        return id;
    }

    public FunctionInfo function() {
        return function;
    }

    public FeedbackSnapshot snapshot() {
        return snapshot;
    }

    public int entryPc() {
        return snapshot.entryPc();
    }

    /** Null where it was refused. */
    public CodeGenerator.Result result() {
        return result;
    }

    /** Why there is no code, or null. */
    public String refusal() {
        return refusal;
    }

    public long nanos() {
        return nanos;
    }

    /** The graphs as it went on; null where nobody wants to run them. */
    GraphRuns.Recorder graphs() {
        return graphs;
    }

    void keepGraphs() {
        graphs = new GraphRuns.Recorder();
    }

    void succeeded(CodeGenerator.Result result, long nanos) {
        this.result = result;
        this.nanos = nanos;
    }

    void refused(String why, long nanos) {
        this.refusal = why;
        this.nanos = nanos;
    }
}
