package org.tierscope.feedback;

import org.tierscope.runtime.Mem;

/** Records call targets in CALL slots: one function, up to four, then megamorphic. */
public final class CallFeedback {
    private CallFeedback() {}

    /**
     * @param slot address of a CALL slot
     * @param callee the function object called
     * @param functionId its function's id
     */
    public static void record(long slot, long callee, int functionId) {
        long first = slot + FeedbackLayout.CALL_ENTRIES;
        if (Mem.getLong(first + FeedbackLayout.CALL_TARGET) == callee) {
            hit(first);
        } else {
            recordOther(slot, callee, functionId);
        }
    }

    private static void recordOther(long slot, long callee, int functionId) {
        int count = Mem.getUnsignedByte(slot + FeedbackLayout.CACHE_STATE);
        if (count == FeedbackLayout.MEGAMORPHIC) {
            return;
        }
        long entry = slot + FeedbackLayout.CALL_ENTRIES;
        for (int i = 0; i < count; i++, entry += FeedbackLayout.CALL_ENTRY_SIZE) {
            if (Mem.getInt(entry + FeedbackLayout.CALL_FUNCTION_ID) == functionId) {
                if (Mem.getLong(entry + FeedbackLayout.CALL_TARGET) != callee) {
                    Mem.putLong(entry + FeedbackLayout.CALL_TARGET, 0);
                }
                hit(entry);
                return;
            }
        }
        Mem.putInt(slot + FeedbackLayout.CACHE_MISSES, Mem.getInt(slot + FeedbackLayout.CACHE_MISSES) + 1);
        if (count == 4) {
            Mem.putByte(slot + FeedbackLayout.CACHE_STATE, (byte) FeedbackLayout.MEGAMORPHIC);
            forgetTargets(slot);
            return;
        }
        Mem.putLong(entry + FeedbackLayout.CALL_TARGET, callee);
        Mem.putInt(entry + FeedbackLayout.CALL_FUNCTION_ID, functionId);
        Mem.putInt(entry + FeedbackLayout.CALL_HITS, 1);
        Mem.putByte(slot + FeedbackLayout.CACHE_STATE, (byte) (count + 1));
    }

    /** The collector no longer marks the targets of a megamorphic slot: no code may take a new cell for an old target. */
    private static void forgetTargets(long slot) {
        long entry = slot + FeedbackLayout.CALL_ENTRIES;
        for (int i = 0; i < 4; i++, entry += FeedbackLayout.CALL_ENTRY_SIZE) {
            Mem.putLong(entry + FeedbackLayout.CALL_TARGET, 0);
        }
    }

    private static void hit(long entry) {
        Mem.putInt(entry + FeedbackLayout.CALL_HITS, Mem.getInt(entry + FeedbackLayout.CALL_HITS) + 1);
    }
}
