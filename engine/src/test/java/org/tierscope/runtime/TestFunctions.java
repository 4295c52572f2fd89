package org.tierscope.runtime;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Set;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.feedback.FeedbackLayout;

/** Functions made of given bytecode, in a realm that may be empty: for tests of what needs no heap. */
public final class TestFunctions {
    private TestFunctions() {}

    /** A function with one constant, undefined, a zeroed feedback vector and a budget that lasts. */
    public static FunctionInfo of(Arena arena, Realm realm, int parameters, int registers, int feedbackSize, int... code) {
        var bytecode = new BytecodeFunction("test", null, 0, 0, parameters, parameters, registers, code, List.of(),
                List.of(), List.of(), List.of(), feedbackSize, Set.of());
        long cell = arena.allocate(FunctionCell.SIZE, 16).address();
        var function = new FunctionInfo(0, realm, "test", bytecode, null, cell, new long[] {Value.UNDEFINED},
                new FunctionInfo[1], parameters);
        function.setFeedback(arena.allocate(FeedbackLayout.PREFIX_SIZE + feedbackSize, 16).address() + FeedbackLayout.PREFIX_SIZE);
        Mem.putInt(function.feedback() + FeedbackLayout.BUDGET, Integer.MAX_VALUE);
        return function;
    }
}
