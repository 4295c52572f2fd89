package org.tierscope.views.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.BranchFeedback;
import org.tierscope.record.proto.CacheEntry;
import org.tierscope.record.proto.CacheFeedback;
import org.tierscope.record.proto.CacheState;
import org.tierscope.record.proto.CallFeedback;
import org.tierscope.record.proto.CallTarget;
import org.tierscope.record.proto.ElementsFeedback;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.OperandFeedback;
import org.tierscope.record.proto.ValueType;

class FeedbackTextTest {
    private static final int INT = ValueType.TYPE_INT32_VALUE;
    private static final int STRING = ValueType.TYPE_STRING_VALUE;

    @Test
    void typesSeenByAnOperator() {
        assertThat(text(operands(INT, INT, INT))).isEqualTo("int");
        assertThat(text(operands(INT, INT | STRING, STRING))).isEqualTo("int, int ∨ string → string");
        assertThat(text(FeedbackSlot.newBuilder().setOperands(OperandFeedback.newBuilder().setLeftTypes(INT)
                .setOverflowed(true)))).isEqualTo("int, overflowed");
    }

    @Test
    void stateOfAnInlineCache() {
        assertThat(text(FeedbackSlot.newBuilder().setCache(CacheFeedback.newBuilder()
                .setState(CacheState.POLYMORPHIC).setKey("x").setMisses(3)
                .addEntries(CacheEntry.newBuilder().setShapeId(7).setKind("own field").setSlot(1))
                .addEntries(CacheEntry.newBuilder().setShapeId(9).setKind("getter").setSlot(-1).setHolder("Point")))))
                .isEqualTo(".x poly: #7 own field[1] ∨ #9 getter of Point, 3 misses");
    }

    @Test
    void targetsOfACall() {
        assertThat(text(FeedbackSlot.newBuilder().setCall(CallFeedback.newBuilder().setState(CacheState.MONOMORPHIC)
                .addTargets(CallTarget.newBuilder().setName("add").setCount(12_000)))))
                .isEqualTo("→ add ×12.0k");
        assertThat(text(FeedbackSlot.newBuilder().setCall(CallFeedback.newBuilder().setState(CacheState.MEGAMORPHIC))))
                .isEqualTo("mega");
    }

    @Test
    void directionOfABranchAndKindsOfElements() {
        assertThat(text(FeedbackSlot.newBuilder().setBranch(BranchFeedback.newBuilder().setTaken(1).setNotTaken(3))))
                .isEqualTo("taken 25% of 4");
        assertThat(text(FeedbackSlot.newBuilder().setElements(ElementsFeedback.newBuilder()
                .setState(CacheState.MONOMORPHIC).addKinds("int32").setKeyTypes(INT).setOutOfBounds(true))))
                .isEqualTo("mono: int32, key int, out of bounds");
    }

    @Test
    void nothingSeenIsNoText() {
        assertThat(text(operands(0, 0, 0))).isEmpty();
        assertThat(text(FeedbackSlot.newBuilder().setCache(CacheFeedback.newBuilder().setKey("x")))).isEmpty();
        assertThat(text(FeedbackSlot.newBuilder().setBranch(BranchFeedback.getDefaultInstance()))).isEmpty();
        assertThat(text(FeedbackSlot.newBuilder())).isEmpty();
    }

    private static FeedbackSlot.Builder operands(int left, int right, int result) {
        return FeedbackSlot.newBuilder().setOperands(OperandFeedback.newBuilder()
                .setLeftTypes(left).setRightTypes(right).setResultTypes(result));
    }

    private static String text(FeedbackSlot.Builder slot) {
        return FeedbackText.of(slot.build());
    }
}
