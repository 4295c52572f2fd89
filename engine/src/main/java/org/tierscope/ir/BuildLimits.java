package org.tierscope.ir;

/**
 * What bounds the size of a graph.
 *
 * @param maxCode words of bytecode of a function that is optimized at all
 * @param maxNodes nodes of a graph
 * @param maxInlinedCode words of bytecode of a function that is inlined
 * @param inliningBudget words of bytecode that are inlined into one compilation, together
 * @param maxInliningDepth calls inlined into each other
 * @param maxRecursion times that one function stands in a chain of inlined calls
 */
public record BuildLimits(
        int maxCode, int maxNodes, int maxInlinedCode, int inliningBudget, int maxInliningDepth, int maxRecursion) {
    public static final BuildLimits DEFAULTS = new BuildLimits(30_000, 60_000, 400, 3_000, 6, 1);

    /** The same with no inlining. */
    public BuildLimits withoutInlining() {
        return new BuildLimits(maxCode, maxNodes, 0, 0, 0, 0);
    }
}
