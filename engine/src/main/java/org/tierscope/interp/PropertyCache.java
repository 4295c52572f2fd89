package org.tierscope.interp;

import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;

/** The hit paths of PROPERTY inline caches. Misses are the runtime's: it fills the cache. */
final class PropertyCache {
    private static final int INLINE = AccessKind.INLINE.ordinal();
    private static final int OUT_OF_LINE = AccessKind.OUT_OF_LINE.ordinal();
    private static final int HOLDER_INLINE = AccessKind.HOLDER_INLINE.ordinal();
    private static final int HOLDER_OUT_OF_LINE = AccessKind.HOLDER_OUT_OF_LINE.ordinal();
    private static final int ABSENT = AccessKind.ABSENT.ordinal();
    private static final int ADD_INLINE = AccessKind.ADD_INLINE.ordinal();
    private static final int ARRAY_LENGTH = AccessKind.ARRAY_LENGTH.ordinal();
    private static final int STRING_LENGTH = AccessKind.STRING_LENGTH.ordinal();

    private PropertyCache() {}

    /** The property's value, or {@link Value#EXCEPTION} where the cache does not answer (accessors included). */
    static long load(long object, long slot) {
        if (!Value.isCell(object)) {
            return Value.EXCEPTION;
        }
        int shape = Layout.shapeId(object);
        long entry = slot + FeedbackLayout.PROPERTY_ENTRIES;
        if (Mem.getInt(entry) == shape) {
            return load(object, entry, Mem.getInt(entry + FeedbackLayout.PROPERTY_ACCESS));
        }
        int count = Mem.getUnsignedByte(slot);
        if (count == FeedbackLayout.MEGAMORPHIC) {
            return Value.EXCEPTION;
        }
        for (int i = 1; i < count; i++) {
            entry += FeedbackLayout.PROPERTY_ENTRY_SIZE;
            if (Mem.getInt(entry) == shape) {
                return load(object, entry, Mem.getInt(entry + FeedbackLayout.PROPERTY_ACCESS));
            }
        }
        return Value.EXCEPTION;
    }

    private static long load(long object, long entry, int access) {
        int kind = access & 0xFF;
        int offset = access >>> 8;
        if (kind == INLINE) {
            return Mem.getLong(object + offset);
        }
        if (kind == OUT_OF_LINE) {
            return Mem.getLong(Mem.getLong(object + Layout.OBJECT_SLOTS) + offset);
        }
        if (kind == ARRAY_LENGTH) {
            return Value.number(Mem.getInt(object + Layout.ARRAY_LENGTH) & 0xFFFF_FFFFL);
        }
        if (kind == STRING_LENGTH) {
            return Value.ofInt(Mem.getInt(object + Layout.STRING_LENGTH));
        }
        long validity = Mem.getLong(entry + FeedbackLayout.PROPERTY_VALIDITY);
        if (validity != 0 && Mem.getInt(validity) == 0) {
            return Value.EXCEPTION;
        }
        long holder = Mem.getLong(entry + FeedbackLayout.PROPERTY_HOLDER);
        if (kind == HOLDER_INLINE) {
            return Mem.getLong(holder + offset);
        }
        if (kind == HOLDER_OUT_OF_LINE) {
            return Mem.getLong(Mem.getLong(holder + Layout.OBJECT_SLOTS) + offset);
        }
        return kind == ABSENT ? Value.UNDEFINED : Value.EXCEPTION;
    }

    /** Whether the store was done from the cache. */
    static boolean store(long object, long value, long slot) {
        if (!Value.isCell(object)) {
            return false;
        }
        int shape = Layout.shapeId(object);
        int count = Mem.getUnsignedByte(slot);
        if (count == FeedbackLayout.MEGAMORPHIC) {
            return false;
        }
        long entry = slot + FeedbackLayout.PROPERTY_ENTRIES;
        for (int i = 0; i < count; i++) {
            if (Mem.getInt(entry) == shape) {
                return store(object, value, entry, Mem.getInt(entry + FeedbackLayout.PROPERTY_ACCESS));
            }
            entry += FeedbackLayout.PROPERTY_ENTRY_SIZE;
        }
        return false;
    }

    private static boolean store(long object, long value, long entry, int access) {
        int kind = access & 0xFF;
        int offset = access >>> 8;
        if (kind == INLINE) {
            Mem.putLong(object + offset, value);
            return true;
        }
        if (kind == OUT_OF_LINE) {
            Mem.putLong(Mem.getLong(object + Layout.OBJECT_SLOTS) + offset, value);
            return true;
        }
        if (kind == ADD_INLINE) {
            long validity = Mem.getLong(entry + FeedbackLayout.PROPERTY_VALIDITY);
            if (validity == 0 || Mem.getInt(validity) != 0) {
                Mem.putLong(object + offset, value);
                Mem.putInt(object + Layout.SHAPE, Mem.getInt(entry + FeedbackLayout.PROPERTY_NEW_SHAPE));
                return true;
            }
        }
        return false;
    }
}
