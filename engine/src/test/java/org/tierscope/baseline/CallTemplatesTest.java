package org.tierscope.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.baseline.BaselineHarness.slot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.CompiledCode;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;

/** Calls from compiled to compiled code of a callee that the cache knows. */
@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class CallTemplatesTest {
    private static final int WINDOW = 3;

    private final Cells cells = new Cells();
    private BaselineHarness harness;
    private FunctionInfo caller;
    private CompiledCode callerCode;

    @BeforeEach
    void open() {
        harness = new BaselineHarness();
        // return (callee in r1)(r0, r0)
        caller = harness.function(
                Opcode.MOVE.ordinal(), WINDOW + Frame.WINDOW_CALLEE, 1,
                Opcode.LOAD_UNDEFINED.ordinal(), WINDOW + Frame.WINDOW_THIS,
                Opcode.MOVE.ordinal(), WINDOW + Frame.WINDOW_ARGUMENTS, 0,
                Opcode.MOVE.ordinal(), WINDOW + Frame.WINDOW_ARGUMENTS + 1, 0,
                Opcode.CALL.ordinal(), 2, WINDOW, 2, slot(0),
                Opcode.RETURN.ordinal(), 2);
        callerCode = harness.install(caller);
    }

    /** A closure of compiled code. */
    private long compiled(int... code) {
        FunctionInfo function = harness.function(code);
        Mem.putLong(function.cell() + FunctionCell.ENTRY, harness.install(function).entry());
        return cells.closure(function);
    }

    private long record(long callee) {
        long cache = caller.feedback() + slot(0);
        Mem.putByte(cache + FeedbackLayout.CACHE_STATE, (byte) 1);
        Mem.putLong(cache + FeedbackLayout.CALL_ENTRIES + FeedbackLayout.CALL_TARGET, callee);
        return cache + FeedbackLayout.CALL_ENTRIES;
    }

    @Test
    void aKnownCalleeIsCalledDirectly() {
        long sum = compiled(Opcode.ADD.ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2);
        long entry = record(sum);
        assertThat(harness.call(callerCode, Value.ofInt(21), sum)).isEqualTo(Value.ofInt(42));
        assertThat(harness.call(callerCode, Value.ofDouble(0.25), sum)).isEqualTo(Value.ofDouble(0.5));
        assertThat(Mem.getInt(entry + FeedbackLayout.CALL_HITS)).isEqualTo(2);
    }

    @Test
    void anotherClosureOfTheSameFunctionIsCalledToo() {
        long sum = compiled(Opcode.ADD.ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2);
        long entry = record(sum);
        FunctionInfo same = harness.function(Opcode.ADD.ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2);
        Mem.putLong(same.cell() + FunctionCell.ENTRY, harness.install(same).entry());
        assertThat(harness.call(callerCode, Value.ofInt(1), cells.closure(same))).isEqualTo(Value.ofInt(2));
        assertThat(Mem.getLong(entry + FeedbackLayout.CALL_TARGET)).isZero();
        assertThat(harness.call(callerCode, Value.ofInt(2), sum)).isEqualTo(Value.ofInt(4));
        assertThat(Mem.getInt(entry + FeedbackLayout.CALL_HITS)).isEqualTo(2);
    }

    @Test
    void anExceptionPassesThrough() {
        harness.onSlowPath((_, _) -> Value.EXCEPTION);
        long thrower = compiled(Opcode.THROW.ordinal(), 0);
        record(thrower);
        assertThat(harness.call(callerCode, Value.TRUE, thrower)).isEqualTo(Value.EXCEPTION);
    }

    @Test
    void recursion() {
        FunctionInfo[] self = new FunctionInfo[1];
        // f(n, f): n == 0 ? 0 : f(n - 1, f) + 1
        self[0] = harness.function(
                Opcode.LOAD_INT.ordinal(), 2, 0,
                Opcode.JUMP_IF_STRICT_EQ.ordinal(), 0, 2, 30, slot(0),
                Opcode.SUB_INT.ordinal(), WINDOW + Frame.WINDOW_ARGUMENTS, 0, 1, slot(1),
                Opcode.MOVE.ordinal(), WINDOW + Frame.WINDOW_ARGUMENTS + 1, 1,
                Opcode.MOVE.ordinal(), WINDOW + Frame.WINDOW_CALLEE, 1,
                Opcode.CALL.ordinal(), 2, WINDOW, 2, slot(2),
                Opcode.INC.ordinal(), 2, 2, slot(7),
                Opcode.JUMP.ordinal(), 30,
                Opcode.RETURN.ordinal(), 2);
        CompiledCode code = harness.install(self[0]);
        Mem.putLong(self[0].cell() + FunctionCell.ENTRY, code.entry());
        long closure = cells.closure(self[0]);
        long cache = self[0].feedback() + slot(2);
        Mem.putByte(cache + FeedbackLayout.CACHE_STATE, (byte) 1);
        Mem.putLong(cache + FeedbackLayout.CALL_ENTRIES + FeedbackLayout.CALL_TARGET, closure);
        assertThat(harness.call(code, Value.ofInt(100), closure)).isEqualTo(Value.ofInt(100));
    }
}
