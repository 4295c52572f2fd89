package org.tierscope.runtime;

import static org.tierscope.feedback.FeedbackLayout.CACHE_MISSES;
import static org.tierscope.feedback.FeedbackLayout.CACHE_STATE;
import static org.tierscope.feedback.FeedbackLayout.MEGAMORPHIC;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_ACCESS;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_ENTRIES;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_ENTRY_SIZE;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_HITS;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_HOLDER;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_NEW_SHAPE;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_SHAPE;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_VALIDITY;

/** The entries of a PROPERTY slot. Holders in it are strong roots of the collector. */
final class PropertyCache {
    static final int MAX_ENTRIES = 4;

    private PropertyCache() {}

    static int state(long slot) {
        return Mem.getUnsignedByte(slot + CACHE_STATE);
    }

    static long entry(long slot, int i) {
        return slot + PROPERTY_ENTRIES + (long) i * PROPERTY_ENTRY_SIZE;
    }

    /** The entry for a shape, or 0. Entries that a broken chain made useless are found too: check {@link #isValid}. */
    static long find(long slot, int shape) {
        int state = state(slot);
        if (state > MAX_ENTRIES) {
            return 0;
        }
        long entry = slot + PROPERTY_ENTRIES;
        for (int i = 0; i < state; i++, entry += PROPERTY_ENTRY_SIZE) {
            if (Mem.getInt(entry + PROPERTY_SHAPE) == shape) {
                return entry;
            }
        }
        return 0;
    }

    static boolean isValid(long entry) {
        long cell = Mem.getLong(entry + PROPERTY_VALIDITY);
        return cell == 0 || Mem.getInt(cell) == 1;
    }

    static void countMiss(long slot) {
        Mem.putInt(slot + CACHE_MISSES, Mem.getInt(slot + CACHE_MISSES) + 1);
    }

    /** Adds or replaces the entry of a shape; one entry too many makes the slot megamorphic. */
    static void add(long slot, int shape, int access, long holder, long validity, int newShape) {
        int state = state(slot);
        if (state > MAX_ENTRIES) {
            return;
        }
        int i = 0;
        while (i < state
                && Mem.getInt(entry(slot, i) + PROPERTY_SHAPE) != shape
                && isValid(entry(slot, i))) {
            i++;
        }
        if (i == MAX_ENTRIES) {
            Mem.putByte(slot + CACHE_STATE, (byte) MEGAMORPHIC);
            Mem.fill(slot + PROPERTY_ENTRIES, (long) MAX_ENTRIES * PROPERTY_ENTRY_SIZE, (byte) 0);
            return;
        }
        long entry = entry(slot, i);
        Mem.putInt(entry + PROPERTY_SHAPE, shape);
        Mem.putInt(entry + PROPERTY_ACCESS, access);
        Mem.putLong(entry + PROPERTY_HOLDER, holder);
        Mem.putLong(entry + PROPERTY_VALIDITY, validity);
        Mem.putInt(entry + PROPERTY_NEW_SHAPE, newShape);
        Mem.putInt(entry + PROPERTY_HITS, 0);
        if (i == state) {
            Mem.putByte(slot + CACHE_STATE, (byte) (state + 1));
        }
    }
}
