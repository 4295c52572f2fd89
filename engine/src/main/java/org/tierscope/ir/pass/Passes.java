package org.tierscope.ir.pass;

import java.util.List;

/** Which passes run, in which order. */
public final class Passes {
    private Passes() {}

    /** New passes for one compilation. */
    public static List<Pass> all() {
        return List.of(
                // Number types settle first: everything after this reasons about unboxed values.
                new ConstantFolding(),
                // Before objects are removed: elements of arrays are known by their place.
                new LoopUnrolling(),
                new LoopPeeling(),
                // Before representations: fields become values, whose phis can be unboxed.
                new EscapeAnalysis(),
                new RepresentationSelection(),
                new ConstantFolding(),
                // Before anything relies on a check that turns out not to be needed.
                new Truncation(),
                new DeadCodeElimination(false),
                // Then what is computed, checked or loaded twice.
                new StringDispatch(),
                new GlobalValueNumbering(),
                new GuardElimination(),
                new LoadElimination(),
                new ConstantFolding(),
                new BranchFolding(),
                // Then loops: invariants out first, because ranges of what stays are known better then.
                new LoopInvariantCodeMotion(),
                new GlobalValueNumbering(),
                new RangeAnalysis(),
                // What is not negative divides with fewer steps.
                new StrengthReduction(),
                new ConstantFolding(),
                new BranchFolding(),
                // Boxes that only calls needed are dead then.
                new DirectCalls(),
                new DeadCodeElimination(true),
                // Nothing that is known in one branch only is of use any more.
                new TailMerging(),
                new CodeSinking());
    }
}
