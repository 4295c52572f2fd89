package org.tierscope.backend;

import org.tierscope.ir.FeedbackSlot;
import org.tierscope.runtime.FunctionInfo;

/** What is the same in all tests that generate code without an engine: no feedback, shapes as headers, every allocation checked. */
public abstract class FixedInput implements CompileInput {
    @Override
    public long address(FeedbackSlot slot) {
        return 0;
    }

    @Override
    public long objectHeader(int shape) {
        return shape;
    }

    @Override
    public long closureHeader(FunctionInfo closure) {
        return 0;
    }

    @Override
    public boolean countsGuards() {
        return false;
    }

    @Override
    public boolean leavesOut(String step) {
        return false;
    }

    @Override
    public boolean verify() {
        return true;
    }
}
