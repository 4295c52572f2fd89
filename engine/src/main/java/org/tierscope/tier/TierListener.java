package org.tierscope.tier;

import java.util.List;
import org.tierscope.backend.CodeGenerator;
import org.tierscope.baseline.BaselineCode;
import org.tierscope.deopt.Deoptimizer;
import org.tierscope.deopt.Exit;
import org.tierscope.ir.Graph;
import org.tierscope.ir.pass.PassRunner;
import org.tierscope.machine.CompiledCode;
import org.tierscope.options.Tier;
import org.tierscope.runtime.FunctionInfo;

/** Is told what happens to functions' code: on the guest's thread, but where it says otherwise. */
public interface TierListener {
    TierListener NONE = new TierListener() {};

    default void tierUpRequested(FunctionInfo function, Tier from, Tier to, String why, int osrPc) {}

    /**
     * @param compilationId numbered together with those of the optimizer
     * @param nanos of the compilation, all of it
     */
    default void baselineInstalled(
            FunctionInfo function, CompiledCode code, BaselineCode baseline, int compilationId, long nanos) {}

    /** On the compiler's thread. */
    default void compilationStarted(Compilation compilation) {}

    /** On the compiler's thread; the graph is valid during the call only. */
    default void graphBuilt(Compilation compilation, Graph graph, long nanos) {}

    /** On the compiler's thread; the graph is valid during the call only. */
    default void passFinished(Compilation compilation, PassRunner.Report pass, Graph graph) {}

    /**
     * On the compiler's thread; the graph is valid during the call only.
     *
     * @param passes how many ran before
     * @param nanos for registers and instructions
     */
    default void codeGenerated(
            Compilation compilation, Graph graph, CodeGenerator.Result result, int passes, long nanos) {}

    default void optimizedInstalled(OptimizedCode code, Compilation compilation) {}

    default void refused(Compilation compilation) {}

    default void invalidated(OptimizedCode code, String why) {}

    /** Compiled code is about to be entered at loop header {@code header} on frame {@code fp}. */
    default void osrEntered(FunctionInfo function, CompiledCode code, int header, long fp) {}

    /**
     * @param count how often this exit was taken, this time included
     * @param forced by a stress option
     */
    default void deoptimized(
            OptimizedCode code, Exit exit, int count, boolean forced, Deoptimizer.Rebuilt rebuilt) {}
}
