package org.tierscope.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.baseline.BaselineHarness.slot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.CompiledCode;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;

/** Entry, loops and jumps of compiled functions, and what they count. */
@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class ControlTemplatesTest {
    private static final int LOOP_HEADER = 3;

    private BaselineHarness harness;

    @BeforeEach
    void open() {
        harness = new BaselineHarness();
    }

    /** r2 = 0; while (r2 < r0) r2 = r2 + 1; return r2. */
    private FunctionInfo countingLoop() {
        return harness.function(
                Opcode.LOAD_INT.ordinal(), 2, 0,
                Opcode.JUMP_IF_NOT_LESS.ordinal(), 2, 0, 15, slot(0),
                Opcode.INC.ordinal(), 2, 2, slot(1),
                Opcode.JUMP_LOOP.ordinal(), LOOP_HEADER, slot(2),
                Opcode.RETURN.ordinal(), 2);
    }

    @Test
    void loopsCountIterationsAndBranches() {
        FunctionInfo function = countingLoop();
        CompiledCode code = harness.install(function);
        assertThat(harness.call(code, Value.ofInt(10))).isEqualTo(Value.ofInt(10));
        assertThat(harness.call(code, Value.ofInt(5))).isEqualTo(Value.ofInt(5));
        long feedback = function.feedback();
        long branch = feedback + slot(0) + FeedbackLayout.COMPARE_BRANCH_COUNTS;
        assertThat(Mem.getInt(branch + FeedbackLayout.BRANCH_TAKEN)).isEqualTo(2);
        assertThat(Mem.getInt(branch + FeedbackLayout.BRANCH_NOT_TAKEN)).isEqualTo(15);
        assertThat(Mem.getLong(feedback + slot(2) + FeedbackLayout.LOOP_ITERATIONS)).isEqualTo(15);
        assertThat(Mem.getLong(feedback + FeedbackLayout.CALLS)).isEqualTo(2);
        assertThat(Mem.getInt(feedback + FeedbackLayout.BUDGET)).isEqualTo(Integer.MAX_VALUE - 17);
    }

    @Test
    void missingArgumentsAreUndefined() {
        CompiledCode code = harness.install(harness.function(Opcode.RETURN.ordinal(), 1));
        assertThat(harness.call(code, Value.ofInt(1), Value.ofInt(2))).isEqualTo(Value.ofInt(2));
        assertThat(harness.call(code, Value.ofInt(1))).isEqualTo(Value.UNDEFINED);
        assertThat(harness.call(code)).isEqualTo(Value.UNDEFINED);
    }

    @Test
    void loopHeadersCanBeEntered() {
        CompiledCode code = harness.install(countingLoop());
        assertThat(code.osrEntries()).containsOnlyKeys(LOOP_HEADER);
        long fp = harness.frame(Value.ofInt(7), Value.UNDEFINED, Value.ofInt(3));
        assertThat(harness.enter(code.osrEntries().get(LOOP_HEADER), fp)).isEqualTo(Value.ofInt(7));
    }

    @Test
    void truthOfEverythingButStringsAndNumbersIsKnown() {
        harness.onSlowPath((_, _) -> Value.FALSE);
        CompiledCode code = harness.install(harness.function(
                Opcode.JUMP_IF_TRUE.ordinal(), 0, 8, slot(0),
                Opcode.LOAD_FALSE.ordinal(), 2, Opcode.RETURN.ordinal(), 2,
                Opcode.LOAD_TRUE.ordinal(), 2, Opcode.RETURN.ordinal(), 2));
        assertThat(harness.call(code, Value.TRUE)).isEqualTo(Value.TRUE);
        assertThat(harness.call(code, Value.FALSE)).isEqualTo(Value.FALSE);
        assertThat(harness.call(code, Value.UNDEFINED)).isEqualTo(Value.FALSE);
        assertThat(harness.call(code, Value.NULL)).isEqualTo(Value.FALSE);
        assertThat(harness.call(code, Value.ZERO)).isEqualTo(Value.FALSE);
        assertThat(harness.call(code, Value.ofInt(-1))).isEqualTo(Value.TRUE);
        assertThat(harness.slowCalls).isZero();
        assertThat(harness.call(code, Value.NAN)).isEqualTo(Value.FALSE);
        assertThat(harness.slowCalls).isEqualTo(1);
    }

    @Test
    void nullAndUndefinedAreNullish() {
        CompiledCode code = harness.install(harness.function(
                Opcode.JUMP_IF_NULLISH.ordinal(), 0, 8, slot(0),
                Opcode.LOAD_FALSE.ordinal(), 2, Opcode.RETURN.ordinal(), 2,
                Opcode.LOAD_TRUE.ordinal(), 2, Opcode.RETURN.ordinal(), 2));
        assertThat(harness.call(code, Value.UNDEFINED)).isEqualTo(Value.TRUE);
        assertThat(harness.call(code, Value.NULL)).isEqualTo(Value.TRUE);
        assertThat(harness.call(code, Value.FALSE)).isEqualTo(Value.FALSE);
        assertThat(harness.call(code, Value.ZERO)).isEqualTo(Value.FALSE);
        assertThat(harness.call(code, Value.ofDouble(0.5))).isEqualTo(Value.FALSE);
    }

    @Test
    void anExceptionLeavesTheFunction() {
        harness.onSlowPath((_, _) -> Value.EXCEPTION);
        CompiledCode code = harness.install(harness.function(
                Opcode.ADD.ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2));
        assertThat(harness.call(code, Value.UNDEFINED, Value.UNDEFINED)).isEqualTo(Value.EXCEPTION);
    }
}
