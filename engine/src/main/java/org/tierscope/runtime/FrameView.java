package org.tierscope.runtime;

/**
 * One guest function activation as a stack walk sees it; an optimized frame gives one for each function inlined at its
 * safepoint.
 *
 * @param function what runs
 * @param pc the bytecode it stands at
 * @param thisValue its receiver, EMPTY where that is unknown
 * @param callee the function object, UNDEFINED where that is unknown
 * @param construct called by new
 */
public record FrameView(FunctionInfo function, int pc, long thisValue, long callee, boolean construct) {}
