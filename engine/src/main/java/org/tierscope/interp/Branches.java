package org.tierscope.interp;

import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.SlotKind;
import org.tierscope.runtime.Mem;

/** Branch counts in feedback slots. */
final class Branches {
    private Branches() {}

    /** Address of the counts in the feedback slot of a conditional jump. */
    static long counts(long slot, Opcode opcode) {
        return opcode.slotKind() == SlotKind.COMPARE_BRANCH ? slot + FeedbackLayout.COMPARE_BRANCH_COUNTS : slot;
    }

    static void count(long counts, boolean taken) {
        long cell = counts + (taken ? FeedbackLayout.BRANCH_TAKEN : FeedbackLayout.BRANCH_NOT_TAKEN);
        Mem.putInt(cell, Mem.getInt(cell) + 1);
    }
}
