package org.tierscope.ir;

/**
 * What bounds the size of a graph.
 *
 * @param maxCode words of bytecode of a function that is optimized at all
 * @param maxNodes nodes of a graph
 * @param maxInlinedCode words of bytecode of a function that is inlined however often it is called
 * @param inlinedCodePerCall words of bytecode of a function that is inlined, for each call per entry of the compiled code:
 *     what runs rarely costs compile time and gains nothing
 * @param minInlinedCode words of bytecode of a function that is inlined however rarely it is called
 * @param inliningBudget words of bytecode that are inlined into one compilation, together
 * @param maxInliningDepth calls inlined into each other
 * @param maxRecursion times that one function stands in a chain of inlined calls
 */
public record BuildLimits(
        int maxCode, int maxNodes, int maxInlinedCode, int inlinedCodePerCall, int minInlinedCode, int inliningBudget,
        int maxInliningDepth, int maxRecursion) {
    public static final BuildLimits DEFAULTS = new BuildLimits(30_000, 60_000, 400, 200, 60, 3_000, 6, 1);

    /**
     * Words of bytecode of a function that is inlined where it is called so often.
     *
     * @param frequency calls for each entry of the compiled code
     */
    int maxInlinedCode(double frequency) {
        return (int) Math.min(maxInlinedCode, Math.max(minInlinedCode, inlinedCodePerCall * frequency));
    }

    /** The same with no inlining. */
    public BuildLimits withoutInlining() {
        return new BuildLimits(maxCode, maxNodes, 0, 0, 0, 0, 0, 0);
    }
}
