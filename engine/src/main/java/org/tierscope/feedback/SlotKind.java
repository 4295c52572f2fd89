package org.tierscope.feedback;

/**
 * The kinds of feedback slot and their sizes in bytes. {@link FeedbackLayout} has the fields of each.
 */
public enum SlotKind {
    NONE(0),
    /** Operand and result types of an operation. */
    TYPE(8),
    /** How often a branch was taken and not taken. */
    BRANCH(8),
    /** A {@link #TYPE} slot followed by a {@link #BRANCH} slot. */
    COMPARE_BRANCH(16),
    /** Named property access: an inline cache of up to four shapes. */
    PROPERTY(FeedbackLayout.PROPERTY_ENTRIES + 4 * FeedbackLayout.PROPERTY_ENTRY_SIZE),
    /** Element access: receiver and key kinds. */
    ELEMENT(FeedbackLayout.ELEMENT_ENTRIES + 4 * FeedbackLayout.ELEMENT_ENTRY_SIZE),
    /** Call targets. */
    CALL(FeedbackLayout.CALL_ENTRIES + 4 * FeedbackLayout.CALL_ENTRY_SIZE),
    /** What an allocation site makes. */
    ALLOCATION(16),
    /** Iterations of a loop. */
    LOOP(16);

    private final int size;

    SlotKind(int size) {
        this.size = size;
    }

    public int size() {
        return size;
    }
}
